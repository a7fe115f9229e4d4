// Package microtype sets the small things right that typists leave to the typesetter: quotation marks, dashes, ranges, spaces
// that must not break, minus signs, ellipses, the figures of numbers, dates and telephone numbers, in German and English.
//
// It knows strings alone and says what to change; package proofread runs it over documents. It never drops,
// moves or replaces a letter or a figure, and it leaves alone what it is not sure of.
package microtype

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Spaces that do not break (DIN 5008:2020, 9 and 10).
const (
	noBreak = "\u00a0"
	narrow  = "\u202f"
)

// Object stands in a text for what is no text, such as a drawn sign: rules see it and leave the spaces about it.
const Object = '\ufffc'

const (
	enDash   = "–"
	minus    = "\u2212"
	ellipsis = "…"
)

// Style is a project's way of writing in one language.
type Style struct {
	English   bool
	Quotes    Quotes
	Thousands string // between groups of three figures
	Regroup   bool   // numbers that are grouped otherwise take Thousands too
	Percent   string // before the percent sign
	PadDates  bool   // 3.4.2024 becomes 03.04.2024
	Phone     Phone
}

// Quotes are the outer marks and those within.
type Quotes struct{ Open, Close, InnerOpen, InnerClose rune }

// QuotesOf are the marks of a project's style, such as »«; of any other word those of the language.
func QuotesOf(marks string, english bool) Quotes {
	switch {
	case english:
		return Quotes{'“', '”', '‘', '’'}
	case marks == "»«":
		return Quotes{'»', '«', '›', '‹'}
	case marks == "«»":
		return Quotes{'«', '»', '‹', '›'}
	}
	return Quotes{'„', '“', '‚', '‘'}
}

// Phone is how an area code is separated from the number behind it.
type Phone uint8

const (
	PhoneAny     Phone = iota // as it is written
	PhoneDIN                  // 06233 89-350 (DIN 5008:2020, 12.1)
	PhoneSlash                // 06233/89-350
	PhoneBracket              // (06233) 89-350
)

// Rule is what an edit is for.
type Rule uint8

// The rules. From Number on they touch the form of values, which texts that are quoted word for word keep.
const (
	Quote Rule = iota
	Apostrophe
	Dash
	Range
	Space
	Minus
	Ellipsis
	Number
	Date
	Telephone
)

// OfValues tells whether a rule changes how a value is written, rather than marks and spaces.
func (r Rule) OfValues() bool { return r >= Number }

// Words names a rule in German and in English.
func (r Rule) Words() (de, en string) {
	w := [...][2]string{Quote: {"Anführungszeichen", "quotation mark"}, Apostrophe: {"Apostroph", "apostrophe"}, Dash: {"Gedankenstrich", "dash"},
		Range: {"Bis-Strich", "range"}, Space: {"Abstand", "space"}, Minus: {"Minuszeichen", "minus sign"}, Ellipsis: {"Auslassungspunkte", "ellipsis"},
		Number: {"Zahl", "number"}, Date: {"Datum", "date"}, Telephone: {"Rufnummer", "telephone number"}}[r]
	return w[0], w[1]
}

// Edit is one change: the bytes From to To become New.
type Edit struct {
	From, To int
	New      string
	Rule     Rule
}

// passage is a text and how it is to be written. It tells what stands at a place and before and behind it.
type passage struct {
	text  string
	style *Style
}

// quotation finds out what the quotation marks of a passage are, and sets those that it is sure of.
type quotation struct {
	*passage
	marks []quoteMark
	open  []int // those that nothing has closed yet
	put   func(from, to int, sign string, rule Rule)
}

// Setter finds what to change. It uses its buffers again, so that a text with nothing to change allocates nothing. It must not be copied after
// its first use.
type Setter struct {
	passage
	quotes quotation
	edits  []Edit
	count  int // behind the last number that a unit may follow
	short  int // behind the last abbreviation of several words

	again  *Setter // looks at what became of the text
	second bool    // is that one
}

// Edits returns the changes of a text in order; none overlaps another. The slice holds until the next call.
func (s *Setter) Edits(text string, style *Style) []Edit {
	s.text, s.style, s.count, s.short = text, style, -1, -1
	s.edits = s.edits[:0]
	if s.quotes.put == nil {
		s.quotes = quotation{passage: &s.passage, put: s.put}
	}
	s.quotes.marks, s.quotes.open = s.quotes.marks[:0], s.quotes.open[:0]
	for i := 0; i < len(text); {
		if dull[text[i]] {
			i++
			continue
		}
		i = s.at(i)
	}
	if n := len(s.quotes.marks); n > 0 && n <= maxMarks {
		s.quotes.settle()
		slices.SortStableFunc(s.edits, func(a, b Edit) int { return a.From - b.From })
	}
	if len(s.edits) > 0 && !s.second && !s.settled() {
		return nil
	}
	return s.edits
}

