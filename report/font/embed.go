package font

import "math"

// Shown is a glyph of a document with the code that its content shows it by.
type Shown struct {
	Code  uint16
	Glyph GlyphID
}

// Program is a typeface as a document embeds it: the glyphs that are shown, nothing else.
type Program struct {
	Data   []byte
	CFF    bool   // a CID-keyed CFF font whose CIDs are the codes; else a TrueType font
	Glyphs []byte // of a TrueType font: two bytes a code, the glyph that it shows (CIDToGIDMap)
}

// Embed writes the part of the face that shows the given glyphs, by ascending codes.
func (f *Face) Embed(shown []Shown) (*Program, error) {
	switch {
	case f.isDrawn():
		return f.embedDrawn(shown)
	case f.member.cff != nil:
		return f.embedCFF(shown)
	}
	return f.embedTrueType(shown), nil
}

// Descriptor is what a document says of a typeface, in thousandths of an em (ISO 32000-1, 9.8).
type Descriptor struct {
	Ascent, Descent, CapHeight int // Descent is negative
	Flags, ItalicAngle, StemV  int
	MissingWidth               int
	Box                        [4]int
}

// Flags of a font descriptor (ISO 32000-1, table 123).
const (
	fixedPitch = 1 << 0
	symbolic   = 1 << 2
	italic     = 1 << 6
	forceBold  = 1 << 18
)

// Descriptor of the face. Its codes are ours, so that it is symbolic; the width of stems is estimated from the weight.
func (f *Face) Descriptor() Descriptor {
	milli := func(units int) int { return int(float64(units) * (1000 / float64(f.unitsPerEm))) }
	head, post, weight := f.tables["head"], f.tables["post"], f.weight
	d := Descriptor{Ascent: milli(f.ascent), Descent: milli(-f.descent), CapHeight: milli(f.capHeight), Flags: symbolic,
		ItalicAngle: post.i16(4), StemV: 50 + int(math.Pow(float64(weight)/65, 2)), MissingWidth: (2000*f.Advance(0) + f.unitsPerEm) / (2 * f.unitsPerEm)}
	for i := range d.Box {
		d.Box[i] = milli(head.i16(36 + 2*i))
	}
	if d.ItalicAngle != 0 {
		d.Flags |= italic
	}
	if weight >= 600 {
		d.Flags |= forceBold
	}
	if post.u32(12) != 0 {
		d.Flags |= fixedPitch
	}
	return d
}
