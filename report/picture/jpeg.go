package picture

import (
	"bytes"
	"encoding/binary"
	"image"
	"image/draw"
	"image/jpeg"
	"strconv"

	"konzept/report/colour"
	"konzept/report/diag"
)

// quality of pictures that have to be encoded again; above it files grow without a visible gain.
const quality = 92

// jpegFile is what the markers of a JPEG say (ITU-T T.81, B).
type jpegFile struct {
	frame       byte // the SOF marker
	precision   int
	w, h        int
	components  []byte // their identifiers
	transform   int    // of Adobe's APP14; -1 without
	orientation int
	profile     [][]byte
	clean       []byte // the file without application data and comments
	complete    bool
}

func (p *Picture) jpeg(data []byte) *diag.Fault {
	j := scanJPEG(data)
	if j.frame == 0 {
		return fault("picture-truncated", p.Name)
	}
	depth := 4
	if j.frame == 0xC2 {
		depth = 8 // progressive: all coefficients at once
	}
	if f := p.sized(j.w, j.h, depth); f != nil {
		return f
	}
	if j.precision != 8 {
		return fault("picture-unsupported", p.Name, "JPEG "+strconv.Itoa(j.precision)+" bit")
	}
	if !j.complete {
		return fault("picture-truncated", p.Name)
	}
	profile := jpegProfile(j.profile)
	other := colour.ReadMatrixProfile(profile)
	if j.plain() && (other == nil || len(j.components) == 1) {
		// The bytes are embedded as they are; whether all rows are there only decoding tells. What the decoder cannot read
		// would be lost in grey and in inks, so it is refused for every edition alike.
		if _, f := p.decoded(j.clean, jpeg.Decode); f != nil {
			return f
		}
		p.JPEG, p.Gray = j.clean, len(j.components) == 1
		return nil
	}
	if len(j.components) == 4 && j.transform < 0 {
		data = adobe(data)
	}
	m, f := p.decoded(data, jpeg.Decode)
	if f != nil {
		return f
	}
	if inks, ok := m.(*image.CMYK); ok {
		m = j.light(inks, profile)
	}
	return p.encode(m, j.orientation, other)
}

// adobe says of a file in four inks that its components are inks; the library reads no other. Adobe's programs write
// them inverted, all others as they are: light tells them apart.
func adobe(data []byte) []byte {
	return bytes.Join([][]byte{data[:2], []byte("\xff\xee\x00\x0eAdobe\x00\x64\x00\x00\x00\x00\x00"), data[2:]}, nil)
}

// light brings inks to sRGB, by the file's profile if it has one.
func (j *jpegFile) light(m *image.CMYK, profile []byte) image.Image {
	if j.transform < 0 {
		for i := range m.Pix {
			m.Pix[i] = 255 - m.Pix[i]
		}
	}
	p, err := colour.ReadProfile(profile)
	if err != nil {
		return m
	}
	proof, err := p.NewProof()
	if err != nil {
		return m
	}
	return proof.RGBA(m)
}

// plain tells whether the file can be embedded as it is: upright baseline or extended Huffman, grey or YCbCr.
func (j *jpegFile) plain() bool {
	if j.orientation != 1 || j.frame != 0xC0 && j.frame != 0xC1 {
		return false
	}
	switch len(j.components) {
	case 1:
		return true
	case 3:
		return j.transform == 1 || j.transform == -1 && string(j.components) != "RGB"
	}
	return false
}

// scanJPEG walks over the markers; it stops where the file does not go on.
func scanJPEG(data []byte) *jpegFile {
	j := &jpegFile{transform: -1, orientation: 1, clean: append(make([]byte, 0, len(data)), 0xFF, 0xD8)}
	for at := 2; at+4 <= len(data); {
		if data[at] != 0xFF {
			return j
		}
		marker := data[at+1]
		if marker == 0xFF {
			at++
			continue
		}
		size := int(binary.BigEndian.Uint16(data[at+2:]))
		end := at + 2 + size
		if size < 2 || end > len(data) {
			return j
		}
		j.segment(marker, data[at:end])
		at = end
		if marker != 0xDA {
			continue
		}
		next := scanEnd(data, at)
		j.clean = append(j.clean, data[at:next]...)
		at = next
		if at+2 <= len(data) && data[at+1] == 0xD9 {
			j.clean = append(j.clean, 0xFF, 0xD9)
			j.complete = true
			return j
		}
	}
	return j
}

// scanEnd is where the entropy-coded data that begins at from ends: at a marker that is no restart.
func scanEnd(data []byte, from int) int {
	for at := from; ; {
		i := bytes.IndexByte(data[at:], 0xFF)
		if i < 0 || at+i+1 >= len(data) {
			return len(data)
		}
		at += i
		if m := data[at+1]; m != 0 && (m < 0xD0 || m > 0xD7) && m != 0xFF {
			return at
		}
		at++
	}
}

