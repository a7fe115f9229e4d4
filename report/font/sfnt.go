package font

// table is the bytes of one font table. Reading outside gives 0 or nothing, so that a damaged font can never panic.
type table []byte

func (t table) u8(i int) int {
	if i < 0 || i >= len(t) {
		return 0
	}
	return int(t[i])
}

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

// directory reads a table directory (OpenType specification, "Organization of an OpenType Font"), which begins at a byte of
// the file.
func directory(file table, at int) (map[string]table, error) {
	t := file.from(at)
	if err := kindOf(string(t.cut(0, 4))); err != nil {
		return nil, err
	}
	tables := make(map[string]table, t.u16(4))
	for i := range t.u16(4) {
		rec := t.cut(12+16*i, 16)
		body := file.cut(rec.u32(8), rec.u32(12))
		tag := string(rec.cut(0, 4))
		if rec == nil || body == nil {
			return nil, damaged("table %d reaches past the end", i+1)
		}
		if tables[tag] == nil { // some fonts in use have one twice
			tables[tag] = body
		}
	}
	for _, tag := range []string{"head", "hhea", "hmtx", "maxp", "cmap", "OS/2", "name", "post"} {
		if tables[tag] == nil {
			return nil, damaged("no %s table", tag)
		}
	}
	if (tables["glyf"] == nil || tables["loca"] == nil) && tables["CFF "] == nil && tables["CFF2"] == nil {
		return nil, damaged("no outlines")
	}
	return tables, nil
}

// kindOf tells by its first bytes whether a face can be read.
func kindOf(version string) error {
	switch version {
	case "\x00\x01\x00\x00", "true", "OTTO":
		return nil
	case "wOFF", "wOF2":
		return WebFont
	}
	return NoFont
}
