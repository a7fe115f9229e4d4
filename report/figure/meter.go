package figure

import (
	"konzept/report/doc"
	"konzept/report/geom"
	"konzept/report/number"
	"konzept/report/page"
)

// meter draws a share as a bar within a frame; the frame keeps the whole visible where the ground prints as white.
func (c *chart) meter(d *doc.Meter, width, height geom.Length) Result {
	if height <= 0 {
		height = c.Em() * 3 / 4
	}
	all := number.Int(100)
	percent := lesser(greater(d.Percent, number.Int(0)), all)
	c.Rect(geom.Box{W: width, H: height}, d.Ground)
	c.Rect(geom.Box{W: width.Mul(percent.Share(all, unit), unit), H: height}, d.Ink)
	frame := &page.Shape{Line: d.Ink, Weight: geom.Pt / 2}
	frame.Path.Rect(geom.Box{W: width, H: height})
	c.Add(frame)
	return c.done(geom.Size{W: width, H: height}, c.say.Tell("Anteil: %s %%", "Share: %s%%", c.say.Number(percent, nil, percent.Places())), nil)
}
