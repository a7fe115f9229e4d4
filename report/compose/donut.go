package compose

import (
	"konzept/report/diag"
	"konzept/report/doc"
	"konzept/report/geom"
	"konzept/report/number"
	"konzept/report/template"
)

type sliceArgs struct {
	Label string `word:""`
	Value template.Sited[number.Decimal]
	Ink   *geom.Ink
}

var (
	donutComponent = component{template.Component{Name: "donut", Body: true, Args: chartArgs{}}, donut}
	sliceComponent = component{Component: template.Component{Name: "slice", Leaf: true, Within: []string{"donut"}, Args: sliceArgs{}}}
)

func donut(x *expander, c *context, d *template.Directive) {
	a := argsOf(x, c, d, chartArgs{})
	v := &doc.Donut{Unit: a.Unit}
	var values []number.Decimal
	x.only(c, d, func(c *context, d *template.Directive) {
		a := argsOf(x, c, d, sliceArgs{})
		inks := x.design.Charts
		s := doc.Slice{Label: a.Label, Ink: inkOr(a.Ink, inks[len(v.Parts)%len(inks)]), Hatch: hatch(len(v.Parts))}
		if n, ok := x.amount(&a.Value, s.Label); ok {
			s.Value, values = n, append(values, n)
		}
		v.Parts = append(v.Parts, s)
	})
	v.Format, v.Decimals = x.Format.Number, a.decimals(values...)
	if len(values) > 0 {
		c.sink.add(x.figureOf(&a.figureArgs, d, v))
	}
}

// amount is how much of a whole something is; less than nothing is a finding.
func (x *expander) amount(n *template.Sited[number.Decimal], label string) (number.Decimal, bool) {
	if n.V.Known() && n.V.Sign() < 0 {
		x.Fail("negative-part", n.At, diag.Span{}, label, x.Format.Number(n.V, -1))
		return number.Decimal{}, false
	}
	return n.V, n.V.Known()
}
