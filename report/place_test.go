package report_test

import (
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strings"
	"testing"

	"konzept/report"
	"konzept/report/diag"
)

// told are the findings of a project over the starter as file:line code first argument.
func told(t *testing.T, files map[string][]byte) []string {
	t.Helper()
	return toldOf(t, overlay(t, scaffold, files))
}

func toldOf(t *testing.T, project fs.FS) []string {
	t.Helper()
	r, err := report.Build(options(project))
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, f := range diag.Sorted(&r.Findings) {
		line := 0
		if f.At.To > 0 {
			line = 1 + strings.Count(string(r.Source(f.At.File)[:f.At.From]), "\n")
		}
		first := ""
		if len(f.Args) > 0 {
			first = f.Args[0]
		}
		all = append(all, fmt.Sprintf("%s:%d %s %s", f.At.File, line, f.Code, first))
	}
	return all
}

// A finding stands where the town wrote its cause, also where the text comes to the page as a label of a figure, in a running
// head or as a design's word; each place is told once.
func TestFindingsStandWhereTheTownWroteTheirCause(t *testing.T) {
	field := "fields:\n  - id: a\n    code: \"7\"\n    title: Eins\n    text: T.\n    short: \"E ⚽\"\n"
	measure := "measures:\n  - {id: x-1, code: \"7.1\", title: Probe, field: a, lead: fb-soziales, costs: [{year: 2025, planned: 5000}], description: %s}\n"
	for _, c := range []struct {
		name  string
		files map[string][]byte
		want  []string
	}{
		{"a label of a figure", map[string][]byte{"data/x.yaml": []byte(field + fmt.Sprintf(measure, "Text"))}, []string{"data/x.yaml:6 missing-glyph ⚽ (U+26BD)"}},
		{"a label and a text", map[string][]byte{"data/x.yaml": []byte(field + fmt.Sprintf(measure, "\"Ein ⚽ und 👍🏽 😀 ⚽\""))},
			[]string{"data/x.yaml:6 missing-glyph ⚽ (U+26BD)", "data/x.yaml:8 missing-glyph ⚽ (U+26BD), 👍🏽 (U+1F44D), 😀 (U+1F600)"}},
		{"a typeface", map[string][]byte{"templates/design/base.yaml": []byte("# eigene\nfonts: {body: [Gibtsnicht]}\n")}, []string{"templates/design/base.yaml:2 unknown-font Gibtsnicht"}},
	} {
		if got := told(t, c.files); !slices.Equal(got, c.want) {
			t.Errorf("%s: expected %q, found %q", c.name, c.want, got)
		}
	}
}

// A sign that any typeface has is printed, whatever the style's own typeface, with or without the mark that asks for its
// coloured form.
func TestSignsOfAnyTypefaceArePrinted(t *testing.T) {
	signs := "✔ ✔\ufe0f ✓ ✗ ✘ ☐ ☑ ☺ ☺\ufe0f ❤ ❤\ufe0f ♥ ♥\ufe0f ☕ ☕\ufe0f → ⇒ ● ■ ▶ ▶\ufe0f ▲ ◆ ► ‣ ♪ ‼ ‼\ufe0f © ®\ufe0f ™"
	series := "series:\n  - {id: r, title: Reihe, text: \"" + signs + "\"}\nworkshops:\n  - {id: w, title: \"Tag ✔\ufe0f ☕\", series: r}\nparts:\n  - {id: W-1, workshop: w, number: 1, date: 2025-10-14}\n"
	goal := "goals:\n  - {id: x, code: X, title: A, text: \"" + signs + "\", field: lernen}\n"
	got := slices.DeleteFunc(told(t, map[string][]byte{"data/x.yaml": []byte(series + goal)}), func(s string) bool { return !strings.Contains(s, "missing-glyph") })
	if len(got) > 0 {
		t.Errorf("found %q", got)
	}
}

// A colour without quotation marks is an annotation: that is told, and not also that the colour is empty.
func TestAColourWithoutQuotationMarksIsToldOnce(t *testing.T) {
	got := told(t, map[string][]byte{"data/x.yaml": []byte("fields:\n  - id: a\n    code: \"7\"\n    title: Eins\n    text: T.\n    colour: #b3261e\ngoals:\n  - {id: g, code: G, title: G, text: G, field: a}\n")})
	if want := []string{"data/x.yaml:6 hash-cuts-text #b3261e"}; !slices.Equal(got, want) {
		t.Errorf("expected %q, found %q", want, got)
	}
}

