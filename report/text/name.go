package text

import (
	"slices"
	"unicode"
)

// courtesies stand before the name of a person, which no hyphen parts: Frau Schneider, Dr. Anna Schneider.
var courtesies = [][]rune{[]rune("Herr"), []rune("Herrn"), []rune("Frau"), []rune("Dr."), []rune("Prof."), []rune("Hr."), []rune("Fr."),
	[]rune("Mr"), []rune("Mrs"), []rune("Ms"), []rune("Mr."), []rune("Mrs."), []rune("Ms."), []rune("Dr")}

// maxName is how long a word with hyphens is looked at: longer ones are no names.
const maxName = 48

// isName tells whether the word at at is part of the first or second with a capital behind a courtesy.
func isName(runes []rune, at int) bool {
	if at = chunk(runes, at); at > 0 && !gap(runes[at-1]) {
		return false
	}
	for range 2 {
		if !unicode.IsUpper(runes[at]) {
			return false
		}
		end := at
		for end > 0 && gap(runes[end-1]) {
			end--
		}
		from := chunk(runes, end)
		if slices.ContainsFunc(courtesies, func(c []rune) bool { return slices.Equal(c, runes[from:end]) }) {
			return true
		}
		if from == end || !unicode.IsLetter(runes[end-1]) {
			return false
		}
		at = from
	}
	return false
}

// chunk is where the text without spaces begins that ends at end, or maxName before it.
func chunk(runes []rune, end int) int {
	from := end
	for from > 0 && end-from < maxName && !gap(runes[from-1]) {
		from--
	}
	return from
}

// gap tells whether a rune parts a title from a name.
func gap(r rune) bool { return r == '\u00a0' || kindOf(r).space() }
