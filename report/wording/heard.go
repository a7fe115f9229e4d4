package wording

import (
	"strings"
	"unicode/utf8"
)

// MostHeard is how many letters an alternative text may have. It is read in one go: nobody can go back within it, which a table
// of the same values allows.
const MostHeard = 300

// Letters is how long a text is.
func Letters(s string) int { return utf8.RuneCountInString(s) }

// Spoken is a sentence with as many of its clauses as can be heard, always with the first. A fifth is left for where the
// data stand.
func Spoken(s string, clauses ...string) string {
	for i, c := range clauses {
		if i > 0 && Letters(s)+Letters(c) >= MostHeard*4/5 {
			break
		}
		s += c
	}
	return s + "."
}

// beginning is a text of at most n letters, cut between words.
func beginning(s string, n int) string {
	if Letters(s) <= n {
		return s
	}
	cut := string([]rune(s)[:n-2])
	if i := strings.LastIndex(cut, " "); i > 0 {
		cut = cut[:i]
	}
	return cut + " …"
}

// mostLetters is how wide the columns of a table may be: their longest words, in letters. A page that stands upright holds
// about 90 letters of a table, and columns need white between them.
const mostLetters = 75

// Narrow tells whether rows of cells find room on a page as a table.
func Narrow(rows [][]string) bool {
	widths := map[int]int{}
	for _, row := range rows {
		for i, cell := range row {
			for _, w := range strings.Fields(cell) {
				widths[i] = max(widths[i], Letters(w))
			}
		}
	}
	sum := 0
	for _, w := range widths {
		sum += w
	}
	return sum <= mostLetters
}
