// Package number holds exact decimal numbers, from the characters of the data to those on paper. It is the only user of
// the decimal library: no binary fraction lies between what was typed and what is printed.
//
// It never writes a number as people do: signs of thousands and commas are eval's.
package number

import (
	"strconv"
	"strings"

	"github.com/cockroachdb/apd/v3"
)

// Limits. A number of the data has at most maxTyped figures; reckoning keeps 34, as decimal128 does (IEEE 754-2008), and
// leaves what is beyond ten to the 60 to astronomers.
const (
	figures    = 15 // that workbooks keep of a number
	maxTyped   = 30
	precision  = 34
	largest    = 60
	mostPlaces = 12 // decimals that are ever printed
)

// A quotient with more decimals than these is rounded for people, to its first two that are not zero.
const plainQuotient = 4

var (
	exact = apd.Context{Precision: precision, MaxExponent: largest, MinExponent: -largest, Rounding: apd.RoundHalfUp}
	plain = apd.Context{Precision: 400, MaxExponent: 400, MinExponent: -400, Rounding: apd.RoundHalfUp} // to write all figures
	cell  = apd.Context{Precision: figures, MaxExponent: 308, MinExponent: -308, Rounding: apd.RoundHalfUp}
)

// Decimal is a number, or none: the zero value is unknown, never 0. It does not change.
type Decimal struct {
	d     *apd.Decimal
	rough bool // a quotient, or reckoned from one
}

// Parse reads figures with a point, such as -21.60; the decimals that were typed are kept.
func Parse(s string) (Decimal, bool) {
	head, tail, dot := strings.Cut(strings.TrimPrefix(s, "-"), ".")
	if head == "" || dot && tail == "" || len(head)+len(tail) > maxTyped || strings.Trim(head+tail, "0123456789") != "" {
		return Decimal{}, false
	}
	d, _, err := apd.NewFromString(s)
	if err != nil {
		return Decimal{}, false
	}
	return Decimal{d: d}, true
}

// Int is a whole number.
func Int(n int64) Decimal { return Decimal{d: apd.New(n, 0)} }

// Scaled is n with so many of its figures behind the point: Scaled(1250, 2) is 12.50.
func Scaled(n int64, places int) Decimal { return Decimal{d: apd.New(n, -int32(places))} }

// Known tells whether there is a number.
func (a Decimal) Known() bool { return a.d != nil }

// Sign is -1, 0 or 1.
func (a Decimal) Sign() int {
	if a.d == nil {
		return 0
	}
	return a.d.Sign()
}

// Cmp compares two numbers; an unknown one is less than any.
func (a Decimal) Cmp(b Decimal) int {
	switch {
	case a.d == nil && b.d == nil:
		return 0
	case a.d == nil:
		return -1
	case b.d == nil:
		return 1
	}
	return a.d.Cmp(b.d)
}

// Equal tells whether two numbers are the same, or both unknown.
func (a Decimal) Equal(b Decimal) bool { return a.Known() == b.Known() && a.Cmp(b) == 0 }

type operation func(c *apd.Context, d, x, y *apd.Decimal) (apd.Condition, error)

// reckon applies an operation. What is unknown, or not a number, stays unknown.
func (a Decimal) reckon(b Decimal, do operation) Decimal {
	if a.d == nil || b.d == nil {
		return Decimal{}
	}
	var d apd.Decimal
	flags, err := do(&exact, &d, a.d, b.d)
	if err != nil || d.Form != apd.Finite || flags.Overflow() {
		return Decimal{}
	}
	return Decimal{d: &d, rough: a.rough || b.rough || flags.Inexact()}.reduced()
}

func (a Decimal) Add(b Decimal) Decimal { return a.reckon(b, (*apd.Context).Add) }
func (a Decimal) Sub(b Decimal) Decimal { return a.reckon(b, (*apd.Context).Sub) }
func (a Decimal) Mul(b Decimal) Decimal { return a.reckon(b, (*apd.Context).Mul) }
func (a Decimal) Rem(b Decimal) Decimal { return a.reckon(b, (*apd.Context).Rem) }

// Quo divides; by 0 it gives no number.
func (a Decimal) Quo(b Decimal) Decimal {
	q := a.reckon(b, (*apd.Context).Quo)
	q.rough = q.d != nil
	return q
}

// Neg is the number with the other sign; its decimals stay.
func (a Decimal) Neg() Decimal {
	if a.d == nil {
		return a
	}
	var d apd.Decimal
	d.Neg(a.d)
	return Decimal{d: &d, rough: a.rough}
}

// Round rounds half away from zero to so many decimals, and writes as many.
func (a Decimal) Round(places int) Decimal {
	if a.d == nil {
		return a
	}
	var d apd.Decimal
	if _, err := plain.Quantize(&d, a.d, -int32(min(max(places, 0), mostPlaces))); err != nil || d.Form != apd.Finite {
		return Decimal{}
	}
	return Decimal{d: &d}
}

