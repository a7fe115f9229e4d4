package picture

import (
	"bytes"
	"encoding/binary"
	"image"
	"image/color"
	"image/png"

	"golang.org/x/image/webp"

	"konzept/report/colour"
	"konzept/report/diag"
)

func (p *Picture) png(data []byte) *diag.Fault {
	c, err := png.DecodeConfig(bytes.NewReader(data))
	if err != nil {
		if w, h, ok := pngSize(data); ok { // the decoder refuses 2^31 with words of its own
			if f := p.sized(w, h, 4); f != nil {
				return f
			}
		}
		return p.broken(err)
	}
	if f := p.sized(c.Width, c.Height, depth(c.ColorModel)); f != nil {
		return f
	}
	m, f := p.decoded(data, png.Decode)
	if f != nil {
		if !bytes.Contains(data[max(len(data)-64, 0):], []byte("IEND")) {
			return fault("picture-truncated", p.Name) // the decoder calls it "not enough pixel data"
		}
		return f
	}
	p.samples(m, orientation(chunk(data[8:], "eXIf", binary.BigEndian, 4)), colour.ReadMatrixProfile(pngProfile(data)))
	return nil
}

// depth is how many bytes a pixel has in memory.
func depth(m color.Model) int {
	switch m {
	case color.RGBA64Model, color.NRGBA64Model:
		return 8
	}
	return 4
}

func pngSize(data []byte) (w, h int, ok bool) {
	if len(data) < 24 || string(data[12:16]) != "IHDR" {
		return 0, 0, false
	}
	return int(binary.BigEndian.Uint32(data[16:])), int(binary.BigEndian.Uint32(data[20:])), true
}

// chunk returns the content of a PNG or RIFF chunk, or nil. A PNG chunk has its length first and a checksum behind.
func chunk(b []byte, kind string, order binary.ByteOrder, tail int) []byte {
	for len(b) >= 8 {
		size, name := uint64(order.Uint32(b)), string(b[4:8])
		if tail == 0 { // RIFF: name first, padded to even
			name, size = string(b[:4]), uint64(order.Uint32(b[4:]))
		}
		if 8+size > uint64(len(b)) {
			return nil
		}
		if name == kind {
			return b[8 : 8+size]
		}
		next := 8 + size + uint64(tail)
		if tail == 0 {
			next += size & 1
		}
		if next > uint64(len(b)) {
			return nil
		}
		b = b[next:]
	}
	return nil
}

func (p *Picture) webp(data []byte) *diag.Fault {
	c, err := webp.DecodeConfig(bytes.NewReader(data))
	if err != nil {
		return p.broken(err)
	}
	if f := p.sized(c.Width, c.Height, 4); f != nil {
		return f
	}
	if chunk(data[12:], "ANIM", binary.LittleEndian, 0) != nil {
		return fault("picture-unsupported", p.Name, "WebP animation")
	}
	m, f := p.decoded(data, webp.Decode)
	if f != nil {
		return f
	}
	exif := chunk(data[12:], "EXIF", binary.LittleEndian, 0)
	o := orientation(bytes.TrimPrefix(exif, []byte("Exif\x00\x00")))
	other := colour.ReadMatrixProfile(webpProfile(data))
	switch m := m.(type) {
	case *image.YCbCr: // lossy: stays lossy and small
		widen(m)
		return p.encode(m, o, other)
	case *image.NYCbCrA:
		widen(&m.YCbCr)
		p.Alpha, _, _ = turn(m.A, m.Rect.Dx(), m.Rect.Dy(), m.AStride, 1, o)
		if opaque(p.Alpha) {
			p.Alpha = nil
		}
		return p.encode(&m.YCbCr, o, other)
	}
	p.samples(m, o, other)
	return nil
}

// widen brings a picture from the range of VP8, where black is 16, white 235 and chroma 16 to 240 (RFC 6386, section 9.2,
// after ITU-R BT.601), to the full range that JPEG and Go's image.YCbCr have. The decoder hands the former out as the latter.
func widen(m *image.YCbCr) {
	var luma, chroma [256]byte
	for i := range 256 {
		luma[i] = clamped((2*(i-16)*255 + 219) / (2 * 219))
		chroma[i] = clamped((2*(i-16)*255 + 224) / (2 * 224))
	}
	for i, y := range m.Y {
		m.Y[i] = luma[y]
	}
	for i := range m.Cb {
		m.Cb[i], m.Cr[i] = chroma[m.Cb[i]], chroma[m.Cr[i]]
	}
}

func clamped(i int) byte { return byte(min(max(i, 0), 255)) }

// samples takes over a lossless picture as 8-bit rows in sRGB: grey if no pixel has a colour, alpha only if some pixel has
// less.
func (p *Picture) samples(m image.Image, o int, other *colour.MatrixProfile) {
	w, h := p.Width, p.Height
	rgba := make([]byte, 4*w*h)
	for y := range h {
		row := rgba[4*w*y : 4*w*(y+1)]
		nrgbaRow(row, m, y)
	}
	if other != nil && m.ColorModel() != color.GrayModel && m.ColorModel() != color.Gray16Model {
		other.ToSRGB(rgba, w)
	}
	rgba, p.Width, p.Height = turn(rgba, w, h, 4*w, 4, o)
	p.Gray = true
	var least byte = 255
	for i := 0; i < len(rgba); i += 4 {
		p.Gray = p.Gray && rgba[i] == rgba[i+1] && rgba[i] == rgba[i+2]
		least = min(least, rgba[i+3])
	}
	if least < 255 {
		p.Alpha = make([]byte, w*h)
		for i := range p.Alpha {
			p.Alpha[i] = rgba[4*i+3]
		}
	}
	channels := 3
	if p.Gray {
		channels = 1
	}
	p.Pixels = rgba[:0] // packs in place: the reader is always ahead
	for i := 0; i < len(rgba); i += 4 {
		p.Pixels = append(p.Pixels, rgba[i:i+channels]...)
	}
	if p.Gray {
		p.Pixels = bytes.Clone(p.Pixels) // do not hold on to four times the memory
	}
}

// nrgbaRow converts one row to 8 bit without premultiplied alpha; the frequent kinds without an interface call a pixel.
func nrgbaRow(row []byte, m image.Image, y int) {
	b := m.Bounds()
	y += b.Min.Y
	switch m := m.(type) {
	case *image.NRGBA:
		copy(row, m.Pix[m.PixOffset(b.Min.X, y):])
	case *image.RGBA: // the PNG decoder uses it for opaque pictures only
		copy(row, m.Pix[m.PixOffset(b.Min.X, y):])
	case *image.Gray:
		for x := range b.Dx() {
			v := m.Pix[m.PixOffset(b.Min.X+x, y)]
			row[4*x], row[4*x+1], row[4*x+2], row[4*x+3] = v, v, v, 255
		}
	default:
		for x := range b.Dx() {
			c := color.NRGBAModel.Convert(m.At(b.Min.X+x, y)).(color.NRGBA)
			row[4*x], row[4*x+1], row[4*x+2], row[4*x+3] = c.R, c.G, c.B, c.A
		}
	}
}

func opaque(alpha []byte) bool {
	for _, a := range alpha {
		if a != 255 {
			return false
		}
	}
	return true
}
