package compose

import (
	"slices"

	"konzept/report/diag"
	"konzept/report/doc"
	"konzept/report/geom"
	"konzept/report/number"
	"konzept/report/template"
)

type stageArgs struct {
	Title string `word:""`
}

type stopArgs struct {
	Label string `word:""`
	Note  string
	Ink   *geom.Ink
}

type ribbonArgs struct {
	From  string `word:""`
	To    string `word:""`
	Value template.Sited[number.Decimal]
	Stage int
}

var (
	flowComponent   = component{template.Component{Name: "flow", Body: true, Args: figureArgs{}}, flow}
	stageComponent  = component{Component: template.Component{Name: "stage", Body: true, Within: []string{"flow"}, Args: stageArgs{}}}
	stopComponent   = component{Component: template.Component{Name: "stop", Leaf: true, Within: []string{"stage"}, Args: stopArgs{}}}
	ribbonComponent = component{Component: template.Component{Name: "ribbon", Leaf: true, Within: []string{"flow"}, Args: ribbonArgs{}}}
)

func flow(x *expander, c *context, d *template.Directive) {
	a := argsOf(x, c, d, figureArgs{})
	v := &doc.Flow{Unit: a.Unit, Format: x.Format.Number}
	x.only(c, d, func(c *context, d *template.Directive) {
		if is(d, &stageComponent) {
			flowStage(x, v, c, d)
		} else {
			flowRibbon(x, v, c, d)
		}
	})
	for _, r := range v.Ribbons {
		v.Decimals = max(v.Decimals, r.Value.Places())
	}
	if len(v.Ribbons) > 0 {
		c.sink.add(x.figureOf(&a, d, v))
	}
}

func flowStage(x *expander, v *doc.Flow, c *context, d *template.Directive) {
	s := doc.Stage{Title: argsOf(x, c, d, stageArgs{}).Title}
	x.only(c, d, func(c *context, d *template.Directive) {
		a := argsOf(x, c, d, stopArgs{})
		s.Stops = append(s.Stops, doc.Stop{Label: a.Label, Note: a.Note, Ink: inkOr(a.Ink, 0)})
	})
	v.Stages = append(v.Stages, s)
}

// flowRibbon leads from a stop of a stage, the first unless it says another, to one of the next. Nothing flows nowhere.
func flowRibbon(x *expander, v *doc.Flow, c *context, d *template.Directive) {
	a := argsOf(x, c, d, ribbonArgs{Stage: 1})
	n, ok := x.amount(&a.Value, a.From)
	if !ok || n.Sign() == 0 || len(d.Words) < 2 {
		return
	}
	stage := a.Stage - 1
	r := doc.Ribbon{Stage: stage, Value: n}
	for k, name := range []string{a.From, a.To} {
		i := -1
		if stage >= 0 && stage+k < len(v.Stages) {
			i = slices.IndexFunc(v.Stages[stage+k].Stops, func(s doc.Stop) bool { return s.Label == name })
		}
		if i < 0 {
			x.Fail("unknown-stop", d.At, diag.Span{}, name, count(stage+k+1))
			return
		}
		if k == 0 {
			r.From = i
		} else {
			r.To = i
		}
	}
	v.Ribbons = append(v.Ribbons, r)
}
