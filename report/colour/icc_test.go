package colour

import (
	"encoding/binary"
	"fmt"
	"image"
	"math"
	"testing"
)

// be writes whole numbers of two bytes.
func be(v ...uint16) (b []byte) {
	for _, x := range v {
		b = binary.BigEndian.AppendUint16(b, x)
	}
	return b
}

// s15 writes s15Fixed16Numbers (ICC.1:2010, 4.6).
func s15(v ...float64) (b []byte) {
	for _, x := range v {
		b = binary.BigEndian.AppendUint32(b, uint32(int32(math.Round(x*65536))))
	}
	return b
}

func join(parts ...[]byte) (b []byte) {
	for _, p := range parts {
		b = append(b, p...)
	}
	return b
}

// profileOf writes a profile's header and tags; spaces are its class, colour space and connection space.
func profileOf(spaces string, names []string, tags ...[]byte) []byte {
	b := make([]byte, 132, 4096)
	copy(b[12:], spaces)
	copy(b[36:], "acsp")
	binary.BigEndian.PutUint32(b[128:], uint32(len(tags)))
	at := 132 + 12*len(tags)
	for i, tag := range tags {
		b = append(b, names[i]...)
		b = binary.BigEndian.AppendUint32(b, uint32(at))
		b = binary.BigEndian.AppendUint32(b, uint32(len(tag)))
		at += len(tag)
	}
	return join(append([][]byte{b}, tags...)...)
}

func close4(t *testing.T, what string, got, want [4]float64, tolerance float64) {
	t.Helper()
	for i := range got {
		if !(math.Abs(got[i]-want[i]) <= tolerance) {
			t.Errorf("%s: %v, want %v", what, got, want)
			return
		}
	}
}

// corners are the eight cells of a grid of two points whose inks are L, a, b and their mean, with channels of one or two bytes.
func corners(wide bool) (b []byte) {
	for i := range 8 {
		l, a, c := i>>2, i>>1&1, i&1
		for _, v := range [4]int{l * 3, a * 3, c * 3, l + a + c} {
			if b = append(b, byte(v*85)); wide {
				b = append(b, byte(v*85))
			}
		}
	}
	return b
}

func header(kind string, in, out, points byte) []byte {
	b := make([]byte, 48)
	copy(b, kind)
	b[8], b[9], b[10] = in, out, points
	return b
}

// wideLUT goes from Lab to ink: L is squared at first (by two straight lines), and the last ink turned round at the end.
func wideLUT() []byte {
	return join(header("mft2", 3, 4, 2), be(3, 2, 0, 0x4000, 0xFFFF, 0, 0x8000, 0xFFFF, 0, 0x8000, 0xFFFF), corners(true),
		be(0, 0xFFFF, 0, 0xFFFF, 0, 0xFFFF, 0xFFFF, 0))
}

// TestTablesOfSixteenBitsFollowVersionTwo reckons with the encoding of ICC.1:2010, 6.3.4.2: 100 is FF00, 0 of a and b is 8000.
func TestTablesOfSixteenBitsFollowVersionTwo(t *testing.T) {
	b := wideLUT()
	p, err := readPipeline(b, 3, 4)
	if err != nil {
		t.Fatal(err)
	}
	for _, lab := range [][4]float64{{0, -128, -128}, {100, 127, 127}, {50, 0, 0}, {25, 40, -60}, {80, -90, 110}, {130, 0, 200}, {-5, -200, 0}} {
		unit := func(v float64) float64 { return min(max(v/65535, 0), 1) }
		l, a, c := unit(lab[0]*652.8), unit((lab[1]+128)*256), unit((lab[2]+128)*256)
		if l < 0.5 {
			l = l / 2
		} else {
			l = 0.25 + (l-0.5)*1.5
		}
		close4(t, fmt.Sprint(lab), p.run(lab), [4]float64{l, a, c, 1 - (l+a+c)/3}, 1e-4)
	}
	damaged(t, b, 3, 4)
	for at, v := range map[int]byte{8: 4, 9: 3, 10: 1, 49: 1, 51: 1, 0: 'x'} {
		bad := append([]byte{}, b...)
		if bad[at] = v; refused(bad, 3, 4) == nil {
			t.Errorf("byte %d may be %d", at, v)
		}
	}
}

func refused(b []byte, in, out int) error {
	_, err := readPipeline(b, in, out)
	return err
}

// damaged wants every beginning of a table refused.
func damaged(t *testing.T, b []byte, in, out int) {
	t.Helper()
	for n := range b {
		if refused(b[:n:n], in, out) == nil {
			t.Errorf("%d of %d bytes are enough", n, len(b))
		}
	}
}

