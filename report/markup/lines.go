package markup

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// line is one line of a text. Its sign is what may be a list marker at its start.
type line struct {
	from, to int // without white space at both ends, and without the sign of a quotation
	quote    int // which quotation of the text it stands in, from 1; 0: in none
	title    int // of a subheading: how many # it has
	table    int // of a table's rows: how many lines the table has from here
	note     int // end of [^1]: before the text of a footnote
	white    int // before it
	depth    int // of the item: its white, and what its mark says
	form     form
	sign     int // end of the mark
	rest     int // what stands behind it
	number   int // of a numbered or lettered mark
	roman    int // of i, v and x, which are letters too
	sure     bool
	item     bool
}

func (l *line) blank() bool { return l.from == l.to }

// own tells whether a line is read for itself, so that no paragraph goes on in it or after it.
func (l *line) own() bool { return l.title > 0 || l.table > 0 }

// scan reads the lines of a text and what each of them is.
func scan(s string, p Place) []line {
	lines := readLines(s, p)
	settle(s, lines)
	if p == Long {
		tables(s, lines)
	}
	return lines
}

// form is the shape of a list marker: items of one list have the same.
type form string

const (
	noMarker form = ""
	bullet   form = "•"
)

func readLines(s string, p Place) []line {
	var lines []line
	quotes := 0
	for at := 0; at < len(s); {
		end := len(s)
		if n := strings.IndexByte(s[at:], '\n'); n >= 0 {
			end = at + n
		}
		l := line{from: at, to: end}
		l.trim(s)
		if p == Long && l.quoted(s, lines) {
			if quotes == 0 || lines[len(lines)-1].quote == 0 {
				quotes++
			}
			l.quote = quotes
			at = l.from + 1
			l.from++
			l.trim(s)
		}
		l.white = indent(s[at:l.from])
		l.depth = l.white
		switch text := s[l.from:l.to]; {
		case p == Long && strings.HasPrefix(text, "#") && heading.MatchString(text):
			l.heading(s)
		case p == Long && strings.HasPrefix(text, "[^") && len(noteText.FindString(text))%len(text) > 0:
			l.note = l.from + len(noteText.FindString(text))
		default:
			l.marker(s)
		}
		lines = append(lines, l)
		at = end + 1
	}
	return lines
}

func (l *line) trim(s string) {
	for l.from < l.to && Space(s[l.from]) {
		l.from++
	}
	for l.to > l.from && Space(s[l.to-1]) {
		l.to--
	}
}

// heading reads a subheading: # signs before it, and perhaps after it.
func (l *line) heading(s string) {
	text := s[l.from:l.to]
	l.title = len(text) - len(strings.TrimLeft(text, "#"))
	l.sign = l.from + l.title
	l.rest = l.sign
	for Space(s[l.rest]) {
		l.rest++
	}
	if tail := strings.TrimRight(s[l.rest:l.to], "#"); tail != "" && Space(tail[len(tail)-1]) {
		l.to = l.rest + len(strings.TrimRight(tail, " \t"))
	}
}

// quoted tells whether a line belongs to a quotation: > before it, where a paragraph may begin or in a quotation. Before a
// number the sign means "more than", unless it goes on with a quotation.
func (l *line) quoted(s string, before []line) bool {
	text := s[l.from:l.to]
	if !strings.HasPrefix(text, ">") {
		return false
	}
	if n := len(before) - 1; n >= 0 && before[n].quote > 0 {
		return true
	} else if n >= 0 && !before[n].blank() && s[before[n].to-1] != ':' {
		return false
	}
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(text[1:], " \t"))
	return unicode.IsLetter(r) || r != utf8.RuneError && strings.ContainsRune("„“‚»«›‹\"'*_[-–•#|(…", r)
}

// indent is the white before a line; a tab is four blanks.
func indent(white string) (n int) {
	for _, c := range white {
		if n++; c == '\t' {
			n += 3
		}
	}
	return n
}

// bullets are signs that stand before an item and nowhere else at a line's start.
const bullets = "•‣◦▪▫■□●○∙⁃➢➤►▶·"

// ticks are signs of items that say something and are printed as they stand.
const ticks = "✓✔☐☑☒✗"

// marker looks for a list marker at the start of a line.
func (l *line) marker(s string) {
	text := s[l.from:l.to]
	r, n := utf8.DecodeRuneInString(text)
	switch {
	case strings.ContainsRune(bullets, r) || SymbolFont(r):
		l.form, l.sure = bullet, true
		if strings.ContainsRune("◦○▫", r) { // the second level of word processors, which indent by style and not by white
			l.depth += 2
		} else if strings.ContainsRune("▪■", r) || r == 0xF0A7 {
			l.depth += 4
		}
	case strings.HasPrefix(text, "- "), strings.HasPrefix(text, "-\t"):
		l.form, l.sure = bullet, true
	case strings.ContainsRune("–—*+o", r) && n < len(text) && Space(text[n]):
		l.form = form(text[:n])
		if r == 'o' {
			l.depth += 2
		}
	case strings.ContainsRune(ticks, r):
		l.form, l.sure = form(text[:n]), true
	default:
		n = l.numbered(text)
	}
	if l.form == noMarker {
		return
	}
	l.sign, l.rest = l.from+n, l.from+n
	for l.rest < l.to && (Space(s[l.rest]) || strings.HasPrefix(s[l.rest:], "\u00a0")) {
		_, n := utf8.DecodeRuneInString(s[l.rest:])
		l.rest += n
	}
	if l.rest >= l.to { // nothing behind it
		l.form, l.sure = noMarker, false
	}
}

