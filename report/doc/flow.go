package doc

import (
	"fmt"

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

func (d *Flow) walk(w *walker) {
	w.labels(&d.Unit)
	for i := range d.Stages {
		w.labels(&d.Stages[i].Title)
		for k := range d.Stages[i].Stops {
			w.labels(&d.Stages[i].Stops[k].Label, &d.Stages[i].Stops[k].Note)
		}
	}
}

func (d *Flow) kind(*dumper) string { return join("flow", quote("unit", d.Unit)) }

func (d *Flow) dump(p *dumper) {
	for _, s := range d.Stages {
		p.line("stage", quote("title", s.Title))
		for _, stop := range s.Stops {
			p.line("  stop", quote("label", stop.Label), quote("note", stop.Note), p.ink("ink", stop.Ink, stop.Ink > 0))
		}
	}
	for _, r := range d.Ribbons {
		p.line("ribbon", fmt.Sprintf("%d:%d-%d", r.Stage, r.From, r.To), values([]number.Decimal{r.Value}))
	}
}
