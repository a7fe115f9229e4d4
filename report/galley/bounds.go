package galley

import (
	"konzept/report/geom"
	"konzept/report/page"
)

// Bounds is the box around an item.
func Bounds(it page.Item) geom.Box {
	switch it := it.(type) {
	case *page.Text:
		return geom.Box{X: it.X, Y: it.Y - it.Run.Size, W: it.Run.Width(), H: it.Run.Size.Mul(12, 10)}
	case *page.Rect:
		return it.Box
	case *page.Picture:
		return it.Box
	case *page.Shape:
		if len(it.Path.Points) == 0 {
			return geom.Box{}
		}
		q := it.Path.Points[0]
		box := geom.Box{X: q.X, Y: q.Y}
		for _, q := range it.Path.Points[1:] {
			box = Union(box, geom.Box{X: q.X, Y: q.Y})
		}
		return box
	case *page.Anchor:
		return geom.Box{Y: it.Y}
	}
	return geom.Box{}
}

// Union is the box around two.
func Union(a, b geom.Box) geom.Box {
	x, y := min(a.X, b.X), min(a.Y, b.Y)
	return geom.Box{X: x, Y: y, W: max(a.Right(), b.Right()) - x, H: max(a.Bottom(), b.Bottom()) - y}
}

// Inked is the box that an item covers; of text from the height of capitals to the baseline.
func Inked(it page.Item) geom.Box {
	if t, ok := it.(*page.Text); ok {
		up := t.Run.Size.Mul(7, 10)
		return geom.Box{X: t.X, Y: t.Y - up, W: t.Run.Width(), H: up}
	}
	return Bounds(it)
}
