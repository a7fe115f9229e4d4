package figure

import (
	"strings"
	"unicode/utf8"
)

// heard is how many letters an alternative text may have. It is read in one go: nobody can go back within it, which a table
// of the same values allows.
const heard = 300

func signs(s string) int { return utf8.RuneCountInString(s) }

// Heard is the alternative text. Data that are too many to be heard stand elsewhere in words: where tells so, and if it is
// empty the text is not the whole.
func (r *Result) Heard(where string) (alt string, whole bool) {
	switch {
	case r.Values == "":
		return r.Alt, true
	case signs(r.Alt)+1+signs(r.Values) <= heard:
		return r.Alt + " " + r.Values, true
	case where != "":
		return r.Alt + " " + where, true
	}
	return r.Alt, false
}

// spoken is a sentence with as many of its clauses as can be heard, always with the first. A fifth is left for where the
// data stand.
func spoken(s string, clauses ...string) string {
	for i, c := range clauses {
		if i > 0 && signs(s)+signs(c) >= heard*4/5 {
			break
		}
		s += c
	}
	return s + "."
}

// beginning is a text of at most n letters, cut between words.
func beginning(s string, n int) string {
	if signs(s) <= n {
		return s
	}
	cut := string([]rune(s)[:n-2])
	if i := strings.LastIndex(cut, " "); i > 0 {
		cut = cut[:i]
	}
	return cut + " …"
}

// brief is a list of names, or how many they are.
func (c *canvas) brief(names []string) string {
	if all := c.also(names); len(names) == 1 || signs(all) <= heard/3 {
		return all
	}
	return c.tell("%d Einträge", "%d entries", len(names))
}

// mostLetters is how wide the columns of a table may be: their longest words, in letters. A page that stands upright holds
// about 90 letters of a table, and columns need white between them.
const mostLetters = 75

// Narrow tells whether the data as a table find room on a page.
func (r *Result) Narrow() bool { return narrow(r.Rows) }

func narrow(rows [][]string) bool {
	widths := map[int]int{}
	for _, row := range rows {
		for i, cell := range row {
			for _, w := range strings.Fields(cell) {
				widths[i] = max(widths[i], signs(w))
			}
		}
	}
	sum := 0
	for _, w := range widths {
		sum += w
	}
	return sum <= mostLetters
}
