package doc

import "konzept/report/geom"

// Space is white space of at least the given height; it vanishes at the top of a page unless Strong.
type Space struct {
	Height geom.Length
	Strong bool
	Fill   bool // takes what is left of the page
}

func (*Space) walk(*walker) {}

func (b *Space) scaled(s *Scale) Block {
	c := *b
	c.Height = s.Length(b.Height)
	return &c
}

func (b *Space) dump(p *dumper) {
	p.line("space", length("height", b.Height), flag("strong", b.Strong), flag("fill", b.Fill))
}
