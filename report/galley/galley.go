// Package galley holds vertical material (lines, rows, pictures) in reading order and cuts it into the frames of pages.
//
// It knows boxes, the white between them, the penalty of a page end before each, the regions that repeat a head where
// they are cut, and footnotes. It knows no block of a document and no structure: whoever adds a box has set what is in it.
package galley

import (
	"slices"

	"konzept/report/doc"
	"konzept/report/geom"
	"konzept/report/page"
)

// Box is one piece of vertical material that is never cut: a line, a table row, a picture.
type Box struct {
	Space   geom.Length // white above; vanishes where a piece begins
	Height  geom.Length
	Base    geom.Length // first baseline below its top; 0: none
	Top     geom.Length // what open regions need above it when a page begins here
	Bottom  geom.Length // and below the box before it when a page ends there
	Items   []page.Item // places relative to the top left corner
	Links   []*page.Link
	Extras  *Extras
	leadIn  geom.Length // of what leads in to a line on the grid, such as a heading: how far below its top that stands
	Penalty int32       // of a page end before it
	Fill    bool        // grows into what is left of the page
	OnGrid  bool        // a line of running text, which keeps register; headings go with the text below them
}

// Extras is what few boxes carry.
type Extras struct {
	Notes     []*Note
	Bleeds    []Bleed
	Marginals []Marginal
	Targets   []Target
	eject     bool // a new page must begin before it
	start     doc.Side
}

// Target is the place of an anchor or a heading, to which links, page references and contents lead.
type Target struct {
	Anchor  string
	Elem    *page.Elem // what the anchor names
	Heading *Heading
	Y       geom.Length
}

// Penalties of a page end before a box. They are compared with the square of the percentage of a page left empty, so that
// the smallest are preferences, and the others give way only to each other.
const (
	PenaltyLine     = 5       // within a paragraph: a page is rather filled than left a line short
	PenaltyRow      = 10      // within a table
	PenaltyTable    = 500     // within one that a page could hold
	PenaltyStrip    = 300     // between the strips of a drawing
	PenaltyTogether = 4000    // within what stays together unless a page would be left two thirds empty
	PenaltyFew      = 150     // last few rows of a table
	PenaltyAlone    = 2000    // first or last row of a table alone; within a group that no page can hold
	PenaltyHyphen   = 20000   // within a word; before a further column of the same page a few lines' worth
	PenaltyOrphan   = 40000   // first line alone, or last line alone
	PenaltyKeep     = 1000000 // within a kept group
	PenaltyStrand   = 8000000 // after a heading, a caption, a header row
)

// Region is boxes under one ground, frame or table header. When it is cut, head stands again above the rest.
type Region struct {
	from, To    int
	Top, Bottom geom.Length // padding where it is cut: above the rest, below the first part
	Head        []Box
	HeadHeight  geom.Length
	Overlays    []Overlay
	Decoration  Decoration
}

// Overlay is what a region repeats within its first box after a cut, without height: labels of cells that span rows.
type Overlay struct {
	From, To int // boxes before which a cut makes it appear
	Items    []page.Item
}

// Galley is vertical material in reading order.
type Galley struct {
	Boxes     []Box
	Regions   []Region
	White     geom.Length // owed before the next box
	Penalty   int32       // of a page end before the next box
	Flush     bool        // the next box has no white above it
	Eject     bool
	Start     doc.Side
	Targets   []Target    // wait for the next box
	Marginals []Marginal  // marginal notes that wait for the next box
	Grid      geom.Length // baseline grid of the frames it is cut into; 0: none
	Prose     *doc.Style  // of the paragraph that has just ended
}

// Reset empties the galley for reuse.
func (g *Galley) Reset() {
	clear(g.Boxes)
	*g = Galley{Boxes: g.Boxes[:0], Regions: g.Regions[:0]}
}

// Space asks for white of at least h before the next box.
func (g *Galley) Space(h geom.Length) { g.White = max(g.White, h) }

// Bind makes a page end before the next box cost at least c.
func (g *Galley) Bind(c int32) { g.Penalty = max(g.Penalty, c) }

// Add appends a box below the white that is owed.
func (g *Galley) Add(s Box) *Box {
	s.Space = max(s.Space, g.White)
	if g.Flush {
		s.Space = 0
	}
	s.Penalty = max(s.Penalty, g.Penalty)
	if g.Eject && len(g.Boxes) > 0 {
		s.Extend().eject, s.Extras.start = true, g.Start
	}
	if len(g.Targets) > 0 {
		s.Extend().Targets = append(slices.Clone(g.Targets), s.Extras.Targets...)
		g.Targets = g.Targets[:0]
	}
	if len(g.Marginals) > 0 {
		for i := range g.Marginals {
			if base := g.Marginals[i].Content.Base; base > 0 && s.Base > base {
				g.Marginals[i].Y = s.Base - base
			}
		}
		s.Extend().Notes = append(called(g.Marginals), s.Extras.Notes...)
		s.Extras.Marginals, g.Marginals = append(g.Marginals, s.Extras.Marginals...), nil
	}
	g.White, g.Penalty, g.Flush, g.Eject, g.Prose = 0, 0, false, false, nil
	g.Boxes = append(g.Boxes, s)
	return &g.Boxes[len(g.Boxes)-1]
}

