package galley

import (
	"math"

	"konzept/report/doc"
	"konzept/report/geom"
)

// Span is one frame of a unit: boxes from to to, or a blank page.
type Span struct {
	From, To int
	Blank    bool
	Notes    geom.Length // footnotes carried over from the frame before, as the breaker reckons
}

// Breaker chooses where a galley is cut. It minimises over all frames at once (as TeX does over lines, TeXbook chapter
// 14): a frame costs the square of the percentage that it leaves empty, and what cutting before its next box costs.
type Breaker struct {
	Galley     *Galley
	Available  func(frame int) geom.Length
	best       []node        // by box
	next       []geom.Length // by box: height of what must stand together from it on
	PerPage    int           // how many frames a page has
	notesApart bool          // their footnotes stand elsewhere
	line       geom.Length   // height of a footnote's line

	start, end int   // the boxes at hand, up to a forced break
	limit      int32 // no frame ends where that costs so much
}

// notesOf is the height of the footnotes that must stand in a box's frame.
func (b *Breaker) notesOf(s *Box) geom.Length {
	if b.notesApart {
		return 0
	}
	return s.NoteHeight()
}

// node is the cheapest way known to begin a frame with a box.
type node struct {
	penalty int64
	prev    int32
	frame   int32       // how many frames precede it
	carry   geom.Length // footnotes that wait
	known   bool
}

// NoteGap is the white above footnotes; their rule stands within it.
const NoteGap = 8 * geom.Pt

// Cut breaks all boxes, beginning with frame number first; sides asks for what precedes a forced break.
func (b *Breaker) Cut(sides func(frame int, start doc.Side) int) []Span {
	var list []Span
	for i := 0; i < len(b.Galley.Boxes); {
		j := i + 1
		for j < len(b.Galley.Boxes) && !b.Galley.Ejects(j) {
			j++
		}
		list = b.segment(list, i, j)
		if j < len(b.Galley.Boxes) {
			for range sides(len(list), b.Galley.Boxes[j].Extras.start) {
				list = append(list, Span{From: j, To: j, Blank: true})
			}
		}
		i = j
	}
	return list
}

// Ejects tells whether a new page must begin before box k.
func (g *Galley) Ejects(k int) bool { return g.Boxes[k].Extras != nil && g.Boxes[k].Extras.eject }

// segment breaks boxes from to to, which end with a forced break.
func (b *Breaker) segment(list []Span, from, to int) []Span {
	n := to - from + 1
	if cap(b.best) < n {
		b.best = make([]node, n)
	}
	b.best = b.best[:n]
	clear(b.best)
	b.start, b.end = from, to
	b.together(from, to)
	b.best[0] = node{known: true, frame: int32(len(list))}
	for i := from; i < to; i++ {
		if b.best[i-from].known && !b.reach(i, PenaltyOrphan) {
			b.reach(i, math.MaxInt32)
		}
	}
	return b.trace(list, from, to)
}

// together finds for each box how much must stand with it on one page.
func (b *Breaker) together(from, to int) {
	if cap(b.next) < to-from+1 {
		b.next = make([]geom.Length, to-from+1)
	}
	b.next = b.next[:to-from+1]
	b.next[to-from] = 0
	for k := to - 1; k >= from; k-- {
		s := &b.Galley.Boxes[k]
		if s.Extras != nil && len(s.Extras.Notes) > 0 {
			b.line = max(b.line, s.Extras.Notes[0].Lines[0].Height)
		}
		h := s.Height
		if k+1 < to && b.Galley.Boxes[k+1].Penalty >= PenaltyOrphan {
			h += b.Galley.Boxes[k+1].Space + b.next[k+1-from]
		}
		b.next[k-from] = h
	}
}

// trace follows the cheapest way back and appends its frames.
func (b *Breaker) trace(list []Span, from, to int) []Span {
	first := len(list)
	for j := to; j > from; {
		i := int(b.best[j-from].prev)
		list = append(list, Span{From: i, To: j, Notes: b.best[i-from].carry})
		j = i
	}
	for i, j := first, len(list)-1; i < j; i, j = i+1, j-1 {
		list[i], list[j] = list[j], list[i]
	}
	for rest := b.best[to-from].carry; rest > 0; {
		list = append(list, Span{From: to, To: to, Notes: rest})
		rest -= max(b.Available(len(list)-1)-NoteGap, geom.Pt)
	}
	return list
}

