package picture

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"hash/crc32"
	"image"
	"image/color"
	"image/jpeg"
	"os"
	"testing"
)

// matrixProfile is a profile of an RGB device: its colorants adapted to D50, and one gamma for all channels.
func matrixProfile(colorants [9]float64, gamma float64) []byte {
	be := binary.BigEndian
	head := make([]byte, 128)
	copy(head[12:], "mntrRGB XYZ ")
	copy(head[36:], "acsp")
	var tags, table []byte
	add := func(name string, tag []byte) {
		table = be.AppendUint32(be.AppendUint32(append(table, name...), uint32(128+4+12*6+len(tags))), uint32(len(tag)))
		tags = append(tags, tag...)
	}
	for i, name := range []string{"rXYZ", "gXYZ", "bXYZ"} {
		tag := []byte("XYZ \x00\x00\x00\x00")
		for row := range 3 {
			tag = be.AppendUint32(tag, uint32(int32(colorants[3*row+i]*65536)))
		}
		add(name, tag)
	}
	for _, name := range []string{"rTRC", "gTRC", "bTRC"} {
		add(name, append([]byte("curv\x00\x00\x00\x00\x00\x00\x00\x01"), byte(int(gamma*256)>>8), byte(int(gamma*256)), 0, 0))
	}
	return append(append(be.AppendUint32(head, 6), table...), tags...)
}

// The colorants of Adobe RGB (1998) and of Display P3, adapted to D50.
var (
	adobeRGB  = matrixProfile([9]float64{0.60974, 0.20528, 0.14919, 0.31111, 0.62567, 0.06322, 0.01947, 0.06087, 0.74457}, 2.19921875)
	displayP3 = matrixProfile([9]float64{0.51512, 0.29198, 0.15710, 0.24120, 0.69225, 0.06657, -0.00105, 0.04189, 0.78407}, 2.2)
)

// plain is a picture of one colour.
func plain(c color.Color) *image.NRGBA {
	m := image.NewNRGBA(image.Rect(0, 0, 16, 16))
	for i := range 256 {
		m.Set(i%16, i/16, c)
	}
	return m
}

// pngWith puts a profile into a PNG, jpegWith into a JPEG, in two parts of which the second comes first.
func pngWith(file, profile []byte) []byte {
	var z bytes.Buffer
	w := zlib.NewWriter(&z)
	w.Write(profile)
	w.Close()
	body := append([]byte("iCCPprofile\x00\x00"), z.Bytes()...)
	c := binary.BigEndian.AppendUint32(nil, uint32(len(body)-4))
	c = binary.BigEndian.AppendUint32(append(c, body...), crc32.ChecksumIEEE(body))
	return bytes.Join([][]byte{file[:33], c, file[33:]}, nil) // behind the signature and IHDR
}

func jpegWith(file, profile []byte) []byte {
	part := func(n byte, data []byte) []byte {
		seg := append([]byte("ICC_PROFILE\x00"), n, 2)
		seg = append(seg, data...)
		return append(binary.BigEndian.AppendUint16([]byte{0xFF, 0xE2}, uint16(len(seg)+2)), seg...)
	}
	half := len(profile) / 2
	return bytes.Join([][]byte{file[:2], part(2, profile[half:]), part(1, profile[:half]), file[2:]}, nil)
}

func near(t *testing.T, what string, got, want [3]uint8, most int) {
	t.Helper()
	for i := range got {
		if d := int(got[i]) - int(want[i]); d > most || d < -most {
			t.Errorf("%s: got %v, want %v", what, got, want)
			return
		}
	}
}

// first is the middle pixel of a decoded picture.
func first(t *testing.T, p *Picture) [3]uint8 {
	t.Helper()
	if p.JPEG == nil {
		return [3]uint8(p.Pixels[:3])
	}
	m, err := jpeg.Decode(bytes.NewReader(p.JPEG))
	if err != nil {
		t.Fatal(err)
	}
	r, g, b, _ := m.At(8, 8).RGBA()
	return [3]uint8{uint8(r >> 8), uint8(g >> 8), uint8(b >> 8)}
}

// TestPicturesWithAProfileComeOutInSRGB: the green and the red of sRGB in wider spaces, by published conversions.
func TestPicturesWithAProfileComeOutInSRGB(t *testing.T) {
	green, red := plain(color.NRGBA{144, 255, 60, 255}), plain(color.NRGBA{234, 51, 35, 255})
	near(t, "Adobe RGB, PNG", first(t, decode(t, pngWith(pngOf(t, green), adobeRGB))), [3]uint8{0, 255, 0}, 6)
	near(t, "Adobe RGB, JPEG", first(t, decode(t, jpegWith(jpegOf(t, green), adobeRGB))), [3]uint8{0, 255, 0}, 8)
	near(t, "Display P3, PNG", first(t, decode(t, pngWith(pngOf(t, red), displayP3))), [3]uint8{255, 0, 0}, 12)
	near(t, "without", first(t, decode(t, pngOf(t, green))), [3]uint8{144, 255, 60}, 0)
}

func TestProfilesThatSayNothingNewChangeNothing(t *testing.T) {
	srgb, err := os.ReadFile("../finish/icc/sRGB.icc")
	if err != nil {
		t.Fatal(err)
	}
	file := jpegOf(t, quadrants(32, 16))
	for name, profile := range map[string][]byte{"sRGB": srgb, "damaged": adobeRGB[:150], "none": []byte("kein Profil")} {
		if p := decode(t, jpegWith(file, profile)); !bytes.Equal(p.JPEG, file) {
			t.Errorf("%s: the picture was changed", name)
		}
		decode(t, pngWith(pngOf(t, quadrants(8, 8)), profile))
	}
}

func TestWebPProfileIsFound(t *testing.T) {
	file := append([]byte("RIFF\x20\x00\x00\x00WEBPVP8X\x0a\x00\x00\x00"), make([]byte, 10)...)
	file = append(file, "ICCP\x04\x00\x00\x00acsp"...)
	if got := webpProfile(file); string(got) != "acsp" {
		t.Errorf("got %q", got)
	}
}
