package source

import (
	"bytes"
	"unicode/utf8"

	"konzept/report/diag"
)

// skipProperties returns the start of a value whose anchor or tag starts at from.
func (f *file) skipProperties(from int) int {
	i := from
	for i < len(f.data) && (f.data[i] == '&' || f.data[i] == '!') {
		anchor := f.data[i] == '&'
		for i++; i < len(f.data) && !isSpace(f.data[i]) && (!anchor || isAnchor(f.data[i])); i++ {
		}
		next := f.skipBlank(i)
		if next >= len(f.data) {
			return i
		}
		i = next
	}
	return i
}

// isAnchor tells whether the library takes a byte for a part of an anchor's name.
func isAnchor(b byte) bool {
	return b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b >= '0' && b <= '9' || b == '_' || b == '-'
}

// tagSpan returns the range of the tag between from and the value.
func (f *file) tagSpan(from, to int) diag.Span {
	i := from
	if at := bytes.IndexByte(f.data[from:max(to, from)], '!'); at >= 0 {
		i = from + at
	}
	end := i
	for end < len(f.data) && !isSpace(f.data[end]) {
		end++
	}
	return f.span(i, end)
}

func isSpace(b byte) bool { return b == ' ' || b == '\t' || b == '\n' || b == '\r' }

// skipBlank skips white space, line breaks and comments.
func (f *file) skipBlank(i int) int {
	for i < len(f.data) {
		switch {
		case isSpace(f.data[i]):
			i++
		case f.data[i] == '#' && (i == 0 || isSpace(f.data[i-1])):
			for i < len(f.data) && f.data[i] != '\n' {
				i++
			}
		default:
			return i
		}
	}
	return i
}

// scalarEnd returns the end of a scalar. The library does not tell it.
func (f *file) scalarEnd(from, indent int, style Style, value string) int {
	switch style {
	case Double:
		return f.doubleEnd(from)
	case Single:
		return f.singleEnd(from)
	case Literal, Folded:
		return f.blockEnd(from, indent)
	}
	return f.plainEnd(from, value)
}

func (f *file) doubleEnd(from int) int {
	for i := from + 1; i < len(f.data); i++ {
		switch f.data[i] {
		case '\\':
			i++
		case '"':
			return i + 1
		}
	}
	return len(f.data)
}

func (f *file) singleEnd(from int) int {
	for i := from + 1; i < len(f.data); i++ {
		if f.data[i] != '\'' {
			continue
		}
		if i+1 < len(f.data) && f.data[i+1] == '\'' {
			i++
			continue
		}
		return i + 1
	}
	return len(f.data)
}

// plainEnd follows the value through the file. A plain scalar has no escapes; only its line breaks were folded.
func (f *file) plainEnd(from int, value string) int {
	i, end := from, from
	for j := 0; j < len(value); {
		if isSpace(value[j]) {
			for j < len(value) && isSpace(value[j]) {
				j++
			}
			for i < len(f.data) && isSpace(f.data[i]) {
				i++
			}
			continue
		}
		if i >= len(f.data) || f.data[i] != value[j] {
			return end
		}
		i, j = i+1, j+1
		end = i
	}
	return end
}

// blockEnd returns the end of a | or > scalar: before the first line that is not empty and indented less than its text.
func (f *file) blockEnd(from, parent int) int {
	header := f.data[from:]
	if i := bytes.IndexByte(header, '\n'); i >= 0 {
		header = header[:i]
	}
	indent, keep := blockHeader(header, parent)
	i := from + len(header)
	end := from + len(bytes.TrimRight(header, " \t\r"))
	for i < len(f.data) {
		i++ // the line break
		line := f.data[i:]
		if n := bytes.IndexByte(line, '\n'); n >= 0 {
			line = line[:n]
		}
		own := len(line) - len(bytes.TrimLeft(line, " "))
		blank := own == len(bytes.TrimRight(line, "\r"))
		if !blank && indent < 0 {
			indent = max(own, parent+1)
		}
		if !blank && own < indent {
			return end
		}
		if i += len(line); !blank || keep || (indent >= 0 && own > indent) {
			end = i - (len(line) - len(bytes.TrimSuffix(line, []byte{'\r'})))
		}
	}
	return min(end, len(f.data))
}

// blockHeader reads the indentation (-1 if it follows from the text) and the + of a block scalar's first line.
func blockHeader(header []byte, parent int) (indent int, keep bool) {
	indent = -1
	for _, b := range header[1:] {
		switch {
		case b >= '1' && b <= '9':
			indent = max(parent, 0) + int(b-'0')
		case b == '+':
			keep = true
		case isSpace(b):
			return indent, keep
		}
	}
	return indent, keep
}

// collectionEnd returns the end of a list or map whose last child ends at end.
func (f *file) collectionEnd(from, end int, style Style) int {
	if style != Flow {
		return end
	}
	i := max(end, from+1)
	for i < len(f.data) {
		i = f.skipBlank(i)
		if i >= len(f.data) {
			break
		}
		switch f.data[i] {
		case ']', '}':
			return i + 1
		case ',', ':', '?':
			i++
		default:
			_, n := utf8.DecodeRune(f.data[i:])
			return i + n
		}
	}
	return len(f.data)
}
