package layout

import (
	"strings"
	"testing"

	"konzept/report/doc"
)

func TestASmokeOfEverything(t_ *testing.T) {
	tbl := &doc.Table{Columns: []doc.Column{{Width: 40 * pt}, {Share: 1}, {Align: doc.Decimal}}, Head: []doc.Row{row("Nr.", "Text", "Wert")}, Style: plainLook, Caption: t("Werte"), Number: true, Source: t("Quelle: eigene")}
	for _, v := range []string{"1,5", "12,25", "7", "100 %", "–"} {
		tbl.Body = append(tbl.Body, row("A", lorem, v))
	}
	tbl.Foot = []doc.Row{row("", "Summe", "121")}
	d := document(small(),
		[]doc.Block{h(1, "", "Inhalt"), &doc.Contents{Depth: 2, Styles: []*doc.Style{bodyStyle}}},
		[]doc.Block{h(1, "1", "Erstes Kapitel"), p(lorem + lorem), h(2, "1.1", "Abschnitt"), p(lorem), tbl,
			&doc.Pairs{LabelWidth: 60 * pt, Style: plainLook, Rows: []doc.Pair{{Label: t("Ziel"), Value: []doc.Block{p("Text")}}}},
			&doc.List{Style: bodyStyle, Items: []doc.Item{{Blocks: []doc.Block{p("eins")}}, {Blocks: []doc.Block{p("zwei")}}}},
		})
	got := dump(t_, lay(t_, d))
	if !strings.Contains(got, "Fortsetzung") {
		t_.Error("no continuation")
	}
	t_.Log(got)
}
