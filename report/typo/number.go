package typo

import (
	"slices"
	"strings"
	"unicode"
)

// figure handles a number at its first figure and goes on after what it has read.
func (p *Polisher) figure(i int) int {
	if i > 0 && (isWord(p.s[i-1]) && !p.has(i-2, noBreak) && !p.has(i-3, narrow) || p.s[i-1] == '.' || p.s[i-1] == ',' || p.s[i-1] == '-' || p.s[i-1] == '/') {
		return i + p.figures(i)
	}
	if p.s[i] == '0' {
		if next := p.phone(i); next > i {
			return next
		}
	}
	n := p.figures(i)
	if next := p.date(i, n); next > i {
		return next
	}
	if next := p.grouped(i, n); next > i {
		return next
	}
	return p.multiply(i + n)
}

// date closes up „27. 06. 2012“; every written month is left to the space rules.
func (p *Polisher) date(i, n int) int {
	if n > 2 || !p.has(i+n, ". ") {
		return i
	}
	m := p.figures(i + n + 2)
	month := i + n + 2
	if m == 0 || m > 2 || !p.has(month+m, ".") {
		return i
	}
	year := month + m + 1
	if p.has(year, " ") {
		year++
	}
	y := p.figures(year)
	if y != 2 && y != 4 {
		return i
	}
	p.edit(Spaces, i+n+1, i+n+2, "")
	if year > month+m+1 {
		p.edit(Spaces, year-1, year, "")
	}
	return year + y
}

// counted are words that make a bare number one to be grouped: without them it may be a postcode or a key.
var counted = []string{"€", "Euro", "EUR", "Menschen", "Personen", "Einwohner", "Einwohnerinnen", "Einwohnende", "Exemplare", "Haushalte", "Besuche", "Kinder", "Mitglieder", "m²", "km²", "Stück"}

// grouped writes a number in the project's groups of three: one that has groups in any manner, or a bare one of five or
// more figures before a word for what is counted (DIN 5008).
func (p *Polisher) grouped(i, n int) int {
	if p.english || n == 0 || p.s[i] == '0' {
		return i
	}
	end, figures, seps := i+n, n, 0
	if n <= 3 {
		for sep := p.separator(end); sep > 0 && p.figures(end+sep) == 3; sep = p.separator(end) {
			end += sep + 3
			figures += 3
			seps++
		}
	}
	next := p.after(end)
	if letter(next) || next == '-' || next == '/' || (next == '.' || next == ',' || next == ':') && unicode.IsDigit(p.after(end+1)) && next != ',' {
		return i
	}
	if seps == 0 && (figures < 5 || !p.counts(end)) || seps > 0 && p.s[i+n] == ' ' && !p.counts(end) {
		return i
	}
	if figures == 4 && p.style.Thousands != "." {
		return i // DIN 5008 leaves four figures as they are
	}
	bare := make([]byte, 0, figures)
	for k := i; k < end; k++ {
		if isFigure(p.s[k]) {
			bare = append(bare, p.s[k])
		}
	}
	var b strings.Builder
	for k, c := range bare {
		if k > 0 && (len(bare)-k)%3 == 0 {
			b.WriteString(p.style.Thousands)
		}
		b.WriteByte(c)
	}
	return p.edit(Numbers, i, end, b.String())
}

// separator is the length of a sign between groups of figures at i, or 0.
func (p *Polisher) separator(i int) int {
	for _, s := range []string{".", " ", noBreak, narrow, "'", "’"} {
		if p.has(i, s) {
			return len(s)
		}
	}
	return 0
}

// counts tells whether a word for what is counted stands behind the number that ends at i.
func (p *Polisher) counts(i int) bool {
	for _, s := range []string{" ", noBreak, narrow} {
		if p.has(i, s) {
			i += len(s)
			break
		}
	}
	return slices.ContainsFunc(counted, func(w string) bool { return p.has(i, w) && !unicode.IsLetter(p.after(i+len(w))) })
}

// multiply sets „210 x 297“ with the sign of multiplication; the number before it ends at i.
func (p *Polisher) multiply(i int) int {
	if p.has(i, " x ") && i+3 < len(p.s) && isFigure(p.s[i+3]) {
		return p.edit(NoBreaks, i, i+3, noBreak+"×"+noBreak)
	}
	return i
}

// sign handles %, ( and + that touch a number.
func (p *Polisher) sign(i int) int {
	switch p.s[i] {
	case '%':
		if !p.english && p.style.Percent != "" && i > 0 && isFigure(p.s[i-1]) {
			p.edits = append(p.edits, edit{i, i, p.style.Percent, NoBreaks})
		}
	case '(', '+':
		if next := p.phone(i); next > i {
			return next
		}
	}
	return i + 1
}

// unitAfter parts a number from a unit that touches it: 5€.
func (p *Polisher) unitAfter(i, n int) int {
	if !p.english && i > 0 && isFigure(p.s[i-1]) {
		p.edits = append(p.edits, edit{i, i, noBreak, NoBreaks})
	}
	return i + n
}

// phone writes a telephone number as DIN 5008 wants it: a space after the area code, a hyphen before the extension, and no
// break within. It returns i if there is none.
func (p *Polisher) phone(i int) int {
	k := i
	bracket := p.s[k] == '('
	if bracket {
		k++
	}
	area, end := p.areaCode(k)
	if area < 3 {
		return i
	}
	k = end
	if bracket {
		if !p.has(k, ")") {
			return i
		}
		k++
	}
	from := k // what stands between code and number
	for p.has(k, " ") || p.has(k, "/") || p.has(k, noBreak) || p.has(k, "-") && !bracket && from == k {
		_, size := rune(0), 1
		if p.has(k, noBreak) {
			size = len(noBreak)
		}
		k += size
	}
	n := p.figures(k)
	if k == from && !bracket || k-from > 4 || n < 2 || p.s[end-1] == '-' {
		return i
	}
	if isFigure(p.s[i]) && p.has(k+n, ".") && p.figures(k+n+1) > 0 {
		return i // a date or a grouped number
	}
	if bracket {
		p.edit(Phones, i, i+1, "")
		p.edit(Phones, end, k, noBreak)
		return p.restOfPhone(k + n)
	}
	p.edit(Phones, from, k, noBreak)
	return p.restOfPhone(k + n)
}

// areaCode counts the figures of a code at k: 06233, or +49 6233.
func (p *Polisher) areaCode(k int) (figures, end int) {
	if p.has(k, "+") {
		n := p.figures(k + 1)
		if n < 1 || n > 3 || !p.has(k+1+n, " ") {
			return 0, k
		}
		m := p.figures(k + 2 + n)
		if m < 2 || m > 5 {
			return 0, k
		}
		p.edit(Phones, k+1+n, k+2+n, noBreak)
		return m + 1, k + 2 + n + m
	}
	n := p.figures(k)
	if n < 3 || n > 6 || p.s[k] != '0' || p.has(k, "00") {
		return 0, k
	}
	return n, k + n
}

// restOfPhone passes over further groups and the extension.
func (p *Polisher) restOfPhone(i int) int {
	for {
		switch {
		case p.has(i, "-") && p.figures(i+1) > 0:
			i += 1 + p.figures(i+1)
		case p.has(i, " - ") && p.figures(i+3) > 0:
			p.edit(Phones, i, i+3, "-")
			i += 3 + p.figures(i+3)
		case p.has(i, " ") && p.figures(i+1) >= 2 && p.figures(i+1) <= 4:
			p.edit(Phones, i, i+1, noBreak)
			i += 1 + p.figures(i+1)
		default:
			return i
		}
	}
}
