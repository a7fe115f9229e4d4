package text

import (
	"slices"

	"konzept/report/geom"
	"konzept/report/hyphen"
)

// stop is a place where a line may end. Everything a break needs is summed up in it, so that lines are never walked
// again glyph by glyph while paragraphs are optimised.
type stop struct {
	glyph    int32       // the first of the next line
	last     int32       // behind the last printed one of this line
	end      geom.Length // pen behind the last printed glyph, without its kerning
	next     geom.Length // pen before the next line's first glyph
	gaps     geom.Length // word spaces before end, each at its natural width
	gapsNext geom.Length // word spaces before next
	hyphen   geom.Length // width of the hyphen that the break makes
	hang     geom.Length // how far the end hangs into the margin
	hangNext geom.Length // how far the next line's beginning does
	penalty  int32
	kind     stopKind
	torn     bool // within a word that no line can hold
}

type stopKind uint8

const (
	atSpace  stopKind = iota
	atSign            // behind a dash, a slash, in an address: nothing is added
	atHyphen          // behind a hyphen of the text
	inWord            // with a hyphen of our own
	forced            // line feed, end of the paragraph
)

// hyphenated tells that a line that ends here ends with a hyphen.
func (k stopKind) hyphenated() bool { return k == atHyphen || k == inWord }

// Penalties of breaks, on TeX's scale (TeXbook, chapter 14).
const (
	textPenalty    = 100 // \exhyphenpenalty
	slashPenalty   = 300 // und/oder stays together where it can
	addressPenalty = 500
	dashPenalty    = 300 // a spaced dash ends a line rather than beginning one
	partPenalty    = 200 // added to a hyphen of our own in a word that has one already
)

// stopFinder finds all places where a line may end, in order. With patterns it also breaks words.
type stopFinder struct {
	*shaped
	hyphenator hyphen.Hyphenator
	spans      []Span
	patterns   bool
	protrude   bool
	startHang  geom.Length // how far the paragraph's first sign stands out
	stops      []stop
	gaps       geom.Length
	seg        int // the segment of the last stop
}

func (s *stopFinder) findStops() {
	s.stops, s.gaps, s.seg = s.stops[:0], 0, 0
	for at := 0; at < len(s.runes); {
		switch {
		case s.runes[at] == '\n':
			s.add(stop{glyph: int32(at + 1), last: int32(at), kind: forced})
			at++
		case s.kinds[at].space():
			at = s.spaces(at)
		default:
			end := tokenEnd(s.kinds, at)
			s.token(at, end)
			at = end
		}
	}
	if n := len(s.stops); n == 0 || int(s.stops[n-1].glyph) < len(s.runes) {
		s.add(stop{glyph: int32(len(s.runes)), last: int32(len(s.runes)), kind: forced})
	}
}

// spaces passes a sequence of spaces and adds the stop behind it; before a line feed or the end there is another.
func (s *stopFinder) spaces(at int) int {
	end, before := at, s.gaps
	for end < len(s.runes) && s.kinds[end].space() && s.runes[end] != '\n' {
		if s.runes[end] == ' ' {
			seg := s.segmentOf(end)
			s.gaps += scale(seg.face.Advance(s.glyphs[end].ID), seg.size, seg.face)
		}
		end++
	}
	switch {
	case end == len(s.runes):
		s.add(stop{glyph: int32(end), last: int32(at), kind: forced, gaps: before - s.gaps})
	case s.runes[end] == '\n':
		s.add(stop{glyph: int32(end + 1), last: int32(at), kind: forced, gaps: before - s.gaps})
		end++
	case !s.keeps(end - 1):
		st := stop{glyph: int32(end), last: int32(at), kind: atSpace, gaps: before - s.gaps}
		if at > 0 && s.kinds[at-1] == kindHyphen {
			st.kind = atHyphen // Kinder- und Jugendhilfe
		}
		if s.kinds[end] == kindDash {
			st.penalty = dashPenalty
		}
		s.add(st)
	}
	return end
}

// keeps tells that glyph i belongs to a span that must not be broken.
func (s *stopFinder) keeps(i int) bool { return s.spans[s.segmentOf(i).span].NoBreak }

// segmentOf is the segment of glyph i; calls go forward, save for a step back to the glyph before.
func (s *stopFinder) segmentOf(i int) *segment {
	for s.seg > 0 && int(s.segments[s.seg].glyph) > i {
		s.seg--
	}
	for s.seg+1 < len(s.segments) && int(s.segments[s.seg+1].glyph) <= i {
		s.seg++
	}
	return &s.segments[s.seg]
}

