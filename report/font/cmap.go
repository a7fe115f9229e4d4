package font

// charmap looks runes up in the font's own cmap bytes.
type charmap struct {
	short table // format 4: the basic plane
	long  table // format 12: all planes
}

// readCmap picks the Unicode subtables and checks that the face can set text at all.
func (f *Face) readCmap(tables map[string]table) error {
	t := tables["cmap"]
	for i := range t.u16(2) {
		rec := t.from(4 + 8*i)
		platform, encoding := rec.u16(0), rec.u16(2)
		if platform != 0 && (platform != 3 || (encoding != 1 && encoding != 10)) {
			continue
		}
		switch sub := t.from(rec.u32(4)); sub.u16(0) {
		case 4:
			f.cmap.short = sub.cut(0, max(sub.u16(2), 16))
		case 12:
			f.cmap.long = sub.cut(0, sub.u32(4))
		}
	}
	if _, ok := f.Glyph(' '); !ok {
		return NoCharacters
	}
	return nil
}

func (c *charmap) lookup(r rune) GlyphID {
	switch {
	case r < 0:
		return 0
	case r <= 0xFFFF && c.short != nil:
		return c.lookupShort(int(r))
	}
	return c.lookupLong(int(r))
}

// lookupShort searches the segments of format 4, whose end codes ascend.
func (c *charmap) lookupShort(r int) GlyphID {
	t := c.short
	twice := t.u16(6) &^ 1
	lo, hi := 0, twice/2
	for lo < hi {
		if mid := (lo + hi) / 2; t.u16(14+2*mid) < r {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	start := t.u16(16 + twice + 2*lo)
	if lo >= twice/2 || r < start {
		return 0
	}
	delta, at := t.u16(16+2*twice+2*lo), 16+3*twice+2*lo
	offset := t.u16(at)
	if offset == 0 {
		return GlyphID(r + delta)
	}
	if g := t.u16(at + offset + 2*(r-start)); g != 0 {
		return GlyphID(g + delta)
	}
	return 0
}

// lookupLong searches the groups of format 12: first code, last code, first glyph.
func (c *charmap) lookupLong(r int) GlyphID {
	t := c.long
	lo, hi := 0, min(t.u32(12), len(t)/12)
	for lo < hi {
		if mid := (lo + hi) / 2; t.u32(16+12*mid+4) < r {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	start := t.u32(16 + 12*lo)
	if g := t.u32(16+12*lo+8) + r - start; r >= start && r <= t.u32(16+12*lo+4) && g <= 0xFFFF {
		return GlyphID(g)
	}
	return 0
}
