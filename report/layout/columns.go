package layout

import (
	"konzept/report/doc"
	"konzept/report/geom"
)

// columns sets blocks in balanced columns. They begin where the text above ends; what that page cannot hold goes on in
// further sets of columns.
func (b *builder) columns(g *galley, f frame, v *doc.Columns) {
	white := b.styled(f.style).Leading / 2
	g.space(white)
	b.inColumns(g, f, v.Count, v.Gap, func(sub *galley, in frame) { b.blocks(sub, in, v.Blocks) })
	g.space(white)
}

// inColumns sets what collect adds in n columns.
func (b *builder) inColumns(g *galley, f frame, n int, gap geom.Length, collect func(*galley, frame)) {
	n = min(max(n, 1), 12)
	gap = min(max(gap, 0), f.width/geom.Length(2*n))
	width := (f.width - geom.Length(n-1)*gap) / geom.Length(n)
	sub := b.take()
	in := f
	in.x, in.width = 0, max(width, geom.Pt)
	collect(sub, in)
	sub.flushMarks()
	ongrid := g.grid > 0 && sub.keepsRegister()
	if ongrid {
		sub.grid = g.grid
		sub.leadIn()
	}
	frames := b.flow(g, sub, n)
	for i := 0; i < len(frames); i += n {
		s := slab{ongrid: ongrid}
		for k, sp := range frames[i:min(i+n, len(frames))] {
			x := f.x + geom.Length(k)*(width+gap)
			s.height = max(s.height, sub.place(&s, sp.from, sp.to, x, 0, 0))
		}
		g.add(s)
	}
	b.put(sub)
}

// keepsRegister tells whether a galley holds lines on the grid.
func (g *galley) keepsRegister() bool {
	for i := range g.slabs {
		if g.slabs[i].ongrid {
			return true
		}
	}
	return false
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
func (b *builder) flow(g, sub *galley, n int) []span {
	u := b.unit
	if g != b.main {
		return balance(sub, n, u.room()/2, u.room()/2)
	}
	room := u.room()
	for i := range g.regions {
		if r := &g.regions[i]; r.to < 0 { // the columns stand within it
			room -= r.top + r.bottom + r.headHeight
		}
	}
	room = max(room, geom.Pt)
	first := flowLines * b.styled(nil).Leading
	if k := len(b.flows); k < len(u.firsts) {
		first = u.firsts[k]
	} else {
		for first < room && level(sub, n, first) == nil {
			if _, fits := sub.set(n, first); fits {
				break
			}
			first *= 2
		}
	}
	b.flows = append(b.flows, flow{len(g.slabs), first})
	return balance(sub, n, first, room)
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
			if sp.from <= f.slab && f.slab < sp.to {
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

// above is what a frame holds beside slab k and all that follows: text above it and footnotes of that.
func (u *unit) above(sp span, k int) geom.Length {
	g := u.galley
	y, notes := g.slabs[sp.from].top, sp.notes
	for i := sp.from; i < k; i++ {
		y = g.at(i, y, i == sp.from) + g.slabs[i].height
		notes += g.slabs[i].noteHeight()
	}
	return g.at(k, y, k == sp.from) + g.slabs[k].bottom + area(notes)
}

// balance cuts a galley into frames, n a set. The first set is no higher than first, the last as low as it can be
// without needing a further frame; all others are as high as a page. Each leaves room for its own footnotes.
func balance(g *galley, n int, first, room geom.Length) []span {
	var list []span
	for most := first; ; {
		done := ends(list)
		rest := g.from(done)
		if last := level(rest, n, most); last != nil {
			return append(list, later(last, done)...)
		}
		set, fits := rest.set(n, most)
		if !fits && most < room { // nothing has room where the columns begin
			most = room
			continue
		}
		list, most = append(list, later(set, done)...), room
		if ends(list) == len(g.slabs) {
			return list
		}
	}
}

// set cuts the first n frames off a galley that is higher, so that they and their footnotes are no higher than most, and
// tells whether that is so and nothing is cut where it must not be.
func (g *galley) set(n int, most geom.Length) (list []span, fits bool) {
	const tries = 4
	h := most
	for range tries {
		list = fill(g, n, h)
		list = list[:min(n, len(list))]
		over := h + area(g.noted(0, ends(list))) - most
		if over <= 0 || over >= h {
			break
		}
		h -= over
	}
	end := ends(list)
	return list, within(g, list, h) && (end == len(g.slabs) || g.parts(end))
}

// ends is where a list of spans ends.
func ends(list []span) int {
	if len(list) == 0 {
		return 0
	}
	return list[len(list)-1].to
}

// level cuts a galley into at most n frames as low as can be, but no higher than most; nil if they cannot hold it.
func level(g *galley, n int, most geom.Length) []span {
	low, high := g.height()/geom.Length(n), most-area(g.noted(0, len(g.slabs)))
	var best []span
	if list := fill(g, n, high); len(list) <= n && within(g, list, high) {
		best = list
	}
	for range 24 {
		if best == nil || high-low < geom.Pt {
			break
		}
		mid := (low + high) / 2
		if list := fill(g, n, mid); len(list) <= n && within(g, list, mid) {
			best, high = list, mid
		} else {
			low = mid
		}
	}
	return best
}

// fill cuts a galley into frames of a height, n a page; their footnotes stand elsewhere.
func fill(g *galley, n int, height geom.Length) []span {
	br := breaker{g: g, per: n, part: true, room: func(int) geom.Length { return height }}
	return br.cut(func(int, doc.Side) int { return 0 })
}

// from is the galley from slab i on.
func (g *galley) from(i int) *galley {
	return &galley{slabs: g.slabs[i:], grid: g.grid}
}

// later moves spans by i slabs.
func later(list []span, i int) []span {
	for k := range list {
		list[k].from += i
		list[k].to += i
	}
	return list
}

// within tells whether no frame is higher than h and none is cut where it must not be.
func within(g *galley, list []span, h geom.Length) bool {
	for _, sp := range list {
		if g.pieceHeight(sp.from, sp.to) > h || !g.parts(sp.from) {
			return false
		}
	}
	return true
}

// parts tells whether a frame may begin with slab i.
func (g *galley) parts(i int) bool { return i == 0 || g.slabs[i].cost < costOrphan }

// levelled evens out the columns of a unit's last page, unless they have footnotes or something that fills them.
func (u *unit) levelled(per int) {
	n := len(u.pages) - 1
	first := n / per * per
	if per < 2 || n < 0 || u.pages[first].blank || u.pages[first].notes > 0 {
		return
	}
	from, to := u.pages[first].from, u.pages[n].to
	for k := from; k < to; k++ {
		if s := &u.galley.slabs[k]; s.fill || s.noteHeight() > 0 || k > from && u.galley.ejects(k) {
			return
		}
	}
	if list := level(u.galley.from(from), per, u.roomAt(first/per)); list != nil {
		u.pages = append(u.pages[:first], later(list, from)...)
	}
}
