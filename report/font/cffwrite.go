package font

import (
	"encoding/binary"
	"math"
	"strconv"

	gotext "github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype"
)

// cffGlyph is a glyph of a CFF font that is written.
type cffGlyph struct {
	code uint16 // its CID
	dict uint8  // of those written
	body []byte
}

// embedCFF writes the glyphs shown as a CID-keyed font whose CIDs are their codes: without CIDToGIDMap, which CIDFontType0
// must not have, its charset is what leads from codes to glyphs (ISO 32000-1, 9.7.4.2). Two codes of one glyph are two glyphs.
func (f *Face) embedCFF(shown []Shown) (*Program, error) {
	c := f.member.cff
	w := cffWriter{name: f.name, matrix: c.matrix, box: c.box}
	if c.varies {
		w.matrix, w.box = f.matrix(), f.box()
	}
	number := map[int]int{} // of dictionaries: new by old
	var flat flattener
	for _, s := range append([]Shown{{}}, shown...) {
		glyph, ok := flat.flatten(c, s.Glyph, f.coords)
		if !ok {
			return nil, damaged("outline of glyph %d", s.Glyph)
		}
		body := append(appendNumber(nil, f.advances[s.Glyph]), glyph.body...)
		if glyph.seac != nil {
			body = f.drawn(f.composed(glyph.seac), s.Glyph)
		}
		d := c.dictOf(s.Glyph)
		if _, ok := number[d]; !ok {
			number[d] = len(w.dicts)
			w.dicts = append(w.dicts, c.dicts[d])
		}
		w.glyphs = append(w.glyphs, cffGlyph{s.Code, uint8(number[d]), body})
	}
	return &Program{Data: w.write(), CFF: true}, nil
}

// embedDrawn writes the glyphs shown as they are drawn at the face's place in a variable font, without hints.
func (f *Face) embedDrawn(shown []Shown) (*Program, error) {
	w := cffWriter{name: f.name, dicts: []fontDict{{}}, matrix: f.matrix(), box: f.box()}
	face := f.Shaping()
	for _, s := range append([]Shown{{}}, shown...) {
		segments, _ := outline(face, s.Glyph)
		w.glyphs = append(w.glyphs, cffGlyph{code: s.Code, body: f.drawn(segments, s.Glyph)})
	}
	return &Program{Data: w.write(), CFF: true}, nil
}

// matrix are the operands of FontMatrix: from font units to the em; nil for thousandths.
func (f *Face) matrix() (m table) {
	if f.unitsPerEm == 1000 {
		return nil
	}
	scale := "." + strconv.FormatFloat(1/float64(f.unitsPerEm), 'f', 9, 64)[2:]
	m = append(appendReal(nil, scale), 139, 139) // zeros
	return append(append(m, appendReal(nil, scale)...), 139, 139)
}

// box are the operands of FontBBox.
func (f *Face) box() (b table) {
	for i := range 4 {
		b = appendOperand(b, f.tables["head"].i16(36+2*i))
	}
	return b
}

// composed is the outline of a letter with an accent at a place, both by their codes in the standard encoding (Technical Note
// 5177, appendix C).
func (f *Face) composed(seac []int) []gotext.Segment {
	face := f.Shaping()
	if face == nil {
		return nil
	}
	part := func(code int) []gotext.Segment {
		g := f.member.cff.named(standardString(code))
		if g < 0 {
			return nil
		}
		segments, _ := outline(face, GlyphID(g))
		return segments
	}
	accent := part(seac[3])
	for i := range accent {
		for k := range accent[i].Args {
			accent[i].Args[k].X += float32(seac[0])
			accent[i].Args[k].Y += float32(seac[1])
		}
	}
	return append(part(seac[2]), accent...)
}

