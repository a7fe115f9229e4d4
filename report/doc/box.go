package doc

import "konzept/report/geom"

// Box is blocks on a ground or within a frame.
type Box struct {
	Blocks  []Block
	Fill    geom.Ink
	Filled  bool
	Frame   geom.Length
	Ink     geom.Ink    // of the frame and the bar
	Bar     geom.Length // bar at the left edge
	Pad     geom.Edges
	Before  geom.Length
	After   geom.Length
	Role    Role // Div unless set
	Keep    bool
	Height  geom.Length // at least
	Centred bool        // content stands in the middle of Height
	Bleeds  geom.Sides  // sides at which the ground runs over the trim
}

func (b *Box) walk(w *walker) { w.blocks(b.Blocks) }

func (b *Box) scaled(s *Scale) Block {
	c := *b
	c.Blocks, c.Frame, c.Bar, c.Pad = s.Blocks(b.Blocks), s.Length(b.Frame), s.Length(b.Bar), s.Edges(b.Pad)
	c.Before, c.After, c.Height = s.Length(b.Before), s.Length(b.After), s.Length(b.Height)
	return &c
}

func (b *Box) dump(p *dumper) {
	p.line("box", p.ink("fill", b.Fill, b.Filled), length("frame", b.Frame), length("bar", b.Bar), p.ink("ink", b.Ink, b.Frame > 0 || b.Bar > 0), edges("pad", b.Pad),
		length("before", b.Before), length("after", b.After), word("role", string(b.Role)), flag("keep", b.Keep), length("height", b.Height), flag("centred", b.Centred), word("bleed", b.Bleeds.String()))
	p.within(b.Blocks)
}
