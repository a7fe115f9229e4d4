package typeset

import (
	"strconv"
	"strings"

	"konzept/report/doc"
	"konzept/report/galley"
	"konzept/report/geom"
	"konzept/report/page"
	"konzept/report/text"
)

// smallest size of footnotes (DOMAIN.md 1.5).
const smallestNote = 8 * geom.Pt

// noteStyle is a footnote's style: the document's own, so that a note to a heading looks like one to a paragraph, else the
// paragraph's at 85 percent, 8 pt at least, without indents. On a coloured area it keeps the paragraph's ink.
func (st *Setter) noteStyle(s *doc.Style) *doc.Style {
	own := st.Doc.Note
	switch {
	case own != nil && !st.Ground:
		return st.Styles.Styled(own)
	case own != nil:
		return st.Styles.Derive(own, "note to "+s.Name, func(n *doc.Style) { n.Ink = s.Ink })
	}
	return st.Styles.Derive(s, "note", func(n *doc.Style) {
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
func (st *Setter) footnote(f *doc.Footnote, style *doc.Style, parent *page.Elem) (*galley.Note, string) {
	st.Count.Notes++
	number := strconv.Itoa(st.Count.Notes)
	e := st.Elem("Note", outside(parent))
	e.Detail().ID = "note-" + number
	back := noteDest(number) + "-mark"
	g := st.TakeGalley()
	s := st.noteStyle(style)
	hang := s.Size.Mul(16, 10)
	label := st.Elem("Lbl", e)
	inl := st.Borrow()
	st.linked(inl, number, s, label, &Link{Dest: back, Alt: strings.TrimSpace(st.Doc.Words.Footnote + " " + number)})
	st.Spans(inl, []doc.Inline{&doc.Text{Text: "\u00a0"}}, s, label, nil)
	lines := st.Broken(inl, s, hang)
	x := hang // past the number
	if len(lines) > 0 {
		x = max(hang, lines[0].Width)
	}
	p := &doc.Paragraph{Inlines: f.Inlines, Style: s}
	st.Paragraph(g, Frame{X: x, Width: max(st.Width-x, st.Width/4), Sect: &Section{Base: e}}, p)
	g.FlushPending()
	n := &galley.Note{Lines: withNested(g.Boxes), Back: back}
	if len(n.Lines) == 0 {
		n.Lines = []galley.Box{{Height: s.Leading}}
	}
	first := &n.Lines[0]
	first.Space = 0
	for i := range lines {
		items, links := st.LineItems(inl, &lines[i], 0, max(first.Base, s.Leading/2))
		first.Items = append(items, first.Items...)
		first.Links = append(links, first.Links...)
	}
	first.Extend().Targets = append(first.Extras.Targets, galley.Target{Anchor: noteDest(number), Elem: e})
	st.GiveGalley(g)
	st.GiveBack(inl)
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
func (st *Setter) linked(in *Inlines, words string, s *doc.Style, e *page.Elem, to *Link) {
	to.Elem = st.Elem("Link", e)
	in.Add(text.Span{Text: words, Font: st.Styles.Font(s, &doc.CharStyle{}, ""), NoBreak: true}, Meta{Ink: s.Ink, Elem: to.Elem, link: to})
}

// withNested copies a note's lines, followed by those of notes that they call themselves.
func withNested(lines []galley.Box) []galley.Box {
	list := append([]galley.Box(nil), lines...)
	for i := range lines {
		if m := lines[i].Extras; m != nil {
			for _, n := range m.Notes {
				list = append(list, n.Lines...)
			}
			m.Notes = nil
		}
	}
	return list
}
