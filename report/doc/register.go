package doc

import "strings"

// Register lists entries with the pages of their anchors.
type Register struct {
	Entries []Entry
	Style   *Style
	Columns int
}

// Entry is one line of a register.
type Entry struct {
	Text    []Inline
	Anchors []string
}

func (b *Register) walk(w *walker) {
	for i := range b.Entries {
		w.inlines(b.Entries[i].Text, b.Style)
	}
}

func (b *Register) scaled(s *Scale) Block {
	c := *b
	c.Style = s.Style(b.Style)
	return &c
}

func (b *Register) dump(p *dumper) {
	p.line("register", styled(b.Style), digits("columns", b.Columns))
	for _, e := range b.Entries {
		p.part("entry", nil, p.inlines(e.Text), word("anchors", strings.Join(e.Anchors, ",")))
	}
}
