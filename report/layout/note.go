package layout

import (
	"strconv"
	"strings"

	"konzept/report/doc"
	"konzept/report/geom"
	"konzept/report/page"
	"konzept/report/text"
)

// note is a footnote: its lines wait until the page of its mark is placed.
type note struct {
	lines []slab
	back  string     // destination at its mark
	ref   *page.Elem // of the mark
}

// noteHeight is the height of all footnotes that a slab calls.
func (s *slab) noteHeight() geom.Length {
	if s.more == nil {
		return 0
	}
	var h geom.Length
	for _, n := range s.more.notes {
		for i := range n.lines {
			h += n.lines[i].height
		}
	}
	return h
}

// notes is the room that the footnotes of all slabs from start on take.
func (g *galley) notes(start int) geom.Length { return area(g.noted(start, len(g.slabs))) }

// noted is the height of the footnotes that slabs i to j call.
func (g *galley) noted(i, j int) geom.Length {
	var h geom.Length
	for k := i; k < j; k++ {
		h += g.slabs[k].noteHeight()
	}
	return h
}

// noteStart is what must stand below the slab at least: all its notes but the last, and the first lines of that.
func (s *slab) noteStart() geom.Length {
	h := s.noteHeight()
	last := s.more.notes[len(s.more.notes)-1]
	for i := beginning(last.lines); i < len(last.lines); i++ {
		h -= last.lines[i].height
	}
	return h
}

// beginning is how many lines of a note must stand together at its start, so that neither part has a single one.
func beginning(lines []slab) int {
	for i := 1; i < len(lines); i++ {
		if lines[i].cost < costOrphan {
			return i
		}
	}
	return len(lines)
}

// smallest size of footnotes (DOMAIN.md 1.5).
const smallestNote = 8 * geom.Pt

// noteStyle is a footnote's style: the document's own, so that a note to a heading looks like one to a paragraph, else the
// paragraph's at 85 percent, 8 pt at least, without indents. On a coloured area it keeps the paragraph's ink.
func (b *builder) noteStyle(s *doc.Style) *doc.Style {
	own := b.set.doc.Note
	switch {
	case own != nil && !b.ground:
		return b.styled(own)
	case own != nil:
		return b.derive(own, "note to "+s.Name, func(n *doc.Style) { n.Ink = s.Ink })
	}
	return b.derive(s, "note", func(n *doc.Style) {
		n.Size = max(s.Size.Mul(85, 100), min(smallestNote, s.Size))
		n.Leading = s.Leading.Mul(int64(n.Size), max(int64(s.Size), 1))
		n.First, n.Indent, n.Before, n.After, n.Upper = 0, 0, 0, 0, false
		if n.Align != doc.Justify {
			n.Align = doc.Left
		}
	})
}

// footnote collects a note and returns its number. Its element hangs below that of the paragraph that calls it; a heading
// is read in lists of headings, so that its notes stand beside it.
func (b *builder) footnote(f *doc.Footnote, style *doc.Style, parent *page.Elem) (*note, string) {
	b.count.notes++
	number := strconv.Itoa(b.count.notes)
	e := b.elem("Note", outside(parent))
	e.Detail().ID = "note-" + number
	back := noteDest(number) + "-mark"
	g := b.take()
	s := b.noteStyle(style)
	hang := s.Size.Mul(16, 10)
	label := b.elem("Lbl", e)
	inl := b.borrow()
	b.linked(inl, number, s, label, &link{dest: back, alt: strings.TrimSpace(b.set.doc.Words.Footnote + " " + number)})
	b.spans(inl, []doc.Inline{&doc.Text{Text: "\u00a0"}}, s, label, nil)
	lines := b.broken(inl, s, hang)
	x := hang // past the number
	if len(lines) > 0 {
		x = max(hang, lines[0].Width)
	}
	p := &doc.Paragraph{Inlines: f.Inlines, Style: s}
	b.paragraph(g, frame{x: x, width: max(b.width-x, b.width/4), sect: &section{base: e}}, p)
	g.flushMarks()
	n := &note{lines: withNested(g.slabs), back: back}
	if len(n.lines) == 0 {
		n.lines = []slab{{height: s.Leading}}
	}
	first := &n.lines[0]
	first.space = 0
	for i := range lines {
		items, links := b.lineItems(inl, &lines[i], 0, max(first.base, s.Leading/2))
		first.items = append(items, first.items...)
		first.links = append(links, first.links...)
	}
	first.rare().marks = append(first.more.marks, mark{anchor: noteDest(number), elem: e})
	b.put(g)
	b.giveBack(inl)
	return n, number
}