// settled tells whether the changes lie in order and a second pass would change nothing. A text that it would change again, such as x or
// 010 1.000, is not understood, and stays.
func (s *Setter) settled() bool {
	at := 0
	for _, e := range s.edits {
		if e.From < at {
			return false
		}
		at = e.To
	}
	if s.again == nil {
		s.again = &Setter{second: true}
	}
	return len(s.again.Edits(Apply(s.text, s.edits), s.style)) == 0
}

// maxMarks is how many quotation marks and apostrophes are paired in one text; pairing takes the square of their number.
const maxMarks = 4096

// Apply carries out edits.
func Apply(text string, edits []Edit) string {
	var b strings.Builder
	at := 0
	for _, e := range edits {
		b.WriteString(text[at:e.From])
		b.WriteString(e.New)
		at = e.To
	}
	b.WriteString(text[at:])
	return b.String()
}

// dull are the bytes at which no rule begins.
var dull = dullBytes()

func dullBytes() (d [256]bool) {
	for i := range d {
		d[i] = !strings.ContainsRune(" .,-\"'`(+0123456789", rune(i)) || i > utf8.RuneSelf
	}
	d[0xC2], d[0xE2] = false, false // § « » and the no-break space; dashes, quotation marks, other spaces
	return d
}

// at looks at the sign at i and returns where to go on.
func (s *Setter) at(i int) int {
	switch b := s.text[i]; {
	case b == ' ':
		return s.gap(i)
	case digit(b):
		return s.figures(i)
	case b == '.':
		return s.stop(i)
	case b == '-':
		return s.hyphen(i)
	case b == '(' || b == '+':
		return s.dialled(i)
	case b == ',':
		return s.commas(i)
	case b < utf8.RuneSelf && s.stroke(i) > 3: // a row of strokes
		return i + s.stroke(i)
	case b == '\'' && s.byteAt(i+1) == '\'' && !quoteRune(s.before(i)) && !quoteRune(s.after(i+2)):
		s.quotes.add(i, '”', 2) // two strokes of a typewriter
		return i + 2
	case b < utf8.RuneSelf:
		s.quotes.add(i, rune(b), 1)
		return i + 1
	}
	r, n := utf8.DecodeRuneInString(s.text[i:])
	switch {
	case blank(r):
		return s.gap(i)
	case r == '§':
		return s.section(i)
	case r == '–' || r == '—':
		return s.dash(i, r, n)
	case quoteRune(r):
		s.quotes.add(i, r, n)
	}
	return i + n
}

// stroke is how often the byte at i comes in a row.
func (s *Setter) stroke(i int) int {
	n := 1
	for s.byteAt(i+n) == s.text[i] {
		n++
	}
	return n
}

// put notes a change, unless it changes nothing.
func (s *Setter) put(from, to int, to_ string, rule Rule) {
	if s.text[from:to] != to_ {
		s.edits = append(s.edits, Edit{from, to, to_, rule})
	}
}

// before is the character in front of i, or 0.
func (p *passage) before(i int) rune {
	if i == 0 {
		return 0
	}
	r, _ := utf8.DecodeLastRuneInString(p.text[:i])
	return r
}

// after is the character at i, or 0.
func (p *passage) after(i int) rune {
	if i >= len(p.text) {
		return 0
	}
	r, _ := utf8.DecodeRuneInString(p.text[i:])
	return r
}

func (p *passage) byteAt(i int) byte {
	if i < 0 || i >= len(p.text) {
		return 0
	}
	return p.text[i]
}

func digit(b byte) bool { return b >= '0' && b <= '9' }

// wordRune tells whether a character is part of a word or number.
func wordRune(r rune) bool {
	if r < utf8.RuneSelf {
		return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || r == '_'
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) || r == '\u00ad'
}

// blank tells whether a character is a space within a line, breaking or not.
func blank(r rune) bool {
	return r == ' ' || r == '\u00a0' || r == '\u202f' || r == '\u2009' || r == '\u200a' || r == '\u2007'
}

// spaced tells whether a character is any space or there is none.
func spaced(r rune) bool { return r == 0 || blank(r) || unicode.IsSpace(r) }

// blanks is the end of the spaces that begin at i.
func (p *passage) blanks(i int) int {
	for i < len(p.text) {
		if p.text[i] == ' ' {
			i++
			continue
		}
		if p.text[i] != 0xC2 && p.text[i] != 0xE2 {
			break
		}
		r, n := utf8.DecodeRuneInString(p.text[i:])
		if !blank(r) {
			break
		}
		i += n
	}
	return i
}
