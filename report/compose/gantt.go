package compose

import (
	"konzept/report/diag"
	"konzept/report/doc"
	"konzept/report/geom"
	"konzept/report/model"
	"konzept/report/template"
)

type ganttArgs struct {
	figureArgs
	Today, First, Last model.Moment
}

type laneArgs struct {
	Title string `word:""`
	Ink   *geom.Ink
}

type taskArgs struct {
	Label               string `word:""`
	Begin, End          model.Moment
	Code, State, Symbol string
	Bar                 doc.Bar
}

type markerArgs struct {
	Label string `word:""`
	At    model.Moment
	Done  any
}

var (
	ganttComponent  = component{template.Component{Name: "gantt", Body: true, Args: ganttArgs{}}, gantt}
	laneComponent   = component{Component: template.Component{Name: "lane", Body: true, Within: []string{"gantt"}, Args: laneArgs{}}}
	taskComponent   = component{Component: template.Component{Name: "task", Leaf: true, Body: true, Within: []string{"gantt", "lane"}, Args: taskArgs{}}}
	markerComponent = component{Component: template.Component{Name: "mark", Leaf: true, Within: []string{"task"}, Args: markerArgs{}}}
)

func gantt(x *expander, c *context, d *template.Directive) {
	a := argsOf(x, c, d, ganttArgs{})
	v := &doc.Gantt{Unit: a.Unit, First: a.First.Year, Last: a.Last.Year}
	if !a.Today.IsZero() {
		v.Today, v.HasToday, v.Written = dayOf(a.Today.From()), true, x.Format.When(a.Today)
	}
	x.only(c, d, func(c *context, d *template.Directive) {
		if is(d, &laneComponent) {
			ganttLane(x, v, c, d)
			return
		}
		if len(v.Lanes) == 0 || v.Lanes[len(v.Lanes)-1].Title != "" {
			v.Lanes = append(v.Lanes, doc.Lane{})
		}
		ganttTask(x, &v.Lanes[len(v.Lanes)-1], c, d)
	})
	for _, l := range v.Lanes {
		if len(l.Tasks) > 0 {
			c.sink.add(x.figureOf(&a.figureArgs, d, v))
			return
		}
	}
}

func ganttLane(x *expander, v *doc.Gantt, c *context, d *template.Directive) {
	a := argsOf(x, c, d, laneArgs{})
	l := doc.Lane{Title: a.Title, Ink: inkOr(a.Ink, 0)}
	x.only(c, d, func(c *context, d *template.Directive) { ganttTask(x, &l, c, d) })
	if len(l.Tasks) > 0 {
		v.Lanes = append(v.Lanes, l)
	}
}

// ganttTask is one row. A moment begins on its first day and ends on its last.
func ganttTask(x *expander, l *doc.Lane, c *context, d *template.Directive) {
	a := argsOf(x, c, d, taskArgs{})
	r := doc.Task{Code: a.Code, Label: a.Label, State: a.State, Symbol: a.Symbol, Bar: a.Bar}
	if !a.Begin.IsZero() {
		r.Begin, r.HasBegin, r.From = dayOf(a.Begin.From()), true, x.Format.When(a.Begin)
	}
	if !a.End.IsZero() {
		r.End, r.HasEnd, r.To = dayOf(a.End.To()), true, x.Format.When(a.End)
	}
	if r.HasBegin && r.HasEnd && r.End < r.Begin {
		x.Fail("span-backwards", d.At, diag.Span{}, r.Label, r.From, r.To)
	}
	x.only(c, d, func(c *context, d *template.Directive) {
		if a := argsOf(x, c, d, markerArgs{}); !a.At.IsZero() {
			r.Markers = append(r.Markers, doc.Marker{Label: a.Label, When: x.Format.When(a.At), Day: dayOf(a.At.To()), Done: a.Done == true})
		}
	})
	l.Tasks = append(l.Tasks, r)
}

func dayOf(d model.Date) doc.Day { return doc.DayOf(d.Year, d.Month, d.Day) }
