package layout

import (
	"strconv"

	"konzept/report/doc"
	"konzept/report/galley"
	"konzept/report/geom"
)

// White between text and marginal notes, between notes, and between them and the trim.
const (
	asideGap  = 5 * geom.MM
	asideEdge = 7 * geom.MM

	asideLeast = 15 * geom.MM // a narrower margin holds no words
)

// margin collects a marginal note. It hangs before the block that follows it, in reading order as on the page. Where the
// margin is too narrow for words it stands in the text.
func (b *builder) margin(g *galley.Galley, f frame, v *doc.Margin) {
	e := b.elem("Note", f.parent())
	if e != nil {
		b.count.asides++
		e.Detail().ID = "aside-" + strconv.Itoa(b.count.asides)
	}
	width := b.unit.style.Outer - asideGap - asideEdge
	if width < asideLeast {
		b.blocks(g, f.under(e), v.Blocks)
		return
	}
	sub := b.take()
	in := frame{width: width, sect: &section{base: e}}
	b.inBox++
	b.blocks(sub, in, v.Blocks)
	b.inBox--
	sub.FlushMarks()
	a := galley.Marginal{At: v.At}
	a.Content.Base = sub.Base()
	a.Content.Height = sub.Place(&a.Content, 0, len(sub.Boxes), 0, 0, 0)
	b.put(sub)
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
		f := a.out.Add("margin-overfull", list[0].At, a.labels.pages[number], millimetres(over))
		f.Page = number + 1
	}
	for i := range list {
		list[i].Content.Move(dst, x, list[i].Y)
	}
}
