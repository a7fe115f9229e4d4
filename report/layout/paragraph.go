package layout

import (
	"konzept/report/doc"
	"konzept/report/galley"
	"konzept/report/geom"
	"konzept/report/page"
	"konzept/report/text"
)

// paragraph sets running text as an element of its own.
func (b *builder) paragraph(g *galley.Galley, f frame, p *doc.Paragraph) {
	if len(p.Inlines) == 0 {
		b.anchor(g, p.Anchor, nil)
		return
	}
	e := b.elem(string(standard(p.Role, "P")), f.parent())
	b.anchor(g, p.Anchor, e)
	b.prose(g, f, p.Inlines, p.Style, e)
}

// prose sets inlines as lines of element e.
func (b *builder) prose(g *galley.Galley, f frame, list []doc.Inline, style *doc.Style, e *page.Elem) {
	if style == nil {
		style = f.style
	}
	s := b.aligned(b.styled(style), f)
	in := b.borrow()
	b.spans(in, list, s, e, nil)
	if s.Indent != 0 {
		f = f.inset(s.Indent, 0)
	}
	lines := b.broken(in, b.opening(g, s), f.width)
	g.Space(s.Before)
	b.stack(g, in, lines, s, f.x)
	b.giveBack(in)
	if len(lines) > 0 {
		g.Space(s.After)
		b.leading, g.Prose = s.Leading, s
	}
	if s.KeepNext {
		g.Bind(galley.PenaltyStrand)
	}
}

// opening is a style without its first line's indent where no paragraph of the style precedes: below a heading, a table or
// a picture nothing needs to be told apart.
func (b *builder) opening(g *galley.Galley, s *doc.Style) *doc.Style {
	if s.First <= 0 || g.Prose == s {
		return s
	}
	return b.derive(s, "opening", func(d *doc.Style) { d.First = 0 })
}

// stack adds lines to the galley, each a box with its notes, and sets what parting them costs.
func (b *builder) stack(g *galley.Galley, in *inlines, lines []text.Line, s *doc.Style, x geom.Length) {
	for i := range lines {
		l := &lines[i]
		b.overfull(in, l)
		base, height := b.lineBox(s, l)
		items, links := b.lineItems(in, l, x, base)
		if i > 0 {
			g.Bind(parting(i, len(lines), lines[i-1].Hyphen))
		}
		line := g.Add(galley.Box{Height: height, Base: base, Items: items, Links: links, OnGrid: b.inBox == 0 && height == b.unit.style.Grid && !s.KeepNext})
		for _, n := range in.notes(l) {
			line.Extend().Notes = append(line.Extras.Notes, n)
			line.Extras.Targets = append(line.Extras.Targets, galley.Target{Anchor: n.Back, Elem: n.Ref})
		}
	}
}

// notes are those that a line calls.
func (in *inlines) notes(l *text.Line) (called []*galley.Note) {
	for k := range l.Pieces {
		if n := in.meta[l.Pieces[k].Span].note; n != nil {
			called = append(called, n)
		}
	}
	return called
}

// parting is the cost of a page end before line i of n: neither the first nor the last line stands alone, and a word is
// parted by a page turn only to prevent that.
func parting(i, n int, hyphen bool) int32 {
	switch {
	case i == 1 || i == n-1:
		return galley.PenaltyOrphan
	case hyphen:
		return galley.PenaltyHyphen
	}
	return galley.PenaltyLine
}

// aligned is a style as it stands in a cell with an alignment of its own.
func (b *builder) aligned(s *doc.Style, f frame) *doc.Style {
	if !f.aligned || f.align == s.Align {
		return s
	}
	names := [...]string{"left", "justify", "right", "centre", "decimal"}
	return b.derive(s, names[f.align], func(d *doc.Style) { d.Align = f.align })
}

// small is a style at 90 percent, for sources and credits, but still legible on a copy.
func (b *builder) small(s *doc.Style) *doc.Style {
	return b.derive(s, "small", func(d *doc.Style) {
		d.Size = max(s.Size.Mul(9, 10), min(s.Size, leastOther))
		d.Leading, d.Before = s.Leading.Mul(int64(d.Size), max(int64(s.Size), 1)), 0
	})
}

// anchor marks the next box as the place of an anchor.
func (b *builder) anchor(g *galley.Galley, name string, e *page.Elem) {
	if name != "" && !b.quiet {
		g.Targets = append(g.Targets, galley.Target{Anchor: name, Elem: e})
	}
}

// spare is how far something narrower than its frame moves for an alignment.
func spare(a doc.Align, room geom.Length) geom.Length {
	switch a {
	case doc.Right, doc.Decimal:
		return room
	case doc.Centre:
		return room / 2
	}
	return 0
}
