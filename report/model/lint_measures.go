package model

import (
	"slices"
	"strconv"

	"konzept/report/number"
)

// measures must belong somewhere, and what they say about time, money and progress must agree.
func (c *checker) measures() {
	for _, r := range c.report.Records("measures") {
		c.belongs(r)
		c.numbered(r)
		c.period(r)
		c.progress(r)
		c.money4years(r)
		c.log(r)
		c.late(r, "as_of")
		c.late(r, "added")
		related, _ := value[[]*Record](r, "related")
		if slices.Contains(related, r) {
			c.add(r, "related", "reference-cycle", r.at("related"), r.field("related"), "related", r.ID+" → "+r.ID)
		}
	}
}

// belongs: a measure without goal and field would appear in no chapter.
func (c *checker) belongs(r *Record) {
	if !c.has(r, "goals") && !c.has(r, "field") {
		c.add(r, "", "orphan-measure", r.head(), r.name())
	}
	field, ok := value[*Record](r, "field")
	goals, _ := value[[]*Record](r, "goals")
	if !ok || len(goals) == 0 {
		return
	}
	for _, g := range goals {
		for n := 0; g != nil && n < 100; n++ {
			of, has := value[*Record](g, "field")
			if has && of == field || c.broken[fieldOf{g, "field"}] {
				return
			}
			up, deeper := value[*Record](g, "parent")
			if !deeper && !has {
				return // a goal across all fields
			}
			g = up
		}
	}
	c.near(c.add(r, "field", "field-mismatch", r.at("field"), r.name(), field.name()), r, "goals")
}

// accounted: who has marked a trouble and explained it needs no reminder of it.
func (c *checker) accounted(r *Record) bool { return atRisk(word(r, "signal")) && c.has(r, "comment") }

// period: the end must not lie before the start, nor before the report's date while the measure is still open, nor
// the start before a measure that has not begun.
func (c *checker) period(r *Record) {
	start, ok1 := value[Moment](r, "start")
	end, ok2 := value[Moment](r, "end")
	if ok1 && ok2 && end.To().Before(start.From()) {
		c.near(c.add(r, "end", "end-before-start", r.at("end"), end.String(), start.String()), r, "start")
	}
	told := c.accounted(r)
	if ok1 && !c.report.Date.IsZero() && start.To().Before(c.report.Date) && word(r, "phase") == "nicht begonnen" && !told {
		c.near(c.add(r, "start", "start-passed", r.at("start"), r.name(), start.String(), c.report.Date.String()), r, "phase")
	}
	silent := word(r, "phase") == "" && !c.has(r, "phase") // it may be over or not
	if ok2 && !c.report.Date.IsZero() && end.To().Before(c.report.Date) && (silent || c.report.overdue(r)) && !told {
		c.add(r, "end", "overdue", r.at("end"), r.name(), end.String(), c.report.Date.String())
	}
}

// progress: phase, signal, percentage and steps must tell the same story.
func (c *checker) progress(r *Record) {
	phase, signal := word(r, "phase"), word(r, "signal")
	if atRisk(signal) {
		if finished(phase) || phase == "entfallen" {
			c.near(c.add(r, "signal", "phase-signal", r.at("signal"), signal, phase), r, "phase")
		} else if !c.has(r, "comment") {
			c.add(r, "comment", "missing-comment", r.at("signal"), signal)
		}
	}
	if stopped(phase) && !c.has(r, "comment") {
		c.add(r, "comment", "missing-comment", r.at("phase"), phase)
	}
	percent, ok := value[int64](r, "progress")
	if ok && (finished(phase) && percent != 100 || phase == "nicht begonnen" && percent != 0) {
		c.near(c.add(r, "progress", "phase-progress", r.at("progress"), strconv.FormatInt(percent, 10), phase), r, "phase")
	}
	steps, _ := value[[]*Record](r, "steps")
	for _, s := range steps {
		if done, given := value[bool](s, "done"); finished(phase) && given && !done {
			c.near(c.add(s, "done", "open-step", s.at("done"), phase), r, "phase")
		}
	}
}

// money4years: no cost twice, and no year with more funding or spending than cost.
func (c *checker) money4years(r *Record) {
	type kindOf struct {
		year int64
		kind string
	}
	costs, _ := value[[]*Record](r, "costs")
	seen, planned, spent := map[kindOf]*Record{}, map[int64]Money{}, map[int64]Money{}
	var years []*Record // costs of which something was spent
	for _, x := range costs {
		year, ok := value[int64](x, "year")
		key := kindOf{year, word(x, "kind")}
		if first := seen[key]; ok && first != nil {
			firstHere(c.add(x, "year", "year-twice", x.at("year"), strconv.FormatInt(year, 10), key.kind), first.at("year"))
		}
		seen[key] = x
		amount, _ := value[Money](x, "planned")
		planned[year] += amount
		if out, ok := value[Money](x, "spent"); ok {
			spent[year] += out
			years = append(years, x)
		}
	}
	for _, x := range years {
		year, ok := value[int64](x, "year")
		if over := spent[year] > planned[year]; ok && over && !c.accounted(r) {
			c.add(x, "spent", "spent-exceeds-plan", x.at("spent"), strconv.FormatInt(year, 10), spent[year].euro(), planned[year].euro())
			spent[year] = planned[year] // said once
		}
	}
	if len(costs) == 0 {
		return
	}
	funding, _ := value[[]*Record](r, "funding")
	funded := map[int64]Money{}
	for _, x := range funding {
		year, ok := value[int64](x, "year")
		amount, _ := value[Money](x, "amount")
		before := funded[year]
		funded[year] += amount
		if ok && before <= planned[year] && funded[year] > planned[year] {
			c.add(x, "amount", "funding-exceeds-cost", x.at("amount"), strconv.FormatInt(year, 10), funded[year].euro(), planned[year].euro())
		}
	}
}

// euro writes an amount as in the data.
func (m Money) euro() string {
	if m%100 == 0 {
		return strconv.FormatInt(int64(m/100), 10)
	}
	return number.Scaled(int64(m), 2).String()
}

// log: entries stand in order of time, and the last one agrees with the measure.
func (c *checker) log(r *Record) {
	entries, _ := value[[]*Record](r, "log")
	var before Date
	for _, e := range entries {
		d, ok := value[Date](e, "date")
		if ok && d.Before(before) {
			c.add(e, "date", "log-order", e.at("date"), d.String(), before.String())
		}
		if ok {
			before = d
		}
		c.late(e, "date")
	}
	for _, key := range []string{"phase", "signal", "end"} {
		for i := len(entries) - 1; i >= 0; i-- {
			if last := written(entries[i], key); last != "" {
				if now := written(r, key); now != "" && now != last {
					c.near(c.add(r, key, "log-contradiction", r.at(key), now, last), entries[i], key)
				}
				break
			}
		}
	}
}

// written is a word or a moment as people write it, or "".
func written(r *Record, key string) string {
	if m, ok := value[Moment](r, key); ok {
		return m.String()
	}
	return word(r, key)
}
