package compose

import (
	"io/fs"
	"os"
	"strings"
	"testing"

	"konzept/report/diag"
	"konzept/report/model"
	"konzept/report/source"
)

// frankenthal is the sample project's report.
func frankenthal(t testing.TB) *model.Report {
	t.Helper()
	var out diag.List
	files := os.DirFS("../..")
	names, _ := fs.Glob(files, "data/*.yaml")
	var nodes []*source.Node
	for _, n := range names {
		data, err := fs.ReadFile(files, n)
		if err != nil {
			t.Fatal(err)
		}
		nodes = append(nodes, source.Parse(n, data, &out))
	}
	r := model.Check(source.Merge(nodes, &out), files, model.CheckOptions{}, &out)
	if out.Errors(false) {
		t.Skip("the sample has errors")
	}
	return r
}

func TestRealTemplates(t *testing.T) {
	r := frankenthal(t)
	var out diag.List
	s := Load(os.DirFS("../../templates"), nil, &out)
	for _, name := range []string{"concept", "council-report"} {
		d := s.Document(Job{Target: name, Template: name, Report: r, Lang: "de", Date: model.Date{Year: 2024, Month: 6, Day: 30}, Files: os.DirFS("../..")}, &out)
		t.Log(name, len(d.Chapters))
	}
	var b strings.Builder
	diag.Print(&b, &out, diag.PrintOptions{Lang: "de", Max: 1000, Source: func(f string) []byte {
		if strings.HasPrefix(f, "templates/") {
			return s.Source(f)
		}
		data, _ := os.ReadFile("../../" + f)
		return data
	}})
	t.Log(b.String())
}
