package colour_test

import (
	"bytes"
	"encoding/binary"
	"image"
	"image/jpeg"
	"os"
	"testing"

	"konzept/report/colour"
	"konzept/report/picture"
)

// TestInksComeBackAsTheColoursTheyStoodFor: a JPEG in four inks, as Adobe writes them and as others do.
func TestInksComeBackAsTheColoursTheyStoodFor(t *testing.T) {
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
	for _, c := range [][3]uint8{{255, 255, 255}, {120, 140, 90}, {200, 170, 120}, {0, 0, 0}} {
		var straight, inverted [4]*image.Gray
		for i, v := range s.Pixel(c) {
			straight[i], inverted[i] = image.NewGray(image.Rect(0, 0, 16, 16)), image.NewGray(image.Rect(0, 0, 16, 16))
			for k := range 256 {
				straight[i].Pix[k], inverted[i].Pix[k] = v, 255-v
			}
		}
		others, ours := colour.FourScans(straight), colour.FourScans(inverted)
		ours = bytes.Join([][]byte{ours[:2], []byte("\xff\xee\x00\x0eAdobe\x00\x64\x00\x00\x00\x00\x00"), ours[2:]}, nil)
		near(t, "as inks", inkProfile(others, profile.Data), c)
		near(t, "Adobe", inkProfile(ours, profile.Data), c)
	}
}

// near tells whether the middle pixel of a JPEG file is want, within eight parts of 255.
func near(t *testing.T, what string, file []byte, want [3]uint8) {
	t.Helper()
	p, err := picture.Decode(what, file)
	if err != nil {
		t.Fatal(err)
	}
	m, err := jpeg.Decode(bytes.NewReader(p.JPEG))
	if err != nil {
		t.Fatal(err)
	}
	r, g, b, _ := m.At(8, 8).RGBA()
	for i, got := range [3]uint32{r >> 8, g >> 8, b >> 8} {
		if d := int(got) - int(want[i]); d > 8 || d < -8 {
			t.Errorf("%s: channel %d is %d, want %v", what, i, got, want)
		}
	}
}

// inkProfile puts a profile of any size into a JPEG.
func inkProfile(file, profile []byte) []byte {
	const most = 65000
	n := byte((len(profile) + most - 1) / most)
	out := bytes.Clone(file[:2])
	for i := range n {
		seg := append([]byte("ICC_PROFILE\x00"), i+1, n)
		seg = append(seg, profile[int(i)*most:min(int(i+1)*most, len(profile))]...)
		out = append(binary.BigEndian.AppendUint16(append(out, 0xFF, 0xE2), uint16(len(seg)+2)), seg...)
	}
	return append(out, file[2:]...)
}
