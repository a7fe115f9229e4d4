package lint

import (
	"strings"

	"konzept/report/model"
)

// numbered: a measure whose number begins with that of a goal belongs to this goal, unless it was moved and kept it.
func (c *linter) numbered(r *model.Record) {
	code := model.WordOf(r, "code")
	goals, _ := model.As[[]*model.Record](r, "goals")
	if code == "" || len(goals) == 0 {
		return
	}
	var of *model.Record
	longest := 0
	for _, g := range c.report.Records("goals") {
		if own := model.WordOf(g, "code"); len(own) > longest && extends(code, own) {
			of, longest = g, len(own)
		}
	}
	if of == nil {
		return
	}
	for _, g := range goals {
		if g == of || extends(model.WordOf(g, "code"), model.WordOf(of, "code")) || extends(code, model.WordOf(g, "code")) {
			return
		}
	}
	c.near(c.add(r, "code", "code-of-other-goal", atOf(r, "code"), code, nameOf(of), nameOf(goals[0])), r, "goals")
}

// extends tells whether a number continues another: 2.1.1 continues 2.1, and 2.10 does not.
func extends(code, of string) bool {
	rest, ok := strings.CutPrefix(code, of)
	return ok && of != "" && rest != "" && strings.IndexByte("./- ", rest[0]) >= 0
}
