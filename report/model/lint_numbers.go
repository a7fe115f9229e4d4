package model

import (
	"strings"

	"konzept/report/number"
)

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

// thousands warns of figures that stand as people group thousands on paper, 49.560: they are printed as a number with three
// decimals. Who means that says so with decimals.
func (c *checker) thousands() {
	for _, r := range c.report.Records("facts") {
		c.grouped(r, r, "value")
	}
	for _, r := range c.report.Records("indicators") {
		values, _ := value[[]*Record](r, "values")
		for _, v := range values {
			c.grouped(r, v, "value")
		}
		c.grouped(r, r, "target")
	}
}

// grouped looks at one number of a record whose places of is to say.
func (c *checker) grouped(of, r *Record, key string) {
	n, ok := value[number.Decimal](r, key)
	if _, said := of.Value("decimals"); said || !ok {
		return
	}
	s := n.String()
	head, tail, _ := strings.Cut(strings.TrimPrefix(s, "-"), ".")
	if head != "0" && len(head) <= 3 && len(tail) == 3 {
		c.add(r, key, "thousands-point", r.at(key), r.field(key), key, s, strings.Replace(s, ".", ",", 1), strings.Replace(s, ".", "", 1))
	}
}
