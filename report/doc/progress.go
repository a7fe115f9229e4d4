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

func (d *Progress) walk(w *walker) {
	w.labels(&d.Unit)
	for i := range d.Rows {
		w.labels(&d.Rows[i].Label)
	}
}

func (d *Progress) kind(*dumper) string { return join("progress", quote("unit", d.Unit)) }

func (d *Progress) dump(p *dumper) {
	for _, r := range d.Rows {
		p.line("steps", quote("label", r.Label), r.Done.String()+"/"+r.Of.String(), p.ink("ink", r.Ink, r.Ink > 0))
	}
}
