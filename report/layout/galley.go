package layout

import (
	"slices"

	"konzept/report/doc"
	"konzept/report/geom"
	"konzept/report/page"
)

// slab is one piece of vertical material that is never cut: a line, a table row, a picture.
type slab struct {
	space  geom.Length // white above; vanishes where a piece begins
	height geom.Length
	base   geom.Length // first baseline below its top; 0: none
	top    geom.Length // what open regions need above it when a page begins here
	bottom geom.Length // and below the slab before it when a page ends there
	items  []page.Item // places relative to the top left corner
	links  []*page.Link
	more   *more
	lead   geom.Length // of what leads in to a line on the grid, such as a heading: how far below its top that stands
	cost   int32       // of a page end before it
	fill   bool        // grows into what is left of the page
	ongrid bool        // a line of running text, which keeps register; headings go with the text below them
}

// more is what few slabs carry.
type more struct {
	notes []*note
	bleed []bleeding
	aside []aside
	marks []mark
	eject bool // a new page must begin before it
	start doc.Side
}

// mark is a place that something leads to.
type mark struct {
	anchor  string
	elem    *page.Elem // what the anchor names
	heading *heading
	y       geom.Length
}

// Costs of a page end before a slab. They are compared with the square of the percentage of a page left empty, so that
// the smallest are preferences, and the others give way only to each other.
const (
	costLine     = 5       // within a paragraph: a page is rather filled than left a line short
	costRow      = 10      // within a table
	costTable    = 500     // within one that a page could hold
	costStrip    = 300     // between the strips of a drawing
	costTogether = 4000    // within what stays together unless a page would be left two thirds empty
	costFew      = 150     // last few rows of a table
	costAlone    = 2000    // first or last row of a table alone; within a group that no page can hold
	costHyphen   = 20000   // within a word; before a further column of the same page a few lines' worth
	costOrphan   = 40000   // first line alone, or last line alone
	costKeep     = 1000000 // within a kept group
	costStrand   = 8000000 // after a heading, a caption, a header row
)

// region is slabs under one ground, frame or table header. When it is cut, head stands again above the rest.
type region struct {
	from, to    int
	top, bottom geom.Length // padding where it is cut: above the rest, below the first part
	head        []slab
	headHeight  geom.Length
	over        []overlay
	deco        deco
}

// overlay is what a region repeats within its first slab after a cut, without height: labels of cells that span rows.
type overlay struct {
	from, to int // slabs before which a cut makes it appear
	items    []page.Item
}

// galley is vertical material in reading order.
type galley struct {
	slabs   []slab
	regions []region
	white   geom.Length // owed before the next slab
	cost    int32       // of a page end before the next slab
	flush   bool        // the next slab has no white above it
	eject   bool
	start   doc.Side
	marks   []mark      // wait for the next slab
	aside   []aside     // marginal notes that wait for the next slab
	grid    geom.Length // baseline grid of the frames it is cut into; 0: none
	prose   *doc.Style  // of the paragraph that has just ended
}

// reset empties the galley for reuse.
func (g *galley) reset() {
	clear(g.slabs)
	*g = galley{slabs: g.slabs[:0], regions: g.regions[:0]}
}

// space asks for white of at least h before the next slab.
func (g *galley) space(h geom.Length) { g.white = max(g.white, h) }

// bind makes a page end before the next slab cost at least c.
func (g *galley) bind(c int32) { g.cost = max(g.cost, c) }

// add appends a slab below the white that is owed.
func (g *galley) add(s slab) *slab {
	s.space = max(s.space, g.white)
	if g.flush {
		s.space = 0
	}
	s.cost = max(s.cost, g.cost)
	if g.eject && len(g.slabs) > 0 {
		s.rare().eject, s.more.start = true, g.start
	}
	if len(g.marks) > 0 {
		s.rare().marks = append(slices.Clone(g.marks), s.more.marks...)
		g.marks = g.marks[:0]
	}
	if len(g.aside) > 0 {
		for i := range g.aside {
			if base := g.aside[i].content.base; base > 0 && s.base > base {
				g.aside[i].y = s.base - base
			}
		}
		s.rare().notes = append(called(g.aside), s.more.notes...)
		s.more.aside, g.aside = append(g.aside, s.more.aside...), nil
	}
	g.white, g.cost, g.flush, g.eject, g.prose = 0, 0, false, false, nil
	g.slabs = append(g.slabs, s)
	return &g.slabs[len(g.slabs)-1]
}

