package text

import (
	"slices"
	"strings"
	"unicode"

	"konzept/report/font"
	"konzept/report/geom"
)

// German has no ligature across a joint (Auf-lage), so that the hyphenator is asked first.

// joined is the glyph of a letter that is part of the ligature before it.
const joined = font.None

// ligate joins glyphs to ligatures: the first takes the ligature and all bytes, the others stand for none, so that
// there is still one entry a rune. What follows moves.
func (s *shaped) ligate(spans []Span, h *hyphenator) {
	var moved geom.Length
	for k := range s.segments {
		seg, end := &s.segments[k], len(s.glyphs)
		if k+1 < len(s.segments) {
			end = int(s.segments[k+1].glyph)
		}
		able := seg.face != nil && !seg.hidden && !spans[seg.span].Font.NoKern
		for i := int(seg.glyph); i < end; i++ {
			s.x[i] += moved
			if !able || s.runes[i] < 'a' || s.runes[i] > 'z' {
				continue
			}
			for _, l := range seg.face.Ligatures(s.runes[i]) {
				if n := len(l.Rest) + 1; i+n <= end && s.spells(i+1, l.Rest) && s.joins(spans, h, seg, i, n) {
					moved += s.join(seg, i, end, &l)
					for j := i + 1; j < i+n; j++ {
						s.x[j] += moved
					}
					i += n - 1
					break
				}
			}
		}
	}
	s.x[len(s.glyphs)] += moved
}

// spells tells that the glyphs from i on are the given ones.
func (s *shaped) spells(i int, glyphs []font.GlyphID) bool {
	for k, g := range glyphs {
		if s.glyphs[i+k].ID != g || s.kinds[i+k] != kindLetter {
			return false
		}
	}
	return true
}

// joins tells that no joint runs through the n letters from i on, and that their language may lose the point of an i.
func (s *shaped) joins(spans []Span, h *hyphenator, seg *segment, i, n int) bool {
	if slices.Contains(s.runes[i:i+n], 'i') && dottedI(spans[seg.span].Font.Lang) {
		return false
	}
	from, end := i, i+n
	for from > 0 && s.kinds[from-1] == kindLetter {
		from--
	}
	for end < len(s.kinds) && s.kinds[end] == kindLetter {
		end++
	}
	for _, b := range h.word(s.runes[from:end], spans[seg.span].Font.Lang, true) {
		if at := from + int(b.at); at > i && at < i+n && parts(s.runes[from:at], s.runes[at], &b) {
			return false
		}
	}
	return true
}

// dottedI tells whether a language has both i and ı, so that its fi is no ligature: Turkish and its kin.
func dottedI(lang string) bool {
	base, _, _ := strings.Cut(lang, "-")
	return slices.Contains([]string{"tr", "az", "crh", "gag", "kk", "tt"}, base)
}

// parts tells that a break behind the given letters is one between the parts of a word rather than one within Kof-fer or
// lüf-ten.
func parts(before []rune, next rune, b *hyphenBreak) bool {
	n := len(before)
	switch {
	case b.joint:
		return true
	case next != 'f' && next != 't' && next != 'i':
		return true
	}
	return n >= 3 && unicode.ToLower(before[n-3]) == 'a' && before[n-2] == 'u' && before[n-1] == 'f'
}

// join sets the ligature at glyph i and tells by how much what follows moves; the ligature's kerning takes the place of
// its letters'.
func (s *shaped) join(seg *segment, i, end int, l *font.Ligature) geom.Length {
	f, n := seg.face, len(l.Rest)+1
	before := 0
	first, last := s.glyphs[i].ID, s.glyphs[i+n-1]
	glyph := Glyph{ID: l.Glyph, Kern: last.Kern}
	for _, g := range s.glyphs[i : i+n] {
		before += f.Advance(g.ID) + int(g.Kern)
		glyph.Len += g.Len
	}
	if i+n < end {
		next := s.glyphs[i+n].ID
		glyph.Kern += int16(f.Kern(l.Glyph, next) - f.Kern(last.ID, next))
	}
	shift := 0
	if i > int(seg.glyph) {
		p := s.head(i - 1)
		shift = f.Kern(s.glyphs[p].ID, l.Glyph) - f.Kern(s.glyphs[p].ID, first)
		s.glyphs[p].Kern += int16(shift)
		s.x[i] += scale(shift, seg.size, f)
	}
	s.glyphs[i] = glyph
	for j := i + 1; j < i+n; j++ {
		s.glyphs[j] = Glyph{ID: joined}
	}
	return scale(shift+f.Advance(l.Glyph)+int(glyph.Kern)-before, seg.size, f)
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
	return seg.face.table(s.spans[seg.span].Font.Features).Of(s.runes[k])
}

// takeApart sets the letters of the ligature that runs through a chosen stop.
func (s *stopFinder) takeApart(st *stop) {
	i := int(st.glyph)
	head, seg := s.head(i), s.segmentOf(i)
	kern := s.glyphs[head].Kern
	for k := head; k == head || s.within(k); k++ {
		s.glyphs[k] = Glyph{ID: s.letter(seg, k), Len: 1}
		if !s.within(k + 1) {
			s.glyphs[k].Kern = kern
			break
		}
	}
	for k := i; k > head; k-- {
		s.x[k] = st.next
	}
}

// whole moves the glyphs that stand for text to the front; what the others leave stands for none.
func whole(glyphs []Glyph) []Glyph {
	n := 0
	for i, g := range glyphs {
		if g.ID == joined {
			continue
		}
		if i != n {
			glyphs[n], glyphs[i] = g, Glyph{}
		}
		n++
	}
	return glyphs[:n:n]
}
