package colour

import (
	"image"
	"math"
)

// MatrixProfile is the profile of an RGB device, made of curves and a matrix: it takes the device's colours to sRGB. Tables
// and matrix are whole numbers, so that all processors agree.
type MatrixProfile struct {
	linear [3][256]int64 // 16 bits, by channel
	matrix [9]int64      // to linear sRGB, 16 binary places
	curve  []uint8       // of sRGB, from 12 bits
}

// curveSteps of the table that brings linear light to sRGB.
const curveSteps = 4095

// ReadMatrixProfile reads a profile that is made of curves and a matrix (ICC.1:2010, 8.3.3); nil: it is another one, or none,
// or what it describes is sRGB.
func ReadMatrixProfile(data []byte) *MatrixProfile {
	tags, err := readTags(data)
	if err != nil || string(data[16:24]) != "RGB XYZ " {
		return nil
	}
	c := &MatrixProfile{curve: make([]uint8, curveSteps+1)}
	for i := range c.curve {
		c.curve[i] = uint8(math.Round(encodeSRGB(float64(i)/curveSteps) * 255))
	}
	var colorants [9]float64 // columns: red, green, blue
	for i, name := range [3]string{"r", "g", "b"} {
		xyz, trc := tags[name+"XYZ"], tags[name+"TRC"]
		if len(xyz) < 20 {
			return nil
		}
		for row := range 3 {
			colorants[3*row+i] = fixed(xyz[8+4*row:])
		}
		curve, used := readCurve(trc)
		if used == 0 {
			return nil
		}
		for v := range c.linear[i] {
			c.linear[i][v] = int64(math.Round(clamp(curve(float64(v)/255)) * 65535))
		}
	}
	for row := range 3 {
		for column := range 3 {
			sum := 0.0
			for k := range 3 {
				sum += fromXYZ[3*row+k] * colorants[3*k+column]
			}
			c.matrix[3*row+column] = int64(math.Round(min(max(sum, -16), 16) * 65536))
		}
	}
	if c.idle() {
		return nil
	}
	return c
}

// fromXYZ leads from XYZ, adapted to D50, to linear sRGB: the inverse of its colorants.
var fromXYZ = [9]float64{3.1338561, -1.6168667, -0.4906146, -0.9787684, 1.9161415, 0.0334540, 0.0719453, -0.2289914, 1.4052427}

// encodeSRGB is the inverse of decodeSRGB.
func encodeSRGB(v float64) float64 {
	if v <= 0.0031308 {
		return v * 12.92
	}
	return 1.055*math.Pow(v, 1/2.4) - 0.055
}

func (c *MatrixProfile) pixel(p []byte) {
	r, g, b := c.linear[0][p[0]], c.linear[1][p[1]], c.linear[2][p[2]]
	for i := range 3 {
		m := c.matrix[3*i : 3*i+3]
		v := min(max((m[0]*r+m[1]*g+m[2]*b)>>16, 0), 65535)
		p[i] = c.curve[(v*curveSteps+32767)/65535]
	}
}

// unseen is how far a conversion may move a channel without being one: profiles of sRGB differ by as much.
const unseen = 3

// idle tells whether the conversion leaves colours where they are.
func (c *MatrixProfile) idle() bool {
	for i := range 6 * 6 * 6 {
		was := [3]byte{byte(i / 36 * 51), byte(i / 6 % 6 * 51), byte(i % 6 * 51)}
		is := was
		c.pixel(is[:])
		for k := range 3 {
			if d := int(is[k]) - int(was[k]); d > unseen || d < -unseen {
				return false
			}
		}
	}
	return true
}

// ToSRGB converts rows of width pixels in place. A pixel has four bytes, of which the last is left alone.
func (c *MatrixProfile) ToSRGB(pix []byte, width int) {
	each(len(pix)/(4*width), func(y int) {
		row := pix[4*width*y : 4*width*(y+1)]
		for x := 0; x < len(row); x += 4 {
			c.pixel(row[x:])
		}
	})
}

// Proof shows on a screen what inks look like on paper: a table from inks to sRGB, made once for a picture.
type Proof struct{ cells []int32 } // inkPoints^4 times three channels, in 1/256

const inkPoints = 13

// NewProof prepares the way from a press's inks to sRGB, with its darkest neutral as black.
func (p *Profile) NewProof() (*Proof, error) {
	lab, err := p.toLab()
	if err != nil {
		return nil, err
	}
	dark := luminance(p.black())
	t := &Proof{make([]int32, 3*inkPoints*inkPoints*inkPoints*inkPoints)}
	each(inkPoints*inkPoints, func(i int) {
		for k := range inkPoints * inkPoints {
			const last = inkPoints - 1.0
			rgb := sRGBOf(lab.run([4]float64{float64(i/inkPoints) / last, float64(i%inkPoints) / last, float64(k/inkPoints) / last, float64(k%inkPoints) / last}), dark)
			for c, v := range rgb {
				t.cells[3*(i*inkPoints*inkPoints+k)+c] = int32(math.Round(v * 255 * 256))
			}
		}
	})
	return t, nil
}

// sRGBOf takes Lab to sRGB; dark is the luminance that becomes black. It is the way back of labOf.
func sRGBOf(lab [4]float64, dark float64) (rgb [3]float64) {
	fy := (lab[0] + 16) / 116
	var xyz [3]float64
	for i, f := range [3]float64{fy + lab[1]/500, fy, fy - lab[2]/200} {
		t := f * f * f
		if t <= 216.0/24389 {
			t = (116*f - 16) * 27 / 24389
		}
		xyz[i] = (t - dark) / (1 - dark) * d50[i]
	}
	for i := range rgb {
		rgb[i] = encodeSRGB(clamp(fromXYZ[3*i]*xyz[0] + fromXYZ[3*i+1]*xyz[1] + fromXYZ[3*i+2]*xyz[2]))
	}
	return rgb
}

// RGBA converts a picture in four inks.
func (t *Proof) RGBA(m *image.CMYK) *image.RGBA {
	out := image.NewRGBA(image.Rect(0, 0, m.Rect.Dx(), m.Rect.Dy()))
	each(m.Rect.Dy(), func(y int) {
		for x := range m.Rect.Dx() {
			t.pixel(out.Pix[y*out.Stride+4*x:], m.Pix[y*m.Stride+4*x:])
		}
	})
	return out
}

// pixel interpolates between the sixteen corners around its inks, in 1/255 along each.
func (t *Proof) pixel(to, inks []byte) {
	var part [4]int64
	at, stride := 0, 3
	var step [4]int
	for i := 3; i >= 0; i-- {
		v := int(inks[i]) * (inkPoints - 1)
		low := min(v/255, inkPoints-2)
		part[i], step[i] = int64(v-low*255), stride
		at += low * stride
		stride *= inkPoints
	}
	var sum [3]int64
	for corner := range 16 {
		share, cell := int64(1), at
		for i := range 4 {
			if corner>>i&1 == 1 {
				share, cell = share*part[i], cell+step[i]
			} else {
				share *= 255 - part[i]
			}
		}
		for c := range sum {
			sum[c] += share * int64(t.cells[cell+c])
		}
	}
	const whole = 255 * 255 * 255 * 255
	for c, v := range sum {
		to[c] = uint8(min((v/whole+128)>>8, 255))
	}
	to[3] = 255
}
