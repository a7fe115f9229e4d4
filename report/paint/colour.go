package paint

import (
	"konzept/report/geom"
	"konzept/report/page"
)

// colours are the operators of each ink, ready to append.
type colours struct {
	space      page.ColourSpace
	fill, line []string
}

func resolve(palette geom.Palette, space page.ColourSpace) colours {
	c := colours{space: space}
	for i := range palette {
		c.fill = append(c.fill, string(operator(&palette[i], space, false)))
		c.line = append(c.line, string(operator(&palette[i], space, true)))
	}
	if len(c.fill) == 0 {
		black := &geom.Colour{CMYK: [4]uint8{0, 0, 0, 100}, Gray: 100}
		c.fill = append(c.fill, string(operator(black, space, false)))
		c.line = append(c.line, string(operator(black, space, true)))
	}
	return c
}

// filling and lining resolve an ink; one that the palette lacks is the text colour.
func (c *colours) filling(i geom.Ink) string { return c.fill[c.index(i)] }
func (c *colours) lining(i geom.Ink) string  { return c.line[c.index(i)] }

func (c *colours) index(i geom.Ink) int {
	if int(i) < len(c.fill) {
		return int(i)
	}
	return 0
}

// operator sets a colour: rg, k or g for fills, RG, K or G for lines (ISO 32000-1, 8.6.8).
func operator(c *geom.Colour, space page.ColourSpace, line bool) []byte {
	var b []byte
	op := ""
	switch space {
	case page.CMYK:
		for _, v := range c.CMYK {
			b = append(appendScaled(b, int64(min(v, 100)), 2), ' ')
		}
		op = "k"
	case page.Gray:
		b = append(appendScaled(b, 100-int64(min(c.Gray, 100)), 2), ' ')
		op = "g"
	default:
		for _, v := range c.RGB {
			b = append(appendScaled(b, ratio(int64(v), 1000, 255), 3), ' ')
		}
		op = "rg"
	}
	for _, l := range []byte(op) {
		if line {
			l -= 'a' - 'A'
		}
		b = append(b, l)
	}
	return append(b, '\n')
}

// fromRGB is a vector picture's colour for every space: greys are pure black ink, others give up their grey part to
// black (full grey component replacement), so that no thin line is made of four inks.
func fromRGB(v [3]uint8) *geom.Colour {
	r, g, b := int64(v[0]), int64(v[1]), int64(v[2])
	k := 255 - max(r, g, b)
	c := geom.Colour{RGB: v, Gray: uint8(100 - ratio(luma(v), 100, 255000))}
	if k == 255 {
		c.CMYK[3] = 100
		return &c
	}
	for i, x := range [3]int64{r, g, b} {
		c.CMYK[i] = uint8(ratio(255-x-k, 100, 255-k))
	}
	c.CMYK[3] = uint8(ratio(k, 100, 255))
	return &c
}

// luma is the brightness in thousandths by ITU-R BT.601, the weights of JPEG.
func luma(v [3]uint8) int64 {
	return 299*int64(v[0]) + 587*int64(v[1]) + 114*int64(v[2])
}

func (p *painter) setFill(op string) {
	if p.state.fill != op {
		p.b = append(p.b, op...)
		p.state.fill = op
	}
}

func (p *painter) setLine(op string, weight, dash int64) {
	s := &p.state
	if s.line != op {
		p.b = append(p.b, op...)
		s.line = op
	}
	if s.weight != weight {
		p.b = append(appendCenti(p.b, weight), " w\n"...)
		s.weight = weight
	}
	if s.dash != dash {
		p.b = append(p.b, '[')
		if dash > 0 {
			p.b = appendCenti(p.b, dash)
		}
		p.b = append(p.b, "] 0 d\n"...)
		s.dash = dash
	}
}
