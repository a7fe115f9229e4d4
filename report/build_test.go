package report_test

import (
	"io/fs"
	"os"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"golang.org/x/text/unicode/norm"

	"konzept/fonts"
	"konzept/report"
	"konzept/report/verify"
	"konzept/templates"
)

// options are those of a project on the embedded templates and typefaces alone.
func options(project fs.FS) report.Options {
	return report.Options{Project: project, Templates: templates.FS, Fonts: fonts.FS(), Version: "test"}
}

// made builds a project and fails the test on any finding.
func made(t testing.TB, o report.Options) *report.Result {
	t.Helper()
	r, err := report.Build(o)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range r.Findings.Findings {
		t.Errorf("unexpected %s in %s: %q", f.Code, f.At.File, f.Args)
	}
	return r
}

// sampleProject is the repository's own project without the templates folder, which is the built-in set itself.
func sampleProject() fs.FS {
	dir := os.DirFS("..")
	files := fstest.MapFS{}
	_ = fs.WalkDir(dir, "data", func(p string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			data, err := fs.ReadFile(dir, p)
			if err != nil {
				return err
			}
			files[p] = &fstest.MapFile{Data: data}
		}
		return nil
	})
	return files
}

var sample = sync.OnceValue(func() *report.Result {
	r, err := report.Build(options(sampleProject()))
	if err != nil {
		panic(err)
	}
	return r
})

// output returns the sample's file of a name.
func output(t testing.TB, r *report.Result, name string) report.Output {
	t.Helper()
	for _, o := range r.Outputs {
		if o.File == name {
			return o
		}
	}
	var names []string
	for _, o := range r.Outputs {
		names = append(names, o.File)
	}
	t.Fatalf("no output %q among %q", name, names)
	return report.Output{}
}

// inspect reads a PDF's structure and fails on any finding of our own rules.
func inspect(t testing.TB, o report.Output) *verify.Report {
	t.Helper()
	r, err := verify.Inspect(o.Data)
	if err != nil {
		t.Fatalf("%s: %v", o.File, err)
	}
	for _, f := range r.Findings {
		t.Errorf("%s: %s %q", o.File, f.Code, f.Args)
	}
	return r
}

// plain makes texts comparable: composed, without soft hyphens and markup, all white space one space.
func plain(s string) string {
	s = strings.NewReplacer("\u00ad", "", "**", "", "\u00a0", " ", "\u202f", " ").Replace(norm.NFC.String(s))
	return strings.Join(strings.Fields(s), " ")
}

// text is all text of a structure tree in reading order.
func text(r *verify.Report) string {
	var b strings.Builder
	for _, n := range r.Structure {
		if n.Type == "P" && n.Actual != "" {
			continue // what every page says
		}
		b.WriteString(n.Text)
		if n.Type == "Figure" {
			b.WriteString(" |") // its labels are no part of the sentence of its caption
		}
		b.WriteByte(' ')
	}
	return plain(b.String())
}

func TestSampleBuildsWithoutAFinding(t *testing.T) {
	r := sample()
	for _, f := range r.Findings.Findings {
		t.Errorf("%s in %s: %q", f.Code, f.At.File, f.Args)
	}
	for _, name := range []string{"Integrationskonzept.pdf", "Sachstandsbericht.pdf", "Sachstandsbericht-Kopie.pdf", "Umsetzungsstand.xlsx",
		"Plakat-reihe-2023-A3.pdf", "Plakat-ws-arbeit-A1.pdf", "Plakat-ws-sprache-A3.pdf", "Plakat-ws-zusammenleben-A3.pdf"} {
		output(t, r, name)
	}
}

