package template

import (
	"strings"

	"konzept/report/diag"
	"konzept/report/markup"
)

// token is one word of a directive's line or of braces.
type token struct {
	key    string // before =, or empty
	keyAt  diag.Span
	value  Text // without quotation marks
	quoted bool
	to     int // where it ends in the text
}

// nextToken reads the word at i of t; ok is false at the end. A quotation mark that does not close takes the rest.
func nextToken(t Text, i int) (tok token, ok bool) {
	for i < len(t.Chars) && space(t.Chars[i]) {
		i++
	}
	if i >= len(t.Chars) {
		return token{to: i}, false
	}
	start := i
	for i < len(t.Chars) && nameByte(t.Chars[i]) {
		i++
	}
	if i > start && i < len(t.Chars) && t.Chars[i] == '=' && !strings.HasPrefix(t.Chars[i:], "==") {
		tok.key, tok.keyAt = t.Chars[start:i], t.Span(start, i)
		i++
	} else {
		i = start
	}
	if i < len(t.Chars) && (t.Chars[i] == '"' || strings.HasPrefix(t.Chars[i:], "“") || strings.HasPrefix(t.Chars[i:], "„")) {
		return quoted(t, i, tok), true
	}
	from := i
	for i < len(t.Chars) && !space(t.Chars[i]) {
		i = passExpr(t.Chars, i)
	}
	tok.value, tok.to = t.Sub(from, i), i
	return tok, true
}

// quoted reads "…" at i; expressions within may hold quotation marks of their own, \" is one too.
func quoted(t Text, i int, tok token) token {
	tok.quoted = true
	if t.Chars[i] != '"' { // typographic marks: „…“ or “…”
		open := 3
		for _, end := range []string{"“", "”"} {
			if j := strings.Index(t.Chars[i+open:], end); j >= 0 {
				tok.value, tok.to = t.Sub(i+open, i+open+j), i+open+j+len(end)
				return tok
			}
		}
	}
	from := i + 1
	for i++; i < len(t.Chars) && t.Chars[i] != '"'; {
		if t.Chars[i] == '\\' {
			i++
		}
		i = passExpr(t.Chars, i)
	}
	i = min(i, len(t.Chars))
	tok.value, tok.to = t.Sub(min(from, i), i), min(i+1, len(t.Chars))
	return tok
}

// passExpr returns the byte after i, or after the expression that opens there.
func passExpr(s string, i int) int {
	if i < len(s) && strings.HasPrefix(s[i:], "{{") {
		if j := markup.ExprEnd(s, i); j > 0 {
			return j
		}
	}
	return i + 1
}

// braces splits trailing attributes off: `Title {#anchor .flag key=value}`.
func braces(t Text) (head, inner Text, ok bool) {
	s := strings.TrimRight(t.Chars, " \t\r\n")
	if !strings.HasSuffix(s, "}") {
		return t, Text{}, false
	}
	for i := 0; i < len(s); i = passExpr(s, i) {
		if s[i] == '\\' {
			i++
			continue
		}
		if s[i] == '{' && (i == 0 || space(s[i-1])) && !strings.HasPrefix(s[i:], "{{") && closes(s, i) {
			return t.Sub(0, i).Trim(), t.Sub(i+1, len(s)-1), true
		}
	}
	return t, Text{}, false
}

// closes tells whether the brace at i is closed by the last byte of s.
func closes(s string, i int) bool {
	for j := i + 1; j < len(s); j = passExpr(s, j) {
		if s[j] == '}' {
			return j == len(s)-1
		}
	}
	return false
}
