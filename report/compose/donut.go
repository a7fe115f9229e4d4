package compose

import (
	"konzept/report/diag"
	"konzept/report/doc"
	"konzept/report/number"
)

func donut(x *expander, c *context, d *directive) {
	a := x.args(c, d)
	v := &doc.Donut{Unit: a.str("unit")}
	var values []number.Decimal
	x.only(c, d.kids, "donut", func(c *context, d *directive) bool {
		if d.spec.name != "slice" {
			return false
		}
		a := x.args(c, d)
		inks := x.design.Charts
		s := doc.Slice{Label: a.firstText(), Ink: inks[len(v.Parts)%len(inks)], Hatch: hatch(len(v.Parts))}
		if n, ok := x.amount(a, s.Label); ok {
			s.Value, values = n, append(values, n)
		}
		if ink, ok := a.ink("ink"); ok {
			s.Ink = ink
		}
		v.Parts = append(v.Parts, s)
		return true
	})
	v.Format, v.Decimals = x.Format.Number, a.decimals(values...)
	if len(values) > 0 {
		c.sink.add(x.figureOf(a, v))
	}
}

// amount reads how much of a whole something is; less than nothing is a finding.
func (x *expander) amount(a args, label string) (number.Decimal, bool) {
	n, ok := a.number("value")
	if ok && n.Sign() < 0 {
		x.Fail("negative-part", a.d.get("value").value.at, diag.Span{}, label, x.Format.Number(n, -1))
		return number.Decimal{}, false
	}
	return n, ok
}
