package source

import (
	"bytes"
	"strings"

	"konzept/report/diag"
)

// Locate returns the bytes of the file that hold Value[from:to] of a scalar, or the whole scalar where escapes make
// that too long a story.
func (n *Node) Locate(from, to int) diag.Span {
	start := int(n.Span.From)
	switch {
	case n.f == nil || n.Kind != Scalar || from < 0 || to < from || to > len(n.Value):
		return n.Span
	case n.Style == Single || n.Style == Double:
		start++
		if !strings.HasPrefix(n.f.text[start:], n.Value) {
			return n.Span
		}
		return n.f.span(start+from, start+to)
	case n.Style == Literal || n.Style == Folded:
		start += bytes.IndexByte(n.f.data[start:], '\n') + 1
	}
	a := n.f.follow(start, n.Value[:from])
	if from < len(n.Value) && !isSpace(n.Value[from]) {
		a = n.f.skipSpace(a)
	}
	b := n.f.follow(a, n.Value[from:to])
	if b > int(n.Span.To) || b < a {
		return n.Span
	}
	return n.f.span(a, b)
}

func (f *file) skipSpace(i int) int {
	for i < len(f.data) && isSpace(f.data[i]) {
		i++
	}
	return i
}

// follow walks value through the file from a byte on and returns the end. White space matches any white space, since
// line breaks are folded and indents dropped.
func (f *file) follow(i int, value string) int {
	for j := 0; j < len(value); {
		if isSpace(value[j]) {
			for j < len(value) && isSpace(value[j]) {
				j++
			}
			if j < len(value) {
				i = f.skipSpace(i)
			} else if i < len(f.data) && isSpace(f.data[i]) {
				i++
			}
			continue
		}
		i = f.skipIndent(i)
		if i >= len(f.data) || f.data[i] != value[j] {
			return -1
		}
		i, j = i+1, j+1
	}
	return i
}

// skipIndent skips white space that the value does not have: the indent of a block scalar's first line.
func (f *file) skipIndent(i int) int {
	if i > 0 && f.data[i-1] == '\n' {
		return f.skipSpace(i)
	}
	return i
}
