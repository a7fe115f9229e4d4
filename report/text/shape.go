package text

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"konzept/report/font"
	"konzept/report/geom"
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

// shape fills the tables from the spans.
func (s *shaped) shape(spans []Span) {
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
			s.addText(sp, int32(i))
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

// addText shapes one span, rune by rune, opening a segment wherever the face changes.
func (s *shaped) addText(sp *Span, span int32) {
	style, txt := sp.Font, sp.Text
	var (
		tables = make([]*font.Glyphs, 0, 4)
		face   *Face // of the open segment, nil when it must not go on
		start  int   // of the open segment
		turned bool  // the last letter ran from right to left: figures and signs behind it are segments of their own
		number int   // where the last of these figures ends
	)
	for _, f := range style.Faces {
		tables = append(tables, f.table(style.Features))
	}
	finish := func(end int) {
		if face != nil {
			s.segments[len(s.segments)-1].text = txt[start:end]
		}
		face = nil
	}
	for at := 0; at < len(txt); {
		r, size := utf8.DecodeRuneInString(txt[at:])
		kind := kindOf(r)
		if kind.hidden() || kind == kindControl {
			finish(at)
			s.addControl(sp, span, txt[at:at+size], kind)
			at += size
			continue
		}
		if isBackward(r) {
			word := txt[at : at+wordBackward(txt[at:])]
			if f := style.backwardFace(word); f != nil {
				finish(at)
				s.addBackward(sp, span, word, f)
				at += len(word)
				turned = true
				continue
			}
		}
		f, g := s.find(style, tables, r)
		if turned && at >= number {
			if at == number || kind == kindDigit || kind == kindLetter {
				finish(at)
			}
			if kind == kindDigit {
				number = at + figureEnd(txt[at:])
			}
			turned = kind != kindLetter
		}
		if f != face {
			finish(at)
			s.open(segment{face: f, size: style.Size, span: span})
			face, start = f, at
		}
		g.Len = uint8(size)
		if !style.NoKern {
			s.kernBefore(f, style.Size, g.ID)
		}
		s.put(r, kind, g)
		s.units += f.Advance(g.ID) + int(g.Kern)
		at += size
	}
	finish(len(txt))
}

// kernBefore puts kerning after the last glyph when the next one, g, is in the same face and size.
func (s *shaped) kernBefore(f *Face, size geom.Length, g font.GlyphID) {
	last, seg := len(s.glyphs)-1, len(s.segments)-1
	if last < 0 || s.segments[seg].backward || seg > 0 && s.segments[seg-1].backward {
		return
	}
	if last < int(s.segments[seg].glyph) { // g opens a segment; look behind it and behind invisible signs
		for seg--; seg >= 0 && s.segments[seg].hidden; seg-- {
			last--
		}
		if seg < 0 || s.segments[seg].face != f || s.segments[seg].size != size || s.runes[last] == '\n' {
			return
		}
	}
	kern := f.Kern(s.glyphs[last].ID, g)
	if kern == 0 {
		return
	}
	s.glyphs[last].Kern += int16(kern)
	if seg == len(s.segments)-1 {
		s.units += kern
	} else {
		s.origin += scale(kern, size, f)
	}
}

// addControl adds a tab or line feed, which print and copy as a space, or an invisible sign.
func (s *shaped) addControl(sp *Span, span int32, txt string, kind kind) {
	face := sp.Font.Faces[0]
	seg := segment{face: face, size: sp.Font.Size, text: txt, span: span, hidden: kind.hidden()}
	r, size := utf8.DecodeRuneInString(txt)
	g := Glyph{Len: uint8(size)}
	if kind == kindControl {
		seg.text = " "
		g = Glyph{ID: face.table(sp.Font.Features).Of(' '), Len: 1}
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

// find returns the first face that has the rune, or a stand-in for it; else the first face's .notdef.
func (s *shaped) find(style *Font, tables []*font.Glyphs, r rune) (*Face, Glyph) {
	if unsettable(r) {
		return style.other(r)
	}
	for i, f := range style.Faces {
		if g := tables[i].Of(r); g != 0 {
			return f, Glyph{ID: g}
		}
	}
	if to, num, den := standIn(r); to != 0 {
		for i, f := range style.Faces {
			if g := tables[i].Of(to); g != 0 {
				advance := f.Advance(g)
				if r == '\u2007' {
					advance, num, den = f.Advance(tables[i].Of('0')), 1, 1
				}
				return f, Glyph{ID: g, Kern: int16(advance*num/den - f.Advance(g))}
			}
		}
	}
	return style.other(r)
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
	t.shape(spans)
	t.ligate(spans, &hyphenator{minLeft: minHyphen, minRight: minHyphen})
	runs := make([]Run, 0, len(t.segments))
	for i := range t.segments {
		seg, end := &t.segments[i], len(t.glyphs)
		if i+1 < len(t.segments) {
			end = int(t.segments[i+1].glyph)
		}
		if !seg.hidden {
			runs = append(runs, Run{Face: seg.face, Size: seg.size, Text: seg.text, Glyphs: whole(t.glyphs[seg.glyph:end]),
				Backward: seg.backward, Offsets: t.offsetsOf(seg.glyph, int32(end))})
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

// MissingGlyphs lists the runes that no face of their span has or whose script cannot be set, each once a word.
func MissingGlyphs(spans []Span) []Missing {
	var missing []Missing
	for i := range spans {
		sp := &spans[i]
		if sp.Font == nil || sp.Object.W > 0 {
			continue
		}
		last := Missing{Offset: -1}
		said := 0 // the end of the last sign
		for at, r := range sp.Text {
			if at < said || has(sp.Font, r) {
				continue
			}
			from, to := signAt(sp.Text, at)
			said = to
			m := Missing{Rune: r, Sign: sp.Text[from:to], Word: wordAt(sp.Text, at), Span: i, Offset: at, Script: unsettable(r)}
			if last.Offset < 0 || last.Word != m.Word || last.Rune != m.Rune && !(last.Script && m.Script) {
				missing = append(missing, m)
			}
			last = m
		}
	}
	return missing
}

func has(style *Font, r rune) bool {
	if k := kindOf(r); k.hidden() || k == kindControl {
		return true
	}
	if unsettable(r) {
		_, g := style.other(r)
		return g.ID != 0 && (!isBackward(r) || style.backwardFace(string(r)) != nil)
	}
	to, _, _ := standIn(r)
	for _, f := range style.Faces {
		if _, ok := f.Glyph(r); ok {
			return true
		}
		if _, ok := f.Glyph(to); ok && to != 0 {
			return true
		}
	}
	_, g := style.other(r)
	return g.ID != 0
}

// signAt is the extent of the sign that the rune at a place belongs to: an emoji with what follows it as its part (Unicode
// Technical Standard 51: modifiers, joiners, pairs of regional indicators), a mark with the letter before it.
func signAt(s string, at int) (from, to int) {
	r, n := utf8.DecodeRuneInString(s[at:])
	from, to = at, at+n
	for part := r; from > 0 && (unicode.IsMark(part) || part == emojiForm); {
		part, n = utf8.DecodeLastRuneInString(s[:from])
		from -= n
	}
	for pair := regional(r); to < len(s); {
		next, n := utf8.DecodeRuneInString(s[to:])
		switch {
		case next == joiner:
			_, more := utf8.DecodeRuneInString(s[to+n:])
			n += more
		case pair && regional(next):
			pair = false
		case unicode.IsMark(next), next >= 0x1F3FB && next <= 0x1F3FF, next >= 0xE0020 && next <= 0xE007F:
		default:
			return from, to
		}
		to += n
	}
	return from, to
}

const (
	joiner    = '\u200D'
	emojiForm = '\uFE0F'
)

// regional tells whether a rune is a regional indicator, two of which are a flag.
func regional(r rune) bool { return r >= 0x1F1E6 && r <= 0x1F1FF }

func wordAt(s string, at int) string {
	start := strings.LastIndexFunc(s[:at], unicode.IsSpace)
	if start >= 0 {
		_, size := utf8.DecodeRuneInString(s[start:])
		start += size
	}
	end := strings.IndexFunc(s[at:], unicode.IsSpace)
	if end < 0 {
		end = len(s) - at
	}
	return s[max(start, 0) : at+end]
}
