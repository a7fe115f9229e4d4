package layout

import (
	"strconv"

	"konzept/report/diag"
	"konzept/report/doc"
	"konzept/report/geom"
)

// White between text and marginal notes, between notes, and between them and the trim.
const (
	asideGap  = 5 * geom.MM
	asideEdge = 7 * geom.MM

	asideLeast = 15 * geom.MM // a narrower margin holds no words
)

// aside is a marginal note that waits for the page of the block that it stands beside.
type aside struct {
	content slab
	y       geom.Length // where it wishes to begin: its first line stands on the block's
	at      diag.Span
}

// margin collects a marginal note. It hangs before the block that follows it, in reading order as on the page. Where the
// margin is too narrow for words it stands in the text.
func (b *builder) margin(g *galley, f frame, v *doc.Margin) {
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
	sub.flushMarks()
	a := aside{at: v.At}
	a.content.base = sub.base()
	a.content.height = sub.place(&a.content, 0, len(sub.slabs), 0, 0, 0)
	b.put(sub)
	g.aside = append(g.aside, a)
}

// called takes the footnotes out of marginal notes: they stand at the foot of the page as all others.
func called(list []aside) (notes []*note) {
	for i := range list {
		if m := list[i].content.more; m != nil {
			notes, m.notes = append(notes, m.notes...), nil
		}
	}
	return notes
}

// asides places a page's marginal notes in its outer margin: each beside its block, lower where another stands, higher
// where the page ends. What does not fit at all is a finding.
func (a *assembler) asides(u *unit, dst *slab, number int, left bool) {
	if dst.more == nil || len(dst.more.aside) == 0 {
		return
	}
	list := dst.more.aside
	dst.more.aside = nil
	st := u.style
	x := st.Size.W - st.Outer + asideGap
	if left {
		x = asideEdge
	}
	below := st.Top
	for i := range list {
		list[i].y = max(list[i].y, below)
		below = list[i].y + list[i].content.height + asideGap
	}
	bottom := st.Size.H - st.Bottom
	for i := len(list) - 1; i >= 0; i-- {
		list[i].y = min(list[i].y, bottom-list[i].content.height)
		bottom = list[i].y - asideGap
	}
	if over := st.Top - list[0].y; over > 0 {
		f := a.out.Add("margin-overfull", list[0].at, a.labels.pages[number], millimetres(over))
		f.Page = number + 1
	}
	for i := range list {
		list[i].content.move(dst, x, list[i].y)
	}
}
