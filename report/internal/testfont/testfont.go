// Package testfont makes font files of every kind out of a TrueType face, for tests.
package testfont

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"math"
	"slices"
	"unicode/utf16"

	gotext "github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype"
)

var be = binary.BigEndian

// Tables reads the tables of a single font.
func Tables(ttf []byte) map[string][]byte {
	tables := map[string][]byte{}
	for i := range int(be.Uint16(ttf[4:])) {
		rec := ttf[12+16*i:]
		from, n := be.Uint32(rec[8:]), be.Uint32(rec[12:])
		tables[string(rec[:4])] = ttf[from : from+n]
	}
	return tables
}

// Write lays tables out as a font file whose first bytes are the version.
func Write(version string, tables map[string][]byte) []byte {
	var tags []string
	for tag := range tables {
		tags = append(tags, tag)
	}
	slices.Sort(tags)
	out := be.AppendUint16([]byte(version), uint16(len(tags)))
	out = append(out, 0, 0, 0, 0, 0, 0)
	at := 12 + 16*len(tags)
	var body []byte
	for _, tag := range tags {
		out = append(append(out, tag...), 0, 0, 0, 0)
		out = be.AppendUint32(be.AppendUint32(out, uint32(at+len(body))), uint32(len(tables[tag])))
		body = append(body, tables[tag]...)
		body = append(body, make([]byte, -len(body)&3)...)
	}
	return append(out, body...)
}

// Named replaces the names of a font: by their numbers, such as 1 for the family.
func Named(ttf []byte, names map[int]string) []byte {
	tables := Tables(ttf)
	var ids []int
	for id := range names {
		ids = append(ids, id)
	}
	slices.Sort(ids)
	table := be.AppendUint16(be.AppendUint16([]byte{0, 0}, uint16(len(ids))), uint16(6+12*len(ids)))
	var storage []byte
	for _, id := range ids {
		from := len(storage)
		for _, u := range utf16.Encode([]rune(names[id])) {
			storage = be.AppendUint16(storage, u)
		}
		for _, v := range []int{3, 1, 0x409, id, len(storage) - from, from} {
			table = be.AppendUint16(table, uint16(v))
		}
	}
	tables["name"] = append(table, storage...)
	return Write(string(ttf[:4]), tables)
}

// Collection puts fonts into one file.
func Collection(fonts ...[]byte) []byte {
	out := be.AppendUint32([]byte("ttcf\x00\x01\x00\x00"), uint32(len(fonts)))
	at := 12 + 4*len(fonts)
	var body []byte
	for _, f := range fonts {
		f = bytes.Clone(f)
		f = append(f, make([]byte, -len(f)&3)...)
		for i := range int(be.Uint16(f[4:])) {
			rec := f[12+16*i+8:]
			be.PutUint32(rec, be.Uint32(rec)+uint32(at+len(body)))
		}
		out = be.AppendUint32(out, uint32(at+len(body)))
		body = append(body, f...)
	}
	return append(out, body...)
}

// Glyph is the number of a rune's glyph.
func Glyph(ttf []byte, r rune) int {
	face, err := gotext.ParseTTF(bytes.NewReader(ttf))
	if err != nil {
		panic(err)
	}
	g, _ := face.NominalGlyph(r)
	return int(g)
}

// CFF is a face with its outlines in table CFF: with hints and masks, subroutines of both kinds, default and nominal widths,
// and Á composed of A and acute as fonts that were Type 1 once have it.
func CFF(ttf []byte) []byte {
	tables := Tables(ttf)
	n := int(be.Uint16(tables["maxp"][4:]))
	charset, charstrings := []byte{0}, make([][]byte, n)
	standard := map[int]int{Glyph(ttf, 'A'): 34, Glyph(ttf, '´'): 125}
	var names [][]byte
	face, err := gotext.ParseTTF(bytes.NewReader(ttf))
	if err != nil {
		panic(err)
	}
	for g := range n {
		if g > 0 {
			sid := standard[g]
			if sid == 0 {
				sid = 391 + len(names)
				names = append(names, fmt.Appendf(nil, "g%d", g))
			}
			charset = be.AppendUint16(charset, uint16(sid))
		}
		charstrings[g] = charstring(face, g)
	}
	accented := []byte{}
	for _, v := range []int{int(face.HorizontalAdvance(gotext.GID(Glyph(ttf, 'Á')))) - nominal, 40, 150, 65, 194} {
		accented = number(accented, v)
	}
	charstrings[Glyph(ttf, 'Á')] = append(accented, 14)

	private := append(number(number([]byte{}, -12), 12), 6) // BlueValues
	private = append(number(private, standardWidth), 20)    // defaultWidthX
	private = append(number(private, nominal), 21)          // nominalWidthX
	private = append(long(private, len(private)+6), 19)     // Subrs
	locals := index([]byte{14}, []byte{11})                 // endchar; return
	top := func(at [3]int) []byte {
		b := append(long(nil, at[0]), 15)
		b = append(long(b, at[1]), 17)
		return append(long(long(b, len(private)), at[2]), 18)
	}
	head := append([]byte{1, 0, 4, 4}, index([]byte("Test"))...)
	tail := append(index(names...), index([]byte{number(nil, -107)[0], 10, 11})...) // the global subroutine calls the local one
	size := len(head) + len(index(top([3]int{}))) + len(tail)
	body := index(charstrings...)
	at := [3]int{size, size + len(charset), size + len(charset) + len(body)}
	out := append(append(head, index(top(at))...), tail...)
	out = append(append(out, charset...), body...)
	tables["CFF "] = append(append(out, private...), locals...)
	for _, tag := range []string{"glyf", "loca", "fpgm", "prep", "cvt "} {
		delete(tables, tag)
	}
	return Write("OTTO", tables)
}