// SymbolFont tells whether a character belongs to the symbol typefaces of word processors: their bullets, when copied.
func SymbolFont(r rune) bool { return r >= 0xF020 && r <= 0xF0FF }

// numbered looks for 1. 1) (1) a) (a) a. i) at the start of a line and returns the mark's length, or 0.
func (l *line) numbered(text string) int {
	i, shape := 0, "."
	if strings.HasPrefix(text, "(") {
		i, shape = 1, "()"
	}
	word := ordinalWord(text[i:])
	i += len(word)
	if word == "" || i+1 >= len(text) || text[i] != ')' && (text[i] != '.' || shape == "()") || !Space(text[i+1]) && !strings.HasPrefix(text[i+1:], "\u00a0") {
		return 0
	}
	if shape == "." {
		shape = text[i : i+1]
	}
	switch n := ordinal(word); {
	case unicode.IsDigit(rune(word[0])) && n > 0:
		l.form, l.number = form("1"+shape), n
	case len(word) == 1 && (shape != "." || word < "k"):
		l.form, l.number, l.roman = form("a"+shape), int(word[0]-'a')+1, roman(word)
	case shape != "." && roman(word) > 0:
		l.form, l.number, l.roman = form("a"+shape), 1000, roman(word)
	default:
		return 0
	}
	return i + 1
}

// ordinalWord is the number or the letters that a text begins with, as far as they can count items: iii, 12, b.
func ordinalWord(text string) string {
	i := 0
	for i < min(len(text), 4) && (text[i] >= '0' && text[i] <= '9' || text[i] >= 'a' && text[i] <= 'z') {
		i++
	}
	return text[:i]
}

// ordinal reads up to three figures; 0 if a word is something else.
func ordinal(word string) (n int) {
	for _, c := range word {
		if c < '0' || c > '9' || len(word) > 3 {
			return 0
		}
		n = n*10 + int(c-'0')
	}
	return n
}

// roman reads the small numbers that lists are numbered with; 0 if a word is none.
func roman(word string) int {
	for i, w := range [...]string{"i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"} {
		if w == word {
			return i + 1
		}
	}
	return 0
}

// settle decides which marks begin items. One that may stand in running text needs another of its form, with the next
// number, or a list or a colon right before it.
func settle(s string, lines []line) {
	var open openItems
	prev := -1 // the line before that is not blank
	for i := range lines {
		l := &lines[i]
		if l.blank() {
			continue
		}
		apart := i > 0 && (lines[i-1].blank() || lines[i-1].quote != l.quote)
		l.item = l.sure || l.form != noMarker && (open.goesOn(lines, l) || open.below(lines, prev, apart, l) ||
			prev >= 0 && s[lines[prev].to-1] == ':' || another(lines, i) && (prev < 0 || apart || !month(s[l.rest:l.to])))
		switch {
		case l.own():
			open, prev = open[:0], -1
			continue
		case l.item:
			open = append(open.around(lines, l.white+1), i)
		case apart:
			open = open.around(lines, l.white)
		}
		prev = i
	}
}

// openItems are items in which a line may stand, each within the one before.
type openItems []int

// around are the items within which a line stands that has some white before it.
func (o openItems) around(lines []line, white int) openItems {
	for len(o) > 0 && white < lines[o[len(o)-1]].white+2 {
		o = o[:len(o)-1]
	}
	return o
}

// below tells whether a line stands right below the last item, and no deeper.
func (o openItems) below(lines []line, prev int, apart bool, l *line) bool {
	n := len(o) - 1
	return n >= 0 && o[n] == prev && !apart && l.white <= lines[prev].white
}

// goesOn tells whether a line may be the next item of one of the lists that are open.
func (o openItems) goesOn(lines []line, l *line) bool {
	for i := len(o) - 1; i >= 0; i-- {
		if item := &lines[o[i]]; item.leadsTo(l) {
			return true
		} else if item.white <= l.white {
			return false
		}
	}
	return false
}

// within tells whether a paragraph is indented so far that it goes on with an item.
func (l *line) within(item *line) bool { return l.white >= item.white+2 }

// leadsTo tells whether an item may come next after this one.
func (l *line) leadsTo(next *line) bool {
	return l.form == next.form && (l.number == 0 || l.number+1 == next.number || l.roman > 0 && l.roman+1 == next.roman)
}

// another tells whether an item that may come next follows, before a paragraph without a mark.
func another(lines []line, i int) bool {
	for k := i + 1; k < len(lines); k++ {
		switch next := &lines[k]; {
		case next.form == lines[i].form:
			return lines[i].leadsTo(next)
		case next.form == noMarker && !next.blank() && lines[k-1].blank() && !next.within(&lines[i]):
			return false
		}
	}
	return false
}

// month tells whether a text goes on with a month: what stands before is a day, and no item's number.
func month(text string) bool {
	for _, m := range [...]string{"Jan", "Feb", "Mär", "Apr", "Mai", "Jun", "Jul", "Aug", "Sep", "Okt", "Nov", "Dez"} {
		if strings.HasPrefix(text, m) {
			return true
		}
	}
	return false
}
