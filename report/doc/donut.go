package doc

import "konzept/report/geom"

// Donut is a whole in its parts, clockwise from the top.
type Donut struct {
	Parts    []Slice
	Unit     string // of the values, in the plural
	Decimals int
	Format   func(v float64) string
}

// Slice is one part of a whole; NaN is no value.
type Slice struct {
	Label string
	Value float64
	Ink   geom.Ink
	Hatch int // pattern 0 to 5
}

func (*Donut) drawing() {}
