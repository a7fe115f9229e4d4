package finish

import (
	"strconv"

	"konzept/report/page"
	"konzept/report/pdf"
)

// press appends what the contents of a print file name: states of overprinting, plates.
//
// Over lets black alone leave the other inks under it untouched (OPM 1: a component of zero paints nothing); Knock brings
// back that everything removes what lies under it (ISO 32000-1, 8.6.7).
func (b *build) press(r []byte) []byte {
	if b.edition.Colour != page.CMYK {
		return r
	}
	r = append(r, " /ExtGState <</Over <</Type /ExtGState /OP true /op true /OPM 1>> /Knock <</Type /ExtGState /OP false /op false /OPM 0>>>>"...)
	r = append(r, " /ColorSpace <</All [/Separation /All /DeviceCMYK "...)
	r = append(tint(r, [4]uint8{100, 100, 100, 100}), ']')
	for i, s := range b.drawn.Spots {
		r = strconv.AppendInt(append(r, " /S"...), int64(i), 10)
		r = pdf.AppendName(append(r, " [/Separation "...), s.Name)
		r = append(tint(append(r, " /DeviceCMYK "...), s.CMYK), ']')
	}
	return append(r, ">>"...)
}

// tint is the function from a plate's tint to the inks that stand for it (ISO 32000-1, 7.10.3).
func tint(r []byte, cmyk [4]uint8) []byte {
	r = append(r, "<</FunctionType 2 /Domain [0 1] /N 1 /C0 [0 0 0 0] /C1 ["...)
	for _, v := range cmyk {
		r = append(strconv.AppendFloat(r, float64(v)/100, 'f', -1, 64), ' ')
	}
	return append(r, "]>>"...)
}

// bare is the opacity below which paper shows and nothing else.
const bare = 8

// stencil writes an image's mask of one bit, where transparency is not allowed: what is as good as transparent is left
// out (ISO 32000-1, 8.9.6.3), what is half so was mixed with white.
func (b *build) stencil(im *page.DrawnImage) int {
	n := b.w.Reserve(1)
	stride := (im.Width + 7) / 8
	bits := make([]byte, stride*im.Height)
	for i, a := range im.Alpha {
		if x := i % im.Width; a < bare { // 1 masks out
			bits[i/im.Width*stride+x/8] |= 0x80 >> (x % 8)
		}
	}
	b.w.Deflated(n, "/Type /XObject /Subtype /Image /ImageMask true /BitsPerComponent 1 /Width "+strconv.Itoa(im.Width)+" /Height "+strconv.Itoa(im.Height), bits)
	return n
}
