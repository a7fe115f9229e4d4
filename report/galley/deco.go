package galley

import (
	"konzept/report/geom"
	"konzept/report/page"
)

// Decoration is ground, frame, bar and column rules of a region; the zero value draws nothing.
type Decoration struct {
	X, Width geom.Length // within the galley
	Fill     geom.Ink
	Filled   bool
	Bleeds   geom.Sides // of the ground
	Frame    geom.Length
	Ink      geom.Ink
	Bar      geom.Length
	Lines    []geom.Length // vertical rules, from x
	Thread   geom.Length   // weight of vertical rules where there is no frame
}

// draw returns the artifacts behind and above the content of the region's part in box; x and width are the region's own.
func (d *Decoration) draw(box geom.Box) (behind, over []page.Item) {
	box.X += d.X
	box.W = d.Width
	if d.Filled {
		behind = append(behind, &page.Rect{Box: box, Ink: d.Fill})
	}
	if d.Frame > 0 {
		over = append(over, frameRects(box, d.Frame, d.Ink)...)
	}
	if d.Bar > 0 {
		behind = append(behind, &page.Rect{Box: geom.Box{X: box.X, Y: box.Y, W: d.Bar, H: box.H}, Ink: d.Ink})
	}
	weight := max(d.Frame, d.Thread)
	for _, x := range d.Lines {
		line := &page.Rect{Box: geom.Box{X: box.X + x - weight/2, Y: box.Y, W: weight, H: box.H}, Ink: d.Ink}
		if d.Thread > 0 {
			behind = append(behind, line)
		} else {
			over = append(over, line)
		}
	}
	return behind, over
}

// frameRects are the four sides of a frame within box.
func frameRects(box geom.Box, w geom.Length, ink geom.Ink) []page.Item {
	w = min(w, box.W, max(box.H, 1))
	return []page.Item{
		&page.Rect{Box: geom.Box{X: box.X, Y: box.Y, W: box.W, H: w}, Ink: ink},
		&page.Rect{Box: geom.Box{X: box.X, Y: box.Bottom() - w, W: box.W, H: w}, Ink: ink},
		&page.Rect{Box: geom.Box{X: box.X, Y: box.Y, W: w, H: box.H}, Ink: ink},
		&page.Rect{Box: geom.Box{X: box.Right() - w, Y: box.Y, W: w, H: box.H}, Ink: ink},
	}
}

// repeat appends the overlays that a cut before box i makes appear; x, y is the top left corner of what follows.
func (r *Region) repeat(items []page.Item, i int, x, y geom.Length) []page.Item {
	for n := range r.Overlays {
		if o := &r.Overlays[n]; o.From < i && i < o.To {
			items = Artifact(items, page.LayoutArtifact, o.Items, x, y)
		}
	}
	return items
}
