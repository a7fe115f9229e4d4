// Package geom measures: integer lengths, boxes and the colours that a design names.
//
// It never rounds through floating point: results of float arithmetic differ between
// processors, and goldens must be equal everywhere. Only paint turns lengths into decimals.
package geom

import (
	"fmt"
	"strconv"
	"strings"
)

// Length is a distance in 1/65536 of a PostScript point (1/72 inch), as in TeX's sp for bp.
type Length int64

// Units of length. One millimetre is 72/25.4 pt, rounded to the nearest unit.
const (
	Pt Length = 65536
	MM Length = 185771 // 65536 * 72 / 25.4 = 185771.34…
	CM Length = 1857706
	In Length = 72 * Pt
)

// FromMM converts thousandths of a millimetre (micrometres) exactly rounded.
func FromMM(um int64) Length { return Length((um*65536*72*10 + 127000) / 254000) }

// Mul returns l * num / den, rounded half away from zero. den must be positive.
func (l Length) Mul(num, den int64) Length {
	p := int64(l) * num
	if p < 0 {
		return Length((p - den/2) / den)
	}
	return Length((p + den/2) / den)
}

// Milli returns l in thousandths of a point, rounded half away from zero: the precision of dumps and paint.
func (l Length) Milli() int64 {
	if l < 0 {
		return -(-l).Milli()
	}
	return (int64(l)*1000 + 32768) / 65536
}

// String prints the length in points with at most two decimals, as dumps and goldens do.
func (l Length) String() string {
	c := (l.Milli() + 5) / 10
	if l < 0 {
		c = (l.Milli() - 5) / 10
	}
	s := fmt.Sprintf("%d.%02d", abs(c)/100, abs(c)%100)
	s = strings.TrimSuffix(strings.TrimRight(s, "0"), ".")
	if c < 0 {
		return "-" + s
	}
	return s
}

func abs(n int64) int64 {
	if n < 0 {
		return -n
	}
	return n
}

var units = []struct {
	name     string
	num, den int64 // one unit is num/den of 1/65536 pt
}{
	{"pt", 65536, 1},
	{"mm", 65536 * 720, 254},
	{"cm", 65536 * 7200, 254},
	{"in", 65536 * 72, 1},
	{"Q", 65536 * 720, 1016},
}

// Parse reads a length with its unit: "10.5pt", "3 mm", "1,5cm", "0". A bare number other than 0 is refused.
func Parse(s string) (Length, error) {
	t := strings.TrimSpace(s)
	if t == "0" {
		return 0, nil
	}
	for _, u := range units {
		digits, ok := strings.CutSuffix(t, u.name)
		if !ok {
			continue
		}
		milli, err := parseMilli(strings.TrimSpace(digits))
		if err != nil {
			break
		}
		return Length(milli).Mul(u.num, u.den*1000), nil
	}
	return 0, fmt.Errorf("expected a length such as 10.5pt or 25mm, found %q", s)
}

// parseMilli reads a decimal number, comma or point, as thousandths.
func parseMilli(s string) (int64, error) {
	s = strings.Replace(s, ",", ".", 1)
	whole, frac, _ := strings.Cut(s, ".")
	neg := strings.HasPrefix(whole, "-")
	if len(frac) > 3 || len(whole) > 7 || strings.TrimPrefix(whole, "-") == "" && frac == "" {
		return 0, strconv.ErrSyntax
	}
	n, err := strconv.ParseUint(strings.TrimPrefix(whole, "-")+(frac + "000")[:3], 10, 63)
	if neg {
		return -int64(n), err
	}
	return int64(n), err
}

// Point is a place on a page, measured from the trim's top left corner, y down.
type Point struct{ X, Y Length }

// Size is a width and a height.
type Size struct{ W, H Length }

// Box is a rectangle: top left corner and size.
type Box struct{ X, Y, W, H Length }

// Inset returns the box made smaller by the given margins.
func (b Box) Inset(top, right, bottom, left Length) Box {
	return Box{b.X + left, b.Y + top, b.W - left - right, b.H - top - bottom}
}

// Right and Bottom are the coordinates of the far edges.
func (b Box) Right() Length  { return b.X + b.W }
func (b Box) Bottom() Length { return b.Y + b.H }

// Contains tells whether c lies within b, edges included.
func (b Box) Contains(c Box) bool {
	return c.X >= b.X && c.Y >= b.Y && c.Right() <= b.Right() && c.Bottom() <= b.Bottom()
}

// String prints "x,y wxh" in points.
func (b Box) String() string { return fmt.Sprintf("%s,%s %sx%s", b.X, b.Y, b.W, b.H) }

// Edges are four distances: margins, paddings, bleeds.
type Edges struct{ Top, Right, Bottom, Left Length }
