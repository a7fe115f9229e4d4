package doc

// Paragraph is running text.
type Paragraph struct {
	Inlines []Inline
	Style   *Style
	Role    Role // P unless set: Caption, Title …
	Anchor  string
}

func (b *Paragraph) walk(w *walker) {
	w.anchor(b.Anchor)
	w.inlines(b.Inlines, b.Style)
}

func (b *Paragraph) scaled(s *Scale) Block {
	c := *b
	c.Style = s.Style(b.Style)
	return &c
}

func (b *Paragraph) dump(p *dumper) {
	p.line("p", styled(b.Style), word("role", string(b.Role)), word("anchor", b.Anchor), p.inlines(b.Inlines))
}
