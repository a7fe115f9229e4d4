package picture

import (
	"bytes"
	"encoding/base64"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"strings"
	"testing"

	"konzept/report/diag"
)

// quadrants is a picture with a different colour in each quarter: red, green, blue, white.
func quadrants(w, h int) *image.NRGBA {
	m := image.NewNRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			c := color.NRGBA{255, 255, 255, 255}
			switch {
			case y < h/2 && x < w/2:
				c = color.NRGBA{255, 0, 0, 255}
			case y < h/2:
				c = color.NRGBA{0, 255, 0, 255}
			case x < w/2:
				c = color.NRGBA{0, 0, 255, 255}
			}
			m.SetNRGBA(x, y, c)
		}
	}
	return m
}

func jpegOf(t testing.TB, m image.Image) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := jpeg.Encode(&b, m, nil); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func pngOf(t testing.TB, m image.Image) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, m); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// withExif puts an EXIF block with an orientation and a telling comment behind the start of a JPEG.
func withExif(b []byte, orientation byte) []byte {
	tiff := []byte{'M', 'M', 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0}
	app := append([]byte("Exif\x00\x00"), tiff...)
	app = append(app, "GPS 49.5347 N"...)
	seg := binary.BigEndian.AppendUint16([]byte{0xFF, 0xE1}, uint16(len(app)+2))
	return bytes.Join([][]byte{b[:2], seg, app, b[2:]}, nil)
}

