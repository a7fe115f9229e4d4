package compose

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"konzept/report/diag"
	"konzept/report/doc"
)

// inflection is how many letters a word may have at its end beyond the one looked for: Handlungsfeld, Handlungsfeldes.
const inflection = 2

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
		if !uses(without(doc.Plain(p.Inlines), except), word) {
			continue
		}
		if p.Anchor == "" {
			p.Anchor = x.mark("use-"+strconv.Itoa(i), diag.Span{})
		}
		return p.Anchor
	}
	return ""
}

// without takes phrases out of a text.
func without(s string, phrases []string) string {
	for _, p := range phrases {
		if p != "" {
			s = strings.ReplaceAll(s, p, " ")
		}
	}
	return s
}

// uses tells whether a text holds a word, perhaps inflected.
func uses(s, word string) bool {
	for from := 0; ; {
		i := strings.Index(s[from:], word)
		if i < 0 {
			return false
		}
		start, end := from+i, from+i+len(word)
		before, _ := utf8.DecodeLastRuneInString(s[:start])
		n := 0
		for _, r := range s[end:] {
			if !unicode.IsLetter(r) {
				break
			}
			n++
		}
		if !unicode.IsLetter(before) && n <= inflection {
			return true
		}
		from = end
	}
}
