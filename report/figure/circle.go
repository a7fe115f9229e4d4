package figure

import "konzept/report/geom"

// A turn is counted in units of scale.go, clockwise from the top. Sine and cosine are reckoned in integers, because
// those of floats differ between processors.

// compassPoint is the sine and cosine of a turn, in units: how far right and how far up.
func compassPoint(turn int64) (right, up int64) {
	turn &= unit - 1
	quarter, rest := turn/(unit/4), turn%(unit/4)
	s, c := quarterWave(rest), quarterWave(unit/4-rest)
	switch quarter {
	case 0:
		return s, c
	case 1:
		return c, -s
	case 2:
		return -s, -c
	}
	return -c, s
}

// halfPi is π/2 in units.
const halfPi = 1686629713

// quarterWave is the sine of up to a quarter turn by the first six terms of its series, which leave less than 10⁻⁷.
func quarterWave(turn int64) int64 {
	x := turn * 4 * (halfPi >> 2) / (unit >> 2) // in units, at most halfPi
	q := x * x / unit
	s := int64(unit)
	for _, n := range []int64{110, 72, 42, 20, 6} {
		s = unit - q*s/unit/n
	}
	return x * s / unit
}

// onCircle is the point of a circle at a turn.
func onCircle(c geom.Point, r geom.Length, turn int64) geom.Point {
	x, y := compassPoint(turn)
	return geom.Point{X: c.X + r.Mul(x, unit), Y: c.Y - r.Mul(y, unit)}
}

// arc goes on along a circle from one turn to another, either way, in pieces of an eighth at most. The length of their
// handles is 4/3 tan(a/4) of the radius for an angle a.
func arc(p *geom.Path, c geom.Point, r geom.Length, from, to int64) {
	n := max((max(to-from, from-to)+unit/8-1)/(unit/8), 1)
	for i := range n {
		a, b := from+(to-from)*i/n, from+(to-from)*(i+1)/n
		s, k := compassPoint((b - a) / 4)
		if b < a {
			s, k = compassPoint((a - b) / 4)
			s = -s
		}
		h := r.Mul(4*s, 3*k)
		ax, ay := compassPoint(a)
		bx, by := compassPoint(b)
		start, end := onCircle(c, r, a), onCircle(c, r, b)
		p.Cubic(geom.Point{X: start.X + h.Mul(ay, unit), Y: start.Y + h.Mul(ax, unit)},
			geom.Point{X: end.X - h.Mul(by, unit), Y: end.Y - h.Mul(bx, unit)}, end)
	}
}

// ringPart is a sector of a ring.
func ringPart(c geom.Point, inner, outer geom.Length, from, to int64) geom.Path {
	var p geom.Path
	q := onCircle(c, outer, from)
	p.Move(q.X, q.Y)
	arc(&p, c, outer, from, to)
	q = onCircle(c, inner, to)
	p.Line(q.X, q.Y)
	arc(&p, c, inner, to, from)
	p.Close()
	return p
}
