package typeset

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"konzept/report/doc"
	"konzept/report/geom"
	"konzept/report/text"
)

// Extent is how narrow content can be without parting its longest word (min-content) and how wide without a break
// (max-content).
type Extent struct{ Min, Max geom.Length }

// Extent is the min-content and the max-content width of inlines in a style.
func (st *Setter) Extent(list []doc.Inline, s *doc.Style) Extent {
	in := st.Borrow()
	defer st.GiveBack(in)
	st.Spans(in, list, s, nil, nil)
	narrow, wide := text.Extent(in.Spans, st.Styles.Breaking(s, geom.Pt))
	if slices.ContainsFunc(list, isNote) {
		number := st.Styles.noteNumber(s)
		narrow, wide = narrow+number, wide+number
	}
	return Extent{narrow, wide + 1}
}

// Decimal is how wide a cell's text is before and after its decimal comma. Marks of notes hang after it; words without
// a figure have no comma, but a single sign such as a dash stands where ones do.
func (st *Setter) Decimal(c *doc.Cell, style *doc.Style) (before, after geom.Length, ok bool) {
	if len(c.Blocks) != 1 {
		return 0, 0, false
	}
	p, ok := c.Blocks[0].(*doc.Paragraph)
	if !ok {
		return 0, 0, false
	}
	said, ok := numberText(p.Inlines)
	n := CommaAt(said, st.Styles.lang)
	if n < 0 && utf8.RuneCountInString(said) == 1 {
		n = len(said)
	}
	if p.Style != nil {
		style = p.Style
	}
	s := st.Styles.Styled(style)
	if !ok || n < 0 || s.First != 0 || s.Indent != 0 {
		return 0, 0, false
	}
	var all geom.Length
	for _, inline := range p.Inlines {
		t, isText := inline.(*doc.Text)
		if !isText {
			all += st.Styles.noteNumber(s)
			continue
		}
		font := st.Styles.Font(s, &t.Style, t.Lang)
		if n > 0 {
			before += text.Width(t.Text[:min(n, len(t.Text))], font)
		}
		all += text.Width(t.Text, font)
		n -= len(t.Text)
	}
	return before, max(all-before, 0) + 1, true
}

// numberText is the text of inlines, if they are nothing but text and notes.
func numberText(list []doc.Inline) (string, bool) {
	if len(list) == 1 { // as good as always: nothing to join
		t, ok := list[0].(*doc.Text)
		if !ok {
			return "", false
		}
		return t.Text, true
	}
	var said strings.Builder
	for _, inline := range list {
		switch v := inline.(type) {
		case *doc.Text:
			said.WriteString(v.Text)
		case *doc.Footnote:
		default:
			return "", false
		}
	}
	return said.String(), true
}

// CommaAt is the byte of the decimal sign: before the last one that a figure follows, else after the last figure; below 0
// if there is no figure. Figures that follow a letter belong to a unit (m2).
func CommaAt(s, lang string) int {
	sign := byte(',')
	if lang == "en" {
		sign = '.'
	}
	end := -1
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		switch {
		case isFigure(s, i):
			comma := -1
			for isFigure(s, i) || i < len(s) && (s[i] == ',' || s[i] == '.') && isFigure(s, i+1) {
				if s[i] == sign {
					comma = i
				}
				i++
			}
			if end = i; comma >= 0 {
				end = comma
			}
		case unicode.IsLetter(r):
			for i += size; isFigure(s, i); i++ {
			}
		default:
			i += size
		}
	}
	return end
}

func isFigure(s string, i int) bool { return i < len(s) && '0' <= s[i] && s[i] <= '9' }
