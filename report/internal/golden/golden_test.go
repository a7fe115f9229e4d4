package golden

import "testing"

func TestTheFirstDifferentLineIsNamed(t *testing.T) {
	for _, c := range []struct{ got, want, at string }{
		{"a\nb", "a\nb", ""}, {"a\nx", "a\nb", `2: got "x", want "b"`}, {"a", "a\nb", " got 1 lines, want 2"}, {"", "a", `1: got "", want "a"`},
	} {
		if at := difference(c.got, c.want); at != c.at {
			t.Errorf("%q and %q: %q, want %q", c.got, c.want, at, c.at)
		}
	}
}
