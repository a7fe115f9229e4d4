package figure

import (
	"fmt"
	"strconv"

	"github.com/boombuler/barcode/qr"

	"konzept/report/doc"
	"konzept/report/geom"
	"konzept/report/page"
)

// quiet is the white margin around a code in modules (ISO/IEC 18004, 9.1).
const quiet = 4

// mostBytes is what the largest code holds at level M (ISO/IEC 18004, table 7).
const mostBytes = 2331

// qr draws a code in the text ink on white; all modules are one outline, so that no seams show between them.
func (c *canvas) qr(d *doc.QR, width, height geom.Length) Result {
	side := width
	if height > 0 && height < side {
		side = height
	}
	level := qr.M
	if d.Level == "Q" {
		level = qr.Q
	}
	if d.Text == "" || len(d.Text) > mostBytes {
		return tooLong(d.Text)
	}
	code, err := qr.Encode(d.Text, level, qr.Auto)
	if err != nil {
		return tooLong(d.Text)
	}
	n := code.Bounds().Dx()
	module := side / geom.Length(n+2*quiet)
	rest := (side - module*geom.Length(n)) / 2
	black := func(x, y int) bool {
		if x < 0 || y < 0 || x >= n || y >= n {
			return false
		}
		r, _, _, _ := code.At(x, y).RGBA()
		return r == 0
	}
	if white, ok := c.Palette.Find("white"); ok {
		c.rect(geom.Box{W: side, H: side}, white)
	}
	shape := &page.Shape{Filled: true, Path: outline(n, black, module, rest)}
	c.items = append(c.items, shape)
	return c.done(geom.Size{W: side, H: side}, fmt.Sprintf(c.say.code, d.Text), nil)
}

func tooLong(s string) Result {
	return Result{Fault: &Fault{Code: "code-too-long", Args: []string{strconv.Itoa(len(s)), strconv.Itoa(mostBytes)}}}
}

// Directions along module edges; black lies to the right of the way, so that holes run the other way round.
var ways = [4][2]int{{1, 0}, {0, 1}, {-1, 0}, {0, -1}}

// outline walks along the edges between black and white and joins them to closed polygons without collinear points.
func outline(n int, black func(x, y int) bool, module, off geom.Length) geom.Path {
	var p geom.Path
	done := make([]bool, (n+1)*(n+1)) // upper edges of black modules already walked, by their left end
	at := func(v int) geom.Length { return off + module*geom.Length(v) }
	for y := range n {
		for x := range n {
			if !black(x, y) || black(x, y-1) || done[y*(n+1)+x] {
				continue
			}
			cx, cy, way := x, y, 0
			p.Move(at(cx), at(cy))
			for {
				if way == 0 {
					done[cy*(n+1)+cx] = true
				}
				cx, cy = cx+ways[way][0], cy+ways[way][1]
				next := turn(black, cx, cy, way)
				if cx == x && cy == y && next == 0 {
					break
				}
				if next != way {
					p.Line(at(cx), at(cy))
				}
				way = next
			}
			p.Close()
		}
	}
	return p
}

// turn chooses the way on from a corner: left if the module ahead to the left is black, straight on if only the one
// ahead to the right is, else right. Modules that touch at a corner count as joined.
func turn(black func(x, y int) bool, cx, cy, way int) int {
	// ahead[way] holds the modules ahead: left and right of the way, relative to the corner.
	ahead := [4][2][2]int{
		{{0, -1}, {0, 0}}, {{0, 0}, {-1, 0}}, {{-1, 0}, {-1, -1}}, {{-1, -1}, {0, -1}},
	}[way]
	switch {
	case black(cx+ahead[0][0], cy+ahead[0][1]):
		return (way + 3) % 4
	case black(cx+ahead[1][0], cy+ahead[1][1]):
		return way
	}
	return (way + 1) % 4
}
