package lint

import (
	"strconv"

	"konzept/report/model"
	"konzept/report/schema"
)

// measures must belong somewhere, and what they say about time, money and progress must agree.
func (c *linter) measures() {
	for _, r := range c.report.Records("measures") {
		c.belongs(r)
		c.numbered(r)
		c.period(r)
		c.progress(r)
		c.yearlyMoney(r)
	}
}

// belongs: a measure without goal and field would appear in no chapter.
func (c *linter) belongs(r *model.Record) {
	if !c.has(r, "goals") && !c.has(r, "field") {
		c.add(r, "", "orphan-measure", r.Head(), nameOf(r))
	}
	field, ok := model.As[*model.Record](r, "field")
	goals, _ := model.As[[]*model.Record](r, "goals")
	if !ok || len(goals) == 0 {
		return
	}
	for _, g := range goals {
		for n := 0; g != nil && n < 100; n++ {
			of, has := model.As[*model.Record](g, "field")
			if has && of == field || c.report.Unread(g, "field") {
				return
			}
			up, deeper := model.As[*model.Record](g, "parent")
			if !deeper && !has {
				return // a goal across all fields
			}
			g = up
		}
	}
	c.near(c.add(r, "field", "field-mismatch", atOf(r, "field"), nameOf(r), nameOf(field)), r, "goals")
}

// accounted: who has marked a trouble and explained it needs no reminder of it.
func (c *linter) accounted(r *model.Record) bool {
	return model.Means(r, "signal") == schema.Bad && c.has(r, "comment")
}

// period: the end must not lie before the report's date while the measure is still open, nor the start before it while the
// measure has not begun.
func (c *linter) period(r *model.Record) {
	start, ok1 := model.As[model.Moment](r, "start")
	end, ok2 := model.As[model.Moment](r, "end")
	told := c.accounted(r)
	if ok1 && !c.report.Date.IsZero() && start.To().Before(c.report.Date) && model.Means(r, "phase") == schema.Open && !told {
		c.near(c.add(r, "start", "start-passed", atOf(r, "start"), nameOf(r), start.String(), c.report.Date.String()), r, "phase")
	}
	silent := !model.Means(r, "phase").IsKnown() && !c.report.Unread(r, "phase") // it may be over or not
	if ok2 && !c.report.Date.IsZero() && end.To().Before(c.report.Date) && (silent || c.report.Overdue(r)) && !told {
		c.add(r, "end", "overdue", atOf(r, "end"), nameOf(r), end.String(), c.report.Date.String())
	}
}

// progress: phase, signal, percentage and steps must tell the same story.
func (c *linter) progress(r *model.Record) {
	phase, signal := model.WordOf(r, "phase"), model.WordOf(r, "signal")
	means := model.Means(r, "phase")
	if model.Means(r, "signal") == schema.Bad {
		if means == schema.Done || means == schema.Dropped {
			c.near(c.add(r, "signal", "phase-signal", atOf(r, "signal"), signal, phase), r, "phase")
		} else if !c.has(r, "comment") {
			c.add(r, "comment", "missing-comment", atOf(r, "signal"), signal)
		}
	}
	percent, ok := model.As[int64](r, "progress")
	if ok && (means == schema.Done && percent != 100 || means == schema.Open && percent != 0) {
		c.near(c.add(r, "progress", "phase-progress", atOf(r, "progress"), strconv.FormatInt(percent, 10), phase), r, "phase")
	}
	steps, _ := model.As[[]*model.Record](r, "steps")
	for _, s := range steps {
		if done, given := model.As[bool](s, "done"); means == schema.Done && given && !done {
			c.near(c.add(s, "done", "open-step", atOf(s, "done"), phase), r, "phase")
		}
	}
}

// yearlyMoney: no year has more funding or spending than cost.
func (c *linter) yearlyMoney(r *model.Record) {
	costs, _ := model.As[[]*model.Record](r, "costs")
	planned, spent := map[int64]model.Money{}, map[int64]model.Money{}
	var years []*model.Record // costs of which something was spent
	for _, x := range costs {
		year, dated := model.As[int64](x, "year")
		if !dated {
			return // it may belong to any year
		}
		amount, _ := model.As[model.Money](x, "planned")
		planned[year] += amount
		if out, ok := model.As[model.Money](x, "spent"); ok {
			spent[year] += out
			years = append(years, x)
		}
	}
	for _, x := range years {
		year, ok := model.As[int64](x, "year")
		if over := spent[year] > planned[year]; ok && over && !c.accounted(r) {
			c.add(x, "spent", "spent-exceeds-plan", atOf(x, "spent"), strconv.FormatInt(year, 10), spent[year].Written(), planned[year].Written())
			spent[year] = planned[year] // said once
		}
	}
	if len(costs) == 0 {
		return
	}
	funding, _ := model.As[[]*model.Record](r, "funding")
	funded := map[int64]model.Money{}
	for _, x := range funding {
		year, ok := model.As[int64](x, "year")
		amount, _ := model.As[model.Money](x, "amount")
		before := funded[year]
		funded[year] += amount
		if ok && before <= planned[year] && funded[year] > planned[year] {
			c.add(x, "amount", "funding-exceeds-cost", atOf(x, "amount"), strconv.FormatInt(year, 10), funded[year].Written(), planned[year].Written())
		}
	}
}
