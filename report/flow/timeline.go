package flow

import (
	"konzept/report/doc"
	"konzept/report/galley"
	"konzept/report/geom"
	"konzept/report/page"
	"konzept/report/text"
	"konzept/report/typeset"
)

// timeline sets dated entries beside a line with a dot for each: a list whose labels are the dates.
func (b *Builder) timeline(g *galley.Galley, f typeset.Frame, v *doc.Timeline) {
	if len(v.Entries) == 0 {
		return
	}
	s := eventStyle(b.styles, v, f)
	when := whenWidth(b.styles, v, s, f.Width)
	line := eventLine{style: s, when: when, x: when + s.Size}
	e := b.Set.Elem("L", f.Parent())
	if e != nil {
		e.Detail().Numbering = "None"
	}
	n := g.Open(galley.Region{Decoration: galley.Decoration{X: f.X, Lines: []geom.Length{line.x}, Thread: geom.Pt, Ink: s.Ink}})
	for i := range v.Entries {
		b.event(g, f, &v.Entries[i], b.Set.Elem("LI", e), line)
	}
	g.FlushPending()
	g.Close(n)
}

// eventLine is the line of a timeline within its column.
type eventLine struct {
	style *doc.Style  // of the entries
	when  geom.Length // width of the dates at its left
	x     geom.Length
}

// event sets one entry; its dot stands on the line beside the first baseline.
func (b *Builder) event(g *galley.Galley, f typeset.Frame, v *doc.Event, li *page.Elem, line eventLine) {
	s := line.style
	start := len(g.Boxes)
	lbl := b.Set.Elem("Lbl", li)
	body := b.Set.Elem("LBody", li)
	in := b.Set.Borrow()
	bold := b.styles.Derive(s, "when", func(d *doc.Style) {
		d.Weight, d.Align, d.First, d.Indent, d.Hyphenate = typeset.Bolder(typeset.WeightOf(s)), doc.Right, 0, 0, false
	})
	b.Set.Spans(in, append(append([]doc.Inline{}, v.When...), &doc.Text{Text: " "}), bold, lbl, nil)
	lines := b.Set.Broken(in, bold, line.when)
	inner := f.Inset(line.x+s.Size, 0).Under(body)
	g.Prose = nil
	b.Blocks(g, inner, v.Blocks)
	b.Set.Hang(g, start, in, lines, bold, f.X)
	b.Set.GiveBack(in)
	if len(g.Boxes) == start {
		return
	}
	first := &g.Boxes[start]
	dot := &page.Shape{Fill: paper(b.Set.Doc.Palette), Filled: true, Line: s.Ink, Weight: s.Size / 4 / 4}
	if v.Strong {
		dot.Fill = s.Ink
	}
	dot.Path.Circle(geom.Point{X: f.X + line.x, Y: first.Base - s.Size/3}, s.Size/4)
	first.Items = append([]page.Item{dot}, first.Items...)
}

// paper is the ink of hollow dots: the palette's white, else the text's ink.
func paper(p geom.Palette) geom.Ink {
	ink, _ := p.Find("white")
	return ink
}

// eventStyle is the style of the first text of the entries.
func eventStyle(styles *typeset.Styles, v *doc.Timeline, f typeset.Frame) *doc.Style {
	for i := range v.Entries {
		if s := doc.FirstStyle(v.Entries[i].Blocks); s != nil {
			return styles.Styled(s)
		}
	}
	return styles.Styled(f.Style)
}

// whenWidth is the width of the dates: the widest of them, a third of the column at most.
func whenWidth(styles *typeset.Styles, v *doc.Timeline, s *doc.Style, width geom.Length) geom.Length {
	var w geom.Length
	font := styles.Font(s, &doc.CharStyle{Bold: true}, "")
	for i := range v.Entries {
		w = max(w, text.Width(doc.Plain(v.Entries[i].When), font))
	}
	return min(w+geom.Pt, width/3)
}
