package colour

import (
	"bufio"
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
	"math"
	"os"
	"strings"
	"testing"
)

func fogra39(t testing.TB) *Profile {
	t.Helper()
	data, err := os.ReadFile("../finish/icc/FOGRA39L_coated.icc")
	if err != nil {
		t.Fatal(err)
	}
	p, err := ReadProfile(data)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func separation(t testing.TB, in Intent, limit int) *Separation {
	t.Helper()
	s, err := fogra39(t).NewSeparation(in, limit)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func apart(a, b uint8) int { return max(int(a), int(b)) - min(int(a), int(b)) }

// reference calls visit with each colour and the inks that Little CMS makes of it by each intent.
func reference(t *testing.T, visit func(rgb [3]uint8, in Intent, want [4]uint8)) {
	t.Helper()
	f, err := os.Open("testdata/fogra39.txt")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	lines := 0
	for in := bufio.NewScanner(f); in.Scan(); {
		if strings.HasPrefix(in.Text(), "#") {
			continue
		}
		var c [3]uint8
		var a, b [4]uint8
		if _, err := fmt.Sscan(in.Text(), &c[0], &c[1], &c[2], &a[0], &a[1], &a[2], &a[3], &b[0], &b[1], &b[2], &b[3]); err != nil {
			t.Fatalf("%q: %v", in.Text(), err)
		}
		visit(c, Relative, a)
		visit(c, Perceptual, b)
		lines++
	}
	if lines < 200 {
		t.Fatalf("only %d colours compared", lines)
	}
}

func TestTablesAgreeWithLittleCMS(t *testing.T) {
	p := fogra39(t)
	reference(t, func(rgb [3]uint8, in Intent, want [4]uint8) {
		ink, _ := p.toInk(in)
		black := 0.0
		if in == Relative {
			black = luminance(p.black())
		}
		got := ink.run(labOf(decodeSRGB(float64(rgb[0])/255), decodeSRGB(float64(rgb[1])/255), decodeSRGB(float64(rgb[2])/255), black))
		for i := range got {
			if math.Abs(got[i]*255-float64(want[i])) > 1 {
				t.Errorf("intent %d: %v is %v, Little CMS says %v", in, rgb, got, want)
			}
		}
	})
}

func TestSeparationAgreesWithLittleCMS(t *testing.T) {
	ways := [2]*Separation{separation(t, Relative, 400), separation(t, Perceptual, 400)}
	sum, worst := 0, 0
	reference(t, func(rgb [3]uint8, in Intent, want [4]uint8) {
		var got [4]byte
		ways[in].pixel(&got, rgb[0], rgb[1], rgb[2])
		for i := range got {
			d := apart(got[i], want[i])
			sum, worst = sum+d, max(worst, d)
		}
	})
	if worst > 8 || sum > 8*238/2 { // 3 % in one dark colour, a quarter of a step in the mean
		t.Errorf("%d of 255 at worst, %d in all", worst, sum)
	}
}

func TestWhiteIsPaperAndInksKeepTheLimit(t *testing.T) {
	for _, limit := range []int{220, 300, 330} {
		s := separation(t, Relative, limit)
		var v [4]byte
		if s.pixel(&v, 255, 255, 255); v != [4]byte{} {
			t.Errorf("white is %v", v)
		}
		for rgb := 0; rgb < 1<<24; rgb += 1021 {
			s.pixel(&v, uint8(rgb>>16), uint8(rgb>>8), uint8(rgb))
			coloured := int(v[0]) + int(v[1]) + int(v[2])
			if 100*(coloured+int(v[3])) > 255*limit || 100*coloured > 255*Coloured(limit) {
				t.Fatalf("limit %d: %06x is %v", limit, rgb, v)
			}
		}
	}
}

// photograph has the samples of a JPEG with what compression finds hard: noise between the darkest and the lightest colours.
func photograph(t testing.TB, w, h int) *Samples {
	m, x := image.NewRGBA(image.Rect(0, 0, w, h)), uint32(1)
	for i := range w * h {
		x = x*1664525 + 1013904223
		c := color.RGBA{uint8(x >> 24), uint8(x >> 20), uint8(x >> 16), 255}
		if i%w < w/2 {
			c = color.RGBA{uint8(i % 7), uint8(i % 5), uint8(i / w % 3), 255}
		}
		m.SetRGBA(i%w, i/w, c)
	}
	var b bytes.Buffer
	if err := jpeg.Encode(&b, m, nil); err != nil {
		t.Fatal(err)
	}
	decoded, err := jpeg.Decode(&b)
	if err != nil {
		t.Fatal(err)
	}
	pixels := decoded.(*image.YCbCr)
	return &Samples{Width: w, Height: h, Lossy: true, At: func(x, y int) (r, g, b uint8) {
		c := pixels.YCbCrAt(x, y)
		return color.YCbCrToRGB(c.Y, c.Cb, c.Cr)
	}}
}

func TestPictureInInksKeepsTheLimitInEveryPixel(t *testing.T) {
	p := photograph(t, 131, 77)
	for _, limit := range []int{240, 330, 400} {
		inks := separation(t, Relative, limit).Inks(p)
		if inks == nil || inks.Most > limit || inks.Most < limit*2/3 {
			t.Fatalf("limit %d: %+v", limit, inks)
		}
		if !inks.JPEG && len(inks.Data) != 4*131*77 {
			t.Errorf("limit %d: %d samples", limit, len(inks.Data))
		}
	}
}

// TestFourScansHoldFourComponents adds the marker that the standard decoder asks of CMYK; it then reads inverted inks.
func TestFourScansHoldFourComponents(t *testing.T) {
	var planes [4]*image.Gray
	for i := range planes {
		planes[i] = image.NewGray(image.Rect(0, 0, 20, 12))
		for k := range planes[i].Pix {
			planes[i].Pix[k] = uint8(40*i + k%20)
		}
	}
	file, shown := fourScans(planes)
	if want := percent(0 + 40 + 80 + 120 + 4*19); shown.all < want-4 || shown.all > want+4 {
		t.Errorf("most ink %d %%, want about %d", shown.all, want)
	}
	adobe := append([]byte{0xFF, 0xD8, 0xFF, 0xEE, 0, 14}, "Adobe\x00\x64\x00\x00\x00\x00\x00"...)
	m, err := jpeg.Decode(bytes.NewReader(append(adobe, file[2:]...)))
	if err != nil {
		t.Fatal(err)
	}
	got, ok := m.(*image.CMYK)
	if !ok || got.Rect != image.Rect(0, 0, 20, 12) {
		t.Fatalf("decoded %T %v", m, m.Bounds())
	}
	for i, v := range got.Pix {
		if apart(255-v, planes[i%4].Pix[i/4]) > 3 {
			t.Fatalf("sample %d is %d, want %d", i, 255-v, planes[i%4].Pix[i/4])
		}
	}
}

func TestConversionIsTheSameEveryTimeAndDoneOnce(t *testing.T) {
	p := photograph(t, 40, 30)
	s := separation(t, Relative, 330)
	open := func() *Samples { return p }
	a, b := s.Once([16]byte{1}, open), separation(t, Relative, 330).Once([16]byte{1}, open)
	if !bytes.Equal(a.Data, b.Data) {
		t.Error("two runs differ")
	}
	if s.Once([16]byte{1}, open) != a {
		t.Error("converted twice")
	}
	if s.Once([16]byte{2}, func() *Samples { return nil }) != nil {
		t.Error("damaged samples have inks")
	}
}

func FuzzReadProfile(f *testing.F) {
	data, err := os.ReadFile("../finish/icc/FOGRA39L_coated.icc")
	if err != nil {
		f.Fatal(err)
	}
	f.Add(data[:4000], uint16(0))
	f.Add([]byte("acsp"), uint16(40))
	f.Fuzz(func(t *testing.T, patch []byte, at uint16) {
		b := bytes.Clone(data)
		copy(b[at:], patch)
		p, err := ReadProfile(b)
		if err != nil {
			return
		}
		ink, err := p.toInk(Relative)
		if err != nil {
			t.Fatal("read, but has no table")
		}
		for _, v := range ink.run([4]float64{50, 10, -10}) {
			if !(v >= 0 && v <= 1) {
				t.Fatalf("ink %v", v)
			}
		}
	})
}

func BenchmarkSeparatePhotograph(b *testing.B) {
	p, s := photograph(b, 2000, 1500), separation(b, Relative, 330)
	for b.Loop() {
		s.Inks(p)
	}
}

func BenchmarkNewSeparation(b *testing.B) {
	p := fogra39(b)
	for b.Loop() {
		p.NewSeparation(Relative, 330)
	}
}
