package text

import (
	"strings"
	"unicode/utf8"

	"konzept/report/hyphen"
)

// spanShaper shapes the text of one span, word by word, and opens a segment wherever the face changes.
type spanShaper struct {
	*shaped
	hyphenator *hyphen.Hyphenator
	span       *Span
	index      int32
	style      wordStyle
	face       *Face // of the open segment, nil when it must not go on
	start      int   // of the open segment
	turn       turn
}

func (s *spanShaper) shape() {
	txt := s.span.Text
	for at := 0; at < len(txt); {
		n := s.addKnown(txt[at:], at)
		if n == 0 {
			n = s.addNext(txt[at:], at)
		}
		at += n
	}
	s.finish(len(txt))
}

// finish ends the open segment.
func (s *spanShaper) finish(end int) {
	if s.face != nil {
		s.segments[len(s.segments)-1].text = s.span.Text[s.start:end]
	}
	s.face = nil
}

// addKnown adds a whole word, or a space, that was shaped before, and tells its length.
func (s *spanShaper) addKnown(txt string, at int) int {
	n := 1
	if txt[0] != ' ' {
		if n = strings.IndexByte(txt, ' '); n < 0 {
			n = len(txt)
		}
	}
	f := s.span.Font.Faces[0]
	if s.turn.on {
		return 0
	}
	w := f.words.known(txt[:n], &s.style)
	if w == nil {
		return 0
	}
	s.addWord(f, w, at)
	return n
}

// addNext adds what the text begins with: a sign that prints nothing, a word from right to left, a sign that no face has, or
// all letters up to a space that are in one face. It tells the length.
func (s *spanShaper) addNext(txt string, at int) int {
	r, n := utf8.DecodeRuneInString(txt)
	kind, font := kindOf(r), s.span.Font
	if kind.hidden() || kind == kindControl {
		s.finish(at)
		s.addControl(s.span, s.index, txt[:n], kind)
		return n
	}
	if isBackward(r) {
		word := txt[:wordBackward(txt)]
		if f := font.backwardFace(word); f != nil {
			s.finish(at)
			s.addBackward(s.span, s.index, word, f)
			s.turn = turn{on: true}
			return len(word)
		}
	}
	if s.turn.on && s.turn.parts(txt, at, kind) {
		s.finish(at)
	}
	f := font.direct(r)
	if f == nil {
		f, g := font.substitute(r)
		g.Len = uint8(n)
		s.begin(f, at, r)
		s.put(r, kind, g)
		s.units += f.Advance(g.ID) + int(g.Kern)
		return n
	}
	if r != ' ' && !s.turn.on {
		for n < len(txt) && txt[n] != ' ' {
			r, size := utf8.DecodeRuneInString(txt[n:])
			if k := kindOf(r); k.hidden() || k == kindControl || font.direct(r) != f {
				break
			}
			n += size
		}
	}
	s.addWord(f, f.word(txt[:n], &s.style), at)
	return n
}

// addWord adds the entries of a word that begins at a place of the span.
func (s *spanShaper) addWord(f *Face, w *word, at int) {
	if w.ligated && !s.style.plain {
		w = s.parted(f, w)
	}
	s.begin(f, at, w.runes[0])
	for i, o := range w.offsets {
		s.setOffset(len(s.glyphs)+i, o)
	}
	size := s.span.Font.Size
	for _, g := range w.glyphs {
		s.x = append(s.x, s.origin+scale(s.units, size, f))
		if g.ID != joined {
			s.units += f.Advance(g.ID) + int(g.Kern)
		}
	}
	s.runes, s.kinds, s.glyphs = append(s.runes, w.runes...), append(s.kinds, w.kinds...), append(s.glyphs, w.glyphs...)
}

// begin makes ready for a rune in a face: in the open segment if that is of the same, else in a new one.
func (s *spanShaper) begin(f *Face, at int, next rune) {
	if f != s.face {
		s.finish(at)
		s.open(segment{face: f, size: s.span.Font.Size, span: s.index})
		s.face, s.start = f, at
	}
	s.kernBefore(f, s.span.Font, next)
}

// turn is what a word from right to left changes for the text behind it: figures and signs up to the next letter are segments
// of their own, as the line may put them in another order.
type turn struct {
	on     bool
	number int // where the last of these figures ends
}

// parts tells that a segment ends before the text at a place.
func (t *turn) parts(txt string, at int, kind kind) bool {
	if at < t.number {
		return false
	}
	parts := at == t.number || kind == kindDigit || kind == kindLetter
	if kind == kindDigit {
		t.number = at + figureEnd(txt)
	}
	t.on = kind != kindLetter
	return parts
}

// direct is the first face that has a rune itself; nil if none has, or if letters of its script cannot stand side by side.
func (f *Font) direct(r rune) *Face {
	if unsettable(r) {
		return nil
	}
	for _, face := range f.Faces {
		if _, ok := face.Glyph(r); ok {
			return face
		}
	}
	return nil
}

// substitute is what prints for a rune that no face has: the stand-in for it, else its sign in a face for other scripts.
func (f *Font) substitute(r rune) (*Face, Glyph) {
	to, num, den := standIn(r)
	if to == 0 || unsettable(r) {
		return f.other(r)
	}
	for _, face := range f.Faces {
		if g, ok := face.Glyph(to); ok {
			advance := face.Advance(g)
			if r == '\u2007' {
				zero, _ := face.Glyph('0')
				advance, num, den = face.Advance(zero), 1, 1
			}
			return face, Glyph{ID: g, Kern: int16(advance*num/den - face.Advance(g))}
		}
	}
	return f.other(r)
}

// parted is the word with its ligatures taken apart where the parts of a compound meet: German has none across a joint
// (Auf-lage), and none with i in languages that have a dotless one.
func (s *spanShaper) parted(f *Face, w *word) *word {
	at, need := s.joints(w), false
	for i := range at {
		need = need || at[i] && w.glyphs[i].ID == joined
	}
	if !need {
		return w
	}
	var b strings.Builder
	for i, r := range w.runes {
		if at[i] {
			b.WriteRune(nonJoiner)
		}
		if r != part {
			b.WriteRune(r)
		}
	}
	style := s.style
	style.use = forJoints
	return f.word(b.String(), &style)
}

// joints tells for each rune of a word whether no ligature may join it with the one before.
func (s *spanShaper) joints(w *word) []bool {
	at := make([]bool, len(w.runes))
	dotted := dottedI(s.style.lang)
	for from := 0; from < len(at); from++ {
		end := wordEnd(w.kinds, from)
		if end == from {
			continue
		}
		for _, b := range s.hyphenator.Word(w.runes[from:end], s.style.lang, true) {
			if i := from + int(b.At); parts(w.runes[from:i], w.runes[i], &b) {
				at[i] = true
			}
		}
		for i := from + 1; i < end; i++ {
			at[i] = at[i] || dotted && (w.runes[i] == 'i' || w.runes[i-1] == 'i')
		}
		from = end
	}
	return at
}
