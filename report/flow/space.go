package flow

import (
	"konzept/report/doc"
	"konzept/report/galley"
)

// space adds white: owed to the next box, or strong as a box of its own, or one that takes what the page has left.
func (b *Builder) space(g *galley.Galley, v *doc.Space) {
	switch {
	case v.Fill:
		g.Add(galley.Box{Height: max(v.Height, 0), Fill: true})
	case v.Strong:
		g.Add(galley.Box{Height: max(v.Height, 0)})
	default:
		g.Space(v.Height)
	}
}
