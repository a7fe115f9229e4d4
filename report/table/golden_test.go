package table

import (
	"os"
	"strings"
	"testing"

	"konzept/report/diag"
	"konzept/report/doc"
	"konzept/report/galley"
	"konzept/report/geom"
	"konzept/report/internal/golden"
	"konzept/report/internal/setting"
	"konzept/report/introspection"
	"konzept/report/typeset"
)

func TestMain(m *testing.M) { os.Exit(golden.Main(m, "*.txt")) }

const pt = geom.Pt

var (
	cell  = &doc.Style{Name: "cell", Families: []string{"Source Sans 3"}, Size: 10 * pt, Leading: 12 * pt, Tabular: true}
	bold  = &doc.Style{Name: "head", Families: []string{"Source Sans 3"}, Size: 9 * pt, Leading: 11 * pt, Weight: 700}
	look  = &doc.TableStyle{Style: cell, PadX: 4 * pt, PadY: 2 * pt, Before: 6 * pt, After: 5 * pt}
	ruled = &doc.TableStyle{Style: cell, HeadStyle: bold, FootStyle: bold, HasHeadFill: true, HeadFill: 1, HasStripe: true, Stripe: 2, Rule: pt / 2, RuleInk: 1, Frame: pt, PadX: 4 * pt, PadY: 3 * pt}
)

func words(s string) []doc.Inline { return []doc.Inline{&doc.Text{Text: s}} }

func c(s string) doc.Cell {
	if s == "" {
		return doc.Cell{}
	}
	return doc.Cell{Blocks: []doc.Block{&doc.Paragraph{Inlines: words(s)}}}
}

func spanning(s string, cols, rows int) doc.Cell {
	cell := c(s)
	cell.Cols, cell.Rows = cols, rows
	return cell
}

func row(cells ...string) (r doc.Row) {
	for _, s := range cells {
		r.Cells = append(r.Cells, c(s))
	}
	return r
}

func rows(n int) (list []doc.Row) {
	for i := range n {
		list = append(list, row("Zeile "+string(rune('a'+i)), "7"))
	}
	return list
}

// set is a block as text, set in a column of 200 pt on pages of 120 pt.
func set(t *testing.T, block doc.Block) string {
	t.Helper()
	u := setting.New([]doc.Block{block}, 200*pt, introspection.Labels{})
	s := &Setter{Set: u.Setter, Styles: u.Styles, PageHeight: func() geom.Length { return 120 * pt }}
	g := &galley.Galley{}
	s.Blocks = func(g *galley.Galley, f typeset.Frame, list []doc.Block) {
		for _, b := range list {
			switch v := b.(type) {
			case *doc.Paragraph:
				u.Paragraph(g, f, v)
			case *doc.Table:
				s.Table(g, f, v)
			case *doc.Space:
				g.Space(v.Height)
			default:
				t.Fatalf("nobody sets a %T", b)
			}
		}
	}
	switch v := block.(type) {
	case *doc.Table:
		s.Table(g, u.Frame(), v)
	case *doc.Pairs:
		s.Pairs(g, u.Frame(), v)
	}
	return u.Dump(t, g)
}

var two = []doc.Column{{}, {Share: 1}}

