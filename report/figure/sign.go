package figure

import (
	"strconv"

	"konzept/report/diag"
	"konzept/report/doc"
	"konzept/report/geom"
	"konzept/report/page"
	"konzept/report/symbol"
)

// sign draws a symbol so large that its em fills the smaller of width and height.
func (c *chart) sign(d *doc.Sign, width, height geom.Length) Result {
	em := smaller(width, height)
	shapes, w, ok := symbol.Draw(d.Name, em.Mul(900, 1080))
	if !ok {
		return Result{Fault: &diag.Fault{Code: "unknown-symbol", Args: []string{d.Name, diag.Suggest(d.Name, symbol.Names())}}}
	}
	for i := range shapes {
		shapes[i].Fill = d.Ink
		shapes[i].Path = shapes[i].Path.Shift(geom.Point{Y: em.Mul(660, 1000)})
		c.Add(&shapes[i])
	}
	return c.done(geom.Size{W: w, H: em.Mul(760, 1000)}, "", nil)
}

// qr draws a code in the text ink on white.
func (c *chart) qr(d *doc.QR, width, height geom.Length) Result {
	side := smaller(width, height)
	path, err := symbol.Code(d.Text, d.Level, side)
	if err != nil {
		return Result{Fault: &diag.Fault{Code: "code-too-long", Args: []string{strconv.Itoa(len(d.Text)), strconv.Itoa(symbol.MostBytes)}}}
	}
	if white, ok := c.Palette.Find("white"); ok {
		c.Rect(geom.Box{W: side, H: side}, white)
	}
	c.Add(&page.Shape{Filled: true, Path: path})
	return c.done(geom.Size{W: side, H: side}, c.say.Tell("QR-Code: %s", "QR code: %s", d.Text), nil)
}

// smaller is the side of a square drawing; a height of 0 is unlimited.
func smaller(width, height geom.Length) geom.Length {
	if height > 0 {
		return min(width, height)
	}
	return width
}
