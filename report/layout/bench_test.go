package layout

import (
	"fmt"
	"strings"
	"testing"

	"konzept/report/diag"
	"konzept/report/doc"
	"konzept/report/geom"
)

// catalogue is a document of n kept records in ten chapters with contents, and a table of all of them at the end.
func catalogue(n int) *doc.Document {
	a4 := &doc.PageStyle{Name: "body", Size: geom.Size{W: 210 * geom.MM, H: 297 * geom.MM}, Inner: 25 * geom.MM, Outer: 25 * geom.MM, Top: 28 * geom.MM, Bottom: 25 * geom.MM,
		Head: doc.Running{Style: smallStyle, Inner: t("Integrationskonzept"), Outer: []doc.Inline{&doc.Field{Name: "chapter"}}},
		Foot: doc.Running{Style: smallStyle, Centre: []doc.Inline{&doc.Text{Text: "Seite "}, &doc.Field{Name: "page"}, &doc.Text{Text: " von "}, &doc.Field{Name: "pages"}}}}
	chapters := [][]doc.Block{{h(1, "", "Inhalt"), &doc.Contents{Depth: 2, Styles: []*doc.Style{bodyStyle}}}}
	all := &doc.Table{Columns: []doc.Column{{Width: 40 * pt}, {Share: 1}, {Width: 90 * pt}, {}, {Align: doc.Right}}, Head: []doc.Row{row("Nr.", "Titel", "Federführung", "Ende", "Budget")}, Style: plainLook}
	for f := range 10 {
		blocks := []doc.Block{h(1, fmt.Sprint(f+1), "Handlungsfeld mit einem Titel"), p(lorem + lorem)}
		for i := range n / 10 {
			if i%20 == 0 {
				blocks = append(blocks, h(2, fmt.Sprintf("%d.%d", f+1, i/20+1), "Ein Ziel mit Titel"), p(lorem))
			}
			blocks = append(blocks, record(f, i))
			all.Body = append(all.Body, row(fmt.Sprintf("%d.%d", f, i), "Ein Titel von mittlerer Länge, der bricht", "Fachbereich Bildung und Soziales", "31.12.2027", "120.500\u00a0€"))
		}
		chapters = append(chapters, blocks)
	}
	return document(a4, append(chapters, []doc.Block{h(1, "11", "Übersicht"), all})...)
}

// record is a heading with fourteen pairs.
func record(f, i int) doc.Block {
	look := &doc.TableStyle{Style: cellStyle, HeadStyle: headStyle, Rule: pt / 2, Frame: pt / 2, PadX: 4 * pt, PadY: pt, Before: 3 * pt, After: 3 * pt}
	pairs := &doc.Pairs{LabelWidth: 90 * pt, Style: look, HasFill: true, LabelFill: 1}
	add := func(label, s string) {
		pairs.Rows = append(pairs.Rows, doc.Pair{Label: t(label), Value: []doc.Block{&doc.Paragraph{Inlines: t(s), Style: cellStyle}}})
	}
	for k, label := range []string{"Ziel", "Federführung", "Beteiligte", "Laufzeit", "Budget", "Status", "Fortschritt", "Priorität"} {
		add(label, fmt.Sprintf("Wert %d des Satzes %d.%d", k, f, i))
	}
	add("Beschreibung", strings.Repeat(lorem, 2))
	for k := range 4 {
		add(fmt.Sprintf("Verlauf %02d.05.2024", k+1), lorem[:120])
	}
	return &doc.Group{Role: "Sect", Keep: true, Name: "Satz", Blocks: []doc.Block{&doc.Heading{Level: 3, Number: fmt.Sprintf("M %d.%d", f, i), Inlines: t("Ein Titel von mittlerer Länge"), Style: h2Style}, pairs}}
}

func BenchmarkPages(b *testing.B) {
	for _, n := range []int{50, 300, 2000} {
		d := catalogue(n)
		b.Run(fmt.Sprintf("records=%d", n), func(b *testing.B) {
			b.ReportAllocs()
			pages := 0
			for b.Loop() {
				var out diag.List
				pages = len(Pages(d, testFonts(), Options{Workers: 1}, &out).Pages)
			}
			b.ReportMetric(float64(pages), "pages")
		})
	}
}
