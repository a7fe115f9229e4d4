package markup

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// inflection is how many letters a word may have at its end beyond the one looked for: Handlungsfeld, Handlungsfeldes.
const inflection = 2

// without takes phrases out of a text.
func without(s string, phrases []string) string {
	for _, p := range phrases {
		if p != "" {
			s = strings.ReplaceAll(s, p, " ")
		}
	}
	return s
}

// Uses tells whether a text holds a word, perhaps inflected, outside of phrases in which it means something else.
func Uses(s, word string, except []string) bool {
	s = without(s, except)
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
