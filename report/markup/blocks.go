package markup

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Block is a paragraph of a text of the data, or an item of a list. Its lines from From to To are one run of inline text.
type Block struct {
	From, To int
	Item     bool
	Label    string // of an item that is numbered or lettered, as typed: 1. or a) or (2); "" takes the list's bullet
	Depth    int    // of an item: white before it
	Loose    bool   // a blank line stands before it
}

// Blocks reads the paragraphs and lists of a text: paragraphs part at blank lines, and an item begins with `- `. So it does
// with what word processors put before items when a list is copied: • and other bullets always; –, *, +, o, numbers and
// letters where more than one item shows that it is a list.
func Blocks(s string) []Block {
	lines := readLines(s)
	settle(s, lines)
	var out []Block
	loose := false
	for i := range lines {
		l := &lines[i]
		switch {
		case l.blank():
			loose = true
			continue
		case l.item:
			b := Block{From: l.rest, To: l.to, Item: true, Depth: l.depth, Loose: loose}
			if l.number > 0 || strings.ContainsAny(string(l.form), ticks) {
				b.Label = s[l.from:l.sign]
			}
			out = append(out, b)
		case loose || len(out) == 0:
			out = append(out, Block{From: l.from, To: l.to, Loose: loose})
		default:
			out[len(out)-1].To = l.to
		}
		loose = false
	}
	return out
}

// line is one line of a text. Its sign is what may be a list marker at its start.
type line struct {
	from, to int // without white space at both ends
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

// form is the shape of a list marker: items of one list have the same.
type form string

const (
	noMarker form = ""
	bullet   form = "•"
)

func readLines(s string) []line {
	var lines []line
	for at := 0; at < len(s); {
		end := len(s)
		if n := strings.IndexByte(s[at:], '\n'); n >= 0 {
			end = at + n
		}
		l := line{from: at, to: end}
		for l.from < l.to && Space(s[l.from]) {
			l.from++
		}
		for l.to > l.from && Space(s[l.to-1]) {
			l.to--
		}
		l.white = indent(s[at:l.from])
		l.depth = l.white
		l.marker(s)
		lines = append(lines, l)
		at = end + 1
	}
	return lines
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
	prev, last := -1, -1 // the line before that is not blank, and the item that it belongs to
	for i := range lines {
		l := &lines[i]
		if l.blank() {
			continue
		}
		apart := i > 0 && lines[i-1].blank()
		switch {
		case l.sure:
			l.item = true
		case l.form == noMarker:
		case last >= 0 && lines[last].leadsTo(l), last >= 0 && last == prev && !apart && l.white <= lines[last].white:
			l.item = true
		default:
			l.item = prev >= 0 && s[lines[prev].to-1] == ':' || another(lines, i) && (prev < 0 || apart || !month(s[l.rest:l.to]))
		}
		if l.item {
			last = i
		} else if apart {
			last = -1
		}
		prev = i
	}
}

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
		case next.form == noMarker && !next.blank() && lines[k-1].blank():
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
