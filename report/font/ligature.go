package font

import "slices"

// Ligatures of small letters: GSUB feature liga, lookup type 4.

// Ligature is one glyph for several.
type Ligature struct {
	Rest  []GlyphID // behind the first
	Glyph GlyphID
}

// Ligatures are those that begin with a small letter from a to z, in the font's order of preference.
func (f *Face) Ligatures(first rune) []Ligature { return f.ligatures[first-'a'] }

// maxLigatures bounds what a damaged font can ask for.
const maxLigatures = 256

// readLigatures lists the ligatures by their first letter, in the font's order of preference.
func (f *Face) readLigatures() {
	var letter [26]GlyphID
	for i := range letter {
		letter[i], _ = f.Glyph('a' + rune(i))
	}
	gsub, count := f.singles, 0
	for _, lookup := range subtables(gsub, lookupsOf(gsub, func(tag string) bool { return tag == "liga" }), 4, 7) {
		for _, t := range lookup {
			for i, g := range letter {
				set := ligatureSet(t, g)
				for k := range set.u16(0) {
					l, ok := readLigature(set.from(set.u16(2+2*k)), letter[:])
					if count++; !ok || count > maxLigatures || int(l.Glyph) >= len(f.advances) {
						continue
					}
					f.ligatures[i] = append(f.ligatures[i], l)
				}
			}
		}
	}
}

// ligatureSet is the table of the ligatures that begin with a glyph.
func ligatureSet(t table, first GlyphID) table {
	i, ok := coverage(t.from(t.u16(2)), int(first))
	if !ok || first == 0 || t.u16(0) != 1 || i >= t.u16(4) {
		return nil
	}
	return t.from(t.u16(6 + 2*i))
}

// readLigature reads a ligature of small letters.
func readLigature(t table, letters []GlyphID) (l Ligature, ok bool) {
	n := t.u16(2)
	if n < 2 || n > 4 {
		return l, false
	}
	l.Glyph = GlyphID(t.u16(0))
	for i := range n - 1 {
		g := GlyphID(t.u16(4 + 2*i))
		if g == 0 || !slices.Contains(letters, g) {
			return l, false
		}
		l.Rest = append(l.Rest, g)
	}
	return l, l.Glyph != 0 && l.Glyph != None
}
