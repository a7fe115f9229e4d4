package typo

import (
	"bytes"
	"unicode"
	"unicode/utf8"
)

// scan walks over the paragraph once and collects edits. Only a few bytes can begin one; all others are passed by.
func (p *Polisher) scan() {
	p.quotes = p.quotes[:0]
	for i := 0; i < len(p.s); {
		switch c := p.s[i]; {
		case c == ' ':
			i = p.space(i)
		case c >= '0' && c <= '9':
			i = p.figure(i)
		case c == '-':
			i = p.hyphen(i)
		case c == '.':
			i = p.stop(i)
		case c == '"' || c == '\'' || c == '`':
			p.quote(i, rune(c), 1)
			i++
		case c == '%' || c == '(' || c == '+':
			i = p.sign(i)
		case c == ':' || c == '@' || c == 'w':
			i = p.address(i)
		case c == 0xC2 || c == 0xE2:
			r, n := utf8.DecodeRune(p.s[i:])
			i = p.rune(i, r, n)
		default:
			i++
		}
	}
	p.pair()
}

// edit replaces from to to, unless that changes nothing, and goes on after it.
func (p *Polisher) edit(rule Rule, from, to int, with string) int {
	if string(p.s[from:to]) != with {
		p.edits = append(p.edits, edit{from, to, with, rule})
	}
	return to
}

// address passes over the rest of a word that is a web or mail address.
func (p *Polisher) address(i int) int {
	rest := p.s[i:]
	switch {
	case rest[0] == ':' && !bytes.HasPrefix(rest, []byte("://")),
		rest[0] == 'w' && (!bytes.HasPrefix(rest, []byte("www.")) || i > 0 && isWord(p.s[i-1])):
		return i + 1
	}
	for i < len(p.s) && !isSpace(p.s[i]) && p.s[i] != ')' && p.s[i] != 0xC2 && p.s[i] != 0xE2 {
		i++
	}
	return i
}

// rune handles what is not ASCII: quotation marks, dashes.
func (p *Polisher) rune(i int, r rune, n int) int {
	switch r {
	case '„', '“', '”', '‟', '«', '»', '‚', '‘', '’', '‹', '›', '‛':
		p.quote(i, r, n)
	case '–':
		return p.dash(i, n)
	case '€':
		return p.unitAfter(i, n)
	}
	return i + n
}

// before is the character before i; 0 at the start.
func (p *Polisher) before(i int) rune {
	r, n := utf8.DecodeLastRune(p.s[:i])
	if n == 0 {
		return 0
	}
	return r
}

// after is the character at i; 0 at the end.
func (p *Polisher) after(i int) rune {
	if i >= len(p.s) {
		return 0
	}
	r, _ := utf8.DecodeRune(p.s[i:])
	return r
}

// word is the word that ends at i: letters, figures and full stops.
func (p *Polisher) word(i int) []byte {
	from := i
	for from > 0 {
		r, n := utf8.DecodeLastRune(p.s[:from])
		if r != '.' && !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '§' {
			break
		}
		from -= n
	}
	return p.s[from:i]
}

// figures counts the figures at i.
func (p *Polisher) figures(i int) int {
	n := 0
	for i+n < len(p.s) && isFigure(p.s[i+n]) {
		n++
	}
	return n
}

// figuresBefore counts the figures that end at i.
func (p *Polisher) figuresBefore(i int) int {
	n := 0
	for i-n > 0 && isFigure(p.s[i-n-1]) {
		n++
	}
	return n
}

func isFigure(b byte) bool { return b >= '0' && b <= '9' }

func isSpace(b byte) bool { return b == ' ' || b == '\n' || b == '\t' }

// isWord tells whether a byte belongs to a word; every byte beyond ASCII counts.
func isWord(b byte) bool {
	return isFigure(b) || b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b >= utf8.RuneSelf
}

func (p *Polisher) has(i int, s string) bool {
	return i >= 0 && i+len(s) <= len(p.s) && string(p.s[i:i+len(s)]) == s
}
