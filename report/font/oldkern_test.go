package font

import "testing"

// TestOldKern reads a table kern of two subtables: the first kerns across the line and does not count.
func TestOldKern(t *testing.T) {
	sub := func(coverage byte, value int16) table {
		return table{0, 0, 0, 26, 0, coverage, 0, 2, 0, 12, 0, 1, 0, 0,
			0, 3, 0, 5, byte(uint16(value) >> 8), byte(value), 0, 3, 0, 7, 0, 10}
	}
	kern := append(append(table{0, 0, 0, 2}, sub(5, -99)...), sub(1, -40)...)
	list := oldKern(kern)
	if len(list) != 1 {
		t.Fatalf("expected one subtable, found %d", len(list))
	}
	for _, c := range []struct{ a, b, want int }{{3, 5, -40}, {3, 7, 10}, {3, 6, 0}, {5, 3, 0}} {
		if got := oldPairKern(list[0], c.a, c.b); got != c.want {
			t.Errorf("%d %d: expected %d, found %d", c.a, c.b, c.want, got)
		}
	}
	if list := oldKern(kern[:9]); len(list) > 0 && oldPairKern(list[0], 3, 5) != 0 {
		t.Error("a cut table kerns")
	}
}
