package layout

import (
	"konzept/report/doc"
	"konzept/report/galley"
	"konzept/report/geom"
	"konzept/report/typeset"
)

// columns sets blocks in balanced columns. They begin where the text above ends; what that page cannot hold goes on in
// further sets of columns.
func (b *builder) columns(g *galley.Galley, f typeset.Frame, v *doc.Columns) {
	white := b.styles.Styled(f.Style).Leading / 2
	g.Space(white)
	b.inColumns(g, f, v.Count, v.Gap, func(sub *galley.Galley, in typeset.Frame) { b.blocks(sub, in, v.Blocks) })
	g.Space(white)
}

// inColumns sets what collect adds in n columns.
func (b *builder) inColumns(g *galley.Galley, f typeset.Frame, n int, gap geom.Length, collect func(*galley.Galley, typeset.Frame)) {
	n = min(max(n, 1), 12)
	gap = min(max(gap, 0), f.Width/geom.Length(2*n))
	width := (f.Width - geom.Length(n-1)*gap) / geom.Length(n)
	sub := b.set.TakeGalley()
	in := f
	in.X, in.Width = 0, max(width, geom.Pt)
	collect(sub, in)
	sub.FlushMarks()
	ongrid := g.Grid > 0 && sub.KeepsGrid()
	if ongrid {
		sub.Grid = g.Grid
		sub.LeadIn()
	}
	frames := b.flow(g, sub, n)
	for i := 0; i < len(frames); i += n {
		s := galley.Box{OnGrid: ongrid}
		for k, sp := range frames[i:min(i+n, len(frames))] {
			x := f.X + geom.Length(k)*(width+gap)
			s.Height = max(s.Height, sub.Place(&s, sp.From, sp.To, x, 0, 0))
		}
		g.Add(s)
	}
	b.set.GiveGalley(sub)
}

// flow is a place in a unit's galley where columns begin. How high their first set may be depends on where that place
// comes to stand, which is known once the galley is cut: then it is collected again.
type flow struct {
	slab  int
	first geom.Length // what the first set was given
}

// flowLines is how many lines of room columns take for granted before they know better.
const flowLines = 4

// flow notes that columns begin here and cuts them into sets. Within cells nothing is known of the page; there a set takes
// a part of it. Before the first cut columns make do with a few lines, or with as many as their beginning needs.
func (b *builder) flow(g, sub *galley.Galley, n int) []galley.Span {
	u := b.unit
	if g != b.main {
		return galley.Balance(sub, n, u.room()/2, u.room()/2)
	}
	room := u.room()
	for i := range g.Regions {
		if r := &g.Regions[i]; r.To < 0 { // the columns stand within it
			room -= r.Top + r.Bottom + r.HeadHeight
		}
	}
	room = max(room, geom.Pt)
	first := flowLines * b.styles.Styled(nil).Leading
	if k := len(b.flows); k < len(u.firsts) {
		first = u.firsts[k]
	} else {
		for first < room && galley.Level(sub, n, first) == nil {
			if _, fits := sub.FirstSet(n, first); fits {
				break
			}
			first *= 2
		}
	}
	b.flows = append(b.flows, flow{len(g.Boxes), first})
	return galley.Balance(sub, n, first, room)
}

// flowed learns from the cut how much room columns begin with, and tells whether some were given another. Where they begin
// depends on all that stand above: unless all are asked for, it learns the first of those alone that were wrong, and the
// others begin anew.
func (u *unit) flowed(all bool) bool {
	u.firsts = u.firsts[:0]
	moved := false
	per := columns(u.style)
	for _, f := range u.builder.flows {
		room := f.first
		for i, sp := range u.pages {
			if sp.From <= f.slab && f.slab < sp.To {
				room = u.roomAt(i/per) - u.above(sp, f.slab)
			}
		}
		u.firsts = append(u.firsts, room)
		if room == f.first {
			continue
		}
		if moved = true; !all {
			break
		}
	}
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
	if list := galley.Level(u.galley.Tail(from), per, u.roomAt(first/per)); list != nil {
		u.pages = append(u.pages[:first], galley.Moved(list, from)...)
	}
}
