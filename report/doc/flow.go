package doc

import (
	"konzept/report/geom"
	"konzept/report/number"
)

// Flow is how quantities part and join from stage to stage, as ribbons as thick as they are large.
type Flow struct {
	Stages   []Stage
	Ribbons  []Ribbon
	Unit     string // of the values, in the plural; empty: entries
	Format   NumberFormat
	Decimals int
}

// Stage is one column of a flow.
type Stage struct {
	Title string
	Stops []Stop
}

// Stop is where ribbons of a stage meet.
type Stop struct {
	Label, Note string
	Ink         geom.Ink
}

// Ribbon leads from a stop of one stage to a stop of the next.
type Ribbon struct {
	Stage    int // of its beginning
	From, To int // stops
	Value    number.Decimal
}

func (*Flow) drawing() {}
