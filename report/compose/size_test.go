package compose

import (
	"testing"

	"konzept/report/doc"
	"konzept/report/geom"
	"konzept/report/picture"
)

func TestSizesOfPaperAreRead(t *testing.T) {
	mm := geom.MM
	for in, want := range map[string]geom.Size{
		"A4": {W: 210 * mm, H: 297 * mm}, "A4 landscape": {W: 297 * mm, H: 210 * mm}, "A0": {W: 841 * mm, H: 1189 * mm}, "120pt 90pt": {W: 120 * geom.Pt, H: 90 * geom.Pt},
		"": {}, "A7": {}, "A4 quer": {}, "A4 landscape x": {}, "120pt": {}, "120pt breit": {}, "breit 120pt": {}, "0pt 9pt": {}, "9pt 0pt": {}, "-9pt 9pt": {}, "9pt 9pt 9pt": {},
	} {
		got, ok := parseSize(in)
		if ok != (want != geom.Size{}) || ok && got != want {
			t.Errorf("%q: %v %v, want %v", in, got, ok, want)
		}
	}
}

// TestThePictureRecordSaysWhatMatters: its focal point is what a crop keeps; the file's own stands where it says none.
func TestThePictureRecordSaysWhatMatters(t *testing.T) {
	r := townReport(t, town+"  - {id: b2, file: bild.svg, alt: A, credit: C, licence: CC0, focus_x: 20, focus_y: 90}\n")
	own := &picture.Picture{FocusX: 50, FocusY: 40}
	for id, want := range map[string][2]int{"b1": {50, 40}, "b2": {20, 90}} {
		for _, rec := range r.Records("pictures") {
			if rec.ID != id {
				continue
			}
			if got := focused(own, rec); got.FocusX != want[0] || got.FocusY != want[1] {
				t.Errorf("%s: %d %d, want %v", id, got.FocusX, got.FocusY, want)
			}
		}
	}
	if own.FocusX != 50 || own.FocusY != 40 {
		t.Error("the shared picture was changed")
	}
}

// TestContentsOfWhatIsNumberedArePlain: captions are no chapters, so that they take the style of entries of the second level.
func TestContentsOfWhatIsNumberedArePlain(t *testing.T) {
	one, two := &doc.Style{Name: "toc1"}, &doc.Style{Name: "toc2"}
	x := &expander{design: &Design{Styles: map[string]*doc.Style{"toc1": one, "toc2": two}}, text: &doc.Style{Name: "body"}}
	for of, want := range map[doc.Listing]*doc.Style{doc.Headings: one, doc.NumberedFigures: two, doc.NumberedTables: two} {
		if got := x.contentsStyles(of, 3); len(got) != 3 || got[0] != want || got[1] != two || got[2] != x.text && of == doc.Headings {
			t.Errorf("%v: %v", of, got)
		}
	}
}
