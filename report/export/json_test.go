package export_test

import (
	"encoding/json"
	"strings"
	"testing"

	"konzept/report/diag"
	"konzept/report/export"
	"konzept/report/model"
	"konzept/report/schema"
	"konzept/report/source"
)

const town = `
project:
  title: {de: Konzept, en: Concept}
  languages: [de, en]
  municipality: {name: Stadt „X“}
  report_date: 2025-06-30
  outputs: [{target: concept}]
  terms: {words: {own: Eigenes}}
fields: [{id: f, code: "1", title: Feld, strengths: [eins, zwei]}]
goals: [{id: z, code: "1.1", title: Ziel, text: Text, field: f}]
offices: [{id: o, name: Amt}]
measures:
  - {id: m, code: "1.1.1", title: Maßnahme, goals: [z], lead: o, start: Ende 2025, phase: in Planung, signal: im Plan, staff: 0.5, internal_note: geheim,
     costs: [{year: 2025, kind: einmalig, planned: 12.50}]}
`

// TestTheViewIsWrittenWhole: every kind of value in the form that the package promises, and nothing that the view hides.
func TestTheViewIsWrittenWhole(t *testing.T) {
	var out diag.List
	r := model.Check(source.Merge([]*source.Node{source.Parse("data/a.yaml", []byte(town), &out)}, &out), nil, model.CheckOptions{}, &out)
	got := export.JSON(r.View(schema.Public))
	want := `{"version":1,"date":"2025-06-30","project":{"municipality":{"name":"Stadt „X“"},"title":{"de":"Konzept","en":"Concept"},"report_date":"2025-06-30","languages":["de","en"],"terms":{"words":{"own":"Eigenes"}}},` +
		`"offices":[{"id":"o","name":"Amt"}],"fields":[{"id":"f","code":"1","title":"Feld","strengths":["eins","zwei"]}],"goals":[{"id":"z","code":"1.1","title":"Ziel","text":"Text","field":"f","level":1}],` +
		`"measures":[{"id":"m","code":"1.1.1","title":"Maßnahme","field":"f","goals":["z"],"costs":[{"year":2025,"kind":"einmalig","planned":1250}],"staff":0.5,"lead":"o","start":"Ende 2025","phase":"in Planung","signal":"im Plan"}]}`
	same := func(s string) any {
		var v any
		if err := json.Unmarshal([]byte(s), &v); err != nil {
			t.Fatalf("%v in %s", err, s)
		}
		return v
	}
	a, _ := json.MarshalIndent(same(string(got)), "", " ")
	b, _ := json.MarshalIndent(same(want), "", " ")
	if string(a) != string(b) {
		t.Errorf("got %s", got)
	}
	if strings.Contains(string(got), "geheim") || !strings.Contains(string(export.JSON(r)), "geheim") {
		t.Error("the view does not decide what is written")
	}
}
