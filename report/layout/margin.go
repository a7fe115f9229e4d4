package layout

import (
	"strconv"

	"konzept/report/doc"
	"konzept/report/galley"
	"konzept/report/geom"
	"konzept/report/typeset"
)

// White between text and marginal notes, between notes, and between them and the trim.
const (
	asideGap  = 5 * geom.MM
	asideEdge = 7 * geom.MM

	asideLeast = 15 * geom.MM // a narrower margin holds no words
)

// margin collects a marginal note. It hangs before the block that follows it, in reading order as on the page. Where the
// margin is too narrow for words it stands in the text.
func (b *builder) margin(g *galley.Galley, f typeset.Frame, v *doc.Margin) {
	e := b.set.Elem("Note", f.Parent())
	if e != nil {
		b.set.Count.Asides++
		e.Detail().ID = "aside-" + strconv.Itoa(b.set.Count.Asides)
	}
	width := b.unit.style.Outer - asideGap - asideEdge
	if width < asideLeast {
		b.blocks(g, f.Under(e), v.Blocks)
		return
	}
	sub := b.set.TakeGalley()
	in := typeset.Frame{Width: width, Sect: &typeset.Section{Base: e}}
	b.set.InBox++
	b.blocks(sub, in, v.Blocks)
	b.set.InBox--
	sub.FlushMarks()
	a := galley.Marginal{At: v.At}
	a.Content.Base = sub.Base()
	a.Content.Height = sub.Place(&a.Content, 0, len(sub.Boxes), 0, 0, 0)
	b.set.GiveGalley(sub)
	g.Marginals = append(g.Marginals, a)
}

// asides places a page's marginal notes in its outer margin: each beside its block, lower where another stands, higher
// where the page ends. What does not fit at all is a finding.
func (a *assembler) asides(u *unit, dst *galley.Box, number int, left bool) {
	if dst.Extras == nil || len(dst.Extras.Marginals) == 0 {
		return
	}
	list := dst.Extras.Marginals
	dst.Extras.Marginals = nil
	st := u.style
	x := st.Size.W - st.Outer + asideGap
	if left {
		x = asideEdge
	}
	below := st.Top
	for i := range list {
		list[i].Y = max(list[i].Y, below)
		below = list[i].Y + list[i].Content.Height + asideGap
	}
	bottom := st.Size.H - st.Bottom
	for i := len(list) - 1; i >= 0; i-- {
		list[i].Y = min(list[i].Y, bottom-list[i].Content.Height)
		bottom = list[i].Y - asideGap
	}
	if over := st.Top - list[0].Y; over > 0 {
		f := a.out.Add("margin-overfull", list[0].At, a.common.labels.Pages[number], typeset.Millimetres(over))
		f.Page = number + 1
	}
	for i := range list {
		list[i].Content.Move(dst, x, list[i].Y)
	}
}
