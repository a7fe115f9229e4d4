// Package doc is the document before layout: blocks, inlines, roles and styles.
//
// It holds meaning and wishes, never places: no page, no line, no measured text. A document is immutable once compose
// has handed it over. Every block kind has a file of its own, with the same name in flow, or in
// table and typeset.
package doc

import "konzept/report/geom"

// Document is everything that one output holds, in reading order. It has either Chapters or Posters.
type Document struct {
	Title, Subject, Author string
	Lang                   string // BCP 47, such as de-DE
	Palette                geom.Palette
	Chapters               []Chapter
	Posters                []Poster
	Words                  Words
	Note                   *Style // of footnotes; without one they take that of their paragraph, smaller
	Multiple               int    // blank pages at the end make the number of pages a multiple: 4 for stitched sheets
}

// Words are the few texts that layout itself sets, in the document's language.
type Words struct {
	Continued string // "Fortsetzung", after the caption or beside a repeated table header
	Page      string // "Seite", in alternative texts of page references
	Figure    string // "Abbildung"
	Table     string // "Tabelle"
	Footnote  string // "Fußnote"
	Below     string // "Die Werte stehen in der Tabelle darunter.", in alternative texts of figures
	Draft     string // "Entwurf – Stand 30.06.2024", across the pages of drafts
}

// Chapter is the unit of layout: a pure function of blocks, styles, start side and label table.
type Chapter struct {
	Page   *PageStyle
	Start  Side // page side on which the chapter opens
	Blocks []Block
	// Numbering of its pages: "" goes on, "roman" or "arabic" start again at 1.
	Numbering string
}

// Side of a facing pair.
type Side uint8

const (
	AnySide Side = iota
	RightSide
	LeftSide
	SamePage // go on below the preceding chapter
	RunOn    // go on below it where a page of its own would leave one of them poor
)

// Words are what templates call them; any side needs no word.
func (Side) Words() []string { return []string{"", "right", "left", "same", "any"} }

// PageStyle is the frame of a page: size, margins and what runs at head and foot.
type PageStyle struct {
	Name         string
	Size         geom.Size // trim
	Inner, Outer geom.Length
	Top, Bottom  geom.Length
	Facing       bool        // inner and outer margins alternate
	Columns      int         // columns of text, 1 unless set
	Gap          geom.Length // between columns
	Head, Foot   Running
	Bleed        geom.Length // used by editions that print
	HeadAt       geom.Length // baseline of the head, from the top trim edge
	FootAt       geom.Length // baseline of the foot, from the bottom trim edge
	HeadRule     bool
	FootRule     bool
	Legend       []Block     // set above the foot of every left page, and of a single last right page
	Grid         geom.Length // leading of the baseline grid, which lines of that leading keep; 0: none
	Tab          string      // text of the thumb tab, or empty
	TabInk       geom.Ink
	TabStyle     *Style // nil: that of the head
}

// Running is one line at a page's head or foot: what stands inside, in the middle and outside.
type Running struct {
	Style                *Style
	Inner, Centre, Outer []Inline
	FirstPage            bool // also on a chapter's first page

	// Heard is read to the blind on every page, where the inner part stands; empty: the line is for the eye alone.
	Heard string
}

// Align of lines within their measure.
type Align uint8

const (
	Left Align = iota
	Justify
	Right
	Centre
	Decimal // in table columns: at the decimal comma
)

// Words are what templates call them.
func (Align) Words() []string { return []string{"left", "justify", "right", "centre", "decimal"} }

// Style is how text is set. Blocks share styles by pointer; two styles of one document never have one name.
type Style struct {
	Name          string
	Families      []string // fallback list
	Weight        int      // 400 regular, 600 semibold, 700 bold, 900 black
	Italic        bool
	Size, Leading geom.Length
	Ink           geom.Ink
	Align         Align
	Hyphenate     bool
	Tabular       bool // tabular figures
	Before, After geom.Length
	First, Indent geom.Length // first line and whole block
	KeepNext      bool
	Upper         bool     // never for body text: reserved for short labels
	Fill          geom.Ink // ground of headings, with Filled, as wide as the measure
	Filled        bool
	Pad           geom.Edges // between the ground's edges and the heading
	AsWritten     bool       // no micro-typography
}

// Block is one construct of the document. The interface is sealed: a block that does not say which texts and blocks it holds,
// how it is dumped and what of it grows on a larger poster does not compile.
type Block interface {
	walk(w *walker)
	dump(p *dumper)
	scaled(s *Scale) Block // a copy
}

// Role is a standard structure type of ISO 32000-1, 14.8.4.
type Role string
