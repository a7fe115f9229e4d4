package geom

import (
	"math"
	"testing"
)

// TestCirclesAreRound: points on a circle keep their distance from the middle, all the way round.
func TestCirclesAreRound(t *testing.T) {
	const r = 100 * MM
	for turn := int64(0); turn < FullTurn; turn += FullTurn / 997 {
		p := OnCircle(Point{}, r, turn)
		x, y := float64(p.X), float64(p.Y)
		if off := math.Hypot(x, y) - float64(r); math.Abs(off) > 4 {
			t.Fatalf("turn %d: %v off", turn, off)
		}
		if right, up := compassPoint(turn); math.Abs(float64(right)/FullTurn-math.Sin(2*math.Pi*float64(turn)/FullTurn)) > 1e-6 || math.Abs(float64(up)/FullTurn-math.Cos(2*math.Pi*float64(turn)/FullTurn)) > 1e-6 {
			t.Fatalf("turn %d: %d, %d", turn, right, up)
		}
	}
}
