package text

import (
	"konzept/report/font"
	"konzept/report/geom"
	"konzept/report/hyphen"
)

// Font is how a span is set: faces in order of preference, size, language.
type Font struct {
	Faces     []*Face // the first that has a rune sets it
	Size      geom.Length
	Features  Features
	Lang      string // BCP 47, for hyphenation: de, en-GB
	NoHyphens bool   // no hyphens by patterns: names, addresses, code
	NoKern    bool

	// Others are faces for the script of a rune that none of Faces has; nil: there are none.
	Others func(r rune) []*Face
}

// Glyph is one sign of a run.
type Glyph struct {
	ID   font.GlyphID
	Kern int16 // font units after it, beside its advance
	Len  uint8 // bytes of Run.Text that it stands for, more than one letter in a ligature
}

// Run is text in one face and size on one line. Its glyphs stand for all of its text, in order. Signs that print
// nothing (soft hyphens inside a line, zero-width spaces and joiners, direction marks) are in no run.
type Run struct {
	Face      *Face
	Size      geom.Length
	Text      string
	Glyphs    []Glyph
	WordSpace geom.Length // added to each U+0020
	Expansion int16       // expansion of all glyphs and kerns, in thousandths; 0 is none

	// Backward runs go from right to left: their first glyph stands for the end of the text.
	Backward bool
	Offsets  []Offset // of the glyphs; nil: all stand on the line
}

// Width is the advance of the whole run, with a space that it may end in.
func (r *Run) Width() geom.Length {
	units, at, spaces := 0, 0, 0
	for _, g := range r.Glyphs {
		units += r.Face.Advance(g.ID) + int(g.Kern)
		if at < len(r.Text) && r.Text[at] == ' ' {
			spaces++
		}
		at += int(g.Len)
	}
	return scale(units, r.Size, r.Face).Mul(1000+int64(r.Expansion), 1000) + geom.Length(spaces)*r.WordSpace
}

// scale turns font units into lengths.
func scale(units int, size geom.Length, f *Face) geom.Length {
	return size.Mul(int64(units), int64(f.UnitsPerEm()))
}

// Span is a part of a paragraph in one font, or an inline object.
type Span struct {
	Text    string // "\n" is a forced line break
	Font    *Font
	Rise    geom.Length // of the baseline, up; only counts for the line's height
	NoBreak bool        // keep on one line
	Object  geom.Size   // stands for itself instead of text when W > 0, its lower edge on the baseline
}

// Piece is a run or an object within a line.
type Piece struct {
	Run    Run
	X      geom.Length // from the paragraph's left edge, indents and alignment included
	Span   int         // index into the spans
	Object bool
}

// Line is one line of a paragraph. Its last run ends with the space it was broken at, which does not count for Width;
// a hyphen that the break made is a piece of its own whose text is U+00AD.
type Line struct {
	Pieces          []Piece
	Width           geom.Length // without indent and without what hangs into the margins
	Ascent, Descent geom.Length // of the highest and lowest span, both positive
	Hyphen          bool        // ends with a break hyphen
	Overfull        geom.Length // by how much it is too wide
	Torn            bool        // ends within a word that no line can hold
	Last            bool
}

// Align is how lines fill the measure.
type Align uint8

// The alignments.
const (
	Left Align = iota
	Right
	Centre
	Justify
)

// Options say how a paragraph is broken.
type Options struct {
	Width       geom.Length
	First, Hang geom.Length // indents of the first line and of the following ones
	Align       Align
	Hyphenate   bool               // by patterns; soft hyphens in the text always hold
	MinLeft     int                // letters before a hyphen, at least; 0 means 3
	MinRight    int                // letters after a hyphen, at least; 0 means 3
	Exceptions  *hyphen.Exceptions // the project's own hyphenations, or nil
	Protrude    bool               // hyphens, full stops, commas and quotes hang into the margin a little
	Expand      int                // thousandths by which glyphs may be made wider or narrower; microtype uses 20
}

// Missing is a rune that no face of its span has.
type Missing struct {
	Rune         rune
	Sign         string // the rune with what makes one sign with it, as joined emoji are
	Word         string // the word around it
	Span, Offset int    // the place: index of the span and byte in its text
	Script       bool   // faces do not matter: the script cannot be set
}
