package font

// table is the bytes of one font table. Reading outside gives 0 or nothing, so that a damaged font can never panic.
type table []byte

func (t table) u16(i int) int {
	if i < 0 || i+2 > len(t) {
		return 0
	}
	return int(t[i])<<8 | int(t[i+1])
}

func (t table) i16(i int) int { return int(int16(t.u16(i))) }

func (t table) u32(i int) int { return t.u16(i)<<16 | t.u16(i+2) }

// from returns the table from offset i on.
func (t table) from(i int) table {
	if i < 0 || i > len(t) {
		return nil
	}
	return t[i:]
}

// cut returns n bytes from offset i on, or nothing when they are not all there.
func (t table) cut(i, n int) table {
	if i < 0 || n < 0 || i > len(t) || n > len(t)-i {
		return nil
	}
	return t[i : i+n]
}

// directory reads the table directory (OpenType specification, "Organization of an OpenType Font").
func directory(ttf []byte) (map[string]table, error) {
	if len(ttf) > maxFont {
		return nil, TooLarge
	}
	t := table(ttf)
	switch version := string(t.cut(0, 4)); version {
	case "\x00\x01\x00\x00", "true":
	case "OTTO":
		return nil, CFFOutlines
	case "ttcf":
		return nil, Collection
	case "wOFF", "wOF2":
		return nil, WebFont
	default:
		return nil, NoFont
	}
	tables := make(map[string]table, t.u16(4))
	for i := range t.u16(4) {
		rec := t.cut(12+16*i, 16)
		body := t.cut(rec.u32(8), rec.u32(12))
		tag := string(rec.cut(0, 4))
		if rec == nil || body == nil || tables[tag] != nil {
			return nil, damaged("table %d reaches past the end or stands twice", i+1)
		}
		tables[tag] = body
	}
	for _, tag := range []string{"head", "hhea", "hmtx", "maxp", "cmap", "loca", "glyf", "OS/2", "name", "post"} {
		if tables[tag] == nil {
			return nil, damaged("no %s table", tag)
		}
	}
	return tables, nil
}

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
	for at, more := 10, true; more; {
		flags := t.u16(at)
		if at+4 > len(t) || !o.checkParts(good, t.u16(at+2), nesting+1) {
			return false
		}
		more = flags&0x20 != 0
		at += 4 + partSize(flags)
	}
	good[g] = true
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