// add completes a stop's sums. Its gaps field may hold a correction.
func (s *stopFinder) add(st stop) {
	st.gaps += s.gaps
	st.gapsNext = s.gaps
	st.next = s.x[st.glyph]
	if k := int(st.last) - 1; k >= 0 {
		st.end = s.x[st.last]
		seg := s.segmentOf(k)
		if s.within(int(st.glyph)) {
			st.end, st.next = s.halves(int(st.glyph))
		} else if g := &s.glyphs[s.base(k)]; seg.face != nil && g.Kern != 0 {
			st.end -= scale(int(g.Kern), seg.size, seg.face)
		}
		if st.kind == inWord {
			st.hyphen = s.hyphenWidth(k)
		}
		if s.protrude {
			s.hang(&st, seg)
		}
	}
	s.stops = append(s.stops, st)
}

// hyphenWidth is the width of a hyphen behind glyph k, kerning included. Behind an invisible sign it follows the one before.
func (s *stopFinder) hyphenWidth(k int) geom.Length {
	seg := s.segmentOf(k)
	g, ok := seg.face.Glyph('-')
	if !ok {
		return 0
	}
	units := seg.face.Advance(g)
	if font := s.spans[seg.span].Font; !seg.hidden && font != nil {
		letters := s.runes[s.base(k) : k+1]
		if s.within(k + 1) {
			letters = s.runes[k : k+1]
		}
		units += seg.face.kern(letters, '-', font.wordStyle())
	}
	return scale(units, seg.size, seg.face)
}

// token adds the stops within text without spaces.
func (s *stopFinder) token(at, end int) {
	address := isAddress(s.runes[at:end], s.kinds[at:end])
	hyphens := false
	for i := at; i < end; {
		l := wordEnd(s.kinds[:end], i)
		switch {
		case l == i:
			hyphens = s.sign(at, i, end, address) || hyphens
			i++
			continue
		case !address && hyphenable(s.kinds[at:end], i-at, l-at):
			penalty := int32(0)
			if hyphens || (l < end && s.kinds[l] == kindHyphen) {
				penalty = partPenalty
			}
			s.letters(i, l, penalty)
		}
		i = l
	}
}

// letters adds the breaks within a word, with a penalty beside their own.
func (s *stopFinder) letters(from, end int, penalty int32) {
	lang, patterns := "", false
	if font := s.spans[s.segmentOf(from).span].Font; font != nil {
		lang, patterns = font.Lang, s.patterns && !font.NoHyphens && !isName(s.runes, from)
	}
	for _, b := range s.hyphenator.Word(s.runes[from:end], lang, patterns) {
		i := from + int(b.At)
		if s.keeps(i) || s.segmentOf(i-1).object {
			continue
		}
		st := stop{glyph: int32(i), last: int32(i), kind: inWord, penalty: penalty + b.Penalty}
		if s.runes[i] == softHyphen {
			if !slices.ContainsFunc(s.runes[i:end], func(r rune) bool { return r != softHyphen }) {
				continue // nothing follows that a line could begin with
			}
			st.glyph++
		}
		s.add(st)
	}
}

// sign adds the stop behind a hyphen, dash or slash between words, behind a zero-width space, or in an address.
// It tells whether the sign is a hyphen.
func (s *stopFinder) sign(from, i, end int, address bool) bool {
	k := s.kinds[i]
	if i+1 >= end || (s.keeps(i) && s.keeps(i+1)) {
		return false
	}
	st := stop{glyph: int32(i + 1), last: int32(i + 1), kind: atSign}
	switch {
	case s.runes[i] == zeroSpace:
		st.last--
	case address:
		if !s.breaksAddress(i) {
			return false
		}
		st.penalty = addressPenalty
	case i < from+2 || !letters(s.kinds[:end], i-2) || !letters(s.kinds[:end], i+1):
		return false // -lotsen, E-Mail, 14:00–17:30, 2023/24, A-
	case k == kindHyphen:
		st.kind, st.penalty = atHyphen, textPenalty
	case k == kindDash:
		st.penalty = textPenalty
	case k == kindSlash:
		st.penalty = slashPenalty
	default:
		return false
	}
	s.add(st)
	return k == kindHyphen
}

// breaksAddress tells that a web or mail address may be broken behind sign i: behind a slash, a point, @ or its own
// hyphen, but not between two signs.
func (s *stopFinder) breaksAddress(i int) bool {
	switch s.runes[i] {
	case '/', '.', '@', '-', '_', '?', '&', '=':
		return s.kinds[i+1] == kindLetter || s.kinds[i+1] == kindDigit
	}
	return false
}
