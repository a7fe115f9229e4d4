package layout

import (
	"fmt"
	"slices"
	"testing"

	"konzept/report/doc"
)

func TestNoPageHoldsOnlyALabelAndOneRow(t_ *testing.T) {
	for n := 8; n < 60; n++ {
		v := &doc.Table{Columns: []doc.Column{{Header: true}}, Head: []doc.Row{row("Kopf")}, Look: plainLook}
		for i := range n {
			v.Body = append(v.Body, row(fmt.Sprint("Zeile ", i)))
		}
		label := row("Zuletzt")
		label.Label = true
		v.Body = append(v.Body, label, row("Ende"))
		pages := lay(t_, document(small(), []doc.Block{v})).Pages
		last := lineTexts(pages[len(pages)-1])
		if len(pages) > 1 && !slices.ContainsFunc(last, func(s string) bool { return len(s) > 5 && s[:5] == "Zeile" }) {
			t_.Errorf("%d rows: the last page holds %q", n, last)
		}
	}
}
