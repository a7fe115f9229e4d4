// Package smalltown is a small report with a design and labels, over which tests try templates.
package smalltown

import (
	"testing"

	"konzept/report/diag"
	"konzept/report/model"
	"konzept/report/source"
)

// Data is the report's YAML.
const Data = `
project:
  title: Konzept
  municipality: {name: Stadt X}
  terms: {words: {own: Eigenes}}
fields:
  - {id: F1, code: "1", title: Sprache, text: "Erster **Absatz**.\n\nZweiter mit\nUmbruch.\n\n- eins\n- zwei _drei_"}
  - {id: F2, code: "2", title: Arbeit & Beruf, summary: "- a\n  - b\n  - c\n    fährt fort\n- d\n\n    - e"}
goals:
  - {id: Z1, code: "1.1", title: Bürger*innen beteiligen, field: F1}
measures:
  - {id: M1, code: "1.1.1", title: Sprachlotsen **stark**, field: F1, goals: [Z1], lead: amt, phase: in Umsetzung, signal: im Plan, progress: 40, partners: [Volkshochschule, Caritas]}
  - {id: M2, code: "1.1.2", title: Zweite, field: F1, goals: [Z1]}
offices:
  - {id: amt, name: Sozialamt}
pictures:
  - {id: b1, file: bild.svg, credit: Stadt}
`

// Design is the least that documents and posters need.
const Design = `
colours:
  - {name: text, rgb: "#000000"}
  - {name: accent, rgb: "#003366"}
  - {name: tint, rgb: "#eeeeee"}
fonts: {body: [Test]}
styles:
  body: {font: body, size: 10pt, leading: 14pt}
  small: {extends: body, size: 8pt}
  cell: {extends: body}
  cellhead: {extends: body}
  h1: {extends: body}
  h2: {extends: body}
  h3: {extends: body}
pages:
  body: {size: A4, foot: {style: small, inner: "{{ project.title }}", outer: "{{ field('page') }}"}}
looks:
  plain: {style: cell}
`

// Labels stand below those of the project.
const Labels = "empty: \"–\"\nstand: Stand\nown: Fremdes\n"

// Date is the report's.
var Date = model.Date{Year: 2024, Month: 6, Day: 30}

// Report reads data as a build would.
func Report(tb testing.TB, yaml string) *model.Report {
	tb.Helper()
	var out diag.List
	root := source.Parse("data.yaml", []byte(yaml), &out)
	r := model.Check(source.Merge([]*source.Node{root}, &out), nil, model.CheckOptions{Date: Date, Lang: "de"}, &out)
	if r == nil {
		tb.Fatal(out.Findings)
	}
	return r
}
