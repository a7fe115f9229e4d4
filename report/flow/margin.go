package flow

import (
	"strconv"

	"konzept/report/doc"
	"konzept/report/galley"
	"konzept/report/geom"
	"konzept/report/typeset"
)

// White between text and marginal notes, between notes, and between them and the trim.
const (
	AsideGap  = 5 * geom.MM
	AsideEdge = 7 * geom.MM

	asideLeast = 15 * geom.MM // a narrower margin holds no words
)

// margin collects a marginal note. It hangs before the block that follows it, in reading order as on the page. Where the
// margin is too narrow for words it stands in the text.
func (b *Builder) margin(g *galley.Galley, f typeset.Frame, v *doc.Margin) {
	e := b.Set.Elem("Note", f.Parent())
	if e != nil {
		b.Set.Count.Asides++
		e.Detail().ID = "aside-" + strconv.Itoa(b.Set.Count.Asides)
	}
	width := b.area.Margin - AsideGap - AsideEdge
	if width < asideLeast {
		b.Blocks(g, f.Under(e), v.Blocks)
		return
	}
	sub := b.Set.TakeGalley()
	in := typeset.Frame{Width: width, Sect: &typeset.Section{Base: e}}
	b.Set.InBox++
	b.Blocks(sub, in, v.Blocks)
	b.Set.InBox--
	sub.FlushPending()
	a := galley.Marginal{At: v.At}
	a.Content.Base = sub.Base()
	a.Content.Height = sub.Place(&a.Content, 0, len(sub.Boxes), 0, 0, 0)
	b.Set.GiveGalley(sub)
	g.Marginals = append(g.Marginals, a)
}