// TestTablesOfEightBits has 255 for 100, and curves of 256 entries.
func TestTablesOfEightBits(t *testing.T) {
	b := join(header("mft1", 3, 4, 2))
	for range 3 {
		for v := range 256 {
			b = append(b, byte(v))
		}
	}
	b = append(b, corners(false)...)
	for ink := range 4 {
		for v := range 256 {
			b = append(b, byte(max(v-ink, 0)))
		}
	}
	p, err := readPipeline(b, 3, 4)
	if err != nil {
		t.Fatal(err)
	}
	for _, v := range [][3]float64{{10, 20, 30}, {200, 100, 51}, {255, 255, 255}} {
		lab := [4]float64{v[0] / 2.55, v[1] - 128, v[2] - 128}
		mean := (v[0] + v[1] + v[2]) / 3
		close4(t, fmt.Sprint(v), p.run(lab), [4]float64{v[0] / 255, (v[1] - 1) / 255, (v[2] - 2) / 255, (mean - 3) / 255}, 1e-6)
	}
	damaged(t, b, 3, 4)
}

// stages of version 4: B curves, matrix, M curves, grid and A curves.
func stages(kind string, in, out byte, parts ...[]byte) []byte {
	b := make([]byte, 32)
	copy(b, kind)
	b[8], b[9] = in, out
	for i, p := range parts {
		if p != nil {
			binary.BigEndian.PutUint32(b[12+4*i:], uint32(len(b)))
			b = append(b, p...)
		}
	}
	return b
}

func identity(n int) (b []byte) {
	for range n {
		b = append(b, "curv\x00\x00\x00\x00\x00\x00\x00\x00"...)
	}
	return b
}

func TestStagesOfVersionFour(t *testing.T) {
	square := join([]byte("curv\x00\x00\x00\x00\x00\x00\x00\x01"), be(0x0200, 0)) // gamma 2, filled up to four bytes
	grid := join([]byte{2, 2, 2, 0}, make([]byte, 12), []byte{1, 0, 0, 0}, corners(false))
	matrix := s15(0.5, 0.25, 0, 0, 0.5, 0.25, 0.25, 0, 0.5, 0.125, 0.0625, 0)
	b := stages("mBA ", 3, 4, join(square, square, square), matrix, identity(3), grid, join(identity(3), square))
	p, err := readPipeline(b, 3, 4)
	if err != nil {
		t.Fatal(err)
	}
	for _, lab := range [][4]float64{{100, 127, 127}, {50, 0, 0}, {20, 60, -100}} {
		x, y, z := math.Pow(lab[0]/100, 2), math.Pow((lab[1]+128)/255, 2), math.Pow((lab[2]+128)/255, 2)
		x, y, z = x/2+y/4+0.125, y/2+z/4+0.0625, x/4+z/2
		close4(t, fmt.Sprint(lab), p.run(lab), [4]float64{x, y, z, math.Pow((x+y+z)/3, 2)}, 1e-9)
	}
	damaged(t, b[:len(b)-2], 3, 4)

	back := join([]byte{2, 2, 2, 2}, make([]byte, 12), []byte{2, 0, 0, 0}) // L is the first ink, a the third, b the fourth
	for i := range uint16(16) {
		back = append(back, be(i>>3*0xFFFF, i>>1&1*0xFFFF, i&1*0xFFFF)...)
	}
	p, err = readPipeline(stages("mAB ", 4, 3, join(square, identity(2)), nil, nil, back, identity(4)), 4, 3)
	if err != nil {
		t.Fatal(err)
	}
	close4(t, "back", p.run([4]float64{0.5, 0.9, 0.25, 0.75}), [4]float64{25, 0.25*255 - 128, 0.75*255 - 128, 0}, 1e-9)
}

