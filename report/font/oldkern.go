package font

// Pair kerning of fonts that have none in GPOS: table kern, version 0, format 0, as HarfBuzz reads it.

// oldKern lists the subtables that kern along the line.
func oldKern(kern table) []table {
	if kern.u16(0) != 0 {
		return nil // Apple's version 1
	}
	var list []table
	at := 4
	for range min(kern.u16(2), maxSubtables) {
		sub := kern.from(at)
		const horizontal, minimum, cross = 1, 2, 4
		if coverage := sub.u16(4); coverage>>8 == 0 && coverage&(horizontal|minimum|cross) == horizontal && sub.u16(6) > 0 {
			list = append(list, sub)
		}
		if at += sub.u16(2); sub.u16(2) < 14 {
			break
		}
	}
	return list
}

// oldPairKern looks a pair up in a sorted list of glyphs and values.
func oldPairKern(sub table, a, b int) int {
	n := sub.u16(6)
	key := a<<16 | b
	i := search(n, func(i int) bool { return sub.u32(14+6*i) < key })
	if i < n && sub.u32(14+6*i) == key {
		return sub.i16(14 + 6*i + 4)
	}
	return 0
}
