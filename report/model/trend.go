package model

import "konzept/report/number"

// edge is the record of the first year with a value, or of the last.
func edge(k *Record, side int) (*Record, bool) {
	var found *Record
	var at int64
	values, _ := As[[]*Record](k, "values")
	for _, v := range values {
		year, ok := As[int64](v, "year")
		if !ok {
			continue
		}
		if found == nil || side < 0 && year < at || side > 0 && year > at {
			found, at = v, year
		}
	}
	return found, found != nil
}

// course are the two values that a trend compares: those that are printed, of the first year and of the last.
func course(k *Record) (from, to number.Decimal, ok bool) {
	base, ok1 := edge(k, -1)
	latest, ok2 := edge(k, 1)
	if !ok1 || !ok2 || base == latest {
		return from, to, false
	}
	from, ok1 = As[number.Decimal](base, "value")
	to, ok2 = As[number.Decimal](latest, "value")
	return from, to, ok1 && ok2
}

// trend says which way an indicator went from its first year to its last.
func trend(k *Record) any {
	from, to, ok := course(k)
	if !ok {
		return nil
	}
	return [...]string{"fallend", "gleichbleibend", "steigend"}[to.Cmp(from)+1]
}

// wished tells whether an indicator went as it should: towards its target from where it began, or else in its direction.
// What should stay is as wished while it is no further from its target than at first; nil if nothing is wished.
func wished(k *Record) any {
	from, to, ok := course(k)
	target, aims := As[number.Decimal](k, "target")
	direction := WordOf(k, "direction")
	switch {
	case !ok || !aims && direction == "":
		return nil
	case direction == "gleichbleibend" && aims:
		return distance(to, target).Cmp(distance(from, target)) <= 0
	case direction == "gleichbleibend":
		return to.Equal(from)
	}
	up := direction == "steigend"
	if aims && !target.Equal(from) {
		up = target.Cmp(from) > 0
	}
	if to.Equal(from) {
		return aims && (target.Equal(to) || (to.Cmp(target) > 0) == up)
	}
	return (to.Cmp(from) > 0) == up
}

func distance(a, b number.Decimal) number.Decimal {
	if d := a.Sub(b); d.Sign() >= 0 {
		return d
	}
	return b.Sub(a)
}