// TestCurvesAreThoseOfTheStandard reckons ICC.1:2010, table 65, on both sides of where its two parts meet.
func TestCurvesAreThoseOfTheStandard(t *testing.T) {
	para := func(kind uint16, v ...float64) []byte {
		return join([]byte("para\x00\x00\x00\x00"), be(kind, 0), s15(v...))
	}
	table := func(v ...uint16) []byte {
		return join([]byte("curv\x00\x00\x00\x00"), be(0, uint16(len(v))), be(v...))
	}
	for i, c := range []struct {
		data    []byte
		x, want float64
	}{
		{table(), 0.3, 0.3},
		{table(0x0180), 0.25, 0.125},
		{table(0, 0x3333, 0xFFFF), 0.25, 0.1},
		{table(0, 0x3333, 0xFFFF), 0.75, 0.6},
		{table(0, 0x3333, 0xFFFF), 1, 1},
		{para(0, 2), 0.5, 0.25},
		{para(0, 2), 0, 0},
		{para(1, 2, 2, -0.5), 0.5, 0.25},
		{para(1, 2, 2, -0.5), 0.125, 0},
		{para(2, 2, 2, -0.5, 0.125), 0.5, 0.375},
		{para(2, 2, 2, -0.5, 0.125), 0.125, 0.125},
		{para(3, 2, 0.5, 0.5, 0.25, 0.5), 0.5, 0.5625},
		{para(3, 2, 0.5, 0.5, 0.25, 0.5), 0.25, 0.0625},
		{para(4, 2, 0.5, 0.5, 0.25, 0.5, 0.125, 0.0625), 0.5, 0.6875},
		{para(4, 2, 0.5, 0.5, 0.25, 0.5, 0.125, 0.0625), 0.25, 0.125},
	} {
		curve, used := readCurve(c.data)
		if used != len(c.data) {
			t.Errorf("%d: used %d of %d bytes", i, used, len(c.data))
			continue
		}
		if got := curve(c.x); math.Abs(got-c.want) > 1e-4 {
			t.Errorf("%d: %v gives %v, want %v", i, c.x, got, c.want)
		}
		for n := range c.data {
			if _, used := readCurve(c.data[:n:n]); used != 0 {
				t.Errorf("%d: %d of %d bytes are enough", i, n, len(c.data))
			}
		}
	}
	if _, used := readCurve(para(5, 1, 1, 1, 1, 1, 1, 1)); used != 0 {
		t.Error("there is no fifth kind")
	}
}

func TestDescriptionsOfBothVersions(t *testing.T) {
	mluc := join([]byte("mluc\x00\x00\x00\x00"), be(0, 1, 0, 12), []byte("deDE"), be(0, 6, 0, 28, 'K', 0xE4, 'x'))
	for what, c := range map[string]struct {
		data []byte
		want string
	}{
		"old":       {[]byte("desc\x00\x00\x00\x00\x00\x00\x00\x04abc\x00rest"), "abc"},
		"cut":       {[]byte("desc\x00\x00\x00\x00\x00\x00\x00\x09abc"), "abc"},
		"empty":     {[]byte("desc\x00\x00\x00\x00\x00\x00\x00\x09"), ""},
		"short":     {[]byte("desc\x00\x00\x00"), ""},
		"new":       {mluc, "Käx"},
		"new, cut":  {mluc[:33], ""},
		"no record": {mluc[:27], ""},
		"other":     {[]byte("text\x00\x00\x00\x00abcdefgh"), ""},
	} {
		if got := description(c.data); got != c.want {
			t.Errorf("%s: %q, want %q", what, got, c.want)
		}
	}
}

// TestColoursOfSRGBInLab has the values of sRGB's primaries in CIE Lab at D50 that are published everywhere, and CIE's formula
// of lightness for what is dark: 903.3 Y.
func TestColoursOfSRGBInLab(t *testing.T) {
	for rgb, want := range map[[3]float64][4]float64{
		{1, 1, 1}: {100, 0, 0}, {1, 0, 0}: {54.29, 80.81, 69.89}, {0, 1, 0}: {87.82, -79.27, 80.99}, {0, 0, 1}: {29.57, 68.30, -112.03},
		{0.001, 0.001, 0.001}: {0.9033, 0, 0}, {0.008, 0.008, 0.008}: {7.2263, 0, 0}, {0.18418652, 0.18418652, 0.18418652}: {50, 0, 0},
	} {
		close4(t, fmt.Sprint(rgb), labOf(rgb[0], rgb[1], rgb[2], 0), want, 0.06)
	}
	close4(t, "black of the press", labOf(0, 0, 0, 0.008), [4]float64{7.2263, 0, 0}, 0.001)
	close4(t, "half way", labOf(0.5, 0.5, 0.5, 0.008), [4]float64{116*math.Cbrt(0.504) - 16, 0, 0}, 0.05)
	for l, want := range map[float64]float64{0: 0, 4: 4 / 903.2963, 8: 8 / 903.2963, 50: 0.18418652, 100: 1} {
		if got := luminance(l); math.Abs(got-want) > 1e-7 {
			t.Errorf("lightness %v has luminance %v, want %v", l, got, want)
		}
	}
	for i := range 11 * 11 * 11 {
		c := [3]float64{float64(i/121) / 10, float64(i/11%11) / 10, float64(i%11) / 10}
		for _, dark := range []float64{0, 0.01} {
			for k, v := range sRGBOf(labOf(decodeSRGB(c[0]), decodeSRGB(c[1]), decodeSRGB(c[2]), dark), dark) {
				if math.Abs(v-c[k]) > 0.004 { // one part of 255: the matrices have five digits
					t.Errorf("%v with black %v comes back as %v in channel %d", c, dark, v, k)
				}
			}
		}
	}
}

