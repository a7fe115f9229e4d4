package paint

import (
	"strconv"

	"konzept/report/geom"
)

// centi rounds a length to hundredths of a point, 3.5 µm: finer than any print, and short to write.
func centi(l geom.Length) int64 {
	if l < 0 {
		return -((-int64(l)*100 + 32768) >> 16)
	}
	return (int64(l)*100 + 32768) >> 16
}

func appendInt(b []byte, v int64) []byte { return strconv.AppendInt(b, v, 10) }

// appendCenti writes v/100 without trailing zeros.
func appendCenti(b []byte, v int64) []byte {
	if v < 0 {
		b = append(b, '-')
		v = -v
	}
	b = appendInt(b, v/100)
	switch r := v % 100; {
	case r == 0:
		return b
	case r%10 == 0:
		return append(b, '.', byte('0'+r/10))
	default:
		return append(b, '.', byte('0'+r/10), byte('0'+r%10))
	}
}

// appendScaled writes v/10^digits without trailing zeros.
func appendScaled(b []byte, v int64, digits int) []byte {
	if v < 0 {
		b = append(b, '-')
		v = -v
	}
	unit := int64(1)
	for range digits {
		unit *= 10
	}
	b = appendInt(b, v/unit)
	v %= unit
	if v == 0 {
		return b
	}
	b = append(b, '.')
	for v > 0 {
		unit /= 10
		b = append(b, byte('0'+v/unit))
		v %= unit
	}
	return b
}

// appendPoint writes "x y ".
func appendPoint(b []byte, x, y int64) []byte {
	b = append(appendCenti(b, x), ' ')
	return append(appendCenti(b, y), ' ')
}

// ratio is a*num/den rounded; den > 0.
func ratio(a, num, den int64) int64 {
	n := a * num
	if n < 0 {
		return -((-n + den/2) / den)
	}
	return (n + den/2) / den
}
