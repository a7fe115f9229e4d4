package doc

import "konzept/report/geom"

// Grid sets cells side by side; reading order is the order of cells.
type Grid struct {
	Columns []Column
	Gap     geom.Length
	RowGap  geom.Length
	Cells   [][]Block // row by row
	Before  geom.Length
	After   geom.Length
	List    bool // rows are items of a list, each first cell its label
}

func (b *Grid) walk(w *walker) {
	for _, cell := range b.Cells {
		w.blocks(cell)
	}
}

func (b *Grid) scaled(s *Scale) Block {
	c := *b
	c.Columns, c.Gap, c.RowGap = s.columns(b.Columns), s.Length(b.Gap), s.Length(b.RowGap)
	c.Before, c.After = s.Length(b.Before), s.Length(b.After)
	c.Cells = make([][]Block, len(b.Cells))
	for i := range b.Cells {
		c.Cells[i] = s.Blocks(b.Cells[i])
	}
	return &c
}

func (b *Grid) dump(p *dumper) {
	p.line("grid", columns(b.Columns), length("gap", b.Gap), length("rowgap", b.RowGap), length("before", b.Before), length("after", b.After), flag("list", b.List))
	for _, c := range b.Cells {
		p.part("cell", c)
	}
}
