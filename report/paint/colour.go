package paint

import (
	"slices"
	"strconv"

	"konzept/report/colour"
	"konzept/report/geom"
	"konzept/report/page"
)

// tone is an ink in the colours of an edition: operators ready to append.
type tone struct {
	fill, line string
	black      bool // full black alone
	over       bool // it overprints
}

// colours are the tones of a palette.
type colours struct {
	space page.ColourSpace
	tones []tone
	rich  string // fills large black areas; empty: black alone
	spots []geom.Spot
	limit int // percent of all inks together
}

func resolve(palette geom.Palette, e *page.Edition) colours {
	c := colours{space: e.Colour, limit: e.Press.InkLimit()}
	if c.space == page.CMYK && e.Press != nil {
		c.spots = e.Press.Spots
		if e.Press.Rich != [4]uint8{} {
			rich := geom.Colour{CMYK: limited(e.Press.Rich, c.limit)}
			c.rich = string(operator(&rich, c.space, false))
		}
	}
	if len(palette) == 0 {
		palette = geom.Palette{{CMYK: black, Gray: 100}}
	}
	for i := range palette {
		c.tones = append(c.tones, c.tone(palette[i]))
	}
	return c
}

// black is text's: one ink, so that no plate can be out of register.
var black = [4]uint8{0, 0, 0, 100}

func (c *colours) tone(of geom.Colour) tone {
	name, tint := of.SpotTint()
	if n := slices.IndexFunc(c.spots, func(s geom.Spot) bool { return s.Name == name }); n >= 0 {
		space, value := "/S"+strconv.Itoa(n), string(appendScaled(nil, int64(tint), 2))
		return tone{fill: space + " cs " + value + " scn\n", line: space + " CS " + value + " SCN\n"}
	}
	of.CMYK = limited(of.CMYK, c.limit)
	full := c.space == page.CMYK && of.CMYK == black
	return tone{fill: string(operator(&of, c.space, false)), line: string(operator(&of, c.space, true)), black: full, over: full && colour.Overprints(c.limit)}
}

// limited takes cyan, magenta and yellow back in their proportion until the inks keep a limit in percent.
func limited(cmyk [4]uint8, limit int) [4]uint8 {
	coloured := int(cmyk[0]) + int(cmyk[1]) + int(cmyk[2])
	most := max(min(limit-int(cmyk[3]), colour.Coloured(limit)), 0)
	for i := range 3 {
		if coloured > most {
			cmyk[i] = uint8(int(cmyk[i]) * most / coloured)
		}
	}
	return cmyk
}

// of resolves an ink; one that the palette lacks is the text colour.
func (c *colours) of(i geom.Ink) *tone {
	if int(i) < len(c.tones) {
		return &c.tones[i]
	}
	return &c.tones[0]
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

// vectorColour is a vector picture's colour: through the printing condition where there is one, but for greys, which are
// black alone so that no thin line is made of four inks.
func (p *painter) vectorColour(v [3]uint8) *geom.Colour {
	c := fromRGB(v)
	if press := p.edition.Press; press != nil && press.Separation != nil && (v[0] != v[1] || v[1] != v[2]) {
		c.CMYK = press.Separation.Colour(v)
	}
	return c
}

// fromRGB is a colour for every space without a printing condition: greys are pure black ink, others give up their grey
// part to black (full grey component replacement).
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
