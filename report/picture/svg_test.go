package picture

import "testing"

// TestDrawingsAreAsBigAsTheirViewBox, and what is wrong with one is told with the picture's name first.
func TestDrawingsAreAsBigAsTheirViewBox(t *testing.T) {
	const open = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 50">`
	p := decode(t, []byte(open+`<path d="M0 0h1v1"/></svg>`))
	if p.Width != 100 || p.Height != 50 || p.Vector == nil || len(p.Vector.Paths) != 1 {
		t.Errorf("%d × %d, %+v", p.Width, p.Height, p.Vector)
	}
	for body, want := range map[string]string{
		`<text>a</text></svg>`: "picture-svg-unsupported wappen.svg text",
		`<script/></svg>`:      "picture-svg-forbidden wappen.svg script",
		`<path d="M0 0`:        "picture-truncated wappen.svg",
	} {
		if _, err := Decode("wappen.svg", []byte(open+body)); err == nil || err.Error() != want {
			t.Errorf("%s: got %v, want %s", body, err, want)
		}
	}
}
