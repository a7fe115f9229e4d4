// Package grammar reads the expressions of templates into a tree and knows where in the template each node of it stands.
package grammar

import (
	"errors"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/expr-lang/expr/ast"
	"github.com/expr-lang/expr/file"
	"github.com/expr-lang/expr/parser"

	"konzept/report/diag"
)

// Source relates the parser's rune offsets to the template's bytes.
type Source struct {
	src  string // as parsed
	at   diag.Span
	real map[int]string // rune offsets of stand-ins and what was written there
	grow []int          // rune offsets of stand-ins that are one letter longer than what was written
}

// standIn is a predicate function of the grammar with an optional second argument. The grammar decides by name which
// functions take `.key`; sort and group are ours, so they are parsed under this name.
const standIn = "count"

// Parse reads an expression. What the grammar refuses is one finding at the token it stumbled over.
func Parse(src string, at diag.Span, out *diag.List) (ast.Node, *Source) {
	m := &Source{at: at, real: map[int]string{}}
	m.src = m.replace(src)
	tree, err := parser.Parse(m.src)
	if err == nil {
		return tree.Node, m
	}
	var e *file.Error
	if !errors.As(err, &e) {
		out.Add("expression-syntax", at, src)
		return nil, m
	}
	where := m.spanOf(e.From, max(e.To, e.From+1))
	runes := []rune(m.src)
	if e.From >= len(runes) || strings.Contains(e.Message, "EOF") {
		out.Add("expression-ends", at)
		return nil, m
	}
	out.Add("expression-syntax", where, string(runes[e.From:min(max(e.To, e.From+1), len(runes))]))
	return nil, m
}

// replace writes stand-ins for sort( and group( outside strings.
func (m *Source) replace(src string) string {
	if !strings.Contains(src, "sort") && !strings.Contains(src, "group") {
		return src
	}
	var b strings.Builder
	n := 0 // runes written
	for i := 0; i < len(src); {
		end := i + tokenLength(src[i:])
		word := src[i:end]
		after := strings.TrimLeft(src[end:], " ")
		if (word == "sort" || word == "group") && strings.HasPrefix(after, "(") && !strings.HasSuffix(strings.TrimRight(src[:i], " "), ".") {
			m.real[n] = word
			if word == "sort" {
				m.grow = append(m.grow, n)
			}
			word = standIn
		}
		b.WriteString(word)
		n += utf8.RuneCountInString(word)
		i = end
	}
	return b.String()
}

// tokenLength is the bytes of the string, word or sign at the start of s.
func tokenLength(s string) int {
	first, size := utf8.DecodeRuneInString(s)
	switch {
	case strings.ContainsRune("\"'`", first):
		for i := size; i < len(s); i++ {
			if s[i] == '\\' && first != '`' {
				i++
			} else if s[i] == byte(first) {
				return i + 1
			}
		}
		return len(s)
	case letter(first):
		n := strings.IndexFunc(s, func(r rune) bool { return !letter(r) && !unicode.IsDigit(r) })
		if n < 0 {
			return len(s)
		}
		return n
	}
	return size
}

func letter(r rune) bool { return r == '_' || r == '$' || unicode.IsLetter(r) }

// Span is a node's place in its template.
func (m *Source) Span(n ast.Node) diag.Span {
	from, to := n.Location().From, n.Location().To
	return m.spanOf(from, max(to, from+1))
}

// Text is what a node was read from.
func (m *Source) Text(n ast.Node) string {
	runes := []rune(m.src)
	from, to := n.Location().From, n.Location().To
	if from < 0 || to > len(runes) || from > to {
		return ""
	}
	return string(runes[from:to])
}

func (m *Source) spanOf(from, to int) diag.Span {
	if !m.at.Known() {
		return m.at
	}
	s := m.at
	if length := s.To - s.From; int(length) < len(m.src)-len(m.grow) {
		return s // the source is not written in one piece: point to the whole
	}
	s.From, s.To = s.From+m.bytes(from), s.From+m.bytes(to)
	return s
}

// bytes turns a rune offset of the parsed source into a byte offset of the written one.
func (m *Source) bytes(runes int) int32 {
	n, b := 0, 0
	for i := range m.src {
		if n == runes {
			b = i
			break
		}
		n++
		b = len(m.src)
	}
	if runes <= 0 {
		b = 0
	}
	for _, g := range m.grow {
		if g < runes {
			b--
		}
	}
	return int32(b)
}

// Name is the function that a call names in the template, if the grammar has it under another name.
func (m *Source) Name(n ast.Node) (string, bool) {
	name, ok := m.real[n.Location().From]
	return name, ok
}
