// Package book is the workbook before Excel: sheets, columns, cells, rules.
//
// It knows nothing of the file format: sheet writes and reads it. Values are typed, formulas carry their computed value.
package book

import "konzept/report/diag"

// Book is one workbook.
type Book struct {
	Title, Subject, Author string
	Lang                   string
	Date                   string // ISO day, the report date
	Stand                  string // "Stand: 30. Juni 2024 · Entwurf", for footers
	Label                  string // sample-data label for headers, or empty
	Sheets                 []*Sheet
	Lists                  []List // named value lists for drop-downs, on a sheet of their own
	Manifest               Manifest
	Font                   string
	Palette                map[string]string // colour name -> RRGGBB
}

// List is a named list of permitted values.
type List struct {
	Name   string
	Values []string
}

// Manifest records what was exported, for pull.
type Manifest struct {
	Project, Edition, Audience string
	Rows                       []ManifestRow
}

// ManifestRow is one record's base values, in the order of its sheet's keyed columns.
type ManifestRow struct {
	Sheet, ID string
	Values    []string
}

// Sheet is one tab. Regions stand below each other; a data sheet has one table region.
type Sheet struct {
	Name    string // at most 31 characters, unique
	Tab     string // colour name or empty
	Title   string
	Note    string
	Regions []Region
	Charts  []Chart
	Print   Print
	Protect bool // locked cells cannot be changed; no password
	Hidden  bool
	At      diag.Span
}

// Region is a grid with its header.
type Region struct {
	Name    string // table name, unique; empty: plain cells, no filter
	Title   string
	Columns []Column
	Rows    [][]Cell
	Total   []Cell   // below the rows, or nil
	IDs     []string // record ids of the rows, or nil
	Rules   []Rule
}

// Column of a region.
type Column struct {
	Key    string // data key, in the hidden key row
	Title  string
	Width  int // characters of the default font
	Format Format
	Input  bool   // unlocked
	List   string // name of a List for a drop-down
	Min    *float64
	Max    *float64
	Prompt string
	Wrap   bool
	Align  string // left, right, center or empty: by format
}

// Format is how a value shows.
type Format string

const (
	FmtText    Format = "text"
	FmtInt     Format = "int"
	FmtDecimal Format = "decimal" // one decimal
	FmtMoney   Format = "money"   // euro without cents if all are whole
	FmtDate    Format = "date"    // dd.mm.yyyy
	FmtPercent Format = "percent" // 0.25 shows 25 %
	FmtBool    Format = "bool"
	FmtLink    Format = "link"
)

// Cell is one value. Formula, if any, is in English A1 notation with {name} for regions' columns resolved by sheet.
type Cell struct {
	Kind    Kind
	Text    string
	Number  float64 // also of dates: days since 1899-12-30
	Formula string
	Bold    bool
	Format  Format // overrides the column's
	Fill    string // colour name
	Link    string // "#Sheet!A1", https, mailto
	Span    int    // merged columns, titles only
}

// Kind of a cell's value.
type Kind uint8

const (
	Empty Kind = iota
	String
	Number
	Boolean
)

// Rule is a conditional format on a column.
type Rule struct {
	Column  string // key
	Equals  string
	Below   *float64
	Formula string
	Fill    string
	Ink     string
	Bold    bool
	Bar     bool // data bar 0 to 100 %
}

// Chart is drawn beside the regions.
type Chart struct {
	Kind       string // bar, column, stacked, line
	Title      string
	Alt        string
	Categories string // "region.column"
	Series     []ChartSeries
	At         string // cell of the top left corner
	Width      int    // pixels
	Height     int
}

// ChartSeries is one series of a chart.
type ChartSeries struct {
	Name   string
	Values string // "region.column"
	Fill   string
}

// Print is the set-up of a sheet's pages.
type Print struct {
	Landscape  bool
	Paper      string // A4, A3
	FitWidth   bool
	RepeatHead bool
}
