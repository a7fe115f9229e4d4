package format

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Collate makes a key by which texts sort as in a German dictionary (DIN 5007-1: umlauts as their vowels, ß as ss), and
// figures by their value, so that A 1.10 comes after A 1.9. Equal keys keep their order.
func Collate(s string) string {
	var b strings.Builder
	figures := 0 // length of the number being read
	for _, r := range norm.NFD.String(s) {
		if r >= '0' && r <= '9' {
			figures++
			b.WriteRune(r)
			continue
		}
		if figures > 0 {
			padNumber(&b, figures)
			figures = 0
		}
		switch {
		case unicode.Is(unicode.Mn, r):
		case r == 'ß':
			b.WriteString("ss")
		default:
			b.WriteRune(unicode.ToLower(r))
		}
	}
	if figures > 0 {
		padNumber(&b, figures)
	}
	return b.String()
}

// padNumber puts the length of the number that was just written in front of it: longer numbers are greater.
func padNumber(b *strings.Builder, n int) {
	s := b.String()
	number := strings.TrimLeft(s[len(s)-n:], "0")
	head := s[:len(s)-n]
	b.Reset()
	b.WriteString(head)
	b.WriteByte('0')
	b.WriteByte(byte(min(len(number), 127)))
	b.WriteString(number)
}

// Composed is a text whose letters and marks are one character where there is one (Unicode's form NFC).
func Composed(s string) string { return norm.NFC.String(s) }
