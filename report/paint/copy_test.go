package paint

import (
	"strings"
	"testing"

	"konzept/report/geom"
	"konzept/report/page"
)

// TestCopiesHaveNoDarkGroundUnderWords: a dark ground turns pale and light words on it black; a chart's bar and what
// carries no words stay, and so does everything in colour.
func TestCopiesHaveNoDarkGroundUnderWords(t *testing.T) {
	f := parsed(t, "SourceSans3-Regular.ttf")
	fig := &page.Elem{Type: "Figure"}
	bar := &page.Shape{Filled: true, Fill: 1, Elem: fig}
	bar.Path.Rect(rectangle(100, 40, 60, 20))
	emblem := &page.Shape{Filled: true, Fill: 2} // decoration on the dark ground
	emblem.Path.Rect(rectangle(70, 5, 10, 10))
	d := &page.Document{
		Palette: geom.Palette{{Name: "text", Gray: 100}, {Name: "deep", RGB: [3]uint8{0, 40, 80}, Gray: 80}, {Name: "white", RGB: [3]uint8{255, 255, 255}}, {Name: "tint", RGB: [3]uint8{220, 220, 220}, Gray: 15}},
		Pages: []*page.Page{{Size: geom.Size{W: pt(200), H: pt(100)}, Items: []page.Item{
			&page.Rect{Box: rectangle(0, 0, 90, 20), Ink: 1},
			&page.Text{X: pt(10), Y: pt(15), Run: run(f, "A"), Ink: 2, Elem: &page.Elem{Type: "P"}},
			emblem,
			&page.Rect{Box: rectangle(0, 40, 90, 20), Ink: 3},
			&page.Text{X: pt(10), Y: pt(55), Run: run(f, "A"), Elem: &page.Elem{Type: "P"}},
			bar,
			&page.Text{X: pt(110), Y: pt(55), Run: run(f, "A"), Ink: 2, Elem: fig},
			&page.Rect{Box: rectangle(0, 90, 200, 1), Ink: 1},
		}}},
	}
	fills := func(e page.Edition) string {
		var s []string
		for line := range strings.Lines(content(t, d, e)) {
			if line = strings.TrimSpace(line); strings.HasSuffix(line, " g") && line != "0.000 g" || strings.HasSuffix(line, " rg") {
				s = append(s, line)
			}
		}
		return strings.Join(s, ", ")
	}
	if got, want := fills(page.Edition{Name: "copy", Colour: page.Gray, Tagged: true}), "0.9 g, 0 g, 0.85 g, 0 g, 0.2 g, 1 g, 0.2 g"; got != want {
		t.Errorf("copy: %s, want %s", got, want)
	}
	if got, want := fills(page.Edition{Name: "screen", Tagged: true}), "0 0.157 0.314 rg, 1 1 1 rg, 0.863 0.863 0.863 rg, 0 0 0 rg, 0 0.157 0.314 rg, 1 1 1 rg, 0 0.157 0.314 rg"; got != want {
		t.Errorf("screen: %s, want %s", got, want)
	}
}
