package compose

import (
	"strconv"

	"konzept/report/diag"
	"konzept/report/doc"
	"konzept/report/markup"
)

// firstUse is the anchor of the first paragraph that uses a word, or "". The paragraphs of the list that asks, such as a
// glossary, do not count: only what stands before the first question. Nor do phrases in which the word means something
// else.
func (x *expander) firstUse(word string, except []string) string {
	if x.used < 0 {
		x.used = len(x.prose)
	}
	if word == "" {
		return ""
	}
	for i, p := range x.prose[:x.used] {
		if x.Step(1) {
			return ""
		}
		if !markup.Uses(doc.Plain(p.Inlines), word, except) {
			continue
		}
		if p.Anchor == "" {
			p.Anchor = x.newAnchor("use-"+strconv.Itoa(i), diag.Span{})
		}
		return p.Anchor
	}
	return ""
}
