package doc

import "konzept/report/diag"

// Margin is a note in the outer margin, beside the block that follows it.
type Margin struct {
	Blocks []Block
	At     diag.Span
}

func (b *Margin) walk(w *walker) { w.blocks(b.Blocks) }

func (b *Margin) scaled(s *Scale) Block { return &Margin{Blocks: s.Blocks(b.Blocks), At: b.At} }

func (b *Margin) dump(p *dumper) {
	p.line("margin")
	p.within(b.Blocks)
}
