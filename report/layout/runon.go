package layout

import (
	"konzept/report/doc"
	"konzept/report/galley"
	"konzept/report/geom"
)

// A chapter that may run on begins below the one before it where a page of its own would leave either page poor: where
// the last page of the chapter before is less than half full, or where all of it has room below.

// runOnGap is the white between two chapters on a page.
const runOnGap = 30 * geom.Pt

// poor is how full, in percent, a chapter's last page is at most for a longer chapter to begin on it.
const poor = 45

// settledRounds is after how many rounds chapters stay where they begin, lest numbers of pages move them to and fro.
const settledRounds = 2

// mayFollow tells whether a chapter may run on below the one before it: they have the same frame and count on.
func mayFollow(c *doc.Chapter, before *unit) bool {
	a, b := before.style, pageStyle(c.Page)
	return c.Start == doc.RunOn && c.Numbering == "" && a.Size == b.Size && a.Inner == b.Inner && a.Outer == b.Outer && a.Top == b.Top &&
		a.Bottom == b.Bottom && a.Facing == b.Facing && a.Grid == b.Grid && columns(a) == 1 && columns(b) == 1 && len(a.Legend)+len(b.Legend) == 0
}

// runOn finds how far below the top of the page on which the unit before ends the unit begins; 0: on a page of its own.
// It tells whether the unit has been cut anew.
func (u *unit) runOn(before *unit, round int) {
	used, free := before.ends()
	wanted := u.offset > 0 || round <= settledRounds
	if !wanted || !free || !u.goesBelow(used) {
		u.begin(0)
	}
}

// ends is how far down the unit's last page is printed on, and whether more may stand below: no footnote does, nothing that
// fills the page.
func (u *unit) ends() (used geom.Length, free bool) {
	n := len(u.pages) - 1
	if n < 0 || u.pages[n].Blank || u.pages[n].Notes > 0 {
		return 0, false
	}
	sp := u.pages[n]
	for k := sp.From; k < sp.To; k++ {
		if s := &u.galley.Boxes[k]; s.Fill || s.NoteHeight() > 0 || s.Extras != nil && len(s.Extras.Marginals) > 0 {
			return 0, false
		}
	}
	used = u.galley.PieceHeight(sp.From, sp.To)
	if n == 0 {
		used += u.offset
	}
	return used, used > 0
}

// goesBelow tries to begin the unit below what another has used of a page, and tells whether it stands well there.
func (u *unit) goesBelow(used geom.Length) bool {
	at := used + runOnGap
	if g := u.style.Grid; g > 0 {
		at = galley.UpTo(at, g)
	}
	rest := u.body() - at
	whole := u.galley.PieceHeight(0, len(u.galley.Boxes))+u.galley.NotesHeight(0) <= rest
	if rest < u.body()/8 || !whole && used*100 > u.body()*poor {
		return false
	}
	u.begin(at)
	first := u.pages[0]
	h := u.galley.PieceHeight(first.From, first.To)
	if first.To < len(u.galley.Boxes) && (u.galley.Boxes[first.To].Penalty >= galley.PenaltyOrphan || h*2 < rest) {
		return false
	}
	return h <= rest
}

// begin lets the unit begin so far below the top of its first page.
func (u *unit) begin(at geom.Length) {
	if at == u.offset {
		return
	}
	u.offset = at
	if u.cut(); u.flowed(true) {
		u.lay()
	}
}