// Trunc cuts the decimals off.
func (a Decimal) Trunc() Decimal {
	if a.d == nil {
		return a
	}
	var whole, rest apd.Decimal
	a.d.Modf(&whole, &rest)
	return Decimal{d: &whole}
}

// places is how many figures stand behind the point.
func (a Decimal) places() int {
	if a.d == nil {
		return 0
	}
	return max(int(-a.d.Exponent), 0)
}

// Shown is the number as people read it: as typed, or as reckoned exactly; a quotient with more than four decimals is
// rounded to the first two of them that are not zero, 1/3 to 0.33 and 1/300 to 0.0033.
func (a Decimal) Shown() Decimal {
	if !a.rough || a.places() <= plainQuotient {
		if a.places() > mostPlaces {
			return a.Round(mostPlaces)
		}
		return a
	}
	zeros := max(int64(a.places())-a.d.NumDigits(), 0) // behind the point, before the first figure
	if a.d.NumDigits() > int64(a.places()) {
		_, frac, _ := strings.Cut(a.String(), ".")
		zeros = int64(len(frac) - len(strings.TrimLeft(frac, "0")))
	}
	return a.Round(int(zeros) + 2).reduced()
}

// Places is how many decimals the number shows.
func (a Decimal) Places() int { return a.Shown().places() }

// MostPlaces is how many decimals the numbers of one column show: as many as the one that shows most.
func MostPlaces(all ...Decimal) (n int) {
	for _, a := range all {
		n = max(n, a.Places())
	}
	return n
}

// String writes the number with a point, all figures; "" for none.
func (a Decimal) String() string {
	if a.d == nil {
		return ""
	}
	return a.d.Text('f')
}

// Int64 is the number if it is whole and fits.
func (a Decimal) Int64() (int64, bool) {
	if a.d == nil {
		return 0, false
	}
	n, err := a.d.Int64()
	return n, err == nil
}

// Float is the binary number next to it, for workbooks and lengths; nothing is reckoned with it that people read.
func (a Decimal) Float() float64 {
	f, _ := strconv.ParseFloat(a.String(), 64)
	return f
}

// Key tells equal numbers by equal text, whatever decimals were typed.
func (a Decimal) Key() string {
	if a.d == nil {
		return ""
	}
	var d apd.Decimal
	d.Reduce(a.d)
	return d.Text('e')
}

// Share is a part of a whole in so many equal pieces, rounded once; 0 of nothing.
func (a Decimal) Share(whole Decimal, pieces int64) int64 {
	n, _ := a.Quo(whole).Mul(Int(pieces)).Round(0).Int64()
	return n
}

// Step is a round distance of marks, 1, 2 or 5 times a power of ten, so that at most n of them fit into span.
func Step(span Decimal, n int64) Decimal {
	want := span.Quo(Int(n))
	if want.Sign() <= 0 {
		return Int(1)
	}
	exp := int32(want.d.NumDigits()) + want.d.Exponent - 1
	for ; ; exp++ {
		for _, m := range [...]int64{1, 2, 5} {
			s := Decimal{d: apd.New(m, exp)}
			if s.Cmp(want) >= 0 {
				if exp > 0 {
					return s.Round(0)
				}
				return s
			}
		}
	}
}

// ParseCell reads a number as programs write it into workbooks, in powers of ten too, to the 15 figures that they keep.
func ParseCell(s string) (Decimal, bool) {
	d, flags, err := cell.NewFromString(s)
	if err != nil || d.Form != apd.Finite || flags.Overflow() {
		return Decimal{}, false
	}
	return Decimal{d: d}.reduced(), true
}

// Cell is the number to the 15 figures that workbooks keep.
func (a Decimal) Cell() Decimal {
	if a.d == nil {
		return a
	}
	var d apd.Decimal
	if _, err := cell.Round(&d, a.d); err != nil || d.Form != apd.Finite {
		return Decimal{}
	}
	return Decimal{d: &d}.reduced()
}

// reduced drops zeros at the end of the decimals; whole numbers keep theirs.
func (a Decimal) reduced() Decimal {
	if a.d == nil {
		return a
	}
	var d apd.Decimal
	d.Reduce(a.d)
	if d.Exponent > 0 {
		if _, err := plain.Quantize(&d, &d, 0); err != nil {
			return Decimal{}
		}
	}
	return Decimal{d: &d, rough: a.rough}
}

// ParseCount reads digits alone, as templates count things: a whole number of at most a million, without a sign.
func ParseCount(s string) (int, bool) {
	n := 0
	for _, c := range s {
		if c < '0' || c > '9' || n > 100000 {
			return 0, false
		}
		n = n*10 + int(c-'0')
	}
	return n, s != ""
}
