package doc

import (
	"konzept/report/diag"
	"konzept/report/geom"
)

// Table is a regular grid. Head rows repeat on every page as artifacts, with Words.Continued.
type Table struct {
	Columns []Column
	Head    []Row
	Body    []Row
	Foot    []Row // sums; keep with the last body row
	Caption []Inline
	Number  bool // numbered "Tabelle n"
	Source  []Inline
	Look    *TableLook
	Anchor  string
	Alt     string // summary for screen readers
	At      diag.Span
}

// Column is how wide a column may be and how its cells stand.
type Column struct {
	Width  geom.Length // fixed, or 0
	Share  int         // of the width left over; 0 with Width 0: as its content needs
	Align  Align
	Header bool // its body cells are row headers (TH, Scope Row)
}

// Row is one row; a split policy of the look applies.
type Row struct {
	Cells    []Cell
	Ink      geom.Ink // fill, with Filled
	Filled   bool
	KeepNext bool
	Label    bool // a heading row that spans the table and keeps with the next
	Anchor   string
	At       diag.Span
}

// Cell holds blocks; Cols and Rows below 2 mean one.
type Cell struct {
	Blocks     []Block
	Cols, Rows int
	Header     bool
	Align      Align
	HasAlign   bool
	Ink        geom.Ink // fill, with Filled
	Filled     bool
}

// TableLook is rules, fills and paddings by design tokens.
type TableLook struct {
	Style, HeadStyle, FootStyle *Style
	HeadFill                    geom.Ink
	HasHeadFill                 bool
	Stripe                      geom.Ink
	HasStripe                   bool
	Rule                        geom.Length // between rows; 0 none
	RuleInk                     geom.Ink
	Frame                       geom.Length // around and between columns; 0 none
	PadX, PadY                  geom.Length
	Split                       Split
	Before, After               geom.Length
}

// Split is what a row does at a page's end.
type Split uint8

const (
	SplitTall Split = iota // only if it is taller than a page
	SplitNever
	SplitAny
)

// Pairs is a list of labels with values, set in two columns; tagged as a table with row headers.
type Pairs struct {
	Rows       []Pair
	LabelWidth geom.Length
	Look       *TableLook
	LabelFill  geom.Ink
	HasFill    bool
	List       bool // read as a list of labels and values, not as a table
	At         diag.Span
}

// Pair is one label and its value.
type Pair struct {
	Label []Inline
	Value []Block
}

func (*Table) block() {}
func (*Pairs) block() {}
