package design

import (
	"testing"

	"konzept/report/geom"
)

func TestSizesOfPaperAreRead(t *testing.T) {
	mm := geom.MM
	for in, want := range map[string]geom.Size{
		"A4": {W: 210 * mm, H: 297 * mm}, "A4 landscape": {W: 297 * mm, H: 210 * mm}, "A0": {W: 841 * mm, H: 1189 * mm}, "120pt 90pt": {W: 120 * geom.Pt, H: 90 * geom.Pt},
		"": {}, "A7": {}, "A4 quer": {}, "A4 landscape x": {}, "120pt": {}, "120pt breit": {}, "breit 120pt": {}, "0pt 9pt": {}, "9pt 0pt": {}, "-9pt 9pt": {}, "9pt 9pt 9pt": {},
	} {
		got, ok := ParseSize(in)
		if ok != (want != geom.Size{}) || ok && got != want {
			t.Errorf("%q: %v %v, want %v", in, got, ok, want)
		}
	}
}
