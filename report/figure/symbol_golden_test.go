package figure

import (
	"strings"
	"testing"

	"konzept/report/geom"
	"konzept/report/internal/golden"
)

// TestEverySymbolIsTheGolden: outlines are seen by no other test than by looking at them.
func TestEverySymbolIsTheGolden(t *testing.T) {
	var b strings.Builder
	for _, name := range Symbols() {
		shapes, width, ok := Symbol(name, 100*geom.Pt)
		if again, same := SymbolWidth(name, 100*geom.Pt); !ok || !same || again != width {
			t.Errorf("%s: %v, widths %v and %v", name, ok, width, again)
		}
		b.WriteString(name + " " + width.String() + "\n")
		for i := range shapes {
			b.WriteString("  " + dumpShape(&shapes[i]))
		}
	}
	golden.Compare(t, "symbols.txt", b.String())
}
