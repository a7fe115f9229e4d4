package compose

import (
	"testing"
	"testing/fstest"

	"konzept/report/diag"
	"konzept/report/geom"
	"konzept/report/internal/smalltown"
)

func TestABindingTakesItsPartOfFacingPages(t *testing.T) {
	single, _ := geom.Parse("20mm")
	for _, c := range []struct {
		design, front string
		hidden        geom.Length
		multiple      int
	}{
		{"binding: none", "", 0, 1},
		{"binding: glued", "", 6 * geom.MM, 2},
		{"binding: stapled", "multiple: 6\n", 0, 12},
		{"", "multiple: 3\n", 0, 3},
	} {
		var out diag.List
		project := fstest.MapFS{
			"documents/test.md": {Data: []byte("---\n" + c.front + "page: both\n---\nText\n\n::: chapter page=single\nText\n:::\n")},
			"design/base.yaml":  {Data: []byte(c.design + "\npages:\n  both: {facing: true, inner: 20mm, outer: 30mm}\n  single: {inner: 20mm, outer: 30mm}\n")},
		}
		d := loadSet(templates("", nil), project, &out).Document(testJob(smalltown.Report(t, smalltown.Data)), &out)
		if len(out.Findings) > 0 {
			t.Fatalf("%s: %v", c.design, out.Findings)
		}
		if got := d.Chapters[0].Page.Inner; got != single+c.hidden || d.Multiple != c.multiple || d.Chapters[1].Page.Inner != single {
			t.Errorf("%q %q: inner %s and %s, a multiple of %d", c.design, c.front, got, d.Chapters[1].Page.Inner, d.Multiple)
		}
	}
}

func TestAnUnknownBindingIsAFinding(t *testing.T) {
	var out diag.List
	project := fstest.MapFS{"design/base.yaml": {Data: []byte("binding: staple\n")}}
	loadSet(templates("Text", nil), project, &out).Document(testJob(smalltown.Report(t, smalltown.Data)), &out)
	if len(out.Findings) != 1 || out.Findings[0].Code != "bad-value" {
		t.Errorf("found %v", out.Findings)
	}
}
