package svg

import (
	"math"
	"strconv"

	"konzept/report/geom"
)

// pen draws in user units; points go through the matrix into the path.
type pen struct {
	m       [6]float64
	out     geom.Path
	x, y    float64 // present point
	startX  float64
	startY  float64
	handleX float64 // last control point, for S and T
	handleY float64
	last    byte
	wild    bool // a coordinate is beyond all bounds

	extent [4]float64 // left, top, right, bottom in user units
	begun  bool
}

func (p *pen) at(x, y float64) geom.Point {
	tx := float64(p.m[0]*x) + float64(p.m[2]*y) + p.m[4]
	ty := float64(p.m[1]*x) + float64(p.m[3]*y) + p.m[5]
	if !(math.Abs(tx) <= maxNumber && math.Abs(ty) <= maxNumber) {
		p.wild = true
		return geom.Point{}
	}
	return geom.Point{X: snap(tx), Y: snap(ty)}
}

// reach widens the extent to a point.
func (p *pen) reach(x, y float64) {
	e := &p.extent
	if !p.begun {
		*e, p.begun = [4]float64{x, y, x, y}, true
	}
	e[0], e[1], e[2], e[3] = min(e[0], x), min(e[1], y), max(e[2], x), max(e[3], y)
}

// reachCurve widens the extent to where a cubic turns back, which is where its derivative is zero.
func (p *pen) reachCurve(x1, y1, x2, y2, x, y float64) {
	p.reach(x, y)
	for _, c := range [2][4]float64{{p.x, x1, x2, x}, {p.y, y1, y2, y}} {
		a, b, d := c[3]-3*c[2]+3*c[1]-c[0], 2*(c[2]-2*c[1]+c[0]), c[1]-c[0]
		roots := [2]float64{-1, -1}
		if root := float64(b*b) - float64(4*a*d); math.Abs(a) < 1e-12 && b != 0 {
			roots[0] = -d / b
		} else if root >= 0 && a != 0 {
			roots = [2]float64{(-b + math.Sqrt(root)) / (2 * a), (-b - math.Sqrt(root)) / (2 * a)}
		}
		for _, t := range roots {
			if t > 0 && t < 1 {
				on := func(a, b, c, d float64) float64 {
					u := 1 - t
					return float64(u*u*u*a) + float64(3*u*u*t*b) + float64(3*u*t*t*c) + float64(t*t*t*d)
				}
				p.reach(on(p.x, x1, x2, x), on(p.y, y1, y2, y))
			}
		}
	}
}

func (p *pen) move(x, y float64) {
	p.reach(x, y)
	q := p.at(x, y)
	p.out.Move(q.X, q.Y)
	p.x, p.y, p.startX, p.startY = x, y, x, y
}

func (p *pen) line(x, y float64) {
	p.reach(x, y)
	q := p.at(x, y)
	p.out.Line(q.X, q.Y)
	p.x, p.y = x, y
}

func (p *pen) cubic(x1, y1, x2, y2, x, y float64) {
	p.reachCurve(x1, y1, x2, y2, x, y)
	p.out.Cubic(p.at(x1, y1), p.at(x2, y2), p.at(x, y))
	p.x, p.y, p.handleX, p.handleY = x, y, x2, y2
}

// quadratic raises the degree: handles at two thirds of the way.
func (p *pen) quadratic(cx, cy, x, y float64) {
	third := func(a, b float64) float64 { return a + float64((b-a)*2/3) }
	p.cubic(third(p.x, cx), third(p.y, cy), third(x, cx), third(y, cy), x, y)
	p.handleX, p.handleY = cx, cy
}

func (p *pen) close() {
	p.out.Close()
	p.x, p.y = p.startX, p.startY
}

func (p *pen) rect(x, y, w, h, rx, ry float64) {
	if w <= 0 || h <= 0 {
		return
	}
	rx, ry = min(max(rx, 0), w/2), min(max(ry, 0), h/2)
	if rx == 0 || ry == 0 {
		p.move(x, y)
		p.line(x+w, y)
		p.line(x+w, y+h)
		p.line(x, y+h)
		p.close()
		return
	}
	corner := arc{rx: rx, ry: ry, sweep: true}
	p.move(x+rx, y)
	p.line(x+w-rx, y)
	p.arc(corner, x+w, y+ry)
	p.line(x+w, y+h-ry)
	p.arc(corner, x+w-rx, y+h)
	p.line(x+rx, y+h)
	p.arc(corner, x, y+h-ry)
	p.line(x, y+ry)
	p.arc(corner, x+rx, y)
	p.close()
}

