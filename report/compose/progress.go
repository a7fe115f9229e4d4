package compose

import (
	"math"

	"konzept/report/diag"
	"konzept/report/doc"
)

func progress(x *expander, c *context, d *directive) {
	a := x.args(c, d)
	v := &doc.Progress{Unit: a.str("unit")}
	x.only(c, d.kids, "progress", func(c *context, d *directive) bool {
		if d.spec.name != "steps" {
			return false
		}
		a := x.args(c, d)
		r := doc.Steps{Label: a.firstText(), Done: a.whole("done"), Of: a.whole("of")}
		r.Ink, _ = a.ink("ink")
		if r.Done > r.Of {
			x.Fail("steps-beyond", d.at, diag.Span{}, r.Label, count(r.Done), count(r.Of))
		}
		if r.Of > 0 {
			v.Rows = append(v.Rows, r)
		}
		return true
	})
	if len(v.Rows) > 0 {
		c.sink.add(x.figureOf(a, v))
	}
}

// whole is an attribute's number as a count; there is none below nothing, nor more than a row can show.
func (a args) whole(key string) int {
	n, _ := a.number(key)
	return int(math.Round(min(max(n, 0), 10000)))
}
