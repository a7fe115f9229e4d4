package doc

import "konzept/report/geom"

// Columns sets blocks in n balanced columns.
type Columns struct {
	Count  int
	Gap    geom.Length
	Blocks []Block
}

func (b *Columns) walk(w *walker) { w.blocks(b.Blocks) }

func (b *Columns) scaled(s *Scale) Block {
	c := *b
	c.Gap, c.Blocks = s.Length(b.Gap), s.Blocks(b.Blocks)
	return &c
}

func (b *Columns) dump(p *dumper) {
	p.line("columns", digits("count", b.Count), length("gap", b.Gap))
	p.within(b.Blocks)
}
