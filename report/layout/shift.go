package layout

import (
	"konzept/report/geom"
	"konzept/report/page"
)

// move puts the slab's content into dst at x, y.
func (s *slab) move(dst *slab, x, y geom.Length) {
	for _, it := range s.items {
		shift(it, x, y)
	}
	dst.items = append(dst.items, s.items...)
	for _, l := range s.links {
		l.Box.X += x
		l.Box.Y += y
	}
	dst.links = append(dst.links, s.links...)
	if s.more == nil {
		return
	}
	if len(s.more.notes) > 0 {
		dst.rare().notes = append(dst.more.notes, s.more.notes...)
	}
	if len(s.more.bleed) > 0 {
		dst.rare().bleed = append(dst.more.bleed, s.more.bleed...)
	}
	for _, a := range s.more.aside {
		a.y += y
		dst.rare().aside = append(dst.more.aside, a)
	}
	for _, m := range s.more.marks {
		m.y += y
		dst.rare().marks = append(dst.more.marks, m)
	}
}

// shift moves an item that its caller owns.
func shift(it page.Item, x, y geom.Length) {
	switch it := it.(type) {
	case *page.Text:
		it.X += x
		it.Y += y
	case *page.Rect:
		it.Box.X += x
		it.Box.Y += y
	case *page.Shape:
		for i := range it.Path.Points {
			it.Path.Points[i].X += x
			it.Path.Points[i].Y += y
		}
	case *page.Picture:
		it.Box.X += x
		it.Box.Y += y
	case *page.Anchor:
		it.Y += y
	case *page.Running:
		for _, of := range it.Of {
			shift(of, x, y)
		}
	}
}

// again appends a copy of the slab's items at x, y as an artifact: what repeats is no content.
func (s *slab) again(items []page.Item, x, y geom.Length) []page.Item {
	return artifact(items, page.PaginationArtifact, s.items, x, y)
}

// artifact appends copies of the painted items of list, moved by x, y, wrapped so that no reader takes them for content.
func artifact(items []page.Item, kind page.Artifact, list []page.Item, x, y geom.Length) []page.Item {
	var of []page.Item
	for _, it := range list {
		c := bare(it)
		if c == nil {
			continue
		}
		shift(c, x, y)
		if r, ok := c.(*page.Running); ok {
			of = append(of, r.Of...) // artifacts do not nest
		} else {
			of = append(of, c)
		}
	}
	if len(of) == 0 {
		return items
	}
	return append(items, &page.Running{Kind: kind, Of: of})
}

// bare copies an item without its element; anchors have no picture and give nil.
func bare(it page.Item) page.Item {
	switch it := it.(type) {
	case *page.Text:
		c := *it
		c.Elem = nil
		return &c
	case *page.Rect:
		c := *it
		c.Elem = nil
		return &c
	case *page.Shape:
		c := *it
		c.Elem = nil
		c.Path = it.Path.Shift(geom.Point{})
		return &c
	case *page.Picture:
		c := *it
		c.Elem = nil
		return &c
	case *page.Running:
		c := &page.Running{Kind: it.Kind}
		for _, of := range it.Of {
			if b := bare(of); b != nil {
				c.Of = append(c.Of, b)
			}
		}
		return c
	}
	return nil
}
