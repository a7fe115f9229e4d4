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

// checkTrueType checks loca and every outline's header and parts: whoever subsets the font trusts them.
func (f *Face) checkTrueType() error {
	o, n, format := outlinesOf(f.tables), len(f.advances), f.tables["head"].u16(50)
	if format > 1 || len(o.loca) < (2<<format)*(n+1) {
		return damaged("bad loca table")
	}
	made := make([]int, n)
	for g := range n {
		start, end := o.span(g)
		if start > end || end > len(o.glyf) || (start < end && end-start < 10) {
			return damaged("outline of glyph %d", g)
		}
		if o.countParts(made, g, 0) == 0 {
			return damaged("parts of glyph %d", g)
		}
	}
	return nil
}

// Limits of compound outlines: fonts in use nest parts once or twice, and have some dozen at most.
const (
	maxNesting = 8
	maxParts   = 1 << 10
)

// countParts follows a compound outline's parts (glyf, "Composite Glyph Description") and notes of how many simple outlines
// a glyph is made; 0: its parts are damaged or too many.
func (o *outlines) countParts(made []int, g, nesting int) int {
	if g >= len(made) || nesting > maxNesting {
		return 0
	}
	t := o.glyph(g)
	if made[g] > 0 || t.i16(0) >= 0 {
		return max(made[g], 1)
	}
	n, sound := 0, true
	whole := parts(t, func(at int) {
		if sound {
			k := o.countParts(made, t.u16(at), nesting+1)
			n, sound = n+k, k > 0 && n+k <= maxParts
		}
	})
	if !sound || !whole {
		return 0
	}
	made[g] = n
	return n
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
		if at += 4 + partSize(flags); at > len(outline) {
			return false
		}
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
