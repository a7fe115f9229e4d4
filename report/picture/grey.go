package picture

import (
	"bytes"
	"image"
	"image/jpeg"
)

// greyQuality of a colour JPEG that is written again in grey: no visible loss, by eye and by the usual tables.
const greyQuality = 92

// Grey is a colour picture's brightness in its own form, JPEG or samples; nil for a JPEG with damaged samples, which
// viewers show as far as it goes. It is computed once for all files that hold the picture.
func (p *Picture) Grey() []byte {
	if p.grey != nil {
		return p.grey()
	}
	return p.brightness()
}

func (p *Picture) brightness() []byte {
	if p.JPEG == nil {
		out := make([]byte, len(p.Pixels)/3)
		for i := range out {
			v := p.Pixels[3*i : 3*i+3]
			out[i] = uint8((299*int(v[0]) + 587*int(v[1]) + 114*int(v[2])) / 1000) // ITU-R BT.601, as in JPEG
		}
		return out
	}
	m, err := jpeg.Decode(bytes.NewReader(p.JPEG))
	if err != nil {
		return nil
	}
	g := image.NewGray(m.Bounds())
	if y, ok := m.(*image.YCbCr); ok { // a JPEG's first channel is its brightness
		for row := range p.Height {
			copy(g.Pix[row*g.Stride:], y.Y[row*y.YStride:row*y.YStride+p.Width])
		}
	} else {
		for row := range p.Height {
			for x := range p.Width {
				g.Set(x, row, m.At(x, row))
			}
		}
	}
	var b bytes.Buffer
	if err := jpeg.Encode(&b, g, &jpeg.Options{Quality: greyQuality}); err != nil {
		return nil
	}
	return b.Bytes()
}
