package report_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"konzept/report"
)

const undated = `
project: {title: Plan, municipality: {name: Stadt X}, report_date: 2025-06-30, outputs: [{target: concept, file: Konzept}, {target: council-report, file: Bericht}, {target: progress, file: Mappe}]}
offices: [{id: o, name: Amt}]
fields: [{id: f, code: "1", title: Feld}]
measures:
  - {id: a, code: "1.1", title: A, field: f, lead: o, costs: [{planned: 5000}, {year: 2025, planned: 300, spent: 100}], funding: [{source: Land, amount: 400}, {source: EU, year: 2025, amount: 50}]}
  - {id: b, code: "1.2", title: B, field: f, lead: o, cost_text: im laufenden Haushalt}
  - {id: c, code: "1.3", title: C, field: f, lead: o}
`

// TestMoneyNeedsNoYear: what a plan gives no year for is part of every sum and stands in a column of its own; what has no figure is
// said in words, and sums say how many measures they leave out.
func TestMoneyNeedsNoYear(t *testing.T) {
	r, err := report.Build(options(fstest.MapFS{"data/konzept.yaml": {Data: []byte(undated)}}))
	if err != nil || len(r.Findings.Findings) > 0 {
		t.Fatal(err, r.Findings.Findings)
	}
	concept, council := text(inspect(t, output(t, r, "Konzept.pdf"))), text(inspect(t, output(t, r, "Bericht.pdf")))
	for _, want := range []string{"ohne Jahr", "5.300 €", "im laufenden Haushalt", "2 Maßnahmen ohne Kostenangabe sind nicht enthalten."} {
		if !strings.Contains(concept, want) {
			t.Errorf("the concept does not say %q", want)
		}
	}
	for _, want := range []string{"ohne Jahr", "5.300 €"} {
		if !strings.Contains(council, want) {
			t.Errorf("the council report does not say %q", want)
		}
	}
}
