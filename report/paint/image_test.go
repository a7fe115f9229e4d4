package paint

import (
	"strings"
	"testing"

	"konzept/report/geom"
	"konzept/report/page"
	"konzept/report/picture"
	"konzept/report/text"
)

// pictured paints a page with one picture.
func pictured(t *testing.T, pic *picture.Picture, e page.Edition) *page.Drawn {
	t.Helper()
	drawn, err := PDF(&page.Document{Pages: []*page.Page{{Size: geom.Size{W: pt(100), H: pt(100)}, Items: []page.Item{&page.Picture{Box: rectangle(10, 10, 20, 20), Picture: pic}}}}}, e)
	if err != nil {
		t.Fatal(err)
	}
	return drawn
}

// TestTransparencyIsToldOfPagesThatHaveIt: only they need a blending group (ISO 32000-1, 11.4.7).
func TestTransparencyIsToldOfPagesThatHaveIt(t *testing.T) {
	see := &picture.Picture{Hash: [16]byte{1}, Width: 1, Height: 1, Pixels: []byte{1, 2, 3}, Alpha: []byte{128}}
	solid := &picture.Picture{Hash: [16]byte{2}, Width: 1, Height: 1, Pixels: []byte{1, 2, 3}}
	for _, c := range []struct {
		pic  *picture.Picture
		want bool
	}{{see, true}, {solid, false}} {
		if got := pictured(t, c.pic, page.Edition{}).Alpha; len(got) != 1 || got[0] != c.want {
			t.Errorf("alpha %v: page says %v", c.pic.Alpha, got)
		}
	}
}

// TestAStencilStandsForTransparencyWhereItIsForbidden: PDF/X-3 and X-1a know no soft mask.
func TestAStencilStandsForTransparencyWhereItIsForbidden(t *testing.T) {
	see := &picture.Picture{Hash: [16]byte{1}, Width: 2, Height: 1, Pixels: []byte{10, 20, 30, 40, 50, 60}, Alpha: []byte{0, 255}}
	for standard, want := range map[page.Standard]bool{page.X4: false, page.X3_2003: true, page.X1a_2003: true} {
		e := page.Edition{Name: "print", Colour: page.CMYK, X: true, Press: &page.Press{Standard: standard}}
		if im := pictured(t, see, e).Images[0]; im.Stencil != want {
			t.Errorf("%s: stencil %v, want %v", standard.Version(), im.Stencil, want)
		}
	}
	if im := pictured(t, see, page.Edition{}).Images[0]; im.Stencil {
		t.Error("a stencil on the screen")
	}
}

// TestColoursOfDrawingsGoThroughTheProfile but greys, which are black alone.
func TestColoursOfDrawingsGoThroughTheProfile(t *testing.T) {
	e := press(t, 300)
	p := &painter{edition: e}
	for rgb, profile := range map[[3]uint8]bool{{200, 0, 0}: true, {0, 0, 200}: true, {0, 200, 200}: true, {200, 200, 0}: true, {90, 90, 90}: false, {0, 0, 0}: false} {
		want := fromRGB(rgb).CMYK
		if profile {
			want = e.Press.Separation.Colour(rgb)
		}
		if got := p.vectorColour(rgb).CMYK; got != want {
			t.Errorf("%v: %v, want %v", rgb, got, want)
		}
	}
}

// TestEverySheetHasItsOwnSlug: the first one's stands on the first sheet.
func TestEverySheetHasItsOwnSlug(t *testing.T) {
	f := parsed(t, "SourceSans3-Regular.ttf")
	shown := func(slugs ...[]text.Run) int {
		e := press(t, 300)
		e.PrinterMarks, e.Press.Slug = true, slugs
		return strings.Count(content(t, plates(), e), "TJ") + strings.Count(content(t, plates(), e), "Tj")
	}
	if with, without := shown([]text.Run{run(f, "Auftrag")}), shown(); with != without+1 {
		t.Errorf("%d texts with a slug, %d without", with, without)
	}
	if second, none := shown(nil, []text.Run{run(f, "Auftrag")}), shown(); second != none {
		t.Errorf("the slug of the second sheet stands on the first: %d texts, want %d", second, none)
	}
}
