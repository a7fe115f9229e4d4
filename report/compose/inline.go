package compose

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Inline text knows **bold**, _italic_, [text](target), ^[footnote], a backslash before punctuation or at a line's end, and
// in templates {{ expressions }}. Everything else stands for itself, so that Bürger*innen, 27. Juni, § 5 and
// **„Brücken“**bauen come through. Templates and the texts of the data are read by the same rules.

// inlineKind is what an inline node is.
type inlineKind uint8

const (
	inText inlineKind = iota
	inExpr            // text is the expression's source
	inBold
	inItalic
	inLink // kids, to target
	inNote
	inBreak
)

// rawInline is one inline node before its expressions are compiled.
type rawInline struct {
	kind   inlineKind
	text   text
	target text
	kids   []rawInline
}

// How far a closing mark is looked for, and how deep marks nest: beyond it the opening mark stands for itself.
const (
	farLink = 4000
	farNote = 8000
	deep    = 8
)

// parseInline reads inline text.
func parseInline(t text, template bool) []rawInline {
	p := inlineParser{t: t, template: template}
	return p.parse(0, len(t.s), 0)
}

// plainInline tells whether a text of the data holds no mark at all, which is the usual case.
func plainInline(s string) bool { return !strings.ContainsAny(s, "\\*_[^\n") }

type inlineParser struct {
	t        text
	template bool
	nowhere  [2]int // no closing mark of a kind exists between here and the end of the text
}

// parse reads the bytes from i to end.
func (p *inlineParser) parse(i, end, depth int) []rawInline {
	var out []rawInline
	from := i
	flush := func(to int) {
		if to > from {
			out = append(out, rawInline{kind: inText, text: p.t.sub(from, to)})
		}
	}
	for i < end {
		node, next := p.mark(i, end, depth)
		if next == i {
			i++
			continue
		}
		flush(i)
		out = append(out, node)
		i, from = next, next
	}
	flush(end)
	return out
}

// mark reads the mark at i, if there is one, and returns where it ends; else it returns i.
func (p *inlineParser) mark(i, end, depth int) (rawInline, int) {
	s := p.t.s[:end]
	switch s[i] {
	case '\\':
		return p.escape(i, end)
	case '\r', '\n':
		if strings.HasPrefix(s[i:], "\r\n") {
			return rawInline{kind: inText, text: p.virtual(" ", i)}, i + 2
		}
		return rawInline{kind: inText, text: p.virtual(" ", i)}, i + 1
	case '{':
		if p.template && strings.HasPrefix(s[i:], "{{") {
			if j := exprEnd(s, i); j > 0 {
				return rawInline{kind: inExpr, text: p.t.sub(i+2, j-2).trim()}, j
			}
		}
	case '*':
		if strings.HasPrefix(s[i:], "**") {
			return p.bold(i, end, depth)
		}
	case '_':
		return p.italic(i, end, depth)
	case '^':
		if strings.HasPrefix(s[i:], "^[") && depth < deep {
			if j := p.bracket(i+1, min(end, i+farNote)); j > 0 {
				return rawInline{kind: inNote, kids: p.parse(i+2, j, depth+1)}, j + 1
			}
		}
	case '[':
		return p.link(i, end, depth)
	}
	return rawInline{}, i
}

// virtual is text that is not in the file at this place.
func (p *inlineParser) virtual(s string, i int) text {
	at := p.t.span(i, i+1)
	return text{s: s, file: p.t.file, whole: &at}
}

// escape is a backslash: before punctuation the sign stands for itself, at a line's end the line breaks.
func (p *inlineParser) escape(i, end int) (rawInline, int) {
	if i+1 >= end {
		return rawInline{}, i
	}
	switch c := p.t.s[i+1]; {
	case c == '\n':
		return rawInline{kind: inBreak}, i + 2
	case c == '\r' && i+2 < end && p.t.s[i+2] == '\n':
		return rawInline{kind: inBreak}, i + 3
	case c < utf8.RuneSelf && (unicode.IsPunct(rune(c)) || unicode.IsSymbol(rune(c))):
		return rawInline{kind: inText, text: p.t.sub(i+1, i+2)}, i + 2
	}
	return rawInline{}, i
}

