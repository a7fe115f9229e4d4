package geom

import "testing"

func TestSidesAreReadAndPrinted(t *testing.T) {
	for in, want := range map[string]string{"": "", "left": "left", "bottom  left": "left,bottom", "top right left bottom": "left,right,top,bottom"} {
		if s, ok := ParseSides(in); !ok || s.String() != want {
			t.Errorf("%q gives %v, %t; expected %s", in, s, ok, want)
		}
	}
	if s, ok := ParseSides("left inner"); ok {
		t.Errorf("an unknown side gives %v", s)
	}
}
