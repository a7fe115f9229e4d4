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

// partTimes compares times as text: they all have the form 14:00.
func (c workshops) partTimes(r *model.Record) {
	start, end := model.WordOf(r, "start"), model.WordOf(r, "end")
	if start != "" && end != "" && end <= start {
		c.near(c.add(r, "end", "end-before-start", atOf(r, "end"), end, start), r, "start")
		return
	}
	programme, _ := model.As[[]*model.Record](r, "programme")
	before := ""
	for _, p := range programme {
		t := model.WordOf(p, "time")
		switch {
		case t == "":
			continue
		case start != "" && t < start || end != "" && t > end:
			c.add(p, "time", "programme-outside", atOf(p, "time"), t, start, end)
		case t < before:
			c.add(p, "time", "programme-order", atOf(p, "time"), t, before)
		}
		before = t
	}
}

// partSums: the balance must be the sum of the ideas, and nobody can give more points than there are.
func (c workshops) partSums(r *model.Record) {
	ideas := c.report.Inverse(r, "ideas")
	var votes int64
	for _, i := range ideas {
		n, _ := model.As[int64](i, "votes")
		votes += n
	}
	if balance, ok := model.As[*model.Record](r, "balance"); ok {
		c.balance(balance, "ideas", int64(len(ideas)))
		c.balance(balance, "votes", votes)
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

func (c workshops) balance(b *model.Record, key string, sum int64) {
	if n, ok := model.As[int64](b, key); ok && n != sum {
		c.add(b, key, "balance-sum", atOf(b, key), labelOf(b, key), key, strconv.FormatInt(n, 10), strconv.FormatInt(sum, 10))
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

// ideas: what people brought must be traceable to what became of it.
func (c workshops) ideas() {
	for _, r := range c.report.Records("ideas") {
		c.outcome(r)
		c.perspective(r)
		c.late(r, "answered")
	}
}

func (c workshops) outcome(r *model.Record) {
	outcome := model.WordOf(r, "outcome")
	measures, merged := c.has(r, "measures"), c.has(r, "merged_into")
	switch outcome {
	case "":
		if model.WordOf(r, "kind") == "Lösungsansatz" && !c.has(r, "outcome") {
			c.add(r, "outcome", "idea-without-outcome", r.Head(), r.ID)
		}
		return
	case "aufgenommen", "teilweise aufgenommen":
		if !measures {
			c.add(r, "measures", "outcome-without-measure", atOf(r, "outcome"), outcome)
		}
	case "zusammengeführt":
		if !merged {
			c.add(r, "merged_into", "outcome-without-target", atOf(r, "outcome"), outcome)
		}
	case "wird geprüft", "bereits vorhanden":
		for _, key := range []string{"reason", "until"} {
			if !c.has(r, key) && (key == "reason" || outcome == "wird geprüft") {
				c.add(r, key, "outcome-unexplained", atOf(r, "outcome"), outcome, labelOf(r, key), key)
			}
		}
	case "nicht in städtischer Zuständigkeit", "zurückgestellt", "nicht aufgenommen":
		if !c.has(r, "reason") {
			c.add(r, "reason", "outcome-without-reason", atOf(r, "outcome"), outcome)
		}
		if measures {
			c.near(c.add(r, "outcome", "outcome-contradiction", atOf(r, "outcome"), outcome, diag.Both("Maßnahmen", "measures"), "measures"), r, "measures")
		}
	}
	if merged && outcome != "zusammengeführt" {
		c.near(c.add(r, "outcome", "outcome-contradiction", atOf(r, "outcome"), outcome, labelOf(r, "merged_into"), "merged_into"), r, "merged_into")
	}
}

// perspective: ideas stand in the table of the perspectives that the workshop names.
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
