package symbol

import "konzept/report/geom"

// pen draws one outline on a grid of 1000 units to the em, y up from the baseline. Solid parts run counter-clockwise,
// holes clockwise, so that the nonzero rule joins what overlaps and cuts what a hole covers.
type pen struct {
	path geom.Path
	em   geom.Length
}

func (p *pen) at(x, y int64) geom.Point {
	return geom.Point{X: p.em.Mul(x, 1000), Y: -p.em.Mul(y, 1000)}
}

func (p *pen) move(x, y int64) { q := p.at(x, y); p.path.Move(q.X, q.Y) }
func (p *pen) line(x, y int64) { q := p.at(x, y); p.path.Line(q.X, q.Y) }
func (p *pen) curve(x1, y1, x2, y2, x, y int64) {
	p.path.Cubic(p.at(x1, y1), p.at(x2, y2), p.at(x, y))
}

// poly adds a closed polygon of x, y pairs.
func (p *pen) poly(xy ...int64) {
	p.move(xy[0], xy[1])
	for i := 2; i+1 < len(xy); i += 2 {
		p.line(xy[i], xy[i+1])
	}
	p.path.Close()
}

// box adds a rectangle from its lower left to its upper right corner; hole cuts one.
func (p *pen) box(x0, y0, x1, y1 int64)  { p.poly(x0, y0, x1, y0, x1, y1, x0, y1) }
func (p *pen) hole(x0, y0, x1, y1 int64) { p.poly(x0, y0, x0, y1, x1, y1, x1, y0) }

// compass holds the directions at which quarter arcs begin and end: east, north, west, south.
var compass = [4][2]int64{{1, 0}, {0, 1}, {-1, 0}, {0, -1}}

// handle is the length of a quarter arc's Bézier handles in 1/10000 of the radius.
const handle = 5523

// arc goes on by n quarters of an ellipse from compass direction q, counter-clockwise; negative n runs clockwise.
func (p *pen) arc(x, y, rx, ry int64, q, n int) {
	step := 1
	if n < 0 {
		step, n = -1, -n
	}
	for ; n > 0; n-- {
		a, b := compass[q&3], compass[(q+step)&3]
		p.curve(x+rx*(10000*a[0]+handle*b[0])/10000, y+ry*(10000*a[1]+handle*b[1])/10000,
			x+rx*(10000*b[0]+handle*a[0])/10000, y+ry*(10000*b[1]+handle*a[1])/10000,
			x+rx*b[0], y+ry*b[1])
		q += step
	}
}

// ellipse adds a filled ellipse; turns -1 cuts one.
func (p *pen) ellipse(x, y, rx, ry int64, turns int) {
	p.move(x+rx, y)
	p.arc(x, y, rx, ry, 0, 4*turns)
	p.path.Close()
}

func (p *pen) disc(x, y, r int64)    { p.ellipse(x, y, r, r, 1) }
func (p *pen) ring(x, y, r, w int64) { p.disc(x, y, r); p.ellipse(x, y, r-w, r-w, -1) }

// pie adds n quarters of a disc from compass direction q.
func (p *pen) pie(x, y, r int64, q, n int) {
	p.move(x, y)
	p.line(x+r*compass[q&3][0], y+r*compass[q&3][1])
	p.arc(x, y, r, r, q, n)
	p.path.Close()
}

// sector adds n quarters of a ring of width w from compass direction q.
func (p *pen) sector(x, y, r, w int64, q, n int) {
	end := compass[(q+n)&3]
	p.move(x+r*compass[q&3][0], y+r*compass[q&3][1])
	p.arc(x, y, r, r, q, n)
	p.line(x+(r-w)*end[0], y+(r-w)*end[1])
	p.arc(x, y, r-w, r-w, q+n, -n)
	p.path.Close()
}

// stroke adds a line of width w through x, y pairs with round joins and flat ends.
func (p *pen) stroke(w int64, xy ...int64) {
	for i := 2; i+1 < len(xy); i += 2 {
		x0, y0, x1, y1 := xy[i-2], xy[i-1], xy[i], xy[i+1]
		dx, dy := x1-x0, y1-y0
		n := root(dx*dx + dy*dy)
		if n == 0 {
			continue
		}
		nx, ny := -dy*w/(2*n), dx*w/(2*n)
		p.poly(x0-nx, y0-ny, x1-nx, y1-ny, x1+nx, y1+ny, x0+nx, y0+ny)
		if i+3 < len(xy) {
			p.disc(x1, y1, w/2)
		}
	}
}

// root is the integer square root, by Newton's method from above.
func root(n int64) int64 {
	if n < 2 {
		return n
	}
	r := n
	for next := (r + 1) / 2; next < r; next = (r + n/r) / 2 {
		r = next
	}
	return r
}
