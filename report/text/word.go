package text

import (
	"math"
	"sync/atomic"
	"unicode"
	"unicode/utf8"
)

// word is a stretch of text in one face and style as it was shaped. It is shared and never changed. It has an entry for each
// rune, and one more for each further glyph of a rune.
type word struct {
	text    string
	style   wordStyle
	runes   []rune
	kinds   []kind
	glyphs  []Glyph
	offsets []Offset // nil: all glyphs stand on the line
	ligated bool     // some glyph stands for several runes
	units   int      // its width in font units
	kern    int      // of a pair: what kerning adds between its letters
}

// wordStyle is what the glyphs of a word depend on, beside its letters and its face.
type wordStyle struct {
	features Features
	plain    bool // neither kerning nor ligatures
	lang     string
	use      wordUse
}

// wordUse is what a word was shaped for. What was put together here is never taken for a text that happens to read the same: it
// has non-joiners that no document prints, and signs that print otherwise in one.
type wordUse uint8

const (
	forPrint   wordUse = iota
	forJoints          // with non-joiners where the parts of a compound meet
	forKerning         // letters alone and beside each other, to know their kerning
)

func (f *Font) wordStyle() wordStyle {
	return wordStyle{features: f.Features, plain: f.NoKern, lang: f.Lang}
}

// A face remembers words by hash, each in one of a few places. A document of 100 pages has some 5,000 different ones.
const (
	wordSets = 1 << 11
	wordWays = 4
)

// wordCache remembers shaped words. A word that others with the same hash push out is shaped again, with the same result.
type wordCache [wordSets][wordWays]atomic.Pointer[word]

func (c *wordCache) set(text string, style *wordStyle) *[wordWays]atomic.Pointer[word] {
	hash := uint32(2166136261) ^ uint32(style.features) // FNV-1a
	for i := range len(text) {
		hash = (hash ^ uint32(text[i])) * 16777619
	}
	return &c[(hash^hash>>15)%wordSets]
}

// known is the word if it was shaped before and is still remembered.
func (c *wordCache) known(text string, style *wordStyle) *word {
	set := c.set(text, style)
	for i := range set {
		if w := set[i].Load(); w != nil && w.text == text && w.style == *style {
			return w
		}
	}
	return nil
}

// remember puts a word first and pushes the last of its set out.
func (c *wordCache) remember(w *word) {
	set := c.set(w.text, &w.style)
	for i := wordWays - 1; i > 0; i-- {
		set[i].Store(set[i-1].Load())
	}
	set[0].Store(w)
}

// word shapes a text whose runes the face has. A non-joiner stands where no ligature may be.
func (f *Face) word(text string, style *wordStyle) *word {
	if w := f.words.known(text, style); w != nil {
		return w
	}
	w := f.shapeWord(string([]byte(text)), style) // its own copy: what is remembered must not hold a paragraph's text
	f.words.remember(w)
	return w
}

// shapeWord makes the word of what the shaper says.
func (f *Face) shapeWord(text string, style *wordStyle) *word {
	s := f.borrowShaper()
	defer f.shapers.Put(s)
	s.shape(text, style, false)
	n := max(len(s.runes), len(s.glyphs))
	w := &word{text: text, style: *style, runes: make([]rune, 0, n), kinds: make([]kind, 0, n), glyphs: make([]Glyph, 0, n)}
	for i := 0; i < len(s.glyphs); {
		n, from, to := 1, s.glyphs[i].rune, len(s.runes)
		for i+n < len(s.glyphs) && s.glyphs[i+n].rune == from {
			n++
		}
		if i+n < len(s.glyphs) {
			to = s.glyphs[i+n].rune
		}
		w.addCluster(s.runes[from:to], s.glyphs[i:i+n])
		i += n
	}
	for _, g := range s.glyphs {
		w.units += f.Advance(g.ID) + int(g.Kern)
	}
	return w
}

// part stands for no letter: of several glyphs that one letter has, those behind the first belong to it as marks do.
const part = '\u034F'

// addCluster adds runes and the glyphs that they have together. Each glyph stands for a rune of its own; the last one for all
// that remain, and those that are too many for none.
func (w *word) addCluster(runes []rune, glyphs []shapedGlyph) {
	for i := range max(len(runes), len(glyphs)) {
		g, r, k := Glyph{ID: joined}, part, kindLetter
		if i < len(runes) {
			r, k = runes[i], kindOf(runes[i])
		}
		if i < len(glyphs) {
			g = glyphs[i].Glyph
			w.setOffset(glyphs[i].offset)
		}
		switch {
		case i == len(glyphs)-1 && i < len(runes):
			g.Len = uint8(min(len(string(runes[i:])), math.MaxUint8))
		case i < min(len(glyphs), len(runes)):
			g.Len = uint8(utf8.RuneLen(r))
		}
		w.runes, w.kinds, w.glyphs = append(w.runes, r), append(w.kinds, k), append(w.glyphs, g)
	}
	w.ligated = w.ligated || len(runes) > len(glyphs)
}

// setOffset notes where the next glyph stands.
func (w *word) setOffset(o Offset) {
	if o == (Offset{}) {
		return
	}
	for len(w.offsets) < len(w.glyphs) {
		w.offsets = append(w.offsets, Offset{})
	}
	w.offsets = append(w.offsets, o)
}

// kern is what kerning adds between letters that share a glyph and another letter behind them, in font units.
func (f *Face) kern(letters []rune, next rune, style wordStyle) int {
	if style.plain {
		return 0
	}
	style.use = forKerning
	var bytes [32]byte // so that looking a pair up allocates nothing
	pair := bytes[:0]
	for _, r := range letters {
		pair = utf8.AppendRune(pair, r)
	}
	n := len(pair)
	pair = utf8.AppendRune(utf8.AppendRune(pair, nonJoiner), next)
	if w := f.words.known(string(pair), &style); w != nil {
		return w.kern
	}
	w := f.shapeWord(string(pair), &style)
	w.kern = w.units - f.word(string(pair[:n]), &style).units - f.word(string(next), &style).units
	f.words.remember(w)
	return w.kern
}

// isMark tells whether an entry belongs to the letter before it.
func isMark(r rune) bool { return r >= 0x300 && (r == part || unicode.IsMark(r)) }
