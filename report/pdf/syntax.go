package pdf

import (
	"strconv"
	"unicode/utf16"
	"unicode/utf8"
)

// AppendRef appends a reference to object n.
func AppendRef(b []byte, n int) []byte {
	return append(strconv.AppendInt(b, int64(n), 10), " 0 R"...)
}

// AppendInt appends an integer.
func AppendInt(b []byte, n int) []byte { return strconv.AppendInt(b, int64(n), 10) }

// AppendMilli appends v/1000 without trailing zeros.
func AppendMilli(b []byte, v int64) []byte {
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

// AppendBox appends a rectangle given in thousandths of a point.
func AppendBox(b []byte, r [4]int64) []byte {
	b = append(b, '[')
	for i, v := range r {
		if i > 0 {
			b = append(b, ' ')
		}
		b = AppendMilli(b, v)
	}
	return append(b, ']')
}

// AppendName appends s as a name (ISO 32000-1, 7.3.5).
func AppendName(b []byte, s string) []byte {
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

// AppendLiteral appends bytes as a string in parentheses.
func AppendLiteral(b []byte, s string) []byte {
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

// AppendText appends s as a text string: ASCII as it is, else UTF-16 (ISO 32000-1, 7.9.2.2).
func AppendText(b []byte, s string) []byte {
	ascii := true
	for i := range len(s) {
		ascii = ascii && s[i] >= 0x20 && s[i] < 0x7F
	}
	if ascii {
		return AppendLiteral(b, s)
	}
	return append(AppendUTF16(append(b, "<FEFF"...), s), '>')
}

const hexDigits = "0123456789ABCDEF"

// AppendUTF16 appends s in UTF-16BE as hexadecimal digits.
func AppendUTF16(b []byte, s string) []byte {
	for _, r := range s {
		if r1, r2 := utf16.EncodeRune(r); r1 != utf8.RuneError {
			b = AppendUnit(AppendUnit(b, uint16(r1)), uint16(r2))
			continue
		}
		b = AppendUnit(b, uint16(r))
	}
	return b
}

// AppendUnit appends 16 bits as four hexadecimal digits.
func AppendUnit(b []byte, u uint16) []byte {
	return append(b, hexDigits[u>>12], hexDigits[u>>8&15], hexDigits[u>>4&15], hexDigits[u&15])
}

// AppendHex appends bytes as a string in hexadecimal digits.
func AppendHex(b, data []byte) []byte {
	b = append(b, '<')
	for _, c := range data {
		b = append(b, hexDigits[c>>4], hexDigits[c&15])
	}
	return append(b, '>')
}
