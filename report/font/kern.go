package font

import "math/bits"

// Pair kerning: GPOS feature kern, lookup type 2 in both formats, direct or by extension; equal to hb-shape.

// kernSlots is the size of a face's kerning cache: running text uses about a thousand different pairs.
const kernSlots = 1 << 13

// kernLookups lists the subtables of each kerning lookup: of one lookup, the first subtable decides that knows the
// pair's first glyph (and in format 1 also the second).
func kernLookups(gpos table) [][]table {
	return subtables(gpos, lookupsOf(gpos, func(tag string) bool { return tag == "kern" }), 2, 9)
}

// Kern is what is added to a's advance before b, in font units.
func (f *Face) Kern(a, b GlyphID) int {
	if len(f.pairs) == 0 && len(f.oldPairs) == 0 {
		return 0
	}
	key := uint64(a)<<16 | uint64(b)
	slot := &f.kerns[uint32(key)*0x9E3779B1>>(32-13)]
	if v := slot.Load(); v>>16 == key|1<<32 {
		return int(int16(v))
	}
	kern := 0
	for _, lookup := range f.pairs {
		kern += pairKern(lookup, int(a), int(b))
	}
	for _, t := range f.oldPairs {
		kern += oldPairKern(t, int(a), int(b))
	}
	slot.Store((key|1<<32)<<16 | uint64(uint16(kern)))
	return kern
}

func pairKern(lookup []table, a, b int) int {
	for _, t := range lookup {
		i, ok := coverage(t.from(t.u16(2)), a)
		if !ok {
			continue
		}
		size1 := valueSize(t.u16(4))
		size := size1 + valueSize(t.u16(6))
		at := -1
		if t.u16(0) == 1 {
			at = pairRecord(t, i, b, size)
		} else if t.u16(0) == 2 {
			c1, c2 := classOf(t.from(t.u16(8)), a), classOf(t.from(t.u16(10)), b)
			if c1 < t.u16(12) && c2 < t.u16(14) {
				at = 16 + (c1*t.u16(14)+c2)*size
			}
		}
		if at >= 0 {
			return advanceOf(t.from(at), t.u16(4))
		}
	}
	return 0
}

// pairRecord finds the values of second glyph b in pair set i of a format 1 subtable.
func pairRecord(t table, i, b, size int) int {
	if i >= t.u16(8) {
		return -1
	}
	base := t.u16(10 + 2*i)
	set := t.from(base)
	n := set.u16(0)
	k := search(n, func(k int) bool { return set.u16(2+k*(2+size)) < b })
	if k >= n || set.u16(2+k*(2+size)) != b {
		return -1
	}
	return base + 2 + k*(2+size) + 2
}

// valueSize is the length of a value record: two bytes for each bit of its format.
func valueSize(format int) int { return 2 * bits.OnesCount8(uint8(format)) }

// advanceOf reads XAdvance (bit 2), which follows XPlacement and YPlacement.
func advanceOf(value table, format int) int {
	if format&4 == 0 {
		return 0
	}
	return value.i16(valueSize(format & 3))
}
