package picture

import (
	"bytes"
	"image"
	"image/color"
	"image/jpeg"

	"konzept/report/colour"
)

// Inks is a picture separated into inks, which is done once however many files hold it; nil if its samples are damaged, or if
// it has no colours.
func (p *Picture) Inks(s *colour.Separation) *colour.Inks {
	if p.Vector != nil || p.Gray {
		return nil
	}
	return s.Once(p.Hash, p.colours)
}

// colours are a picture's samples in sRGB; nil if they are damaged.
func (p *Picture) colours() *colour.Samples {
	out := &colour.Samples{Width: p.Width, Height: p.Height}
	if p.JPEG == nil {
		out.At = func(x, y int) (uint8, uint8, uint8) {
			v := p.Pixels[3*(y*p.Width+x):]
			return v[0], v[1], v[2]
		}
		return out
	}
	m, err := jpeg.Decode(bytes.NewReader(p.JPEG))
	if err != nil || m.Bounds().Dx() != p.Width || m.Bounds().Dy() != p.Height {
		return nil
	}
	out.Lossy = true
	if c, ok := m.(*image.YCbCr); ok {
		out.At = func(x, y int) (uint8, uint8, uint8) {
			i, k := y*c.YStride+x, c.COffset(x, y)
			return color.YCbCrToRGB(c.Y[i], c.Cb[k], c.Cr[k])
		}
		return out
	}
	out.At = func(x, y int) (uint8, uint8, uint8) {
		r, g, b, _ := m.At(x, y).RGBA()
		return uint8(r >> 8), uint8(g >> 8), uint8(b >> 8)
	}
	return out
}
