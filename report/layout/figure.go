package layout

import (
	"konzept/report/diag"
	"konzept/report/doc"
	"konzept/report/figure"
	"konzept/report/geom"
	"konzept/report/page"
	"konzept/report/text"
)

// figure sets a drawing with its number and title above it and its source below, all of it on one page.
func (b *builder) figure(g *galley, f frame, v *doc.Figure) {
	start := len(g.slabs)
	var e *page.Elem
	if !v.Decorative {
		f, e = b.illustration(f, len(v.Title) > 0 || v.Number || len(v.Source) > 0)
	}
	number := b.numbered(v.Number, &b.count.figures, b.set.doc.Words.Figure)
	b.anchor(g, v.Anchor, e)
	if v.Number && v.Anchor == "" {
		b.anchor(g, figureDest("", b.count.figures), e)
	}
	caption := b.styled(v.CaptionStyle)
	g.space(caption.Before)
	if number != "" || len(v.Title) > 0 {
		b.caption(g, f, captionText(number, v.Title), v.CaptionStyle, "Caption")
		g.bind(costStrand)
	}
	b.drawing(g, f, v, e)
	if len(v.Source) > 0 {
		g.bind(costStrand)
		g.space(caption.Leading / 4)
		b.caption(g, f, v.Source, b.small(caption), "P")
	}
	g.keep(start, costKeep)
	g.space(caption.After)
}

// illustration is a figure's element, in a division of its own if it has words around it: screen readers say the
// alternative text in place of all that a Figure holds, so that its caption must stand beside it.
func (b *builder) illustration(f frame, words bool) (frame, *page.Elem) {
	if words {
		f = f.under(b.elem("Div", f.parent()))
	}
	return f, b.elem("Figure", f.parent())
}

// drawing adds the drawn part of a figure.
func (b *builder) drawing(g *galley, f frame, v *doc.Figure, e *page.Elem) {
	width, height := v.Width, min(v.Height, b.unit.body())
	if width <= 0 || width > f.width {
		width = f.width
	}
	r := figure.Draw(v.Drawing, width, height, b.drawn(v.Style))
	if r.Fault != nil && !b.quiet {
		b.unit.out.Add(r.Fault.Code, diag.Span{}, r.Fault.Args...)
	}
	for _, m := range r.Missing {
		b.unit.out.Add("missing-glyph", diag.Span{}, m.Word, codePoint(m.Rune), fontNames(b.font(b.styled(v.Style), &doc.Look{}, "")))
	}
	if len(r.Items) == 0 {
		return
	}
	if e != nil {
		m := e.Detail()
		if m.Alt = v.Alt; m.Alt == "" {
			m.Alt = r.Alt
		}
	}
	x := f.x
	if f.aligned {
		x += spare(f.align, f.width-min(r.Size.W, f.width))
	}
	g.add(slab{height: max(r.Size.H, height), items: figure.Place(r.Items, geom.Point{X: x}, e)})
}

// drawn is what figure needs to know of a style.
func (b *builder) drawn(s *doc.Style) figure.Setting {
	s = b.styled(s)
	return figure.Setting{Label: *b.font(s, &doc.Look{}, ""), Strong: *b.font(s, &doc.Look{Bold: true}, ""), Ink: s.Ink,
		Palette: b.set.doc.Palette, Lang: b.set.doc.Lang}
}

// sign draws a symbol beside text of a size, from the left end of the baseline. No items: there is no such symbol.
func (b *builder) sign(y *doc.Symbol, size geom.Length, e *page.Elem) ([]page.Item, geom.Length) {
	shapes, width, ok := figure.Symbol(y.Name, size)
	if !ok {
		if !b.quiet {
			b.unit.out.Add("unknown-symbol", diag.Span{}, y.Name)
		}
		return nil, 0
	}
	items := make([]page.Item, len(shapes))
	for i := range shapes {
		shapes[i].Fill, shapes[i].Elem, shapes[i].Sign = y.Ink, e, true
		items[i] = &shapes[i]
	}
	return items, width
}

// fontNames lists a font's faces for findings.
func fontNames(f *text.Font) string {
	names := ""
	for i, face := range f.Faces {
		if i > 0 {
			names += ", "
		}
		names += face.Name()
	}
	return names
}
