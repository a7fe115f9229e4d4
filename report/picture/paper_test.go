package picture

import (
	"image/color"
	"testing"
)

func TestOnPaperMixesWithWhite(t *testing.T) {
	p := decode(t, pngOf(t, plain(color.NRGBA{200, 0, 100, 128})))
	q := p.OnPaper()
	near(t, "half transparent", [3]uint8(q.Pixels[:3]), [3]uint8{227, 127, 177}, 1)
	near(t, "the picture itself", [3]uint8(p.Pixels[:3]), [3]uint8{200, 0, 100}, 0)
	if q.Hash == p.Hash || len(q.Alpha) != len(p.Alpha) {
		t.Error("the picture on paper passes for the one above it, or lost what is left out")
	}
	grey := decode(t, pngOf(t, plain(color.NRGBA{0, 0, 0, 128})))
	if got := grey.OnPaper().Pixels[0]; !grey.Gray || got != 127 {
		t.Errorf("grey: %d", got)
	}
	opaque := decode(t, pngOf(t, quadrants(8, 8)))
	if opaque.OnPaper() != opaque {
		t.Error("a picture without transparency was copied")
	}
	lossy := &Picture{Width: 16, Height: 16, JPEG: jpegOf(t, plain(color.NRGBA{200, 0, 100, 255})), Alpha: p.Alpha}
	near(t, "JPEG", first(t, lossy.OnPaper()), [3]uint8{227, 127, 177}, 6)
}
