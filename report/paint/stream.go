package paint

import (
	"math"

	"konzept/report/geom"
	"konzept/report/text"
)

// frame maps trim coordinates, y down, to the page's hundredths of a point, y up.
type frame struct{ x, y int64 }

func (f frame) px(x geom.Length) int64 { return f.x + centi(x) }
func (f frame) py(y geom.Length) int64 { return f.y - centi(y) }

// state is the graphics state that content has set so far; operators that would repeat it are left out.
type state struct {
	fill, line   string
	weight, dash int64 // hundredths of a point
	face         *face
	size         int64 // thousandths of a point
	expansion    int16
	inText       bool
	over         bool  // overprints
	tx, ty       int64 // start of the text line
}

// stream is a page's content stream with the graphics state that it has set so far.
type stream struct {
	b     []byte
	place frame
	state state
}

// save and restore bracket changes of the clip and the matrix; Q brings the noted state back, too.
func (c *stream) save() state {
	c.endText()
	c.b = append(c.b, "q\n"...)
	return c.state
}

func (c *stream) restore(s state) {
	c.b = append(c.b, "Q\n"...)
	c.state = s
}

func (c *stream) setFill(op string) {
	if c.state.fill != op {
		c.b = append(c.b, op...)
		c.state.fill = op
	}
}

// overprint lets what follows print over the other inks or knock them out (ISO 32000-1, 8.6.7). Black text and lines
// overprint, so that no white shows where plates are out of register; everything else, white above all, knocks out.
func (c *stream) overprint(on bool) {
	if c.state.over == on {
		return
	}
	c.state.over = on
	if on {
		c.b = append(c.b, "/Over gs\n"...)
	} else {
		c.b = append(c.b, "/Knock gs\n"...)
	}
}

func (c *stream) setLine(op string, weight, dash int64) {
	s := &c.state
	if s.line != op {
		c.b = append(c.b, op...)
		s.line = op
	}
	if s.weight != weight {
		c.b = append(appendCenti(c.b, weight), " w\n"...)
		s.weight = weight
	}
	if s.dash != dash {
		c.b = append(c.b, '[')
		if dash > 0 {
			c.b = appendCenti(c.b, dash)
		}
		c.b = append(c.b, "] 0 d\n"...)
		s.dash = dash
	}
}

func (c *stream) endText() {
	if c.state.inText {
		c.b = append(c.b, "ET\n"...)
		c.state.inText = false
	}
}

func (c *stream) setFont(f *face, r *text.Run) {
	s := &c.state
	if size := r.Size.Milli(); s.face != f || s.size != size {
		c.b = append(append(append(c.b, '/'), f.name...), ' ')
		c.b = append(appendScaled(c.b, size, 3), " Tf\n"...)
		s.face, s.size = f, size
	}
	if s.expansion != r.Expansion {
		c.b = append(appendScaled(c.b, 1000+int64(r.Expansion), 1), " Tz\n"...)
		s.expansion = r.Expansion
	}
}

// turn sets the text matrix for text that runs upwards at an angle.
func (c *stream) turn(degrees int16, x, y int64) {
	sin, cos := math.Sincos(float64(degrees) * math.Pi / 180)
	cosine, sine := int64(math.Round(cos*1e5)), int64(math.Round(sin*1e5))
	for _, v := range [4]int64{cosine, sine, -sine, cosine} {
		c.b = append(appendScaled(c.b, v, 5), ' ')
	}
	c.b = append(appendPoint(c.b, x, y), "Tm\n"...)
}

// box adds a rectangle whose edges are rounded one by one, so that neighbours meet without a gap.
func (c *stream) box(b geom.Box) {
	x, y := c.place.px(b.X), c.place.py(b.Bottom())
	c.b = appendPoint(c.b, x, y)
	c.b = append(appendPoint(c.b, c.place.px(b.Right())-x, c.place.py(b.Y)-y), "re\n"...)
}

func (c *stream) segment(x1, y1, x2, y2 int64) {
	c.b = append(appendPoint(c.b, x1, y1), "m "...)
	c.b = append(appendPoint(c.b, x2, y2), "l\n"...)
}
