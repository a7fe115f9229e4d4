package layout

import (
	"math"

	"konzept/report/doc"
	"konzept/report/geom"
)

// span is one frame of a unit: slabs from to to, or a blank page.
type span struct {
	from, to int
	blank    bool
	notes    geom.Length // footnotes carried over from the frame before, as the breaker reckons
}

// breaker chooses where a galley is cut. It minimises over all frames at once (as TeX does over lines, TeXbook chapter
// 14): a frame costs the square of the percentage that it leaves empty, and what cutting before its next slab costs.
type breaker struct {
	g    *galley
	room func(frame int) geom.Length
	best []node        // by slab
	next []geom.Length // by slab: height of what must stand together from it on
	per  int           // how many frames a page has
	part bool          // their footnotes stand elsewhere
	line geom.Length   // height of a footnote's line
}

// notesOf is the height of the footnotes that must stand in a slab's frame.
func (b *breaker) notesOf(s *slab) geom.Length {
	if b.part {
		return 0
	}
	return s.noteHeight()
}

// node is the cheapest way known to begin a frame with a slab.
type node struct {
	cost  int64
	prev  int32
	frame int32       // how many frames precede it
	carry geom.Length // footnotes that wait
	known bool
}

// noteGap is the white above footnotes; their rule stands within it.
const noteGap = 8 * geom.Pt

// cut breaks all slabs, beginning with frame number first; sides asks for what precedes a forced break.
func (b *breaker) cut(sides func(frame int, start doc.Side) int) []span {
	var list []span
	for i := 0; i < len(b.g.slabs); {
		j := i + 1
		for j < len(b.g.slabs) && !b.g.ejects(j) {
			j++
		}
		list = b.segment(list, i, j)
		if j < len(b.g.slabs) {
			for range sides(len(list), b.g.slabs[j].more.start) {
				list = append(list, span{from: j, to: j, blank: true})
			}
		}
		i = j
	}
	return list
}

func (g *galley) ejects(k int) bool { return g.slabs[k].more != nil && g.slabs[k].more.eject }

// segment breaks slabs from to to, which end with a forced break.
func (b *breaker) segment(list []span, from, to int) []span {
	n := to - from + 1
	if cap(b.best) < n {
		b.best = make([]node, n)
	}
	b.best = b.best[:n]
	clear(b.best)
	b.together(from, to)
	b.best[0] = node{known: true, frame: int32(len(list))}
	for i := from; i < to; i++ {
		if b.best[i-from].known && !b.reach(i, from, to, costOrphan) {
			b.reach(i, from, to, math.MaxInt32)
		}
	}
	return b.trace(list, from, to)
}

// together finds for each slab how much must stand with it on one page.
func (b *breaker) together(from, to int) {
	if cap(b.next) < to-from+1 {
		b.next = make([]geom.Length, to-from+1)
	}
	b.next = b.next[:to-from+1]
	b.next[to-from] = 0
	for k := to - 1; k >= from; k-- {
		s := &b.g.slabs[k]
		if s.more != nil && len(s.more.notes) > 0 {
			b.line = max(b.line, s.more.notes[0].lines[0].height)
		}
		h := s.height
		if k+1 < to && b.g.slabs[k+1].cost >= costOrphan {
			h += b.g.slabs[k+1].space + b.next[k+1-from]
		}
		b.next[k-from] = h
	}
}

// trace follows the cheapest way back and appends its frames.
func (b *breaker) trace(list []span, from, to int) []span {
	first := len(list)
	for j := to; j > from; {
		i := int(b.best[j-from].prev)
		list = append(list, span{from: i, to: j, notes: b.best[i-from].carry})
		j = i
	}
	for i, j := first, len(list)-1; i < j; i, j = i+1, j-1 {
		list[i], list[j] = list[j], list[i]
	}
	for rest := b.best[to-from].carry; rest > 0; {
		list = append(list, span{from: to, to: to, notes: rest})
		rest -= max(b.room(len(list)-1)-noteGap, geom.Pt)
	}
	return list
}

// reach tries every end of a frame that begins with slab i and whose cut costs less than limit. It tells whether it
// found one; with the highest limit it always does, if only by letting slab i run over.
func (b *breaker) reach(i, from, to int, limit int32) bool {
	start := b.best[i-from]
	room := b.room(int(start.frame))
	h := b.g.slabs[i].top
	notes := start.carry
	found := false
	for k := i; k < to; k++ {
		s := &b.g.slabs[k]
		h = b.g.at(k, h, k == i) + s.height
		own := b.notesOf(s)
		fits := h+area(notes+own) <= room
		splits := !fits && own > 0 && h+area(notes+s.noteStart()) <= room
		if !fits && !splits {
			break
		}
		notes += own
		if b.try(i, k+1, from, to, limit, room, h, notes, false) {
			found = true
		}
		if !fits {
			break
		}
	}
	if !found && limit == math.MaxInt32 {
		s := &b.g.slabs[i]
		return b.try(i, i+1, from, to, limit, room, s.top+s.height, start.carry+b.notesOf(s), true)
	}
	return found
}

// try records the frame of slabs i to j if it is the cheapest way to j.
func (b *breaker) try(i, j, from, to int, limit int32, room, h, notes geom.Length, forced bool) bool {
	start := b.best[i-from]
	cost := start.cost
	if j < to {
		s := &b.g.slabs[j]
		if s.cost >= limit {
			return false
		}
		h += s.bottom
		if h+area(notes) > room && notes == start.carry && !forced {
			return false
		}
		if cost += int64(s.cost); s.cost == costHyphen && (int(start.frame)+1)%b.per > 0 {
			cost -= costHyphen - 10*costLine // no page turn
		}
	}
	carry := min(b.whole(h+area(notes)-room), notes)
	if forced {
		cost += costStrand
	}
	if carry > 0 {
		cost += costRow * 100
	}
	cost += b.emptiness(i, j, from, to, room, h+area(notes))
	n := &b.best[j-from]
	if !n.known || cost < n.cost {
		*n = node{cost: cost, prev: int32(i), frame: start.frame + 1, carry: carry, known: true}
	}
	return true
}

// whole is what footnotes carry over at most when so much of them has no room: whole lines, and one more where the cut
// would leave a line alone or part a word.
func (b *breaker) whole(over geom.Length) geom.Length {
	if over <= 0 || b.line <= 0 {
		return max(over, 0)
	}
	return upTo(over, b.line) + b.line
}

// emptiness is the square of the percentage of the frame that is left empty, a sixteenth of it where what follows
// would not have fitted: pages are filled in order, not evened out. The last frame before a forced break may be as empty
// as it likes, unless it holds next to nothing.
func (b *breaker) emptiness(i, j, from, to int, room, h geom.Length) int64 {
	if j == to {
		if i > 0 && h*12 < room {
			return 400
		}
		return 0
	}
	for k := i; k < j; k++ {
		if b.g.slabs[k].fill {
			return 0
		}
	}
	r := int64(max(room-h, 0) * 1000 / max(room, 1))
	if h+b.g.slabs[j].space+b.next[j-from] > room {
		return r*r/1600 + 20
	}
	return r*r/100 + 20
}

// area is what footnotes of a height take at the foot of a page.
func area(notes geom.Length) geom.Length {
	if notes == 0 {
		return 0
	}
	return notes + noteGap
}
