package finish

import (
	"bytes"
	"compress/zlib"
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"io"
	"strconv"

	"konzept/report/font"
	"konzept/report/page"
	"konzept/report/pdf"
)

// maxProgram bounds an inflated font program.
const maxProgram = 64 << 20

// font writes one typeface and returns the number of its Type0 dictionary.
func (b *build) font(f *page.DrawnFont) (int, error) {
	doc, err := read(f.Bytes)
	if err != nil {
		return 0, fmt.Errorf("%w: font %s", err, f.PostScript)
	}
	src, ok := doc.fonts[f.Family]
	if !ok {
		return 0, fmt.Errorf("finish: font %s (%s) was not embedded", f.PostScript, f.Family)
	}
	ttf, err := inflate(src.program, maxProgram)
	if err != nil {
		return 0, fmt.Errorf("finish: font %s: %w", f.PostScript, err)
	}
	if ttf, err = cleaned(ttf); err != nil {
		return 0, fmt.Errorf("finish: font %s: %w", f.PostScript, err)
	}
	w := b.w
	first := w.Reserve(6)
	type0, cid, descriptor, unicode, gids, program := first, first+1, first+2, first+3, first+4, first+5
	base := subsetTag(f) + "+" + f.PostScript

	s := pdf.AppendName([]byte("<</Type /Font /Subtype /Type0 /Encoding /Identity-H /BaseFont "), base)
	s = pdf.AppendRef(append(s, " /DescendantFonts ["...), cid)
	s = pdf.AppendRef(append(s, "] /ToUnicode "...), unicode)
	w.Object(type0, append(s, ">>"...))

	s = pdf.AppendName([]byte("<</Type /Font /Subtype /CIDFontType2 /CIDSystemInfo <</Registry (Adobe) /Ordering (Identity) /Supplement 0>> /BaseFont "), base)
	s = pdf.AppendRef(append(s, " /FontDescriptor "...), descriptor)
	s = pdf.AppendRef(append(s, " /CIDToGIDMap "...), gids)
	w.Object(cid, append(widths(append(s, " /DW 0 /W ["...), f.Codes), "]>>"...))

	s = pdf.AppendName([]byte("<</Type /FontDescriptor /FontName "), base)
	for _, key := range []string{"/Ascent ", "/Descent ", "/CapHeight ", "/Flags ", "/ItalicAngle ", "/StemV ", "/MissingWidth "} {
		s = append(append(append(s, ' '), key...), word(after(src.descriptor, key))...)
	}
	bbox, _, _ := bytes.Cut(after(src.descriptor, "/FontBBox ["), []byte("]"))
	s = append(append(append(s, " /FontBBox ["...), bbox...), ']')
	s = pdf.AppendRef(append(s, " /FontFile2 "...), program)
	w.Object(descriptor, append(s, ">>"...))

	w.Deflated(unicode, "", toUnicode(f.Codes))
	w.Plain(gids, "/Filter /FlateDecode", src.gids)
	w.Deflated(program, "/Length1 "+strconv.Itoa(len(ttf)), ttf)
	return type0, nil
}

func inflate(b []byte, limit int64) ([]byte, error) {
	z, err := zlib.NewReader(bytes.NewReader(b))
	if err != nil {
		return nil, err
	}
	return io.ReadAll(io.LimitReader(z, limit))
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

// kept are the tables that ISO 32000-1, 9.9 asks of an embedded CIDFontType2, sorted. fpdf's own cmap is malformed.
var kept = []string{"cvt ", "fpgm", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "prep"}

// cleaned rewrites a TrueType font with the kept tables and right checksums.
func cleaned(ttf []byte) ([]byte, error) {
	var parts []font.Part
	for _, tag := range kept {
		if t := font.Table(ttf, tag); t != nil {
			parts = append(parts, font.Part{Tag: tag, Data: t})
		}
	}
	if len(parts) < 7 || len(font.Table(ttf, "head")) < 54 {
		return nil, errSource
	}
	return font.Assemble(parts), nil
}