// TestWideGamutComesToSRGB reckons Adobe RGB (1998) in floating point: its colorants, adapted to D50, and its gamma of 563/256.
func TestWideGamutComesToSRGB(t *testing.T) {
	xyz := func(x, y, z float64) []byte { return join([]byte("XYZ \x00\x00\x00\x00"), s15(x, y, z)) }
	gamma := join([]byte("curv\x00\x00\x00\x00\x00\x00\x00\x01"), be(563))
	names := []string{"rXYZ", "gXYZ", "bXYZ", "rTRC", "gTRC", "bTRC"}
	m := [3][3]float64{{0.60974, 0.20528, 0.14919}, {0.31111, 0.62567, 0.06322}, {0.01947, 0.06087, 0.74457}}
	data := profileOf("mntrRGB XYZ ", names, xyz(m[0][0], m[1][0], m[2][0]), xyz(m[0][1], m[1][1], m[2][1]), xyz(m[0][2], m[1][2], m[2][2]), gamma, gamma, gamma)
	p := ReadMatrixProfile(data)
	if p == nil {
		t.Fatal("not read")
	}
	for i := range 6 * 6 * 6 {
		was := [4]byte{byte(i / 36 * 51), byte(i / 6 % 6 * 51), byte(i % 6 * 51), 7}
		pix := was
		p.ToSRGB(pix[:], 1)
		for c := range 3 {
			sum := 0.0
			for k := range 3 {
				for j := range 3 {
					sum += fromXYZ[3*c+k] * m[k][j] * math.Pow(float64(was[j])/255, 563.0/256)
				}
			}
			want := 12.92 * sum
			if sum > 0.0031308 {
				want = 1.055*math.Pow(min(sum, 1), 1/2.4) - 0.055
			}
			if math.Abs(float64(pix[c])-255*max(want, 0)) > 1.1 {
				t.Errorf("%v becomes %v, channel %d should be %.1f", was, pix, c, 255*want)
			}
		}
		if pix[3] != 7 {
			t.Error("the fourth byte changed")
		}
	}
	other := append([]byte{}, data...)
	copy(other[16:], "GRAY")
	if ReadMatrixProfile(other) != nil || ReadMatrixProfile(data[:len(data)-1]) != nil {
		t.Error("read what is none")
	}
}

// TestCompressedPicturesAreRestrained reckons a limit of 300, lower by 10: 739 parts of all inks, 484 of the coloured ones.
func TestCompressedPicturesAreRestrained(t *testing.T) {
	s := &Separation{limit: 300}
	for in, want := range map[[4]uint8][4]uint8{
		{255, 255, 255, 0}: {161, 161, 161, 0}, {200, 200, 84, 0}: {200, 200, 84, 0}, {200, 200, 85, 0}: {199, 199, 84, 0},
		{200, 200, 84, 255}: {200, 200, 84, 255}, {0, 0, 0, 255}: {0, 0, 0, 255},
	} {
		var planes [4]*image.Gray
		for i := range planes {
			planes[i] = image.NewGray(image.Rect(0, 0, 1, 2))
			planes[i].Pix[0], planes[i].Pix[1] = in[i], in[i]
		}
		s.restrain(planes, 10)
		if got := interleaved(planes); [4]uint8(got[:4]) != want || [4]uint8(got[4:]) != want {
			t.Errorf("%v becomes %v, want %v", in, got, want)
		}
	}
	for in, want := range map[[4]float64][4]float64{
		{1, 1, 1, 1}: {1.99 / 3, 1.99 / 3, 1.99 / 3, 1}, {0.5, 0.5, 0.9, 1.5}: {0.5, 0.5, 0.9, 1}, {1, 0.5, -1, 0.2}: {1, 0.5, 0, 0.2},
	} {
		close4(t, fmt.Sprint(in), within(in, 300), want, 1e-9)
	}
	close4(t, "knocking out", within([4]float64{1, 1, 1, 1}, 250), [4]float64{1.49 / 3, 1.49 / 3, 1.49 / 3, 1}, 1e-9)
}

// TestGridsAndScansThatAreCutAreRefused: nothing follows the grid that could notice in its place.
func TestGridsAndScansThatAreCutAreRefused(t *testing.T) {
	grid := join([]byte{2, 2, 2, 0}, make([]byte, 12), []byte{1, 0, 0, 0}, corners(false))
	damaged(t, stages("mBA ", 3, 4, identity(3), nil, nil, grid), 3, 4)
	for i := range 3 {
		thin := append([]byte{}, grid...)
		if thin[i] = 1; refused(stages("mBA ", 3, 4, identity(3), nil, nil, thin), 3, 4) == nil {
			t.Errorf("channel %d has one point", i)
		}
	}
	for n := range 12 {
		if framed(append([]byte{0xFF, 0xD8, 0xFF, 0xE0, 0, 20}, make([]byte, 12)...)[:n:n], 1) != nil {
			t.Errorf("%d bytes make a scan", n)
		}
	}
}
