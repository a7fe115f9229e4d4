package geom

import "testing"

func TestLengthsAreReadInTheirUnits(t *testing.T) {
	for s, want := range map[string]Length{
		"0": 0, " 0 ": 0, "1pt": Pt, "10.5pt": 21 * Pt / 2, "1,5 cm": 2786570, "1mm": MM, "3 mm": 557314, "1in": In, "1Q": 46443, "-2pt": -2 * Pt, ".5pt": Pt / 2, "5.pt": 5 * Pt,
		"0.001pt": 66, "9999999pt": 9999999 * Pt, "0pt": 0,
	} {
		if got, err := Parse(s); err != nil || got != want {
			t.Errorf("%q is %d, want %d: %v", s, got, want, err)
		}
	}
	for _, s := range []string{"", "1", "pt", "-pt", ".pt", "mm", "1em", "1.2345pt", "12345678pt", "1.5.5pt", "--1pt", "+1pt", "x pt", "1e3pt"} {
		if got, err := Parse(s); err == nil {
			t.Errorf("%q is taken for %v", s, got)
		}
	}
}

func TestLengthsArePrintedInPoints(t *testing.T) {
	for l, want := range map[Length]string{0: "0", Pt: "1", Pt / 2: "0.5", Pt / 4: "0.25", -Pt / 4: "-0.25", 3 * Pt / 1000: "0", Pt * 6 / 1000: "0.01", -Pt * 6 / 1000: "-0.01", -Pt * 14 / 1000: "-0.01", Pt * 14 / 1000: "0.01", 10 * Pt: "10", 1234*Pt + Pt/10: "1234.1", -3 * Pt: "-3"} {
		if got := l.String(); got != want {
			t.Errorf("%d is %s, want %s", l, got, want)
		}
	}
	for l, want := range map[Length]int64{Pt: 1000, -Pt: -1000, 32: 0, 33: 1, -32: 0, -33: -1, 1: 0} {
		if got := l.Milli(); got != want {
			t.Errorf("%d is %d thousandths, want %d", l, got, want)
		}
	}
}

// TestProportionsAreRoundedHalfAwayFromZero, so that what is mirrored is as wide.
func TestProportionsAreRoundedHalfAwayFromZero(t *testing.T) {
	for _, c := range []struct {
		l        Length
		num, den int64
		want     Length
	}{{10, 1, 4, 3}, {-10, 1, 4, -3}, {9, 1, 4, 2}, {-9, 1, 4, -2}, {7, 3, 2, 11}, {-7, 3, 2, -11}, {5, 0, 3, 0}, {6, 5, 1, 30}, {1, 1, 3, 0}, {2, 1, 3, 1}} {
		if got := c.l.Mul(c.num, c.den); got != c.want {
			t.Errorf("%d * %d / %d is %d, want %d", c.l, c.num, c.den, got, c.want)
		}
	}
	for um, want := range map[int64]Length{0: 0, 1: 186, 1000: MM, 25400: In} {
		if got := FromMM(um); got != want {
			t.Errorf("%d µm are %d, want %d", um, got, want)
		}
	}
}

func TestBoxes(t *testing.T) {
	b := Box{X: 10, Y: 20, W: 100, H: 200}
	if got, want := b.Inset(1, 2, 3, 4), (Box{X: 14, Y: 21, W: 94, H: 196}); got != want {
		t.Errorf("inset %+v, want %+v", got, want)
	}
	if b.Right() != 110 || b.Bottom() != 220 {
		t.Errorf("ends at %d, %d", b.Right(), b.Bottom())
	}
	if got := (Box{X: Pt, Y: Pt / 2, W: 2 * Pt, H: 3 * Pt}).String(); got != "1,0.5 2x3" {
		t.Error(got)
	}
	for _, c := range []struct {
		name   string
		in     Box
		within bool
	}{
		{"itself", b, true}, {"inside", Box{X: 11, Y: 21, W: 5, H: 5}, true}, {"left", Box{X: 9, Y: 21, W: 5, H: 5}, false}, {"above", Box{X: 11, Y: 19, W: 5, H: 5}, false},
		{"right", Box{X: 10, Y: 20, W: 101, H: 5}, false}, {"below", Box{X: 10, Y: 20, W: 5, H: 201}, false},
	} {
		if b.Contains(c.in) != c.within {
			t.Errorf("%s: within is %t", c.name, !c.within)
		}
	}
}

func TestEdgesAreReadAsInCSS(t *testing.T) {
	for s, want := range map[string]Edges{
		"1pt": {Pt, Pt, Pt, Pt}, "1pt 2pt": {Pt, 2 * Pt, Pt, 2 * Pt}, "1pt 2pt 3pt 4pt": {Pt, 2 * Pt, 3 * Pt, 4 * Pt},
	} {
		if got, ok := ParseEdges(s); !ok || got != want {
			t.Errorf("%q is %+v, %t", s, got, ok)
		}
	}
	for _, s := range []string{"", "1pt 2pt 3pt", "1pt 2pt 3pt 4pt 5pt", "1", "1pt x"} {
		if got, ok := ParseEdges(s); ok {
			t.Errorf("%q is taken for %+v", s, got)
		}
	}
}
