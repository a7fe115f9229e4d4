// Package markup reads the marks of running text: what is **bold**, where a list begins, and what only looks like a mark.
//
// Templates and the texts of the data are read by the same rules; the model asks it what a text would print raw, compose
// what it prints. It knows no words of a report and makes no findings.
package markup

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Inline text knows **bold**, _italic_, H~2~O, m^2^, [text](target), ^[footnote], a backslash before punctuation or at a line's end, what
// texts copied from the web and from mail bring along – &nbsp; and other entities, <br>, <sub>, <sup>, <b>, <i> and
// <https://…> – and in templates {{ expressions }}. Everything else stands for itself, so that Bürger*innen, 27. Juni, § 5
// and **„Brücken“**bauen come through.

// Kind is what a node is.
type Kind uint8

const (
	Text   Kind = iota
	Expr        // an expression of a template
	Bold        // and the following hold kids
	Italic      //
	Sub         // subscript
	Sup         // superscript
	Link        // to a target
	Note        // a footnote
	Break       // a forced line break
)

// Node is a stretch of a text.
type Node struct {
	Kind     Kind
	From, To int    // bytes of the text; of an expression those between its braces
	Instead  string // of a Text: what stands for its bytes, if not they themselves
	Target   [2]int // of a Link: where its address stands
	Scheme   string // of a Link: what its address lacks
	Kids     []Node
}

// How far a closing mark is looked for, and how deep marks nest: beyond it the opening mark stands for itself.
const (
	farLink  = 4000
	farNote  = 8000
	farTag   = 1000
	farSign  = 20
	farLabel = 100
	deep     = 8
)

// Inline reads inline text; template tells whether {{ }} holds expressions.
func Inline(s string, template bool) []Node {
	p := parser{s: s, template: template}
	return p.parse(0, len(s), 0)
}

// Plain tells whether a text of the data holds no mark at all, which is the usual case.
func Plain(s string) bool { return !strings.ContainsAny(s, "\\*_[^~\n<&") }

type parser struct {
	s        string // the text up to where reading ends
	base     int    // where reading begins
	template bool
	quoted   bool   // lines within begin with >
	whole    string // the text with its footnotes
	notes    map[string]*Block
	nowhere  [3]int // no closing mark of a kind exists between here and the end of the text
	closers  []int32
}

// Kinds of closing marks, for what is known not to come.
const (
	closeBold = iota
	closeItalic
	closeExpr
)

// parse reads the bytes from i to end.
func (p *parser) parse(i, end, depth int) []Node {
	var out []Node
	from := i
	flush := func(to int) {
		if to > from {
			out = append(out, Node{From: from, To: to})
		}
	}
	for i < end {
		node, next := p.construct(i, end, depth)
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

// construct reads the inline mark, escape or line end at i, if there is one, and returns where it ends; else it returns i.
func (p *parser) construct(i, end, depth int) (Node, int) {
	s := p.s[:end]
	switch s[i] {
	case '\\':
		return p.escape(i, end)
	case '\n', '\r', ' ', '\t':
		return p.lineEnd(i, end)
	case '{':
		if p.template && strings.HasPrefix(s[i:], "{{") {
			if j := p.expr(i, end); j > 0 {
				return Node{Kind: Expr, From: i + 2, To: j - 2}, j
			}
		}
	case '*':
		if strings.HasPrefix(s[i:], "**") {
			return p.bold(i, end, depth)
		}
	case '_':
		return p.italic(i, end, depth)
	case '~':
		return p.script(Sub, i, end)
	case '^':
		return p.note(i, end, depth)
	case '[':
		return p.link(i, end, depth)
	case '<':
		return p.angle(i, end, depth)
	case '&':
		if said, n := entity(s[i:]); n > 0 {
			return Node{From: i, To: i + n, Instead: said}, i + n
		}
	}
	return Node{}, i
}

// lineEnd is the end of a line with the white space before and behind it: one space.
func (p *parser) lineEnd(i, end int) (Node, int) {
	if i > p.base && Space(p.s[i-1]) {
		return Node{}, i // the first of the white space has decided
	}
	j := p.white(i, end)
	if strings.IndexByte(p.s[i:j], '\n') < 0 && strings.IndexByte(p.s[i:j], '\r') < 0 {
		return Node{}, i
	}
	j = p.sign(j, end)
	if strings.HasSuffix(p.s[:i], softHyphen) { // a word that was parted here
		return Node{From: i, To: j, Instead: "\u2060"}, j
	}
	return Node{From: i, To: j, Instead: " "}, j
}

// white is the end of white space.
func (p *parser) white(i, end int) int {
	for i < end && Space(p.s[i]) {
		i++
	}
	return i
}

// sign is the end of the > at the start of a line of a quotation.
func (p *parser) sign(i, end int) int {
	if p.quoted && i < end && p.s[i] == '>' {
		return p.white(i+1, end)
	}
	return i
}

const softHyphen = "\u00ad"

// escape is a backslash: before punctuation the sign stands for itself, at a line's end the line breaks.
func (p *parser) escape(i, end int) (Node, int) {
	if i+1 >= end {
		return Node{}, i
	}
	switch c := p.s[i+1]; {
	case c == '\n':
		return p.breakTo(i, i+2, end)
	case c == '\r' && i+2 < end && p.s[i+2] == '\n':
		return p.breakTo(i, i+3, end)
	case c < utf8.RuneSelf && (unicode.IsPunct(rune(c)) || unicode.IsSymbol(rune(c))):
		return Node{From: i + 1, To: i + 2}, i + 2
	}
	return Node{}, i
}

func (p *parser) breakTo(i, to, end int) (Node, int) {
	if p.quoted {
		to = p.sign(p.white(to, end), end)
	}
	return Node{Kind: Break, From: i, To: to}, to
}

// script reads H~2~O and m^2^: what is raised or lowered stands at a letter, a figure or a bracket and is letters, figures and
// signs of arithmetic.
func (p *parser) script(kind Kind, i, end int) (Node, int) {
	before, _ := utf8.DecodeLastRuneInString(p.s[p.base:i])
	if before != ')' && (before == '_' || !wordRune(before)) {
		return Node{}, i
	}
	for j := i + 1; j < min(end, i+farSign); {
		r, n := utf8.DecodeRuneInString(p.s[j:end])
		switch {
		case r == rune(p.s[i]) && j > i+1:
			return Node{Kind: kind, From: i, To: j + 1, Kids: []Node{{From: i + 1, To: j}}}, j + 1
		case r == '_' || !wordRune(r) && !strings.ContainsRune("+-−–=.,()", r):
			return Node{}, i
		}
		j += n
	}
	return Node{}, i
}

// expr is ExprEnd for braces that are met one after the other: what was not closed once is not looked for again.
func (p *parser) expr(i, end int) int {
	if p.nowhere[closeExpr] > i {
		return 0
	}
	j := ExprEnd(p.s[:end], i)
	if j == 0 && end == len(p.s) {
		p.nowhere[closeExpr] = end
	}
	return j
}

// ExprEnd returns the end of the expression that opens at i, or 0. Braces within its strings do not count; another {{ does,
// since no expression holds one.
func ExprEnd(s string, i int) int {
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
		case c == '{' && j > i+2 && s[j-1] == '{':
			return 0
		}
	}
	return 0
}

