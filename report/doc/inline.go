package doc

import (
	"iter"
	"strings"

	"konzept/report/diag"
	"konzept/report/geom"
)

// Inline is a piece of a paragraph. The interface is sealed: an inline that does not say which others it holds and what it
// reads without looks does not compile.
type Inline interface {
	within() []Inline
	plain() string
}

// Each goes through inlines and what they hold, such as the words of a link or of a footnote, in reading order.
func Each(list []Inline) iter.Seq[Inline] {
	return func(yield func(Inline) bool) { visitAll(list, yield) }
}

// Plain is the text of inlines without styles; notes and page numbers are not part of it.
func Plain(list []Inline) string {
	if len(list) == 1 { // as good as always: nothing to join
		return list[0].plain()
	}
	var s strings.Builder
	for _, i := range list {
		s.WriteString(i.plain())
	}
	return s.String()
}

func visitAll(list []Inline, yield func(Inline) bool) bool {
	for _, i := range list {
		if !yield(i) || !visitAll(i.within(), yield) {
			return false
		}
	}
	return true
}

// Text is characters of one style.
type Text struct {
	Text  string
	Style CharStyle
	Lang  string    // of a foreign passage
	At    diag.Span // data or template place, for missing glyphs
	// Verbatim is someone else's wording: micro-typography leaves its numbers and dates as they were written.
	Verbatim bool
}

// CharStyle is a character style: what differs from the paragraph's style. The zero value differs in nothing.
type CharStyle struct {
	Bold, Italic, NoBreak bool
	Ink                   geom.Ink // with HasInk
	HasInk                bool
	Scale                 int // percent of the style's size, 0 = 100
	Raise                 int // percent of the size above the baseline
}

// Link leads to an address or to an anchor of the document.
type Link struct {
	URL     string // https, http, mailto or tel
	Anchor  string
	Inlines []Inline
	Alt     string // what the annotation says; empty: its text
}

// PageRef is the page number on which an anchor stands, as a link.
type PageRef struct{ Anchor string }

// Footnote is a note at the page's foot.
type Footnote struct{ Inlines []Inline }

// Break is a forced line break.
type Break struct{}

// Symbol is a drawn sign of figure's set, such as "phase-2" or "arrow-up", with the words that it stands for.
type Symbol struct {
	Name string
	Word string // ActualText
	Ink  geom.Ink
	At   diag.Span
}

// Field is filled per page: "page", "pages", "section", "chapter". Only in running heads and feet.
type Field struct{ Name string }

func (*Text) within() []Inline       { return nil }
func (i *Link) within() []Inline     { return i.Inlines }
func (*PageRef) within() []Inline    { return nil }
func (i *Footnote) within() []Inline { return i.Inlines }
func (*Break) within() []Inline      { return nil }
func (*Symbol) within() []Inline     { return nil }
func (*Field) within() []Inline      { return nil }

func (i *Text) plain() string   { return i.Text }
func (i *Link) plain() string   { return Plain(i.Inlines) }
func (*PageRef) plain() string  { return "" }
func (*Footnote) plain() string { return "" }
func (*Break) plain() string    { return " " }
func (i *Symbol) plain() string { return i.Word }
func (*Field) plain() string    { return "" }
