package doc

import (
	"konzept/report/geom"
	"konzept/report/number"
)

// Progress is how many of so many steps are done, a row each, a cell for every step.
type Progress struct {
	Rows   []Steps
	Unit   string // of the steps, in the plural; empty: steps
	Format NumberFormat
}

// Steps is one row; what is done is at most what there is.
type Steps struct {
	Label    string
	Done, Of number.Decimal
	Ink      geom.Ink
}

func (*Progress) drawing() {}
