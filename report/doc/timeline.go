package doc

// Timeline sets dated entries along a line.
type Timeline struct{ Entries []Event }

// Event is one entry of a timeline; blocks keep their own styles.
type Event struct {
	When   []Inline
	Blocks []Block
	Strong bool
}

func (b *Timeline) walk(w *walker) {
	for i := range b.Entries {
		w.inlines(b.Entries[i].When, nil)
		w.blocks(b.Entries[i].Blocks)
	}
}

func (b *Timeline) scaled(s *Scale) Block {
	c := &Timeline{Entries: make([]Event, len(b.Entries))}
	for i, e := range b.Entries {
		e.Blocks = s.Blocks(e.Blocks)
		c.Entries[i] = e
	}
	return c
}

func (b *Timeline) dump(p *dumper) {
	p.line("timeline")
	for _, e := range b.Entries {
		p.part("event", e.Blocks, p.inlines(e.When), flag("strong", e.Strong))
	}
}
