package compose

import (
	"io/fs"
	"os"
	"strings"
	"testing"

	"konzept/report/design"
	"konzept/report/diag"
	"konzept/report/doc"
	"konzept/report/model"
	"konzept/report/source"
)

// sample is the sample project's report.
func sample(t testing.TB) *model.Report {
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
		t.Fatalf("the sample has errors: %v", out.Findings)
	}
	return r
}

func TestBuiltInDocumentsHaveNoFindings(t *testing.T) {
	r := sample(t)
	var out diag.List
	files := os.DirFS("../..")
	s := loadSet(os.DirFS("../../templates"), nil, &out)
	for _, name := range s.templates.Names("documents/*.md") {
		for _, lang := range []string{"de", "en"} {
			d := s.Document(Job{Job: design.Job{Target: name, Template: name, Report: r, Lang: lang, Date: r.Date}, Files: files}, &out)
			if d == nil || len(d.Chapters) == 0 || d.Title == "" {
				t.Errorf("%s in %s is %v", name, lang, d)
			}
		}
	}
	if len(out.Findings) > 0 {
		var b strings.Builder
		if err := diag.Print(&b, &out, diag.PrintOptions{Lang: "de", Max: 20, Source: s.templates.Source}); err != nil {
			t.Fatal(err)
		}
		t.Error(b.String())
	}
}

func TestLabelsHaveTheSameKeysInEveryLanguage(t *testing.T) {
	var out diag.List
	s := loadSet(os.DirFS("../../templates"), nil, &out)
	de, en := s.templates.Overlaid("labels", "de", &out), s.templates.Overlaid("labels", "en", &out)
	for _, e := range de.Entries {
		if en.Get(e.Key) == nil {
			t.Errorf("labels/en.yaml misses %s", e.Key)
		}
	}
	for _, e := range en.Entries {
		if de.Get(e.Key) == nil {
			t.Errorf("labels/de.yaml misses %s", e.Key)
		}
	}
}

// TestDocumentIsTheSameEveryTime composes the sample's concept twice, from sets of their own.
func TestDocumentIsTheSameEveryTime(t *testing.T) {
	r := sample(t)
	var dumps [2]strings.Builder
	for i := range dumps {
		var out diag.List
		s := loadSet(os.DirFS("../../templates"), nil, &out)
		if err := doc.Dump(&dumps[i], s.Document(Job{Job: design.Job{Target: "concept", Template: "concept", Report: r, Date: r.Date}, Files: os.DirFS("../..")}, &out)); err != nil {
			t.Fatal(err)
		}
	}
	if dumps[0].String() != dumps[1].String() {
		t.Error("two runs differ")
	}
}

func BenchmarkConcept(b *testing.B) {
	r := sample(b)
	files := os.DirFS("../..")
	b.ReportAllocs()
	for b.Loop() {
		var out diag.List
		s := loadSet(os.DirFS("../../templates"), nil, &out)
		s.Document(Job{Job: design.Job{Target: "concept", Template: "concept", Report: r, Date: r.Date}, Files: files}, &out)
	}
}

func BenchmarkReadTemplates(b *testing.B) {
	r := sample(b)
	b.ReportAllocs()
	for b.Loop() {
		var out diag.List
		s := loadSet(os.DirFS("../../templates"), nil, &out)
		s.templates.Document("documents/concept.md", diag.Span{}, &out)
		s.designs.Of(r, &out)
		s.templates.Overlaid("labels", "de", &out)
	}
}
