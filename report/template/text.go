package template

import (
	"bytes"
	"strings"

	"konzept/report/diag"
	"konzept/report/source"
)

// Text is a piece of a template with the place of every byte.
type Text struct {
	Chars string
	lines []line     // where each line of s starts, there and in the file
	Whole *diag.Span // set if s is not in the file byte by byte: every place is this one
	file  string
}

type line struct{ at, file int }

// fileText is a whole file.
func fileText(name string, data []byte) Text {
	return Text{Chars: string(data), lines: []line{{0, 0}}, file: name}
}

// TextOf is a YAML scalar that holds template text. Plain and simply quoted scalars of one line are in the file as they
// read; of others only the whole is known.
func TextOf(n *source.Node, data []byte) Text {
	t := Text{Chars: n.Value, file: n.Span.File, Whole: &n.Span}
	from, to := int(n.Span.From), int(n.Span.To)
	if n.Style == source.Single || n.Style == source.Double {
		from, to = from+1, to-1
	}
	if from >= 0 && to <= len(data) && from <= to && string(data[from:to]) == n.Value {
		return Text{Chars: n.Value, file: n.Span.File, lines: []line{{0, from}}}
	}
	if n.Style == source.Literal && from >= 0 && to <= len(data) && from < to {
		if lines, ok := literalLines(n.Value, data, from, to); ok {
			return Text{Chars: n.Value, file: n.Span.File, lines: lines}
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

// Sub is the part of t from i to j.
func (t Text) Sub(i, j int) Text {
	out := Text{Chars: t.Chars[i:j], Whole: t.Whole, file: t.file}
	if t.Whole == nil {
		out.lines = []line{{0, t.Offset(i)}}
		for _, l := range t.lines {
			if l.at > i && l.at <= j {
				out.lines = append(out.lines, line{l.at - i, l.file})
			}
		}
	}
	return out
}

// Offset is the file's byte of t's byte i.
func (t Text) Offset(i int) int {
	for n := len(t.lines) - 1; n >= 0; n-- {
		if l := t.lines[n]; l.at <= i {
			return l.file + i - l.at
		}
	}
	return 0
}

// Span is the place of t's bytes i to j.
func (t Text) Span(i, j int) diag.Span {
	if t.Whole != nil {
		return *t.Whole
	}
	from := t.Offset(i)
	return diag.Span{File: t.file, From: int32(from), To: int32(max(t.Offset(j), from))}
}

// All is the place of the whole text.
func (t Text) All() diag.Span { return t.Span(0, len(t.Chars)) }

// Trim drops white space at both ends.
func (t Text) Trim() Text {
	i, j := 0, len(t.Chars)
	for i < j && space(t.Chars[i]) {
		i++
	}
	for j > i && space(t.Chars[j-1]) {
		j--
	}
	return t.Sub(i, j)
}
