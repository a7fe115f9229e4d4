// Package canvas is what charts are drawn on: labels, boxes, lines, swatches and the legend in the inks and the type of a
// document.
//
// It measures in the size of its labels (em) and never tells two series apart by colour alone: they differ by hatch, so
// that a grey copy reads like the screen.
package canvas

import (
	"konzept/report/geom"
	"konzept/report/page"
	"konzept/report/symbol"
	"konzept/report/text"
	"konzept/report/wording"
)

// Setting is what a drawing takes from its document. A Label without faces sets no labels but still draws the shapes.
type Setting struct {
	Label     text.Font // labels along axes, legend
	Strong    text.Font // values; without faces: Label
	Ink       geom.Ink  // of labels and axes
	Palette   geom.Palette
	Lang      string      // BCP 47 of the sentence and of words such as "Ziel"
	MaxHeight geom.Length // of content on a page; a drawing in strips comes a little closer together to fit it. 0: unknown
}

// Strip is a level piece of a drawing, with its top left corner at 0,0.
type Strip struct {
	Items  []page.Item
	Height geom.Length
	Cut    Cut
}

// Cut is how a page may end above a strip.
type Cut uint8

// The cuts, from the best place to end a page to the worst.
const (
	CutFree   Cut = iota // between groups
	CutInside            // within a group
	CutNever
)

// Anchor is which end of a label its x names.
type Anchor uint8

// The anchors.
const (
	AtLeft Anchor = iota
	AtMiddle
	AtRight
)

// Canvas collects a drawing's items.
type Canvas struct {
	Setting
	Items   []page.Item // since the last strip
	Strips  []Strip
	Missing []text.Missing // glyphs that no face of the labels has
}

// New is an empty canvas.
func New(st Setting) *Canvas {
	if len(st.Strong.Faces) == 0 {
		st.Strong = st.Label
	}
	st.Strong.NoHyphens = true
	return &Canvas{Setting: st}
}

// Add takes up shapes and whatever else has its place.
func (c *Canvas) Add(items ...page.Item) { c.Items = append(c.Items, items...) }

// EndStrip makes what has been drawn since the last one a strip of its own.
func (c *Canvas) EndStrip(height geom.Length, cut Cut) {
	c.Strips = append(c.Strips, Strip{Items: c.Items, Height: height, Cut: cut})
	c.Items = nil
}

// InkOf finds a colour of the design by the first name that it has.
func (c *Canvas) InkOf(names ...string) geom.Ink {
	for _, n := range names {
		if i, ok := c.Palette.Find(n); ok {
			return i
		}
	}
	return c.Ink
}

// Em is the size of labels; charts measure their gaps in it.
func (c *Canvas) Em() geom.Length {
	if c.Label.Size > 0 {
		return c.Label.Size
	}
	return 8 * geom.Pt
}

func (c *Canvas) Leading() geom.Length { return c.Em().Mul(5, 4) }

func (c *Canvas) Width(s string, f *text.Font) geom.Length {
	if len(f.Faces) == 0 || s == "" {
		return 0
	}
	return text.Width(wording.Clean(s), f)
}

// labelEnd is a real space behind every label, lest words that stand apart run together in extracted text.
const labelEnd = " "

// Write sets one line with its baseline at y.
func (c *Canvas) Write(s string, f *text.Font, x, y geom.Length, a Anchor) {
	c.WriteIn(c.Ink, s, f, x, y, a)
}

func (c *Canvas) WriteIn(ink geom.Ink, s string, f *text.Font, x, y geom.Length, a Anchor) {
	s = wording.Clean(s)
	if len(f.Faces) == 0 || s == "" {
		return
	}
	c.Missing = append(c.Missing, text.MissingGlyphs([]text.Span{{Text: s, Font: f}})...)
	switch wide := text.Width(s, f); a {
	case AtMiddle:
		x -= wide / 2
	case AtRight:
		x -= wide
	}
	for _, r := range text.Shape(s+labelEnd, f) {
		c.Add(&page.Text{X: x, Y: y, Run: r, Ink: ink})
		x += r.Width()
	}
}

// Wrap breaks a label into lines no wider than width.
func (c *Canvas) Wrap(s string, width geom.Length, a text.Align) []text.Line {
	return c.WrapIn(&c.Label, s, width, a)
}

func (c *Canvas) WrapIn(f *text.Font, s string, width geom.Length, a text.Align) []text.Line {
	s = wording.Clean(s)
	if len(f.Faces) == 0 || s == "" {
		return nil
	}
	spans := []text.Span{{Text: s + labelEnd, Font: f}}
	c.Missing = append(c.Missing, text.MissingGlyphs(spans)...)
	return text.Break(spans, text.Options{Width: width, Align: a, Hyphenate: true, MinLeft: 3, MinRight: 3})
}

