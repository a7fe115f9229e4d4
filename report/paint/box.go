package paint

import (
	"konzept/report/geom"
	"konzept/report/page"
)

// Marks stand off the bleed by markGap and are markLength long (DIN 16500-2 leaves both to the shop).
const (
	markGap    = 1 * geom.MM
	markLength = 5 * geom.MM
	markWeight = 25 // hundredths of a point
)

// boxes sets the frame and returns the page's boxes: media is the trim, the bleed around it, and room for marks.
func (p *painter) boxes(pg *page.Page) page.Boxes {
	w, h := centi(pg.Size.W), centi(pg.Size.H)
	bleed, room := int64(0), int64(0)
	if p.edition.Bleed {
		bleed = max(centi(pg.Bleed), 0)
	}
	if p.edition.Marks {
		room = centi(markGap + markLength + markGap)
	}
	at := bleed + room
	p.place = frame{x: at, y: at + h}
	return page.Boxes{
		Media: [4]int64{0, 0, 10 * (w + 2*at), 10 * (h + 2*at)},
		Bleed: [4]int64{10 * room, 10 * room, 10 * (room + w + 2*bleed), 10 * (room + h + 2*bleed)},
		Trim:  [4]int64{10 * at, 10 * at, 10 * (at + w), 10 * (at + h)},
	}
}

// marks draws crop marks at the trim's corners and register marks at its sides, in all inks.
func (p *painter) marks(b page.Boxes) {
	all := &geom.Colour{CMYK: [4]uint8{100, 100, 100, 100}, Gray: 100}
	saved := p.save()
	p.setLine(string(operator(all, p.edition.Colour, true)), markWeight, 0)
	near, far := centi(markGap), centi(markGap+markLength)
	left, bottom, right, top := b.Bleed[0]/10, b.Bleed[1]/10, b.Bleed[2]/10, b.Bleed[3]/10
	for _, x := range [2]int64{b.Trim[0] / 10, b.Trim[2] / 10} {
		p.segment(x, bottom-near, x, bottom-far)
		p.segment(x, top+near, x, top+far)
	}
	for _, y := range [2]int64{b.Trim[1] / 10, b.Trim[3] / 10} {
		p.segment(left-near, y, left-far, y)
		p.segment(right+near, y, right+far, y)
	}
	p.b = append(p.b, "S\n"...)
	mid := (near + far) / 2
	p.register((left+right)/2, bottom-mid)
	p.register((left+right)/2, top+mid)
	p.register(left-mid, (bottom+top)/2)
	p.register(right+mid, (bottom+top)/2)
	p.restore(saved)
}

// register draws a cross in a circle.
func (p *painter) register(x, y int64) {
	r := centi(markLength) / 2
	p.segment(x-r, y, x+r, y)
	p.segment(x, y-r, x, y+r)
	var c geom.Path
	c.Circle(geom.Point{}, markLength.Mul(3, 10))
	p.b = appendPath(p.b, frame{x, y}, c)
	p.b = append(p.b, "S\n"...)
}
