package report_test

import (
	"slices"
	"strings"
	"testing"

	"konzept/fonts"
	"konzept/report"
	"konzept/report/diag"
	"konzept/report/internal/testfont"
)

// house names a built-in face as one of the second project's own family.
func house(t *testing.T, file, style string) []byte {
	t.Helper()
	data, err := fonts.FS().ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return testfont.Named(data, map[int]string{1: "Go", 2: style, 6: "Go-" + style})
}

// instances names those of a variable font likewise.
func instances(font []byte) []byte {
	return testfont.Named(font, map[int]string{1: "Go", 2: "Regular", 6: "Go-Regular", 256: "Weight", 257: "Regular", 258: "Black"})
}

// TestHouseFontsOfEveryFormat: files are found by the names that stand in them, whatever they are called themselves; the paper
// reads the same in each format, and its files keep their claims.
func TestHouseFontsOfEveryFormat(t *testing.T) {
	regular, bold := house(t, "SourceSans3-Regular.ttf", "Regular"), house(t, "SourceSans3-Bold.ttf", "Bold")
	var words string
	for _, c := range []struct {
		name  string
		files map[string][]byte
		want  []string // PostScript names in the paper
	}{
		{"TrueType", map[string][]byte{"fonts/g.ttf": regular, "fonts/gb.ttf": bold}, []string{"Go-Bold", "Go-Regular"}},
		{"CFF", map[string][]byte{"fonts/g.OTF": testfont.CFF(regular), "fonts/gb.otf": testfont.CFF(bold)}, []string{"Go-Bold", "Go-Regular"}},
		{"collection", map[string][]byte{"fonts/g.ttc": testfont.Collection(bold, testfont.CFF(regular))}, []string{"Go-Bold", "Go-Regular"}},
		{"variable", map[string][]byte{"fonts/g[wght].ttf": instances(testfont.Variable(regular))}, []string{"Go-Black", "Go-Regular"}},
		{"CFF2", map[string][]byte{"fonts/g.otf": instances(testfont.CFF2(regular))}, []string{"Go-Black", "Go-Regular"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := made(t, options(overlay(t, "testdata/second", c.files)))
			tree := inspect(t, output(t, r, "Klimafahrplan.pdf"))
			var names []string
			for _, f := range tree.Fonts {
				if _, name, _ := strings.Cut(f.Name, "+"); !strings.HasPrefix(name, "Source") {
					names = append(names, name)
				}
			}
			if slices.Sort(names); !slices.Equal(slices.Compact(names), c.want) {
				t.Errorf("the paper is set in %q, want %q", names, c.want)
			}
			if !slices.Contains(tree.Claims, "PDF/UA-1") {
				t.Errorf("claims %q", tree.Claims)
			}
			if words == "" {
				words = text(tree)
			}
			if got := text(tree); got != words {
				t.Error("the paper reads differently")
			}
		})
	}
}

// TestBadHouseFonts: each is one finding at its file, and nothing is made; formats of the web and folders are a warning.
func TestBadHouseFonts(t *testing.T) {
	regular := house(t, "SourceSans3-Regular.ttf", "Regular")
	otf := testfont.CFF(regular)
	for _, c := range []struct {
		file string
		data []byte
		want string
	}{
		{"fonts/g.otf", otf[:len(otf)/2], "bad-font"}, {"fonts/g.ttc", testfont.Collection(), "bad-font"}, {"fonts/g.otc", testfont.Collection(otf[:2000]), "bad-font"},
		{"fonts/g.otf", []byte("wOF2"), "bad-font"}, {"fonts/g.woff2", []byte("wOF2"), "unread-font"}, {"fonts/haus/g.otf", otf, "unread-font"},
	} {
		r, err := report.Build(options(overlay(t, "testdata/second", map[string][]byte{"fonts/sound.ttf": regular, c.file: c.data})))
		if err != nil {
			t.Fatal(err)
		}
		i := slices.IndexFunc(r.Findings.Findings, func(f diag.Finding) bool { return f.At.File == c.file })
		if i < 0 || string(r.Findings.Findings[i].Code) != c.want || (c.want == "bad-font") != (len(r.Outputs) == 0) {
			t.Errorf("%s: %d outputs, findings %v", c.file, len(r.Outputs), r.Findings.Findings)
		}
	}
}
