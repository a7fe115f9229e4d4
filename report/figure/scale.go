package figure

import (
	"math"
	"strconv"
	"strings"

	"konzept/report/geom"
)

// unit is the whole of a scale. A value becomes an integer share of it by one correctly rounded division, and all
// further reckoning is in integers: the same on every processor.
const unit = 1 << 30

// scale maps values from low to high onto a length.
type scale struct {
	low, high float64
	length    geom.Length
}

// at is the distance of v from the scale's start.
func (s scale) at(v float64) geom.Length {
	span := s.high - s.low
	if !(span > 0) || math.IsNaN(v) {
		return 0
	}
	share := (v - s.low) / span
	return s.length.Mul(int64(math.Round(max(0, min(1, share))*unit)), unit)
}

// known tells whether v is a number that a chart can show.
func known(v float64) bool { return !math.IsNaN(v) && !math.IsInf(v, 0) && math.Abs(v) < 1e15 }

// value is the i-th of vs, or not a number.
func value(vs []float64, i int) float64 {
	if i < len(vs) && known(vs[i]) {
		return vs[i]
	}
	return math.NaN()
}

// step is a round distance of axis marks, 1, 2 or 5 times a power of ten, so that at most n+1 fit into span.
func step(span float64, n int) float64 {
	want := span / float64(n)
	if !(want > 0) || math.IsInf(want, 0) {
		return 1
	}
	exp := int(math.Floor(math.Log10(want)))
	for {
		for _, m := range []string{"1e", "2e", "5e"} {
			// Parsing gives the double nearest to the written number; multiplying powers would not.
			s, _ := strconv.ParseFloat(m+strconv.Itoa(exp), 64)
			if s >= want {
				return s
			}
		}
		exp++
	}
}

// number writes v with the project's format, else plainly in the language's manner.
func (c *canvas) number(v float64, format func(float64) string, decimals int) string {
	if math.IsNaN(v) {
		return "–"
	}
	if format != nil {
		return format(v)
	}
	s := strconv.FormatFloat(v, 'f', min(max(decimals, 0), 6), 64)
	if c.say.comma {
		s = strings.Replace(s, ".", ",", 1)
	}
	return strings.Replace(s, "-", "\u2212", 1)
}

// withUnit adds the unit to a written number unless the format has done so.
func withUnit(s, unit string) string {
	if unit == "" || s == "–" || strings.HasSuffix(s, unit) {
		return s
	}
	return s + "\u00A0" + unit
}

// unitBeside tells whether a unit is so short that it stands at every value rather than once above the drawing.
func unitBeside(unit string) bool { return len([]rune(unit)) <= 2 }

// compare orders numbers; those that are none are equal to all.
func compare(a, b float64) int {
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}
