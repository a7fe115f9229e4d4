package geom

import "strings"

// Sides is a set of the four sides of a box.
type Sides uint8

// The sides of a box.
const (
	LeftSide Sides = 1 << iota
	RightSide
	TopSide
	BottomSide
)

var sideNames = [...]string{"left", "right", "top", "bottom"}

// Has tells whether all sides of t are in s.
func (s Sides) Has(t Sides) bool { return s&t == t }

// ParseSides reads names parted by white: "left right top".
func ParseSides(text string) (Sides, bool) {
	var s Sides
	for _, w := range strings.Fields(text) {
		n := 0
		for n < len(sideNames) && sideNames[n] != w {
			n++
		}
		if n == len(sideNames) {
			return 0, false
		}
		s |= 1 << n
	}
	return s, true
}

// String prints the names in a fixed order.
func (s Sides) String() string {
	var names []string
	for i, n := range sideNames {
		if s.Has(1 << i) {
			names = append(names, n)
		}
	}
	return strings.Join(names, ",")
}

// ParseEdges reads lengths as CSS does: all; top and bottom, left and right; or top, right, bottom, left.
func ParseEdges(s string) (Edges, bool) {
	var l []Length
	for _, f := range strings.Fields(s) {
		v, err := Parse(f)
		if err != nil {
			return Edges{}, false
		}
		l = append(l, v)
	}
	switch len(l) {
	case 1:
		return Edges{Top: l[0], Right: l[0], Bottom: l[0], Left: l[0]}, true
	case 2:
		return Edges{Top: l[0], Right: l[1], Bottom: l[0], Left: l[1]}, true
	case 4:
		return Edges{Top: l[0], Right: l[1], Bottom: l[2], Left: l[3]}, true
	}
	return Edges{}, false
}
