package finish

import (
	"strconv"
	"unicode/utf16"
	"unicode/utf8"
)

// ref appends a reference to object n.
func ref(b []byte, n int) []byte {
	return append(strconv.AppendInt(b, int64(n), 10), " 0 R"...)
}

func number(b []byte, n int) []byte { return strconv.AppendInt(b, int64(n), 10) }

// milli appends v/1000 without trailing zeros.
func milli(b []byte, v int64) []byte {
	if v < 0 {
		b = append(b, '-')
		v = -v
	}
	b = strconv.AppendInt(b, v/1000, 10)
	v %= 1000
	if v == 0 {
		return b
	}
	b = append(b, '.')
	for unit := int64(100); v > 0; unit /= 10 {
		b = append(b, byte('0'+v/unit))
		v %= unit
	}
	return b
}

// box appends a rectangle given in thousandths of a point.
func box(b []byte, r [4]int64) []byte {
	b = append(b, '[')
	for i, v := range r {
		if i > 0 {
			b = append(b, ' ')
		}
		b = milli(b, v)
	}
	return append(b, ']')
}

// name appends s as a name (ISO 32000-1, 7.3.5).
func name(b []byte, s string) []byte {
	b = append(b, '/')
	for i := range len(s) {
		c := s[i]
		if c > ' ' && c < 0x7F && c != '#' && c != '/' && c != '%' && c != '(' && c != ')' && c != '<' && c != '>' && c != '[' && c != ']' && c != '{' && c != '}' {
			b = append(b, c)
			continue
		}
		b = append(b, '#', hexDigits[c>>4], hexDigits[c&15])
	}
	return b
}

// literal appends bytes as a string in parentheses.
func literal(b []byte, s string) []byte {
	b = append(b, '(')
	for i := range len(s) {
		switch c := s[i]; c {
		case '(', ')', '\\':
			b = append(b, '\\', c)
		case '\r':
			b = append(b, '\\', 'r')
		default:
			b = append(b, c)
		}
	}
	return append(b, ')')
}

// textString appends s as a text string: ASCII as it is, else UTF-16 (ISO 32000-1, 7.9.2.2).
func textString(b []byte, s string) []byte {
	ascii := true
	for i := range len(s) {
		ascii = ascii && s[i] >= 0x20 && s[i] < 0x7F
	}
	if ascii {
		return literal(b, s)
	}
	return append(hex16(append(b, "<FEFF"...), s), '>')
}

const hexDigits = "0123456789ABCDEF"

// hex16 appends s in UTF-16BE as hexadecimal digits.
func hex16(b []byte, s string) []byte {
	for _, r := range s {
		if r1, r2 := utf16.EncodeRune(r); r1 != utf8.RuneError {
			b = hexUnit(hexUnit(b, uint16(r1)), uint16(r2))
			continue
		}
		b = hexUnit(b, uint16(r))
	}
	return b
}

func hexUnit(b []byte, u uint16) []byte {
	return append(b, hexDigits[u>>12], hexDigits[u>>8&15], hexDigits[u>>4&15], hexDigits[u&15])
}

func hexString(b, data []byte) []byte {
	b = append(b, '<')
	for _, c := range data {
		b = append(b, hexDigits[c>>4], hexDigits[c&15])
	}
	return append(b, '>')
}
