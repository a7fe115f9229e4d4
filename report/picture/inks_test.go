package picture

import (
	"image"
	"image/color"
	"os"
	"testing"

	"konzept/report/colour"
)

func TestOnlyPicturesWithColoursHaveInks(t *testing.T) {
	data, err := os.ReadFile("../finish/icc/FOGRA39L_coated.icc")
	if err != nil {
		t.Fatal(err)
	}
	profile, err := colour.ReadProfile(data)
	if err != nil {
		t.Fatal(err)
	}
	s, err := profile.NewSeparation(colour.Relative, 300)
	if err != nil {
		t.Fatal(err)
	}
	red := color.NRGBA{200, 30, 20, 255}
	lossless := decode(t, pngOf(t, plain(red))).Inks(s)
	if lossless == nil || lossless.JPEG || len(lossless.Data) != 4*16*16 {
		t.Fatalf("PNG: %+v", lossless)
	}
	for i, want := range s.Colour([3]uint8{200, 30, 20}) {
		if got := int(lossless.Data[i]) * 100 / 255; got != int(want) {
			t.Errorf("ink %d is %d %%, of the colour %d %%", i, got, want)
		}
	}
	photo := decode(t, jpegOf(t, plain(red)))
	if got := photo.Inks(s); got == nil || !got.JPEG || got != photo.Inks(s) {
		t.Errorf("JPEG: %+v, or converted twice", got)
	}
	cut := *photo
	cut.JPEG, cut.Hash = photo.JPEG[:40], [16]byte{1}
	for what, p := range map[string]*Picture{
		"grey":    decode(t, pngOf(t, image.NewGray(image.Rect(0, 0, 4, 4)))),
		"vector":  decode(t, []byte(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 5"><path fill="red" d="M0 0h1v1"/></svg>`)),
		"damaged": &cut,
	} {
		if p.Inks(s) != nil {
			t.Errorf("%s: has inks", what)
		}
	}
}
