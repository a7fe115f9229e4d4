// Package book is the workbook before Excel: sheets, columns, cells, rules.
//
// It knows nothing of the file format: sheet writes and reads it. Values are typed, formulas carry their computed value.
package book

import (
	"strconv"
	"strings"

	"konzept/report/diag"
	"konzept/report/number"
)

// Book is one workbook.
type Book struct {
	Title, Subject, Author string
	Lang                   string
	Currency               Currency
	Date                   string // ISO day, the report date; also the file's creation date
	Stand                  string // "Stand: 30. Juni 2024 · Entwurf", under each title and in the footers
	Label                  string // sample-data label, beside Stand and in the headers, or empty
	Pages                  string // footer words with {page} and {pages}, such as "Seite {page} von {pages}"
	Sheets                 []*Sheet
	Lists                  []List // named value lists for drop-downs, on a hidden sheet of their own
	Manifest               Manifest
	Font                   string
	Palette                []Colour // sheet uses text, accent, tint, line, input; what is missing has a default
}

// Currency is the sign of amounts and where it stands. Without a sign amounts are in euro behind the figures.
type Currency struct {
	Sign  string
	First bool   // before the figures
	Gap   string // between the sign and the figures, if it stands first
}

// Colour is a named colour, RRGGBB.
type Colour struct{ Name, RGB string }

// List is a named list of permitted values.
type List struct {
	Name   string // becomes a defined name
	Title  string
	Values []string
}

// Manifest records what was exported, for reading back.
type Manifest struct {
	Project, Edition, Audience string
	Rows                       []ManifestRow
}

// ManifestRow is one record's base values, in the order of its region's columns.
type ManifestRow struct {
	Sheet, Region, ID string
	Values            []string
}

// Sheet is one tab. Regions stand below each other; a data sheet has one region, which keeps its header on screen and page.
type Sheet struct {
	Name    string // sheet shortens and cleans it, and keeps it apart from others
	Key     string // by which links find it; empty: the name
	Tab     string // colour name, RRGGBB or empty
	Title   string
	Note    string
	Regions []Region
	Charts  []Chart
	Freeze  int // columns kept on screen at the left
	Print   Print
	Protect bool // locked cells cannot be changed; no password
	Hidden  bool
	At      diag.Span
}

// Region is a grid with its header. A region whose columns all lack a title has no header row.
type Region struct {
	Name    string // for formulas, charts and manifest; unique in the book
	Title   string
	Filter  bool // a table with filter buttons; at most one a sheet
	Columns []Column
	Rows    [][]Cell
	Total   []Cell   // below the rows, or nil
	IDs     []string // record ids of the rows, or nil; written as a hidden last column under a hidden row of keys
	Rules   []Rule
}

// Column of a region.
type Column struct {
	Key    string // data key, in the hidden key row
	Title  string
	Width  int // characters of the default font; 0: by format
	Format Format
	Hidden bool   // for formulas alone
	Input  bool   // unlocked
	List   string // name of a List for a drop-down
	Min    *float64
	Max    *float64
	Prompt string // shown when the cell is chosen
	Error  string // shown when a value is refused
	Wrap   bool
	Align  string // left, right, center or empty: by format
	At     diag.Span
}

// Format is how a value shows.
type Format string

// Formats. Text is what an empty format means.
const (
	FmtText     Format = "text"
	FmtInt      Format = "int"
	FmtYear     Format = "year"    // no thousands separator
	FmtNumber   Format = "number"  // as many decimals as the number of the column that was typed with most
	FmtDecimal  Format = "decimal" // one decimal; decimal0 to decimal9: as many as that
	FmtMoney    Format = "money"   // euro, without cents if all of the column are whole
	FmtDate     Format = "date"    // 30.06.2024
	FmtMonth    Format = "month"   // a date that shows as Jun 2024
	FmtDateYear Format = "date-year"
	FmtPercent  Format = "percent"
	FmtBool     Format = "bool"
)

// Formats lists the formats.
func Formats() []Format {
	all := []Format{FmtText, FmtInt, FmtYear, FmtNumber, FmtDecimal, FmtMoney, FmtDate, FmtMonth, FmtDateYear, FmtPercent, FmtBool}
	for n := range 10 {
		all = append(all, FmtDecimal+Format(strconv.Itoa(n)))
	}
	return all
}

// Decimals is how many decimals a format has of its own; ok is false if it does not say.
func (f Format) Decimals() (n int, ok bool) {
	rest, ok := strings.CutPrefix(string(f), string(FmtDecimal))
	if !ok || rest == "" {
		return 1, ok
	}
	n, err := strconv.Atoi(rest)
	return n, err == nil
}

// Cell is one value. A formula is in English notation; {region.column} stands for a column's cells, {.column} for one of
// the same region, {} for the cell's own column, {@column} for the cell of a column in the same row.
type Cell struct {
	Kind    Kind
	Text    string
	Number  number.Decimal // also of dates: days since 1899-12-30
	Formula string
	Bold    bool
	Format  Format    // overrides the column's
	Fill    string    // colour name
	Link    string    // "#sheet's key", https, mailto, tel
	At      diag.Span // of the value
	Formed  diag.Span // of the formula
}

// Kind of a cell's value.
type Kind uint8

// Kinds of values.
const (
	Empty Kind = iota
	String
	Number
	Boolean // Number is 1 or 0
)

// Rule is a conditional format on a column.
type Rule struct {
	Column  string // key
	Equals  string // cells that hold just this text
	Formula string // cells of the rows where this holds, with {@column}
	Symbol  string // shown before the text, so that colour never stands alone
	Fill    string
	Ink     string
	Bold    bool
	Bar     bool // data bar, from 0 to 100 % or to the largest number
	At      diag.Span
}

// Chart is drawn at the right of the regions.
type Chart struct {
	Kind       string // bar, column, stacked, line
	Title      string
	Alt        string
	Categories string // "region.column"
	Series     []Series
	Beside     string // region whose first row it begins at; empty: below the chart before
	Width      int    // pixels; 0: 480
	Height     int    // pixels; 0: 260
	Format     Format // of the values
	At         diag.Span
}

// Series is one series of a chart; its name is the column's title.
type Series struct {
	Values string // "region.column"
	Fill   string // colour name
	At     diag.Span
}

// Print is the set-up of a sheet's pages.
type Print struct {
	Portrait bool
	Paper    string // A4 or A3; empty: A4
}
