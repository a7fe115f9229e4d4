package report_test

import (
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"konzept/fonts"
	"konzept/report"
	"konzept/report/diag"
)

// buildPosters makes the posters of a project with one template of its own.
func buildPosters(t *testing.T, template string) *report.Result {
	t.Helper()
	project := fstest.MapFS{
		"data/konzept.yaml": {Data: []byte("project:\n  title: Konzept\n  report_date: 2024-06-30\n  municipality: {name: Stadt X}\n" +
			"  outputs:\n    - {target: posters, template: posters/p.yaml, formats: [A3]}\n")},
		"templates/posters/p.yaml": {Data: []byte(template)},
	}
	r, err := report.Build(report.Options{Project: project, Templates: os.DirFS("../templates"), Fonts: fonts.FS(), Targets: []string{"posters"}})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestPosterExamplesCauseTheirCode(t *testing.T) {
	for _, e := range diag.PosterEntries() {
		if e.Example == "" {
			continue
		}
		var found []diag.Code
		for _, f := range buildPosters(t, e.Example).Findings.Findings {
			found = append(found, f.Code)
		}
		if !slices.Equal(found, []diag.Code{e.Code}) {
			t.Errorf("%s: its example causes %v", e.Code, found)
		}
	}
}

func TestSamplePostersHaveNoFindings(t *testing.T) {
	r, err := report.Build(report.Options{Project: os.DirFS(".."), Templates: os.DirFS("../templates"), Fonts: fonts.FS(), Targets: []string{"posters"}, Edition: "screen"})
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range r.Findings.Findings {
		if e, _ := diag.Lookup(f.Code); slices.ContainsFunc(diag.PosterEntries(), func(p diag.Entry) bool { return p.Code == e.Code }) {
			t.Errorf("%s %q at %v", f.Code, f.Args, f.At)
		}
	}
	var names []string
	for _, o := range r.Outputs {
		names = append(names, o.File)
	}
	for _, want := range []string{"reihe-2023-A3", "reihe-2023-A1", "ws-arbeit-A3", "ws-sprache-A1", "ws-zusammenleben-A3"} {
		if !slices.ContainsFunc(names, func(n string) bool { return strings.Contains(n, want) }) {
			t.Errorf("no poster %s among %q", want, names)
		}
	}
}
