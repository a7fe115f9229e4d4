package model

import (
	"strings"

	"konzept/report/diag"
)

// papers for councils: their numbers, their way through the bodies, what they cost.
func (c *checker) papers() {
	project, _ := value[*Record](c.report.Single("project"), "style")
	pattern := ""
	if project != nil {
		pattern = word(project, "papers")
	}
	numbers := map[string]*Record{}
	for _, r := range c.report.Records("papers") {
		number := word(r, "number")
		if first := numbers[number]; first != nil && number != "" {
			firstHere(c.add(r, "number", "duplicate-code", r.at("number"), diag.Both(r.Kind.DE, r.Kind.EN), number), first.at("number"))
		}
		numbers[number] = r
		if pattern != "" && number != "" && !fits(number, pattern) {
			c.add(r, "number", "paper-number", r.at("number"), number, pattern)
		}
		if word(r, "session") == "nichtöffentlich" && r.Level == Public {
			c.add(r, "session", "closed-paper-public", r.at("session"), r.ID)
		}
		c.deliberation(r)
		c.paperCosts(r)
	}
}

// fits compares a number with its pattern: 0 stands for a digit, capitals that are Roman digits for a Roman number,
// anything else for itself (Frankenthal: XVI/0354, DOMAIN.md section 2.2).
func fits(number, pattern string) bool {
	for pattern != "" {
		if n := roman(pattern); n > 0 {
			m := roman(number)
			if m == 0 {
				return false
			}
			number, pattern = number[m:], pattern[n:]
			continue
		}
		if number == "" || pattern[0] != number[0] && (pattern[0] != '0' || number[0] < '0' || number[0] > '9') {
			return false
		}
		number, pattern = number[1:], pattern[1:]
	}
	return number == ""
}

// roman is the length of the Roman digits at the start.
func roman(s string) int { return len(s) - len(strings.TrimLeft(s, "IVXLCDM")) }

// deliberation is in the order of its sessions and ends with a motion that can be voted on.
func (c *checker) deliberation(r *Record) {
	steps, _ := value[[]*Record](r, "deliberation")
	var last *Record
	motion := false
	for _, s := range steps {
		c.votes(s, "result")
		motion = motion || c.has(s, "motion")
		day, dated := value[Date](s, "date")
		if !dated {
			continue
		}
		if last != nil {
			if before, _ := value[Date](last, "date"); day.Before(before) {
				firstHere(c.add(s, "date", "deliberation-order", s.at("date"), word(s, "body"), word(last, "body")), last.at("date"))
			}
		}
		last = s
	}
	if word(r, "kind") == "Beschlussvorlage" && !motion {
		c.add(r, "deliberation", "paper-without-motion", r.at("deliberation"), r.ID)
	}
}

// paperCosts: a paper without financial effects must not rest on measures that cost something.
func (c *checker) paperCosts(r *Record) {
	finance, ok := value[*Record](r, "finance")
	if !ok || word(finance, "effect") != "nein" {
		return
	}
	measures, _ := value[[]*Record](r, "measures")
	for _, m := range measures {
		if c.has(m, "costs") {
			c.near(c.add(finance, "effect", "finance-contradiction", finance.at("effect"), r.ID, m.name()), m, "costs")
			return
		}
	}
}

// former measures: each that goes on names where, each that ended says why.
func (c *checker) former() {
	c.uniqueCodes("former")
	for _, r := range c.report.Records("former") {
		fate := word(r, "fate")
		goesOn := fate == "fortgeführt" || fate == "aufgegangen"
		if goesOn && !c.has(r, "measures") {
			c.add(r, "measures", "former-without-heir", r.at("fate"), r.name(), fate)
		}
		if fate == "entfallen" && !c.has(r, "reason") {
			c.add(r, "reason", "former-without-reason", r.at("fate"), r.name())
		}
	}
}