// standardString is the standard string that a code of the standard encoding names (Technical Note 5176, appendix B).
func standardString(code int) int {
	switch {
	case code >= 32 && code <= 126:
		return code - 31
	case code >= 161 && code <= 175:
		return code - 65
	case code >= 177 && code <= 180:
		return code - 66
	case code >= 182 && code <= 189:
		return code - 67
	case code == 191:
		return 123
	case code >= 193 && code <= 200:
		return code - 69
	case code == 202 || code == 203:
		return code - 70
	case code >= 205 && code <= 208:
		return code - 71
	}
	return map[int]int{225: 138, 227: 139, 232: 140, 233: 141, 234: 142, 235: 143, 241: 144, 245: 145, 248: 146, 249: 147, 250: 148, 251: 149}[code]
}

// drawn is a charstring of an outline. Curves of the second degree become ones of the third.
func (f *Face) drawn(segments []gotext.Segment, g GlyphID) []byte {
	b := appendNumber(nil, f.advances[g])
	var pen [2]int                 // where the charstring is, in whole units
	var from opentype.SegmentPoint // where the outline is
	to := func(p opentype.SegmentPoint) {
		x, y := int(math.Round(float64(p.X))), int(math.Round(float64(p.Y)))
		b = appendOperand(appendOperand(b, x-pen[0]), y-pen[1])
		pen = [2]int{x, y}
	}
	if len(segments) > 0 && segments[0].Op != opentype.SegmentOpMoveTo { // damaged, but drawn
		to(from)
		b = append(b, opRMoveTo)
	}
	for _, s := range segments {
		switch s.Op {
		case opentype.SegmentOpMoveTo:
			to(s.Args[0])
			b = append(b, opRMoveTo)
		case opentype.SegmentOpLineTo:
			to(s.Args[0])
			b = append(b, opRLineTo)
		case opentype.SegmentOpQuadTo:
			q, end := s.Args[0], s.Args[1]
			to(opentype.SegmentPoint{X: from.X + (q.X-from.X)*2/3, Y: from.Y + (q.Y-from.Y)*2/3})
			to(opentype.SegmentPoint{X: end.X + (q.X-end.X)*2/3, Y: end.Y + (q.Y-end.Y)*2/3})
			to(end)
			b = append(b, opRRCurveTo)
		case opentype.SegmentOpCubeTo:
			for _, p := range s.Args {
				to(p)
			}
			b = append(b, opRRCurveTo)
		}
		from = s.Args[map[opentype.SegmentOp]int{opentype.SegmentOpQuadTo: 1, opentype.SegmentOpCubeTo: 2}[s.Op]]
	}
	return append(b, opEndChar)
}

// cffWriter writes a CID-keyed CFF font.
type cffWriter struct {
	name        string
	matrix, box table
	dicts       []fontDict
	glyphs      []cffGlyph // the first is glyph 0
}

// write lays out the parts one after the other (Technical Note 5176, section 2). Offsets take five bytes wherever they stand, so that the top
// dictionary's length does not depend on them.
func (w *cffWriter) write() []byte {
	be := binary.BigEndian
	var charset, choice []byte
	charset, choice = append(charset, 0), append(choice, 0)
	var charstrings, dicts [][]byte
	last := 0
	for i, g := range w.glyphs {
		if i > 0 {
			charset = be.AppendUint16(charset, g.code)
		}
		choice = append(choice, g.dict)
		charstrings = append(charstrings, g.body)
		last = max(last, int(g.code))
	}
	head := appendIndex([]byte{1, 0, 4, 4}, []byte(w.name))
	tail := appendIndex(appendIndex(nil, []byte("Adobe"), []byte("Identity")))
	size := len(w.top(last, [4]int{}))
	at := len(head) + 2 + 1 + 2*offsetSize(size) + size + len(tail)
	body := appendIndex(nil, charstrings...)
	offsets := [4]int{at, at + len(charset), at + len(charset) + len(choice), 0}
	private := offsets[2] + len(body)
	var privates []byte
	for _, d := range w.dicts {
		p := append(d.private[:len(d.private):len(d.private)], 139, opDefault) // no dictionary is empty
		entry := append([]byte(nil), d.matrix...)
		if d.matrix != nil {
			entry = appendOp(entry, opMatrix)
		}
		dicts = append(dicts, appendOp(appendLong(appendLong(entry, len(p)), private), opPrivate))
		privates, private = append(privates, p...), private+len(p)
	}
	offsets[3] = private
	out := append(appendIndex(head, w.top(last, offsets)), tail...)
	out = append(append(append(append(out, charset...), choice...), body...), privates...)
	return appendIndex(out, dicts...)
}

