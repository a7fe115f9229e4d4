package geom

// FullTurn is the whole circle. A turn is an integer share of it, clockwise from the top: sine and cosine are reckoned in
// integers, because those of floats differ between processors.
const FullTurn = 1 << 30

// compassPoint is the sine and cosine of a turn, in units of FullTurn: how far right and how far up.
func compassPoint(turn int64) (right, up int64) {
	turn &= FullTurn - 1
	quarter, rest := turn/(FullTurn/4), turn%(FullTurn/4)
	s, c := quarterWave(rest), quarterWave(FullTurn/4-rest)
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
	x := turn * 4 * (halfPi >> 2) / (FullTurn >> 2) // in units, at most halfPi
	q := x * x / FullTurn
	s := int64(FullTurn)
	for _, n := range []int64{110, 72, 42, 20, 6} {
		s = FullTurn - q*s/FullTurn/n
	}
	return x * s / FullTurn
}

// OnCircle is the point of a circle at a turn.
func OnCircle(c Point, r Length, turn int64) Point {
	x, y := compassPoint(turn)
	return Point{X: c.X + r.Mul(x, FullTurn), Y: c.Y - r.Mul(y, FullTurn)}
}

// arc goes on along a circle from one turn to another, either way, in pieces of an eighth at most. The length of their
// handles is 4/3 tan(a/4) of the radius for an angle a.
func arc(p *Path, c Point, r Length, from, to int64) {
	n := max((max(to-from, from-to)+FullTurn/8-1)/(FullTurn/8), 1)
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
		start, end := OnCircle(c, r, a), OnCircle(c, r, b)
		p.Cubic(Point{X: start.X + h.Mul(ay, FullTurn), Y: start.Y + h.Mul(ax, FullTurn)},
			Point{X: end.X - h.Mul(by, FullTurn), Y: end.Y - h.Mul(bx, FullTurn)}, end)
	}
}

// RingPart is a sector of a ring.
func RingPart(c Point, inner, outer Length, from, to int64) Path {
	var p Path
	q := OnCircle(c, outer, from)
	p.Move(q.X, q.Y)
	arc(&p, c, outer, from, to)
	q = OnCircle(c, inner, to)
	p.Line(q.X, q.Y)
	arc(&p, c, inner, to, from)
	p.Close()
	return p
}
