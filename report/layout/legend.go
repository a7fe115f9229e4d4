package layout

import (
	"konzept/report/doc"
	"konzept/report/galley"
	"konzept/report/geom"
	"konzept/report/typeset"
)

// legendGap is the white between a page's text and the legend at its foot.
const legendGap = 6 * geom.Pt

// legend sets the blocks that stand at the foot of every double page, as one box.
func (b *builder) legend(p *doc.PageStyle) *galley.Box {
	if len(p.Legend) == 0 {
		return nil
	}
	count, heads := b.set.Count, b.heads // a legend counts nothing: the index does not see it
	sub := b.set.TakeGalley()
	width := max(p.Size.W-p.Inner-p.Outer, geom.Pt)
	f := typeset.Frame{Width: width}.Under(b.set.Elem("Div", b.shared.root))
	b.blocks(sub, f, p.Legend)
	s := &galley.Box{}
	s.Height = sub.Place(s, 0, len(sub.Boxes), 0, 0, 0)
	b.set.GiveGalley(sub)
	b.set.Count, b.heads = count, heads
	return s
}

// room is what every page of the unit has for content.
func (u *unit) room() geom.Length {
	h := u.body()
	if u.legend != nil {
		h -= min(u.legend.Height+legendGap, h/2)
	}
	return h
}

// roomAt is what page n of the unit has for content.
func (u *unit) roomAt(n int) geom.Length {
	if u.legendOn(n) {
		return u.room()
	}
	if n == 0 {
		return u.body() - u.offset
	}
	return u.body()
}

// legendOn tells whether page n shows the legend: every left page does, and a right one with no left page before it.
func (u *unit) legendOn(n int) bool {
	return u.legend != nil && ((n+u.before())%2 == 1 || n == 0)
}
