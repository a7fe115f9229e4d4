package doc

import (
	"konzept/report/diag"
	"konzept/report/geom"
)

// Pairs is a list of labels with values, set in two columns; tagged as a table with row headers.
type Pairs struct {
	Rows       []Pair
	LabelWidth geom.Length
	Style      *TableStyle
	LabelFill  geom.Ink
	HasFill    bool
	Running    string // named at the top of pages to which the list goes on
	List       bool   // read as a list of labels and values, not as a table
	At         diag.Span
}

// Pair is one label and its value.
type Pair struct {
	Label []Inline
	Value []Block
}

func (b *Pairs) walk(w *walker) {
	for i := range b.Rows {
		w.inlines(b.Rows[i].Label, nil)
		w.blocks(b.Rows[i].Value)
	}
	w.said(&b.Running)
}

func (b *Pairs) scaled(s *Scale) Block {
	c := *b
	c.LabelWidth, c.Style = s.Length(b.LabelWidth), s.tableStyle(b.Style)
	c.Rows = make([]Pair, len(b.Rows))
	for i, p := range b.Rows {
		c.Rows[i] = Pair{Label: p.Label, Value: s.Blocks(p.Value)}
	}
	return &c
}

func (b *Pairs) dump(p *dumper) {
	p.line("pairs", b.Style.dumped(), length("label", b.LabelWidth), p.ink("fill", b.LabelFill, b.HasFill), flag("list", b.List), quote("running", b.Running))
	for _, r := range b.Rows {
		p.part("pair", r.Value, p.inlines(r.Label))
	}
}
