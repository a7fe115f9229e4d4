package sheet_test

import (
	"io/fs"
	"os"
	"path"
	"testing"

	"konzept/report/compose"
	"konzept/report/diag"
	"konzept/report/model"
	"konzept/report/sheet"
	"konzept/report/source"
)

// project is the repository's own project with the built-in template.
func project(t testing.TB, lang string) (*model.Report, compose.Job, *compose.Set) {
	t.Helper()
	root := os.DirFS("../..")
	names, err := fs.Glob(root, "data/*.yaml")
	if err != nil {
		t.Fatal(err)
	}
	var out diag.List
	var nodes []*source.Node
	for _, name := range names {
		data, err := fs.ReadFile(root, name)
		if err != nil {
			t.Fatal(err)
		}
		if n := source.Parse(path.Clean(name), data, &out); n != nil {
			nodes = append(nodes, n)
		}
	}
	r := model.Check(source.Merge(nodes, &out), root, model.CheckOptions{Lang: lang}, &out)
	templates, err := fs.Sub(root, "templates")
	if err != nil || r == nil || out.Errors(false) {
		t.Fatal(err, out.Findings)
	}
	date := model.Date{Year: 2024, Month: 6, Day: 30}
	return r, compose.Job{Target: "progress", Template: "progress", Report: r.View(model.Public), Lang: lang, Date: date, Edition: "screen", Audience: "public", Files: root},
		compose.Load(templates, nil, &out)
}

func TestTheSampleProjectMakesItsWorkbook(t *testing.T) {
	for _, lang := range []string{"de", "en"} {
		_, job, set := project(t, lang)
		var out diag.List
		b := set.Book(job, &out)
		if b == nil || len(out.Findings) > 0 {
			diag.Print(os.Stderr, &out, diag.PrintOptions{Lang: "de", Source: set.Source})
			t.Fatal("findings in the template")
		}
		data, err := sheet.Write(b, &out)
		if err != nil || len(out.Findings) > 0 {
			t.Fatal(err, out.Findings)
		}
		if path := os.Getenv("PROGRESS_OUT"); path != "" {
			if err := os.WriteFile(path+"-"+lang+".xlsx", data, 0o644); err != nil {
				t.Fatal(err)
			}
		}
		if back := sheet.Read("progress.xlsx", data, &out); back == nil || len(back.Sheets) != 1 {
			t.Fatal(out.Findings)
		}
	}
}
