package font

// outlines are the shapes of the glyphs.
type outlines struct {
	loca, glyf table
	long       bool // loca's entries are bytes, not pairs of bytes
}

func outlinesOf(tables map[string]table) *outlines {
	return &outlines{loca: tables["loca"], glyf: tables["glyf"], long: tables["head"].u16(50) == 1}
}

// span returns where glyph g lies in glyf.
func (o *outlines) span(g int) (start, end int) {
	if o.long {
		return o.loca.u32(4 * g), o.loca.u32(4*g + 4)
	}
	return 2 * o.loca.u16(2*g), 2 * o.loca.u16(2*g+2)
}

// glyph is the outline of glyph g: empty for a blank.
func (o *outlines) glyph(g int) table {
	start, end := o.span(g)
	return o.glyf.cut(start, end-start)
}

// readOutlines checks loca and every outline's header and parts: whoever subsets the font trusts them.
func (f *Face) readOutlines(tables map[string]table) error {
	o, n := outlinesOf(tables), len(f.advances)
	if entry := 2 << tables["head"].u16(50); len(o.loca) < entry*(n+1) {
		return damaged("loca table too short")
	}
	good := make([]bool, n)
	for g := range n {
		start, end := o.span(g)
		if start > end || end > len(o.glyf) || (start < end && end-start < 10) {
			return damaged("outline of glyph %d", g)
		}
		if !o.checkParts(good, g, 0) {
			return damaged("parts of glyph %d", g)
		}
	}
	return nil
}

// maxNesting is the depth of parts within parts that is allowed; fonts in use have 1 or 2.
const maxNesting = 8

// checkParts follows a compound outline's parts (glyf, "Composite Glyph Description") and notes the glyphs that are good.
func (o *outlines) checkParts(good []bool, g, nesting int) bool {
	if g >= len(good) || nesting > maxNesting {
		return false
	}
	t := o.glyph(g)
	if good[g] || t.i16(0) >= 0 {
		return true
	}
	sound := true
	whole := parts(t, func(at int) { sound = sound && o.checkParts(good, t.u16(at), nesting+1) })
	good[g] = sound && whole
	return good[g]
}

// parts calls visit with the place of each part's glyph number in a compound outline; false if the outline is cut off.
func parts(outline table, visit func(at int)) bool {
	if outline.i16(0) >= 0 {
		return true
	}
	for at, more := 10, true; more; {
		flags := outline.u16(at)
		if at+4 > len(outline) {
			return false
		}
		visit(at + 2)
		more = flags&0x20 != 0
		at += 4 + partSize(flags)
	}
	return true
}

// partSize is the length of a part's arguments and transformation.
func partSize(flags int) int {
	size := 2
	if flags&1 != 0 {
		size = 4
	}
	switch {
	case flags&0x08 != 0:
		size += 2
	case flags&0x40 != 0:
		size += 4
	case flags&0x80 != 0:
		size += 8
	}
	return size
}
