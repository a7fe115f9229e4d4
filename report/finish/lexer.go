package finish

import (
	"bytes"
	"math"
	"strconv"
)

// A PDF object as the inspector reads it: nil, bool, float64, string (bytes of a string), pdfName, array, dict, pointer
// or *stream; in content streams also operator.
type (
	pdfName  string
	operator string
	array    []any
	dict     map[pdfName]any
	pointer  int // object number; generations are 0 in our files
	stream   struct {
		dict dict
		raw  []byte
	}
)

// nesting bounds arrays and dictionaries in each other.
const nesting = 64

// lexer reads objects (ISO 32000-1, 7.2 and 7.3). It never fails: what is malformed reads as nil or ends the input.
type lexer struct {
	b  []byte
	at int
}

func space(c byte) bool {
	return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == 0
}

func delimiter(c byte) bool { return bytes.IndexByte([]byte("()<>[]{}/%"), c) >= 0 }

func (l *lexer) skip() {
	for l.at < len(l.b) {
		switch c := l.b[l.at]; {
		case space(c):
			l.at++
		case c == '%':
			for l.at < len(l.b) && l.b[l.at] != '\n' && l.b[l.at] != '\r' {
				l.at++
			}
		default:
			return
		}
	}
}

// done tells whether nothing but white space is left.
func (l *lexer) done() bool {
	l.skip()
	return l.at >= len(l.b)
}

func (l *lexer) has(s string) bool { return bytes.HasPrefix(l.b[min(l.at, len(l.b)):], []byte(s)) }

// object reads the next object; "12 0 R" is one.
func (l *lexer) object(depth int) any {
	l.skip()
	if l.at >= len(l.b) || depth > nesting {
		l.at = len(l.b)
		return nil
	}
	switch c := l.b[l.at]; {
	case c == '/':
		l.at++
		return l.name()
	case c == '(':
		l.at++
		return l.literal()
	case l.has("<<"):
		l.at += 2
		return l.dict(depth)
	case c == '<':
		l.at++
		return l.hex()
	case c == '[':
		l.at++
		return l.array(depth)
	case delimiter(c):
		l.at++
		return operator(c)
	}
	return l.word()
}

// run is what stands up to the next white space or delimiter.
func (l *lexer) run() string {
	from := l.at
	for l.at < len(l.b) && !space(l.b[l.at]) && !delimiter(l.b[l.at]) {
		l.at++
	}
	return string(l.b[from:l.at])
}

func (l *lexer) name() pdfName {
	s := l.run()
	if i := bytes.IndexByte([]byte(s), '#'); i < 0 {
		return pdfName(s)
	}
	var b []byte
	for i := 0; i < len(s); i++ {
		if s[i] == '#' && i+2 < len(s) {
			if v, err := strconv.ParseUint(s[i+1:i+3], 16, 8); err == nil {
				b = append(b, byte(v))
				i += 2
				continue
			}
		}
		b = append(b, s[i])
	}
	return pdfName(b)
}

func (l *lexer) word() any {
	s := l.run()
	switch s {
	case "true":
		return true
	case "false":
		return false
	case "null":
		return nil
	}
	v, err := strconv.ParseFloat(s, 64)
	if err != nil || s == "" || s[0] > '9' || math.Abs(v) > 1e15 {
		return operator(s)
	}
	if n := int(v); float64(n) == v && n >= 0 {
		if rest := (lexer{l.b, l.at}); rest.reference() {
			l.at = rest.at
			return pointer(n)
		}
	}
	return v
}

// reference reads "0 R" behind a number.
func (l *lexer) reference() bool {
	for l.at < len(l.b) && space(l.b[l.at]) {
		l.at++
	}
	if l.run() != "0" {
		return false
	}
	for l.at < len(l.b) && space(l.b[l.at]) {
		l.at++
	}
	return l.run() == "R"
}

func (l *lexer) array(depth int) array {
	a := array{}
	for !l.done() {
		if l.b[l.at] == ']' {
			l.at++
			break
		}
		a = append(a, l.object(depth+1))
	}
	return a
}

func (l *lexer) dict(depth int) dict {
	d := dict{}
	for !l.done() {
		if l.has(">>") {
			l.at += 2
			break
		}
		key, ok := l.object(depth + 1).(pdfName)
		if !ok {
			continue
		}
		d[key] = l.object(depth + 1)
	}
	return d
}

func (l *lexer) literal() string {
	var b []byte
	for open := 1; l.at < len(l.b); l.at++ {
		c := l.b[l.at]
		switch c {
		case '(':
			open++
		case ')':
			if open--; open == 0 {
				l.at++
				return string(b)
			}
		case '\\':
			b = l.escape(b)
			continue
		}
		b = append(b, c)
	}
	return string(b)
}

// escape reads what follows a backslash and leaves the lexer on its last byte.
func (l *lexer) escape(b []byte) []byte {
	if l.at++; l.at >= len(l.b) {
		return b
	}
	c := l.b[l.at]
	if i := bytes.IndexByte([]byte("nrtbf"), c); i >= 0 {
		return append(b, "\n\r\t\b\f"[i])
	}
	if c < '0' || c > '7' {
		if c == '\n' || c == '\r' {
			return b
		}
		return append(b, c)
	}
	v := 0
	for n := 0; n < 3 && l.at < len(l.b) && l.b[l.at] >= '0' && l.b[l.at] <= '7'; n++ {
		v = 8*v + int(l.b[l.at]-'0')
		l.at++
	}
	l.at--
	return append(b, byte(v))
}

func (l *lexer) hex() string {
	var b []byte
	high, n := byte(0), 0
	for ; l.at < len(l.b); l.at++ {
		c := l.b[l.at]
		if c == '>' {
			l.at++
			break
		}
		v := bytes.IndexByte([]byte("0123456789ABCDEF0123456789abcdef"), c)
		if v < 0 {
			continue
		}
		if n++; n%2 == 1 {
			high = byte(v & 15)
			continue
		}
		b = append(b, high<<4|byte(v&15))
	}
	if n%2 == 1 {
		b = append(b, high<<4)
	}
	return string(b)
}