func (p *parser) bold(i, end, depth int) (Node, int) {
	if depth >= deep || i+2 >= end || Space(p.s[i+2]) || p.nowhere[closeBold] > i {
		return Node{}, i
	}
	for j := i + 3; j+1 < end; j = p.after(j, end) {
		if p.s[j] == '*' && p.s[j+1] == '*' && !Space(p.s[j-1]) {
			for j+2 < end && p.s[j+2] == '*' {
				j++
			}
			return Node{Kind: Bold, From: i, To: j + 2, Kids: p.parse(i+2, j, depth+1)}, j + 2
		}
	}
	if end == len(p.s) {
		p.nowhere[closeBold] = end
	}
	return Node{}, i
}

func (p *parser) italic(i, end, depth int) (Node, int) {
	s := p.s
	if depth >= deep || i+2 >= end || Space(s[i+1]) || s[i+1] == '_' || wordBefore(s, i) || p.nowhere[closeItalic] > i {
		return Node{}, i
	}
	for j := i + 2; j < end; j = p.after(j, end) {
		if s[j] == '_' && !Space(s[j-1]) && s[j-1] != '_' && !wordAfter(s[:end], j+1) {
			return Node{Kind: Italic, From: i, To: j + 1, Kids: p.parse(i+1, j, depth+1)}, j + 1
		}
	}
	if end == len(s) {
		p.nowhere[closeItalic] = end
	}
	return Node{}, i
}

// after is the next byte that may hold a mark: escapes and expressions are passed over.
func (p *parser) after(j, end int) int {
	switch {
	case p.s[j] == '\\':
		return min(j+2, end)
	case p.template && strings.HasPrefix(p.s[j:end], "{{"):
		if e := p.expr(j, end); e > 0 {
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

// bracket returns the place of the bracket that closes the one at i before end, or 0. All pairs are found in one pass.
func (p *parser) bracket(i, end int) int {
	if p.closers == nil {
		p.closers = make([]int32, len(p.s)-p.base)
		var open []int32
		for j := p.base; j < len(p.s); j = p.after(j, len(p.s)) {
			switch p.s[j] {
			case '[':
				open = append(open, int32(j))
			case ']':
				if n := len(open) - 1; n >= 0 {
					p.closers[int(open[n])-p.base] = int32(j)
					open = open[:n]
				}
			}
		}
	}
	if j := int(p.closers[i-p.base]); j < end {
		return j
	}
	return 0
}

func (p *parser) link(i, end, depth int) (Node, int) {
	if depth >= deep {
		return Node{}, i
	}
	if strings.HasPrefix(p.s[i:end], "[^") {
		if n, to := p.reference(i, end, depth); to > i {
			return n, to
		}
	}
	j := p.bracket(i, min(end, i+farLink))
	if j == 0 || j+1 >= end || p.s[j+1] != '(' {
		return Node{}, i
	}
	end = min(end, j+farLink)
	for k, round := j+2, 0; k < end; k = p.after(k, end) {
		switch c := p.s[k]; {
		case c == '(':
			round++
		case c == ')' && round == 0:
			if k > j+2 && j > i+1 && (p.template || Address(p.s[j+2:k])) {
				return Node{Kind: Link, From: i, To: k + 1, Kids: p.parse(i+1, j, depth+1), Target: [2]int{j + 2, k}}, k + 1
			}
			return Node{}, i
		case c == ')':
			round--
		case Space(c):
			return Node{}, i
		}
	}
	return Node{}, i
}

// Address tells whether a link's target is an address that may be printed, or an anchor of the document.
func Address(s string) bool {
	for _, scheme := range []string{"https://", "http://", "mailto:", "tel:", "#"} {
		if len(s) > len(scheme) && strings.EqualFold(s[:len(scheme)], scheme) {
			return true
		}
	}
	return false
}

// Space tells whether a byte is white space.
func Space(b byte) bool { return b == ' ' || b == '\t' || b == '\n' || b == '\r' }
