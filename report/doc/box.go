package doc

import (
	"konzept/report/diag"
	"konzept/report/geom"
	"konzept/report/number"
	"konzept/report/picture"
)

// Box is blocks on a ground or within a frame.
type Box struct {
	Blocks  []Block
	Fill    geom.Ink
	Filled  bool
	Frame   geom.Length
	Ink     geom.Ink    // of the frame and the bar
	Bar     geom.Length // bar at the left edge
	Pad     geom.Edges
	Before  geom.Length
	After   geom.Length
	Role    Role // Div unless set
	Keep    bool
	Height  geom.Length // at least
	Centred bool        // content stands in the middle of Height
	Bleeds  geom.Sides  // sides at which the ground runs over the trim
}

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

// Columns sets blocks in n balanced columns.
type Columns struct {
	Count  int
	Gap    geom.Length
	Blocks []Block
}

// Margin is a note in the outer margin, beside the block that follows it.
type Margin struct {
	Blocks []Block
	At     diag.Span
}

// Picture is a photograph, drawing or logo at a wished size.
type Picture struct {
	Picture      *picture.Picture
	Width        geom.Length // 0: the measure
	Height       geom.Length // 0: from the proportions
	Cover        bool        // fills Width x Height, cropped about the focal point
	Fill         bool        // grows into what is left of the page; it then covers
	Bleeds       geom.Sides  // sides at which it runs over the trim; it then covers
	Alt          string
	AltLang      string // of Alt, if it is foreign
	Decorative   bool
	Caption      []Inline
	Credit       []Inline
	Align        Align
	CaptionStyle *Style
	At           diag.Span // where the data name its file
}

// Contents lists headings down to Depth with page numbers (DIN 5008: one line for numbers, one for texts).
type Contents struct {
	Of     Listing
	Depth  int
	Styles []*Style // per level
}

// Listing is what contents list.
type Listing uint8

const (
	Headings Listing = iota
	NumberedFigures
	NumberedTables
)

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

// Figure is a vector drawing with number, title and source; figure draws it.
type Figure struct {
	Drawing      Drawing
	Title        []Inline
	Number       bool // numbered "Abbildung n"
	Source       []Inline
	Alt          string // empty: figure's own sentence
	Decorative   bool   // says nothing that the text does not say
	Width        geom.Length
	Height       geom.Length
	Style        *Style // labels within
	CaptionStyle *Style
	Anchor       string
	Table        *TableLook // its data stand below it as a table; nil: they do not
	Spare        *TableLook // so do data that are too many to be heard and stand nowhere else; nil: all are heard
	Values       string     // tells where its data stand in words
	At           diag.Span
}

// Drawing is what figure can draw. The interface is sealed.
type Drawing interface{ drawing() }

// Bars is a bar chart from zero; several series are stacked or stand side by side.
type Bars struct {
	Labels     []string
	Series     []Series
	Stacked    bool
	Horizontal bool
	Unit       string
	Decimals   int              // of all numbers
	Target     []number.Decimal // one a label, or empty
	Format     NumberFormat     // the project's number style; compose gives it
}

// NumberFormat writes a number with so many decimals.
type NumberFormat func(v number.Decimal, decimals int) string

// Series is one row of values, some of which may be unknown.
type Series struct {
	Name   string
	Values []number.Decimal
	Ink    geom.Ink
	Hatch  int // pattern 0 to 5, so that grey prints differ
}

// Lines is a line chart over labels.
type Lines struct {
	Labels    []string
	Series    []Series
	Target    number.Decimal
	HasTarget bool
	Unit      string
	Decimals  int
	Format    NumberFormat
}

// Timeline sets dated entries along a line.
type Timeline struct{ Entries []Event }

// Event is one entry of a timeline; blocks keep their own styles.
type Event struct {
	When   []Inline
	Blocks []Block
	Strong bool
}

// Meter is a horizontal bar of a share.
type Meter struct {
	Percent     number.Decimal
	Ink, Ground geom.Ink
}

// QR is a QR code, drawn as vectors, with a quiet zone of four modules.
type QR struct {
	Text  string
	Level string // M or Q
}

// Sign is a symbol of figure's set, large.
type Sign struct {
	Name string
	Ink  geom.Ink
}

func (*Box) block()      {}
func (*Grid) block()     {}
func (*Columns) block()  {}
func (*Margin) block()   {}
func (*Picture) block()  {}
func (*Contents) block() {}
func (*Register) block() {}
func (*Figure) block()   {}
func (*Timeline) block() {}
func (*Bars) drawing()   {}
func (*Lines) drawing()  {}
func (*Meter) drawing()  {}
func (*QR) drawing()     {}
func (*Sign) drawing()   {}
