package paint

import (
	"strconv"

	"konzept/report/geom"
	"konzept/report/page"
	"konzept/report/text"
)

// printerMarks draws what stands around the bleed: crop marks at the trim's corners, register marks at its sides, the slug's
// words at the foot and, where the shop wants them, colour bars at the head.
func (p *painter) printerMarks(b page.Boxes, n int) {
	p.overprint(false)
	saved := p.save()
	p.setLine(p.everyPlate(), markWeight, 0)
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
	press := p.edition.Press
	if press == nil {
		return
	}
	if n < len(press.Slug) {
		p.slug(press.Slug[n], page.Black, b.Trim[0]/10+far, bottom-mid)
	}
	middle := (left + right) / 2
	x := middle + far
	for plate, name := range press.Plates {
		x = p.slug(name, plate, x, bottom-mid) + near
	}
	if press.Bars {
		p.bars(b.Trim[0]/10+far, top+near, min(far-near, (middle-b.Trim[0]/10-2*far)/p.patches()))
	}
}

// everyPlate sets lines in all inks, each with its share of the ink limit: marks keep it, too.
func (p *painter) everyPlate() string {
	plates := int64(page.Black + 1 + len(p.colours.spots))
	tint := min(int64(p.colours.limit)*100/plates, 10000)
	if p.edition.Colour != page.CMYK || p.edition.Press == nil {
		all := &geom.Colour{CMYK: [4]uint8{100, 100, 100, 100}, Gray: 100}
		return string(operator(all, p.edition.Colour, true))
	}
	return "/All CS " + string(appendScaled(nil, tint, 4)) + " SCN\n"
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

// slug sets words on a plate, centred on a line, and returns where they end.
func (p *painter) slug(words []text.Run, plate int, x, y int64) int64 {
	for i := range words {
		r := &words[i]
		if r.Face == nil || r.Face.UnitsPerEm() <= 0 {
			continue
		}
		rise := centi(r.Size.Mul(int64(r.Face.CapHeight()), int64(r.Face.UnitsPerEm()))) / 2
		p.textAt(r, tone{fill: p.plate(plate, 100)}, x, y-rise, 0)
		x += centi(r.Width())
	}
	p.endText()
	return x
}

// plate fills with a tint, in percent, of one plate.
func (p *painter) plate(n, tint int) string {
	if n > page.Black {
		return "/S" + strconv.Itoa(n-page.Black-1) + " cs " + string(appendScaled(nil, int64(tint), 2)) + " scn\n"
	}
	c := geom.Colour{Gray: uint8(tint)}
	c.CMYK[n] = uint8(tint)
	return string(operator(&c, p.edition.Colour, false))
}

// patches is how many patches the colour bars have: two for each ink.
func (p *painter) patches() int64 { return 2 * int64(page.Black+1+len(p.colours.spots)) }

// bars draws a patch of each plate in full and at two fifths.
func (p *painter) bars(x, y, side int64) {
	if side <= 0 {
		return
	}
	for _, tint := range [2]int{100, 40} {
		for n := range page.Black + 1 + len(p.colours.spots) {
			p.setFill(p.plate(n, tint))
			p.b = appendPoint(p.b, x, y)
			p.b = append(appendPoint(p.b, side, side), "re\nf\n"...)
			x += side
		}
	}
}