// flushMarks gives marks that no slab follows a slab without height.
func (g *galley) flushMarks() {
	if len(g.marks)+len(g.aside) > 0 {
		white, flush := g.white, g.flush
		g.white = 0
		g.bind(costStrand)
		g.add(slab{})
		g.white, g.flush = white, flush
	}
}

func (s *slab) rare() *more {
	if s.more == nil {
		s.more = &more{}
	}
	return s.more
}

// keep makes every page end within the slabs from i on cost c.
func (g *galley) keep(i int, c int32) {
	for k := i + 1; k < len(g.slabs); k++ {
		g.slabs[k].cost = max(g.slabs[k].cost, c)
	}
}

// open begins a region at the next slab and returns its index.
func (g *galley) open(r region) int {
	r.from, r.to = len(g.slabs), -1
	g.regions = append(g.regions, r)
	return len(g.regions) - 1
}

// close ends a region after the last slab.
func (g *galley) close(n int) {
	r := &g.regions[n]
	r.to = len(g.slabs)
	for k := r.from + 1; k < r.to; k++ {
		g.slabs[k].top += r.top + r.headHeight
		g.slabs[k].bottom += r.bottom
	}
}

// extent is the height of slabs i to j without what a cut would add.
func (g *galley) extent(i, j int) geom.Length {
	var h geom.Length
	for k := i; k < j; k++ {
		if k > i {
			h += g.slabs[k].space
		}
		h += g.slabs[k].height
	}
	return h
}

// height is the height of the whole galley.
func (g *galley) height() geom.Length { return g.extent(0, len(g.slabs)) }

// at is where slab k begins when what is above it in its piece ends at y. A line of running text goes down to the grid; a
// heading takes the white before it, so that it stays near its text. What opens a piece stays at its top.
func (g *galley) at(k int, y geom.Length, opens bool) geom.Length {
	s := &g.slabs[k]
	if !opens {
		y += s.space
	}
	switch {
	case g.grid <= 0:
	case s.ongrid:
		y = upTo(y, g.grid)
	case s.lead > 0 && !opens:
		y = upTo(y+s.lead, g.grid) - s.lead
	}
	return y
}

// upTo is the next multiple of step, or y itself.
func upTo(y, step geom.Length) geom.Length { return (y + step - 1) / step * step }

// leadIn notes for every run of slabs that stays with a line on the grid how far above that line it begins.
func (g *galley) leadIn() {
	for k := 1; k < len(g.slabs); k++ {
		if !g.slabs[k].ongrid || g.slabs[k-1].ongrid {
			continue
		}
		i := k
		var lead geom.Length
		for i > 0 && g.tied(i) && !g.slabs[i-1].ongrid {
			lead += g.slabs[i].space + g.slabs[i-1].height
			i--
		}
		g.slabs[i].lead = lead
	}
}

// tied tells that slab i stays close below the one before it: after a heading, or as a further line of it.
func (g *galley) tied(i int) bool {
	s := &g.slabs[i]
	return s.cost >= costStrand || s.cost >= costOrphan && s.space == 0
}

// bound is the height of the last slabs that stay with the next one, and of the white between.
func (g *galley) bound() geom.Length {
	h, k := geom.Length(0), len(g.slabs)
	if g.cost < costStrand {
		return 0
	}
	h = g.white
	for k > 0 {
		k--
		h += g.slabs[k].height
		if k == 0 || !g.tied(k) {
			break
		}
		h += g.slabs[k].space
	}
	return h
}

// run is where slab j-1 ends below the top of a piece that begins with slab i.
func (g *galley) run(i, j int) geom.Length {
	y := g.slabs[i].top
	for k := i; k < j; k++ {
		y = g.at(k, y, k == i) + g.slabs[k].height
	}
	return y
}

// pieceHeight is the height of slabs i to j as a piece of its own, with heads and paddings of cut regions.
func (g *galley) pieceHeight(i, j int) geom.Length {
	if i >= j {
		return 0
	}
	h := g.run(i, j)
	if j < len(g.slabs) {
		h += g.slabs[j].bottom
	}
	return h
}

