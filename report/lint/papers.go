package lint

import (
	"strings"

	"konzept/report/model"
	"konzept/report/schema"
)

// papers for councils: their numbers, their way through the bodies, what they cost.
func (c *linter) papers() {
	project, _ := model.As[*model.Record](c.report.Single("project"), "style")
	pattern := ""
	if project != nil {
		pattern = model.WordOf(project, "papers")
	}
	for _, r := range c.report.Records("papers") {
		number := model.WordOf(r, "number")
		if pattern != "" && number != "" && !fits(number, pattern) {
			c.add(r, "number", "paper-number", atOf(r, "number"), number, pattern)
		}
		if model.WordOf(r, "session") == "nichtöffentlich" && r.Level == schema.Public {
			c.add(r, "session", "closed-paper-public", atOf(r, "session"), r.ID)
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
func (c *linter) deliberation(r *model.Record) {
	steps, _ := model.As[[]*model.Record](r, "deliberation")
	var last *model.Record
	motion := false
	for _, s := range steps {
		motion = motion || c.has(s, "motion")
		day, dated := model.As[model.Date](s, "date")
		if !dated {
			continue
		}
		if last != nil {
			if before, _ := model.As[model.Date](last, "date"); day.Before(before) {
				model.FirstHere(c.add(s, "date", "deliberation-order", atOf(s, "date"), model.WordOf(s, "body"), model.WordOf(last, "body")), atOf(last, "date"))
			}
		}
		last = s
	}
	if model.WordOf(r, "kind") == "Beschlussvorlage" && !motion {
		c.add(r, "deliberation", "paper-without-motion", atOf(r, "deliberation"), r.ID)
	}
}

// paperCosts: a paper without financial effects must not rest on measures that cost something.
func (c *linter) paperCosts(r *model.Record) {
	finance, ok := model.As[*model.Record](r, "finance")
	if !ok || model.WordOf(finance, "effect") != "nein" {
		return
	}
	measures, _ := model.As[[]*model.Record](r, "measures")
	for _, m := range measures {
		if c.has(m, "costs") {
			c.near(c.add(finance, "effect", "finance-contradiction", atOf(finance, "effect"), r.ID, nameOf(m)), m, "costs")
			return
		}
	}
}
