package picture

import (
	"bytes"
	"image"
	"image/jpeg"
)

// OnPaper is a picture as it looks where nothing may shine through: what is half transparent is mixed with white. Alpha
// stays, for what is left out altogether. A picture without transparency is itself.
func (p *Picture) OnPaper() *Picture {
	if p.Alpha == nil || p.Vector != nil {
		return p
	}
	q := *p
	q.Hash[0] ^= 0xFF // other content
	q.grey = nil
	if p.JPEG == nil {
		channels := len(p.Pixels) / len(p.Alpha)
		q.Pixels = make([]byte, len(p.Pixels))
		for i, v := range p.Pixels {
			q.Pixels[i] = mixed(v, p.Alpha[i/channels])
		}
		return &q
	}
	m, err := jpeg.Decode(bytes.NewReader(p.JPEG))
	if err != nil || m.Bounds().Dx() != p.Width || m.Bounds().Dy() != p.Height {
		return p
	}
	rgba := inRGB(m)
	for i, a := range p.Alpha {
		for c := range 3 {
			rgba.Pix[4*i+c] = mixed(rgba.Pix[4*i+c], a)
		}
	}
	var out image.Image = rgba
	if p.Gray {
		g := image.NewGray(rgba.Rect)
		for i := range g.Pix {
			g.Pix[i] = rgba.Pix[4*i]
		}
		out = g
	}
	var b bytes.Buffer
	if err := jpeg.Encode(&b, out, &jpeg.Options{Quality: quality}); err != nil {
		return p
	}
	q.JPEG = b.Bytes()
	return &q
}

// mixed is a sample over white.
func mixed(v, alpha byte) byte {
	return byte((int(v)*int(alpha) + 255*(255-int(alpha)) + 127) / 255)
}
