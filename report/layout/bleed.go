package layout

import (
	"konzept/report/doc"
	"konzept/report/geom"
	"konzept/report/page"
)

// bleeding is an item that runs over the trim at some sides once its page is known.
type bleeding struct {
	item  page.Item
	sides geom.Sides
}

// bleeds lets grounds and pictures run to the page's edges and into the bleed: left and right always, to the top and the
// bottom only what stands first or last on its page, lest it cover other text.
func bleeds(list []bleeding, st *doc.PageStyle, end geom.Length) {
	for _, b := range list {
		switch it := b.item.(type) {
		case *page.Rect:
			it.Box = bled(it.Box, b.sides, st, end)
		case *page.Picture:
			it.Box = bled(it.Box, b.sides, st, end)
			it.Crop = crop(it.Picture, geom.Size{W: it.Box.W, H: it.Box.H})
		}
	}
}

func bled(box geom.Box, sides geom.Sides, st *doc.PageStyle, end geom.Length) geom.Box {
	var e geom.Edges
	if sides.Has(geom.LeftSide) {
		e.Left = box.X + st.Bleed
	}
	if sides.Has(geom.RightSide) {
		e.Right = st.Size.W - box.Right() + st.Bleed
	}
	if sides.Has(geom.TopSide) && box.Y <= st.Top+geom.Pt {
		e.Top = box.Y + st.Bleed
	}
	if sides.Has(geom.BottomSide) && box.Bottom() >= end-geom.Pt {
		e.Bottom = st.Size.H - box.Bottom() + st.Bleed
	}
	return box.Inset(-e.Top, -e.Right, -e.Bottom, -e.Left)
}
