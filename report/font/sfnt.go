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