func (p *pen) ellipse(cx, cy, rx, ry float64) {
	if rx <= 0 || ry <= 0 {
		return
	}
	half := arc{rx: rx, ry: ry, sweep: true}
	p.move(cx+rx, cy)
	p.arc(half, cx-rx, cy)
	p.arc(half, cx+rx, cy)
	p.close()
}

func (p *pen) poly(n []float64, closed bool) bool {
	for i := 0; i+1 < len(n); i += 2 {
		if i == 0 {
			p.move(n[0], n[1])
		} else {
			p.line(n[i], n[i+1])
		}
	}
	if closed && len(n) >= 2 {
		p.close()
	}
	return len(n)%2 == 0
}

// arc is a part of an ellipse as path data describe it: its radii, how it is turned, and which of the four arcs between two
// points is meant.
type arc struct {
	rx, ry, degrees float64
	large, sweep    bool
}

// arc draws an elliptical arc to a point as cubics of at most a quarter turn (SVG 1.1, F.6.5 and F.6.6).
func (p *pen) arc(a arc, x, y float64) {
	rx, ry := math.Abs(a.rx), math.Abs(a.ry)
	if rx == 0 || ry == 0 || x == p.x && y == p.y {
		p.line(x, y)
		return
	}
	sin, cos := math.Sincos(a.degrees * math.Pi / 180)
	dx, dy := (p.x-x)/2, (p.y-y)/2
	x1, y1 := float64(cos*dx)+float64(sin*dy), float64(cos*dy)-float64(sin*dx)
	if l := float64(x1*x1)/float64(rx*rx) + float64(y1*y1)/float64(ry*ry); l > 1 {
		rx, ry = rx*math.Sqrt(l), ry*math.Sqrt(l)
	}
	m, n := float64(rx*rx)*float64(y1*y1), float64(ry*ry)*float64(x1*x1)
	k := math.Sqrt(max(0, (float64(rx*rx)*float64(ry*ry)-m-n)/(m+n)))
	if a.large == a.sweep {
		k = -k
	}
	cx1, cy1 := k*rx*y1/ry, -k*ry*x1/rx
	cx := float64(cos*cx1) - float64(sin*cy1) + (p.x+x)/2
	cy := float64(sin*cx1) + float64(cos*cy1) + (p.y+y)/2
	from := math.Atan2((y1-cy1)/ry, (x1-cx1)/rx)
	turn := math.Atan2((-y1-cy1)/ry, (-x1-cx1)/rx) - from
	if a.sweep && turn < 0 {
		turn += 2 * math.Pi
	} else if !a.sweep && turn > 0 {
		turn -= 2 * math.Pi
	}
	steps := max(int(math.Ceil(math.Abs(turn)/(math.Pi/2)-1e-9)), 1)
	step := turn / float64(steps)
	handle := 4.0 / 3 * math.Tan(step/4)
	on := func(t, back float64) (float64, float64) { // the point at angle t, moved along the tangent
		st, ct := math.Sincos(t)
		ex, ey := rx*(ct-float64(back*st)), ry*(st+float64(back*ct))
		return cx + float64(cos*ex) - float64(sin*ey), cy + float64(sin*ex) + float64(cos*ey)
	}
	for i := range steps {
		t1 := from + float64(step*float64(i))
		ax, ay := on(t1, handle)
		bx, by := on(t1+step, -handle)
		ex, ey := on(t1+step, 0)
		if i == steps-1 {
			ex, ey = x, y
		}
		p.cubic(ax, ay, bx, by, ex, ey)
	}
}

// pathArgs is how many numbers each command takes.
var pathArgs = map[byte]int{'M': 2, 'L': 2, 'H': 1, 'V': 1, 'C': 6, 'S': 4, 'Q': 4, 'T': 2, 'A': 7, 'Z': 0}

