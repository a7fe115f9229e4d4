package compose

import (
	"slices"

	"konzept/report/diag"
	"konzept/report/doc"
)

func flow(x *expander, c *context, d *directive) {
	a := x.args(c, d)
	v := &doc.Flow{Unit: a.str("unit"), Format: x.Format.Number}
	x.only(c, d.kids, "flow", func(c *context, d *directive) bool {
		switch d.spec.name {
		case "stage":
			x.stage(v, c, d)
		case "ribbon":
			x.ribbon(v, c, d)
		default:
			return false
		}
		return true
	})
	for _, r := range v.Ribbons {
		v.Decimals = max(v.Decimals, r.Value.Places())
	}
	if len(v.Ribbons) > 0 {
		c.sink.add(x.figureOf(a, v))
	}
}

func (x *expander) stage(v *doc.Flow, c *context, d *directive) {
	s := doc.Stage{Title: x.args(c, d).firstText()}
	x.only(c, d.kids, "stage", func(c *context, d *directive) bool {
		if d.spec.name != "stop" {
			return false
		}
		a := x.args(c, d)
		stop := doc.Stop{Label: a.firstText(), Note: a.str("note")}
		stop.Ink, _ = a.ink("ink")
		s.Stops = append(s.Stops, stop)
		return true
	})
	v.Stages = append(v.Stages, s)
}

// ribbon leads from a stop of a stage, the first unless it says another, to one of the next. Nothing flows nowhere.
func (x *expander) ribbon(v *doc.Flow, c *context, d *directive) {
	a := x.args(c, d)
	from := a.firstText()
	n, ok := x.amount(a, from)
	if !ok || n.Sign() == 0 || len(d.words) < 2 {
		return
	}
	stage := a.int("stage", 1) - 1
	r := doc.Ribbon{Stage: stage, Value: n}
	for k, name := range []string{from, x.plain(c.frame, &d.words[1].phrase)} {
		i := -1
		if stage >= 0 && stage+k < len(v.Stages) {
			i = slices.IndexFunc(v.Stages[stage+k].Stops, func(s doc.Stop) bool { return s.Label == name })
		}
		if i < 0 {
			x.Fail("unknown-stop", d.at, diag.Span{}, name, count(stage+k+1))
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
