package number

import "testing"

// TestWhatIsUnknownStaysUnknown: it is no zero, whatever is reckoned with it.
func TestWhatIsUnknownStaysUnknown(t *testing.T) {
	var none Decimal
	zero, one := Int(0), Int(1)
	if none.Known() || !zero.Known() || none.Sign() != 0 || one.Neg().Sign() != -1 || none.String() != "" || none.Key() != "" || none.Places() != 0 {
		t.Errorf("nothing is %q with sign %d", none, none.Sign())
	}
	for name, d := range map[string]Decimal{"add": none.Add(one), "sub": one.Sub(none), "mul": none.Mul(zero), "quo": one.Quo(none), "rem": none.Rem(one), "neg": none.Neg(), "round": none.Round(2), "trunc": none.Trunc(), "cell": none.Cell(),
		"shown": none.Shown(), "a share of nothing": one.Quo(zero), "more than a number may be": Scaled(1, -40).Mul(Scaled(1, -40)), "endless": Scaled(1, -61).Add(one)} {
		if d.Known() {
			t.Errorf("%s is %s", name, d)
		}
	}
	for _, c := range []struct {
		a, b Decimal
		want int
	}{{none, none, 0}, {none, zero, -1}, {zero, none, 1}, {none, one.Neg(), -1}, {zero, one, -1}, {one, Scaled(10, 1), 0}} {
		if got := c.a.Cmp(c.b); got != c.want || c.a.Equal(c.b) != (c.want == 0) {
			t.Errorf("%q and %q compare as %d", c.a, c.b, got)
		}
	}
	if n, ok := none.Int64(); ok || n != 0 {
		t.Errorf("nothing is %d", n)
	}
	if n, ok := Scaled(15, 1).Int64(); ok {
		t.Errorf("1.5 is %d", n)
	}
	if got := zero.Share(none, 5) + one.Share(zero, 5); got != 0 {
		t.Errorf("a share of nothing is %d", got)
	}
}

// TestRoughNumbersStayRough: what has come from a quotient is rounded for people, whatever is reckoned with it after.
func TestRoughNumbersStayRough(t *testing.T) {
	rough := Int(1).Quo(Int(32)) // 0.03125, exactly
	fine := Scaled(3125, 5)
	for name, c := range map[string]struct {
		d    Decimal
		want string
	}{
		"exact": {fine, "0.03125"}, "quotient": {rough, "0.031"}, "quotient and number": {rough.Add(Int(1)), "1.031"}, "number and quotient": {Int(1).Add(rough), "1.031"}, "negative": {rough.Neg(), "-0.031"}, "exact sum": {fine.Add(Int(1)), "1.03125"},
		"inexact product": {Scaled(1234567890123456789, 19).Mul(Scaled(1234567890123456789, 19)), "0.015"}, "rounded": {rough.Round(5), "0.03125"}, "whole": {rough.Trunc(), "0"},
		"more decimals than are printed": {Scaled(12345678901234, 13), "1.234567890123"}, "exactly as many": {Scaled(1234567890123, 12), "1.234567890123"}, "quotient of four decimals": {Int(1).Quo(Int(16)), "0.0625"},
	} {
		if got := c.d.Shown().String(); got != c.want {
			t.Errorf("%s: %s, want %s", name, got, c.want)
		}
	}
}

func TestNumbersAreRoundedHalfAwayFromZero(t *testing.T) {
	for _, c := range []struct {
		in     string
		places int
		want   string
	}{{"0.125", 2, "0.13"}, {"-0.125", 2, "-0.13"}, {"0.124", 2, "0.12"}, {"5", 2, "5.00"}, {"5.5", -3, "6"}, {"1.5", 0, "2"}, {"0.1234567890123456", 15, "0.123456789012"}} {
		if got := typed(t, c.in).Round(c.places).String(); got != c.want {
			t.Errorf("%s to %d decimals is %s, want %s", c.in, c.places, got, c.want)
		}
	}
	if got := typed(t, "-1.9").Trunc().String(); got != "-1" {
		t.Errorf("-1.9 is cut to %s", got)
	}
	if n := MostPlaces(typed(t, "1.5"), Decimal{}, typed(t, "2.125"), Int(7)); n != 3 {
		t.Errorf("%d decimals", n)
	}
	if Int(70).Places() != 0 || Scaled(1, -3).Places() != 0 {
		t.Error("whole numbers have decimals")
	}
}

func TestCellsAreReadAsProgramsWriteThem(t *testing.T) {
	for s, want := range map[string]string{"1E3": "1000", "1.50": "1.5", "-2e-2": "-0.02", "1234567890.123456789": "1234567890.12346", "0": "0", "1e308": "1" + zeros(308), "700": "700"} {
		if d, ok := ParseCell(s); !ok || d.String() != want {
			t.Errorf("%q is %s, %t; want %s", s, d, ok, want)
		}
	}
	for _, s := range []string{"", "x", "NaN", "Infinity", "-Infinity", "1e309", "1,5"} {
		if d, ok := ParseCell(s); ok {
			t.Errorf("%q is taken for %s", s, d)
		}
	}
	if got := typed(t, "1234567890.123456789").Cell().String(); got != "1234567890.12346" {
		t.Errorf("a cell keeps %s", got)
	}
}

func zeros(n int) string { return Scaled(1, -n).String()[1:] }

func TestCountsAreDigitsAlone(t *testing.T) {
	for s, want := range map[string]int{"0": 0, "9": 9, "10": 10, "007": 7, "99": 99, "1000000": 1000000} {
		if n, ok := ParseCount(s); !ok || n != want {
			t.Errorf("%q is %d, %t", s, n, ok)
		}
	}
	for _, s := range []string{"", "-1", "+1", "1.5", "a", "1a", "/", ":", "1000010", "99999999999999999999"} {
		if n, ok := ParseCount(s); ok {
			t.Errorf("%q is taken for %d", s, n)
		}
	}
}

// TestReckoningHasALimit: ten to the 60.
func TestReckoningHasALimit(t *testing.T) {
	big := Scaled(1, -30).Mul(Scaled(1, -30))
	if big.String() != "1"+zeros(60) {
		t.Errorf("%s", big)
	}
	if more := big.Mul(Int(10)); more.Known() {
		t.Errorf("%s", more)
	}
}
