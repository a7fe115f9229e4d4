package doc

import (
	"strings"

	"konzept/report/geom"
	"konzept/report/number"
)

// NumberFormat writes a number with so many decimals.
type NumberFormat func(v number.Decimal, decimals int) string

// Series is one row of values, some of which may be unknown.
type Series struct {
	Name   string
	Values []number.Decimal
	Ink    geom.Ink
	Hatch  int // pattern 0 to 5, so that grey prints differ
}

// chart visits what all charts over labels hold.
func (w *walker) chart(labels []string, series []Series) {
	for i := range labels {
		w.labels(&labels[i])
	}
	for i := range series {
		w.labels(&series[i].Name)
	}
}

func (p *dumper) series(list []Series) {
	for _, s := range list {
		p.line("series", quote("name", s.Name), p.ink("ink", s.Ink, true), values(s.Values))
	}
}

func targets(v []number.Decimal) string {
	if len(v) == 0 {
		return ""
	}
	return "target=" + strings.TrimPrefix(values(v), "values=")
}

func values(v []number.Decimal) string {
	out := make([]string, len(v))
	for i, f := range v {
		if out[i] = f.String(); !f.Known() {
			out[i] = "-"
		}
	}
	return "values=" + strings.Join(out, ",")
}
