package figure

import (
	"konzept/report/doc"
	"konzept/report/geom"
	"konzept/report/number"
	"konzept/report/page"
)

// meter draws a share as a bar within a frame; the frame keeps the whole visible where the ground prints as white.
func (c *canvas) meter(d *doc.Meter, width, height geom.Length) Result {
	if height <= 0 {
		height = c.em() * 3 / 4
	}
	all := number.Int(100)
	percent := less(more(d.Percent, number.Int(0)), all)
	c.rect(geom.Box{W: width, H: height}, d.Ground)
	c.rect(geom.Box{W: width.Mul(percent.Share(all, unit), unit), H: height}, d.Ink)
	frame := &page.Shape{Line: d.Ink, Weight: geom.Pt / 2}
	frame.Path.Rect(geom.Box{W: width, H: height})
	c.items = append(c.items, frame)
	return c.done(geom.Size{W: width, H: height}, phrase(c.say.share, c.number(percent, nil, percent.Places())), nil)
}
