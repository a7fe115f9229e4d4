package lint

import (
	"strconv"
	"strings"

	"konzept/report/diag"
	"konzept/report/model"
)

// workshops are the rules about workshops, their parts and ideas.
type workshops struct{ *linter }

// parts of workshops: days, times, places and sums that posters and records print.
func (c workshops) parts() {
	numbers, places := map[string]*model.Record{}, map[string]*model.Record{}
	last := map[*model.Record]*model.Record{}
	for _, r := range c.report.Records("parts") {
		c.partDates(r)
		c.partTimes(r)
		c.partSums(r)
		c.samePlace(r, places)
		w, ok := model.As[*model.Record](r, "workshop")
		n, numbered := model.As[int64](r, "number")
		if !ok || !numbered {
			continue
		}
		key := w.ID + "\x00" + strconv.FormatInt(n, 10)
		if first := numbers[key]; first != nil {
			model.FirstHere(c.add(r, "number", "duplicate-part", atOf(r, "number"), strconv.FormatInt(n, 10), w.ID), atOf(first, "number"))
			continue
		}
		numbers[key] = r
		c.partOrder(r, last[w])
		last[w] = r
	}
}

func (c workshops) partOrder(r, before *model.Record) {
	if before == nil {
		return
	}
	d1, ok1 := model.As[model.Date](before, "date")
	d2, ok2 := model.As[model.Date](r, "date")
	n1, _ := model.As[int64](before, "number")
	n2, _ := model.As[int64](r, "number")
	if ok1 && ok2 && d1 != d2 && n1 < n2 != d1.Before(d2) {
		model.FirstHere(c.add(r, "date", "part-order", atOf(r, "date"), strconv.FormatInt(n2, 10), strconv.FormatInt(n1, 10)), atOf(before, "date"))
	}
}

// partDates: the weekday must be that of the date, and people must be able to register before.
func (c workshops) partDates(r *model.Record) {
	d, ok := model.As[model.Date](r, "date")
	if !ok {
		return
	}
	names := []string{"Sonntag", "Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag"}
	if day := model.WordOf(r, "weekday"); day != "" && day != names[d.Weekday()] {
		c.near(c.add(r, "weekday", "weekday-mismatch", atOf(r, "weekday"), d.String(), names[d.Weekday()], day), r, "date")
	}
	deadline, ok := model.As[model.Date](r, "deadline")
	switch {
	case ok && deadline == d:
		c.near(c.add(r, "deadline", "deadline-on-the-day", atOf(r, "deadline"), d.String()), r, "date")
	case ok && d.Before(deadline):
		c.near(c.add(r, "deadline", "deadline-after-event", atOf(r, "deadline"), deadline.String(), d.String()), r, "date")
	}
}

// partTimes: the programme lies between start and end. Times all have the form 14:00 and compare as text.
func (c workshops) partTimes(r *model.Record) {
	start, end := model.WordOf(r, "start"), model.WordOf(r, "end")
	if start != "" && end != "" && end <= start {
		return // a finding of its own
	}
	programme, _ := model.As[[]*model.Record](r, "programme")
	for _, p := range programme {
		if t := model.WordOf(p, "time"); t != "" && (start != "" && t < start || end != "" && t > end) {
			c.add(p, "time", "programme-outside", atOf(p, "time"), t, start, end)
		}
	}
}

// partSums: nobody can give more points than there are.
func (c workshops) partSums(r *model.Record) {
	var votes int64
	for _, i := range c.report.Inverse(r, "ideas") {
		n, _ := model.As[int64](i, "votes")
		votes += n
	}
	voters, ok1 := model.As[int64](r, "voters")
	points, ok2 := model.As[int64](r, "points")
	switch {
	case ok1 && ok2 && votes > voters*points:
		c.add(r, "voters", "too-many-votes", atOf(r, "voters"), diag.Counted(votes, "Punkt ist", "Punkte sind", "point is", "points are"),
			diag.Counted(voters, "Person", "Personen", "person", "people"), diag.Counted(points, "Punkt", "Punkten", "point", "points"))
	case votes > 0 && (!c.has(r, "voters") || !c.has(r, "points")):
		c.add(r, "voters", "votes-without-voters", r.Head(), r.ID, diag.Counted(votes, "Punkt", "Punkte", "point", "points"))
	}
}

// samePlace reports a place that has another address elsewhere.
func (c workshops) samePlace(r *model.Record, places map[string]*model.Record) {
	p, ok := model.As[*model.Record](r, "place")
	name, named := model.As[model.TextValue](p, "name")
	if !ok || !named {
		return
	}
	first := places[name[0].Text]
	if first == nil {
		places[name[0].Text] = p
		return
	}
	for _, key := range []string{"street", "postcode", "city"} {
		if a, b := model.WordOf(first, key), model.WordOf(p, key); a != "" && b != "" && a != b {
			model.FirstHere(c.add(p, key, "place-conflict", atOf(p, key), name[0].Text, b, a), atOf(first, key))
		}
	}
}

// perspectives: ideas stand in the table of the perspectives that the workshop names.
func (c workshops) perspectives() {
	for _, r := range c.report.Records("ideas") {
		c.perspective(r)
	}
}

func (c workshops) perspective(r *model.Record) {
	own, ok := model.As[model.TextValue](r, "perspective")
	part, _ := model.As[*model.Record](r, "part")
	workshop, _ := model.As[*model.Record](part, "workshop")
	list, named := model.As[[]model.TextValue](workshop, "perspectives")
	if !ok || !named {
		return
	}
	known := make([]string, len(list))
	for i, p := range list {
		if known[i] = p[0].Text; strings.EqualFold(known[i], own[0].Text) {
			return
		}
	}
	c.add(r, "perspective", "unknown-perspective", own[0].At, own[0].Text, diag.Suggest(own[0].Text, known))
}
