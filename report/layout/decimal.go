package layout

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"konzept/report/doc"
	"konzept/report/geom"
	"konzept/report/text"
)

// decimals is the widest part before and after the decimal comma in a column.
type decimals struct{ before, after geom.Length }

// add weighs one cell. Only a single paragraph of text stands at the comma.
func (d *decimals) add(b *builder, c *doc.Cell, style *doc.Style) {
	if before, after, ok := b.commaParts(c, style); ok {
		d.before, d.after = max(d.before, before), max(d.after, after)
	}
}

// stand moves a cell's frame so that its comma stands where the column's does; the widest number ends at the right edge.
func (d *decimals) stand(b *builder, f frame, c *doc.Cell) frame {
	before, _, ok := b.commaParts(c, f.style)
	f.aligned = true
	if !ok || d.before+d.after > f.width {
		f.align = doc.Right
		return f
	}
	f.align = doc.Left
	return f.inset(f.width-d.before-d.after+d.before-before, 0)
}

// commaParts is how wide a cell's text is before and after its decimal comma. Marks of notes hang after it; words without
// a figure have no comma, but a single sign such as a dash stands where ones do.
func (b *builder) commaParts(c *doc.Cell, style *doc.Style) (before, after geom.Length, ok bool) {
	if len(c.Blocks) != 1 {
		return 0, 0, false
	}
	p, ok := c.Blocks[0].(*doc.Paragraph)
	if !ok {
		return 0, 0, false
	}
	said, ok := numberText(p.Inlines)
	n := commaAt(said, b.set.lang)
	if n < 0 && utf8.RuneCountInString(said) == 1 {
		n = len(said)
	}
	if p.Style != nil {
		style = p.Style
	}
	s := b.styled(style)
	if !ok || n < 0 || s.First != 0 || s.Indent != 0 {
		return 0, 0, false
	}
	var all geom.Length
	for _, inline := range p.Inlines {
		t, isText := inline.(*doc.Text)
		if !isText {
			all += b.noteNumber(s)
			continue
		}
		font := b.font(s, &t.Look, t.Lang)
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

// commaAt is the byte of the decimal sign: before the last one that a figure follows, else after the last figure; below 0
// if there is no figure. Figures that follow a letter belong to a unit (m2).
func commaAt(s, lang string) int {
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
