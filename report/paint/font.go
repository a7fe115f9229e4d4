package paint

import (
	"encoding/binary"
	"fmt"
	"strconv"
	"strings"

	"konzept/report/font"
	"konzept/report/page"
	"konzept/report/text"
)

// Codes start in a range that fpdf does not touch by itself and end where a format-4 cmap of one segment ends.
const (
	firstCode = 0x4000
	lastCode  = 0xBBFF
)

// face is one typeface of the document with the codes that content shows it by: one for each pair of glyph and source
// text, so that a break hyphen and a real one share a glyph but not a meaning.
type face struct {
	*text.Face
	name    string // resource name
	upem    int64
	glyphs  int
	first   []int32 // by glyph: index in entries + 1
	entries []entry
	next    uint16
}

type entry struct {
	text  string
	glyph uint16
	code  uint16
	other int32 // next entry of the same glyph: index + 1
}

func (p *painter) face(t *text.Face) *face {
	if p.last != nil && p.last.Face == t {
		return p.last
	}
	f := p.faces[t]
	if f == nil {
		f = &face{Face: t, name: "F" + strconv.Itoa(len(p.order)), upem: max(int64(t.UnitsPerEm()), 1), next: firstCode}
		if maxp := font.Table(t.Data(), "maxp"); len(maxp) >= 6 {
			f.glyphs = int(binary.BigEndian.Uint16(maxp[4:]))
		}
		f.first = make([]int32, f.glyphs+1)
		p.faces[t] = f
		p.order = append(p.order, f)
	}
	p.last = f
	return f
}

func (f *face) code(g uint16, src string) uint16 {
	if int(g) >= f.glyphs {
		g = 0
	}
	for i := f.first[g]; i > 0; i = f.entries[i-1].other {
		if e := &f.entries[i-1]; e.text == src {
			return e.code
		}
	}
	code := f.next
	f.next = following(code)
	f.entries = append(f.entries, entry{strings.Clone(src), g, code, f.first[g]})
	f.first[g] = int32(len(f.entries))
	return code
}

// following skips codes with a byte that a PDF string would have to escape: ( ) \ CR LF.
func following(code uint16) uint16 {
	for {
		code++
		if code>>8 == '\\' {
			code += 0x100
		}
		switch byte(code) {
		case '(', ')', '\\', '\r', '\n':
			continue
		}
		return code
	}
}

// embed gives fpdf the typeface under the document's own codes and tells it which of them are used.
func embed(f *face) (d page.DrawnFont, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("paint: %s: %v", f.Name(), r)
		}
	}()
	if f.next > lastCode {
		return d, fmt.Errorf("paint: %s: expected at most %d different glyphs and texts, found %d", f.Name(), lastCode-firstCode, len(f.entries))
	}
	ttf, err := recoded(f)
	if err != nil {
		return d, err
	}
	d = page.DrawnFont{Name: f.name, Family: "k" + strings.ToLower(f.name), PostScript: f.Name()}
	pdf := blank()
	pdf.AddUTF8FontFromBytes(d.Family, "", ttf)
	var codes strings.Builder
	for i := range f.entries {
		e := &f.entries[i]
		codes.WriteRune(rune(e.code))
		d.Codes = append(d.Codes, page.DrawnCode{Code: e.code, Glyph: e.glyph, Text: e.text,
			Width: int(ratio(int64(f.Advance(e.glyph)), 1000, f.upem))})
	}
	pdf.AddPage()
	pdf.SetFont(d.Family, "", 10)
	pdf.Text(0, 0, codes.String()) // fpdf subsets by what it drew
	d.Bytes, err = written(pdf)
	return d, err
}

// recoded is a copy of the font (fpdf writes into the slice it is given) with our cmap, with the glyphs that are shown
// and without the tables that fpdf does not read: layout features, signatures, names. fpdf needs some milliseconds and 5 MB
// for a whole typeface, next to nothing for these glyphs; a typeface whose tables are not as they should be it gets whole.
func recoded(f *face) ([]byte, error) {
	shown := make([]font.GlyphID, len(f.entries))
	for i := range f.entries {
		shown[i] = f.entries[i].glyph
	}
	s := font.NewSubset(f.Data(), shown)
	if s == nil {
		s = &font.Subset{}
	}
	tables := []font.Part{
		{Tag: "OS/2"}, {Tag: "cmap", Data: cmap(f, s.Number)}, {Tag: "cvt "}, {Tag: "fpgm"}, {Tag: "glyf", Data: s.Glyf}, {Tag: "head", Data: s.Head},
		{Tag: "hhea", Data: s.HHea}, {Tag: "hmtx", Data: s.HMtx}, {Tag: "loca", Data: s.Loca}, {Tag: "maxp", Data: s.MaxP},
		{Tag: "name", Data: []byte{0, 0, 0, 0, 0, 6}}, {Tag: "post"}, {Tag: "prep"},
	}
	kept := tables[:0]
	for _, t := range tables {
		if t.Data == nil {
			t.Data = font.Table(f.Data(), t.Tag)
		}
		if t.Data != nil {
			kept = append(kept, t)
		}
	}
	out := font.Assemble(kept)
	if len(font.Table(out, "glyf")) == 0 || len(font.Table(out, "post")) < 16 {
		return nil, fmt.Errorf("paint: %s: expected a TrueType font with outlines", f.Name())
	}
	return out, nil
}

// cmap maps our codes to glyphs, by their new numbers if they have any: format 4 with one segment (OpenType specification, cmap).
func cmap(f *face, number map[uint16]uint16) []byte {
	be := binary.BigEndian
	n := int(f.next-firstCode) + 1
	b := []byte{0, 0, 0, 1, 0, 3, 0, 1, 0, 0, 0, 12} // one Windows Unicode subtable at byte 12
	b = be.AppendUint16(b, 4)
	b = be.AppendUint16(b, uint16(32+2*n)) // length
	b = be.AppendUint16(b, 0)              // language
	b = append(b, 0, 4, 0, 4, 0, 1, 0, 0)  // two segments and their search values
	b = be.AppendUint16(b, uint16(firstCode+n-1))
	b = append(b, 0xFF, 0xFF, 0, 0)
	b = be.AppendUint16(b, firstCode)
	b = append(b, 0xFF, 0xFF, 0, 0, 0, 1) // starts, then deltas 0 and 1
	b = append(b, 0, 4, 0, 0)             // offsets: the array follows the two of them
	array := len(b)
	b = append(b, make([]byte, 2*n)...)
	for i := range f.entries {
		e := &f.entries[i]
		g := e.glyph
		if number != nil {
			g = number[g]
		}
		be.PutUint16(b[array+2*int(e.code-firstCode):], g)
	}
	return b
}