// outside is e, or what a heading stands in that holds e.
func outside(e *page.Elem) *page.Elem {
	for up := e; up != nil; up = up.Parent {
		if len(up.Type) == 2 && up.Type[0] == 'H' {
			return up.Parent
		}
	}
	return e
}

// noteDest names the destination of a footnote.
func noteDest(number string) string { return page.NoteDest + number }

// linked sets words as a link of its own below e.
func (b *builder) linked(in *inlines, words string, s *doc.Style, e *page.Elem, to *link) {
	to.elem = b.elem("Link", e)
	in.add(text.Span{Text: words, Font: b.font(s, &doc.Look{}, ""), NoBreak: true}, meta{ink: s.Ink, elem: to.elem, link: to})
}

// withNested copies a note's lines, followed by those of notes that they call themselves.
func withNested(lines []slab) []slab {
	list := append([]slab(nil), lines...)
	for i := range lines {
		if m := lines[i].more; m != nil {
			for _, n := range m.notes {
				list = append(list, n.lines...)
			}
			m.notes = nil
		}
	}
	return list
}

// footed sets footnotes below what calls them, where no page has a foot for them.
func (g *galley) footed(width geom.Length) {
	var q queue
	for i := range g.slabs {
		q.push(&g.slabs[i])
	}
	if len(q.lines) == 0 {
		return
	}
	for i := range g.slabs {
		if m := g.slabs[i].more; m != nil {
			m.notes = nil
		}
	}
	first := &q.lines[0]
	first.space = noteGap
	first.items = append(first.items, noteRule(0, -noteGap/2, width))
	g.slabs = append(g.slabs, q.lines...)
}

// noteRule parts footnotes from the text.
func noteRule(x, y, width geom.Length) *page.Rect {
	return &page.Rect{Box: geom.Box{X: x, Y: y, W: min(width, 50*geom.MM), H: geom.Pt / 2}}
}

// queue is footnote lines that wait for room.
type queue struct{ lines []slab }

func (q *queue) push(s *slab) {
	if s.more == nil {
		return
	}
	for _, n := range s.more.notes {
		q.lines = append(q.lines, n.lines...)
	}
}

// height is that of all waiting lines.
func (q *queue) height() geom.Length { return heightOf(q.lines) }

func heightOf(lines []slab) geom.Length {
	var h geom.Length
	for i := range lines {
		h += lines[i].height
	}
	return h
}

// cut is how many of the first n lines to set so that no line stands alone, and no word is parted if that can be.
func (q *queue) cut(n int) int {
	for _, limit := range []int32{costHyphen, costOrphan} {
		for k := n; k > 0; k-- {
			if k == len(q.lines) || q.lines[k].cost < limit {
				return k
			}
		}
	}
	return n
}

// footArea is the room that the notes of a frame's slabs and those that wait take at its foot: nothing else fills it.
func (g *galley) footArea(sp span, q *queue) geom.Length {
	h := q.height()
	for k := sp.from; k < sp.to; k++ {
		h += g.slabs[k].noteHeight()
	}
	return area(h)
}

// place sets as many waiting lines as room allows at the foot of dst, below a rule; bottom is where they end. A note is
// parted where a paragraph would be. At least one line is set, so that a queue always comes to its end.
func (q *queue) place(dst *slab, x, width, bottom, room geom.Length) {
	if len(q.lines) == 0 {
		return
	}
	n, h := 0, geom.Length(0)
	for n < len(q.lines) && (n == 0 || h+q.lines[n].height+noteGap <= room) {
		h += q.lines[n].height
		n++
	}
	n = q.cut(n)
	h = heightOf(q.lines[:n])
	y := bottom - h
	dst.items = append(dst.items, noteRule(x, y-noteGap/2, width))
	for i := range n {
		q.lines[i].move(dst, x, y)
		y += q.lines[i].height
	}
	q.lines = q.lines[n:]
}
