package model

import (
	"strconv"
	"strings"

	"konzept/report/diag"
)

// parts of workshops: days, times, places and sums that posters and records print.
func (c *checker) parts() {
	numbers, places := map[string]*Record{}, map[string]*Record{}
	last := map[*Record]*Record{}
	for _, r := range c.report.Records("parts") {
		c.partDates(r)
		c.partTimes(r)
		c.partSums(r)
		c.samePlace(r, places)
		w, ok := value[*Record](r, "workshop")
		n, numbered := value[int64](r, "number")
		if !ok || !numbered {
			continue
		}
		key := w.ID + "\x00" + strconv.FormatInt(n, 10)
		if first := numbers[key]; first != nil {
			firstHere(c.add(r, "number", "duplicate-part", r.at("number"), strconv.FormatInt(n, 10), w.ID), first.at("number"))
			continue
		}
		numbers[key] = r
		c.partOrder(r, last[w])
		last[w] = r
	}
}

func (c *checker) partOrder(r, before *Record) {
	if before == nil {
		return
	}
	d1, ok1 := value[Date](before, "date")
	d2, ok2 := value[Date](r, "date")
	n1, _ := value[int64](before, "number")
	n2, _ := value[int64](r, "number")
	if ok1 && ok2 && d1 != d2 && n1 < n2 != d1.Before(d2) {
		firstHere(c.add(r, "date", "part-order", r.at("date"), strconv.FormatInt(n2, 10), strconv.FormatInt(n1, 10)), before.at("date"))
	}
}

// partDates: the weekday must be that of the date, and people must be able to register before.
func (c *checker) partDates(r *Record) {
	d, ok := value[Date](r, "date")
	if !ok {
		return
	}
	names := []string{"Sonntag", "Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag"}
	if day := word(r, "weekday"); day != "" && day != names[d.Weekday()] {
		c.near(c.add(r, "weekday", "weekday-mismatch", r.at("weekday"), d.String(), names[d.Weekday()], day), r, "date")
	}
	deadline, ok := value[Date](r, "deadline")
	switch {
	case ok && deadline == d:
		c.near(c.add(r, "deadline", "deadline-on-the-day", r.at("deadline"), d.String()), r, "date")
	case ok && d.Before(deadline):
		c.near(c.add(r, "deadline", "deadline-after-event", r.at("deadline"), deadline.String(), d.String()), r, "date")
	}
}

// partTimes compares times as text: they all have the form 14:00.
func (c *checker) partTimes(r *Record) {
	start, end := word(r, "start"), word(r, "end")
	if start != "" && end != "" && end <= start {
		c.near(c.add(r, "end", "end-before-start", r.at("end"), end, start), r, "start")
		return
	}
	programme, _ := value[[]*Record](r, "programme")
	before := ""
	for _, p := range programme {
		t := word(p, "time")
		switch {
		case t == "":
			continue
		case start != "" && t < start || end != "" && t > end:
			c.add(p, "time", "programme-outside", p.at("time"), t, start, end)
		case t < before:
			c.add(p, "time", "programme-order", p.at("time"), t, before)
		}
		before = t
	}
}

// partSums: the balance must be the sum of the ideas, and nobody can give more points than there are.
func (c *checker) partSums(r *Record) {
	ideas := c.report.Inverse(r, "ideas")
	var votes int64
	for _, i := range ideas {
		n, _ := value[int64](i, "votes")
		votes += n
	}
	if balance, ok := value[*Record](r, "balance"); ok {
		c.balance(balance, "ideas", int64(len(ideas)))
		c.balance(balance, "votes", votes)
	}
	voters, ok1 := value[int64](r, "voters")
	points, ok2 := value[int64](r, "points")
	switch {
	case ok1 && ok2 && votes > voters*points:
		c.add(r, "voters", "too-many-votes", r.at("voters"), diag.Counted(votes, "Punkt ist", "Punkte sind", "point is", "points are"),
			diag.Counted(voters, "Person", "Personen", "person", "people"), diag.Counted(points, "Punkt", "Punkten", "point", "points"))
	case votes > 0 && (!c.has(r, "voters") || !c.has(r, "points")):
		c.add(r, "voters", "votes-without-voters", r.head(), r.ID, diag.Counted(votes, "Punkt", "Punkte", "point", "points"))
	}
}

func (c *checker) balance(b *Record, key string, sum int64) {
	if n, ok := value[int64](b, key); ok && n != sum {
		c.add(b, key, "balance-sum", b.at(key), b.field(key), key, strconv.FormatInt(n, 10), strconv.FormatInt(sum, 10))
	}
}

// samePlace reports a place that has another address elsewhere.
func (c *checker) samePlace(r *Record, places map[string]*Record) {
	p, ok := value[*Record](r, "place")
	name, named := value[TextValue](p, "name")
	if !ok || !named {
		return
	}
	first := places[name[0].Text]
	if first == nil {
		places[name[0].Text] = p
		return
	}
	for _, key := range []string{"street", "postcode", "city"} {
		if a, b := word(first, key), word(p, key); a != "" && b != "" && a != b {
			firstHere(c.add(p, key, "place-conflict", p.at(key), name[0].Text, b, a), first.at(key))
		}
	}
}

// ideas: what people brought must be traceable to what became of it.
func (c *checker) ideas() {
	for _, r := range c.report.Records("ideas") {
		c.outcome(r)
		c.perspective(r)
		c.late(r, "answered")
	}
}

func (c *checker) outcome(r *Record) {
	outcome := word(r, "outcome")
	measures, merged := c.has(r, "measures"), c.has(r, "merged_into")
	switch outcome {
	case "":
		if word(r, "kind") == "Lösungsansatz" && !c.has(r, "outcome") {
			c.add(r, "outcome", "idea-without-outcome", r.head(), r.ID)
		}
		return
	case "aufgenommen", "teilweise aufgenommen":
		if !measures {
			c.add(r, "measures", "outcome-without-measure", r.at("outcome"), outcome)
		}
	case "zusammengeführt":
		if !merged {
			c.add(r, "merged_into", "outcome-without-target", r.at("outcome"), outcome)
		}
	case "wird geprüft", "bereits vorhanden":
		for _, key := range []string{"reason", "until"} {
			if !c.has(r, key) && (key == "reason" || outcome == "wird geprüft") {
				c.add(r, key, "outcome-unexplained", r.at("outcome"), outcome, r.field(key), key)
			}
		}
	case "nicht in städtischer Zuständigkeit", "zurückgestellt", "nicht aufgenommen":
		if !c.has(r, "reason") {
			c.add(r, "reason", "outcome-without-reason", r.at("outcome"), outcome)
		}
		if measures {
			c.near(c.add(r, "outcome", "outcome-contradiction", r.at("outcome"), outcome, diag.Both("Maßnahmen", "measures"), "measures"), r, "measures")
		}
	}
	if merged && outcome != "zusammengeführt" {
		c.near(c.add(r, "outcome", "outcome-contradiction", r.at("outcome"), outcome, r.field("merged_into"), "merged_into"), r, "merged_into")
	}
}

// perspective: ideas stand in the table of the perspectives that the workshop names.
func (c *checker) perspective(r *Record) {
	own, ok := value[TextValue](r, "perspective")
	part, _ := value[*Record](r, "part")
	workshop, _ := value[*Record](part, "workshop")
	list, named := value[[]TextValue](workshop, "perspectives")
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