func decode(t *testing.T, data []byte) *Picture {
	t.Helper()
	p, err := Decode("bild", data)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func TestUprightJPEGKeepsItsBytesAndLosesItsMetadata(t *testing.T) {
	plain := jpegOf(t, quadrants(32, 16))
	p := decode(t, withExif(plain, 1))
	if p.Width != 32 || p.Height != 16 || p.Gray {
		t.Errorf("got %d × %d, grey %v", p.Width, p.Height, p.Gray)
	}
	if bytes.Contains(p.JPEG, []byte("GPS")) || bytes.Contains(p.JPEG, []byte("Exif")) {
		t.Error("metadata survived")
	}
	if !bytes.Equal(p.JPEG, plain) {
		t.Error("picture data were changed")
	}
}

func TestEveryOrientationComesOutUpright(t *testing.T) {
	for o := 1; o <= 8; o++ {
		upright := quadrants(32, 16)
		w, h := 32, 16
		if turned(o) {
			w, h = 16, 32
		}
		stored := image.NewNRGBA(image.Rect(0, 0, w, h))
		for y := range 16 {
			for x := range 32 {
				sx, sy := origin(x, y, w, h, o)
				stored.SetNRGBA(sx, sy, upright.NRGBAAt(x, y))
			}
		}
		p := decode(t, withExif(jpegOf(t, stored), byte(o)))
		m, err := jpeg.Decode(bytes.NewReader(p.JPEG))
		if err != nil {
			t.Fatal(err)
		}
		if p.Width != 32 || p.Height != 16 {
			t.Errorf("orientation %d: got %d × %d", o, p.Width, p.Height)
			continue
		}
		for _, at := range []image.Point{{3, 3}, {28, 3}, {3, 12}, {28, 12}} {
			want := upright.NRGBAAt(at.X, at.Y)
			r, g, b, _ := m.At(at.X, at.Y).RGBA()
			if far(r>>8, want.R) || far(g>>8, want.G) || far(b>>8, want.B) {
				t.Errorf("orientation %d at %v: got %d %d %d, want %v", o, at, r>>8, g>>8, b>>8, want)
			}
		}
	}
}

func far(a uint32, b uint8) bool { d := int(a) - int(b); return d > 40 || d < -40 }

func TestGreyJPEGStaysGrey(t *testing.T) {
	if p := decode(t, jpegOf(t, image.NewGray(image.Rect(0, 0, 9, 7)))); !p.Gray || p.JPEG == nil {
		t.Errorf("grey %v, jpeg %d bytes", p.Gray, len(p.JPEG))
	}
}

func TestPNGKeepsColourAndAlpha(t *testing.T) {
	m := quadrants(4, 4)
	m.SetNRGBA(3, 3, color.NRGBA{10, 20, 30, 0})
	m.SetNRGBA(0, 3, color.NRGBA{10, 20, 30, 128})
	p := decode(t, pngOf(t, m))
	if len(p.Pixels) != 48 || len(p.Alpha) != 16 {
		t.Fatalf("got %d samples, %d of alpha", len(p.Pixels), len(p.Alpha))
	}
	if p.Alpha[15] != 0 || p.Alpha[12] != 128 || p.Alpha[0] != 255 {
		t.Errorf("alpha %v", p.Alpha)
	}
	if got := p.Pixels[36:39]; !bytes.Equal(got, []byte{10, 20, 30}) {
		t.Errorf("colour under alpha: %v", got)
	}
}

func TestPNGWith16BitsAndWithoutColourBecomesGrey(t *testing.T) {
	m := image.NewNRGBA64(image.Rect(0, 0, 2, 1))
	m.SetNRGBA64(0, 0, color.NRGBA64{0x8080, 0x8080, 0x8080, 0xFFFF})
	m.SetNRGBA64(1, 0, color.NRGBA64{0xFFFF, 0xFFFF, 0xFFFF, 0xFFFF})
	p := decode(t, pngOf(t, m))
	if !p.Gray || p.Alpha != nil || !bytes.Equal(p.Pixels, []byte{0x80, 0xFF}) {
		t.Errorf("got %+v", p)
	}
}

func TestWebPOfBothKinds(t *testing.T) {
	for kind, s := range map[string]string{
		"lossy":    "UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA",
		"lossless": "UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==",
	} {
		data, err := base64.StdEncoding.DecodeString(s)
		if err != nil {
			t.Fatal(err)
		}
		p := decode(t, data)
		if p.Width != 1 || p.Height != 1 || (p.JPEG != nil) != (kind == "lossy") {
			t.Errorf("%s: got %d × %d, %d bytes of JPEG", kind, p.Width, p.Height, len(p.JPEG))
		}
	}
}

// TestLossyWebPKeepsBlackAndWhite: the picture is half black and half white, written by libwebp.
func TestLossyWebPKeepsBlackAndWhite(t *testing.T) {
	data, err := base64.StdEncoding.DecodeString("UklGRjIAAABXRUJQVlA4ICYAAABwAgCdASogABAALoVarVaipycnBwCES0gAB7KAAP750ov9WAAAAA==")
	if err != nil {
		t.Fatal(err)
	}
	m, err := jpeg.Decode(bytes.NewReader(decode(t, data).JPEG))
	if err != nil {
		t.Fatal(err)
	}
	for x, want := range map[int]int{4: 0, 27: 255} {
		r, g, b, _ := m.At(x, 8).RGBA()
		for _, got := range []uint32{r, g, b} {
			if d := int(got>>8) - want; d < -2 || d > 2 {
				t.Errorf("at %d: got %d, want %d", x, got>>8, want)
			}
		}
	}
}

// header is a PNG that claims a size and holds nothing.
func header(w, h uint32) []byte {
	b := binary.BigEndian.AppendUint32([]byte("IHDR"), w)
	b = append(binary.BigEndian.AppendUint32(b, h), 8, 2, 0, 0, 0)
	out := append([]byte("\x89PNG\r\n\x1a\n"), 0, 0, 0, 13)
	out = append(out, b...)
	return binary.BigEndian.AppendUint32(out, crc32.ChecksumIEEE(b))
}

// deep is a PNG of 16 bits a channel that claims a size and holds nothing.
func deep(w, h uint32) []byte {
	out := header(w, h)
	out[24], out[25] = 16, 6
	return append(out[:29], binary.BigEndian.AppendUint32(nil, crc32.ChecksumIEEE(out[12:29]))...)
}

// grained has detail in every pixel, so that no row of its JPEG is short.
func grained(w, h int) image.Image {
	m := image.NewRGBA(image.Rect(0, 0, w, h))
	for i := range m.Pix {
		m.Pix[i] = byte(i * i * 2654435761 >> 13)
	}
	return m
}

// cutWebP is a lossy WebP with only a part of its data, whose lengths agree with that.
func cutWebP(t *testing.T) []byte {
	data, err := base64.StdEncoding.DecodeString("UklGRjIAAABXRUJQVlA4ICYAAABwAgCdASogABAALoVarVaipycnBwCES0gAB7KAAP750ov9WAAAAA==")
	if err != nil {
		t.Fatal(err)
	}
	data = data[:len(data)-14]
	binary.LittleEndian.PutUint32(data[4:], uint32(len(data)-8))
	binary.LittleEndian.PutUint32(data[16:], uint32(len(data)-20))
	return data
}

func TestEveryFaultHasItsCode(t *testing.T) {
	grain := jpegOf(t, grained(64, 64))
	photo := jpegOf(t, quadrants(64, 64))
	drawing := pngOf(t, quadrants(64, 64))
	twelve := bytes.Clone(photo)
	twelve[bytes.Index(twelve, []byte{0xFF, 0xC0})+4] = 12
	sampled := bytes.Clone(photo)
	sampled[bytes.Index(sampled, []byte{0xFF, 0xC0})+11] = 0x24 // luma twice as wide and four times as high as chroma
	for _, c := range []struct {
		what string
		data []byte
		code diag.Code
	}{
		{"nothing", nil, "picture-format"},
		{"GIF", []byte("GIF89a"), "picture-format"},
		{"HEIC of a telephone", []byte("\x00\x00\x00\x18ftypheic\x00\x00\x00\x00"), "picture-format"},
		{"more than 32 MiB", make([]byte, MaxBytes+1), "picture-too-large"},
		{"bomb", header(60000, 60000), "picture-too-many-pixels"},
		{"width of 2^31", header(1<<31, 1), "picture-too-many-pixels"},
		{"no width", header(0, 1), "picture-damaged"},
		{"header alone", header(10, 10), "picture-truncated"},
		{"cut JPEG", photo[:len(photo)/2], "picture-truncated"},
		{"JPEG cut in its header", photo[:30], "picture-truncated"},
		{"cut JPEG with an end", append(bytes.Clone(grain[:len(grain)*2/3]), 0xFF, 0xD9), "picture-truncated"},
		{"cut WebP with lengths that agree", cutWebP(t), "picture-truncated"},
		{"16 bits a channel", deep(8900, 8900), "picture-too-many-pixels"},
		{"cut PNG", drawing[:len(drawing)/2], "picture-truncated"},
		{"12-bit JPEG", twelve, "picture-unsupported"},
		{"JPEG of a rare sampling", sampled, "picture-unsupported"},
		{"WebP of noise", []byte("RIFF\x10\x00\x00\x00WEBPVP8 \x04\x00\x00\x00abcd"), "picture-damaged"},
	} {
		_, err := Decode("bild", c.data)
		var f *diag.Fault
		if !errors.As(err, &f) {
			t.Errorf("%s: got %v, want a fault", c.what, err)
			continue
		}
		if f.Code != c.code {
			t.Errorf("%s: got %s, want %s", c.what, err, c.code)
		}
		if _, ok := diag.Lookup(f.Code); !ok {
			t.Errorf("%s: code %s has no wording", c.what, f.Code)
		}
		if f.Args[0] != "bild" {
			t.Errorf("%s: args %q do not name the picture", c.what, f.Args)
		}
	}
}

func TestFaultsWordingsUseTheirArguments(t *testing.T) {
	for code, n := range map[diag.Code]int{"picture-format": 2, "picture-too-large": 3, "picture-too-many-pixels": 4, "picture-truncated": 1,
		"picture-damaged": 2, "picture-unsupported": 2, "picture-svg-forbidden": 2, "picture-svg-unsupported": 2} {
		e, ok := diag.Lookup(code)
		if !ok {
			t.Errorf("%s is not in the catalogue", code)
		}
		for i := range n {
			if arg := "{" + string(rune('0'+i)) + "}"; !strings.Contains(e.DE.Message, arg) || !strings.Contains(e.EN.Message, arg) {
				t.Errorf("%s does not word argument %s", code, arg)
			}
		}
	}
}

func FuzzDecode(f *testing.F) {
	f.Add(jpegOf(f, quadrants(8, 8)))
	f.Add(withExif(jpegOf(f, quadrants(8, 8)), 6))
	f.Add(pngOf(f, quadrants(8, 8)))
	f.Add(header(10, 10))
	f.Add([]byte(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M1 1a2 2 0 01 3 3z" transform="rotate(3)"/></svg>`))
	f.Fuzz(func(t *testing.T, data []byte) {
		if w, h, ok := pngSize(data); ok && (w > 2000 || h > 2000) {
			t.Skip("slow, and no other way through the code")
		}
		p, err := Decode("x", data)
		if err != nil {
			var fault *diag.Fault
			if !errors.As(err, &fault) {
				t.Fatalf("error is no fault: %v", err)
			}
			return
		}
		channels := 3
		if p.Gray {
			channels = 1
		}
		switch n := p.Width * p.Height; {
		case p.Vector != nil:
		case p.JPEG != nil:
			if c, err := jpeg.DecodeConfig(bytes.NewReader(p.JPEG)); err != nil || c.Width != p.Width || c.Height != p.Height {
				t.Fatalf("kept JPEG: %v, %v", c, err)
			}
		case len(p.Pixels) != n*channels || p.Alpha != nil && len(p.Alpha) != n:
			t.Fatalf("%d × %d × %d: %d samples, %d of alpha", p.Width, p.Height, channels, len(p.Pixels), len(p.Alpha))
		}
	})
}

func BenchmarkDecodePNG(b *testing.B) {
	data := pngOf(b, quadrants(1000, 1000))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Decode("x", data); err != nil {
			b.Fatal(err)
		}
	}
}
