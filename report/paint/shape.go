package paint

import (
	"konzept/report/geom"
	"konzept/report/page"
)

func (p *painter) rect(r *page.Rect) {
	p.endText()
	p.ground(p.tone(r, r.Ink), r.Box, r.Box)
	p.box(r.Box)
	p.b = append(p.b, "f\n"...)
}

// ruleWidth is the width below which an area is a line.
const ruleWidth = 1 * geom.MM

// ground sets the colour of an area. Black lines overprint as text does; large black areas are rich, if they are solid:
// the fine parts of a QR code would show when plates are out of register.
func (p *painter) ground(tone *tone, box, solid geom.Box) {
	p.overprint(tone.over && min(box.W, box.H) <= ruleWidth)
	if tone.black && p.edition.Press.Deep(solid) {
		p.setFill(p.colours.rich)
		return
	}
	p.setFill(tone.fill)
}

func (p *painter) shape(s *page.Shape) {
	stroked := s.Weight > 0
	if !complete(s.Path) || !s.Filled && !stroked {
		return
	}
	p.endText()
	if s.Filled && s.Hatch > 0 {
		p.hatch(s)
		if !stroked {
			return
		}
	}
	filled := s.Filled && s.Hatch == 0
	line := p.colours.of(s.Line)
	if filled {
		p.ground(p.tone(s, s.Fill), s.Path.Bounds(), s.Path.Solid())
	}
	if !filled || stroked {
		p.overprint(line.over && (!filled || p.state.over))
	}
	if stroked {
		p.setLine(line.line, max(centi(s.Weight), 1), centi(s.Dash))
	}
	p.b = appendPath(p.b, p.place, s.Path)
	p.b = append(p.b, painting(filled, stroked, s.EvenOdd)...)
}

// painting is the path-painting operator (ISO 32000-1, 8.5.3).
func painting(filled, stroked, evenOdd bool) string {
	switch {
	case filled && stroked && evenOdd:
		return "B*\n"
	case filled && stroked:
		return "B\n"
	case stroked:
		return "S\n"
	case evenOdd:
		return "f*\n"
	}
	return "f\n"
}

// complete tells whether every verb has its points and the path begins with a move, as PDF demands.
func complete(path geom.Path) bool {
	n := 0
	for _, v := range path.Verbs {
		switch v {
		case geom.MoveTo, geom.LineTo:
			n++
		case geom.CubicTo:
			n += 3
		}
	}
	return n > 0 && n == len(path.Points) && path.Verbs[0] == geom.MoveTo
}

func appendPath(b []byte, at frame, path geom.Path) []byte {
	pts := path.Points
	take := func(n int) {
		for _, q := range pts[:n] {
			b = appendPoint(b, at.px(q.X), at.py(q.Y))
		}
		pts = pts[n:]
	}
	for _, v := range path.Verbs {
		switch v {
		case geom.MoveTo:
			take(1)
			b = append(b, "m\n"...)
		case geom.LineTo:
			take(1)
			b = append(b, "l\n"...)
		case geom.CubicTo:
			take(3)
			b = append(b, "c\n"...)
		case geom.Close:
			b = append(b, "h\n"...)
		}
	}
	return b
}

// Hatches keep areas apart without colour. Lines stand on a grid of the page, so that neighbours' lines meet.
const (
	hatchPitch  = 300 // hundredths of a point
	hatchWeight = 60
	hatchLimit  = 4000 // lines in one shape
)

// hatch fills a path with lines: 1 rising, 2 falling, 3 level, 4 upright, 5 crossed.
func (p *painter) hatch(s *page.Shape) {
	saved := p.save()
	p.b = appendPath(p.b, p.place, s.Path)
	if s.EvenOdd {
		p.b = append(p.b, "W* n\n"...)
	} else {
		p.b = append(p.b, "W n\n"...)
	}
	line := p.colours.of(s.Fill)
	p.overprint(line.over)
	p.setLine(line.line, hatchWeight, 0)
	l, b, r, t := p.extent(s.Path)
	switch s.Hatch {
	case 1:
		p.rising(l, b, r, t)
	case 2:
		p.falling(l, b, r, t)
	case 3:
		p.level(l, b, r, t)
	case 4:
		p.upright(l, b, r, t)
	default:
		p.rising(l, b, r, t)
		p.falling(l, b, r, t)
	}
	p.b = append(p.b, "S\n"...)
	p.restore(saved)
}

func (c *stream) extent(path geom.Path) (l, b, r, t int64) {
	l, r = c.place.px(path.Points[0].X), c.place.px(path.Points[0].X)
	b, t = c.place.py(path.Points[0].Y), c.place.py(path.Points[0].Y)
	for _, q := range path.Points {
		x, y := c.place.px(q.X), c.place.py(q.Y)
		l, r, b, t = min(l, x), max(r, x), min(b, y), max(t, y)
	}
	return l, b, r, t
}

func (c *stream) rising(l, b, r, t int64) {
	eachStep(l-t, r-b, func(at int64) { c.segment(b+at, b, t+at, t) })
}

func (c *stream) falling(l, b, r, t int64) {
	eachStep(l+b, r+t, func(at int64) { c.segment(at-b, b, at-t, t) })
}

func (c *stream) level(l, b, r, t int64) {
	eachStep(b, t, func(y int64) { c.segment(l, y, r, y) })
}

func (c *stream) upright(l, b, r, t int64) {
	eachStep(l, r, func(x int64) { c.segment(x, b, x, t) })
}

// eachStep visits the grid's steps from a to b.
func eachStep(a, b int64, line func(c int64)) {
	c := a - a%hatchPitch
	for n := 0; c <= b && n < hatchLimit; n++ {
		line(c)
		c += hatchPitch
	}
}
