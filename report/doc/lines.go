package doc

import (
	"fmt"

	"konzept/report/number"
)

// Lines is a line chart over labels.
type Lines struct {
	Labels    []string
	Series    []Series
	Target    number.Decimal
	HasTarget bool
	Unit      string
	Decimals  int
	Format    NumberFormat
}

func (d *Lines) walk(w *walker) {
	w.labels(&d.Unit)
	w.chart(d.Labels, d.Series)
}

func (d *Lines) kind(*dumper) string {
	target := ""
	if d.HasTarget {
		target = targets([]number.Decimal{d.Target})
	}
	return join("lines", quote("unit", d.Unit), digits("decimals", d.Decimals), fmt.Sprintf("labels=%q", d.Labels), target)
}

func (d *Lines) dump(p *dumper) { p.series(d.Series) }
