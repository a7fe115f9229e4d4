package layout

import (
	"konzept/report/doc"
	"konzept/report/galley"
	"konzept/report/geom"
	"konzept/report/page"
)

// rule draws a horizontal line, an artifact.
func (b *builder) rule(g *galley.Galley, f frame, v *doc.Rule) {
	width := v.Width
	if width <= 0 || width > f.width {
		width = f.width
	}
	weight := max(v.Weight, 0)
	g.Space(v.Before)
	x := f.x
	if f.aligned {
		x += spare(f.align, f.width-width)
	}
	g.Add(galley.Box{Height: weight, Items: []page.Item{&page.Rect{Box: geom.Box{X: x, W: width, H: weight}, Ink: v.Ink}}})
	g.Space(v.After)
}
