package lint

import (
	"strings"
	"testing"

	"konzept/report/diag"
	"konzept/report/model"
	"konzept/report/source"
)

// TestDeclarationsOfOwnFieldsAreChecked: each fault is told at its place and declares nothing.
func TestDeclarationsOfOwnFieldsAreChecked(t *testing.T) {
	for declared, want := range map[string]string{
		"{key: phase, label: P}":                                       "key",
		"{key: overdue, label: P}":                                     "key",
		"{key: ideas, label: P}":                                       "key",
		"{key: CO₂, label: P}":                                         "key",
		"{key: a, label: P}, {key: a, label: Q}":                       "key",
		"{key: a, label: P, type: Auswahl}":                            "type",
		"{key: a, label: P, values: [x]}":                              "values",
		"{key: a, label: P, sum: Summe}":                               "sum",
		"{key: a, label: P, shown: [Blat]}":                            "shown",
		"{key: a, label: P, shown: [Blatt, overview]}":                 "",
		"{key: phase, of: Ziele, label: P, type: choice, values: [x]}": "",
	} {
		out := &diag.List{}
		text := []byte("project: {title: T, municipality: {name: S}, report_date: 2025-01-01, own_fields: [" + declared + "]}\n")
		root := source.Merge([]*source.Node{source.Parse("data/a.yaml", text, out)}, out)
		r := model.Check(root, nil, model.CheckOptions{}, out)
		Check(r, "de", out)
		got := ""
		for _, f := range out.Findings {
			if f.Code == "own-field" {
				got = f.Path[strings.LastIndexByte(f.Path, '.')+1:]
			}
		}
		if got != want {
			t.Errorf("%s: %q, want %q %+v", declared, got, want, out.Findings)
		}
	}
}
