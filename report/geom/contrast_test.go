package geom

import "testing"

// Ratios as WebAIM's and the W3C's checkers print them.
func TestContrastIsThatOfWCAG(t *testing.T) {
	for _, c := range []struct {
		a, b   [3]uint8
		tenths int
	}{
		{[3]uint8{}, [3]uint8{255, 255, 255}, 210},
		{[3]uint8{255, 255, 255}, [3]uint8{255, 255, 255}, 10},
		{[3]uint8{0x76, 0x76, 0x76}, [3]uint8{255, 255, 255}, 45},
		{[3]uint8{0x77, 0x77, 0x77}, [3]uint8{255, 255, 255}, 44},
		{[3]uint8{255, 0, 0}, [3]uint8{255, 255, 255}, 39},
		{[3]uint8{0, 0, 255}, [3]uint8{255, 255, 255}, 85},
	} {
		if got := Contrast(c.a, c.b); got != c.tenths || got != Contrast(c.b, c.a) {
			t.Errorf("%v on %v: got %d, want %d", c.a, c.b, got, c.tenths)
		}
	}
}
