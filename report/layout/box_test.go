package layout

import (
	"testing"

	"konzept/report/doc"
	"konzept/report/galley"
	"konzept/report/geom"
	"konzept/report/page"
)

// TestBoundingBoxesHoldTheirFigures: the box that ISO 14289-1, 7.3, asks for is around all that the figure draws on its page.
func TestBoundingBoxesHoldTheirFigures(t_ *testing.T) {
	d := document(small(), []doc.Block{p("Text davor"), &doc.Figure{Title: t("Titel"), CaptionStyle: smallStyle, Style: smallStyle,
		Drawing: &doc.Bars{Labels: []string{"eins", "zwei"}, Series: []doc.Series{{Values: some}}, Format: plainly}}, p("Text danach")})
	found := 0
	for _, pg := range lay(t_, d).Pages {
		around := map[*page.Elem]geom.Box{}
		each(pg.Items, func(it page.Item) {
			if e := it.Element(); e != nil && e.Type == "Figure" {
				box := galley.Bounds(it)
				if have, ok := around[e]; ok {
					box = galley.Union(have, box)
				}
				around[e] = box
			}
		})
		for e, want := range around {
			found++
			if got := e.Detail(); !got.HasBBox || got.BBox != want {
				t_.Errorf("box %v, want %v", got.BBox, want)
			}
		}
	}
	if found != 1 {
		t_.Errorf("%d figures, want 1", found)
	}
}
