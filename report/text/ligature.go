package text

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"konzept/report/font"
	"konzept/report/geom"
	"konzept/report/hyphen"
)

// German has no ligature across a joint (Auf-lage), so that the hyphenator is asked first.

// joined is the glyph of a letter that is part of the ligature before it.
const joined = font.None

// dottedI tells whether a language has both i and ı, so that its fi is no ligature: Turkish and its kin.
func dottedI(lang string) bool {
	base, _, _ := strings.Cut(lang, "-")
	return slices.Contains([]string{"tr", "az", "crh", "gag", "kk", "tt"}, base)
}

// parts tells that a break behind the given letters is one between the parts of a word rather than one within Kof-fer or
// lüf-ten.
func parts(before []rune, next rune, b *hyphen.Break) bool {
	n := len(before)
	switch {
	case b.Joint:
		return true
	case next != 'f' && next != 't' && next != 'i':
		return true
	}
	return n >= 3 && unicode.ToLower(before[n-3]) == 'a' && before[n-2] == 'u' && before[n-1] == 'f'
}

// head is the glyph that glyph i belongs to: itself, or the ligature that it is a letter of.
func (s *shaped) head(i int) int {
	for i > 0 && s.glyphs[i].ID == joined {
		i--
	}
	return i
}

// within tells that a line that begins at glyph i would begin within a ligature.
func (s *shaped) within(i int) bool { return i < len(s.glyphs) && s.glyphs[i].ID == joined }

// halves is where a line ends and the next begins if the ligature that runs through glyph i is taken apart there. Its
// letters are not kerned with each other.
func (s *stopFinder) halves(i int) (end, next geom.Length) {
	head, seg := s.head(i), s.segmentOf(i)
	end = s.x[head]
	for k := head; k < i; k++ {
		end += scale(seg.face.Advance(s.letter(seg, k)), seg.size, seg.face)
	}
	after := i + 1
	for s.within(after) {
		after++
	}
	next = s.x[after] - scale(int(s.glyphs[head].Kern), seg.size, seg.face)
	for k := i; k < after; k++ {
		next -= scale(seg.face.Advance(s.letter(seg, k)), seg.size, seg.face)
	}
	return end, next
}

// letter is the glyph of rune k by itself.
func (s *stopFinder) letter(seg *segment, k int) font.GlyphID {
	style := s.spans[seg.span].Font.wordStyle()
	return seg.face.word(string(s.runes[k]), &style).glyphs[0].ID
}

// takeApart sets the letters of the ligature that runs through a chosen stop.
func (s *stopFinder) takeApart(st *stop) {
	i := int(st.glyph)
	head, seg := s.head(i), s.segmentOf(i)
	kern := s.glyphs[head].Kern
	for k := head; k == head || s.within(k); k++ {
		s.glyphs[k] = Glyph{ID: s.letter(seg, k), Len: uint8(utf8.RuneLen(s.runes[k]))}
		if !s.within(k + 1) {
			s.glyphs[k].Kern = kern
			break
		}
	}
	for k := i; k > head; k-- {
		s.x[k] = st.next
	}
}

// whole moves the glyphs that are none of a ligature's further letters to the front, with their offsets.
func whole(glyphs []Glyph, offsets []Offset) ([]Glyph, []Offset) {
	n := 0
	for i, g := range glyphs {
		if g.ID == joined {
			continue
		}
		if i != n {
			glyphs[n], glyphs[i] = g, Glyph{}
			if offsets != nil {
				offsets[n] = offsets[i]
			}
		}
		n++
	}
	if offsets != nil {
		offsets = offsets[:n]
	}
	return glyphs[:n:n], offsets
}
