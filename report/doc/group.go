package doc

import "konzept/report/diag"

// Group is blocks that belong together: a section, a kept unit, a quotation.
type Group struct {
	Role   Role // Sect, Part, Div, BlockQuote, Note; empty: no element of its own
	Anchor string
	Keep   bool   // stays on one page; if it is taller than a page a finding says by how many lines
	Soft   bool   // stays on one page if that leaves no page two thirds empty; a taller one is parted anywhere
	Name   string // for findings: what it is that does not fit, such as "A 1.1 Sprachlotsen"
	At     diag.Span
	Blocks []Block
	Lang   string
}

func (b *Group) walk(w *walker) {
	w.anchor(b.Anchor)
	w.in(b.Lang, func() { w.blocks(b.Blocks) })
}

func (b *Group) scaled(s *Scale) Block {
	c := *b
	c.Blocks = s.Blocks(b.Blocks)
	return &c
}

func (b *Group) dump(p *dumper) {
	p.line("group", word("role", string(b.Role)), word("anchor", b.Anchor), flag("keep", b.Keep), flag("together", b.Soft), quote("name", b.Name), word("lang", b.Lang))
	p.within(b.Blocks)
}
