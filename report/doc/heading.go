package doc

import (
	"strconv"

	"konzept/report/diag"
)

// Heading opens a section. Levels run 1 to 6 without skips.
type Heading struct {
	Level    int
	Number   string // printed before the text with a fixed gap, without a final stop (DIN 5008)
	Inlines  []Inline
	Anchor   string
	Style    *Style
	Running  string // for running heads, if shorter
	Unlisted bool   // not in contents and bookmarks
	At       diag.Span
}

func (b *Heading) walk(w *walker) {
	w.anchor(b.Anchor)
	w.inlines(b.Inlines, b.Style)
	w.said(&b.Running)
}

func (b *Heading) scaled(s *Scale) Block {
	c := *b
	c.Style = s.Style(b.Style)
	return &c
}

func (b *Heading) dump(p *dumper) {
	p.line("heading "+strconv.Itoa(b.Level), styled(b.Style), word("anchor", b.Anchor), quote("number", b.Number), quote("running", b.Running), flag("unlisted", b.Unlisted), p.inlines(b.Inlines))
}
