package finish

import (
	"fmt"

	"konzept/report/page"
	"konzept/report/pdf"
)

// annotations writes the links (ISO 14289-1, 7.18.5: each with a description, inside its Link element).
func (b *build) annotations() error {
	if !b.edition.Links {
		return nil
	}
	known := map[string]bool{}
	for i := range b.d.Dests {
		known[b.d.Dests[i].Name] = true
	}
	for n, p := range b.d.Pages {
		for _, l := range p.Links {
			if l.URL == "" && !known[l.Dest] {
				return fmt.Errorf("finish: link on page %d to unknown destination %q", n+1, l.Dest)
			}
			b.w.Object(b.links+l.Index, b.link(n, l))
		}
	}
	return nil
}

func (b *build) link(n int, l *page.Link) []byte {
	s := pdf.AppendBox(append(b.buf[:0], "<</Type /Annot /Subtype /Link /Border [0 0 0] /F 4 /Rect "...), b.placed(n, l))
	s = pdf.AppendRef(append(s, " /P "...), b.pages+n)
	if b.edition.Tagged && l.Elem != nil {
		s = pdf.AppendInt(append(s, " /StructParent "...), len(b.d.Pages)+l.Index)
	}
	alt := l.Alt
	if alt == "" {
		alt = l.URL + l.Dest
	}
	s = pdf.AppendText(append(s, " /Contents "...), alt)
	if l.URL != "" {
		s = pdf.AppendLiteral(append(s, " /A <</S /URI /URI "...), escapedURL(l.URL))
		s = append(s, ">>"...)
	} else {
		s = pdf.AppendLiteral(append(s, " /Dest "...), l.Dest)
	}
	s = append(s, ">>"...)
	b.buf = s
	return s
}

// placed is a link's box on its page in thousandths of a point.
func (b *build) placed(n int, l *page.Link) [4]int64 {
	at := b.drawn.Shift[n]
	return [4]int64{at.X + l.Box.X.Milli(), at.Y - l.Box.Bottom().Milli(), at.X + l.Box.Right().Milli(), at.Y - l.Box.Y.Milli()}
}

// escapedURL writes what is not ASCII as UTF-8 in percent signs (RFC 3987, 3.1): URI actions hold 7-bit strings.
func escapedURL(s string) string {
	const digits = "0123456789ABCDEF"
	var b []byte
	for i := range len(s) {
		if c := s[i]; c > ' ' && c < 0x7F {
			b = append(b, c)
		} else {
			b = append(b, '%', digits[c>>4], digits[c&15])
		}
	}
	return string(b)
}
