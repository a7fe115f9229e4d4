package text

// Features are the figure styles of a font: single substitutions of GSUB.
type Features uint8

// The figure styles. Without any, the face's own default figures are set (in Source Sans 3 tabular and lining).
const (
	TabularFigures      Features = 1 << iota // tnum: all of one width, for columns of numbers
	ProportionalFigures                      // pnum: each as wide as it needs, for running text
	LiningFigures                            // lnum: as high as capitals
	OldstyleFigures                          // onum: with ascenders and descenders
	Superiors                                // sups: raised, for note marks

	featureBits = iota
)

var featureTags = [featureBits]string{"tnum", "pnum", "lnum", "onum", "sups"}

// latinRunes is how many runes from U+0000 on a glyphTable holds: Latin up to Extended-B.
const latinRunes = 0x250

// glyphTable maps runes to glyphs under one set of features.
type glyphTable struct {
	latin   [latinRunes]GlyphID // 0: no glyph
	lookups [][]table
}

// table returns the glyph table for a set of features, made on first use.
func (f *Face) table(set Features) *glyphTable {
	slot := &f.glyphs[set&(1<<featureBits-1)]
	if t := slot.Load(); t != nil {
		return t
	}
	lookups := lookupsOf(f.singles, func(tag string) bool { return set.has(tag) })
	t := &glyphTable{lookups: subtables(f.singles, lookups, 1, 7)}
	for r := range rune(latinRunes) {
		t.latin[r] = f.substitute(t, r)
	}
	slot.Store(t)
	return t
}

// glyph returns the glyph of a rune under the table's features, or 0.
func (f *Face) glyph(t *glyphTable, r rune) GlyphID {
	if r >= 0 && r < latinRunes {
		return t.latin[r]
	}
	return f.substitute(t, r)
}

func (f *Face) substitute(t *glyphTable, r rune) GlyphID {
	g, ok := f.Glyph(r)
	if !ok {
		return 0
	}
	for _, lookup := range t.lookups {
		for _, sub := range lookup {
			if to, ok := single(sub, g); ok && int(to) < len(f.advances) {
				g = to
				break
			}
		}
	}
	return g
}

func (s Features) has(tag string) bool {
	for i, t := range featureTags {
		if t == tag {
			return s&(1<<i) != 0
		}
	}
	return false
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
