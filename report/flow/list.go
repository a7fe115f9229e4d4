package flow

import (
	"konzept/report/doc"
	"konzept/report/galley"
	"konzept/report/page"
	"konzept/report/typeset"
)

// list sets items behind hanging bullets or numbers.
func (b *Builder) list(g *galley.Galley, f typeset.Frame, v *doc.List) {
	if len(v.Items) == 0 {
		return
	}
	e := b.Set.Elem("L", f.Parent())
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
		li := b.Set.Elem("LI", e)
		lbl := b.Set.Elem("Lbl", li)
		body := b.Set.Elem("LBody", li)
		start := len(g.Boxes)
		g.Prose = nil
		if i > 0 {
			g.White = min(g.White, s.Leading/5) // items stand closer together than paragraphs
		}
		in := b.Set.Borrow()
		b.Set.Spans(in, []doc.Inline{&doc.Text{Text: typeset.ItemLabel(v, i, b.depth) + " "}}, b.styles.Labelled(s), lbl, nil)
		lines := b.Set.Broken(in, b.styles.Labelled(s), indent)
		inner := f.Inset(indent, 0).Under(body)
		if inner.Style == nil {
			inner.Style = v.Style
		}
		b.Blocks(g, inner, item.Blocks)
		b.Set.Hang(g, start, in, lines, s, f.X)
		b.Set.GiveBack(in)
	}
	b.depth--
	g.Prose = nil
	g.Space(s.After)
}

// numbering is how the labels of a list are numbered (ISO 32000-1, table 347). None are labels of their own and the dash of
// inner lists, for which the standard has no name.
func (b *Builder) numbering(v *doc.List) string {
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
func (b *Builder) plainItems(g *galley.Galley, f typeset.Frame, v *doc.List, e *page.Elem) {
	if f.Style == nil {
		f.Style = v.Style
	}
	for i := range v.Items {
		b.Blocks(g, f.Under(b.Set.Elem("LBody", b.Set.Elem("LI", e))), v.Items[i].Blocks)
	}
}
