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

func (d *Donut) walk(w *walker) {
	w.labels(&d.Unit)
	for i := range d.Parts {
		w.labels(&d.Parts[i].Label)
	}
}

func (d *Donut) kind(*dumper) string {
	return join("donut", quote("unit", d.Unit), digits("decimals", d.Decimals))
}

func (d *Donut) dump(p *dumper) {
	for _, s := range d.Parts {
		p.line("slice", quote("label", s.Label), p.ink("ink", s.Ink, true), digits("hatch", s.Hatch), values([]number.Decimal{s.Value}))
	}
}
