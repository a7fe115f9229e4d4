package compose

import (
	"konzept/report/diag"
	"konzept/report/doc"
	"konzept/report/number"
)

func progress(x *expander, c *context, d *directive) {
	a := x.args(c, d)
	v := &doc.Progress{Unit: a.str("unit"), Format: x.Format.Number}
	x.only(c, d.kids, "progress", func(c *context, d *directive) bool {
		if d.spec.name != "steps" {
			return false
		}
		a := x.args(c, d)
		r := doc.Steps{Label: a.firstText(), Done: a.steps("done"), Of: a.steps("of")}
		r.Ink, _ = a.ink("ink")
		if r.Done.Cmp(r.Of) > 0 {
			x.Fail("steps-beyond", d.at, diag.Span{}, r.Label, x.Format.Number(r.Done, -1), x.Format.Number(r.Of, -1))
		}
		if r.Of.Sign() > 0 {
			v.Rows = append(v.Rows, r)
		}
		return true
	})
	if len(v.Rows) > 0 {
		c.sink.add(x.figureOf(a, v))
	}
}

// steps is an attribute's number of steps, of which there are none below nothing.
func (a args) steps(key string) number.Decimal {
	n, _ := a.number(key)
	if n.Sign() <= 0 {
		return number.Int(0)
	}
	return n
}
