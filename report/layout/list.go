package layout

import (
	"strconv"

	"konzept/report/doc"
	"konzept/report/galley"
	"konzept/report/geom"
	"konzept/report/page"
	"konzept/report/text"
)

// list sets items behind hanging bullets or numbers.
func (b *builder) list(g *galley.Galley, f frame, v *doc.List) {
	if len(v.Items) == 0 {
		return
	}
	e := b.elem("L", f.parent())
	if e != nil {
		e.Detail().Numbering = b.numbering(v)
	}
	if v.Plain {
		b.plainItems(g, f, v, e)
		return
	}
	s := b.styled(v.Style)
	indent := min(b.listIndent(v), f.width/2)
	g.Space(s.Before)
	b.depth++
	for i := range v.Items {
		item := &v.Items[i]
		li := b.elem("LI", e)
		lbl := b.elem("Lbl", li)
		body := b.elem("LBody", li)
		start := len(g.Boxes)
		g.Prose = nil
		if i > 0 {
			g.White = min(g.White, s.Leading/5) // items stand closer together than paragraphs
		}
		in := b.borrow()
		b.spans(in, []doc.Inline{&doc.Text{Text: b.label(v, i) + " "}}, b.labelled(s), lbl, nil)
		lines := b.broken(in, b.labelled(s), indent)
		inner := f.inset(indent, 0).under(body)
		if inner.style == nil {
			inner.style = v.Style
		}
		b.blocks(g, inner, item.Blocks)
		b.hang(g, start, in, lines, s, f.x)
		b.giveBack(in)
	}
	b.depth--
	g.Prose = nil
	g.Space(s.After)
}

// numbering is how the labels of a list are numbered (ISO 32000-1, table 347). None are labels of their own and the dash of
// inner lists, for which the standard has no name.
func (b *builder) numbering(v *doc.List) string {
	switch {
	case v.Plain || v.Items[0].Label != "":
		return "None"
	case v.Ordered:
		return "Decimal"
	case b.depth%2 == 0:
		return "Disc"
	}
	return "None"
}

// plainItems sets items without labels as paragraphs stand.
func (b *builder) plainItems(g *galley.Galley, f frame, v *doc.List, e *page.Elem) {
	if f.style == nil {
		f.style = v.Style
	}
	for i := range v.Items {
		b.blocks(g, f.under(b.elem("LBody", b.elem("LI", e))), v.Items[i].Blocks)
	}
}

// hang puts a label before the first line of what was added since start, with its links and notes, or alone where nothing
// was.
func (b *builder) hang(g *galley.Galley, start int, in *inlines, lines []text.Line, s *doc.Style, x geom.Length) {
	if len(g.Boxes) == start {
		b.stack(g, in, lines, s, x)
		return
	}
	first := &g.Boxes[start]
	var label []page.Item
	var called []*galley.Note
	for i := range lines {
		base, _ := b.lineBox(s, &lines[i])
		if i == 0 && first.Base > 0 {
			base = first.Base
		}
		items, links := b.lineItems(in, &lines[i], x, base+geom.Length(i)*s.Leading)
		label, first.Links = append(label, items...), append(first.Links, links...)
		called = append(called, in.notes(&lines[i])...)
	}
	first.Items = append(label, first.Items...)
	if len(called) > 0 {
		more := first.Extend()
		more.Notes = append(called, more.Notes...)
		for _, n := range called {
			more.Targets = append(more.Targets, galley.Target{Anchor: n.Back, Elem: n.Ref})
		}
	}
	if n := geom.Length(len(lines)); n > 1 {
		first.Height = max(first.Height, n*s.Leading)
	}
}

// labelled is the style of labels: without indents, at the left.
func (b *builder) labelled(s *doc.Style) *doc.Style {
	return b.derive(s, "item", func(d *doc.Style) {
		d.First, d.Indent, d.Align, d.Hyphenate = 0, 0, doc.Left, false
	})
}

// label is an item's own label, its number, or the bullet of the list's depth.
func (b *builder) label(v *doc.List, i int) string {
	switch {
	case v.Items[i].Label != "":
		return v.Items[i].Label
	case v.Ordered:
		return strconv.Itoa(i+1) + "."
	case b.depth%2 == 1:
		return "•"
	}
	return "–"
}

// listIndent is how far items hang: the widest label and a gap, at least 1.2 em.
func (b *builder) listIndent(v *doc.List) geom.Length {
	s := b.styled(v.Style)
	font := b.font(b.labelled(s), &doc.Look{}, "")
	indent := s.Size.Mul(12, 10)
	for i := range v.Items {
		if v.Ordered || v.Items[i].Label != "" {
			indent = max(indent, text.Width(b.label(v, i)+" ", font)+s.Size/4)
		}
	}
	return indent
}