// exprEnd returns the end of the expression that opens at i, or 0. Braces within its strings do not count.
func exprEnd(s string, i int) int {
	var quote byte
	for j := i + 2; j < len(s); j++ {
		switch c := s[j]; {
		case quote != 0 && c == '\\' && quote != '`':
			j++
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case c == '"' || c == '\'' || c == '`':
			quote = c
		case c == '}' && j+1 < len(s) && s[j+1] == '}':
			return j + 2
		}
	}
	return 0
}

// Kinds of closing marks, for what is known not to come.
const (
	closeBold = iota
	closeItalic
)

func (p *inlineParser) bold(i, end, depth int) (rawInline, int) {
	if depth >= deep || i+2 >= end || space(p.t.s[i+2]) || p.nowhere[closeBold] > i {
		return rawInline{}, i
	}
	for j := i + 3; j+1 < end; j = p.after(j, end) {
		if p.t.s[j] == '*' && p.t.s[j+1] == '*' && !space(p.t.s[j-1]) {
			for j+2 < end && p.t.s[j+2] == '*' {
				j++
			}
			return rawInline{kind: inBold, kids: p.parse(i+2, j, depth+1)}, j + 2
		}
	}
	if end == len(p.t.s) {
		p.nowhere[closeBold] = end
	}
	return rawInline{}, i
}

func (p *inlineParser) italic(i, end, depth int) (rawInline, int) {
	s := p.t.s
	if depth >= deep || i+2 >= end || space(s[i+1]) || s[i+1] == '_' || wordBefore(s, i) || p.nowhere[closeItalic] > i {
		return rawInline{}, i
	}
	for j := i + 2; j < end; j = p.after(j, end) {
		if s[j] == '_' && !space(s[j-1]) && s[j-1] != '_' && !wordAfter(s[:end], j+1) {
			return rawInline{kind: inItalic, kids: p.parse(i+1, j, depth+1)}, j + 1
		}
	}
	if end == len(s) {
		p.nowhere[closeItalic] = end
	}
	return rawInline{}, i
}

// after is the next byte that may hold a mark: escapes and expressions are passed over.
func (p *inlineParser) after(j, end int) int {
	switch {
	case p.t.s[j] == '\\':
		return min(j+2, end)
	case p.template && strings.HasPrefix(p.t.s[j:end], "{{"):
		if e := exprEnd(p.t.s[:end], j); e > 0 {
			return e
		}
	}
	return j + 1
}

func wordBefore(s string, i int) bool {
	r, _ := utf8.DecodeLastRuneInString(s[:i])
	return wordRune(r)
}

func wordAfter(s string, i int) bool {
	r, _ := utf8.DecodeRuneInString(s[i:])
	return i < len(s) && wordRune(r)
}

func wordRune(r rune) bool {
	return r == '_' || unicode.IsLetter(r) || unicode.IsDigit(r) && r != utf8.RuneError
}

// bracket returns the place of the bracket that closes the one at i, or 0.
func (p *inlineParser) bracket(i, end int) int {
	level := 0
	for j := i; j < end; j = p.after(j, end) {
		switch p.t.s[j] {
		case '[':
			level++
		case ']':
			if level--; level == 0 {
				return j
			}
		}
	}
	return 0
}

func (p *inlineParser) link(i, end, depth int) (rawInline, int) {
	if depth >= deep {
		return rawInline{}, i
	}
	j := p.bracket(i, min(end, i+farLink))
	if j == 0 || j+1 >= end || p.t.s[j+1] != '(' {
		return rawInline{}, i
	}
	k, round := j+2, 0
	for ; k < end; k = p.after(k, end) {
		switch c := p.t.s[k]; {
		case c == '(':
			round++
		case c == ')' && round == 0:
			if target := p.t.sub(j+2, k); k > j+2 && j > i+1 && (p.template || linkTarget(target.s)) {
				return rawInline{kind: inLink, kids: p.parse(i+1, j, depth+1), target: target}, k + 1
			}
			return rawInline{}, i
		case c == ')':
			round--
		case space(c):
			return rawInline{}, i
		}
	}
	return rawInline{}, i
}

// linkTarget tells whether a target is an address that may be printed, or an anchor of the document.
func linkTarget(s string) bool {
	for _, scheme := range []string{"https://", "http://", "mailto:", "tel:", "#"} {
		if len(s) > len(scheme) && strings.EqualFold(s[:len(scheme)], scheme) {
			return true
		}
	}
	return false
}
