package prose

import (
	"strings"
	"unicode/utf8"

	"konzept/report/diag"
)

// form remembers the first way in which something was written in the project; what is written otherwise is a finding.
type form struct {
	shape, written string
	at             diag.Span
}

// forms are the ways of writing of a project: one for each kind of value.
type forms struct{ numbers, dates, phones form }

// meet compares a way of writing with the first one.
func (p *prose) meet(first *form, shape string, from, to int) {
	written, at := p.text[from:to], p.place(from, to)
	switch {
	case first.shape == "":
		*first = form{shape, written, at}
	case first.shape != shape:
		firstHere(p.find("mixed-forms", from, to, written, first.written), first.at)
	}
}

// figures looks at the number that begins here: how its thousands are parted, whether its date has zeros, how its area
// code stands off. English texts write otherwise.
func (p *prose) figures() {
	if before := p.byteAt(-1); p.english || isLetter(before) || strings.IndexByte(".,:/-", before) >= 0 {
		return
	}
	switch {
	case p.text[p.i] == '0' && p.announced():
		if !p.c.Corrected.Phones {
			p.phone()
		}
	case !p.date() && !p.c.Corrected.Numbers:
		p.grouped()
	}
}

// digits is the end of the figures at i.
func (p *prose) digits(i int) int {
	for i < len(p.text) && p.text[i] >= '0' && p.text[i] <= '9' {
		i++
	}
	return i
}

// date looks at 3.4.2024 and 03.04.2024. A date without small numbers has both forms.
func (p *prose) date() bool {
	day := p.digits(p.i)
	if day-p.i > 2 || !strings.HasPrefix(p.text[day:], ".") {
		return false
	}
	month := p.digits(day + 1)
	if n := month - day - 1; n < 1 || n > 2 || !strings.HasPrefix(p.text[month:], ".") {
		return false
	}
	end := p.digits(month + 1)
	if !isYear(p.text[month+1 : end]) {
		return false
	}
	switch {
	case p.c.Corrected.Dates:
	case day-p.i == 1 || month-day == 2:
		p.meet(&p.c.forms.dates, "bare", p.i, end)
	case p.text[p.i] == '0' || p.text[day+1] == '0':
		p.meet(&p.c.forms.dates, "padded", p.i, end)
	}
	return true
}

// grouped looks at 12.500 Euro and 12 500 Euro; only before what is counted is it sure that this is one number.
func (p *prose) grouped() {
	end := p.digits(p.i)
	if end-p.i > 3 {
		return
	}
	sign := ""
	for {
		r, n := utf8.DecodeRuneInString(p.text[end:])
		if r != '.' && r != ' ' && r != '\u00a0' && r != '\u202f' || p.digits(end+n) != end+n+3 {
			break
		}
		if sign = "."; r != '.' {
			sign = " "
		}
		end += n + 3
	}
	if sign != "" && counts(p.text[end:]) {
		p.meet(&p.c.forms.numbers, sign, p.i, end)
	}
}

// counts tells whether a text goes on with decimals or not, a space, and something that is counted.
func counts(rest string) bool {
	if strings.HasPrefix(rest, ",") {
		rest = strings.TrimLeft(rest[1:], "0123456789")
	}
	rest = strings.TrimLeft(rest, " \u00a0\u202f")
	for _, w := range [...]string{"€", "Euro", "EUR", "Einwohner", "Personen", "Menschen", "Stimmen", "Haushalte", "Besuche", "Quadratmeter", "m²", "km²", "ha "} {
		if strings.HasPrefix(rest, w) {
			return true
		}
	}
	return false
}

// announced tells whether a word before says that a telephone number follows.
func (p *prose) announced() bool {
	before := strings.TrimRight(p.text[:p.i], " :.(\u00a0")
	for _, w := range [...]string{"Tel", "Telefon", "Fon", "Fax", "Telefax", "Mobil"} {
		if rest, ok := strings.CutSuffix(before, w); ok && (rest == "" || !isLetter(rest[len(rest)-1])) {
			return true
		}
	}
	return false
}

// phone looks at 06233 89-0, 06233/89-0 and (06233) 89-0.
func (p *prose) phone() {
	end := p.digits(p.i)
	shape := "06233 89-0"
	switch {
	case p.byteAt(-1) == '(' && strings.HasPrefix(p.text[end:], ")"):
		shape = "(06233) 89-0"
	case strings.HasPrefix(strings.TrimLeft(p.text[end:], " "), "/"):
		shape = "06233/89-0"
	case strings.HasPrefix(p.text[end:], "-"):
		shape = "06233-89-0"
	case end-p.i > 6:
		return
	}
	to := end + len(p.text[end:]) - len(strings.TrimLeft(p.text[end:], ") /-0123456789"))
	p.meet(&p.c.forms.phones, shape, p.i, len(strings.TrimRight(p.text[:to], ") /-")))
}
