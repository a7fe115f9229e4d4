package doc

import (
	"konzept/report/diag"
	"konzept/report/geom"
)

// Inline is a piece of a paragraph. The interface is sealed.
type Inline interface{ inline() }

// Text is characters of one look.
type Text struct {
	Text string
	Look Look
	Lang string    // of a foreign passage
	At   diag.Span // data or template place, for missing glyphs
	// Verbatim is someone else's wording: micro-typography leaves its numbers and dates as they were written.
	Verbatim bool
}

// Look is what differs from the paragraph's style; the zero value differs in nothing.
type Look struct {
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

func (*Text) inline()     {}
func (*Link) inline()     {}
func (*PageRef) inline()  {}
func (*Footnote) inline() {}
func (*Break) inline()    {}
func (*Symbol) inline()   {}
func (*Field) inline()    {}
