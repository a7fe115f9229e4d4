package colour

import (
	"math"
	"sync"
)

// Separation turns sRGB into the inks of a printing condition. It is made once for a run and serves all pictures; a
// picture is converted once, however many files hold it.
type Separation struct {
	limit int      // percent of all inks together
	cells []uint16 // gridPoints^3 times four inks, in 1/256 of a byte
	mu    sync.Mutex
	known map[[16]byte]*separated
}

// gridPoints of a separation along red, green and blue: its error stays below one part in a hundred.
const gridPoints = 33

// rounding to bytes may add half a step to each of four inks, less than this percentage.
const rounding = 1

// overprintFrom is the limit from which black may overprint: two full inks and full black on top of them keep it. Below
// it there is no room, and black knocks out.
const overprintFrom = 300

// Overprints tells whether black may print over other inks within a limit of all inks in percent.
func Overprints(limit int) bool { return limit >= overprintFrom }

// Coloured is how much of a limit cyan, magenta and yellow may take together, with black overprinted on top of them.
func Coloured(limit int) int {
	if Overprints(limit) {
		return limit - 100
	}
	return limit
}

// NewSeparation prepares the way from sRGB to a profile's inks. limit is the highest total of inks in percent; black text
// over a picture keeps within it, too.
//
// Floating point ends here: its results differ between processors by less than the 16 bits show.
func (p *Profile) NewSeparation(in Intent, limit int) (*Separation, error) {
	ink, err := p.toInk(in)
	if err != nil {
		return nil, err
	}
	s := &Separation{limit: limit, cells: make([]uint16, 0, 4*gridPoints*gridPoints*gridPoints), known: map[[16]byte]*separated{}}
	black := 0.0
	if in == Relative {
		black = luminance(p.black())
	}
	var linear [gridPoints]float64
	for i := range linear {
		linear[i] = decodeSRGB(float64(i) / (gridPoints - 1))
	}
	for _, r := range linear {
		for _, g := range linear {
			for _, b := range linear {
				v := within(ink.run(labOf(r, g, b, black)), limit)
				for _, x := range v {
					s.cells = append(s.cells, uint16(math.Round(x*255*256)))
				}
			}
		}
	}
	copy(s.cells[len(s.cells)-4:], []uint16{0, 0, 0, 0}) // white is paper
	return s, nil
}

// decodeSRGB is the transfer function of IEC 61966-2-1.
func decodeSRGB(v float64) float64 {
	if v <= 0.04045 {
		return v / 12.92
	}
	return math.Pow((v+0.055)/1.055, 2.4)
}

// d50 is the white point of profiles (ICC.1:2010, 7.2.16).
var d50 = [3]float64{0.9642, 1, 0.8249}

// labOf takes linear sRGB to Lab by way of XYZ, adapted to D50; the scale of XYZ begins at black, the luminance of the
// darkest ink (black point compensation).
func labOf(r, g, b, black float64) [4]float64 {
	xyz := [3]float64{ // the colorants of sRGB, adapted by Bradford's method
		0.43607*r + 0.38515*g + 0.14307*b,
		0.22249*r + 0.71687*g + 0.06061*b,
		0.01392*r + 0.09708*g + 0.71410*b,
	}
	var f [3]float64
	for i := range f {
		t := xyz[i]/d50[i]*(1-black) + black
		if t > 216.0/24389 {
			f[i] = math.Cbrt(t)
		} else {
			f[i] = (24389.0/27*t + 16) / 116
		}
	}
	return [4]float64{116*f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])}
}

// luminance is Y of a lightness L.
func luminance(l float64) float64 {
	if l > 8 {
		f := (l + 16) / 116
		return f * f * f
	}
	return l * 27 / 24389
}

// within takes cyan, magenta and yellow back in their proportion until the inks keep the limit. Black stays: it holds
// the drawing.
func within(v [4]float64, limit int) [4]float64 {
	for i := range v {
		v[i] = clamp(v[i])
	}
	coloured := v[0] + v[1] + v[2]
	most := max(min(float64(limit-rounding)/100-v[3], float64(Coloured(limit)-rounding)/100), 0)
	if coloured > most {
		for i := range 3 {
			v[i] *= most / coloured
		}
	}
	return v
}

// Limit is the highest total of inks in percent.
func (s *Separation) Limit() int { return s.limit }

// Colour separates one colour, in percent.
func (s *Separation) Colour(rgb [3]uint8) (cmyk [4]uint8) {
	var b [4]byte
	s.pixel(&b, rgb[0], rgb[1], rgb[2])
	for i, v := range b {
		cmyk[i] = uint8(int(v) * 100 / 255) // down: the total keeps the limit
	}
	return cmyk
}

// pixel interpolates in integers within the tetrahedron around the colour. White and the limit hold for every pixel,
// since both hold for the corners.
func (s *Separation) pixel(to *[4]byte, r, g, b uint8) {
	const cell, row, plane = 4, 4 * gridPoints, 4 * gridPoints * gridPoints
	x, y, z := uint32(r)*(gridPoints-1), uint32(g)*(gridPoints-1), uint32(b)*(gridPoints-1)
	fx, fy, fz := x%255, y%255, z%255
	low := s.cells[x/255*plane+y/255*row+z/255*cell:]
	first, second := uint32(plane), uint32(row) // steps to the corners between the lowest and the highest
	switch {
	case fx >= fy && fy >= fz:
	case fx >= fz && fz >= fy:
		fy, fz, second = fz, fy, cell
	case fy >= fx && fx >= fz:
		fx, fy, first, second = fy, fx, row, plane
	case fy >= fz && fz >= fx:
		fx, fy, fz, first, second = fy, fz, fx, row, cell
	case fz >= fx && fx >= fy:
		fx, fy, fz, first, second = fz, fx, fy, cell, plane
	default:
		fx, fz, first, second = fz, fx, cell, row
	}
	second += first
	const last = plane + row + cell
	w0, w1, w2 := 255-fx, fx-fy, fy-fz
	for i := range uint32(4) {
		v := w0 * uint32(low[i])
		if w1 > 0 {
			v += w1 * uint32(low[first+i])
		}
		if w2 > 0 {
			v += w2 * uint32(low[second+i])
		}
		if fz > 0 {
			v += fz * uint32(low[last+i])
		}
		to[i] = uint8((v/255 + 127) >> 8)
	}
}
