package flow

import (
	"konzept/report/doc"
	"konzept/report/galley"
	"konzept/report/geom"
	"konzept/report/page"
	"konzept/report/typeset"
)

// rule draws a horizontal line, an artifact.
func (b *Builder) rule(g *galley.Galley, f typeset.Frame, v *doc.Rule) {
	width := v.Width
	if width <= 0 || width > f.Width {
		width = f.Width
	}
	weight := max(v.Weight, 0)
	g.Space(v.Before)
	x := f.X
	if f.Aligned {
		x += typeset.Spare(f.Align, f.Width-width)
	}
	g.Add(galley.Box{Height: weight, Items: []page.Item{&page.Rect{Box: geom.Box{X: x, W: width, H: weight}, Ink: v.Ink}}})
	g.Space(v.After)
}