// tables are one a feature, so that a difference in the golden tells which one has changed.
var tables = []struct {
	name  string
	block doc.Block
}{
	{"a plain table", &doc.Table{Columns: []doc.Column{{}, {Share: 1, Align: doc.Right}}, Style: look, Head: []doc.Row{row("Kopf", "Wert")}, Body: rows(2), At: diag.Span{File: "a"}}},
	{"without a style or columns", &doc.Table{Body: []doc.Row{row("eins"), row("eins", "zwei")}}},
	{"caption, number, source, anchor and summary", &doc.Table{Columns: two, Style: look, Head: []doc.Row{row("Kopf", "Wert")}, Body: rows(1), Caption: words("Titel"), Number: true, Source: words("Quelle"), Alt: "Kurz gesagt"}},
	{"an anchor of its own", &doc.Table{Columns: two, Style: look, Head: []doc.Row{row("Kopf", "Wert")}, Body: []doc.Row{{Anchor: "zeile", Cells: []doc.Cell{c("x"), c("y")}}}, Number: true, Anchor: "tabelle"}},
	{"rules, frame, fills, stripes and sums", &doc.Table{Columns: two, Style: ruled, Head: []doc.Row{row("Kopf", "Wert")}, Body: rows(3), Foot: []doc.Row{row("Summe", "21")}}},
	{"own fills and alignment", &doc.Table{Columns: []doc.Column{{Header: true}, {Share: 1, Align: doc.Centre}}, Style: ruled, Body: []doc.Row{
		{Filled: true, Ink: 1, Cells: []doc.Cell{c("x"), c("mitten")}},
		{Cells: []doc.Cell{{Filled: true, Ink: 2, Blocks: c("y").Blocks}, {HasAlign: true, Align: doc.Right, Blocks: c("rechts").Blocks}}}}}},
	{"rows that stay with the next", &doc.Table{Columns: two, Style: look, Body: append(rows(6), doc.Row{KeepNext: true, Cells: row("bleibt", "1").Cells}, row("dabei", "2"))}},
	{"many rows cost less to part in the middle", &doc.Table{Columns: two, Style: look, Head: []doc.Row{row("Kopf", "Wert")}, Body: rows(9), Foot: []doc.Row{row("Summe", "63")}}},
	{"labels within", &doc.Table{Columns: two, Style: ruled, Head: []doc.Row{row("Kopf", "Wert")}, Body: []doc.Row{
		{Label: true, Cells: []doc.Cell{c("Gruppe eins")}}, row("a", "1"), row("b", "2"), {Label: true, Cells: []doc.Cell{c("Gruppe zwei")}}, row("c", "3")}}},
	{"a label at the end", &doc.Table{Columns: two, Style: look, Body: append(rows(2), doc.Row{Label: true, Cells: []doc.Cell{c("leer")}})}},
	{"decimal commas", &doc.Table{Columns: []doc.Column{{Header: true}, {Align: doc.Decimal, Share: 1}}, Style: look, Head: []doc.Row{row("Kopf", "Wert")}, Body: []doc.Row{
		row("a", "1.234,5"), row("b", "7"), row("c", "–"), row("d", "unbekannt"), row("e", "12,25 m2")}, Foot: []doc.Row{row("Summe", "1.253,75")}}},
	{"decimal numbers that are too wide", &doc.Table{Columns: []doc.Column{{Width: 180 * pt}, {Align: doc.Decimal, Width: 20 * pt}}, Style: look, Body: []doc.Row{row("a", "123.456.789,5"), row("b", "1")}}},
	{"heads of two rows", &doc.Table{Columns: []doc.Column{{}, {}, {}}, Style: look, Head: []doc.Row{{Cells: []doc.Cell{spanning("Ort", 0, 2), spanning("Kosten", 2, 0)}}, row("geplant", "bezahlt")}, Body: []doc.Row{row("A", "1", "2")}}},
	{"cells that span rows", &doc.Table{Columns: []doc.Column{{Header: true}, {}, {}}, Style: ruled, Head: []doc.Row{row("A", "B", "C")}, Body: []doc.Row{
		{Cells: []doc.Cell{spanning("hoch und breit genug", 0, 3), c("1"), c("2")}}, row("3", "4"), row("5", "6"), row("7", "8", "9")}}},
	{"a filled cell that is taller than its rows", &doc.Table{Columns: []doc.Column{{Width: 50 * pt}, {Share: 1}}, Style: ruled, Body: []doc.Row{
		{Cells: []doc.Cell{{Rows: 2, Filled: true, Ink: 1, Blocks: c("eine Zelle mit viel Text auf wenig Breite").Blocks}, c("1")}}, row("2"), row("3", "4")}}},
	{"a spanning cell that no page holds", &doc.Table{Columns: []doc.Column{{Width: 30 * pt}, {Share: 1}}, Style: look, Body: []doc.Row{
		{Cells: []doc.Cell{spanning(strings.Repeat("viel Text ", 9), 0, 2), c("1")}}, row("2")}}},
	{"a row beside a spanning cell that no page holds", &doc.Table{Columns: []doc.Column{{Share: 1}, {Width: 30 * pt}}, Style: look, Body: []doc.Row{
		{Cells: []doc.Cell{spanning("kurz", 0, 2), c(strings.Repeat("viel Text ", 9))}}, row("2")}}},
	{"cells across columns", &doc.Table{Columns: []doc.Column{{}, {}, {}}, Style: ruled, Body: []doc.Row{{Cells: []doc.Cell{spanning("über zwei", 2, 0), c("1")}}, row("a", "b", "c"), {Cells: []doc.Cell{spanning("über mehr als es gibt", 5, 0)}}}}},
	{"an empty corner heads nothing", &doc.Table{Columns: []doc.Column{{Header: true}, {}}, Style: look, Head: []doc.Row{row("", "Wert")}, Body: []doc.Row{row("a", "1")}}},
	{"nested blocks", &doc.Table{Columns: two, Style: look, Body: []doc.Row{{Cells: []doc.Cell{
		{Blocks: []doc.Block{c("eins").Blocks[0], c("zwei").Blocks[0]}},
		{Blocks: []doc.Block{&doc.Paragraph{Inlines: []doc.Inline{&doc.Text{Text: "oben"}, &doc.Break{}, &doc.Text{Text: "unten"}}}}},
	}}}}},
	{"a row that is split", &doc.Table{Columns: two, Style: &doc.TableStyle{Style: cell, Split: doc.SplitAny}, Head: []doc.Row{row("Kopf", "Wert")}, Body: []doc.Row{{Cells: []doc.Cell{c("x"), c(strings.Repeat("Worte und ", 12))}}}}},
	{"a row that must not be split and is too tall", &doc.Table{Columns: two, Style: &doc.TableStyle{Style: cell, Split: doc.SplitNever}, Head: []doc.Row{row("Kopf", "Wert")}, Body: []doc.Row{{Cells: []doc.Cell{c("x y z a b c"), c(strings.Repeat("Worte und mehr ", 40))}}}}},
	{"colour alone says nothing", &doc.Table{Columns: two, Style: look, Body: []doc.Row{{Cells: []doc.Cell{c("a"), {Filled: true, Ink: 1, Blocks: []doc.Block{&doc.Space{Height: pt}}}}}}}},
	{"one endless word starves nobody", &doc.Table{Columns: []doc.Column{{}, {}, {}}, Style: look, Body: []doc.Row{row(strings.Repeat("Wort", 12), "zwei", "drei")}}},
	{"a table of nothing keeps its anchor", &doc.Table{Columns: two, Style: look, Anchor: "leer"}},
	{"pairs", &doc.Pairs{Style: look, LabelWidth: 60 * pt, LabelFill: 1, HasFill: true, Rows: pairs(2)}},
	{"pairs without a style", &doc.Pairs{LabelWidth: 190 * pt, Rows: pairs(1)}},
	{"many pairs as a list", &doc.Pairs{Style: ruled, LabelWidth: 50 * pt, List: true, Rows: pairs(5)}},
	{"pairs that are named where they go on", &doc.Pairs{Style: ruled, LabelWidth: 50 * pt, List: true, Running: "1 Blatt", Rows: pairs(2)}},
	{"pairs that hold a table", &doc.Pairs{Style: look, LabelWidth: 60 * pt, Rows: []doc.Pair{{Label: words("Kosten"), Value: []doc.Block{&doc.Table{Columns: two, Style: look, Head: []doc.Row{row("A", "B")}, Body: rows(1)}}}}}},
	{"no pairs", &doc.Pairs{}},
}

func pairs(n int) (list []doc.Pair) {
	for i := range n {
		list = append(list, doc.Pair{Label: words("Name " + string(rune('a'+i))), Value: c("ein Wert, der über mehr als eine Zeile geht").Blocks})
	}
	return list
}

// TestTablesAreTheGolden: where each cell stands, what it is tagged as and where its rows may be parted.
func TestTablesAreTheGolden(t *testing.T) {
	var all strings.Builder
	for _, c := range tables {
		all.WriteString("== " + c.name + "\n" + set(t, c.block) + "\n")
	}
	golden.Compare(t, "tables.txt", all.String())
}
