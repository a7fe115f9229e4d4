package verify

import (
	"encoding/binary"
	"strconv"

	"konzept/report/diag"
	"konzept/report/font"
	"konzept/report/pdf"
)

// inspectedFont is a font with what its rules need.
type inspectedFont struct {
	dict    pdf.Dict // Type0 or a simple font
	unicode *pdf.ToUnicode
	report  int // index in Report.Fonts
}

// font reads a font; each is reported once.
func (in *inspection) font(d pdf.Dict) *pdf.ToUnicode {
	f := Font{Name: in.r.Name(d.Get("BaseFont")), Type: in.r.Name(d.Get("Subtype"))}
	u := &pdf.ToUnicode{Wide: f.Type == "Type0"}
	if s, ok := in.r.Resolve(d.Get("ToUnicode")).(*pdf.Stream); ok {
		if data, err := in.r.Content(s); err == nil {
			u.Read(data)
			f.Unicode = !u.Empty()
		}
	}
	descriptor := in.r.Dict(in.descendant(d).Get("FontDescriptor"))
	for _, k := range []pdf.Name{"FontFile", "FontFile2", "FontFile3"} {
		if _, ok := in.r.Resolve(descriptor.Get(k)).(*pdf.Stream); ok {
			f.Embedded = true
		}
	}
	in.fonts = append(in.fonts, inspectedFont{d, u, len(in.out.Fonts)})
	in.out.Fonts = append(in.out.Fonts, f)
	return u
}

// descendant is the font that holds the program: of a composite font its only kid.
func (in *inspection) descendant(d pdf.Dict) pdf.Dict {
	if kids := in.r.Array(d.Get("DescendantFonts")); len(kids) > 0 {
		return in.r.Dict(kids[0])
	}
	return d
}

// fontRules hold for every font (ISO 14289-1, 7.21).
type fontRules struct{ *inspection }

func (in fontRules) check() {
	for i := range in.fonts {
		f := &in.fonts[i]
		name := in.out.Fonts[f.report].Name
		if !in.out.Fonts[f.report].Embedded {
			in.find("font-not-embedded", 0, name)
		}
		if !in.out.Fonts[f.report].Unicode {
			in.find("font-without-text", 0, name)
		}
		if f.unicode.Bad != "" {
			in.find("bad-unicode", 0, name, f.unicode.Bad)
		}
		if f.unicode.Wide {
			in.checkComposite(f, name)
		}
	}
}

// checkComposite compares a composite font's codes, glyphs and widths with its program (7.21.3 to 7.21.6, 7.21.8).
func (in fontRules) checkComposite(f *inspectedFont, name string) {
	d := in.descendant(f.dict)
	if e := in.r.Name(f.dict.Get("Encoding")); e != "Identity-H" && e != "Identity-V" {
		in.find("font-encoding", 0, name)
		return
	}
	drawn, fault := in.program(d)
	if fault != "" {
		in.find(fault, 0, name)
	}
	if drawn == nil {
		return
	}
	widths := in.widths(d)
	for code := range 1 << 16 {
		if f.unicode.At(uint16(code)) == "" {
			continue
		}
		w, ok := drawn(code)
		if !ok {
			in.find("glyph-missing", 0, name, strconv.FormatInt(int64(code), 16))
			return
		}
		if w-widths(code) > 1 || widths(code)-w > 1 {
			in.find("width-differs", 0, name, strconv.FormatInt(int64(code), 16))
			return
		}
	}
}

// program reads how wide the embedded glyphs of codes are, false where a code has none; nil: that is not checked, or a fault.
func (in fontRules) program(d pdf.Dict) (drawn func(code int) (float64, bool), fault diag.Code) {
	key := map[string]pdf.Name{"CIDFontType0": "FontFile3", "CIDFontType2": "FontFile2"}[in.r.Name(d.Get("Subtype"))]
	file, ok := in.r.Resolve(in.r.Dict(d.Get("FontDescriptor")).Get(key)).(*pdf.Stream)
	gids := in.glyphs(d.Get("CIDToGIDMap"))
	switch {
	case key == "FontFile2" && gids == nil, key == "FontFile3" && gids != nil: // a map is TrueType's alone (ISO 32000-1, table 117)
		return nil, "font-encoding"
	case !ok || key == "FontFile3" && in.r.Name(file.Dict.Get("Subtype")) != "CIDFontType0C":
		return nil, ""
	}
	data, err := in.r.Content(file)
	if key == "FontFile3" {
		drawn = font.Widths(data)
	} else if advance := advances(data); advance != nil {
		drawn = func(code int) (float64, bool) { return advance(gids(code)), gids(code) != 0 }
	}
	if err != nil || drawn == nil {
		return nil, "font-damaged"
	}
	return drawn, ""
}

// glyphs maps codes to glyphs by a CIDToGIDMap; nil: there is none.
func (in fontRules) glyphs(v any) func(code int) int {
	switch m := in.r.Resolve(v).(type) {
	case pdf.Name:
		if m == "Identity" {
			return func(code int) int { return code }
		}
	case *pdf.Stream:
		data, err := in.r.Content(m)
		if err != nil {
			return nil
		}
		return func(code int) int {
			if 2*code+1 >= len(data) {
				return 0
			}
			return int(binary.BigEndian.Uint16(data[2*code:]))
		}
	}
	return nil
}

// widths are those that a CIDFont states (ISO 32000-1, 9.7.4.3).
func (in fontRules) widths(d pdf.Dict) func(code int) float64 {
	known := map[int]float64{}
	w := in.r.Array(d.Get("W"))
	for i := 0; i+1 < len(w); {
		first := pdf.Integer(in.r.Resolve(w[i]))
		if list, ok := in.r.Resolve(w[i+1]).(pdf.Array); ok {
			for k, v := range list[:min(len(list), 1<<16)] {
				known[first+k], _ = in.r.Resolve(v).(float64)
			}
			i += 2
			continue
		}
		if i+2 >= len(w) {
			break
		}
		v, _ := in.r.Resolve(w[i+2]).(float64)
		for c := first; c <= min(pdf.Integer(in.r.Resolve(w[i+1])), 1<<16); c++ {
			known[c] = v
		}
		i += 3
	}
	fallback, ok := in.r.Resolve(d.Get("DW")).(float64)
	if !ok {
		fallback = 1000
	}
	return func(code int) float64 {
		if v, ok := known[code]; ok {
			return v
		}
		return fallback
	}
}

// advances reads a TrueType program's glyph widths in thousandths of an em; nil: it is damaged.
func advances(ttf []byte) func(gid int) float64 {
	if len(ttf) < 12 {
		return nil
	}
	table := map[string][]byte{}
	for i := range int(binary.BigEndian.Uint16(ttf[4:])) {
		at := 12 + 16*i
		if at+16 > len(ttf) {
			return nil
		}
		from, size := int(binary.BigEndian.Uint32(ttf[at+8:])), int(binary.BigEndian.Uint32(ttf[at+12:]))
		if from > len(ttf) || size > len(ttf)-from {
			return nil
		}
		table[string(ttf[at:at+4])] = ttf[from : from+size]
	}
	head, hhea, hmtx := table["head"], table["hhea"], table["hmtx"]
	if len(head) < 20 || len(hhea) < 36 {
		return nil
	}
	em, n := float64(binary.BigEndian.Uint16(head[18:])), int(binary.BigEndian.Uint16(hhea[34:]))
	if em == 0 || n == 0 || len(hmtx) < 4*n {
		return nil
	}
	return func(gid int) float64 {
		return float64(binary.BigEndian.Uint16(hmtx[4*min(gid, n-1):])) * 1000 / em
	}
}
