package lint

import (
	"io"
	"os"
	"path/filepath"
	"testing"

	"konzept/report/diag"
	"konzept/report/internal/tinydata"
	"konzept/report/model"
	"konzept/report/schema"
	"konzept/report/source"
)

func FuzzCheck(f *testing.F) {
	f.Add(tinydata.Base)
	f.Add("measures:\n  - {id: M1, code: \"1\", title: T, goals: [Z1], lead: amt1, visibility: council, costs: [{year: 2024, planned: 12000}], hide: {costs: office}}\n")
	for _, e := range diag.DataEntries() {
		if len(e.Example) < 400 {
			f.Add(e.Example)
		}
	}
	names, _ := filepath.Glob("testdata/*.yaml")
	for _, name := range names {
		if text, err := os.ReadFile(name); err == nil {
			f.Add(string(text))
		}
	}
	f.Fuzz(func(t *testing.T, text string) {
		var l diag.List
		root := source.Merge([]*source.Node{source.Parse("data/a.yaml", []byte(text), &l)}, &l)
		report := model.Check(root, tinydata.Files(), model.CheckOptions{Lang: "en"}, &l)
		Check(report, "en", &l)
		for _, finding := range l.Findings {
			if _, ok := diag.Lookup(finding.Code); !ok {
				t.Fatalf("unknown code %v", finding)
			}
			known := finding.At.Known() || finding.Code == "no-project"
			if !known || finding.At.From > finding.At.To || finding.At.File == "data/a.yaml" && int(finding.At.To) > len(text) {
				t.Fatalf("place of %v in %q", finding, text)
			}
		}
		_ = report.Dump(io.Discard)
		_ = report.View(schema.Public).Dump(io.Discard)
		_ = diag.Print(io.Discard, &l, diag.PrintOptions{Source: func(string) []byte { return []byte(text) }})
	})
}
