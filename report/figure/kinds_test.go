package figure

import (
	"slices"
	"testing"

	"konzept/report/internal/kinds"
)

// calm are drawings that the tests with any number of labels leave out: lines thin their labels out, the others have none.
var calm = []string{"Lines", "Meter", "QR", "Sign"}

// TestEveryKindIsInTheGoldens: what doc can ask for is drawn in a golden with its words, and holds any number of labels.
func TestEveryKindIsInTheGoldens(t *testing.T) {
	golden, many := map[string]bool{}, map[string]bool{}
	for _, d := range drawings {
		golden[kinds.Of(d.d)] = true
		if r := Draw(d.d, d.w, d.h, setting(t, d.lang)); r.Alt == "" && kinds.Of(d.d) != "Sign" {
			t.Errorf("%s says nothing", d.name)
		}
	}
	for _, make := range made {
		many[kinds.Of(make(nil, nil))] = true
	}
	for _, kind := range kinds.Drawings(t) {
		if !golden[kind] || !many[kind] && !slices.Contains(calm, kind) {
			t.Errorf("%s: in a golden %v, with any number of labels %v", kind, golden[kind], many[kind])
		}
	}
}
