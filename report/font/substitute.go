package font

// latinRunes is how many runes from U+0000 on Glyphs hold: Latin up to Extended-B.
const latinRunes = 0x250

// Glyphs map runes to glyphs under some features of a face.
type Glyphs struct {
	face    *Face
	latin   [latinRunes]GlyphID // 0: no glyph
	lookups [][]table
}

// Glyphs are the face's under the features that are wanted: single substitutions of GSUB, named by their tags.
func (f *Face) Glyphs(wanted func(tag string) bool) *Glyphs {
	t := &Glyphs{face: f, lookups: subtables(f.singles, lookupsOf(f.singles, wanted), 1, 7)}
	for r := range rune(latinRunes) {
		t.latin[r] = t.substitute(r)
	}
	return t
}

// Of is the glyph of a rune; 0 if the face has none.
func (t *Glyphs) Of(r rune) GlyphID {
	if r >= 0 && r < latinRunes {
		return t.latin[r]
	}
	return t.substitute(r)
}

func (t *Glyphs) substitute(r rune) GlyphID {
	g, ok := t.face.Glyph(r)
	if !ok {
		return 0
	}
	for _, lookup := range t.lookups {
		for _, sub := range lookup {
			if to, ok := single(sub, g); ok && int(to) < len(t.face.advances) {
				g = to
				break
			}
		}
	}
	return g
}

// single applies a SingleSubst subtable: format 1 adds a delta, format 2 lists the substitutes.
func single(t table, g GlyphID) (GlyphID, bool) {
	i, ok := coverage(t.from(t.u16(2)), int(g))
	switch {
	case ok && t.u16(0) == 1:
		return g + GlyphID(t.u16(4)), true
	case ok && t.u16(0) == 2 && i < t.u16(4):
		return GlyphID(t.u16(6 + 2*i)), true
	}
	return 0, false
}
