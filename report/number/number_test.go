package number

import "testing"

func typed(t *testing.T, s string) Decimal {
	t.Helper()
	d, ok := Parse(s)
	if !ok {
		t.Fatalf("%q is no number", s)
	}
	return d
}

func TestNumbersAreReckonedExactly(t *testing.T) {
	d := func(s string) Decimal { return typed(t, s) }
	for _, c := range []struct {
		got  Decimal
		want string
	}{
		{d("0.1").Add(d("0.2")), "0.3"},
		{d("4.35").Mul(Int(100)), "435"},
		{d("100").Sub(d("99.9")), "0.1"},
		{d("1.1").Mul(d("1.1")), "1.21"},
		{d("0.1").Add(d("0.2")).Add(d("0.7")), "1"},
		{d("1.50"), "1.50"},
		{d("1.50").Add(d("1.50")), "3"},
		{d("7.5").Rem(Int(2)), "1.5"},
		{d("-0.00"), "-0.00"},
		{Int(1000).Mul(Int(1000)), "1000000"},
		{Int(9223372036854775807).Add(Int(1)), "9223372036854775808"},
		{Int(1).Quo(Int(0)), ""},
		{Decimal{}.Add(Int(1)), ""},
		{d("2.5").Round(0), "3"},
		{d("-2.5").Round(0), "-3"},
		{d("1.005").Round(2), "1.01"},
		{d("-7.9").Trunc(), "-7"},
		{Scaled(1250, 2), "12.50"},
	} {
		if s := c.got.String(); s != c.want {
			t.Errorf("%s, expected %s", s, c.want)
		}
	}
}

func TestQuotientsAreRoundedForPeople(t *testing.T) {
	for _, c := range []struct{ a, b, want string }{
		{"1", "3", "0.33"}, {"2", "3", "0.67"}, {"200", "3", "66.67"}, {"1", "300", "0.0033"}, {"1", "8", "0.125"}, {"1", "16", "0.0625"},
		{"1", "32", "0.031"}, {"6", "3", "2"}, {"-1", "3", "-0.33"}, {"1", "1.5", "0.67"}, {"3001", "3000", "1.00033"}, {"29999999", "30000000", "1"},
	} {
		if s := typed(t, c.a).Quo(typed(t, c.b)).Shown().String(); s != c.want {
			t.Errorf("%s / %s shows %s, expected %s", c.a, c.b, s, c.want)
		}
	}
	if s := Int(1).Quo(Int(3)).Mul(Int(3)).Shown().String(); s != "1" {
		t.Errorf("1/3*3 shows %s", s)
	}
	if s := typed(t, "0.333333").Shown().String(); s != "0.333333" {
		t.Errorf("a typed number shows %s", s)
	}
}

func TestParseTakesNothingThatPeopleCouldMeanOtherwise(t *testing.T) {
	for _, s := range []string{"", "-", ".5", "5.", "1e3", "1_000", "+1", "1,5", "0x1F", "NaN", "Infinity", " 1", "1234567890123456789012345678901"} {
		if d, ok := Parse(s); ok {
			t.Errorf("%q is taken for %s", s, d)
		}
	}
}

func TestEqualNumbersHaveOneKey(t *testing.T) {
	if a, b := typed(t, "1.50").Key(), typed(t, "1.5").Key(); a != b {
		t.Errorf("%s and %s", a, b)
	}
	if a, b := typed(t, "1000").Key(), typed(t, "100").Key(); a == b {
		t.Errorf("both %s", a)
	}
}

func TestLimitsHold(t *testing.T) {
	x := typed(t, "123456789012345678901234567890")
	for range 200 {
		x = x.Mul(x)
	}
	if x.Known() {
		t.Errorf("a number without end: %d characters", len(x.String()))
	}
	y := typed(t, "0.0000000000000000000000000001")
	for range 200 {
		y = y.Mul(y)
	}
	if n := len(y.Shown().String()); n > 20 {
		t.Errorf("%d characters", n)
	}
}

func TestStepsOfScales(t *testing.T) {
	for _, c := range []struct {
		span string
		n    int64
		want string
	}{{"10", 4, "5"}, {"100", 4, "50"}, {"1", 4, "0.5"}, {"0.004", 4, "0.001"}, {"0", 4, "1"}, {"8", 4, "2"}, {"3000000", 4, "1000000"}} {
		if s := Step(typed(t, c.span), c.n).String(); s != c.want {
			t.Errorf("%s in %d: %s, expected %s", c.span, c.n, s, c.want)
		}
	}
}

func TestSharesAddUp(t *testing.T) {
	if n := Int(1).Share(Int(3), 1<<30); n != 357913941 {
		t.Error(n)
	}
	if n := Int(1).Share(Int(0), 100); n != 0 {
		t.Error(n)
	}
}
