package symbol

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"konzept/report/geom"
	"konzept/report/internal/golden"
	"konzept/report/page"
)

func TestMain(m *testing.M) { os.Exit(golden.Main(m, "*.txt")) }

// TestEverySymbolIsTheGolden: outlines are seen by no other test than by looking at them.
func TestEverySymbolIsTheGolden(t *testing.T) {
	var b strings.Builder
	for _, name := range Names() {
		shapes, width, ok := Draw(name, 100*geom.Pt)
		if again, same := Width(name, 100*geom.Pt); !ok || !same || again != width {
			t.Errorf("%s: %v, widths %v and %v", name, ok, width, again)
		}
		b.WriteString(name + " " + width.String() + "\n")
		for i := range shapes {
			b.WriteString("  " + dumpShape(&shapes[i]))
		}
	}
	golden.Compare(t, "symbols.txt", b.String())
}

// dumpShape writes what paints a shape, a step of its path a word.
func dumpShape(it *page.Shape) string {
	var s strings.Builder
	fmt.Fprintf(&s, "shape fill %v %d hatch %d line %d %s dash %s", it.Filled, it.Fill, it.Hatch, it.Line, it.Weight, it.Dash)
	k := 0
	for _, v := range it.Path.Verbs {
		s.WriteString([]string{" M", " L", " C", " Z"}[v])
		for range []int{1, 1, 3, 0}[v] {
			fmt.Fprintf(&s, " %s,%s", it.Path.Points[k].X, it.Path.Points[k].Y)
			k++
		}
	}
	return s.String() + "\n"
}
