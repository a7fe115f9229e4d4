package doc

// PageBreak starts a new page, on a side if asked.
type PageBreak struct{ Start Side }

func (*PageBreak) walk(*walker) {}

func (b *PageBreak) scaled(*Scale) Block { return b } // it has no size

func (b *PageBreak) dump(p *dumper) { p.line("pagebreak", called("start", b.Start)) }
