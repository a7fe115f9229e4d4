package figure

import (
	"konzept/report/geom"
	"konzept/report/number"
)

// unit is the whole of a scale. A value becomes an integer share of it by one exact division, and all further
// reckoning is in integers: the same on every processor.
const unit = 1 << 30

// scale maps values from low to high onto a length.
type scale struct {
	low, high number.Decimal
	length    geom.Length
}

// at is the distance of v from the scale's start.
func (s scale) at(v number.Decimal) geom.Length {
	span := s.high.Sub(s.low)
	if span.Sign() <= 0 || !v.Known() {
		return 0
	}
	return s.length.Mul(max(0, min(unit, v.Sub(s.low).Share(span, unit))), unit)
}

// value is the i-th of vs, or unknown.
func value(vs []number.Decimal, i int) number.Decimal {
	if i < len(vs) {
		return vs[i]
	}
	return number.Decimal{}
}

// lesser and greater are the smaller and the greater of two numbers; one that is unknown gives way.
func lesser(a, b number.Decimal) number.Decimal {
	if !a.Known() || b.Known() && b.Cmp(a) < 0 {
		return b
	}
	return a
}

func greater(a, b number.Decimal) number.Decimal {
	if !a.Known() || b.Known() && b.Cmp(a) > 0 {
		return b
	}
	return a
}

// plus adds what is known.
func plus(a, b number.Decimal) number.Decimal {
	switch {
	case !a.Known():
		return b
	case !b.Known():
		return a
	}
	return a.Add(b)
}
