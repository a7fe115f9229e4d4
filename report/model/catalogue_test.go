package model

import (
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"konzept/report/diag"
	"konzept/report/source"
)

// base is the tiny project under every example: it has no finding. An example replaces its top-level values key by
// key and its records by id; everything else stands below it.
const base = `
project:
  municipality: {name: Musterstadt}
  title: Konzept
  languages: [de]
  report_date: 2024-06-30
offices:
  - {id: amt1, name: Amt für Soziales}
fields:
  - {id: F1, code: "1", title: Sprache}
goals:
  - {id: Z1, code: "1", title: Sprache, text: Alle lernen Deutsch., field: F1}
measures:
  - {id: M1, code: "1", title: Sprachkurse, lead: amt1, goals: [Z1]}
workshops:
  - {id: AA, title: Arbeit, perspectives: [Frauen, junge Menschen]}
parts:
  - {id: AA-1, workshop: AA, number: 1, date: 2023-11-20, weekday: Montag}
ideas:
  - {id: AA-1-1, part: AA-1, kind: Frage, text: "Wo gibt es Kurse?", perspective: Frauen}
`

func projectFiles() fstest.MapFS {
	return fstest.MapFS{
		"data/bild.png":           {Data: []byte("png")},
		"data/texte/leitbild.md":  {Data: []byte("Wir gehören zusammen.\n")},
		"data/texte/windows1.md":  {Data: []byte("Gr\xfc\xdfe\n")},
		"pictures/von-oben.png":   {Data: []byte("png")},
		"data/texte/hinweis.docx": {Data: []byte("PK")},
	}
}

// check runs an example over the base project as `konzept check` would.
func check(t testing.TB, example string, opt CheckOptions) (*Report, *diag.List) {
	t.Helper()
	var l, none diag.List
	below := source.Parse("data/base.yaml", []byte(base), &none)
	if len(none.Findings) > 0 {
		t.Fatal(none.Findings)
	}
	above := source.Parse("data/a.yaml", []byte(example), &l)
	return Check(source.Merge([]*source.Node{without(below, above), above}, &l), projectFiles(), opt, &l), &l
}

// without returns the base less what the example has.
func without(below, above *source.Node) *source.Node {
	if above == nil || above.Kind != source.Mapping {
		return below
	}
	rest := *below
	rest.Entries = nil
	for _, e := range below.Entries {
		own := above.Get(e.Key)
		switch {
		case own == nil:
		case own.Empty():
			continue
		case own.Kind == source.Mapping && e.Value.Kind == source.Mapping:
			m := *e.Value
			m.Entries = nil
			for _, inner := range e.Value.Entries {
				if own.Get(inner.Key) == nil {
					m.Entries = append(m.Entries, inner)
				}
			}
			e.Value = &m
		case own.Kind == source.Sequence && e.Value.Kind == source.Sequence:
			s := *e.Value
			s.Items = nil
			for _, item := range e.Value.Items {
				if !hasID(own, item.Get("id").Value) {
					s.Items = append(s.Items, item)
				}
			}
			e.Value = &s
		}
		rest.Entries = append(rest.Entries, e)
	}
	return &rest
}

func hasID(list *source.Node, id string) bool {
	for _, item := range list.Items {
		if n := item.Get("id"); n != nil && n.Value == id {
			return true
		}
	}
	return false
}

// expand writes out ⟨text × n⟩, by which an example says how often something long repeats.
func expand(s string) string {
	for {
		head, rest, ok := strings.Cut(s, "⟨")
		if !ok {
			return s
		}
		inner, tail, _ := strings.Cut(rest, "⟩")
		text, times, _ := strings.Cut(inner, " × ")
		n, _ := strconv.Atoi(times)
		s = head + strings.Repeat(text, n) + tail
	}
}

func TestEachExampleCausesItsCodeAndNoOther(t *testing.T) {
	if _, l := check(t, "project: {subtitle: Für alle}\n", CheckOptions{}); len(l.Findings) > 0 {
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
		text := expand(e.Example)
		_, l := check(t, text, CheckOptions{})
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
	_, l := check(t, "project: {languages: [de, en]}\n", CheckOptions{Lang: "en"})
	for _, f := range l.Findings {
		if f.Code != "untranslated" {
			t.Errorf("unexpected %v", f)
		}
	}
	if len(l.Findings) != 7 {
		t.Errorf("got %d findings, want one for each of 7 kinds with texts", len(l.Findings))
	}
}
