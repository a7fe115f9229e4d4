package compose

import (
	"testing"

	"konzept/report/design"
	"konzept/report/doc"
	"konzept/report/internal/smalltown"
	"konzept/report/picture"
)

// TestThePictureRecordSaysWhatMatters: its focal point is what a crop keeps; the file's own stands where it says none.
func TestThePictureRecordSaysWhatMatters(t *testing.T) {
	r := smalltown.Report(t, smalltown.Data+"  - {id: b2, file: bild.svg, alt: A, credit: C, licence: CC0, focus_x: 20, focus_y: 90}\n")
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
	x := &expander{design: &design.Design{Styles: map[string]*doc.Style{"toc1": one, "toc2": two}}, text: &doc.Style{Name: "body"}}
	for of, want := range map[doc.Listing]*doc.Style{doc.Headings: one, doc.NumberedFigures: two, doc.NumberedTables: two} {
		if got := x.contentsStyles(of, 3); len(got) != 3 || got[0] != want || got[1] != two || got[2] != x.text && of == doc.Headings {
			t.Errorf("%v: %v", of, got)
		}
	}
}
