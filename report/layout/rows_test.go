package layout

import (
	"strings"
	"testing"

	"konzept/report/doc"
)

// However much stands above, no page ends with the first row of a group and none begins with the last of the table,
// while a group of one row may end a page.
func TestNoRowOfATableStandsAlone(t_ *testing.T) {
	label := func(s string) doc.Row { return doc.Row{Label: true, Cells: []doc.Cell{c(s)}} }
	tall := small()
	tall.Size.H = 400 * pt
	for n := range 24 {
		v := &doc.Table{Columns: []doc.Column{{Share: 1}}, Head: []doc.Row{row("Kopf")}, Style: plainLook}
		v.Body = []doc.Row{label("Gruppe A"), row("A1"), row("A2"), row("A3"), label("Gruppe B"), row("B1"), label("Gruppe C"), row("C1"), row("C2"), row("C3"), row("C4")}
		r := lay(t_, document(tall, []doc.Block{lines(n + 1), v}))
		for i, pg := range r.Pages[:len(r.Pages)-1] {
			last, next := lastRow(lineTexts(pg)), firstRow(lineTexts(r.Pages[i+1]))
			if strings.HasPrefix(last, "Gruppe") || last == "A1" || last == "C1" || next == "C4" {
				t_.Errorf("after %d lines page %d ends with %q and the next begins with %q", n+1, i+1, last, next)
			}
		}
	}
}

// rowTexts are the lines of a page that are rows of the test's table.
func rowTexts(lines []string) (rows []string) {
	for _, s := range lines {
		if len(s) == 2 && strings.Contains("ABC", s[:1]) || strings.HasPrefix(s, "Gruppe") {
			rows = append(rows, s)
		}
	}
	return rows
}

func lastRow(lines []string) string {
	if rows := rowTexts(lines); len(rows) > 0 {
		return rows[len(rows)-1]
	}
	return ""
}

func firstRow(lines []string) string {
	if rows := rowTexts(lines); len(rows) > 0 {
		return rows[0]
	}
	return ""
}
