package finish

import (
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"io"
	"strconv"

	"konzept/report/font"
	"konzept/report/page"
	"konzept/report/pdf"
)

// font writes one typeface and returns the number of its Type0 dictionary.
func (b *build) font(f *page.DrawnFont) (int, error) {
	shown := make([]font.Shown, len(f.Codes))
	for i := range f.Codes {
		shown[i] = font.Shown{Code: f.Codes[i].Code, Glyph: f.Codes[i].Glyph}
	}
	program, err := f.Face.Embed(shown)
	if err != nil {
		return 0, fmt.Errorf("finish: font %s: %w", f.PostScript, err)
	}
	w := b.w
	type0, cid, unicode := w.Reserve(1), w.Reserve(1), w.Reserve(1)
	base := subsetTag(f) + "+" + f.PostScript
	s := pdf.AppendName([]byte("<</Type /Font /Subtype /Type0 /Encoding /Identity-H /BaseFont "), base)
	s = pdf.AppendRef(append(s, " /DescendantFonts ["...), cid)
	s = pdf.AppendRef(append(s, "] /ToUnicode "...), unicode)
	w.Object(type0, append(s, ">>"...))
	b.cidFont(cid, base, f, program)
	w.Deflated(unicode, "", toUnicode(f.Codes))
	return type0, nil
}

// cidFont writes the font that holds the program (ISO 32000-1, 9.7.4): the codes of a CFF program are its CIDs, those of a
// TrueType program lead to glyphs through a map.
func (b *build) cidFont(number int, base string, f *page.DrawnFont, program *font.Program) {
	w := b.w
	descriptor, file := w.Reserve(1), w.Reserve(1)
	s, d := []byte("<</Type /Font /Subtype /CIDFontType"), described(pdf.AppendName([]byte("<</Type /FontDescriptor /FontName "), base), f.Face.Descriptor())
	if program.CFF {
		s = append(s, '0')
		d = append(d, " /FontFile3 "...)
		w.Deflated(file, "/Subtype /CIDFontType0C", program.Data)
	} else {
		gids := w.Reserve(1)
		s = pdf.AppendRef(append(s, "2 /CIDToGIDMap "...), gids)
		d = append(d, " /FontFile2 "...)
		w.Deflated(gids, "", program.Glyphs)
		w.Deflated(file, "/Length1 "+strconv.Itoa(len(program.Data)), program.Data)
	}
	s = pdf.AppendName(append(s, " /CIDSystemInfo <</Registry (Adobe) /Ordering (Identity) /Supplement 0>> /BaseFont "...), base)
	s = pdf.AppendRef(append(s, " /FontDescriptor "...), descriptor)
	w.Object(number, append(widths(append(s, " /DW 0 /W ["...), f.Codes), "]>>"...))
	w.Object(descriptor, append(pdf.AppendRef(d, file), ">>"...))
}

// described are the entries of a font descriptor.
func described(s []byte, d font.Descriptor) []byte {
	for _, e := range []struct {
		key   string
		value int
	}{{"/Ascent ", d.Ascent}, {"/Descent ", d.Descent}, {"/CapHeight ", d.CapHeight}, {"/Flags ", d.Flags}, {"/ItalicAngle ", d.ItalicAngle},
		{"/StemV ", d.StemV}, {"/MissingWidth ", d.MissingWidth}} {
		s = pdf.AppendInt(append(append(s, ' '), e.key...), e.value)
	}
	s = append(s, " /FontBBox ["...)
	for i, edge := range d.Box {
		if i > 0 {
			s = append(s, ' ')
		}
		s = pdf.AppendInt(s, edge)
	}
	return append(s, ']')
}

// subsetTag are the six letters that name a subset (ISO 32000-1, 9.6.4), drawn from its content.
func subsetTag(f *page.DrawnFont) string {
	h := sha256.New()
	io.WriteString(h, f.PostScript)
	var b []byte
	for i := range f.Codes {
		b = append(binary.BigEndian.AppendUint16(b[:0], f.Codes[i].Glyph), f.Codes[i].Text...)
		h.Write(b)
	}
	tag := h.Sum(nil)[:6]
	for i := range tag {
		tag[i] = 'A' + tag[i]%26
	}
	return string(tag)
}

// widths are the entries of W: a first code and the widths from there on (ISO 32000-1, 9.7.4.3).
func widths(b []byte, codes []page.DrawnCode) []byte {
	for i := range codes {
		c := &codes[i]
		if i == 0 || c.Code != codes[i-1].Code+1 {
			if i > 0 {
				b = append(b, ']')
			}
			b = append(pdf.AppendInt(b, int(c.Code)), '[')
		} else {
			b = append(b, ' ')
		}
		b = pdf.AppendInt(b, c.Width)
	}
	if len(codes) > 0 {
		b = append(b, ']')
	}
	return b
}

// toUnicode maps codes to the text that they stand for (ISO 32000-1, 9.10.3). A glyph that is a mere part of the sign
// before it stands for a word joiner: every code must map to something (ISO 14289-1, 7.21.7).
func toUnicode(codes []page.DrawnCode) []byte {
	b := []byte("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n" +
		"/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n")
	for len(codes) > 0 {
		n := min(len(codes), 100)
		b = append(pdf.AppendInt(b, n), " beginbfchar\n"...)
		for i := range codes[:n] {
			text := codes[i].Text
			switch text {
			case "":
				text = "\u2060"
			case "\u00ad": // content says that it is a soft one
				text = "-"
			}
			b = pdf.AppendUnit(append(b, '<'), codes[i].Code)
			b = pdf.AppendUTF16(append(b, "> <"...), text)
			b = append(b, ">\n"...)
		}
		b = append(b, "endbfchar\n"...)
		codes = codes[n:]
	}
	return append(b, "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"...)
}