func (j *jpegFile) segment(marker byte, seg []byte) {
	body := seg[4:]
	switch {
	case marker == 0xE2 && bytes.HasPrefix(body, []byte("ICC_PROFILE\x00")) && len(body) > 14:
		j.profile = append(j.profile, body[12:])
	case marker == 0xE1 && bytes.HasPrefix(body, []byte("Exif\x00\x00")):
		j.orientation = orientation(body[6:])
	case marker == 0xEE && bytes.HasPrefix(body, []byte("Adobe")) && len(body) >= 12:
		j.transform = int(body[11])
		j.clean = append(j.clean, seg...) // says how to read the components
	case marker >= 0xE0 && marker <= 0xEF || marker == 0xFE: // metadata
	case marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC:
		if len(body) >= 6 && len(body) >= 6+3*int(body[5]) {
			j.frame, j.precision = marker, int(body[0])
			j.h, j.w = int(binary.BigEndian.Uint16(body[1:])), int(binary.BigEndian.Uint16(body[3:]))
			j.components = nil
			for c := range int(body[5]) {
				j.components = append(j.components, body[6+3*c])
			}
		}
		j.clean = append(j.clean, seg...)
	default:
		j.clean = append(j.clean, seg...)
	}
}

// encode keeps a lossy picture as JPEG, upright and in sRGB; other leads there and is nil if the picture is there.
func (p *Picture) encode(m image.Image, orientation int, other *colour.MatrixProfile) *diag.Fault {
	if _, grey := m.(*image.Gray); other != nil && !grey {
		m = converted(m, other)
	}
	switch src := m.(type) {
	case *image.Gray:
		m, p.Gray = turnGray(src, orientation), true
	case *image.YCbCr:
		m = turnYCbCr(src, orientation)
	default:
		m = turnRGBA(inRGB(src), orientation)
	}
	p.Width, p.Height = m.Bounds().Dx(), m.Bounds().Dy()
	var b bytes.Buffer
	if err := jpeg.Encode(&b, m, &jpeg.Options{Quality: quality}); err != nil {
		return p.broken(err)
	}
	p.JPEG = b.Bytes()
	return nil
}

func inRGB(m image.Image) *image.RGBA {
	if rgba, ok := m.(*image.RGBA); ok {
		return rgba
	}
	rgba := image.NewRGBA(m.Bounds())
	draw.Draw(rgba, rgba.Bounds(), m, m.Bounds().Min, draw.Src)
	return rgba
}

func converted(m image.Image, c *colour.MatrixProfile) image.Image {
	rgba := inRGB(m)
	c.ToSRGB(rgba.Pix, rgba.Rect.Dx())
	return rgba
}

func turnGray(m *image.Gray, o int) *image.Gray {
	pix, w, h := turn(m.Pix, m.Rect.Dx(), m.Rect.Dy(), m.Stride, 1, o)
	return &image.Gray{Pix: pix, Stride: w, Rect: image.Rect(0, 0, w, h)}
}

func turnRGBA(m *image.RGBA, o int) *image.RGBA {
	pix, w, h := turn(m.Pix, m.Rect.Dx(), m.Rect.Dy(), m.Stride, 4, o)
	return &image.RGBA{Pix: pix, Stride: 4 * w, Rect: image.Rect(0, 0, w, h)}
}

// turnYCbCr turns the planes one by one, which takes a third of the memory of a way through RGB.
func turnYCbCr(m *image.YCbCr, o int) image.Image {
	w, h := m.Rect.Dx(), m.Rect.Dy()
	ratio, cw, ch := m.SubsampleRatio, w, h
	switch ratio {
	case image.YCbCrSubsampleRatio444:
	case image.YCbCrSubsampleRatio420:
		cw, ch = (w+1)/2, (h+1)/2
	case image.YCbCrSubsampleRatio422:
		cw = (w + 1) / 2
	case image.YCbCrSubsampleRatio440:
		ch = (h + 1) / 2
	default: // rare: 4:1:1 and 4:1:0
		rgba := image.NewRGBA(image.Rect(0, 0, w, h))
		draw.Draw(rgba, rgba.Rect, m, m.Rect.Min, draw.Src)
		return turnRGBA(rgba, o)
	}
	if turned(o) {
		switch ratio {
		case image.YCbCrSubsampleRatio422:
			ratio = image.YCbCrSubsampleRatio440
		case image.YCbCrSubsampleRatio440:
			ratio = image.YCbCrSubsampleRatio422
		}
	}
	out := &image.YCbCr{SubsampleRatio: ratio}
	out.Cb, out.CStride, _ = turn(m.Cb, cw, ch, m.CStride, 1, o)
	out.Cr, _, _ = turn(m.Cr, cw, ch, m.CStride, 1, o)
	out.Y, w, h = turn(m.Y, w, h, m.YStride, 1, o)
	out.YStride, out.Rect = w, image.Rect(0, 0, w, h)
	return out
}
