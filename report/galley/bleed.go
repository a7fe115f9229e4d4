package galley

import (
	"konzept/report/doc"
	"konzept/report/geom"
	"konzept/report/page"
	"konzept/report/picture"
)

// Bleed is an item that runs over the trim at some sides once its page is known.
type Bleed struct {
	Item  page.Item
	Sides geom.Sides
}

// RunOver lets grounds and pictures run to the page's edges and into the bleed: left and right always, to the top and the
// bottom only what stands first or last on its page, lest it cover other text.
func RunOver(list []Bleed, st *doc.PageStyle, end geom.Length) {
	for _, b := range list {
		switch it := b.Item.(type) {
		case *page.Rect:
			it.Box = bled(it.Box, b.Sides, st, end)
		case *page.Picture:
			it.Box = bled(it.Box, b.Sides, st, end)
			it.Crop = Crop(it.Picture, geom.Size{W: it.Box.W, H: it.Box.H})
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

// stretch makes the picture of a box that fills higher.
func (s *Box) stretch(by geom.Length) {
	for _, it := range s.Items {
		if p, ok := it.(*page.Picture); ok && by > 0 {
			p.Box.H += by
			p.Crop = Crop(p.Picture, geom.Size{W: p.Box.W, H: p.Box.H})
		}
	}
}

// Crop is the part of the picture with the proportions of size, as near to the focal point as its edges allow.
func Crop(p *picture.Picture, size geom.Size) [4]int {
	pw, ph := int64(max(p.Width, 1)), int64(max(p.Height, 1))
	visible := func(focus int, part int64) (int, int) {
		from := max(min(int64(focus)*100-part/2, 10000-part), 0)
		return int(from), int(from + part)
	}
	c := [4]int{0, 0, 10000, 10000}
	if wide, high := int64(size.W)*ph, int64(size.H)*pw; wide < high {
		c[0], c[2] = visible(p.FocusX, max(wide/max(high/10000, 1), 1))
	} else {
		c[1], c[3] = visible(p.FocusY, max(high/max(wide/10000, 1), 1))
	}
	return c
}
