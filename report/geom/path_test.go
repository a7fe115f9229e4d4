package geom

import (
	"math"
	"slices"
	"testing"
)

func TestRectanglesGoRoundTheirCorners(t *testing.T) {
	var p Path
	p.Rect(Box{X: 1, Y: 2, W: 10, H: 20})
	if want := []Verb{MoveTo, LineTo, LineTo, LineTo, Close}; !slices.Equal(p.Verbs, want) {
		t.Errorf("verbs %v", p.Verbs)
	}
	if want := []Point{{1, 2}, {11, 2}, {11, 22}, {1, 22}}; !slices.Equal(p.Points, want) {
		t.Errorf("points %v", p.Points)
	}
	if got := p.Shift(Point{100, 1000}); got.Points[2] != (Point{111, 1022}) || p.Points[2] != (Point{11, 22}) || !slices.Equal(got.Verbs, p.Verbs) {
		t.Errorf("moved %v, the original is %v", got.Points, p.Points)
	}
}

func TestBoundsHoldAllPoints(t *testing.T) {
	var p Path
	if p.Bounds() != (Box{}) || p.Solid() != (Box{}) {
		t.Error("an empty path has a box")
	}
	p.Rect(Box{X: 5, Y: 6, W: 10, H: 20})
	want := Box{X: 5, Y: 6, W: 10, H: 20}
	if p.Bounds() != want || p.Solid() != want {
		t.Errorf("bounds %v, solid %v", p.Bounds(), p.Solid())
	}
	p.Rect(Box{X: -1, Y: 7, W: 1, H: 40})
	if got := p.Bounds(); got != (Box{X: -1, Y: 6, W: 16, H: 41}) || p.Solid() != (Box{}) {
		t.Errorf("of two outlines: bounds %v, solid %v", got, p.Solid())
	}
}

// curve are the points of a path's curves, some of each.
func curve(p *Path) (points []Point) {
	k, at := 0, Point{}
	for _, v := range p.Verbs {
		switch v {
		case MoveTo, LineTo:
			at = p.Points[k]
			k++
		case CubicTo:
			a, b, c := p.Points[k], p.Points[k+1], p.Points[k+2]
			for i := range 9 {
				s := float64(i) / 8
				on := func(p0, p1, p2, p3 Length) Length {
					r := 1 - s
					return Length(r*r*r*float64(p0) + 3*r*r*s*float64(p1) + 3*r*s*s*float64(p2) + s*s*s*float64(p3))
				}
				points = append(points, Point{on(at.X, a.X, b.X, c.X), on(at.Y, a.Y, b.Y, c.Y)})
			}
			at = c
			k += 3
		}
	}
	return points
}

// TestCurvesKeepTheirDistance: every point of a drawn circle is a radius away from its middle, all the way round.
func TestCurvesKeepTheirDistance(t *testing.T) {
	middle := Point{X: 30 * Pt, Y: 40 * Pt}
	const r = 100 * Pt
	var p Path
	p.Circle(middle, r)
	if got := p.Bounds(); got != (Box{X: -70 * Pt, Y: -60 * Pt, W: 200 * Pt, H: 200 * Pt}) {
		t.Errorf("bounds %v", got)
	}
	turned := 0.0
	points := curve(&p)
	for i, q := range points {
		x, y := float64(q.X-middle.X), float64(q.Y-middle.Y)
		if off := math.Hypot(x, y)/float64(r) - 1; math.Abs(off) > 0.0004 {
			t.Errorf("point %d is off by %v", i, off)
		}
		if i > 0 {
			turned += angle(points[i-1], q, middle)
		}
	}
	if math.Abs(turned-2*math.Pi) > 0.001 {
		t.Errorf("turned by %v", turned)
	}
}

// angle is how far a step turns round a middle.
func angle(from, to, middle Point) float64 {
	a := math.Atan2(float64(to.Y-middle.Y), float64(to.X-middle.X)) - math.Atan2(float64(from.Y-middle.Y), float64(from.X-middle.X))
	return math.Mod(a+3*math.Pi, 2*math.Pi) - math.Pi
}

// TestRingPartsLieBetweenTheirCircles: out along one from a turn to another, back along the other.
func TestRingPartsLieBetweenTheirCircles(t *testing.T) {
	middle := Point{X: 30 * Pt, Y: 40 * Pt}
	const inner, outer = 50 * Pt, 100 * Pt
	for _, c := range [][2]int64{{0, FullTurn / 3}, {FullTurn / 16, FullTurn / 8}, {FullTurn / 4, FullTurn * 9 / 10}} {
		p := RingPart(middle, inner, outer, c[0], c[1])
		if p.Verbs[0] != MoveTo || p.Verbs[len(p.Verbs)-1] != Close || p.Points[0] != OnCircle(middle, outer, c[0]) || p.Points[len(p.Points)-1] != OnCircle(middle, inner, c[0]) {
			t.Fatalf("%v: from %v to %v, %v", c, p.Points[0], p.Points[len(p.Points)-1], p.Verbs)
		}
		points, turned := curve(&p), [2]float64{}
		half := len(points) / 2
		for i, q := range points {
			r, k := Length(outer), 0
			if i >= half {
				r, k = inner, 1
			}
			if off := math.Hypot(float64(q.X-middle.X), float64(q.Y-middle.Y))/float64(r) - 1; math.Abs(off) > 0.0001 {
				t.Errorf("%v: point %d is off by %v", c, i, off)
			}
			if i != 0 && i != half {
				turned[k] += angle(points[i-1], q, middle)
			}
		}
		want := 2 * math.Pi * float64(c[1]-c[0]) / FullTurn
		if math.Abs(turned[0]-want) > 0.001 || math.Abs(turned[1]+want) > 0.001 {
			t.Errorf("%v: turned by %v and back by %v, want %v", c, turned[0], turned[1], want)
		}
		if pieces := (c[1] - c[0] + FullTurn/8 - 1) / (FullTurn / 8); half != int(9*pieces) {
			t.Errorf("%v: %d points on the outer circle, want %d pieces", c, half, pieces)
		}
	}
}
