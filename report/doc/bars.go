package doc

import (
	"fmt"

	"konzept/report/number"
)

// Bars is a bar chart from zero; several series are stacked or stand side by side.
type Bars struct {
	Labels     []string
	Series     []Series
	Stacked    bool
	Horizontal bool
	Unit       string
	Decimals   int              // of all numbers
	Target     []number.Decimal // one a label, or empty
	Format     NumberFormat     // the project's number style; compose gives it
}

func (d *Bars) walk(w *walker) {
	w.labels(&d.Unit)
	w.chart(d.Labels, d.Series)
}

func (d *Bars) kind(*dumper) string {
	return join("bars", flag("stacked", d.Stacked), flag("horizontal", d.Horizontal), quote("unit", d.Unit), digits("decimals", d.Decimals), fmt.Sprintf("labels=%q", d.Labels), targets(d.Target))
}

func (d *Bars) dump(p *dumper) { p.series(d.Series) }
