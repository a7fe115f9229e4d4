package geom

import "math"

// Luminance of a colour on a screen (WCAG 2.1, relative luminance), 0 to 1.
func Luminance(rgb [3]uint8) float64 {
	weight := [3]float64{0.2126, 0.7152, 0.0722}
	sum := 0.0
	for i, v := range rgb {
		c := float64(v) / 255
		if c <= 0.04045 {
			c /= 12.92
		} else {
			c = math.Pow((c+0.055)/1.055, 2.4)
		}
		sum += weight[i] * c
	}
	return sum
}

// Contrast of two colours on a screen in tenths (WCAG 2.1, contrast ratio, rounded down): 10 to 210.
func Contrast(a, b [3]uint8) int {
	x, y := Luminance(a), Luminance(b)
	return int((max(x, y)+0.05)/(min(x, y)+0.05)*10 + 1e-9)
}
