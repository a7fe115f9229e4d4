package layout

import (
	"konzept/report/doc"
	"konzept/report/galley"
	"konzept/report/geom"
	"konzept/report/page"
	"konzept/report/text"
)

// timeline sets dated entries beside a line with a dot for each: a list whose labels are the dates.
func (b *builder) timeline(g *galley.Galley, f frame, v *doc.Timeline) {
	if len(v.Entries) == 0 {
		return
	}
	s := b.eventStyle(v, f)
	when := b.whenWidth(v, s, f.width)
	line := eventLine{style: s, when: when, x: when + s.Size}
	e := b.elem("L", f.parent())
	if e != nil {
		e.Detail().Numbering = "None"
	}
	n := g.Open(galley.Region{Decoration: galley.Decoration{X: f.x, Lines: []geom.Length{line.x}, Thread: geom.Pt, Ink: s.Ink}})
	for i := range v.Entries {
		b.event(g, f, &v.Entries[i], b.elem("LI", e), line)
	}
	g.FlushMarks()
	g.Close(n)
}

// eventLine is the line of a timeline within its column.
type eventLine struct {
	style *doc.Style  // of the entries
	when  geom.Length // room for the dates at its left
	x     geom.Length
}

// event sets one entry; its dot stands on the line beside the first baseline.
func (b *builder) event(g *galley.Galley, f frame, v *doc.Event, li *page.Elem, line eventLine) {
	s := line.style
	start := len(g.Boxes)
	lbl := b.elem("Lbl", li)
	body := b.elem("LBody", li)
	in := b.borrow()
	bold := b.derive(s, "when", func(d *doc.Style) {
		d.Weight, d.Align, d.First, d.Indent, d.Hyphenate = bolder(weightOf(s)), doc.Right, 0, 0, false
	})
	b.spans(in, append(append([]doc.Inline{}, v.When...), &doc.Text{Text: " "}), bold, lbl, nil)
	lines := b.broken(in, bold, line.when)
	inner := f.inset(line.x+s.Size, 0).under(body)
	g.Prose = nil
	b.blocks(g, inner, v.Blocks)
	b.hang(g, start, in, lines, bold, f.x)
	b.giveBack(in)
	if len(g.Boxes) == start {
		return
	}
	first := &g.Boxes[start]
	dot := &page.Shape{Fill: b.paper(), Filled: true, Line: s.Ink, Weight: s.Size / 4 / 4}
	if v.Strong {
		dot.Fill = s.Ink
	}
	dot.Path.Circle(geom.Point{X: f.x + line.x, Y: first.Base - s.Size/3}, s.Size/4)
	first.Items = append([]page.Item{dot}, first.Items...)
}

// paper is the ink of hollow dots: the palette's white, else the text's ink.
func (b *builder) paper() geom.Ink {
	ink, _ := b.set.doc.Palette.Find("white")
	return ink
}

// eventStyle is the style of the first text of the entries.
func (b *builder) eventStyle(v *doc.Timeline, f frame) *doc.Style {
	for i := range v.Entries {
		if s := doc.FirstStyle(v.Entries[i].Blocks); s != nil {
			return b.styled(s)
		}
	}
	return b.styled(f.style)
}

// whenWidth is the room for dates: the widest of them, a third of the column at most.
func (b *builder) whenWidth(v *doc.Timeline, s *doc.Style, width geom.Length) geom.Length {
	var w geom.Length
	font := b.font(s, &doc.Look{Bold: true}, "")
	for i := range v.Entries {
		w = max(w, text.Width(doc.Plain(v.Entries[i].When), font))
	}
	return min(w+geom.Pt, width/3)
}
