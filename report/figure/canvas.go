package figure

import (
	"strings"
	"unicode"

	"konzept/report/geom"
	"konzept/report/page"
	"konzept/report/text"
)

// anchor is which end of a label its x names.
type anchor uint8

const (
	atLeft anchor = iota
	atMiddle
	atRight
)

// canvas collects a drawing's items.
type canvas struct {
	Setting
	say     *phrases
	items   []page.Item
	strips  []Strip
	missing []text.Missing
}

func newCanvas(st Setting) *canvas {
	if len(st.Strong.Faces) == 0 {
		st.Strong = st.Label
	}
	st.Strong.NoHyphens = true
	return &canvas{Setting: st, say: phrasesOf(st.Lang)}
}

func (c *canvas) done(size geom.Size, alt string, rows [][]string) Result {
	return Result{Items: c.items, Size: size, Alt: alt, Rows: rows, Missing: c.missing}
}

// valued adds to a result the list of its values.
func (r Result) valued(values string) Result {
	r.Values = values
	return r
}

// strip makes what has been drawn since the last one a strip of its own.
func (c *canvas) strip(height geom.Length, cut Cut) {
	c.strips = append(c.strips, Strip{Items: c.items, Height: height, Cut: cut})
	c.items = nil
}

// stripped is a drawing in strips, of which the first head ones repeat.
func (c *canvas) stripped(width geom.Length, head int, alt string, rows [][]string) Result {
	r := c.done(geom.Size{W: width}, alt, rows)
	r.Strips, r.Head = c.strips, head
	few := 3 * c.leading() // less than this stands on no page alone
	for i := range r.Strips {
		s := &r.Strips[i]
		r.Size.H += s.Height
		if i == head+1 && r.Strips[head].Height < few || i > head && i == len(r.Strips)-1 && s.Height < few {
			s.Cut = CutNever
		}
	}
	return r
}

// ink finds a colour of the design by the first name that it has.
func (c *canvas) ink(names ...string) geom.Ink {
	for _, n := range names {
		if i, ok := c.Palette.Find(n); ok {
			return i
		}
	}
	return c.Ink
}

// em is the size of labels; charts measure their gaps in it.
func (c *canvas) em() geom.Length {
	if c.Label.Size > 0 {
		return c.Label.Size
	}
	return 8 * geom.Pt
}

func (c *canvas) leading() geom.Length { return c.em().Mul(5, 4) }

// clean makes one line of a label: control characters become spaces, runs of spaces one.
func clean(s string) string {
	return strings.Join(strings.FieldsFunc(s, func(r rune) bool {
		return r != '\u00A0' && r != '\u202F' && (unicode.IsSpace(r) || unicode.IsControl(r))
	}), " ")
}

func (c *canvas) width(s string, f *text.Font) geom.Length {
	if len(f.Faces) == 0 || s == "" {
		return 0
	}
	return text.Width(clean(s), f)
}

// labelEnd is a real space behind every label, lest words that stand apart run together in extracted text.
const labelEnd = " "

// label sets one line with its baseline at y.
func (c *canvas) label(s string, f *text.Font, x, y geom.Length, a anchor) {
	c.labelIn(c.Ink, s, f, x, y, a)
}

func (c *canvas) labelIn(ink geom.Ink, s string, f *text.Font, x, y geom.Length, a anchor) {
	s = clean(s)
	if len(f.Faces) == 0 || s == "" {
		return
	}
	c.missing = append(c.missing, text.MissingGlyphs([]text.Span{{Text: s, Font: f}})...)
	switch wide := text.Width(s, f); a {
	case atMiddle:
		x -= wide / 2
	case atRight:
		x -= wide
	}
	for _, r := range text.Shape(s+labelEnd, f) {
		c.items = append(c.items, &page.Text{X: x, Y: y, Run: r, Ink: ink})
		x += r.Width()
	}
}

func total(runs []text.Run) (w geom.Length) {
	for i := range runs {
		w += runs[i].Width()
	}
	return w
}

// wrap breaks a label into lines no wider than width.
func (c *canvas) wrap(s string, width geom.Length, a text.Align) []text.Line {
	return c.wrapIn(&c.Label, s, width, a)
}

func (c *canvas) wrapIn(f *text.Font, s string, width geom.Length, a text.Align) []text.Line {
	s = clean(s)
	if len(f.Faces) == 0 || s == "" {
		return nil
	}
	spans := []text.Span{{Text: s + labelEnd, Font: f}}
	c.missing = append(c.missing, text.MissingGlyphs(spans)...)
	return text.Break(spans, text.Options{Width: width, Align: a, Hyphenate: true, MinLeft: 3, MinRight: 3})
}

