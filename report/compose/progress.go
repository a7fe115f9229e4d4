package compose

import (
	"konzept/report/diag"
	"konzept/report/doc"
	"konzept/report/geom"
	"konzept/report/number"
	"konzept/report/template"
)

type stepsArgs struct {
	Label    string `word:""`
	Done, Of number.Decimal
	Ink      *geom.Ink
}

var (
	progressComponent = component{template.Component{Name: "progress", Body: true, Args: figureArgs{}}, progress}
	stepsComponent    = component{Component: template.Component{Name: "steps", Leaf: true, Within: []string{"progress"}, Args: stepsArgs{}}}
)

func progress(x *expander, c *context, d *template.Directive) {
	a := argsOf(x, c, d, figureArgs{})
	v := &doc.Progress{Unit: a.Unit, Format: x.Format.Number}
	x.only(c, d, func(c *context, d *template.Directive) {
		a := argsOf(x, c, d, stepsArgs{})
		r := doc.Steps{Label: a.Label, Done: steps(a.Done), Of: steps(a.Of), Ink: inkOr(a.Ink, 0)}
		if r.Done.Cmp(r.Of) > 0 {
			x.Fail("steps-beyond", d.At, diag.Span{}, r.Label, x.Format.Number(r.Done, -1), x.Format.Number(r.Of, -1))
		}
		if r.Of.Sign() > 0 {
			v.Rows = append(v.Rows, r)
		}
	})
	if len(v.Rows) > 0 {
		c.sink.add(x.figureOf(&a, d, v))
	}
}

// steps is a number of steps, of which there are none below nothing.
func steps(n number.Decimal) number.Decimal {
	if n.Sign() <= 0 {
		return number.Int(0)
	}
	return n
}
