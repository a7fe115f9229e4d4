package eval

import (
	"konzept/report/format"
	"konzept/report/model"
	"konzept/report/number"
)

// negative is a number with the other sign.
func negative(v any) any {
	switch v := v.(type) {
	case int64:
		return -v
	case model.Money:
		return -v
	}
	return Decimal(v).Neg()
}

// round rounds half away from zero: to a whole number, or to so many decimals.
func round(c call) any {
	v := Decimal(c.args[0]).Round(c.int(1, 0))
	if n, ok := v.Int64(); ok && len(c.args) == 1 {
		return n
	}
	if !v.Known() {
		return nil
	}
	return v
}

// places is how many decimals numbers that stand together show: as many as the one that was typed with most.
func places(c call) any {
	n := 0
	for _, v := range c.spread() {
		if v, ok := v.([]any); ok {
			for _, one := range v {
				n = max(n, Decimal(one).Places())
			}
		}
		n = max(n, Decimal(v).Places())
	}
	return int64(n)
}

// words writes a small whole number as a word, any other in figures.
func words(c call) any {
	if c.args[0] == nil {
		return nil
	}
	n, whole := Decimal(c.args[0]).Int64()
	if !whole {
		return c.Format.Number(Decimal(c.args[0]), -1)
	}
	return c.Format.Words(n, c.str(1))
}

// equalKey is a number as a key of maps: 1 and 1.0 are one.
type equalKey string

func keyOf(d number.Decimal) equalKey { return equalKey(d.Key()) }

// quantity is a number with the word for one or for several of what it counts, kept together; nothing if it is unknown.
func quantity(c call) any {
	n := Decimal(c.args[0])
	if !n.Known() {
		return nil
	}
	word := c.str(2)
	if n.Cmp(number.Int(1)) == 0 {
		word = c.str(1)
	}
	return c.Format.Number(n, -1) + format.NoBreak + c.Format.Noun(word)
}
