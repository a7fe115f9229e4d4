package text

import (
	"unicode/utf8"

	"konzept/report/geom"
	"konzept/report/hyphen"
)

// segment is a stretch of glyphs that becomes one run: one span, one face, no invisible sign inside.
type segment struct {
	face   *Face
	size   geom.Length
	text   string
	span   int32
	glyph  int32 // the first
	object bool
	hidden bool // prints nothing

	backward bool // a word from right to left
}

// shaped is a paragraph as flat tables, one entry a glyph. An object, a line feed and an invisible sign are one entry
// each.
type shaped struct {
	glyphs   []Glyph
	runes    []rune
	kinds    []kind        // of the runes
	x        []geom.Length // pen before each glyph; one more for the end
	segments []segment
	units    int         // since the segment's start
	origin   geom.Length // pen at the segment's start
	offsets  map[int32]Offset
}

const object = '\uFFFC'

func (s *shaped) reset() {
	s.glyphs, s.runes, s.kinds, s.x, s.segments = s.glyphs[:0], s.runes[:0], s.kinds[:0], s.x[:0], s.segments[:0]
	s.units, s.origin, s.offsets = 0, 0, nil
}

// shape fills the tables from the spans. The hyphenator knows where ligatures may not be.
func (s *shaped) shape(spans []Span, h *hyphen.Hyphenator) {
	s.reset()
	n := 0
	for i := range spans {
		n += len(spans[i].Text) + 1
	}
	s.glyphs = make([]Glyph, 0, n) // kept by the lines
	for i := range spans {
		switch sp := &spans[i]; {
		case sp.Object.W > 0:
			s.addObject(sp, int32(i))
		case sp.Font != nil && len(sp.Font.Faces) > 0:
			t := spanShaper{shaped: s, hyphenator: h, span: sp, index: int32(i), style: sp.Font.wordStyle()}
			t.shape()
		}
	}
	s.x = append(s.x, s.pen())
}

func (s *shaped) pen() geom.Length {
	if len(s.segments) == 0 || s.units == 0 {
		return s.origin
	}
	last := &s.segments[len(s.segments)-1]
	return s.origin + scale(s.units, last.size, last.face)
}

func (s *shaped) open(seg segment) {
	s.origin, s.units = s.pen(), 0
	seg.glyph = int32(len(s.glyphs))
	s.segments = append(s.segments, seg)
}

func (s *shaped) put(r rune, k kind, g Glyph) {
	s.x = append(s.x, s.pen())
	s.runes = append(s.runes, r)
	s.kinds = append(s.kinds, k)
	s.glyphs = append(s.glyphs, g)
}

func (s *shaped) addObject(sp *Span, i int32) {
	s.open(segment{span: i, object: true})
	s.put(object, kindOther, Glyph{})
	s.origin += sp.Object.W
}

// kernBefore puts kerning after the last letter when the next rune is set in the same face and size.
func (s *shaped) kernBefore(f *Face, font *Font, next rune) {
	last, seg := len(s.glyphs)-1, len(s.segments)-1
	if last < 0 || font.NoKern || s.segments[seg].backward || seg > 0 && s.segments[seg-1].backward {
		return
	}
	if last < int(s.segments[seg].glyph) { // the next opens a segment; look behind it and behind invisible signs
		for seg--; seg >= 0 && s.segments[seg].hidden; seg-- {
			last--
		}
		if seg < 0 || s.segments[seg].face != f || s.segments[seg].size != font.Size || s.runes[last] == '\n' {
			return
		}
	}
	base := s.base(last)
	kern := f.kern(s.runes[base:last+1], next, font.wordStyle())
	if kern == 0 {
		return
	}
	s.glyphs[base].Kern += int16(kern)
	if seg == len(s.segments)-1 {
		s.units += kern
	} else {
		s.origin += scale(kern, font.Size, f)
	}
}

// base is the letter that the marks and the joined letters up to entry i belong to.
func (s *shaped) base(i int) int {
	for i > 0 && (s.glyphs[i].ID == joined || isMark(s.runes[i])) {
		i--
	}
	return i
}

// addControl adds a tab or line feed, which print and copy as a space, or an invisible sign.
func (s *shaped) addControl(sp *Span, span int32, txt string, kind kind) {
	face := sp.Font.Faces[0]
	seg := segment{face: face, size: sp.Font.Size, text: txt, span: span, hidden: kind.hidden()}
	r, size := utf8.DecodeRuneInString(txt)
	g := Glyph{Len: uint8(size)}
	if kind == kindControl {
		seg.text = " "
		space, _ := face.Glyph(' ')
		g = Glyph{ID: space, Len: 1}
	}
	s.open(seg)
	if r == '\u2028' || r == '\u2029' {
		r = '\n'
	}
	s.put(r, kind, g)
	if r == '\t' {
		s.units += face.Advance(g.ID)
	}
}

// standIn names the rune that prints for one that few typefaces have, and what part of its advance it takes.
func standIn(r rune) (to rune, num, den int) {
	switch r {
	case '\u00A0', '\u2002', '\u2004', '\u2007', '\u2008', '\u205F':
		return ' ', 1, 1
	case '\u2000', '\u2001', '\u2003', '\u3000':
		return ' ', 3, 1
	case '\u2005', '\u2006', '\u2009', '\u202F':
		return ' ', 1, 2
	case '\u200A':
		return ' ', 1, 4
	case '\u2010', '\u2011':
		return '-', 1, 1
	}
	return 0, 0, 0
}

// Shape sets a text on one line without breaks, in as many runs as it needs faces.
func Shape(s string, f *Font) []Run {
	var t shaped
	spans := []Span{{Text: s, Font: f}}
	var h hyphen.Hyphenator
	h.Set(nil, 0, 0)
	t.shape(spans, &h)
	runs := make([]Run, 0, len(t.segments))
	for i := range t.segments {
		seg, end := &t.segments[i], len(t.glyphs)
		if i+1 < len(t.segments) {
			end = int(t.segments[i+1].glyph)
		}
		if !seg.hidden {
			run := Run{Face: seg.face, Size: seg.size, Text: seg.text, Backward: seg.backward}
			run.Glyphs, run.Offsets = whole(t.glyphs[seg.glyph:end], t.offsetsOf(seg.glyph, int32(end)))
			runs = append(runs, run)
		}
	}
	return runs
}

// Width is how wide a text is on one line.
func Width(s string, f *Font) geom.Length {
	var w geom.Length
	for _, r := range Shape(s, f) {
		w += r.Width()
	}
	return w
}
