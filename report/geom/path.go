package geom

// Verb is one step of a path.
type Verb uint8

// The steps of a path and how many points each takes.
const (
	MoveTo  Verb = iota // 1
	LineTo              // 1
	CubicTo             // 3: two control points and the end, as in PDF's c operator
	Close               // 0
)

// Path is a vector outline: verbs with their points in order.
type Path struct {
	Verbs  []Verb
	Points []Point
}

// Move starts a new outline at x, y.
func (p *Path) Move(x, y Length) { p.add(MoveTo, Point{x, y}) }

// Line draws a straight line to x, y.
func (p *Path) Line(x, y Length) { p.add(LineTo, Point{x, y}) }

// Cubic draws a Bézier curve to the last of the three points.
func (p *Path) Cubic(a, b, c Point) { p.add(CubicTo, a, b, c) }

// Close joins the outline's end with its start.
func (p *Path) Close() { p.add(Close) }

func (p *Path) add(v Verb, pts ...Point) {
	p.Verbs = append(p.Verbs, v)
	p.Points = append(p.Points, pts...)
}

// Rect adds a rectangle.
func (p *Path) Rect(b Box) {
	p.Move(b.X, b.Y)
	p.Line(b.Right(), b.Y)
	p.Line(b.Right(), b.Bottom())
	p.Line(b.X, b.Bottom())
	p.Close()
}

// Circle adds a circle of four Bézier arcs; 0.5523 is the usual handle length for a quarter.
func (p *Path) Circle(c Point, r Length) {
	k := r.Mul(5523, 10000)
	p.Move(c.X+r, c.Y)
	p.Cubic(Point{c.X + r, c.Y + k}, Point{c.X + k, c.Y + r}, Point{c.X, c.Y + r})
	p.Cubic(Point{c.X - k, c.Y + r}, Point{c.X - r, c.Y + k}, Point{c.X - r, c.Y})
	p.Cubic(Point{c.X - r, c.Y - k}, Point{c.X - k, c.Y - r}, Point{c.X, c.Y - r})
	p.Cubic(Point{c.X + k, c.Y - r}, Point{c.X + r, c.Y - k}, Point{c.X + r, c.Y})
	p.Close()
}

// Shift returns the path moved by d.
func (p Path) Shift(d Point) Path {
	pts := make([]Point, len(p.Points))
	for i, q := range p.Points {
		pts[i] = Point{q.X + d.X, q.Y + d.Y}
	}
	return Path{p.Verbs, pts}
}

// Solid is the box of a path of one outline. Paths of several, such as QR codes and signs with holes, have none.
func (p *Path) Solid() Box {
	outlines := 0
	for _, v := range p.Verbs {
		if v == MoveTo {
			outlines++
		}
	}
	if outlines != 1 {
		return Box{}
	}
	return p.Bounds()
}

// Bounds is the box around all points, control points among them.
func (p *Path) Bounds() Box {
	if len(p.Points) == 0 {
		return Box{}
	}
	a, b := p.Points[0], p.Points[0]
	for _, q := range p.Points {
		a, b = Point{min(a.X, q.X), min(a.Y, q.Y)}, Point{max(b.X, q.X), max(b.Y, q.Y)}
	}
	return Box{X: a.X, Y: a.Y, W: b.X - a.X, H: b.Y - a.Y}
}
