package finish

import (
	"strconv"

	"konzept/report/page"
	"konzept/report/pdf"
)

// resourceDict writes fonts, pictures and forms and the one dictionary that every page uses.
func (b *build) resourceDict() error {
	r := []byte("<</Font <<")
	for i := range b.drawn.Fonts {
		f := &b.drawn.Fonts[i]
		n, err := b.font(f)
		if err != nil {
			return err
		}
		r = append(pdf.AppendRef(append(pdf.AppendName(r, f.Name), ' '), n), ' ')
	}
	r = append(r, ">> /XObject <<"...)
	for i := range b.drawn.Images {
		im := &b.drawn.Images[i]
		r = append(pdf.AppendRef(append(pdf.AppendName(r, im.Name), ' '), b.image(im)), ' ')
	}
	for i := range b.drawn.Forms {
		f := &b.drawn.Forms[i]
		n := b.w.Reserve(1)
		b.w.Deflated(n, string(pdf.AppendBox([]byte("/Type /XObject /Subtype /Form /Resources <<"+string(f.Resources)+">> /BBox "), f.Box)), f.Content)
		r = append(pdf.AppendRef(append(pdf.AppendName(r, f.Name), ' '), n), ' ')
	}
	r = b.press(append(r, ">>"...))
	b.w.Object(b.resources, append(r, ">>"...))
	return nil
}

// image writes a picture and its soft mask.
func (b *build) image(im *page.DrawnImage) int {
	n := b.w.Reserve(1)
	size := " /Width " + strconv.Itoa(im.Width) + " /Height " + strconv.Itoa(im.Height) + " /BitsPerComponent 8 /ColorSpace "
	d := []byte("/Type /XObject /Subtype /Image" + size)
	switch {
	case im.Channels == 1:
		d = append(d, "/DeviceGray"...)
	case im.Channels == 4:
		d = append(d, "/DeviceCMYK"...)
	case b.edition.Colour == page.CMYK: // pictures stay RGB and say which one: the shop converts them
		d = append(pdf.AppendRef(append(d, "[/ICCBased "...), b.profileRGB()), ']')
	default:
		d = append(d, "/DeviceRGB"...)
	}
	switch {
	case im.Alpha != nil && im.Stencil:
		d = pdf.AppendRef(append(d, " /Mask "...), b.stencil(im))
	case im.Alpha != nil:
		mask := b.w.Reserve(1)
		b.w.Filtered(mask, "/Type /XObject /Subtype /Image"+size+"/DeviceGray"+predictor(1, im.Width), im.Alpha, predict(1, im.Width))
		d = pdf.AppendRef(append(d, " /SMask "...), mask)
	}
	if im.JPEG {
		b.w.Plain(n, string(d)+" /Filter /DCTDecode", im.Data)
	} else {
		b.w.Filtered(n, string(d)+predictor(im.Channels, im.Width), im.Data, predict(im.Channels, im.Width))
	}
	return n
}

func predictor(channels, width int) string {
	return " /DecodeParms <</Predictor 15 /Colors " + strconv.Itoa(channels) + " /Columns " + strconv.Itoa(width) + ">>"
}

// predict filters rows as PNG does (ISO 15948, 9): of None, Sub and Up the one with the smallest sum of differences.
func predict(channels, width int) func([]byte) []byte {
	stride := channels * width
	return func(data []byte) []byte {
		out := make([]byte, 0, len(data)+len(data)/max(stride, 1)+1)
		above := make([]byte, stride)
		for len(data) >= stride && stride > 0 {
			row := data[:stride]
			data = data[stride:]
			kind := cheapest(row, above, channels)
			out = append(out, kind)
			for i, v := range row {
				switch {
				case kind == 2:
					v -= above[i]
				case kind == 1 && i >= channels:
					v -= row[i-channels]
				}
				out = append(out, v)
			}
			above = row
		}
		return out
	}
}

func cheapest(row, above []byte, channels int) byte {
	var none, sub, up int
	for i, v := range row {
		none += min(int(v), 256-int(v))
		left := byte(0)
		if i >= channels {
			left = row[i-channels]
		}
		s, u := v-left, v-above[i]
		sub += min(int(s), 256-int(s))
		up += min(int(u), 256-int(u))
	}
	switch {
	case up <= sub && up <= none:
		return 2
	case sub <= none:
		return 1
	}
	return 0
}

func (b *build) pageTree() {
	s := []byte("<</Type /Pages /Count ")
	s = append(pdf.AppendInt(s, len(b.d.Pages)), " /Kids ["...)
	for i := range b.d.Pages {
		s = append(pdf.AppendRef(s, b.pages+i), ' ')
	}
	b.w.Object(b.tree, append(s, "]>>"...))
	for i, p := range b.d.Pages {
		b.w.Object(b.pages+i, b.page(i, p))
	}
}

func (b *build) page(i int, p *page.Page) []byte {
	s := pdf.AppendRef(append(b.buf[:0], "<</Type /Page /Parent "...), b.tree)
	boxes := &b.drawn.Media[i]
	s = pdf.AppendBox(append(s, " /MediaBox "...), boxes.Media)
	if b.edition.Bleed || b.edition.X {
		s = pdf.AppendBox(append(s, " /TrimBox "...), boxes.Trim)
		s = pdf.AppendBox(append(s, " /BleedBox "...), boxes.Bleed)
	}
	s = pdf.AppendRef(append(s, " /Resources "...), b.resources)
	s = pdf.AppendRef(append(s, " /Contents "...), b.contents+i)
	if b.edition.Tagged {
		s = append(s, " /Tabs /S"...)
		if len(p.MarkedContent) > 0 {
			s = pdf.AppendInt(append(s, " /StructParents "...), i)
		}
	}
	if i < len(b.drawn.Alpha) && b.drawn.Alpha[i] {
		s = append(append(s, " /Group <</Type /Group /S /Transparency /CS /"...), b.deviceSpace()...)
		s = append(s, ">>"...)
	}
	if b.edition.Links && len(p.Links) > 0 {
		s = append(s, " /Annots ["...)
		for _, l := range p.Links {
			s = append(pdf.AppendRef(s, b.links+l.Index), ' ')
		}
		s = append(s, ']')
	}
	s = append(s, ">>"...)
	b.buf = s
	return s
}

func (b *build) deviceSpace() string {
	switch b.edition.Colour {
	case page.CMYK:
		return "DeviceCMYK"
	case page.Gray:
		return "DeviceGray"
	}
	return "DeviceRGB"
}