// Copies and backups beside the data are told once each, with what to do.
func TestCopiesAndBackupsAreToldOnce(t *testing.T) {
	r := func(name string) []byte {
		files := overlay(t, scaffold, nil)
		return files[name].Data
	}
	project, measures := r("data/konzept.yaml"), r("data/massnahmen.yaml")
	for name, c := range map[string]struct {
		data []byte
		want string
	}{
		"Kopie von konzept.yaml":      {project, "copied-file"},
		"konzept (1).yaml":            {project, "copied-file"},
		"massnahmen - Kopie.yaml":     {measures, "copied-file"},
		"massnahmen - Kopie (2).yaml": {append([]byte("# später\n"), measures...), "copied-file"},
		"Copy of massnahmen.yaml":     {measures, "copied-file"},
		"massnahmen_alt.yml":          {measures, "copied-file"},
		"stand-mai.yaml":              {measures, "copied-file"},
		"alt/massnahmen.yaml":         {append([]byte("# Mai\n"), measures...), "copied-file"},
		"massnahmen.yaml.bak":         {measures, "unread-file"},
		"massnahmen.yaml.old":         {measures, "unread-file"},
		"massnahmen.yaml~":            {measures, ""},
		"ziele.yaml~":                 {measures, "unread-file"},
		"massnahmen (2).yaml":         {[]byte("measures:\n  - {id: n-1, code: \"9.1\", title: Neu, goals: [z-1], lead: fb-soziales}\n"), ""},
	} {
		var codes []string
		for _, line := range told(t, map[string][]byte{"data/" + name: c.data}) {
			if want := "data/" + name + ":0 " + c.want + " " + name[strings.LastIndexByte(name, '/')+1:]; line != want {
				t.Errorf("%s: expected %q, found %q", name, want, line)
			}
			codes = append(codes, line)
		}
		if len(codes) > 1 || len(codes) == 0 && c.want != "" {
			t.Errorf("%s: expected %q, found %q", name, c.want, codes)
		}
	}
}

// What a template of the town's own takes away from built-in ones is told once, at that template.
func TestWhatOwnTemplatesTakeAwayIsTheirFinding(t *testing.T) {
	thorough(t)
	head := "---\ntitle: Eigen\n---\n"
	for _, c := range []struct{ file, data, want string }{
		{"templates/parts/sheet.md", "", "templates/parts/sheet.md:0 anchors-gone parts/sheet.md"},
		{"templates/parts/sheet.md", "Nur ein Satz.\n", "templates/parts/sheet.md:0 anchors-gone parts/sheet.md"},
		{"templates/parts/goals.md", "", "templates/parts/goals.md:0 anchors-gone parts/goals.md"},
		{"templates/documents/concept.md", head + "# Ziele\n\n::: for f in fields\n::part parts/goals.md field={{ f }} goals={{ f.goals }}\n:::\n", "templates/documents/concept.md:0 anchors-gone documents/concept.md"},
		{"templates/parts/glance.md", "", ""},
		{"templates/documents/eigen.md", head + "[x](#nichts)\n", "templates/documents/eigen.md:4 missing-anchor nichts"},
	} {
		files := map[string][]byte{c.file: []byte(c.data)}
		if strings.Contains(c.file, "eigen") {
			files["data/z.yaml"] = []byte("project:\n  style: {microtypography: aus}\n")
			project := overlay(t, scaffold, nil)["data/konzept.yaml"].Data
			files["data/konzept.yaml"] = []byte(strings.Replace(string(project), "  outputs:\n", "  outputs:\n    - {target: eigen}\n", 1))
		}
		if got := strings.Join(told(t, files), "\n"); got != c.want {
			t.Errorf("%s %q: expected %q, found %q", c.file, c.data, c.want, got)
		}
	}
}

// The design of a poster is none for a project: that is all that is said.
func TestAPostersDesignIsNoneForAProject(t *testing.T) {
	project := string(overlay(t, scaffold, nil)["data/konzept.yaml"].Data)
	got := told(t, map[string][]byte{"data/konzept.yaml": []byte(strings.Replace(project, "project:\n", "project:\n  design: poster\n", 1))})
	if want := []string{"data/konzept.yaml:4 unfit-design poster"}; !slices.Equal(got, want) {
		t.Errorf("expected %q, found %q", want, got)
	}
}

// A finding about a formula, a column, a rule or a chart stands at its own line, not at its sheet's.
func TestFindingsOfTablesStandAtTheirLine(t *testing.T) {
	thorough(t)
	built, err := os.ReadFile("../templates/tables/progress.yaml")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ from, to, want string }{
		{"COUNTA({measures.code})", "COUNTX({measures.code})", "unknown-formula COUNTX"},
		{"COUNTA({measures.code})", "COUNTA({measures.codex})", "unknown-cells measures.codex"},
		{"COUNTA({measures.code})", "COUNTA({measures.code}", "bad-formula COUNTA({measures.code}"},
		{"SUBTOTAL(103,{measures.code})", "SUBTOTAL(103;{measures.code})", "formula-semicolon SUBTOTAL(103;{measures.code})"},
		{"COUNTA({measures.code})", "HYPERLINK({measures.code})", "unsafe-formula HYPERLINK"},
	} {
		data := strings.Replace(string(built), c.from, c.to, 1)
		line := 1 + strings.Count(data[:strings.Index(data, c.to)], "\n")
		got := told(t, map[string][]byte{"templates/tables/progress.yaml": []byte(data)})
		if want := fmt.Sprintf("templates/tables/progress.yaml:%d %s", line, c.want); !slices.Equal(got, []string{want}) {
			t.Errorf("expected %q, found %q", want, got)
		}
	}
}
