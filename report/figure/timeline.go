package figure

import (
	"konzept/report/geom"
	"konzept/report/page"
)

// Dot is one entry's mark on a timeline.
type Dot struct {
	Y      geom.Length // its middle
	Strong bool        // full instead of hollow
}

// Spine draws a timeline's line at x from top to bottom and its dots; r is a dot's radius. Layout sets the entries'
// texts and calls Spine for what of the line stands on a page. Ground fills hollow dots.
func Spine(dots []Dot, x, top, bottom, r geom.Length, ink, ground geom.Ink) []page.Item {
	weight := r / 4
	var items []page.Item
	if bottom > top { // a box without height would print as a hairline
		items = append(items, &page.Rect{Box: geom.Box{X: x - weight/2, Y: top, W: weight, H: bottom - top}, Ink: ink})
	}
	for _, d := range dots {
		s := &page.Shape{Fill: ground, Filled: true, Line: ink, Weight: weight}
		if d.Strong {
			s.Fill = ink
		}
		s.Path.Circle(geom.Point{X: x, Y: d.Y}, r)
		items = append(items, s)
	}
	return items
}
