package lint

import (
	"strconv"

	"konzept/report/diag"
	"konzept/report/model"
)

// goals must stand in a field and on a level that the project names.
func (c *linter) goals() {
	levels := c.levels()
	for _, r := range c.report.Records("goals") {
		depth, ok := c.depth(r)
		if ok && depth > levels {
			c.add(r, "parent", "goal-too-deep", atOf(r, "parent"), nameOf(r), strconv.Itoa(depth), strconv.Itoa(levels))
		}
		if level, given := model.As[int64](r, "level"); ok && given && c.has(r, "parent") && int(level) != depth {
			c.add(r, "level", "goal-level", atOf(r, "level"), nameOf(r), strconv.FormatInt(level, 10), strconv.Itoa(depth))
		}
		if !c.placed(r, 0) {
			c.add(r, "field", "goal-without-field", r.Head(), nameOf(r))
		}
	}
	for _, r := range c.report.Records("fields") {
		if len(c.report.Inverse(r, "goals"))+len(c.report.Inverse(r, "measures")) == 0 { // a field that cuts across has measures alone
			c.add(r, "", "field-without-goals", r.Head(), nameOf(r))
		}
	}
}

// levels returns how many levels of goals the project has: those it names, else the most that documents can show.
func (c *linter) levels() int {
	terms, _ := model.As[*model.Record](c.report.Single("project"), "terms")
	if list, ok := model.As[[]*model.Record](terms, "levels"); ok {
		return len(list)
	}
	return 4
}

// depth returns a goal's level, counted from the top; it is unknown within a circle.
func (c *linter) depth(r *model.Record) (int, bool) {
	depth := 1
	for depth <= 1000 {
		if c.report.Unread(r, "parent") {
			return 0, false
		}
		parent, ok := model.As[*model.Record](r, "parent")
		if !ok {
			if level, given := model.As[int64](r, "level"); given && level > 1 {
				depth += int(min(level, 99)) - 1
			}
			return depth, true
		}
		r = parent
		depth++
	}
	return 0, false
}

// placed tells whether a goal, a goal above or below it, or one of its measures names a field.
func (c *linter) placed(r *model.Record, down int) bool {
	if c.has(r, "field") {
		return true
	}
	for _, m := range c.report.Inverse(r, "measures") {
		if c.has(m, "field") {
			return true
		}
	}
	for up, n := r, 0; n < 100 && down == 0; n++ {
		parent, ok := model.As[*model.Record](up, "parent")
		if !ok {
			break
		}
		if up = parent; c.has(up, "field") || c.report.Unread(up, "parent") {
			return true
		}
	}
	for _, child := range c.report.Inverse(r, "children") {
		if down < 8 && c.placed(child, down+1) {
			return true
		}
	}
	return c.report.Unread(r, "parent")
}

// near makes a finding about two values that contradict each other: the second place is a note.
func (c *linter) near(f *diag.Finding, r *model.Record, key string) {
	if v, ok := r.Value(key); ok {
		f.Notes = append(f.Notes, diag.Note{Code: "compare-here", At: v.At, Args: []string{labelOf(r, key), key}})
	}
}
