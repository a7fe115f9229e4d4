package canvas

import (
	"testing"

	"konzept/report/geom"
)

func TestSeriesNeverLookAlike(t *testing.T) {
	c := New(Setting{Palette: geom.Palette{{Name: "text"}, {Name: "accent"}}})
	looks := c.SeriesStyles(6, func(int) (geom.Ink, int) { return 0, 0 })
	for i := range looks {
		if holds(looks[:i], looks[i]) {
			t.Errorf("series %d looks like an earlier one: %v", i, looks[i])
		}
	}
}
