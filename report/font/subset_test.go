package font

import (
	"bytes"
	"testing"
)

// TestGlyphsBeyondTheLastAdvanceShareIt (OpenType, hmtx): typewriter faces write one advance for all.
func TestGlyphsBeyondTheLastAdvanceShareIt(t *testing.T) {
	maxp, hhea := make(table, 6), make(table, 36)
	maxp[5], hhea[35] = 4, 2
	f := &Face{tables: map[string]table{"maxp": maxp, "hhea": hhea, "hmtx": {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12}}} // two full metrics, then bearings of glyphs 2 and 3
	if err := f.readMetrics(f.tables); err != nil {
		t.Fatal(err)
	}
	for g, want := range [][2]uint16{{0x102, 0x304}, {0x506, 0x708}, {0x506, 0x90A}, {0x506, 0xB0C}} {
		if got := [2]uint16{f.advances[g], f.bearing(GlyphID(g))}; got != want {
			t.Errorf("glyph %d: %x, want %x", g, got, want)
		}
	}
}

// written reads a program that was written as a font file.
func written(t testing.TB, program []byte) map[string]table {
	t.Helper()
	tables := map[string]table{}
	for i := range table(program).u16(4) {
		rec := table(program).cut(12+16*i, 16)
		tables[string(rec[:4])] = table(program).cut(rec.u32(8), rec.u32(12))
		if got := checksum(tables[string(rec[:4])]); string(rec[:4]) != "head" && int(got) != rec.u32(4) {
			t.Errorf("%s: sum %08X, want %08X", rec[:4], rec.u32(4), got)
		}
	}
	return tables
}

// TestSubsetsKeepWhatTheyShow: glyphs, their parts and widths, under numbers without gaps, in a file that sums up.
func TestSubsetsKeepWhatTheyShow(t *testing.T) {
	f := loadFace(t, "SourceSans3-Regular.ttf")
	a, _ := f.Glyph('ä')
	x, _ := f.Glyph('x')
	p, err := f.Embed([]Shown{{0x4000, x}, {0x4001, a}, {0x4003, x}})
	if err != nil {
		t.Fatal(err)
	}
	if got := checksum(p.Data); got != 0xB1B0AFBA {
		t.Errorf("the file sums up to %08X", got)
	}
	tables, gids := written(t, p.Data), table(p.Glyphs)
	if len(gids) != 2*0x4004 || gids.u16(2*0x4000) != gids.u16(2*0x4003) || gids.u16(2*0x4002) != 0 {
		t.Errorf("codes to glyphs: %d bytes", len(gids))
	}
	full, cut := outlinesOf(f.tables), outlinesOf(tables)
	n := tables["maxp"].u16(4)
	if n < 4 || n > 6 || len(tables["hmtx"]) != 4*n || len(tables["loca"]) != 2*n+2 || tables["hhea"].u16(34) != n {
		t.Errorf("%d glyphs, %d bytes of metrics, %d of places", n, len(tables["hmtx"]), len(tables["loca"]))
	}
	for code, g := range map[int]GlyphID{0x4000: x, 0x4001: a} {
		new := gids.u16(2 * code)
		if got := tables["hmtx"].u16(4 * new); got != f.Advance(g) {
			t.Errorf("glyph %d is %d wide, want %d", g, got, f.Advance(g))
		}
		if !sameShape(full, int(g), cut, new) {
			t.Errorf("glyph %d looks differently", g)
		}
	}
}

// sameShape compares outlines, those of parts part by part.
func sameShape(a *outlines, g int, b *outlines, h int) bool {
	x, y := a.glyph(g), b.glyph(h)
	if x.i16(0) >= 0 {
		return len(y) >= len(x) && bytes.Equal(x, y[:len(x)]) // behind it up to three bytes that align the next
	}
	same := true
	parts(x, func(at int) { same = same && sameShape(a, x.u16(at), b, y.u16(at)) })
	return same
}
