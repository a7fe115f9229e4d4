package report_test

import (
	"io/fs"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/image/font/gofont/gobold"
	"golang.org/x/image/font/gofont/goregular"

	"konzept/report"
	"konzept/report/verify"
)

// overlay is a project's files with further ones on top.
func overlay(t testing.TB, dir string, more map[string][]byte) fstest.MapFS {
	t.Helper()
	files := fstest.MapFS{}
	base := os.DirFS(dir)
	err := fs.WalkDir(base, ".", func(p string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(base, p)
		files[p] = &fstest.MapFile{Data: data}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	for name, data := range more {
		files[name] = &fstest.MapFile{Data: data}
	}
	return files
}

// second is a quite different project: another town, one goal level, two fields, other words, columns, colours, typeface.
func second(t testing.TB) *report.Result {
	return made(t, options(overlay(t, "testdata/second", map[string][]byte{"fonts/Go-Regular.ttf": goregular.TTF, "fonts/Go-Bold.ttf": gobold.TTF})))
}

func TestAnotherProjectNeedsNoGo(t *testing.T) {
	r := second(t)
	tree := inspect(t, output(t, r, "Klimafahrplan.pdf"))
	all := text(tree)
	for _, want := range []string{"Hansestadt Beispielhafen", "Klimafahrplan", "Bereich E: Energie und Gebäude", "Alle Schritte", "Wärmenetz für die Altstadt"} {
		if !strings.Contains(all, want) {
			t.Errorf("the paper does not hold %q", want)
		}
	}
	for _, never := range []string{"Frankenthal", "Handlungsfeld", "Workshop", "Federführung", "Beispieldaten"} {
		if strings.Contains(all, never) {
			t.Errorf("the paper holds %q", never)
		}
	}
	if got := headers(tree, "Schritt"); got != "Schritt Umsetzungsstand Nr. Bereich" && !strings.HasPrefix(got, "Schritt Umsetzungsstand Nr.") {
		t.Errorf("columns of the overview: %q", got)
	}
	if got := headers(tree, "Umsetzungsstand", "Ampel"); !strings.HasPrefix(got, "Umsetzungsstand Ampel Zuständig Laufzeit") {
		t.Errorf("columns of a sheet: %q", got)
	}
	if !strings.Contains(all, "1 250 000") && !strings.Contains(all, "2 230 000,50") {
		t.Errorf("money is not grouped by narrow spaces")
	}
}

func TestAnotherProjectHasItsOwnTypeface(t *testing.T) {
	var names []string
	for _, f := range inspect(t, output(t, second(t), "Klimafahrplan.pdf")).Fonts {
		names = append(names, f.Name)
	}
	if all := strings.Join(names, " "); !strings.Contains(all, "+Go") {
		t.Errorf("typefaces %q", all)
	}
}

// headers joins the header cells of the first table whose header begins with the given words.
func headers(r *verify.Report, first ...string) string {
	var row []string
	for _, n := range append(r.Structure, verify.Node{Type: "TR"}) {
		switch {
		case n.Type == "TR":
			if len(row) >= len(first) && strings.Join(row[:len(first)], " ") == strings.Join(first, " ") {
				return strings.Join(row, " ")
			}
			row = nil
		case n.Type == "TH" && n.Scope == "Column":
			row = append(row, plain(n.Text))
		}
	}
	return ""
}
