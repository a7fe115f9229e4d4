// Package font reads the files of typefaces (OpenType with TrueType or CFF outlines, collections, variable fonts): characters and
// widths of a face, the face as the shaping library reads it. It writes the part of a face that a document needs.
//
// It knows glyphs, not words, and trusts no file: a damaged one is refused or reads as empty.
package font

import gotext "github.com/go-text/typesetting/font"

// GlyphID numbers a glyph within its face.
type GlyphID = uint16

// None is the number of no glyph: faces have fewer.
const None GlyphID = 0xFFFF

// Face is a face of a font file. It does not change once parsed and may be used by several goroutines.
type Face struct {
	name       string
	member     *member
	tables     map[string]table
	coords     []gotext.VarCoord // of an instance of a variable font; nil: as the font is without variation
	unitsPerEm int
	ascent     int
	descent    int
	capHeight  int
	xHeight    int
	weight     int
	advances   []uint16
	cmap       charmap
}

// Face reads a face of the file and checks every table that setting, subsetting and embedding will read. Fonts that are
// damaged, are over 32 MiB, or forbid embedding are refused.
func (f *File) Face(at Place) (*Face, error) {
	m := f.member(at.Member)
	if m.err != nil {
		return nil, m.err
	}
	face := &Face{member: m, tables: m.tables}
	for _, step := range []func(map[string]table) error{face.readHead, face.readMetrics, face.readName, face.readCmap} {
		if err := step(m.tables); err != nil {
			return nil, err
		}
	}
	if err := face.readOutlines(at.Instance); err != nil {
		return nil, err
	}
	return face, nil
}

// readOutlines checks the outlines, if need be as an instance of a variable font draws them.
func (f *Face) readOutlines(instance int) error {
	if f.member.cff == nil {
		if err := f.checkTrueType(); err != nil {
			return err
		}
	}
	f.readHeights()
	if instance > 0 {
		if err := f.vary(instance); err != nil {
			return err
		}
	}
	if f.isDrawn() {
		return f.checkDrawn()
	}
	return nil
}

// Name is the PostScript name, printable ASCII without PDF delimiters.
func (f *Face) Name() string { return f.name }

// Data is the font file as it was parsed; it must not be changed.
func (f *Face) Data() []byte { return f.member.file.data }

// NumGlyphs is how many glyphs the face has.
func (f *Face) NumGlyphs() int { return len(f.advances) }

// UnitsPerEm is the number of font units in the type size.
func (f *Face) UnitsPerEm() int { return f.unitsPerEm }

// Ascent is the height above the baseline that the designer asks for a line, in font units.
func (f *Face) Ascent() int { return f.ascent }

// Descent is the depth below the baseline that the designer asks for a line, in font units, positive.
func (f *Face) Descent() int { return f.descent }

// CapHeight is the height of H, in font units.
func (f *Face) CapHeight() int { return f.capHeight }

// XHeight is the height of x, in font units.
func (f *Face) XHeight() int { return f.xHeight }

// Glyph returns the glyph of a rune, without features.
func (f *Face) Glyph(r rune) (GlyphID, bool) {
	g := f.cmap.lookup(r)
	return g, g != 0 && int(g) < len(f.advances)
}

// Advance is the glyph's width in font units.
func (f *Face) Advance(g GlyphID) int {
	if int(g) < len(f.advances) {
		return int(f.advances[g])
	}
	return 0
}

func (f *Face) readHead(tables map[string]table) error {
	head := tables["head"]
	if len(head) < 54 || head.u32(12) != 0x5F0F3CF5 {
		return damaged("bad head table")
	}
	f.unitsPerEm = head.u16(18)
	if f.unitsPerEm < 16 || f.unitsPerEm > 16384 {
		return damaged("%d units per em", f.unitsPerEm)
	}
	f.weight = tables["OS/2"].u16(4)
	return checkEmbedding(tables["OS/2"])
}

// checkEmbedding reads OS/2 fsType: of several licence bits the least restrictive holds; bits 8 and 9 forbid subsets
// and outlines.
func checkEmbedding(os2 table) error {
	if len(os2) < 68 {
		return damaged("bad OS/2 table")
	}
	if fsType := os2.u16(8); fsType&0xE == 2 || fsType&0x300 != 0 {
		return NoEmbedding
	}
	return nil
}

func (f *Face) readMetrics(tables map[string]table) error {
	hhea, hmtx := tables["hhea"], tables["hmtx"]
	glyphs, long := tables["maxp"].u16(4), hhea.u16(34)
	if len(hhea) < 36 || glyphs == 0 || long == 0 || long > glyphs || len(hmtx) < 4*long+2*(glyphs-long) {
		return damaged("bad hhea, hmtx or maxp table")
	}
	f.ascent, f.descent = hhea.i16(4), -hhea.i16(6)
	f.advances = make([]uint16, glyphs)
	for i := range f.advances {
		f.advances[i] = uint16(hmtx.u16(4 * min(i, long-1)))
	}
	return nil
}

// readName takes the first name 6, the PostScript name, that has a letter.
func (f *Face) readName(tables map[string]table) error {
	t := tables["name"]
	storage := t.from(t.u16(4))
	for i := range t.u16(2) {
		rec := t.from(6 + 12*i)
		raw := storage.cut(rec.u16(10), rec.u16(8))
		if rec.u16(6) != 6 || len(raw) == 0 {
			continue
		}
		if name := postScriptName(raw); name != "" {
			f.name = name
			return nil
		}
	}
	return damaged("no PostScript name")
}

func postScriptName(raw table) string {
	var name []byte
	for _, c := range raw {
		switch c {
		case '[', ']', '(', ')', '{', '}', '<', '>', '/', '%', '#':
		default:
			if c > ' ' && c < 0x7F {
				name = append(name, c)
			}
		}
	}
	return string(name[:min(len(name), 63)])
}

// readHeights takes cap and x height from OS/2 version 2 or later, else from the outlines of H and x.
func (f *Face) readHeights() {
	os2 := f.tables["OS/2"]
	if os2.u16(0) >= 2 {
		f.xHeight, f.capHeight = os2.i16(86), os2.i16(88)
	}
	top := func(r rune, have int) int {
		if have > 0 {
			return have
		}
		g, _ := f.Glyph(r)
		return f.top(g)
	}
	f.capHeight, f.xHeight = top('H', f.capHeight), top('x', f.xHeight)
}

// top is how high a glyph reaches.
func (f *Face) top(g GlyphID) int {
	if f.member.cff == nil {
		return outlinesOf(f.tables).glyph(int(g)).i16(8)
	}
	highest := 0
	if face := f.Shaping(); face != nil {
		segments, _ := outline(face, g)
		for _, s := range segments {
			for _, p := range s.Args {
				highest = max(highest, int(p.Y))
			}
		}
	}
	return highest
}
