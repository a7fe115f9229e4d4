package symbol

import (
	"fmt"

	"github.com/boombuler/barcode/qr"

	"konzept/report/geom"
)

// quiet is the white margin around a code in modules (ISO/IEC 18004, 9.1).
const quiet = 4

// MostBytes is what the largest code holds at level M (ISO/IEC 18004, table 7).
const MostBytes = 2331

// Code is the outline of a QR code in a square of the given side, its quiet zone included; all modules are one path, so
// that no seams show between them. Level is the error correction, "M" or "Q". It fails on a text that is empty or too long.
func Code(s, level string, side geom.Length) (geom.Path, error) {
	correction := qr.M
	if level == "Q" {
		correction = qr.Q
	}
	if s == "" || len(s) > MostBytes {
		return geom.Path{}, fmt.Errorf("%d bytes are no text of 1 to %d", len(s), MostBytes)
	}
	code, err := qr.Encode(s, correction, qr.Auto)
	if err != nil {
		return geom.Path{}, err
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
	return outline(n, black, module, rest), nil
}

// Directions along module edges; black lies to the right of the way, so that holes run the other way round.
var directions = [4][2]int{{1, 0}, {0, 1}, {-1, 0}, {0, -1}}

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
				cx, cy = cx+directions[way][0], cy+directions[way][1]
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
