package report_test

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"
	"testing/fstest"

	"konzept/report"
	"konzept/report/export"
	"konzept/report/schema"

	"github.com/xuri/excelize/v2"
)

// climate is a plan whose measures say more than the built-in fields do.
const climate = `
project:
  title: Klimaplan
  municipality: {name: Stadt X}
  report_date: 2025-06-30
  languages: [de, en]
  outputs: [{target: concept, file: Konzept}, {target: concept, audience: council, file: Rat}, {target: progress, file: Umsetzungsstand}]
  own_fields:
    - {key: co2, type: Zahl, label: {de: CO₂-Einsparung, en: CO₂ savings}, unit: t/a, decimals: 1, sum: Summe, shown: [Blatt, Übersicht, Arbeitsmappe]}
    - {key: benefit, type: choice, label: {de: Nutzen, en: Benefit}, values: [{de: sehr groß, en: very large}, {de: klein, en: small}], shown: [Blatt, Register, Arbeitsmappe], input: true}
    - {key: barrier, label: {de: Bremse, en: Brake}, visibility: council}
    - {key: criteria, type: Liste, label: {de: Merkmale, en: Marks}, shown: [Register]}
    - {key: idea, of: Ziele, label: {de: Leitidee, en: Guiding idea}}
    - {key: nobody, label: {de: Nirgends, en: Nowhere}}
fields: [{id: f, code: A, title: {de: Energie, en: Energy}}, {id: g, code: B, title: {de: Verkehr, en: Traffic}}]
goals: [{id: z, code: A1, title: {de: Sparen, en: Save}, field: f, idea: {de: Weniger ist mehr, en: Less is more}}]
measures:
  - {id: m1, code: A1.1, title: {de: Dämmen, en: Insulate}, goals: [z], co2: 1234.5, benefit: very large, barrier: {de: Zu **teuer**, en: Too **dear**}, criteria: [{de: Tempo, en: Speed}]}
  - {id: m2, code: A1.2, title: {de: Heizen, en: Heat}, goals: [z], co2: 0.35, benefit: klein}
  - {id: m3, code: B1.1, title: {de: Radeln, en: Cycle}, field: g, co2: 100}
  - {id: m4, code: B1.2, title: {de: Laufen, en: Walk}, field: g}
`

// TestOwnFieldsAreInEveryOutput: what a project declares is printed with its unit on the sheet and in the overview, summed by field
// and in all, registered, exported and filled in; readers who may not see a field find no trace of it.
func TestOwnFieldsAreInEveryOutput(t *testing.T) {
	for lang, want := range map[string][]string{
		"de": {"CO₂-Einsparung", "1.234,5 t/a", "0,4 t/a", "1.234,9 t/a", "1.334,9 t/a", "sehr groß", "Merkmale", "Tempo", "Leitidee", "Weniger ist mehr"},
		"en": {"CO₂ savings", "1,234.5 t/a", "0.4 t/a", "1,234.9 t/a", "1,334.9 t/a", "very large", "Marks", "Speed", "Guiding idea", "Less is more"},
	} {
		r, suffix := climatePlan(t, lang), map[string]string{"en": "-en"}[lang]
		concept := text(inspect(t, output(t, r, "Konzept"+suffix+".pdf")))
		for _, w := range want {
			if !strings.Contains(concept, w) {
				t.Errorf("%s: the concept does not say %q", lang, w)
			}
		}
		council := text(inspect(t, output(t, r, "Rat"+suffix+".pdf")))
		for _, secret := range []string{"teuer", "dear"} {
			if strings.Contains(concept, secret) {
				t.Errorf("%s: the public reads %q", lang, secret)
			}
		}
		if !strings.Contains(council, map[string]string{"de": "Zu teuer", "en": "Too dear"}[lang]) {
			t.Errorf("%s: the council does not read of the brake", lang)
		}
		for _, empty := range []string{"Nirgends", "Nowhere"} {
			if strings.Contains(council, empty) {
				t.Errorf("%s: a field that nobody filled in is printed", lang)
			}
		}
	}
}

// TestOwnFieldsComeWithTheWorkbook: numbers are numbers, choices have their list, sums by field are formulas that agree.
func TestOwnFieldsComeWithTheWorkbook(t *testing.T) {
	r := climatePlan(t, "de")
	f, err := excelize.OpenReader(bytes.NewReader(output(t, r, "Umsetzungsstand.xlsx").Data))
	if err != nil {
		t.Fatal(err)
	}
	rows, err := f.GetRows("Eigene Angaben", excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	all := ""
	for _, row := range rows {
		all += strings.Join(row, "|") + "\n"
	}
	for _, want := range []string{"A1.1|Dämmen|1234.5|sehr groß", "A1.2|Heizen|0.35|klein", "B1.2|Laufen", "A|Energie|1234.85", "B|Verkehr|100"} {
		if !strings.Contains(all, want) {
			t.Errorf("no row %q in\n%s", want, all)
		}
	}
	if list, err := f.GetDataValidations("Eigene Angaben"); err != nil || len(list) == 0 {
		t.Errorf("no list to choose from: %v", err)
	}
}

// climatePlan builds the plan; nothing in it is wrong.
func climatePlan(t *testing.T, lang string) *report.Result {
	t.Helper()
	o := options(fstest.MapFS{"data/konzept.yaml": {Data: []byte(climate)}})
	o.Lang = lang
	r, err := report.Build(o)
	if err != nil {
		t.Fatal(err)
	}
	if r.Findings.Stops(false) {
		t.Fatalf("%+v", r.Findings.Findings)
	}
	return r
}

// TestOwnFieldsAreExported: with their keys, as the data have them.
func TestOwnFieldsAreExported(t *testing.T) {
	var data struct{ Measures []map[string]any }
	if err := json.Unmarshal(export.JSON(climatePlan(t, "de").Report.View(schema.Public)), &data); err != nil || len(data.Measures) != 4 {
		t.Fatalf("%v", err)
	}
	if m := data.Measures[0]; m["co2"] != 1234.5 || m["benefit"] != "sehr groß" || m["barrier"] != nil {
		t.Errorf("%v", m)
	}
}
