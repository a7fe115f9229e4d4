package layout

import (
	"strings"

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

// commaParts is how wide a cell's text is before and after its decimal comma.
func (b *builder) commaParts(c *doc.Cell, style *doc.Style) (before, after geom.Length, ok bool) {
	if len(c.Blocks) != 1 {
		return 0, 0, false
	}
	p, ok := c.Blocks[0].(*doc.Paragraph)
	if !ok || len(p.Inlines) != 1 {
		return 0, 0, false
	}
	t, ok := p.Inlines[0].(*doc.Text)
	if !ok {
		return 0, 0, false
	}
	if p.Style != nil {
		style = p.Style
	}
	s := b.styled(style)
	if s.First != 0 || s.Indent != 0 {
		return 0, 0, false
	}
	font := b.font(s, &t.Look, t.Lang)
	n := commaAt(t.Text)
	before = text.Width(t.Text[:n], font)
	return before, max(text.Width(t.Text, font)-before, 0) + 1, true
}

// commaAt is the byte of the decimal comma: before the last comma that a figure follows, else after the last figure,
// else the text's end.
func commaAt(s string) int {
	if n := strings.LastIndexByte(s, ','); n >= 0 && n+1 < len(s) && '0' <= s[n+1] && s[n+1] <= '9' {
		return n
	}
	if n := strings.LastIndexAny(s, "0123456789"); n >= 0 {
		return n + 1
	}
	return len(s)
}