// base is the first baseline below the galley's top, 0 if it does not begin with text.
func (g *galley) base() geom.Length {
	if len(g.slabs) == 0 {
		return 0
	}
	return g.slabs[0].base
}

// count is the number of items of slabs i to j, without grounds and heads.
func (g *galley) count(i, j int) int {
	n := 0
	for k := i; k < j; k++ {
		n += len(g.slabs[k].items)
	}
	return n
}

// place puts slabs i to j into dst with their top left corner at x, y, and returns their height. The slabs' items are
// moved, not copied: a slab is placed once. room is the height to which slabs that fill may grow; 0: none.
func (g *galley) place(dst *slab, i, j int, x, y, room geom.Length) geom.Length {
	if i >= j {
		return 0
	}
	grow := g.grow(i, j, room)
	at := g.slabs[i].top // below y, and below what slabs have grown
	grounds := g.grounds(i, j, x, y, grow)
	next := 0
	var grown geom.Length
	for k := i; k < j; k++ {
		s := &g.slabs[k]
		at = g.at(k, at, k == i)
		for next < len(grounds) && grounds[next].slab == k {
			dst.items = append(dst.items, grounds[next].items...)
			if b := grounds[next].bleed; b.sides != 0 {
				dst.rare().bleed = append(dst.more.bleed, b)
			}
			next++
		}
		if s.fill {
			s.stretch(grow)
		}
		s.move(dst, x, y+at)
		for n := range grounds {
			if grounds[n].last == k {
				dst.items = append(dst.items, grounds[n].over...)
			}
		}
		at += s.height
		if s.fill {
			y += grow
			grown += grow
		}
	}
	if j < len(g.slabs) {
		at += g.slabs[j].bottom
	}
	return at + grown
}

// grow is what each slab of i to j that fills takes of what room leaves.
func (g *galley) grow(i, j int, room geom.Length) geom.Length {
	n := geom.Length(0)
	for k := i; k < j; k++ {
		if g.slabs[k].fill {
			n++
		}
	}
	if n == 0 {
		return 0
	}
	return max(room-g.pieceHeight(i, j), 0) / n
}

// ground is what stands before the items of a slab.
type ground struct {
	slab  int
	items []page.Item
	last  int         // slab after which the frame is drawn
	over  []page.Item // frame and column rules, above the fills of cells
	bleed bleeding
}

// grounds draws the decorations and repeated heads of all regions that slabs i to j touch, outer before inner.
func (g *galley) grounds(i, j int, x, y, grow geom.Length) []ground {
	var list []ground
	var below geom.Length // paddings of cut regions within the present one
	if j < len(g.slabs) {
		below = g.slabs[j].bottom
	}
	above := y
	for n := range g.regions {
		r := &g.regions[n]
		if r.from >= j || r.to <= i || r.from >= r.to {
			continue
		}
		box := geom.Box{X: x, Y: above}
		var items []page.Item
		if r.from < i {
			at := above + r.top
			for k := range r.head {
				items = r.head[k].again(items, x, at)
				at += r.head[k].height
			}
			above = at
			items = r.repeat(items, i, x, y+g.slabs[i].top)
		} else {
			end := g.run(i, r.from)
			box.Y = y + g.offset(i, r.from, grow) + g.at(r.from, end, r.from == i) - end
		}
		if r.to > j {
			box.H = y + g.offset(i, j, grow) + below - box.Y
			below -= r.bottom
		} else {
			box.H = y + g.offset(i, r.to, grow) - box.Y
		}
		behind, over := r.deco.draw(box)
		made := ground{slab: max(r.from, i), items: append(behind, items...), last: min(r.to, j) - 1, over: over}
		if r.deco.filled && r.deco.bleeds != 0 {
			made.bleed = bleeding{behind[0], r.deco.bleeds}
		}
		list = append(list, made)
	}
	slices.SortStableFunc(list, func(a, b ground) int { return a.slab - b.slab })
	return list
}

// offset is how far the bottom of the slab before k lies below the top of a piece that begins with slab i.
func (g *galley) offset(i, k int, grow geom.Length) geom.Length {
	h := g.run(i, k)
	for n := i; n < k; n++ {
		if g.slabs[n].fill {
			h += grow
		}
	}
	return h
}