// FlushPending gives anchors and marginal texts that no box follows a box without height.
func (g *Galley) FlushPending() {
	if len(g.Targets)+len(g.Marginals) > 0 {
		white, flush := g.White, g.Flush
		g.White = 0
		g.Bind(PenaltyStrand)
		g.Add(Box{})
		g.White, g.Flush = white, flush
	}
}

// Extend returns what few boxes carry, made when it is first asked for.
func (s *Box) Extend() *Extras {
	if s.Extras == nil {
		s.Extras = &Extras{}
	}
	return s.Extras
}

// Keep makes every page end within the boxes from i on cost c.
func (g *Galley) Keep(i int, c int32) {
	for k := i + 1; k < len(g.Boxes); k++ {
		g.Boxes[k].Penalty = max(g.Boxes[k].Penalty, c)
	}
}

// Open begins a region at the next box and returns its index.
func (g *Galley) Open(r Region) int {
	r.from, r.To = len(g.Boxes), -1
	g.Regions = append(g.Regions, r)
	return len(g.Regions) - 1
}

// Close ends a region after the last box.
func (g *Galley) Close(n int) {
	r := &g.Regions[n]
	r.To = len(g.Boxes)
	for k := r.from + 1; k < r.To; k++ {
		g.Boxes[k].Top += r.Top + r.HeadHeight
		g.Boxes[k].Bottom += r.Bottom
	}
}

// Extent is the height of boxes i to j without what a cut would add.
func (g *Galley) Extent(i, j int) geom.Length {
	var h geom.Length
	for k := i; k < j; k++ {
		if k > i {
			h += g.Boxes[k].Space
		}
		h += g.Boxes[k].Height
	}
	return h
}

// Height is the height of the whole galley.
func (g *Galley) Height() geom.Length { return g.Extent(0, len(g.Boxes)) }

// At is where box k begins when what is above it in its piece ends at y. A line of running text goes down to the grid; a
// heading takes the white before it, so that it stays near its text. What opens a piece stays at its top.
func (g *Galley) At(k int, y geom.Length, opens bool) geom.Length {
	s := &g.Boxes[k]
	if !opens {
		y += s.Space
	}
	switch {
	case g.Grid <= 0:
	case s.OnGrid:
		y = UpTo(y, g.Grid)
	case s.leadIn > 0 && !opens:
		y = UpTo(y+s.leadIn, g.Grid) - s.leadIn
	}
	return y
}

// UpTo is the next multiple of step, or y itself.
func UpTo(y, step geom.Length) geom.Length { return (y + step - 1) / step * step }

// LeadIn notes for every run of boxes that stays with a line on the grid how far above that line it begins.
func (g *Galley) LeadIn() {
	for k := 1; k < len(g.Boxes); k++ {
		if !g.Boxes[k].OnGrid || g.Boxes[k-1].OnGrid {
			continue
		}
		i := k
		var lead geom.Length
		for i > 0 && g.tied(i) && !g.Boxes[i-1].OnGrid {
			lead += g.Boxes[i].Space + g.Boxes[i-1].Height
			i--
		}
		g.Boxes[i].leadIn = lead
	}
}

// tied tells that box i stays close below the one before it: after a heading, or as a further line of it.
func (g *Galley) tied(i int) bool {
	s := &g.Boxes[i]
	return s.Penalty >= PenaltyStrand || s.Penalty >= PenaltyOrphan && s.Space == 0
}

// Bound is the height of the last boxes that stay with the next one, and of the white between.
func (g *Galley) Bound() geom.Length {
	h, k := geom.Length(0), len(g.Boxes)
	if g.Penalty < PenaltyStrand {
		return 0
	}
	h = g.White
	for k > 0 {
		k--
		h += g.Boxes[k].Height
		if k == 0 || !g.tied(k) {
			break
		}
		h += g.Boxes[k].Space
	}
	return h
}

// run is where box j-1 ends below the top of a piece that begins with box i.
func (g *Galley) run(i, j int) geom.Length {
	y := g.Boxes[i].Top
	for k := i; k < j; k++ {
		y = g.At(k, y, k == i) + g.Boxes[k].Height
	}
	return y
}

