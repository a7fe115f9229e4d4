package page

import (
	"iter"
	"strings"

	"konzept/report/geom"
)

// Grounds tells on what everything written stands: runs of text, drawn signs among them, and decoration. The ground is the last area
// or picture painted before it that holds its middle; nil is the paper. Paint colours by it, layout checks contrast by it.
func (p *Page) Grounds() iter.Seq2[Item, Item] {
	return func(yield func(written, ground Item) bool) {
		g := grounds{yield: yield}
		g.items(p.Items)
	}
}

type grounds struct {
	areas []Item
	boxes []geom.Box
	yield func(written, ground Item) bool
}

// items tells whether to go on.
func (g *grounds) items(list []Item) bool {
	for _, it := range list {
		switch it := it.(type) {
		case *Rect:
			g.area(it, it.Box)
		case *Picture:
			g.area(it, it.Box)
		case *Shape:
			box := it.Path.Bounds()
			if (it.Elem == nil || it.Sign) && !g.written(it, box) {
				return false
			}
			if it.Filled {
				g.area(it, box)
			}
		case *Text:
			up := it.Run.Size * 7 / 10
			if it.Turn == 0 && strings.TrimSpace(it.Run.Text) != "" && !g.written(it, geom.Box{X: it.X, Y: it.Y - up, W: it.Run.Width(), H: up}) {
				return false
			}
		case *Running:
			if !g.items(it.Of) {
				return false
			}
		}
	}
	return true
}

// area leaves rules out: they are too thin to stand on, and most areas of a page are rules.
func (g *grounds) area(it Item, box geom.Box) {
	if min(box.W, box.H) < 3*geom.Pt {
		return
	}
	g.areas, g.boxes = append(g.areas, it), append(g.boxes, box)
}

func (g *grounds) written(it Item, box geom.Box) bool {
	middle := geom.Box{X: box.X + box.W/2, Y: box.Y + box.H/2}
	for i := len(g.boxes) - 1; i >= 0; i-- {
		if g.boxes[i].Contains(middle) {
			return g.yield(it, g.areas[i])
		}
	}
	return g.yield(it, nil)
}
