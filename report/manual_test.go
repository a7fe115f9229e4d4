package report_test

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"konzept/report"
	"konzept/report/diag"
)

// probe is a small project that prints one template of its own.
func probe(edition, template string, more map[string]string) fstest.MapFS {
	const project = `project:
  municipality: {name: Musterstadt}
  title: Konzept
  report_date: 2024-06-30
  outputs:
    - {target: probe, editions: [EDITION]}
offices:
  - {id: amt1, name: Amt für Soziales}
fields:
  - {id: F1, code: "1", title: Sprache}
goals:
  - {id: Z1, code: "1", title: Sprache, text: Alle lernen Deutsch., field: F1}
measures:
  - {id: M1, code: "1", title: Sprachkurse, lead: amt1, goals: [Z1]}
`
	files := fstest.MapFS{"data/konzept.yaml": {Data: []byte(strings.Replace(project, "EDITION", edition, 1))},
		"templates/documents/probe.md": {Data: []byte("---\ntitle: Probe\n---\n# A\n\n" + template)}}
	for name, data := range more {
		files[name] = &fstest.MapFile{Data: []byte(data)}
	}
	return files
}

// What people try in their first templates is a finding at its place, and nothing else is said.
func TestWhatPeopleTryInTemplatesIsToldAtItsPlace(t *testing.T) {
	const at = "templates/documents/probe.md:"
	for _, c := range []struct {
		name, template string
		want           []string
	}{
		{"a box that is higher than a page", "::: box keep\n" + strings.Repeat("Zeile.\n\n", 90) + ":::\n", []string{at + "7 group-too-tall Zeile."}},
		{"a group that is higher than a page", "::: group keep\n" + strings.Repeat("Satz.\n\n", 90) + ":::\n", []string{at + "6 group-too-tall Satz."}},
		{"a box without keep", "::: box\n" + strings.Repeat("Zeile.\n\n", 90) + ":::\n", nil},
		{"a reference where there are no anchors", "[x](#nosuch)\n", []string{at + "6 missing-anchor nosuch"}},
		{"a reference to a name that is nearly one", "## B {#anfang}\n\n[x](#anfing)\n", []string{at + "8 missing-anchor anfing"}},
		{"a page of what is not there", "Seite {{ page(\"nosuch\") }}\n", []string{at + "6 missing-anchor nosuch"}},
		{"a table without a head", "::: table\n::col \"\"\n::: row\n::cell A\n:::\n:::\n", []string{":0 claim-withdrawn probe.pdf", at + "6 table-without-header "}},
	} {
		if got := toldOf(t, probe("screen", c.template, nil)); !slices.Equal(got, c.want) {
			t.Errorf("%s: expected %q, found %q", c.name, c.want, got)
		}
	}
}

// The remedy for a reference without an anchor is one that can be followed.
func TestAMissingAnchorHasARemedy(t *testing.T) {
	for template, want := range map[string]string{
		"[x](#nosuch)\n":                       "setzen Sie {#nosuch} hinter die Überschrift",
		"## B {#anfang}\n\n[x](#anfing)\n":     "meinten Sie „anfang“?",
		"## B {#anfang}\n\n[x](#ganzanders)\n": "erlaubt: anfang",
	} {
		r, err := report.Build(options(probe("screen", template, nil)))
		if err != nil {
			t.Fatal(err)
		}
		var b strings.Builder
		if err := diag.Print(&b, &r.Findings, diag.PrintOptions{Lang: "de", Form: diag.Short, Source: r.Source}); err != nil || !strings.Contains(b.String(), want) {
			t.Errorf("%q: expected %q, found %s", template, want, b.String())
		}
	}
}

// A document to be punched goes to the printer with its data sheet, which is not punched and not blamed.
func TestPunchedDocumentsHaveASheetWithoutAFinding(t *testing.T) {
	r := made(t, options(probe("print", "Ein Satz.\n", map[string]string{"templates/design/base.yaml": "binding: punched\n"})))
	if len(r.Outputs) != 2 {
		t.Errorf("%d outputs", len(r.Outputs))
	}
}

// A word of project.terms.words that no template uses is told, whatever its neighbours.
func TestWordsThatNoTemplateUsesAreTold(t *testing.T) {
	files := probe("screen", "Ein Satz.\n", nil)
	project := files["data/konzept.yaml"]
	project.Data = []byte(strings.Replace(string(project.Data), "  report_date", "  terms:\n    words:\n      lead: Zuständig\n      nosuch: Zuständig\n      im Plan: läuft\n  report_date", 1))
	want := []string{"data/konzept.yaml:7 unknown-word nosuch", "data/konzept.yaml:8 unknown-word im Plan"}
	if got := toldOf(t, files); !slices.Equal(got, want) {
		t.Errorf("expected %q, found %q", want, got)
	}
}
