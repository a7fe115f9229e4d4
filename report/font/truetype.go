package font

import (
	"encoding/binary"
	"slices"
)

// embedTrueType keeps glyph 0 and the glyphs shown, with the parts that they are made of, under new numbers, and the tables
// that ISO 32000-1, 9.9 asks of an embedded CIDFontType2.
func (f *Face) embedTrueType(shown []Shown) *Program {
	o := outlinesOf(f.tables)
	glyphs := o.closure(shown)
	number := make(map[GlyphID]GlyphID, len(glyphs))
	for i, g := range glyphs {
		number[g] = GlyphID(i)
	}
	be := binary.BigEndian
	var glyf, hmtx []byte
	offsets := make([]int, 0, len(glyphs)+1)
	for _, g := range glyphs {
		offsets = append(offsets, len(glyf))
		glyf = append(glyf, o.renumbered(g, number)...)
		for len(glyf)%4 != 0 {
			glyf = append(glyf, 0)
		}
		hmtx = be.AppendUint16(be.AppendUint16(hmtx, f.advances[g]), f.bearing(g))
	}
	loca, format := locations(append(offsets, len(glyf)))
	tables := []part{
		{"cvt ", f.tables["cvt "]}, {"fpgm", f.tables["fpgm"]}, {"glyf", glyf}, {"head", patched(f.tables["head"], 50, format)},
		{"hhea", patched(f.tables["hhea"], 34, len(glyphs))}, {"hmtx", hmtx}, {"loca", loca}, {"maxp", patched(f.tables["maxp"], 4, len(glyphs))},
		{"prep", f.tables["prep"]},
	}
	tables = slices.DeleteFunc(tables, func(t part) bool { return t.data == nil })
	return &Program{Data: assemble(tables), Glyphs: codeMap(shown, number)}
}

// locations are the entries of loca, and the format that they are written in (OpenType specification, loca).
func locations(offsets []int) (loca []byte, format int) {
	be := binary.BigEndian
	for _, at := range offsets {
		if offsets[len(offsets)-1] < 2<<16 {
			loca = be.AppendUint16(loca, uint16(at/2))
		} else {
			loca, format = be.AppendUint32(loca, uint32(at)), 1
		}
	}
	return loca, format
}

// patched is a copy of a table with another number at a place.
func patched(t table, at, value int) []byte {
	b := slices.Clone(t)
	binary.BigEndian.PutUint16(b[at:], uint16(value))
	return b
}

// codeMap lists the glyphs of all codes to the last one (ISO 32000-1, table 117, CIDToGIDMap).
func codeMap(shown []Shown, number map[GlyphID]GlyphID) []byte {
	var m []byte
	for _, s := range shown {
		at := 2 * int(s.Code)
		if len(m) < at+2 {
			m = append(m, make([]byte, at+2-len(m))...)
		}
		binary.BigEndian.PutUint16(m[at:], number[s.Glyph])
	}
	return m
}

// bearing is the glyph's left side bearing; glyphs past the last advance have only that (OpenType specification, hmtx).
func (f *Face) bearing(g GlyphID) uint16 {
	hmtx, long := f.tables["hmtx"], f.tables["hhea"].u16(34)
	if i := int(g); i >= long {
		return uint16(hmtx.u16(4*long + 2*(i-long)))
	}
	return uint16(hmtx.u16(4*int(g) + 2))
}

// closure lists glyph 0, the glyphs shown, and the parts of compound ones, ascending.
func (o *outlines) closure(shown []Shown) (glyphs []GlyphID) {
	seen := map[GlyphID]bool{}
	var add func(g GlyphID)
	add = func(g GlyphID) {
		if seen[g] {
			return
		}
		seen[g] = true
		glyphs = append(glyphs, g)
		outline := o.glyph(int(g))
		parts(outline, func(at int) { add(GlyphID(outline.u16(at))) })
	}
	add(0)
	for _, s := range shown {
		add(s.Glyph)
	}
	slices.Sort(glyphs)
	return glyphs
}

// renumbered is an outline with the new numbers of its parts.
func (o *outlines) renumbered(g GlyphID, number map[GlyphID]GlyphID) []byte {
	outline := o.glyph(int(g))
	out := outline
	parts(outline, func(at int) {
		if &out[0] == &outline[0] {
			out = slices.Clone(outline)
		}
		binary.BigEndian.PutUint16(out[at:], number[GlyphID(outline.u16(at))])
	})
	return out
}
