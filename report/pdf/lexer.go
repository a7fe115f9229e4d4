package pdf

import (
	"bytes"
	"strconv"
)

// Objects as the reader gives them: nil, bool, float64, string (bytes of a string), Name, Array, Dict, Ref or *Stream; in
// content streams also Operator.
type (
	Name     string
	Operator string
	Array    []any
	Dict     []Pair
	Ref      int // the number of an object; generations are 0 in our files

	// Pair is an entry of a dictionary.
	Pair struct {
		Key   Name
		Value any
	}

	// Stream is data with a dictionary; Reader.Content unpacks them.
	Stream struct {
		Dict   Dict
		Long   bool // its Length leads elsewhere than to its end
		raw    []byte
		packed bool // by the one filter that we write
		opaque bool // by another one
	}
)

// Get is a key's value; of two equal keys the last counts. Dictionaries are short: a search is faster than a map.
func (d Dict) Get(key Name) any {
	for i := len(d) - 1; i >= 0; i-- {
		if d[i].Key == key {
			return d[i].Value
		}
	}
	return nil
}

// MaxDepth bounds arrays and dictionaries in each other, and trees of objects.
const MaxDepth = 64

// Classes of bytes (ISO 32000-1, 7.2.2).
const (
	regular = iota
	white
	delimiter
)

var class = [256]byte{0: white, '\t': white, '\n': white, '\f': white, '\r': white, ' ': white,
	'(': delimiter, ')': delimiter, '<': delimiter, '>': delimiter, '[': delimiter, ']': delimiter, '{': delimiter, '}': delimiter,
	'/': delimiter, '%': delimiter}

// Lexer reads objects (ISO 32000-1, 7.2 and 7.3). It never fails: what is malformed reads as nil or ends the input.
type Lexer struct {
	b     []byte
	at    int
	names map[string]any // names met before: a file has a hundred thousand, few of them different
	items Array          // of arrays that are being read
	pairs Dict           // of dictionaries that are being read
}

// Bounds of a lexer: the names that it keeps, and the entries of what it is reading, beyond which the file is hostile.
const (
	known   = 4096
	crowded = 1 << 20
)

