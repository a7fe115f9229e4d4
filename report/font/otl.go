package font

// The parts that GPOS and GSUB have in common (OpenType specification, "OpenType Layout Common Table Formats").

// lookupsOf lists the lookups of the given features for script latn, else DFLT, default language, in ascending order:
// that is the order in which they are applied.
func lookupsOf(t table, wanted func(tag string) bool) []int {
	script := scriptOf(t, "latn")
	if script == nil {
		script = scriptOf(t, "DFLT")
	}
	if script.u16(0) == 0 {
		return nil
	}
	lang, features, list := script.from(script.u16(0)), t.from(t.u16(6)), t.from(t.u16(8))
	named := make([]bool, list.u16(0))
	for i := range min(lang.u16(4), features.u16(0)) {
		rec := features.cut(2+6*lang.u16(6+2*i), 6)
		if rec == nil || !wanted(string(rec[:4])) {
			continue
		}
		feature := features.from(rec.u16(4))
		for k := range min(feature.u16(2), len(named)) {
			if n := feature.u16(4 + 2*k); n < len(named) {
				named[n] = true
			}
		}
	}
	var lookups []int
	for n, ok := range named {
		if ok {
			lookups = append(lookups, n)
		}
	}
	return lookups
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

// maxSubtables bounds what a damaged font can ask for; the largest fonts in use have a few dozen.
const maxSubtables = 1024

// subtables lists the subtables of the given lookups that are of the wanted type, directly or through an extension,
// one slice a lookup.
func subtables(t table, lookups []int, kind, extension int) (all [][]table) {
	list, room := t.from(t.u16(8)), maxSubtables
	for _, n := range lookups {
		lookup := list.from(list.u16(2 + 2*n))
		var subs []table
		count := min(lookup.u16(4), room)
		for i := range count {
			sub := lookup.from(lookup.u16(6 + 2*i))
			found := lookup.u16(0)
			if found == extension && sub.u16(0) == 1 {
				found, sub = sub.u16(2), sub.from(sub.u32(4))
			}
			if found == kind && len(sub) >= 6 {
				subs = append(subs, sub)
			}
		}
		if room -= count; len(subs) > 0 {
			all = append(all, subs)
		}
	}
	return all
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