// TestTheSampleLabelIsHeardOnEveryPage: it is read on each page that has content and stands in what the file says of itself.
func TestTheSampleLabelIsHeardOnEveryPage(t *testing.T) {
	const label = "Beispieldaten – frei erfunden"
	for _, o := range sample().Outputs {
		if o.Edition != "screen" || !strings.HasSuffix(o.File, ".pdf") {
			continue
		}
		r := inspect(t, o)
		filled, heard := map[int]bool{}, map[int]bool{}
		for _, n := range r.Structure {
			if n.Page > 0 {
				filled[n.Page] = true
			}
			if strings.Contains(n.Text, label) || strings.Contains(n.Actual, label) {
				heard[n.Page] = true
			}
		}
		for n := range filled {
			if !heard[n] {
				t.Errorf("%s: nothing on page %d says that its content is invented", o.File, n)
			}
		}
		if !strings.Contains(r.Subject, label) {
			t.Errorf("%s: its subject is %q", o.File, r.Subject)
		}
	}
}

func TestScreenEditionsPassOurOwnRulesAndClaimIt(t *testing.T) {
	for _, o := range sample().Outputs {
		if o.Edition != "screen" || !strings.HasSuffix(o.File, ".pdf") {
			continue
		}
		r := inspect(t, o)
		if got := strings.Join(r.Claims, ", "); got != "PDF/UA-1, PDF/A-2a" {
			t.Errorf("%s claims %q", o.File, got)
		}
		if r.Lang != "de-DE" || r.Title == "" {
			t.Errorf("%s: language %q, title %q", o.File, r.Lang, r.Title)
		}
	}
}

func TestSameInputMakesSameBytes(t *testing.T) {
	thorough(t)
	first := sample()
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	second := made(t, options(sampleProject()))
	if len(first.Outputs) != len(second.Outputs) {
		t.Fatalf("%d outputs, then %d", len(first.Outputs), len(second.Outputs))
	}
	for i, o := range first.Outputs {
		if again := second.Outputs[i]; o.File != again.File || o.SHA256() != again.SHA256() {
			t.Errorf("%s differs from %s of the second build", o.File, again.File)
		}
	}
}

// TestAFileThatBreaksARuleClaimsNothing: a table without a header costs the claim and is said; the file is written all the same.
func TestAFileThatBreaksARuleClaimsNothing(t *testing.T) {
	more := map[string][]byte{"templates/documents/concept.md": []byte("---\ntitle: Probe\n---\n# Eins\n\n::: table\n::col \"\"\n::col \"\"\n::: row\n::cell A\n::cell B\n:::\n:::\n")}
	r, err := report.Build(options(overlay(t, scaffold, more)))
	if err != nil {
		t.Fatal(err)
	}
	i := slices.IndexFunc(r.Outputs, func(o report.Output) bool { return o.Target == "concept" && o.Edition == "screen" })
	if i < 0 {
		t.Fatalf("no file: %v", r.Findings.Findings)
	}
	o := r.Outputs[i]
	if p, err := verify.Inspect(o.Data); err != nil || len(p.Claims) > 0 || !p.Tagged {
		t.Errorf("%s claims %q, error %v", o.File, p.Claims, err)
	}
	for _, f := range r.Findings.Findings {
		if f.Code == "claim-withdrawn" && f.Args[0] == o.File && f.Page == 1 && f.Notes[0].Code == "table-without-headers" {
			return
		}
	}
	t.Errorf("nothing says so: %v", r.Findings.Findings)
}

// TestDraftsAndCopiesClaimNothing: both are tagged, and say of themselves no more than that.
func TestDraftsAndCopiesClaimNothing(t *testing.T) {
	for _, edition := range []string{"draft", "copy"} {
		o := options(os.DirFS(scaffold))
		o.Targets, o.Edition = []string{"concept"}, edition
		p := inspect(t, made(t, o).Outputs[0])
		if !p.Tagged || len(p.Claims) > 0 || p.Intent != "" {
			t.Errorf("%s: tagged %t, claims %q, intent %q", edition, p.Tagged, p.Claims, p.Intent)
		}
	}
}
