package source

import (
	"bytes"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"konzept/report/diag"
)

var (
	dashWord  = regexp.MustCompile(`^\s*-[a-z_]+:(\s|$)`)
	colonWord = regexp.MustCompile(`^\s*(?:- )?[a-z_]+(:)[^\s:/]`)
	hashWord  = regexp.MustCompile(`[ \t](#)[\pL\pN]`)
)

// slip looks for the cause of an error that the library finds a line too late or names by its consequence: a space that
// is none, no space at all, a bracket or a # in a text.
func (s *search) slip(code diag.Code, at diag.Span) (diag.Code, diag.Span, string, bool) {
	switch code {
	case "bad-indent", "missing-colon", "colon-in-text", "syntax":
	case "unclosed-bracket":
		start := s.lineAt(int(at.From) - s.from)
		if m := hashWord.FindSubmatchIndex(s.data[start:s.lineEnd(start)]); m != nil && start+m[2] > int(at.From)-s.from {
			i := start + m[2]
			return "hash-splits-text", s.span(i, i+lineLength(s.data[i:])), "", true
		}
		return "", diag.Span{}, "", false
	default:
		return "", diag.Span{}, "", false
	}
	line := s.lineAt(int(at.From) - s.from)
	above := line
	for range 3 {
		if i := strangeSpace(s.data[above:s.lineEnd(above)]); i >= 0 {
			return "no-break-space", s.span(above+i, above+i+spaceLength(s.data[above+i:])), "", true
		}
		if above == 0 {
			break
		}
		above = s.lineAt(above - 1)
	}
	if line > 0 {
		above = s.lineAt(line - 1)
	}
	for _, start := range []int{line, above} {
		text := s.data[start:s.lineEnd(start)]
		switch {
		case dashWord.Match(text):
			i := bytes.IndexByte(text, '-')
			return "dash-without-space", s.span(start+i, start+i+1), string(bytes.TrimSpace(text[i+1:])), true
		case colonWord.Match(text):
			i := colonWord.FindSubmatchIndex(text)[2]
			return "colon-without-space", s.span(start+i, start+i+1), string(bytes.TrimLeft(text[:i], " -")), true
		}
	}
	if i := s.afterBracket(line); i >= 0 {
		return "reserved-start", s.span(i, i+1), string(s.data[i]), true
	}
	if m := hashWord.FindSubmatchIndex(s.data[above:s.lineEnd(above)]); m != nil && above < line {
		i := above + m[2]
		return "hash-splits-text", s.span(i, i+lineLength(s.data[i:])), "", true
	}
	return "", diag.Span{}, "", false
}

// afterBracket finds a bracket that opens a value and is followed by text behind the one that closes it: [Name] fehlt.
func (s *search) afterBracket(start int) int {
	end := s.lineEnd(start)
	for i := start; i < end; i++ {
		if b := s.data[i]; b != '[' && b != '{' || !opens(s.data, i) {
			continue
		}
		to := bytes.IndexByte(s.data[i:end], s.data[i]+2) // in ASCII each closing bracket stands two behind its opening one
		if to < 0 {
			return -1
		}
		rest := bytes.TrimLeft(s.data[i+to+1:end], " ")
		if r, _ := utf8.DecodeRune(rest); unicode.IsLetter(r) || unicode.IsDigit(r) || len(rest) > 0 && strings.IndexByte("(\"'-/.;!?%", rest[0]) >= 0 {
			return i
		}
		return -1
	}
	return -1
}
