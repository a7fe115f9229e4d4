package layout

import "konzept/report/doc"

// space adds white: owed to the next slab, or strong as a slab of its own, or one that takes what the page has left.
func (b *builder) space(g *galley, v *doc.Space) {
	switch {
	case v.Fill:
		g.add(slab{height: max(v.Height, 0), fill: true})
	case v.Strong:
		g.add(slab{height: max(v.Height, 0)})
	default:
		g.space(v.Height)
	}
}
