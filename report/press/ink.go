package press

import (
	"konzept/report/colour"
	"konzept/report/geom"
	"konzept/report/page"
)

// area is a coloured part of a page on which black may come to lie.
type area struct {
	box      geom.Box
	coloured int // percent of all inks but black
}

// lay notes an area, as far as it is solid; what is painted later lies on top of it.
func (f *preflight) lay(box, solid geom.Box, ink geom.Ink) {
	a := area{box, f.coloured(ink)}
	if rich := f.press.Rich; f.black(ink) && f.press.Deep(solid) {
		a.coloured = min(total(rich)-int(rich[3]), f.ink-100)
		f.facts.ink = max(f.facts.ink, a.coloured+int(rich[3]))
	}
	f.areas = append(f.areas, a)
}

// black tells whether an ink is full black and nothing else.
func (f *preflight) black(i geom.Ink) bool {
	c := f.colour(i)
	return c.CMYK == [4]uint8{0, 0, 0, 100} && (c.Spot == "" || !f.keepSpots)
}

// coloured is how much ink lies under black that overprints an ink: all but its own black, which it replaces.
func (f *preflight) coloured(i geom.Ink) int {
	c := f.colour(i)
	if name, tint := c.SpotTint(); name != "" && f.keepSpots {
		return tint
	}
	return min(int(c.CMYK[0])+int(c.CMYK[1])+int(c.CMYK[2]), colour.Coloured(f.ink))
}

// over adds to the file's highest total what full black on top of the areas in its box makes.
func (f *preflight) over(box geom.Box, ink geom.Ink) {
	if !f.black(ink) || !colour.Overprints(f.ink) {
		return
	}
	for i := len(f.areas) - 1; i >= 0; i-- {
		a := &f.areas[i]
		if box.X >= a.box.Right() || a.box.X >= box.Right() || box.Y >= a.box.Bottom() || a.box.Y >= box.Bottom() {
			continue
		}
		f.facts.ink = max(f.facts.ink, a.coloured+100)
		if a.box.Contains(box) {
			return
		}
	}
}

// extent is about where a text's ink is.
func extent(t *page.Text) geom.Box {
	size, width := t.Run.Size, t.Run.Width()
	if t.Turn != 0 { // turned around its start
		return geom.Box{X: t.X - width, Y: t.Y - width, W: 2 * width, H: 2 * width}
	}
	return geom.Box{X: t.X, Y: t.Y - size.Mul(8, 10), W: width, H: size}
}
