package layout

import (
	"testing"

	"konzept/report/doc"
	"konzept/report/geom"
	"konzept/report/page"
)

// TestTabsGoDownStepByStep: each chapter's thumb tab stands a step below the one before, at the outer edge, and runs into the bleed.
func TestTabsGoDownStepByStep(t_ *testing.T) {
	d := &doc.Document{Lang: "de-DE", Words: words, Palette: geom.Palette{{Name: "text"}, {Name: "accent", RGB: [3]uint8{0, 60, 120}}, {Name: "white", RGB: [3]uint8{255, 255, 255}}}}
	for _, tab := range []string{"A", "B", "A"} {
		st := *small()
		st.Tab, st.Facing, st.Bleed, st.Size.H, st.TabInk = tab, true, 9*pt, 297*geom.MM, 1
		d.Chapters = append(d.Chapters, doc.Chapter{Page: &st, Blocks: []doc.Block{p("Text")}})
	}
	pages := lay(t_, d).Pages
	top := small().Top
	for i, slot := range []int{0, 1, 0} {
		box := tabOf(t_, pages[i]).Box
		if want := top + (tabHeight+tabGap)*geom.Length(slot); box.Y != want || box.H != tabHeight || box.W != tabWidth+9*pt {
			t_.Errorf("page %d: tab at %v %v %v, want %v", i+1, box.Y, box.W, box.H, want)
		}
		outer := pages[i].Size.W - tabWidth
		if i%2 == 1 {
			outer = -9 * pt
		}
		if box.X != outer {
			t_.Errorf("page %d: tab at %v from the left, want %v", i+1, box.X, outer)
		}
	}
}

func tabOf(t_ *testing.T, pg *page.Page) *page.Rect {
	t_.Helper()
	for _, it := range pg.Items {
		if r, ok := it.(*page.Running); ok && r.Kind == page.PaginationArtifact {
			if box, ok := r.Of[0].(*page.Rect); ok {
				return box
			}
		}
	}
	t_.Fatal("no tab")
	return nil
}
