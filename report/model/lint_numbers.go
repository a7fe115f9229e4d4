package model

import "strings"

// numbered: a measure whose number begins with that of a goal belongs to this goal, unless it was moved and kept it.
func (c *checker) numbered(r *Record) {
	code := word(r, "code")
	goals, _ := value[[]*Record](r, "goals")
	if code == "" || len(goals) == 0 {
		return
	}
	var of *Record
	longest := 0
	for _, g := range c.report.Records("goals") {
		if own := word(g, "code"); len(own) > longest && extends(code, own) {
			of, longest = g, len(own)
		}
	}
	if of == nil {
		return
	}
	for _, g := range goals {
		if g == of || extends(word(g, "code"), word(of, "code")) || extends(code, word(g, "code")) {
			return
		}
	}
	c.near(c.add(r, "code", "code-of-other-goal", r.at("code"), code, of.name(), goals[0].name()), r, "goals")
}

// extends tells whether a number continues another: 2.1.1 continues 2.1, and 2.10 does not.
func extends(code, of string) bool {
	rest, ok := strings.CutPrefix(code, of)
	return ok && of != "" && rest != "" && strings.IndexByte("./- ", rest[0]) >= 0
}
