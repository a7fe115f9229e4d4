package eval

import "strings"

// Code is a part of a formula, which a workbook takes as it is.
type Code string

// formulas repeats a part of a formula for each item of a list, with a sign between: % is the item as a text of the formula, ~%
// as what COUNTIF and its kin look for, where * and ? mean themselves. Of no item it is 0.
func formulas(c call) any {
	l, pattern, sign := c.list(0), c.str(1), "+"
	if len(c.args) > 2 {
		sign = c.str(2)
	}
	var parts []string
	for i := 0; i < l.len() && !c.Step(1); i++ {
		item := c.String(l.at(i))
		wild := strings.NewReplacer("~", "~~", "*", "~*", "?", "~?").Replace(item)
		parts = append(parts, strings.NewReplacer("~%", quotedCode(wild), "%", quotedCode(item)).Replace(pattern))
	}
	if len(parts) == 0 {
		return Code("0")
	}
	return Code(strings.Join(parts, sign))
}

// quotedCode is a text within a formula.
func quotedCode(s string) string { return `"` + strings.ReplaceAll(s, `"`, `""`) + `"` }
