package diag

import (
	"bytes"
	"fmt"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"
)

// files finds lines and columns, which are computed only for findings that are printed.
type files struct {
	source func(string) []byte
	cache  map[string]*indexed
}

type indexed struct {
	data  []byte
	lines []int // offset of each line's first byte
}

func newFiles(source func(string) []byte) files {
	return files{source, map[string]*indexed{}}
}

func (f files) get(name string) *indexed {
	if x, ok := f.cache[name]; ok {
		return x
	}
	x := &indexed{lines: []int{0}}
	if f.source != nil {
		x.data = f.source(name)
	}
	for i, b := range x.data {
		if b == '\n' {
			x.lines = append(x.lines, i+1)
		}
	}
	f.cache[name] = x
	return x
}

// position is a span in lines and columns, counted from 1 in characters; the end is exclusive. line is 0 when the
// file is not at hand or the span is the file as a whole.
type position struct {
	line, column       int
	endLine, endColumn int
	text               []byte // of the first line
	from, to           int    // of the span within text
}

func (f files) position(at Span) position {
	if at.From == 0 && at.To == 0 {
		return position{}
	}
	x := f.get(at.File)
	if len(x.data) == 0 {
		return position{}
	}
	from := min(max(int(at.From), 0), len(x.data))
	to := min(max(int(at.To), from), len(x.data))
	var p position
	var start int
	p.line, p.column, start = x.lineColumn(from)
	p.endLine, p.endColumn, _ = x.lineColumn(to)
	p.text = x.data[start:]
	if i := bytes.IndexByte(p.text, '\n'); i >= 0 {
		p.text = p.text[:i]
	}
	p.text = bytes.TrimSuffix(p.text, []byte{'\r'})
	p.from = min(from-start, len(p.text))
	p.to = min(to-start, len(p.text))
	return p
}

func (x *indexed) lineColumn(at int) (line, column, start int) {
	line = sort.SearchInts(x.lines, at+1)
	start = x.lines[line-1]
	head := bytes.TrimPrefix(x.data[start:at], []byte("\ufeff"))
	return line, utf8.RuneCount(head) + 1, start
}

// excerptWidth keeps a line and its caret on a terminal of 100 columns.
const excerptWidth = 88

// excerpt returns the line as it can be shown, in three parts; the middle one is what the finding is about.
func excerpt(p position) (before, marked, after string) {
	// A long line is cut by bytes first, so that a line of megabytes costs nothing.
	from, to := max(0, p.from-4*excerptWidth), min(len(p.text), p.from+8*excerptWidth)
	before = shown(p.text[from:p.from])
	marked = shown(p.text[p.from:min(p.to, to)])
	after = shown(p.text[min(p.to, to):to])
	if w := width(before); w > excerptWidth/2 && w+width(marked) > excerptWidth {
		before = "…" + lastColumns(before, excerptWidth/2)
	}
	if available := excerptWidth - width(before); width(marked) > available {
		marked, after = firstColumns(marked, available)+"…", ""
	}
	if available := excerptWidth - width(before) - width(marked); width(after) > available {
		after = firstColumns(after, max(available, 0)) + "…"
	}
	return before, marked, after
}

// shown makes a part of a line printable: tabs become spaces, so that the caret below stays true.
func shown(b []byte) string {
	return visible(strings.ReplaceAll(string(b), "\t", "    "))
}

// visible replaces what a terminal would obey or hide: control and direction characters and bytes that are no text.
func visible(s string) string {
	clean := true
	for _, r := range s {
		if r < ' ' || r >= 0x7F && (isControl(r) || r == utf8.RuneError) {
			clean = false
			break
		}
	}
	if clean {
		return s
	}
	var b strings.Builder
	for i, r := range s {
		switch {
		case r == utf8.RuneError && !strings.HasPrefix(s[i:], "\uFFFD"):
			fmt.Fprintf(&b, `\x%02x`, s[i])
		case r < 0x100 && isControl(r):
			fmt.Fprintf(&b, `\x%02x`, r)
		case isControl(r):
			fmt.Fprintf(&b, `\u%04x`, r)
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

func isControl(r rune) bool {
	switch {
	case r < ' ' || r >= 0x7F && r < 0xA0:
		return true
	case r >= 0x200B && r <= 0x200F && r != 0x200C && r != 0x200D, r >= 0x2028 && r <= 0x202E, r >= 0x2060 && r <= 0x2069, r == 0xFEFF:
		return true
	}
	return false
}

// width returns the terminal columns of a text: none for combining marks, two for East Asian letters and emoji.
func width(s string) int {
	n := 0
	for _, r := range s {
		n += runeWidth(r)
	}
	return n
}

func runeWidth(r rune) int {
	switch {
	case r < 0x300:
		return 1
	case unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf):
		return 0
	case r >= 0x1100 && r <= 0x115F, r >= 0x2E80 && r <= 0xA4CF, r >= 0xAC00 && r <= 0xD7A3, r >= 0xF900 && r <= 0xFAFF,
		r >= 0xFE30 && r <= 0xFE6F, r >= 0xFF00 && r <= 0xFF60, r >= 0xFFE0 && r <= 0xFFE6,
		r >= 0x1F300 && r <= 0x1F64F, r >= 0x1F680 && r <= 0x1F6FF, r >= 0x1F900 && r <= 0x1F9FF, r >= 0x20000 && r <= 0x3FFFD:
		return 2
	}
	return 1
}

func firstColumns(s string, n int) string {
	for i, r := range s {
		if n -= runeWidth(r); n < 0 {
			return s[:i]
		}
	}
	return s
}

func lastColumns(s string, n int) string {
	i := len(s)
	for i > 0 {
		r, size := utf8.DecodeLastRuneInString(s[:i])
		if n -= runeWidth(r); n < 0 {
			break
		}
		i -= size
	}
	return s[i:]
}

// Place is where a span begins, in lines and columns counted from 1; 0, 0 if data does not hold it.
func Place(data []byte, at Span) (line, column int) {
	p := newFiles(func(string) []byte { return data }).position(at)
	return p.line, p.column
}