func (l *Lexer) skip() {
	for l.at < len(l.b) {
		switch c := l.b[l.at]; {
		case class[c] == white:
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

func (l *Lexer) done() bool {
	l.skip()
	return l.at >= len(l.b)
}

func (l *Lexer) has(s string) bool { return bytes.HasPrefix(l.b[min(l.at, len(l.b)):], []byte(s)) }

// Done tells whether nothing but white space and comments is left.
func (l *Lexer) Done() bool { return l.done() }

// Object reads the next object; "12 0 R" is one.
func (l *Lexer) Object() any { return l.object(0) }

func (l *Lexer) object(depth int) any {
	l.skip()
	if l.at >= len(l.b) || depth > MaxDepth {
		l.at = len(l.b)
		return nil
	}
	switch c := l.b[l.at]; {
	case c == '/':
		l.at++
		return l.name()
	case c == '(':
		l.at++
		return string(l.literal(nil))
	case l.has("<<"):
		l.at += 2
		return l.dict(depth)
	case c == '<':
		l.at++
		return string(l.hex(nil))
	case c == '[':
		l.at++
		return l.array(depth)
	case class[c] == delimiter:
		l.at++
		return Operator(c)
	}
	return l.word()
}

// run is what stands up to the next white space or delimiter.
func (l *Lexer) run() []byte {
	from := l.at
	for l.at < len(l.b) && class[l.b[l.at]] == regular {
		l.at++
	}
	return l.b[from:l.at]
}

func (l *Lexer) name() any {
	s := l.run()
	if v, ok := l.names[string(s)]; ok {
		return v
	}
	var v any = Name(unescaped(s))
	if l.names != nil && len(l.names) < known {
		l.names[string(s)] = v
	}
	return v
}

// unescaped reads "#20" in names (ISO 32000-1, 7.3.5).
func unescaped(s []byte) []byte {
	if bytes.IndexByte(s, '#') < 0 {
		return s
	}
	var b []byte
	for i := 0; i < len(s); i++ {
		if s[i] == '#' && i+2 < len(s) {
			if v, err := strconv.ParseUint(string(s[i+1:i+3]), 16, 8); err == nil {
				b = append(b, byte(v))
				i += 2
				continue
			}
		}
		b = append(b, s[i])
	}
	return b
}

func (l *Lexer) word() any {
	s := l.run()
	v, whole, ok := numeral(s)
	if !ok {
		switch string(s) {
		case "true":
			return true
		case "false":
			return false
		case "null":
			return nil
		}
		return Operator(s)
	}
	if whole && v >= 0 {
		if at := l.reference(); at > 0 {
			l.at = at
			return Ref(v)
		}
	}
	return v
}

// numeral reads an integer or a decimal of at most 15 digits (ISO 32000-1, 7.3.3).
func numeral(s []byte) (v float64, whole, ok bool) {
	i, sign := 0, 1.0
	if len(s) > 0 && (s[0] == '-' || s[0] == '+') {
		if i++; s[0] == '-' {
			sign = -1
		}
	}
	n, scale, digits, point := 0, 1, 0, false
	for ; i < len(s); i++ {
		switch c := s[i]; {
		case c >= '0' && c <= '9':
			if digits++; digits > 15 {
				return 0, false, false
			}
			if n = 10*n + int(c-'0'); point {
				scale *= 10
			}
		case c == '.' && !point:
			point = true
		default:
			return 0, false, false
		}
	}
	return sign * float64(n) / float64(scale), !point, digits > 0
}

// reference is where "0 R" behind a number ends; 0 if it does not follow.
func (l *Lexer) reference() int {
	rest := Lexer{b: l.b, at: l.at}
	rest.skip()
	if rest.at >= len(l.b) || l.b[rest.at] != '0' || string(rest.run()) != "0" {
		return 0
	}
	rest.skip()
	if string(rest.run()) != "R" {
		return 0
	}
	return rest.at
}

func (l *Lexer) array(depth int) Array {
	from := len(l.items)
	for !l.done() {
		if l.b[l.at] == ']' {
			l.at++
			break
		}
		if l.items = append(l.items, l.object(depth+1)); len(l.items) > crowded {
			l.at = len(l.b)
		}
	}
	a := append(Array{}, l.items[from:]...)
	l.items = l.items[:from]
	return a
}

func (l *Lexer) dict(depth int) Dict {
	from := len(l.pairs)
	for !l.done() {
		if l.has(">>") {
			l.at += 2
			break
		}
		key, ok := l.object(depth + 1).(Name)
		if !ok {
			continue
		}
		value := l.object(depth + 1)
		if l.pairs = append(l.pairs, Pair{key, value}); len(l.pairs) > crowded {
			l.at = len(l.b)
		}
	}
	d := append(Dict{}, l.pairs[from:]...)
	l.pairs = l.pairs[:from]
	return d
}

// literal appends a string in parentheses to b.
func (l *Lexer) literal(b []byte) []byte {
	for open := 1; l.at < len(l.b); l.at++ {
		c := l.b[l.at]
		switch c {
		case '(':
			open++
		case ')':
			if open--; open == 0 {
				l.at++
				return b
			}
		case '\\':
			b = l.escape(b)
			continue
		}
		b = append(b, c)
	}
	return b
}

// escape reads what follows a backslash and leaves the lexer on its last byte.
func (l *Lexer) escape(b []byte) []byte {
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

// hex appends a string in angle brackets to b.
func (l *Lexer) hex(b []byte) []byte {
	high, n := byte(0), 0
	for ; l.at < len(l.b); l.at++ {
		c := l.b[l.at]
		if c == '>' {
			l.at++
			break
		}
		v := hexValue(c)
		if v < 0 {
			continue
		}
		if n++; n%2 == 1 {
			high = byte(v)
			continue
		}
		b = append(b, high<<4|byte(v))
	}
	if n%2 == 1 {
		b = append(b, high<<4)
	}
	return b
}

func hexValue(c byte) int {
	switch {
	case c >= '0' && c <= '9':
		return int(c - '0')
	case c >= 'A' && c <= 'F':
		return int(c-'A') + 10
	case c >= 'a' && c <= 'f':
		return int(c-'a') + 10
	}
	return -1
}
