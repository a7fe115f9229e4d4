package galley

import (
	"konzept/report/doc"
	"konzept/report/geom"
)

// KeepsGrid tells whether a galley holds lines on the grid.
func (g *Galley) KeepsGrid() bool {
	for i := range g.Boxes {
		if g.Boxes[i].OnGrid {
			return true
		}
	}
	return false
}

// Balance cuts a galley into frames, n a set. The first set is no higher than first, the last as low as it can be
// without needing a further frame; all others are as high as a page. Each leaves room for its own footnotes.
func Balance(g *Galley, n int, first, available geom.Length) []Span {
	var list []Span
	for most := first; ; {
		done := ends(list)
		rest := g.Tail(done)
		if last := Level(rest, n, most); last != nil {
			return append(list, Moved(last, done)...)
		}
		set, fits := rest.FirstSet(n, most)
		if !fits && most < available { // nothing fits where the columns begin
			most = available
			continue
		}
		list, most = append(list, Moved(set, done)...), available
		if ends(list) == len(g.Boxes) {
			return list
		}
	}
}

// FirstSet cuts the first n frames off a galley that is higher, so that they and their footnotes are no higher than most, and
// tells whether that is so and nothing is cut where it must not be.
func (g *Galley) FirstSet(n int, most geom.Length) (list []Span, fits bool) {
	const tries = 4
	h := most
	for range tries {
		list = fill(g, n, h)
		list = list[:min(n, len(list))]
		over := h + NoteArea(g.noted(0, ends(list))) - most
		if over <= 0 || over >= h {
			break
		}
		h -= over
	}
	end := ends(list)
	return list, within(g, list, h) && (end == len(g.Boxes) || g.parts(end))
}

// ends is where a list of spans ends.
func ends(list []Span) int {
	if len(list) == 0 {
		return 0
	}
	return list[len(list)-1].To
}

// Level cuts a galley into at most n frames as low as can be, but no higher than most; nil if they cannot hold it.
func Level(g *Galley, n int, most geom.Length) []Span {
	low, high := g.Height()/geom.Length(n), most-NoteArea(g.noted(0, len(g.Boxes)))
	var best []Span
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
func fill(g *Galley, n int, height geom.Length) []Span {
	br := Breaker{Galley: g, PerPage: n, notesApart: true, Available: func(int) geom.Length { return height }}
	return br.Cut(func(int, doc.Side) int { return 0 })
}

// Tail is the galley from box i on.
func (g *Galley) Tail(i int) *Galley {
	return &Galley{Boxes: g.Boxes[i:], Grid: g.Grid}
}

// Moved moves spans by i boxes.
func Moved(list []Span, i int) []Span {
	for k := range list {
		list[k].From += i
		list[k].To += i
	}
	return list
}

// within tells whether no frame is higher than h and none is cut where it must not be.
func within(g *Galley, list []Span, h geom.Length) bool {
	for _, sp := range list {
		if g.PieceHeight(sp.From, sp.To) > h || !g.parts(sp.From) {
			return false
		}
	}
	return true
}

// parts tells whether a frame may begin with box i.
func (g *Galley) parts(i int) bool { return i == 0 || g.Boxes[i].Penalty < PenaltyOrphan }
