package report_test

import (
	"bytes"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/xuri/excelize/v2"

	"konzept/report"
)

const ownWorkbook = `extends: progress
let:
  urgent: 'filter(measures, .priority == "hoch")'
change:
  - region: measures
    after: lead
    columns:
      - {key: kind, title: Typ, value: m.kind, width: 14}
  - {region: measures, drop: [next]}
  - {region: legend_signal, drop: true}
sheets:
  - name: Dringend
    regions:
      - name: urgent
        rows: m in urgent
        columns: [{key: code, title: Nr., value: m.code}, {key: title, title: Titel, value: m.title}]
`

// TestWorkbooksExtendTheBuiltInOne: columns come and go, regions go, sheets come; everything else is the built-in workbook's.
func TestWorkbooksExtendTheBuiltInOne(t *testing.T) {
	data := strings.Replace(undated, "{target: progress, file: Mappe}", "{target: progress, template: tables/eigene.yaml, file: Mappe}", 1)
	data = strings.Replace(data, "title: C, field: f, lead: o}", "title: C, field: f, lead: o, priority: hoch, kind: Satzung}", 1)
	r, err := report.Build(options(fstest.MapFS{"data/konzept.yaml": {Data: []byte(data)}, "templates/tables/eigene.yaml": {Data: []byte(ownWorkbook)}}))
	if err != nil || len(r.Findings.Findings) > 0 {
		t.Fatal(err, r.Findings.Findings)
	}
	f, err := excelize.OpenReader(bytes.NewReader(output(t, r, "Mappe.xlsx").Data))
	if err != nil {
		t.Fatal(err)
	}
	rows, _ := f.GetRows("Maßnahmen")
	head := rows[slices.IndexFunc(rows, func(row []string) bool { return len(row) > 3 && row[0] == "Nr." })]
	at := slices.Index(head, "Typ")
	if at < 1 || head[at-1] != "Federführung" || slices.ContainsFunc(head, func(s string) bool { return strings.HasPrefix(s, "Nächster Schritt") }) {
		t.Errorf("columns %q", head)
	}
	urgent, _ := f.GetRows("Dringend")
	if last := urgent[len(urgent)-1]; len(last) < 2 || last[0] != "1.3" || last[1] != "C" {
		t.Errorf("urgent are %q", urgent)
	}
	legend, _ := f.GetRows("Legende")
	for _, row := range legend {
		if len(row) > 0 && strings.Contains(row[0], "im Plan") {
			t.Errorf("the region that was dropped is there: %q", row)
		}
	}
}

// TestChangesThatFitNothingAreTold at their place, with what there is.
func TestChangesThatFitNothingAreTold(t *testing.T) {
	data := strings.Replace(undated, "{target: progress, file: Mappe}", "{target: progress, template: tables/eigene.yaml, file: Mappe}", 1)
	for change, want := range map[string]string{
		"extends: progres\n": "missing-template",
		"extends: progress\nchange: [{region: mesures, drop: [next]}]\n":                     "table-shape",
		"extends: progress\nchange: [{region: measures, drop: [nächster]}]\n":                "table-shape",
		"extends: progress\nchange: [{region: measures, after: x, columns: []}]\n":           "table-shape",
		"extends: progress\nchange: [{bereich: measures, region: measures, drop: [next]}]\n": "table-key",
	} {
		r, err := report.Build(options(fstest.MapFS{"data/konzept.yaml": {Data: []byte(data)}, "templates/tables/eigene.yaml": {Data: []byte(change)}}))
		if err != nil {
			t.Fatal(err)
		}
		found := false
		for _, f := range r.Findings.Findings {
			found = found || string(f.Code) == want && f.At.File == "templates/tables/eigene.yaml"
		}
		if !found {
			t.Errorf("%s: no %s among %+v", change, want, r.Findings.Findings)
		}
	}
}
