package lint

import (
	"fmt"
	"strconv"
	"strings"
	"testing"

	"konzept/report/diag"
	"konzept/report/internal/tinydata"
	"konzept/report/model"
)

// check runs an example over the tiny project as `konzept check` would.
func check(t testing.TB, example string, opt model.CheckOptions) (*model.Report, *diag.List) {
	t.Helper()
	var l diag.List
	r := model.Check(tinydata.Over(example, &l), tinydata.Files(), opt, &l)
	Check(r, opt.Lang, &l)
	return r, &l
}

func found(l *diag.List, code diag.Code) bool {
	for _, f := range l.Findings {
		if f.Code == code {
			return true
		}
	}
	return false
}

func TestEachExampleCausesItsCodeAndNoOther(t *testing.T) {
	if _, l := check(t, "project: {subtitle: Für alle}\n", model.CheckOptions{}); len(l.Findings) > 0 {
		t.Fatalf("the base project has findings: %v", l.Findings)
	}
	seen := map[diag.Code]bool{}
	notes := map[diag.Code]bool{"first-here": true, "compare-here": true, "hidden-here": true}
	for _, e := range diag.DataEntries() {
		if seen[e.Code] {
			t.Errorf("%s: documented twice", e.Code)
		}
		seen[e.Code] = true
		if notes[e.Code] || e.Code == "untranslated" {
			continue // a note beside another code; needs a language to build
		}
		text := tinydata.Expand(e.Example)
		_, l := check(t, text, model.CheckOptions{})
		for _, f := range l.Findings {
			if f.Code != e.Code {
				t.Errorf("%s: the example also causes %s %q at %v", e.Code, f.Code, f.Args, f.At)
			}
			if !f.At.Known() {
				t.Errorf("%s: no place", e.Code)
			}
		}
		if len(l.Findings) == 0 {
			t.Errorf("%s: the example causes nothing", e.Code)
		}
	}
}

func TestWordingIsComplete(t *testing.T) {
	for _, e := range diag.Entries() {
		for _, w := range []diag.Wording{e.DE, e.EN} {
			if w.Message == "" || strings.HasSuffix(w.Message, ".") || strings.HasSuffix(w.Hint, ".") {
				t.Errorf("%s: wording %q, %q", e.Code, w.Message, w.Hint)
			}
		}
		for i := range 5 {
			arg := "{" + strconv.Itoa(i) + "}"
			if strings.Contains(e.DE.Message+e.DE.Hint, arg) != strings.Contains(e.EN.Message+e.EN.Hint, arg) {
				t.Errorf("%s: %s is in one language only", e.Code, arg)
			}
		}
	}
}

func TestUntranslatedTextsAreCountedByKind(t *testing.T) {
	_, l := check(t, "project: {languages: [de, en]}\n", model.CheckOptions{Lang: "en"})
	for _, f := range l.Findings {
		if f.Code != "untranslated" {
			t.Errorf("unexpected %v", f)
		}
	}
	if len(l.Findings) != 7 {
		t.Errorf("got %d findings, want one for each of 7 kinds with texts", len(l.Findings))
	}
}

func TestTextsThatTellTheHiddenAreFound(t *testing.T) {
	const town = `
measures:
  - {id: M1, code: "A 1.3", title: Runder Tisch Wohnen, goals: [Z1], lead: amt1, visibility: council}
  - {id: M2, code: "2.4", title: Fonds, goals: [Z1], lead: amt1, visibility: office}
  - {id: M3, code: "3", title: Haus, goals: [Z1], lead: amt1, costs: [{year: 2024, planned: 12000}], hide: {costs: council}, description: "%s", risks: "%s"}
`
	for text, want := range map[string]bool{
		"Dazu gehört der Runder Tisch „Wohnen“ auch.": true,
		"Siehe A 1.3.":                       true,
		"Siehe Maßnahme 2.4!":                true,
		"Das kostet 12.000 Euro.":            true,
		"Das kostet **12 000 €** im Jahr.":   true,
		"Am 2.4. wird ein Tisch aufgebaut.":  false,
		"Es kamen 12.000 Menschen.":          false,
		"Ein runder Tisch steht im Haus.":    false,
		"Das kostet 112.000 Euro insgesamt.": false,
	} {
		_, l := check(t, fmt.Sprintf(town, text, "Keine."), model.CheckOptions{})
		if got := found(l, "tells-hidden"); got != want {
			t.Errorf("%q: found %t, want %t", text, got, want)
		}
	}
	if _, l := check(t, fmt.Sprintf(town, "Gut.", "Siehe A 1.3, 12.000 €."), model.CheckOptions{}); found(l, "tells-hidden") {
		t.Error("the council may read in its own text what it may read elsewhere")
	}
	if _, l := check(t, fmt.Sprintf(town, "Gut.", "Siehe Maßnahme 2.4."), model.CheckOptions{}); !found(l, "tells-hidden") {
		t.Error("the council's text names what is the office's alone")
	}
	const along = "goals: [{id: Z9, code: Z9, title: Verborgenes Ziel im Haus, text: T, field: F1, visibility: council}]\nmeasures:\n" +
		"  - {id: M9, code: M 9.1, title: Treppenhaus streichen, goals: [Z9], lead: amt1, description: Die Maßnahme Treppenhaus streichen kommt.}\n"
	if _, l := check(t, along, model.CheckOptions{}); found(l, "tells-hidden") {
		t.Error("a text that is hidden along with its goal may name itself")
	}
}
