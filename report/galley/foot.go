package galley

import (
	"konzept/report/geom"
	"konzept/report/page"
)

// Note is a footnote: its lines wait until the page of its mark is placed.
type Note struct {
	Lines []Box
	Back  string     // destination at its mark
	Ref   *page.Elem // of the mark
}

// NoteHeight is the height of all footnotes that a box calls.
func (s *Box) NoteHeight() geom.Length {
	if s.Extras == nil {
		return 0
	}
	var h geom.Length
	for _, n := range s.Extras.Notes {
		for i := range n.Lines {
			h += n.Lines[i].Height
		}
	}
	return h
}

// NotesHeight is the height that the footnotes of all boxes from start on take.
func (g *Galley) NotesHeight(start int) geom.Length { return NoteArea(g.noted(start, len(g.Boxes))) }

// noted is the height of the footnotes that boxes i to j call.
func (g *Galley) noted(i, j int) geom.Length {
	var h geom.Length
	for k := i; k < j; k++ {
		h += g.Boxes[k].NoteHeight()
	}
	return h
}

// noteStart is what must stand below the box at least: all its notes but the last, and the first lines of that.
func (s *Box) noteStart() geom.Length {
	h := s.NoteHeight()
	last := s.Extras.Notes[len(s.Extras.Notes)-1]
	for i := beginning(last.Lines); i < len(last.Lines); i++ {
		h -= last.Lines[i].Height
	}
	return h
}

// beginning is how many lines of a note must stand together at its start, so that neither part has a single one.
func beginning(lines []Box) int {
	for i := 1; i < len(lines); i++ {
		if lines[i].Penalty < PenaltyOrphan {
			return i
		}
	}
	return len(lines)
}

// NotesBelow sets footnotes below what calls them, where no page has a foot for them.
func (g *Galley) NotesBelow(width geom.Length) {
	var q NoteQueue
	for i := range g.Boxes {
		q.Push(&g.Boxes[i])
	}
	if len(q.lines) == 0 {
		return
	}
	for i := range g.Boxes {
		if m := g.Boxes[i].Extras; m != nil {
			m.Notes = nil
		}
	}
	first := &q.lines[0]
	first.Space = NoteGap
	first.Items = append(first.Items, noteRule(0, -NoteGap/2, width))
	g.Boxes = append(g.Boxes, q.lines...)
}

// noteRule parts footnotes from the text.
func noteRule(x, y, width geom.Length) *page.Rect {
	return &page.Rect{Box: geom.Box{X: x, Y: y, W: min(width, 50*geom.MM), H: geom.Pt / 2}}
}

// NoteQueue holds footnote lines that found no place on their page.
type NoteQueue struct{ lines []Box }

// Push appends the notes that a box calls.
func (q *NoteQueue) Push(s *Box) {
	if s.Extras == nil {
		return
	}
	for _, n := range s.Extras.Notes {
		q.lines = append(q.lines, n.Lines...)
	}
}

// Height is that of all waiting lines.
func (q *NoteQueue) Height() geom.Length { return heightOf(q.lines) }

func heightOf(lines []Box) geom.Length {
	var h geom.Length
	for i := range lines {
		h += lines[i].Height
	}
	return h
}

// cut is how many of the first n lines to set so that no line stands alone, and no word is parted if that can be.
func (q *NoteQueue) cut(n int) int {
	for _, limit := range []int32{PenaltyHyphen, PenaltyOrphan} {
		for k := n; k > 0; k-- {
			if k == len(q.lines) || q.lines[k].Penalty < limit {
				return k
			}
		}
	}
	return n
}

// FootArea is the height that the notes of a frame's boxes and those that wait take at its foot: nothing else fills it.
func (g *Galley) FootArea(sp Span, q *NoteQueue) geom.Length {
	h := q.Height()
	for k := sp.From; k < sp.To; k++ {
		h += g.Boxes[k].NoteHeight()
	}
	return NoteArea(h)
}

// Place sets as many waiting lines as fit into the available height at the foot of dst, below a rule; bottom is where they end. A note is
// parted where a paragraph would be. At least one line is set, so that a queue always comes to its end.
func (q *NoteQueue) Place(dst *Box, x, width, bottom, available geom.Length) {
	if len(q.lines) == 0 {
		return
	}
	n, h := 0, geom.Length(0)
	for n < len(q.lines) && (n == 0 || h+q.lines[n].Height+NoteGap <= available) {
		h += q.lines[n].Height
		n++
	}
	n = q.cut(n)
	h = heightOf(q.lines[:n])
	y := bottom - h
	dst.Items = append(dst.Items, noteRule(x, y-NoteGap/2, width))
	for i := range n {
		q.lines[i].Move(dst, x, y)
		y += q.lines[i].Height
	}
	q.lines = q.lines[n:]
}