// reach tries every end of a frame that begins with box i and whose cut costs less than limit. It tells whether it
// found one; with the highest limit it always does, if only by letting box i run over.
func (b *Breaker) reach(i int, limit int32) bool {
	b.limit = limit
	start := b.best[i-b.start]
	available := b.Available(int(start.frame))
	h := b.Galley.Boxes[i].Top
	notes := start.carry
	found := false
	for k := i; k < b.end; k++ {
		s := &b.Galley.Boxes[k]
		h = b.Galley.At(k, h, k == i) + s.Height
		own := b.notesOf(s)
		fits := h+NoteArea(notes+own) <= available
		splits := !fits && own > 0 && h+NoteArea(notes+s.noteStart()) <= available
		if !fits && !splits {
			break
		}
		notes += own
		if b.try(i, k+1, filling{available: available, height: h, notes: notes}) {
			found = true
		}
		if !fits {
			break
		}
	}
	if !found && limit == math.MaxInt32 {
		s := &b.Galley.Boxes[i]
		return b.try(i, i+1, filling{available, s.Top + s.Height, start.carry + b.notesOf(s), true})
	}
	return found
}

// filling is what a frame holds.
type filling struct {
	available, height, notes geom.Length
	forced                   bool // it runs over: there is no other way
}

// try records the frame of boxes i to j if it is the cheapest way to j.
func (b *Breaker) try(i, j int, f filling) bool {
	start := b.best[i-b.start]
	cost := start.penalty
	h := f.height
	if j < b.end {
		s := &b.Galley.Boxes[j]
		if s.Penalty >= b.limit {
			return false
		}
		h += s.Bottom
		if h+NoteArea(f.notes) > f.available && f.notes == start.carry && !f.forced {
			return false
		}
		if cost += int64(s.Penalty); s.Penalty == PenaltyHyphen && (int(start.frame)+1)%b.PerPage > 0 {
			cost -= PenaltyHyphen - 10*PenaltyLine // no page turn
		}
	}
	carry := min(b.whole(h+NoteArea(f.notes)-f.available), f.notes)
	if f.forced {
		cost += PenaltyStrand
	}
	if carry > 0 {
		cost += PenaltyRow * 100
	}
	cost += b.emptiness(i, j, f.available, h+NoteArea(f.notes))
	n := &b.best[j-b.start]
	if !n.known || cost < n.penalty {
		*n = node{penalty: cost, prev: int32(i), frame: start.frame + 1, carry: carry, known: true}
	}
	return true
}

// whole is what footnotes carry over at most when so much of them does not fit: whole lines, and one more where the cut
// would leave a line alone or part a word.
func (b *Breaker) whole(over geom.Length) geom.Length {
	if over <= 0 || b.line <= 0 {
		return max(over, 0)
	}
	return UpTo(over, b.line) + b.line
}

// emptiness is the square of the percentage of the frame that is left empty, a sixteenth of it where what follows
// would not have fitted: pages are filled in order, not evened out. The last frame before a forced break may be as empty
// as it likes, unless it holds next to nothing.
func (b *Breaker) emptiness(i, j int, available, h geom.Length) int64 {
	if j == b.end {
		if i > 0 && h*12 < available {
			return 400
		}
		return 0
	}
	for k := i; k < j; k++ {
		if b.Galley.Boxes[k].Fill {
			return 0
		}
	}
	r := int64(max(available-h, 0) * 1000 / max(available, 1))
	if h+b.Galley.Boxes[j].Space+b.next[j-b.start] > available {
		return r*r/1600 + 20
	}
	return r*r/100 + 20
}

// NoteArea is what footnotes of a height take at the foot of a page.
func NoteArea(notes geom.Length) geom.Length {
	if notes == 0 {
		return 0
	}
	return notes + NoteGap
}
