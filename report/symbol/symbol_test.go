package symbol

import (
	"fmt"
	"slices"
	"testing"

	"konzept/report/geom"
)

func TestSymbolsAreSortedForTheSearch(t *testing.T) {
	if names := Names(); !slices.IsSorted(names) {
		t.Errorf("symbols are not sorted: %q", names)
	}
}

func TestEverySymbolIsFoundAndNoTwoAreEqual(t *testing.T) {
	seen := map[string]string{}
	for _, name := range Names() {
		shapes, width, ok := Draw(name, 10*geom.Pt)
		if !ok || len(shapes) == 0 || width <= 0 {
			t.Fatalf("%s: not drawn", name)
		}
		key := ""
		for _, s := range shapes {
			key += fmt.Sprint(s)
		}
		if other := seen[key]; other != "" {
			t.Errorf("%s and %s have equal paths", name, other)
		}
		seen[key] = name
		if w, ok := Width(name, 10*geom.Pt); !ok || w != width {
			t.Errorf("%s: Width %v, Draw %v", name, w, width)
		}
	}
}

func TestStatesAndSignalsDifferInOneBitAtReadingSize(t *testing.T) {
	const dots = 24 // a 9 pt em at 192 dpi
	names := []string{"phase-0", "phase-1", "phase-2", "phase-3", "phase-4", "phase-5", "phase-6", "signal-0", "signal-1", "signal-2"}
	for i, a := range names {
		for _, b := range names[:i] {
			if n := differing(raster(t, a, dots), raster(t, b, dots)); n < dots*dots/20 {
				t.Errorf("%s and %s differ in only %d of %d dots", a, b, n, dots*dots)
			}
		}
	}
}

func TestSymbolsStayBesideCapitals(t *testing.T) {
	for _, name := range Names() {
		shapes, width, _ := Draw(name, 1000)
		for _, s := range shapes {
			for _, q := range s.Path.Points {
				if q.X < 0 || q.X > width || q.Y > 120 || q.Y < -850 {
					t.Errorf("%s: %v lies outside 0 to %v, -120 to 850", name, q, width)
				}
			}
		}
	}
}

func TestUnknownSymbolIsRefused(t *testing.T) {
	if _, _, ok := Draw("phase-9", geom.Pt); ok {
		t.Error("phase-9 was drawn")
	}
}

func TestRootIsTheIntegerSquareRoot(t *testing.T) {
	for n := int64(0); n < 5000; n++ {
		if r := root(n); r*r > n || (r+1)*(r+1) <= n {
			t.Fatalf("root(%d) = %d", n, r)
		}
	}
}

// raster fills a symbol by the nonzero rule on a square of dots.
func raster(t *testing.T, name string, dots int64) []bool {
	shapes, _, ok := Draw(name, geom.Length(dots*100))
	if !ok {
		t.Fatalf("%s: unknown", name)
	}
	grid := make([]bool, dots*dots)
	for _, s := range shapes {
		edges := flatten(s.Path)
		for y := range dots {
			for x := range dots {
				at := geom.Point{X: geom.Length(x*100 + 50), Y: geom.Length((y-dots*3/4)*100 + 50)}
				if winding(edges, at) != 0 {
					grid[y*dots+x] = true
				}
			}
		}
	}
	return grid
}

func differing(a, b []bool) (n int) {
	for i := range a {
		if a[i] != b[i] {
			n++
		}
	}
	return n
}

// flatten turns a path into edges, eight a curve.
func flatten(p geom.Path) (edges [][2]geom.Point) {
	var start, at geom.Point
	k := 0
	to := func(q geom.Point) { edges = append(edges, [2]geom.Point{at, q}); at = q }
	for _, v := range p.Verbs {
		switch v {
		case geom.MoveTo:
			start, at = p.Points[k], p.Points[k]
			k++
		case geom.LineTo:
			to(p.Points[k])
			k++
		case geom.CubicTo:
			a, b, c, d := at, p.Points[k], p.Points[k+1], p.Points[k+2]
			mix := func(a, b, c, d geom.Length, i int64) geom.Length {
				j := 8 - i
				return (a*geom.Length(j*j*j) + 3*b*geom.Length(j*j*i) + 3*c*geom.Length(j*i*i) + d*geom.Length(i*i*i)) / 512
			}
			for i := int64(1); i <= 8; i++ {
				to(geom.Point{X: mix(a.X, b.X, c.X, d.X, i), Y: mix(a.Y, b.Y, c.Y, d.Y, i)})
			}
			k += 3
		case geom.Close:
			to(start)
		}
	}
	return edges
}

// winding counts how often the edges run round q.
func winding(edges [][2]geom.Point, q geom.Point) (n int) {
	for _, e := range edges {
		a, b := e[0], e[1]
		side := (b.X-a.X)*(q.Y-a.Y) - (q.X-a.X)*(b.Y-a.Y)
		switch {
		case a.Y <= q.Y && b.Y > q.Y && side > 0:
			n++
		case a.Y > q.Y && b.Y <= q.Y && side < 0:
			n--
		}
	}
	return n
}

func BenchmarkSymbol(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		Draw("phase-2", 9*geom.Pt)
	}
}
