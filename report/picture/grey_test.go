package picture

import "testing"

// TestGreyIsBrightness: what a copier sees of red, green, blue and white (ITU-R BT.601).
func TestGreyIsBrightness(t *testing.T) {
	p, err := Decode("x", pngOf(t, quadrants(2, 2)))
	if err != nil {
		t.Fatal(err)
	}
	if got, want := p.Grey(), [4]byte{76, 149, 29, 255}; len(got) != 4 || [4]byte(got) != want {
		t.Errorf("found %v, want %v", got, want)
	}
}