// path reads path data (SVG 1.1, 8.3); false if it is malformed.
func (p *pen) path(d string) bool {
	s := scanner{d: d}
	var cmd byte
	for {
		s.skip()
		if s.at == len(d) {
			return true
		}
		if c := d[s.at]; c|0x20 >= 'a' && c|0x20 <= 'z' {
			cmd = c
			s.at++
		} else if cmd == 0 || cmd|0x20 == 'z' {
			return false
		}
		n, ok := pathArgs[cmd&^0x20]
		if !ok || p.last == 0 && cmd|0x20 != 'm' {
			return false
		}
		var v [7]float64
		for i := range n {
			flag := cmd|0x20 == 'a' && (i == 3 || i == 4)
			if v[i], ok = s.number(flag); !ok {
				return false
			}
		}
		if len(p.out.Points) > maxPoints {
			return false
		}
		p.command(cmd, v)
		p.last = cmd &^ 0x20
		switch cmd { // further pairs after a move are lines
		case 'M':
			cmd = 'L'
		case 'm':
			cmd = 'l'
		}
	}
}

func (p *pen) command(cmd byte, v [7]float64) {
	upper := cmd &^ 0x20
	if cmd != upper { // relative
		switch upper {
		case 'H':
			v[0] += p.x
		case 'V':
			v[0] += p.y
		case 'A':
			v[5] += p.x
			v[6] += p.y
		default:
			for i := 0; i < 6; i += 2 {
				v[i] += p.x
				v[i+1] += p.y
			}
		}
	}
	switch upper {
	case 'M':
		p.move(v[0], v[1])
	case 'L':
		p.line(v[0], v[1])
	case 'H':
		p.line(v[0], p.y)
	case 'V':
		p.line(p.x, v[0])
	case 'C':
		p.cubic(v[0], v[1], v[2], v[3], v[4], v[5])
	case 'S':
		hx, hy := p.mirrored('C', 'S')
		p.cubic(hx, hy, v[0], v[1], v[2], v[3])
	case 'Q':
		p.quadratic(v[0], v[1], v[2], v[3])
	case 'T':
		hx, hy := p.mirrored('Q', 'T')
		p.quadratic(hx, hy, v[0], v[1])
	case 'A':
		p.arc(arc{v[0], v[1], v[2], v[3] != 0, v[4] != 0}, v[5], v[6])
	case 'Z':
		p.close()
	}
}

// mirrored is the last handle seen from the other side of the present point, or the point itself after other commands.
func (p *pen) mirrored(a, b byte) (float64, float64) {
	if p.last == a || p.last == b {
		return 2*p.x - p.handleX, 2*p.y - p.handleY
	}
	return p.x, p.y
}

type scanner struct {
	d  string
	at int
}

func (s *scanner) skip() {
	for s.at < len(s.d) && (s.d[s.at] <= ' ' || s.d[s.at] == ',') {
		s.at++
	}
}

// number reads the longest number at the present place; a flag is one digit.
func (s *scanner) number(flag bool) (float64, bool) {
	s.skip()
	from := s.at
	if flag {
		if from < len(s.d) && (s.d[from] == '0' || s.d[from] == '1') {
			s.at++
			return float64(s.d[from] - '0'), true
		}
		return 0, false
	}
	dot, exp := false, false
	for ; s.at < len(s.d); s.at++ {
		c := s.d[s.at]
		first := s.at == from || s.d[s.at-1]|0x20 == 'e'
		switch {
		case c >= '0' && c <= '9':
		case (c == '-' || c == '+') && first:
		case c == '.' && !dot && !exp:
			dot = true
		case (c == 'e' || c == 'E') && !exp && s.at > from:
			exp = true
		default:
			return s.value(from)
		}
	}
	return s.value(from)
}

func (s *scanner) value(from int) (float64, bool) {
	v, err := strconv.ParseFloat(s.d[from:s.at], 64)
	return v, err == nil && math.Abs(v) <= maxNumber
}

// numbers reads a list of numbers; nil if it is none.
func numbers(v string) []float64 {
	s := scanner{d: v}
	var out []float64
	for s.skip(); s.at < len(v); s.skip() {
		n, ok := s.number(false)
		if !ok {
			return nil
		}
		out = append(out, n)
	}
	return out
}
