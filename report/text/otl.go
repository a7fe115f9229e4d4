package text

import "slices"

// The parts that GPOS and GSUB have in common (OpenType specification, "OpenType Layout Common Table Formats").

// lookupsOf lists the lookups of the given features for script latn, else DFLT, default language, in ascending order:
// that is the order in which they are applied.
func lookupsOf(t table, wanted func(tag string) bool) []int {
	script := scriptOf(t, "latn")
	if script == nil {
		script = scriptOf(t, "DFLT")
	}
	lang := script.from(script.u16(0))
	if script.u16(0) == 0 {
		return nil
	}
	features := t.from(t.u16(6))
	var lookups []int
	for i := range lang.u16(4) {
		rec := features.cut(2+6*lang.u16(6+2*i), 6)
		if rec == nil || !wanted(string(rec[:4])) {
			continue
		}
		feature := features.from(rec.u16(4))
		for k := range min(feature.u16(2), len(feature)/2) {
			lookups = append(lookups, feature.u16(4+2*k))
		}
	}
	slices.Sort(lookups)
	return slices.Compact(lookups)
}

func scriptOf(t table, tag string) table {
	scripts := t.from(t.u16(4))
	for i := range scripts.u16(0) {
		if rec := scripts.cut(2+6*i, 6); rec != nil && string(rec[:4]) == tag {
			return scripts.from(rec.u16(4))
		}
	}
	return nil
}

// subtables lists the subtables of lookup n that are of the wanted type, directly or through an extension.
func subtables(t table, n, kind, extension int) []table {
	list := t.from(t.u16(8))
	if n >= list.u16(0) {
		return nil
	}
	lookup := list.from(list.u16(2 + 2*n))
	var subs []table
	for i := range min(lookup.u16(4), len(lookup)/2) {
		sub := lookup.from(lookup.u16(6 + 2*i))
		found := lookup.u16(0)
		if found == extension && sub.u16(0) == 1 {
			found, sub = sub.u16(2), sub.from(sub.u32(4))
		}
		if found == kind && len(sub) >= 6 {
			subs = append(subs, sub)
		}
	}
	return subs
}

// coverage returns the place of g in a coverage table.
func coverage(t table, g int) (int, bool) {
	n := t.u16(2)
	switch t.u16(0) {
	case 1:
		i := search(n, func(i int) bool { return t.u16(4+2*i) < g })
		return i, i < n && t.u16(4+2*i) == g && 6+2*i <= len(t)
	case 2:
		i := search(n, func(i int) bool { return t.u16(4+6*i+2) < g })
		start := t.u16(4 + 6*i)
		return t.u16(4+6*i+4) + g - start, i < n && g >= start && 10+6*i <= len(t)
	}
	return 0, false
}

// classOf returns the class of g in a class definition; 0 is every glyph not named.
func classOf(t table, g int) int {
	switch t.u16(0) {
	case 1:
		if i := g - t.u16(2); i >= 0 && i < t.u16(4) {
			return t.u16(6 + 2*i)
		}
	case 2:
		n := t.u16(2)
		i := search(n, func(i int) bool { return t.u16(4+6*i+2) < g })
		if i < n && g >= t.u16(4+6*i) {
			return t.u16(4 + 6*i + 4)
		}
	}
	return 0
}

// search is the smallest i in [0, n) that is not below, else n.
func search(n int, below func(i int) bool) int {
	lo, hi := 0, n
	for lo < hi {
		if mid := (lo + hi) / 2; below(mid) {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo
}