// setLines sets wrapped lines below y; x is the left edge of their measure.
func (c *canvas) setLines(lines []text.Line, x, y geom.Length) { c.setLinesIn(c.Ink, lines, x, y) }

func (c *canvas) setLinesIn(ink geom.Ink, lines []text.Line, x, y geom.Length) {
	y += c.em()
	for _, l := range lines {
		for _, p := range l.Pieces {
			c.items = append(c.items, &page.Text{X: x + p.X, Y: y, Run: p.Run, Ink: ink})
		}
		y += c.leading()
	}
}

// lineHeight is what n lines of labels take.
func (c *canvas) lineHeight(n int) geom.Length { return c.leading() * geom.Length(n) }

// hair draws a fine level line below y.
func (c *canvas) hair(x, y, width geom.Length) {
	c.rect(geom.Box{X: x, Y: y, W: width, H: geom.Pt / 4}, c.ink("line", "rule", "muted", "text"))
}

// symbol sets a sign of the set on a baseline and returns its advance, 0 if there is none of that name.
func (c *canvas) symbol(name string, x, y, size geom.Length, ink geom.Ink) geom.Length {
	shapes, advance, ok := Symbol(name, size)
	if !ok {
		return 0
	}
	for i := range shapes {
		shapes[i].Fill, shapes[i].Path = ink, shapes[i].Path.Shift(geom.Point{X: x, Y: y})
		c.items = append(c.items, &shapes[i])
	}
	return advance
}

func (c *canvas) rect(b geom.Box, ink geom.Ink) {
	if b.W > 0 && b.H > 0 {
		c.items = append(c.items, &page.Rect{Box: b, Ink: ink})
	}
}

// leastBar is how long a bar of next to nothing is: it must be seen, and print shops want lines of a quarter point.
const leastBar = geom.Pt / 2

// fill draws a bar or swatch in a series' look: full, or hatched within an outline.
func (c *canvas) fill(b geom.Box, l look) {
	if b.W <= 0 || b.H <= 0 {
		return
	}
	b.W, b.H = max(b.W, leastBar), max(b.H, leastBar)
	if l.hatch == 0 {
		c.rect(b, l.ink)
		return
	}
	s := &page.Shape{Fill: l.ink, Filled: true, Hatch: l.hatch, Line: l.ink, Weight: geom.Pt * 3 / 4}
	s.Path.Rect(b)
	c.items = append(c.items, s)
}

// stroke draws an open or closed line.
func (c *canvas) stroke(p geom.Path, ink geom.Ink, weight, dash geom.Length) {
	c.items = append(c.items, &page.Shape{Path: p, Line: ink, Weight: weight, Dash: dash})
}

// look is how one series is told from another without colour.
type look struct {
	ink   geom.Ink
	hatch int
}

// looks gives each series its written ink and hatch; series that would look alike get hatches of their own.
func (c *canvas) looks(n int, written func(i int) (geom.Ink, int)) []look {
	all := make([]look, n)
	for i := range all {
		ink, hatch := written(i)
		if ink == 0 {
			ink = c.ink("accent", "primary", "text")
		}
		l := look{ink, min(max(hatch, 0), 5)}
		for try := 0; try < 6 && holds(all[:i], l); try++ {
			l.hatch = (l.hatch + 1) % 6
		}
		all[i] = l
	}
	return all
}

func holds(all []look, l look) bool {
	for _, o := range all {
		if o == l {
			return true
		}
	}
	return false
}

// legend sets swatches with names in lines from the top, and returns the height that it takes.
func (c *canvas) legend(names []string, width geom.Length, swatch func(i int, b geom.Box)) geom.Length {
	em := c.em()
	x, y := geom.Length(0), geom.Length(0)
	for i, name := range names {
		w := em*3/2 + c.width(name, &c.Label)
		if x > 0 && x+w > width {
			x, y = 0, y+c.leading()
		}
		swatch(i, geom.Box{X: x, Y: y + em/5, W: em, H: em * 4 / 5})
		lines := c.wrap(name, max(width-x-em*3/2, em), text.Left)
		c.setLines(lines, x+em*3/2, y)
		y += c.leading() * geom.Length(max(len(lines)-1, 0))
		x += w + em*3/2
	}
	if len(names) == 0 {
		return 0
	}
	return y + c.leading() + em*2/3
}
