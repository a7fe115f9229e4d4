package doc

import (
	"konzept/report/geom"
	"konzept/report/number"
)

// Donut is a whole in its parts, clockwise from the top.
type Donut struct {
	Parts    []Slice
	Unit     string // of the values, in the plural
	Decimals int
	Format   NumberFormat
}

// Slice is one part of a whole; its value may be unknown.
type Slice struct {
	Label string
	Value number.Decimal
	Ink   geom.Ink
	Hatch int // pattern 0 to 5
}

func (*Donut) drawing() {}
