// Package tinydata is a tiny project without findings, over which tests lay examples.
package tinydata

import (
	"strconv"
	"strings"
	"testing/fstest"

	"konzept/report/diag"
	"konzept/report/source"
)

// Base is the tiny project under every example: it has no finding. An example replaces its top-level values key by
// key and its records by id; everything else stands below it.
const Base = `
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

// Files are what the examples point to.
func Files() fstest.MapFS {
	return fstest.MapFS{
		"data/bild.png":           {Data: []byte("png")},
		"data/texte/leitbild.md":  {Data: []byte("Wir gehören zusammen.\n")},
		"data/texte/windows1.md":  {Data: []byte("Gr\xfc\xdfe\n")},
		"pictures/von-oben.png":   {Data: []byte("png")},
		"data/texte/hinweis.docx": {Data: []byte("PK")},
	}
}

// Over reads an example and lays it over the base: places are in data/a.yaml.
func Over(example string, out *diag.List) *source.Node {
	var none diag.List
	below := source.Parse("data/base.yaml", []byte(Base), &none)
	above := source.Parse("data/a.yaml", []byte(example), out)
	return source.Merge([]*source.Node{without(below, above), above}, out)
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

// Expand writes out ⟨text × n⟩, by which an example says how often something long repeats.
func Expand(s string) string {
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
