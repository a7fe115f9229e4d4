package flow

import (
	"konzept/report/doc"
	"konzept/report/galley"
	"konzept/report/geom"
	"konzept/report/page"
	"konzept/report/typeset"
)

// Legend sets the blocks that stand at the foot of every double page, as one box.
func (b *Builder) Legend(p *doc.PageStyle, root *page.Elem) *galley.Box {
	if len(p.Legend) == 0 {
		return nil
	}
	count, heads := b.Set.Count, b.heads // a legend counts nothing: the index does not see it
	sub := b.Set.TakeGalley()
	width := max(p.Size.W-p.Inner-p.Outer, geom.Pt)
	f := typeset.Frame{Width: width}.Under(b.Set.Elem("Div", root))
	b.Blocks(sub, f, p.Legend)
	s := &galley.Box{}
	s.Height = sub.Place(s, 0, len(sub.Boxes), 0, 0, 0)
	b.Set.GiveGalley(sub)
	b.Set.Count, b.heads = count, heads
	return s
}
