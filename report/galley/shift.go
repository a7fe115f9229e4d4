package galley

import (
	"konzept/report/geom"
	"konzept/report/page"
)

// Move puts the box's content into dst at x, y.
func (s *Box) Move(dst *Box, x, y geom.Length) {
	for _, it := range s.Items {
		Shift(it, x, y)
	}
	dst.Items = append(dst.Items, s.Items...)
	for _, l := range s.Links {
		l.Box.X += x
		l.Box.Y += y
	}
	dst.Links = append(dst.Links, s.Links...)
	if s.Extras == nil {
		return
	}
	if len(s.Extras.Notes) > 0 {
		dst.Extend().Notes = append(dst.Extras.Notes, s.Extras.Notes...)
	}
	if len(s.Extras.Bleeds) > 0 {
		dst.Extend().Bleeds = append(dst.Extras.Bleeds, s.Extras.Bleeds...)
	}
	for _, a := range s.Extras.Marginals {
		a.Y += y
		dst.Extend().Marginals = append(dst.Extras.Marginals, a)
	}
	for _, m := range s.Extras.Targets {
		m.Y += y
		dst.Extend().Targets = append(dst.Extras.Targets, m)
	}
}

// Shift moves an item that its caller owns.
func Shift(it page.Item, x, y geom.Length) {
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
			Shift(of, x, y)
		}
	}
}

// again appends a copy of the box's items at x, y as an artifact: what repeats is no content.
func (s *Box) again(items []page.Item, x, y geom.Length) []page.Item {
	return Artifact(items, page.PaginationArtifact, s.Items, x, y)
}

// Artifact appends copies of the painted items of list, moved by x, y, wrapped so that no reader takes them for content.
func Artifact(items []page.Item, kind page.Artifact, list []page.Item, x, y geom.Length) []page.Item {
	var of []page.Item
	for _, it := range list {
		c := Bare(it)
		if c == nil {
			continue
		}
		Shift(c, x, y)
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

// Bare copies an item without its element; anchors have no picture and give nil.
func Bare(it page.Item) page.Item {
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
			if b := Bare(of); b != nil {
				c.Of = append(c.Of, b)
			}
		}
		return c
	}
	return nil
}