// Widths that private dictionaries of test fonts name.
const (
	standardWidth = 500
	nominal       = 600
)

// charstring writes an outline, after its width if that is not the standard one and after hints that mean nothing. Its end is a
// subroutine of a subroutine.
func charstring(face *gotext.Face, g int) (b []byte) {
	if w := int(face.HorizontalAdvance(gotext.GID(g))); w != standardWidth {
		b = number(b, w-nominal)
	}
	b = append(number(number(b, 0), 10), 18)               // hstemhm
	b = append(number(number(b, 5), 20), 19, 0xC0)         // the mask implies vstem
	b = append(path(b, face, g), number(nil, -107)[0], 29) // callgsubr
	return b
}

func path(b []byte, face *gotext.Face, g int) []byte {
	outline, _ := face.GlyphDataOutline(uint16(g))
	var x, y int
	var from opentype.SegmentPoint
	to := func(px, py float32) {
		nx, ny := int(math.Round(float64(px))), int(math.Round(float64(py)))
		b = number(number(b, nx-x), ny-y)
		x, y = nx, ny
	}
	for _, s := range outline.Segments {
		switch s.Op {
		case opentype.SegmentOpMoveTo:
			to(s.Args[0].X, s.Args[0].Y)
			b, from = append(b, 21), s.Args[0]
		case opentype.SegmentOpLineTo:
			to(s.Args[0].X, s.Args[0].Y)
			b, from = append(b, 5), s.Args[0]
		case opentype.SegmentOpQuadTo:
			q, end := s.Args[0], s.Args[1]
			to((from.X+2*q.X)/3, (from.Y+2*q.Y)/3)
			to((end.X+2*q.X)/3, (end.Y+2*q.Y)/3)
			to(end.X, end.Y)
			b, from = append(b, 8), end
		}
	}
	return b
}

func number(b []byte, v int) []byte {
	switch {
	case v >= -107 && v <= 107:
		return append(b, byte(v+139))
	case v >= 108 && v <= 1131:
		return append(b, byte((v-108)>>8+247), byte(v-108))
	case v >= -1131 && v <= -108:
		return append(b, byte((-v-108)>>8+251), byte(-v-108))
	}
	return append(b, 28, byte(v>>8), byte(v))
}

func long(b []byte, v int) []byte { return be.AppendUint32(append(b, 29), uint32(v)) }

func index(items ...[]byte) []byte {
	if len(items) == 0 {
		return []byte{0, 0}
	}
	return indexed(be.AppendUint16(nil, uint16(len(items))), items)
}

func indexed(b []byte, items [][]byte) []byte {
	at := uint32(1)
	b = be.AppendUint32(append(b, 4), at)
	for _, item := range items {
		at += uint32(len(item))
		b = be.AppendUint32(b, at)
	}
	return append(b, bytes.Join(items, nil)...)
}

// Small keeps the first glyphs of a face that has no compound ones among them, for fuzzing.
func Small(ttf []byte) []byte {
	tables := Tables(ttf)
	const n = 12
	maxp, hhea, head := bytes.Clone(tables["maxp"]), bytes.Clone(tables["hhea"]), bytes.Clone(tables["head"])
	var glyf, loca, hmtx []byte
	for g := range n {
		from, to := int(be.Uint16(tables["loca"][2*g:]))*2, int(be.Uint16(tables["loca"][2*g+2:]))*2
		if be.Uint16(head[50:]) == 1 {
			from, to = int(be.Uint32(tables["loca"][4*g:])), int(be.Uint32(tables["loca"][4*g+4:]))
		}
		loca = be.AppendUint32(loca, uint32(len(glyf)))
		glyf = append(glyf, tables["glyf"][from:to]...)
		glyf = append(glyf, make([]byte, -len(glyf)&3)...)
		hmtx = append(hmtx, tables["hmtx"][4*g:4*g+4]...)
	}
	loca = be.AppendUint32(loca, uint32(len(glyf)))
	be.PutUint16(maxp[4:], n)
	be.PutUint16(hhea[34:], n)
	be.PutUint16(head[50:], 1)
	cmap := []byte{0, 0, 0, 1, 0, 3, 0, 10, 0, 0, 0, 12, 0, 12, 0, 0, 0, 0, 0, 52, 0, 0, 0, 0, 0, 0, 0, 3, // format 12, three groups:
		0, 0, 0, ' ', 0, 0, 0, ' ', 0, 0, 0, 1, 0, 0, 0, 'A', 0, 0, 0, 'F', 0, 0, 0, 2, 0, 0, 0, 0xB4, 0, 0, 0, 0xB4, 0, 0, 0, 9}
	cmap = append(cmap, 0, 0, 0, 0xC1, 0, 0, 0, 0xC1, 0, 0, 0, 10)
	cmap[27], cmap[19] = 4, 64
	return Named(Write("\x00\x01\x00\x00", map[string][]byte{"maxp": maxp, "hhea": hhea, "head": head, "glyf": glyf, "loca": loca, "hmtx": hmtx, "cmap": cmap,
		"OS/2": tables["OS/2"], "post": append([]byte{0, 3, 0, 0}, tables["post"][4:32]...)}), map[int]string{1: "Klein", 2: "Regular", 6: "Klein-Regular"})
}
