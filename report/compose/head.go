package compose

import (
	"strings"

	"konzept/report/diag"
	"konzept/report/markup"
)

// token is one word of a directive's line or of braces.
type token struct {
	key    string // before =, or empty
	keyAt  diag.Span
	value  text // without quotation marks
	quoted bool
	to     int // where it ends in the text
}

// nextToken reads the word at i of t; ok is false at the end. A quotation mark that does not close takes the rest.
func nextToken(t text, i int) (tok token, ok bool) {
	for i < len(t.s) && space(t.s[i]) {
		i++
	}
	if i >= len(t.s) {
		return token{to: i}, false
	}
	start := i
	for i < len(t.s) && nameByte(t.s[i]) {
		i++
	}
	if i > start && i < len(t.s) && t.s[i] == '=' && !strings.HasPrefix(t.s[i:], "==") {
		tok.key, tok.keyAt = t.s[start:i], t.span(start, i)
		i++
	} else {
		i = start
	}
	if i < len(t.s) && (t.s[i] == '"' || strings.HasPrefix(t.s[i:], "“") || strings.HasPrefix(t.s[i:], "„")) {
		return quoted(t, i, tok), true
	}
	from := i
	for i < len(t.s) && !space(t.s[i]) {
		i = passExpr(t.s, i)
	}
	tok.value, tok.to = t.sub(from, i), i
	return tok, true
}

// quoted reads "…" at i; expressions within may hold quotation marks of their own, \" is one too.
func quoted(t text, i int, tok token) token {
	tok.quoted = true
	if t.s[i] != '"' { // typographic marks: „…“ or “…”
		open := 3
		for _, end := range []string{"“", "”"} {
			if j := strings.Index(t.s[i+open:], end); j >= 0 {
				tok.value, tok.to = t.sub(i+open, i+open+j), i+open+j+len(end)
				return tok
			}
		}
	}
	from := i + 1
	for i++; i < len(t.s) && t.s[i] != '"'; {
		if t.s[i] == '\\' {
			i++
		}
		i = passExpr(t.s, i)
	}
	i = min(i, len(t.s))
	tok.value, tok.to = t.sub(min(from, i), i), min(i+1, len(t.s))
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
func braces(t text) (head, inner text, ok bool) {
	s := strings.TrimRight(t.s, " \t\r\n")
	if !strings.HasSuffix(s, "}") {
		return t, text{}, false
	}
	for i := 0; i < len(s); i = passExpr(s, i) {
		if s[i] == '\\' {
			i++
			continue
		}
		if s[i] == '{' && (i == 0 || space(s[i-1])) && !strings.HasPrefix(s[i:], "{{") && closes(s, i) {
			return t.sub(0, i).trim(), t.sub(i+1, len(s)-1), true
		}
	}
	return t, text{}, false
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