// top is the font's dictionary, with the offsets of charset, FDSelect, charstrings and FDArray.
func (w *cffWriter) top(last int, offsets [4]int) []byte {
	b := appendOp(appendOperand(appendOperand(appendOperand(nil, 391), 392), 0), opROS) // Adobe Identity 0
	b = appendOp(appendLong(b, last+1), opCIDCount)                                     // not last: some readers leave operands of ROS in front of FontMatrix's
	if w.matrix != nil {
		b = appendOp(append(b, w.matrix...), opMatrix)
	}
	if w.box != nil {
		b = appendOp(append(b, w.box...), opBox)
	}
	for i, op := range [4]int{opCharset, opFDSelect, opCharStrings, opFDArray} {
		b = appendOp(appendLong(b, offsets[i]), op)
	}
	return b
}

// appendIndex writes a list of byte strings (Technical Note 5176, section 5).
func appendIndex(b []byte, items ...[]byte) []byte {
	b = binary.BigEndian.AppendUint16(b, uint16(len(items)))
	if len(items) == 0 {
		return b
	}
	total := 0
	for _, item := range items {
		total += len(item)
	}
	size, at := offsetSize(total), 1
	b = appendOffset(append(b, byte(size)), at, size)
	for _, item := range items {
		at += len(item)
		b = appendOffset(b, at, size)
	}
	for _, item := range items {
		b = append(b, item...)
	}
	return b
}

// offsetSize is how many bytes the offset behind so many bytes takes.
func offsetSize(total int) int {
	size := 1
	for total+1 >= 1<<(8*size) {
		size++
	}
	return size
}

func appendOffset(b []byte, at, size int) []byte {
	for size--; size >= 0; size-- {
		b = append(b, byte(at>>(8*size)))
	}
	return b
}

// appendOp writes an operator of a dictionary.
func appendOp(b []byte, op int) []byte {
	if op > 0xFF {
		b = append(b, byte(op>>8))
	}
	return append(b, byte(op))
}

// appendLong writes a number of a dictionary in five bytes.
func appendLong(b []byte, v int) []byte {
	return binary.BigEndian.AppendUint32(append(b, 29), uint32(v))
}

// appendOperand writes a number as dictionaries and charstrings have it, within 16 bits.
func appendOperand(b []byte, v int) []byte {
	v = min(max(v, math.MinInt16), math.MaxInt16)
	switch {
	case v >= -107 && v <= 107:
		return append(b, byte(v+139))
	case v >= 108 && v <= 1131:
		return append(b, byte((v-108)>>8+247), byte(v-108))
	case v >= -1131 && v <= -108:
		return append(b, byte((-v-108)>>8+251), byte(-v-108))
	}
	return binary.BigEndian.AppendUint16(append(b, opShortInt), uint16(v))
}

func appendNumber(b []byte, v uint16) []byte { return appendOperand(b, int(v)) }

// appendReal writes a decimal number of digits and points, two a byte.
func appendReal(b []byte, s string) []byte {
	b = append(b, 30)
	nibble := func(i int) byte {
		switch {
		case i >= len(s):
			return 15
		case s[i] == '.':
			return 10
		}
		return s[i] - '0'
	}
	for i := 0; i <= len(s); i += 2 {
		b = append(b, nibble(i)<<4|nibble(i+1))
	}
	return b
}
