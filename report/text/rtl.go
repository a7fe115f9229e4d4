package text

import (
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// backward are the scripts that run from right to left and that can be set: a word of them is shaped as a whole.
var backward = []*unicode.RangeTable{unicode.Arabic, unicode.Hebrew, unicode.Syriac, unicode.Thaana}

// isBackward tells whether a rune is a letter or mark of a script that runs from right to left; digits are not.
func isBackward(r rune) bool {
	return r >= 0x0590 && unicode.In(r, backward...) && !unicode.IsDigit(r) && !unicode.IsPunct(r)
}

// wordBackward is where a word from right to left ends that begins at the start of a text. Marks and joiners belong to it.
func wordBackward(s string) int {
	for i, r := range s {
		if !isBackward(r) && !unicode.Is(unicode.Mn, r) && r != '\u200C' && r != '\u200D' {
			return i
		}
	}
	return len(s)
}

// figureEnd is where a figure at the start of a text ends: digits with a sign between them, and what is counted behind them
// (UAX 9, rules W4 and W5). It is read from left to right among words that are not.
func figureEnd(s string) int {
	end, separated := 0, false
	for i, r := range s {
		switch {
		case unicode.IsDigit(r):
			end, separated = i+utf8.RuneLen(r), false
		case !separated && i == end && strings.ContainsRune(".,:/-–", r):
			separated = true
		case i == end && strings.ContainsRune("%‰€$£°", r):
			return i + utf8.RuneLen(r)
		default:
			return end
		}
	}
	return end
}

// backwardFace is the first face that has all letters of a word, the font's own before those for other scripts; nil if none
// has.
func (f *Font) backwardFace(word string) *Face {
	faces := f.Faces
	if f.Others != nil {
		r, _ := utf8.DecodeRuneInString(word)
		faces = append(slices.Clip(faces), f.Others(r)...)
	}
	for _, face := range faces {
		if face.hasAll(word) && face.Shaping() != nil {
			return face
		}
	}
	return nil
}

// other is a sign of a script that the faces need not have: its figures and points stand alone, as Latin ones do. A glyph of
// 0 says that no face has it.
func (f *Font) other(r rune) (*Face, Glyph) {
	if unsettable(r) && !unicode.In(r, backward...) {
		return f.Faces[0], Glyph{}
	}
	faces := f.Faces
	if f.Others != nil {
		faces = append(slices.Clip(faces), f.Others(r)...)
	}
	for _, face := range faces {
		if g, ok := face.Glyph(r); ok {
			return face, Glyph{ID: g}
		}
	}
	return f.Faces[0], Glyph{}
}

func (f *Face) hasAll(word string) bool {
	for _, r := range word {
		if _, ok := f.Glyph(r); !ok && r != '\u200C' && r != '\u200D' {
			return false
		}
	}
	return true
}

// addBackward shapes a word that runs from right to left. Its glyphs stand from left to right, as they are painted: the last
// letter first. Lines never end within it.
func (s *shaped) addBackward(sp *Span, span int32, word string, face *Face) {
	s.open(segment{face: face, size: sp.Font.Size, text: word, span: span, backward: true})
	runes := []rune(word)
	starts := make([]int, 0, len(runes)+1)
	for at := range word {
		starts = append(starts, at)
	}
	starts = append(starts, len(word))
	style := sp.Font.wordStyle()
	shaper := face.borrowShaper()
	defer face.shapers.Put(shaper)
	shaper.shape(word, &style, true)
	end := len(runes) // behind the letters that the present cluster stands for
	for i, shaped := range shaper.glyphs {
		g := shaped.Glyph
		if i+1 == len(shaper.glyphs) || shaper.glyphs[i+1].rune != shaped.rune { // the last glyph of a cluster stands for its letters
			g.Len = uint8(min(starts[end]-starts[shaped.rune], math.MaxUint8))
			end = shaped.rune
		}
		s.setOffset(len(s.glyphs), shaped.offset)
		s.put(runes[shaped.rune], kindLetter, g)
		s.units += face.Advance(g.ID) + int(g.Kern)
	}
}

// setOffset notes where a glyph stands.
func (s *shaped) setOffset(i int, o Offset) {
	if o == (Offset{}) {
		return
	}
	if s.offsets == nil {
		s.offsets = map[int32]Offset{}
	}
	s.offsets[int32(i)] = o
}

// offsetsOf are the offsets of glyphs from one to before another; nil if all stand where they should.
func (s *shaped) offsetsOf(from, to int32) []Offset {
	var all []Offset
	for i := from; i < to; i++ {
		if o, ok := s.offsets[i]; ok {
			if all == nil {
				all = make([]Offset, to-from)
			}
			all[i-from] = o
		}
	}
	return all
}

// reorder puts the words of a line that run from right to left, and what stands between them and their figures, in the
// order in which they are read (UAX 9, rules W2, N1 and L2, for lines that run from left to right). Pieces stay in the order
// of the text.
func reorder(pieces []Piece) {
	for i := 0; i < len(pieces); i++ {
		if !pieces[i].Run.Backward {
			continue
		}
		last, open := i, 0
		for k := i + 1; k < len(pieces); k++ {
			kind := direction(&pieces[k])
			if kind == neutral {
				open = opened(pieces[k].Run.Text, open)
			}
			if kind == forward || open < 0 {
				break
			}
			if kind != neutral {
				last = k
			}
		}
		left, right := pieces[i].X, pieces[last].X+pieces[last].Run.Width()
		for k := i; k <= last; k++ {
			pieces[k].X = left + right - pieces[k].X - pieces[k].Run.Width()
			if direction(&pieces[k]) == neutral {
				mirror(&pieces[k].Run)
			}
		}
		i = last
	}
}

// opened counts the brackets that are open behind a text; less than none: one closes that opened before the words from right
// to left, and belongs to the line as that did (UAX 9, rule N0).
func opened(s string, open int) int {
	half := len([]rune(brackets)) / 2
	for _, c := range s {
		at := strings.IndexRune(brackets, c)
		switch {
		case at < 0:
		case len([]rune(brackets[:at])) < half:
			open++
		default:
			if open--; open < 0 {
				return open
			}
		}
	}
	return open
}

// mirror turns the signs between words from right to left around: the last on the left, and brackets open to the other side
// (UAX 9, rule L4).
func mirror(r *Run) {
	if len([]rune(r.Text)) != len(r.Glyphs) || strings.TrimSpace(r.Text) == "" {
		return
	}
	glyphs := slices.Clone(r.Glyphs)
	for i, c := range []rune(r.Text) {
		if at := strings.IndexRune(brackets, c); at >= 0 {
			if g, ok := r.Face.Glyph([]rune(brackets)[len([]rune(brackets))-1-len([]rune(brackets[:at]))]); ok {
				glyphs[i].ID = g
			}
		}
	}
	slices.Reverse(glyphs)
	r.Glyphs, r.Backward = glyphs, true
}

// brackets, each as far from the start as its counterpart from the end.
const brackets = "([{<«‹›»>}])"

// Directions of pieces: a figure behind a word from right to left goes with it.
const (
	neutral = iota
	forward
	reversed
	figures
)

func direction(p *Piece) int {
	switch {
	case p.Run.Backward:
		return reversed
	case p.Object:
		return forward
	}
	kind := neutral
	for _, r := range p.Run.Text {
		switch {
		case unicode.IsLetter(r):
			return forward
		case unicode.IsDigit(r):
			kind = figures
		}
	}
	return kind
}
