package layout

import (
	"konzept/report/galley"
	"konzept/report/geom"
)

// flowed learns from the cut how high the page is below where columns begin, and tells whether some were given another. Where they begin
// depends on all that stand above: unless all are asked for, it learns the first of those alone that were wrong, and the
// others begin anew.
func (u *unit) flowed(all bool) bool {
	heights := u.builder.ColumnHeights[:0]
	moved := false
	per := columns(u.style)
	for _, f := range u.builder.Starts {
		height := f.First
		for i, sp := range u.pages {
			if sp.From <= f.Box && f.Box < sp.To {
				height = u.contentHeightAt(i/per) - u.above(sp, f.Box)
			}
		}
		heights = append(heights, height)
		if height == f.First {
			continue
		}
		if moved = true; !all {
			break
		}
	}
	u.builder.ColumnHeights = heights
	return moved
}

// above is what a frame holds beside box k and all that follows: text above it and footnotes of that.
func (u *unit) above(sp galley.Span, k int) geom.Length {
	g := u.galley
	y, notes := g.Boxes[sp.From].Top, sp.Notes
	for i := sp.From; i < k; i++ {
		y = g.At(i, y, i == sp.From) + g.Boxes[i].Height
		notes += g.Boxes[i].NoteHeight()
	}
	return g.At(k, y, k == sp.From) + g.Boxes[k].Bottom + galley.NoteArea(notes)
}

// levelled evens out the columns of a unit's last page, unless they have footnotes or something that fills them.
func (u *unit) levelled(per int) {
	n := len(u.pages) - 1
	first := n / per * per
	if per < 2 || n < 0 || u.pages[first].Blank || u.pages[first].Notes > 0 {
		return
	}
	from, to := u.pages[first].From, u.pages[n].To
	for k := from; k < to; k++ {
		if s := &u.galley.Boxes[k]; s.Fill || s.NoteHeight() > 0 || k > from && u.galley.Ejects(k) {
			return
		}
	}
	if list := galley.Level(u.galley.Tail(from), per, u.contentHeightAt(first/per)); list != nil {
		u.pages = append(u.pages[:first], galley.Moved(list, from)...)
	}
}

// legendGap is the white between a page's text and the legend at its foot.
const legendGap = 6 * geom.Pt

// contentHeight is the height that every page of the unit has for content.
func (u *unit) contentHeight() geom.Length {
	h := u.body()
	if u.legend != nil {
		h -= min(u.legend.Height+legendGap, h/2)
	}
	return h
}

// contentHeightAt is the height that page n of the unit has for content.
func (u *unit) contentHeightAt(n int) geom.Length {
	if u.legendOn(n) {
		return u.contentHeight()
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
