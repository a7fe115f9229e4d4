// Package typeset sets running text: the inlines of a paragraph, a heading, a caption or a footnote become lines in a galley,
// with the fonts of their style, their elements, links and notes.
//
// It knows no block: whoever sets blocks asks it for the text in them. It never breaks pages.
package typeset

import (
	"konzept/report/diag"
	"konzept/report/doc"
	"konzept/report/galley"
	"konzept/report/geom"
	"konzept/report/introspection"
	"konzept/report/page"
	"konzept/report/text"
)

// Setter sets running text: inlines become lines in a galley, with their elements, links and footnotes. It serves one unit.
type Setter struct {
	Doc     *doc.Document
	Index   *introspection.Index
	Labels  *introspection.Labels // as the round before found them
	Styles  *Styles
	Out     *diag.List
	Grid    geom.Length         // of the unit's lines; 0: none
	Field   func(string) string // what a field of running lines says
	Refers  bool                // the index has met names of pages
	Width   geom.Length         // of a column of text
	Count   introspection.Counts
	refers  bool // names pages, so that it is collected again when they are known
	lines   [][]text.Line
	at      int // of lines
	free    []*galley.Galley
	spare   []*Inlines
	texts   []page.Text
	items   []page.Item
	elems   []page.Elem
	Leading geom.Length // of the last text set, for findings that count lines
	Quiet   bool        // artifacts: no element, no finding
	Ground  bool        // of a filled area: notes take the ink of their paragraph
	InBox   int         // boxes around the present block: their text keeps no register
}

// Begin begins a round; lines are kept where another follows.
func (st *Setter) Begin(base introspection.Counts, another bool) {
	st.Count, st.at = base, 0
	st.refers, st.Quiet = st.Refers || another, false
}

// FinishRound drops what only a further round would need.
func (st *Setter) FinishRound() {
	if !st.refers {
		st.lines = nil
	}
	st.free, st.spare = nil, nil
}

// Elem makes a structure element below parent.
func (st *Setter) Elem(kind string, parent *page.Elem) *page.Elem {
	if st.Quiet {
		return nil
	}
	if len(st.elems) == 0 {
		st.elems = make([]page.Elem, 64)
	}
	e := &st.elems[0]
	st.elems = st.elems[1:]
	e.Type, e.Parent = kind, parent
	return e
}

// newText makes a text item from a chunk: there are hundreds of thousands of them.
func (st *Setter) newText() *page.Text {
	if len(st.texts) == 0 {
		st.texts = make([]page.Text, 128)
	}
	t := &st.texts[0]
	st.texts = st.texts[1:]
	return t
}

// newItems returns an empty list of items with capacity for n.
func (st *Setter) newItems(n int) []page.Item {
	if n > 128 {
		return make([]page.Item, 0, n)
	}
	if len(st.items) < n {
		st.items = make([]page.Item, 512)
	}
	list := st.items[:0:n]
	st.items = st.items[n:]
	return list
}

// TakeGalley lends an empty galley; GiveGalley takes it back when its boxes are placed.
func (st *Setter) TakeGalley() *galley.Galley {
	if n := len(st.free); n > 0 {
		g := st.free[n-1]
		st.free = st.free[:n-1]
		return g
	}
	return &galley.Galley{}
}

// GiveGalley takes back an empty or placed galley.
func (st *Setter) GiveGalley(g *galley.Galley) {
	g.Reset()
	st.free = append(st.free, g)
}

// Language is the primary subtag of the document's language.
func (st *Setter) Language() string { return st.Styles.lang }
