package report_test

import (
	"fmt"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"konzept/report"
	"konzept/report/diag"
	"konzept/report/page"
)

// started is the starter of `konzept init` with more data files, its outputs as given.
func started(t *testing.T, more map[string]string) fstest.MapFS {
	t.Helper()
	files := overlay(t, "../cmd/konzept/scaffold", nil)
	for name, data := range more {
		files[name] = &fstest.MapFile{Data: []byte(data)}
	}
	return files
}

// laid lays a project out and fails the test on an error or on a finding that blames a built-in template.
func laid(t *testing.T, files fs.FS) map[string]*page.Document {
	t.Helper()
	list, found, err := report.Lay(options(files))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range found {
		if diag.SeverityOf(f.Code) == diag.Error || strings.HasPrefix(f.At.File, "templates/") {
			t.Errorf("%s in %s: %q", f.Code, f.At.File, f.Args)
		}
	}
	all := map[string]*page.Document{}
	for _, d := range list {
		all[d.Name] = d.Pages.Compact()
	}
	return all
}

// The page count of the starter and of an ordinary small town: nothing is blank, and nothing less than half full but where
// a chapter ends.
func TestWhatNewcomersSeeFirst(t *testing.T) {
	for name, d := range laid(t, started(t, nil)) {
		poor(t, name, d)
		numbered(t, name, d)
	}
}

// poor finds pages of a document that are less than half full though their chapter goes on.
func poor(t *testing.T, name string, d *page.Document) {
	t.Helper()
	for n, p := range d.Pages {
		full := fullness(p)
		if full == 0 {
			t.Errorf("%s: page %d is blank", name, n+1)
		}
		if full < 500 && n+1 < len(d.Pages) && !opens(d.Pages[n+1]) {
			t.Errorf("%s: page %d is only %d ‰ full, and its chapter goes on", name, n+1, full)
		}
	}
}

func TestFieldsMayHaveAnyColour(t *testing.T) {
	fields := "fields:\n"
	measures := "measures:\n"
	for i, c := range []string{"feld4", "feld9", `"#b3261e"`, "", "accent", "feld31"} {
		fields += fmt.Sprintf("  - {id: f%d, code: \"%d\", title: Feld der Tat, text: T.", i, i+4)
		if c != "" {
			fields += ", colour: " + c
		}
		fields += "}\n"
		measures += fmt.Sprintf("  - {id: a%d, code: \"%d.1\", title: Tat, field: f%d, lead: fb-soziales, description: D.}\n", i, i+4, i)
	}
	for _, design := range []string{"base", "lively", "sober", "frankenthal"} {
		files := started(t, map[string]string{"data/x.yaml": fields + measures})
		project := files["data/konzept.yaml"]
		project.Data = []byte(strings.Replace(string(project.Data), "project:\n", "project:\n  design: "+design+"\n", 1))
		laid(t, files)
	}
}

func TestABadColourIsFoundWhereItStands(t *testing.T) {
	for colour, code := range map[string]diag.Code{`"#ffe100"`: "pale-colour", `"#12"`: "unknown-colour", "rosa": "unknown-colour"} {
		files := started(t, map[string]string{"data/x.yaml": "fields:\n  - {id: f4, code: \"4\", title: Feld der Tat, colour: " + colour + ", text: T.}\n"})
		_, found, err := report.Lay(options(files))
		if err != nil {
			t.Fatal(err)
		}
		said := 0
		for _, f := range found {
			if f.Code == code && f.At.File == "data/x.yaml" {
				said++
			} else if strings.HasPrefix(f.At.File, "templates/") || f.Code == "low-contrast" {
				t.Errorf("%s: %s in %s", colour, f.Code, f.At.File)
			}
		}
		if said != 1 {
			t.Errorf("%s: %d findings %s", colour, said, code)
		}
	}
}

// A series of so many workshops of so many parts is printed; one workshop of one part speaks of no parts.
func TestSeriesOfAnyLengthArePrinted(t *testing.T) {
	for _, c := range [][2]int{{1, 1}, {1, 6}, {2, 3}, {4, 1}, {5, 2}, {8, 6}} {
		var shops, parts strings.Builder
		for w := range c[0] {
			fmt.Fprintf(&shops, "  - {id: x%d, series: s, title: Arbeit und Ausbildung, audience: alle}\n", w)
			for k := range c[1] {
				fmt.Fprintf(&parts, "  - {id: x%d-%d, workshop: x%d, number: %d, date: 2025-03-%02d, start: \"18:00\", end: \"20:00\", place: {name: Rathaus, street: Markt 1}}\n", w, k, w, k+1, 1+w*3+k)
			}
		}
		data := town + "series: [{id: s, title: Workshop-Reihe, text: Reden Sie mit.}]\nworkshops:\n" + shops.String() + "parts:\n" + parts.String()
		data = strings.Replace(data, "{target: council-report, file: B}", "{target: posters, file: P, formats: [A4, A3]}, {target: workshop-record}, {target: invitation}", 1)
		for name, d := range laid(t, fstest.MapFS{"data/konzept.yaml": {Data: []byte(data)}}) {
			all := ""
			for _, p := range d.Pages {
				for _, it := range p.Items {
					if r, ok := it.(*page.Text); ok {
						all += r.Run.Text
					}
				}
			}
			if c == [2]int{1, 1} && strings.Contains(all, "Teil 1") {
				t.Errorf("%s speaks of parts", name)
			}
			if strings.HasPrefix(name, "P-s-") && !strings.Contains(all, "Reden Sie mit.") {
				t.Errorf("%s does not say the series' text", name)
			}
		}
	}
}

// A measure that is taller than a page is parted by rows and lines and takes no more pages than it fills.
func TestALongSheetIsParted(t *testing.T) {
	text := strings.Repeat("Die Verwaltung stimmt die Schritte mit den Beteiligten ab und berichtet darüber im Ausschuss. ", 34)
	d := laid(t, started(t, map[string]string{"data/x.yaml": fmt.Sprintf("measures:\n  - {id: m-x, code: \"9.9\", title: Langes Blatt, goals: [z-1], lead: fb-soziales, description: %q, effect: %q}\n", text, text)}))["Konzept"]
	if d == nil {
		t.Fatal("no document")
	}
	poor(t, "Konzept", d)
}