// SetLines sets wrapped lines below y; x is the left edge of their measure.
func (c *Canvas) SetLines(lines []text.Line, x, y geom.Length) { c.SetLinesIn(c.Ink, lines, x, y) }

func (c *Canvas) SetLinesIn(ink geom.Ink, lines []text.Line, x, y geom.Length) {
	y += c.Em()
	for _, l := range lines {
		for _, p := range l.Pieces {
			c.Add(&page.Text{X: x + p.X, Y: y, Run: p.Run, Ink: ink})
		}
		y += c.Leading()
	}
}

// LineHeight is what n lines of labels take.
func (c *Canvas) LineHeight(n int) geom.Length { return c.Leading() * geom.Length(n) }

// Hair draws a horizontal hairline below y.
func (c *Canvas) Hair(x, y, width geom.Length) {
	c.Rect(geom.Box{X: x, Y: y, W: width, H: geom.Pt / 4}, c.InkOf("line", "rule", "muted", "text"))
}

// Symbol sets a sign of the set on a baseline and returns its advance, 0 if there is none of that name.
func (c *Canvas) Symbol(name string, x, y, size geom.Length, ink geom.Ink) geom.Length {
	shapes, advance, ok := symbol.Draw(name, size)
	if !ok {
		return 0
	}
	for i := range shapes {
		shapes[i].Fill, shapes[i].Path = ink, shapes[i].Path.Shift(geom.Point{X: x, Y: y})
		c.Add(&shapes[i])
	}
	return advance
}

func (c *Canvas) Rect(b geom.Box, ink geom.Ink) {
	if b.W > 0 && b.H > 0 {
		c.Add(&page.Rect{Box: b, Ink: ink})
	}
}

// leastBar is how long a bar of next to nothing is: it must be seen, and print shops want lines of a quarter point.
const leastBar = geom.Pt / 2

// Fill draws a bar or swatch in a series' style: full, or hatched within an outline.
func (c *Canvas) Fill(b geom.Box, l SeriesStyle) {
	if b.W <= 0 || b.H <= 0 {
		return
	}
	b.W, b.H = max(b.W, leastBar), max(b.H, leastBar)
	if l.Hatch == 0 {
		c.Rect(b, l.Ink)
		return
	}
	s := &page.Shape{Fill: l.Ink, Filled: true, Hatch: l.Hatch, Line: l.Ink, Weight: geom.Pt * 3 / 4}
	s.Path.Rect(b)
	c.Add(s)
}

// Stroke draws an open or closed line.
func (c *Canvas) Stroke(p geom.Path, ink geom.Ink, weight, dash geom.Length) {
	c.Add(&page.Shape{Path: p, Line: ink, Weight: weight, Dash: dash})
}

// SeriesStyle is how one series is told from another without colour.
type SeriesStyle struct {
	Ink   geom.Ink
	Hatch int // 0: full
}

// SeriesStyles gives each series its written ink and hatch; series that would look alike get hatches of their own.
func (c *Canvas) SeriesStyles(n int, written func(i int) (geom.Ink, int)) []SeriesStyle {
	all := make([]SeriesStyle, n)
	for i := range all {
		ink, hatch := written(i)
		if ink == 0 {
			ink = c.InkOf("accent", "primary", "text")
		}
		l := SeriesStyle{ink, min(max(hatch, 0), 5)}
		for try := 0; try < 6 && holds(all[:i], l); try++ {
			l.Hatch = (l.Hatch + 1) % 6
		}
		all[i] = l
	}
	return all
}

func holds(all []SeriesStyle, l SeriesStyle) bool {
	for _, o := range all {
		if o == l {
			return true
		}
	}
	return false
}

// Legend sets swatches with names in lines from the top, and returns the height that it takes.
func (c *Canvas) Legend(names []string, width geom.Length, swatch func(i int, b geom.Box)) geom.Length {
	em := c.Em()
	x, y := geom.Length(0), geom.Length(0)
	for i, name := range names {
		w := em*3/2 + c.Width(name, &c.Label)
		if x > 0 && x+w > width {
			x, y = 0, y+c.Leading()
		}
		swatch(i, geom.Box{X: x, Y: y + em/5, W: em, H: em * 4 / 5})
		lines := c.Wrap(name, max(width-x-em*3/2, em), text.Left)
		c.SetLines(lines, x+em*3/2, y)
		y += c.Leading() * geom.Length(max(len(lines)-1, 0))
		x += w + em*3/2
	}
	if len(names) == 0 {
		return 0
	}
	return y + c.Leading() + em*2/3
}