// PieceHeight is the height of boxes i to j as a piece of its own, with heads and paddings of cut regions.
func (g *Galley) PieceHeight(i, j int) geom.Length {
	if i >= j {
		return 0
	}
	h := g.run(i, j)
	if j < len(g.Boxes) {
		h += g.Boxes[j].Bottom
	}
	return h
}

// Base is the first baseline below the galley's top, 0 if it does not begin with text.
func (g *Galley) Base() geom.Length {
	if len(g.Boxes) == 0 {
		return 0
	}
	return g.Boxes[0].Base
}

// Count is the number of items of boxes i to j, without grounds and heads.
func (g *Galley) Count(i, j int) int {
	n := 0
	for k := i; k < j; k++ {
		n += len(g.Boxes[k].Items)
	}
	return n
}

// Place puts boxes i to j into dst with their top left corner at x, y, and returns their height. The boxes' items are
// moved, not copied: a box is placed once. available is the height to which boxes that fill may grow; 0: none.
func (g *Galley) Place(dst *Box, i, j int, x, y, available geom.Length) geom.Length {
	if i >= j {
		return 0
	}
	grow := g.grow(i, j, available)
	at := g.Boxes[i].Top // below y, and below what boxes have grown
	grounds := g.grounds(i, j, x, y, grow)
	next := 0
	var grown geom.Length
	for k := i; k < j; k++ {
		s := &g.Boxes[k]
		at = g.At(k, at, k == i)
		for next < len(grounds) && grounds[next].box == k {
			dst.Items = append(dst.Items, grounds[next].items...)
			if b := grounds[next].bleed; b.Sides != 0 {
				dst.Extend().Bleeds = append(dst.Extras.Bleeds, b)
			}
			next++
		}
		if s.Fill {
			s.stretch(grow)
		}
		s.Move(dst, x, y+at)
		for n := range grounds {
			if grounds[n].last == k {
				dst.Items = append(dst.Items, grounds[n].over...)
			}
		}
		at += s.Height
		if s.Fill {
			y += grow
			grown += grow
		}
	}
	if j < len(g.Boxes) {
		at += g.Boxes[j].Bottom
	}
	return at + grown
}

// grow is what each box of i to j that fills takes of the height that is left.
func (g *Galley) grow(i, j int, available geom.Length) geom.Length {
	n := geom.Length(0)
	for k := i; k < j; k++ {
		if g.Boxes[k].Fill {
			n++
		}
	}
	if n == 0 {
		return 0
	}
	return max(available-g.PieceHeight(i, j), 0) / n
}

// ground is what stands before the items of a box.
type ground struct {
	box   int
	items []page.Item
	last  int         // box after which the frame is drawn
	over  []page.Item // frame and column rules, above the fills of cells
	bleed Bleed
}

// grounds draws the decorations and repeated heads of all regions that boxes i to j touch, outer before inner.
func (g *Galley) grounds(i, j int, x, y, grow geom.Length) []ground {
	var list []ground
	var below geom.Length // paddings of cut regions within the present one
	if j < len(g.Boxes) {
		below = g.Boxes[j].Bottom
	}
	above := y
	for n := range g.Regions {
		r := &g.Regions[n]
		if r.from >= j || r.To <= i || r.from >= r.To {
			continue
		}
		box := geom.Box{X: x, Y: above}
		var items []page.Item
		if r.from < i {
			at := above + r.Top
			for k := range r.Head {
				items = r.Head[k].again(items, x, at)
				at += r.Head[k].Height
			}
			above = at
			items = r.repeat(items, i, x, y+g.Boxes[i].Top)
		} else {
			end := g.run(i, r.from)
			box.Y = y + g.offset(i, r.from, grow) + g.At(r.from, end, r.from == i) - end
		}
		if r.To > j {
			box.H = y + g.offset(i, j, grow) + below - box.Y
			below -= r.Bottom
		} else {
			box.H = y + g.offset(i, r.To, grow) - box.Y
		}
		behind, over := r.Decoration.draw(box)
		made := ground{box: max(r.from, i), items: append(behind, items...), last: min(r.To, j) - 1, over: over}
		if r.Decoration.Filled && r.Decoration.Bleeds != 0 {
			made.bleed = Bleed{behind[0], r.Decoration.Bleeds}
		}
		list = append(list, made)
	}
	slices.SortStableFunc(list, func(a, b ground) int { return a.box - b.box })
	return list
}

// offset is how far the bottom of the box before k lies below the top of a piece that begins with box i.
func (g *Galley) offset(i, k int, grow geom.Length) geom.Length {
	h := g.run(i, k)
	for n := i; n < k; n++ {
		if g.Boxes[n].Fill {
			h += grow
		}
	}
	return h
}
