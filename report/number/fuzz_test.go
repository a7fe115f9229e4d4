package number

import (
	"strings"
	"testing"
)

// Whatever is typed is kept, and whatever is reckoned stays short enough to print.
func FuzzReckon(f *testing.F) {
	f.Add("0.1", "0.2")
	f.Add("-99999999999999999999", "0.0000000001")
	f.Add("1e300", "007")
	f.Fuzz(func(t *testing.T, s, u string) {
		a, ok := Parse(s)
		b, ok2 := Parse(u)
		if ok && strings.TrimLeft(strings.TrimPrefix(a.String(), "-"), "0") != strings.TrimLeft(strings.TrimPrefix(s, "-"), "0") {
			t.Errorf("%q became %q", s, a)
		}
		if c, is := ParseCell(s); is && len(c.String()) > 400 {
			t.Errorf("%q became %d characters", s, len(c.String()))
		}
		if !ok || !ok2 {
			return
		}
		for _, d := range []Decimal{a.Add(b), a.Sub(b), a.Mul(b), a.Quo(b), a.Rem(b), a.Neg(), a.Round(3), a.Trunc(), Step(a, 4)} {
			if n := len(d.Shown().String()); n > 120 || d.Places() > mostPlaces && d.Known() && !strings.Contains(d.String(), ".") {
				t.Errorf("%s, %s: %d characters", a, b, n)
			}
			_, _, _ = d.Key(), d.Float(), d.Share(b, 1<<30)
		}
		if sum := a.Add(b); !sum.Sub(b).Equal(a) && len(s)+len(u) < 30 {
			t.Errorf("%s + %s - %s is not %s", a, b, b, a)
		}
	})
}
