package layout

import (
	"konzept/report/doc"
	"konzept/report/galley"
	"konzept/report/page"
	"konzept/report/typeset"
)

// list sets items behind hanging bullets or numbers.
func (b *builder) list(g *galley.Galley, f typeset.Frame, v *doc.List) {
	if len(v.Items) == 0 {
		return
	}
	e := b.set.Elem("L", f.Parent())
	if e != nil {
		e.Detail().Numbering = b.numbering(v)
	}
	if v.Plain {
		b.plainItems(g, f, v, e)
		return
	}
	s := b.styles.Styled(v.Style)
	indent := min(b.styles.ListIndent(v), f.Width/2)
	g.Space(s.Before)
	b.depth++
	for i := range v.Items {
		item := &v.Items[i]
		li := b.set.Elem("LI", e)
		lbl := b.set.Elem("Lbl", li)
		body := b.set.Elem("LBody", li)
		start := len(g.Boxes)
		g.Prose = nil
		if i > 0 {
			g.White = min(g.White, s.Leading/5) // items stand closer together than paragraphs
		}
		in := b.set.Borrow()
		b.set.Spans(in, []doc.Inline{&doc.Text{Text: typeset.ItemLabel(v, i, b.depth) + " "}}, b.styles.Labelled(s), lbl, nil)
		lines := b.set.Broken(in, b.styles.Labelled(s), indent)
		inner := f.Inset(indent, 0).Under(body)
		if inner.Style == nil {
			inner.Style = v.Style
		}
		b.blocks(g, inner, item.Blocks)
		b.set.Hang(g, start, in, lines, s, f.X)
		b.set.GiveBack(in)
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
func (b *builder) plainItems(g *galley.Galley, f typeset.Frame, v *doc.List, e *page.Elem) {
	if f.Style == nil {
		f.Style = v.Style
	}
	for i := range v.Items {
		b.blocks(g, f.Under(b.set.Elem("LBody", b.set.Elem("LI", e))), v.Items[i].Blocks)
	}
}
