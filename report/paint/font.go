package paint

import (
	"fmt"
	"strconv"
	"strings"

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
		f = &face{Face: t, name: "F" + strconv.Itoa(len(p.order)), upem: max(int64(t.UnitsPerEm()), 1), glyphs: t.NumGlyphs(), next: firstCode}
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

// drawn is how a face was used.
func (f *face) drawn() (d page.DrawnFont, err error) {
	if f.next > lastCode {
		return d, fmt.Errorf("paint: %s: expected at most %d different glyphs and texts, found %d", f.Name(), lastCode-firstCode, len(f.entries))
	}
	d = page.DrawnFont{Name: f.name, PostScript: f.Name(), Face: f.Face, Codes: make([]page.DrawnCode, len(f.entries))}
	for i, e := range f.entries {
		d.Codes[i] = page.DrawnCode{Code: e.code, Glyph: e.glyph, Text: e.text, Width: int(ratio(int64(f.Advance(e.glyph)), 1000, f.upem))}
	}
	return d, nil
}
