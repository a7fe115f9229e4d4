package layout

import (
	"testing"

	"konzept/report/doc"
	"konzept/report/page"
)

// TestNoStripeBehindACellOfSeveralRows: a stripe tells rows apart, and such a cell belongs to all of them.
func TestNoStripeBehindACellOfSeveralRows(t_ *testing.T) {
	look := *plainLook
	look.HasStripe, look.Stripe = true, 1
	first := row("Gruppe", "a")
	first.Cells[0].Rows = 3
	v := &doc.Table{Columns: []doc.Column{{Width: 60 * pt}, {Share: 1}}, Head: []doc.Row{row("Feld", "Text")}, Style: &look, Body: []doc.Row{first, row("b"), row("c")}}
	stripes := 0
	for _, it := range lay(t_, document(small(), []doc.Block{v})).Pages[0].Items {
		r, ok := it.(*page.Rect)
		if !ok || r.Ink != 1 || r.Box.W == 260*pt { // the header's ground is as wide as the table
			continue
		}
		if stripes++; r.Box.X != 80*pt || r.Box.W != 200*pt {
			t_.Errorf("a stripe stands at %s", r.Box)
		}
	}
	if stripes != 1 {
		t_.Errorf("%d stripes", stripes)
	}
}
