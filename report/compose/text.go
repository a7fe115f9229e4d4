package compose

import (
	"bytes"
	"strings"

	"konzept/report/diag"
	"konzept/report/source"
)

// text is a piece of a template with the place of every byte.
type text struct {
	s     string
	lines []line     // where each line of s starts, there and in the file
	whole *diag.Span // set if s is not in the file byte by byte: every place is this one
	file  string
}

type line struct{ at, file int }

// fileText is a whole file.
func fileText(name string, data []byte) text {
	return text{s: string(data), lines: []line{{0, 0}}, file: name}
}

// nodeText is a YAML scalar that holds template text. Plain and simply quoted scalars of one line are in the file as they
// read; of others only the whole is known.
func nodeText(n *source.Node, data []byte) text {
	t := text{s: n.Value, file: n.Span.File, whole: &n.Span}
	from, to := int(n.Span.From), int(n.Span.To)
	if n.Style == source.Single || n.Style == source.Double {
		from, to = from+1, to-1
	}
	if from >= 0 && to <= len(data) && from <= to && string(data[from:to]) == n.Value {
		return text{s: n.Value, file: n.Span.File, lines: []line{{0, from}}}
	}
	if n.Style == source.Literal && from >= 0 && to <= len(data) && from < to {
		if lines, ok := literalLines(n.Value, data, from, to); ok {
			return text{s: n.Value, file: n.Span.File, lines: lines}
		}
	}
	return t
}

// literalLines finds each line of a literal block (|) in the file, where it stands indented.
func literalLines(value string, data []byte, from, to int) ([]line, bool) {
	var lines []line
	at := 0
	for i, s := range strings.SplitAfter(value, "\n") {
		next := bytes.IndexByte(data[from:to], '\n')
		if next < 0 && i == 0 {
			return nil, false
		}
		if i == 0 { // the line of the bar
			from += next + 1
			next = bytes.IndexByte(data[from:to], '\n')
		}
		if next < 0 {
			next = to - from
		}
		row := data[from : from+next]
		content := strings.TrimRight(s, "\n")
		if !bytes.HasSuffix(bytes.TrimRight(row, "\r"), []byte(content)) {
			return nil, false
		}
		lines = append(lines, line{at, from + len(bytes.TrimRight(row, "\r")) - len(content)})
		at += len(s)
		from = min(from+next+1, to)
	}
	return lines, true
}

// sub is the part of t from i to j.
func (t text) sub(i, j int) text {
	out := text{s: t.s[i:j], whole: t.whole, file: t.file}
	if t.whole == nil {
		out.lines = []line{{0, t.offset(i)}}
		for _, l := range t.lines {
			if l.at > i && l.at <= j {
				out.lines = append(out.lines, line{l.at - i, l.file})
			}
		}
	}
	return out
}

// offset is the file's byte of t's byte i.
func (t text) offset(i int) int {
	for n := len(t.lines) - 1; n >= 0; n-- {
		if l := t.lines[n]; l.at <= i {
			return l.file + i - l.at
		}
	}
	return 0
}

// span is the place of t's bytes i to j.
func (t text) span(i, j int) diag.Span {
	if t.whole != nil {
		return *t.whole
	}
	from := t.offset(i)
	return diag.Span{File: t.file, From: int32(from), To: int32(max(t.offset(j), from))}
}

// all is the place of the whole text.
func (t text) all() diag.Span { return t.span(0, len(t.s)) }

// trim drops white space at both ends.
func (t text) trim() text {
	i, j := 0, len(t.s)
	for i < j && space(t.s[i]) {
		i++
	}
	for j > i && space(t.s[j-1]) {
		j--
	}
	return t.sub(i, j)
}
