package compose

import (
	"konzept/report/diag"
	"konzept/report/doc"
	"konzept/report/model"
)

func gantt(x *expander, c *context, d *directive) {
	a := x.args(c, d)
	v := &doc.Gantt{Unit: a.str("unit")}
	if m, ok := a.moment("today"); ok {
		v.Today, v.HasToday, v.Written = dayOf(m.From()), true, x.Format.When(m)
	}
	if m, ok := a.moment("first"); ok {
		v.First = m.Year
	}
	if m, ok := a.moment("last"); ok {
		v.Last = m.Year
	}
	x.only(c, d.kids, "gantt", func(c *context, d *directive) bool {
		switch d.spec.name {
		case "lane":
			x.lane(v, c, d)
		case "task":
			if len(v.Lanes) == 0 || v.Lanes[len(v.Lanes)-1].Title != "" {
				v.Lanes = append(v.Lanes, doc.Lane{})
			}
			x.task(&v.Lanes[len(v.Lanes)-1], c, d)
		default:
			return false
		}
		return true
	})
	for _, l := range v.Lanes {
		if len(l.Rows) > 0 {
			c.sink.add(x.figureOf(a, v))
			return
		}
	}
}

func (x *expander) lane(v *doc.Gantt, c *context, d *directive) {
	a := x.args(c, d)
	l := doc.Lane{Title: a.firstText()}
	l.Ink, _ = a.ink("ink")
	x.only(c, d.kids, "lane", func(c *context, d *directive) bool {
		if d.spec.name == "task" {
			x.task(&l, c, d)
		}
		return d.spec.name == "task"
	})
	if len(l.Rows) > 0 {
		v.Lanes = append(v.Lanes, l)
	}
}

var barWords = map[string]doc.Bar{"hatched": doc.BarHatched, "open": doc.BarOpen, "dashed": doc.BarDashed, "dark": doc.BarDark, "thin": doc.BarThin}

// task is one row. A moment begins on its first day and ends on its last.
func (x *expander) task(l *doc.Lane, c *context, d *directive) {
	a := x.args(c, d)
	r := doc.Stretch{Code: a.str("code"), Label: a.firstText(), State: a.str("state"), Symbol: a.str("symbol"), Bar: barWords[a.word("bar")]}
	if m, ok := a.moment("begin"); ok {
		r.Begin, r.HasBegin, r.From = dayOf(m.From()), true, x.Format.When(m)
	}
	if m, ok := a.moment("end"); ok {
		r.End, r.HasEnd, r.To = dayOf(m.To()), true, x.Format.When(m)
	}
	if r.HasBegin && r.HasEnd && r.End < r.Begin {
		x.Fail("span-backwards", d.at, diag.Span{}, r.Label, r.From, r.To)
	}
	x.only(c, d.kids, "task", func(c *context, d *directive) bool {
		if d.spec.name != "mark" {
			return false
		}
		a := x.args(c, d)
		if m, ok := a.moment("at"); ok {
			done, _ := a.any("done").(bool)
			r.Marks = append(r.Marks, doc.Mark{Label: a.firstText(), When: x.Format.When(m), Day: dayOf(m.To()), Done: done})
		}
		return true
	})
	l.Rows = append(l.Rows, r)
}

// moment is an attribute's day, moment or year.
func (a args) moment(key string) (model.Moment, bool) {
	switch v := a.any(key).(type) {
	case nil:
	case model.Moment:
		return v, !v.IsZero()
	case model.Date:
		return model.Moment{Date: v, Precision: model.ByDay}, !v.IsZero()
	case int64:
		if v > 0 && v < 10000 {
			return model.Moment{Date: model.Date{Year: int(v)}}, true
		}
		a.wrong(key, count(int(v)), diag.Both("ein Jahr", "a year"))
	default:
		a.wrong(key, a.str(key), diag.Both("ein Datum", "a date"))
	}
	return model.Moment{}, false
}

func dayOf(d model.Date) doc.Day { return doc.DayOf(d.Year, d.Month, d.Day) }
