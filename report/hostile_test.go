package report_test

import (
	"strings"
	"testing"

	"konzept/report"
	"konzept/report/diag"
)

const scaffold = "../cmd/konzept/scaffold"

// TestBadInputIsAFindingWithItsPlace holds for each hostile file: a finding that names it, no output, no panic.
func TestBadInputIsAFindingWithItsPlace(t *testing.T) {
	loop := "---\ntitle: Endlos\n---\n::: for a in range(1, 100000)\n::: for b in range(1, 100000)\n{{ a * b }}\n:::\n:::\n"
	for _, c := range []struct{ name, file, data, code string }{
		{"broken YAML", "data/x.yaml", "goals:\n  - id: \"offen\n", ""},
		{"unknown key", "data/x.yaml", "goals:\n  - {id: x, code: X, titel: A, title: A, text: B, field: lernen}\n", "unknown-key"},
		{"missing picture", "data/x.yaml", "pictures:\n  - {id: p, file: bilder/nichts.png, alt: Nichts, credit: niemand}\n", ""},
		{"missing glyph", "data/x.yaml", "goals:\n  - {id: x, code: X, title: A, text: \"Wir feiern 🎉 heute\", field: lernen}\n", "missing-glyph"},
		{"cycle of references", "data/x.yaml", "goals:\n  - {id: a, code: A, title: A, text: a, field: lernen, parent: b}\n  - {id: b, code: B, title: B, text: b, field: lernen, parent: a}\n", ""},
		{"alias bomb", "data/x.yaml", "a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b]\nd: &d [*c,*c,*c,*c,*c,*c,*c,*c]\ne: [*d,*d,*d,*d,*d,*d,*d,*d]\n", ""},
		{"nesting of 5,000", "data/x.yaml", "a: " + strings.Repeat("[", 5000) + strings.Repeat("]", 5000) + "\n", ""},
		{"Latin-1", "data/x.yaml", "goals:\n  - {id: x, code: X, title: Stra\xdfe, text: B, field: lernen}\n", ""},
		{"a scalar of 100 MB", "data/x.yaml", "a: \"" + strings.Repeat("x", 100<<20) + "\"\n", "file-too-large"},
		{"truncated picture", "data/bilder/p.png", "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\xff\xff", ""},
		{"damaged font", "fonts/Kaputt-Regular.ttf", "\x00\x01\x00\x00\x00\xff" + strings.Repeat("glyf", 100), "bad-font"},
		{"endless template", "templates/documents/concept.md", loop, ""},
		{"template that includes itself", "templates/parts/glance.md", "::part parts/glance.md\n", ""},
		{"5,000 boxes within each other", "templates/documents/concept.md", "---\ntitle: A\n---\n" + strings.Repeat("::: box\n", 5000) + "x\n" + strings.Repeat(":::\n", 5000), "nested-too-deep"},
		{"a workbook that fetches", "templates/tables/progress.yaml", "sheets:\n  - name: A\n    regions:\n      - {name: a, rows: \"m in measures\", columns: [{key: a, title: A, value: m.title, formula: \"WEBSERVICE(1)\"}]}\n", "unsafe-formula"},
		{"unclosed container", "templates/parts/glance.md", "::: box\nText\n", ""},
		{"Latin-1 template", "templates/parts/sheet.md", "Gr\xfc\xdfe\n", "not-utf-8"},
		{"UTF-16 design", "templates/design/base.yaml", "\xff\xfea\x00", "utf-16"},
		{"unknown field", "templates/parts/glance.md", "{{ project.titel }}\n", "unknown-field"},
		{"poster that is no map", "templates/posters/workshop.yaml", "- eins\n", ""},
		{"design with an impossible size", "templates/design/base.yaml", "pages:\n  body: {size: 1000000000mm 2mm}\n", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			more := map[string][]byte{c.file: []byte(c.data)}
			if strings.HasPrefix(c.file, "data/bilder/") {
				more["data/x.yaml"] = []byte("pictures:\n  - {id: p, file: bilder/p.png, alt: Nichts, credit: niemand}\nseries:\n  - {id: r2, title: Reihe, picture: p}\nworkshops:\n  - {id: w2, title: Zwei, series: r2, picture: p}\nparts:\n  - {id: W2, workshop: w2, number: 1, date: 2024-10-14}\n")
			}
			r, err := report.Build(options(overlay(t, scaffold, more)))
			if err != nil {
				t.Fatal(err)
			}
			if e, _ := diag.Lookup(diag.Code(c.code)); e.OneFile != (len(r.Outputs) > 0) || e.OneFile != (len(r.Withheld) > 0) {
				t.Errorf("%d outputs in spite of it, withheld %q", len(r.Outputs), r.Withheld)
			}
			named := false
			for _, f := range r.Findings.Findings {
				if f.At.File == c.file || f.At.File == "data/x.yaml" {
					named = named || c.code == "" || string(f.Code) == c.code
				}
			}
			if !named {
				t.Errorf("no finding %s in %s: %v", c.code, c.file, r.Findings.Findings)
			}
		})
	}
}

func TestOutputsHaveNamesThatEverySystemTakes(t *testing.T) {
	project := "project:\n  municipality: {name: X}\n  title: T\n  report_date: 2026-01-01\n  outputs:\n    - {target: short, file: con}\n    - {target: plain, file: \"../../oben\"}\n    - {target: concept, file: \"a:b?.\"}\n"
	r, err := report.Build(options(overlay(t, scaffold, map[string][]byte{"data/konzept.yaml": []byte(project)})))
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, o := range r.Outputs {
		names = append(names, o.File)
	}
	if got := strings.Join(names, " "); got != "_con.pdf oben.pdf a-b.pdf" {
		t.Errorf("files %q, findings %v", got, r.Findings.Findings)
	}
}
