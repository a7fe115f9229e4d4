package layout

import (
	"konzept/report/geom"
	"konzept/report/page"
)

// deco is ground, frame, bar and column rules of a region; the zero value draws nothing.
type deco struct {
	x, width geom.Length // within the galley
	fill     geom.Ink
	filled   bool
	bleeds   geom.Sides // of the ground
	frame    geom.Length
	ink      geom.Ink
	bar      geom.Length
	lines    []geom.Length // vertical rules, from x
	thread   geom.Length   // weight of vertical rules where there is no frame
}

// draw returns the artifacts behind and above the content of the region's part in box; x and width are the region's own.
func (d *deco) draw(box geom.Box) (behind, over []page.Item) {
	box.X += d.x
	box.W = d.width
	if d.filled {
		behind = append(behind, &page.Rect{Box: box, Ink: d.fill})
	}
	if d.frame > 0 {
		over = append(over, frameRects(box, d.frame, d.ink)...)
	}
	if d.bar > 0 {
		behind = append(behind, &page.Rect{Box: geom.Box{X: box.X, Y: box.Y, W: d.bar, H: box.H}, Ink: d.ink})
	}
	weight := max(d.frame, d.thread)
	for _, x := range d.lines {
		line := &page.Rect{Box: geom.Box{X: box.X + x - weight/2, Y: box.Y, W: weight, H: box.H}, Ink: d.ink}
		if d.thread > 0 {
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

// repeat appends the overlays that a cut before slab i makes appear; x, y is the top left corner of what follows.
func (r *region) repeat(items []page.Item, i int, x, y geom.Length) []page.Item {
	for n := range r.over {
		if o := &r.over[n]; o.from < i && i < o.to {
			items = artifact(items, page.LayoutArtifact, o.items, x, y)
		}
	}
	return items
}
