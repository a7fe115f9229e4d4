package eval

import (
	"unicode/utf8"

	"konzept/report/format"
	"konzept/report/model"
)

// sentences are the sentences of a text, each a text of its own: simple language prints one a line (DIN SPEC 33429).
func sentences(c call) any {
	t, ok := c.args[0].(model.TextValue)
	if !ok {
		t = model.TextValue{{Text: c.str(0), At: c.at}}
	}
	s, at, ok := t.Best(c.Format.Lang)
	if !ok {
		return nil
	}
	var all []model.TextValue
	for _, one := range format.Sentences(s) {
		all = append(all, model.TextValue{{Lang: c.Format.Lang, Text: one, At: at}})
	}
	return all
}

// excerpt is as many of a text's first sentences as have so many characters together; at least one.
func excerpt(c call) any {
	all, _ := sentences(c).([]model.TextValue)
	left := int(c.int(1, 0))
	for i, one := range all {
		s, _, _ := one.Best(c.Format.Lang)
		if left -= utf8.RuneCountInString(s) + 1; left < 0 && i > 0 {
			return all[:i]
		}
	}
	if len(all) == 0 {
		return nil
	}
	return all
}
