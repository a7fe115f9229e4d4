package layout

import (
	"testing"

	"konzept/report/doc"
	"konzept/report/geom"
	"konzept/report/page"
	"konzept/report/picture"
)

// grounds are the boxes of a page's rectangles.
func grounds(p *page.Page) []geom.Box {
	var all []geom.Box
	for _, it := range p.Items {
		if r, ok := it.(*page.Rect); ok {
			all = append(all, r.Box)
		}
	}
	return all
}

func TestGroundsRunOverTheTrimWhereTheyMay(t_ *testing.T) {
	style := small()
	style.Bleed, style.HeadRule, style.FootRule = 3*geom.MM, false, false
	bled := func() *doc.Box {
		return &doc.Box{Blocks: []doc.Block{p("Auf Farbe")}, Fill: 1, Filled: true, Pad: geom.Edges{Bottom: 10 * pt}, Bleeds: geom.LeftSide | geom.RightSide | geom.TopSide}
	}
	pages := lay(t_, document(style, []doc.Block{bled(), p("Text"), bled()}))
	all := grounds(pages.Pages[0])
	if len(all) != 2 {
		t_.Fatalf("expected two grounds, found %v", all)
	}
	for i, b := range all {
		if b.X != -style.Bleed || b.Right() != style.Size.W+style.Bleed {
			t_.Errorf("ground %d does not reach both bleeds: %v", i, b)
		}
	}
	if all[0].Y != -style.Bleed {
		t_.Errorf("the first ground of the page begins at %v, not above the trim", all[0].Y)
	}
	if all[1].Y < all[0].Bottom() {
		t_.Errorf("the second ground covers what stands above it: %v", all)
	}
}

func TestAPictureThatFillsReachesTheFootOfTheSheet(t_ *testing.T) {
	style := small()
	style.Bleed = 3 * geom.MM
	img := &picture.Picture{Name: "wide.png", Width: 4000, Height: 1000, FocusX: 50, FocusY: 50}
	pages := lay(t_, document(style, []doc.Block{p("Titel"), &doc.Picture{Picture: img, Alt: "Bild", Height: 20 * pt, Cover: true, Fill: true,
		Bleeds: geom.LeftSide | geom.RightSide | geom.BottomSide}}))
	if len(pages.Pages) != 1 {
		t_.Fatalf("%d pages", len(pages.Pages))
	}
	for _, it := range pages.Pages[0].Items {
		v, ok := it.(*page.Picture)
		if !ok {
			continue
		}
		if v.Box.X != -style.Bleed || v.Box.Right() != style.Size.W+style.Bleed || v.Box.Bottom() != style.Size.H+style.Bleed {
			t_.Errorf("the picture stands at %v on a sheet of %v", v.Box, style.Size)
		}
		// The part that shows has the proportions of the box.
		w, h := int64(v.Crop[2]-v.Crop[0])*4000, int64(v.Crop[3]-v.Crop[1])*1000
		if got, want := w*1000/h, int64(v.Box.W)*1000/int64(v.Box.H); got < want-5 || got > want+5 {
			t_.Errorf("the crop %v is distorted: %d against %d thousandths", v.Crop, got, want)
		}
		return
	}
	t_.Error("no picture")
}
