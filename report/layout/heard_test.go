package layout

import (
	"strings"
	"testing"

	"konzept/report/diag"
	"konzept/report/doc"
	"konzept/report/geom"
	"konzept/report/page"
	"konzept/report/picture"
)

// heardTree is the structure of laid blocks, an element a line.
func heardTree(t_ *testing.T, d *doc.Document) string {
	t_.Helper()
	var s strings.Builder
	if err := page.DumpTree(&s, lay(t_, d)); err != nil {
		t_.Fatal(err)
	}
	return s.String()
}

// TestLinesOfAParagraphAreHeardApart: wherever a paragraph with breaks stands.
func TestLinesOfAParagraphAreHeardApart(t_ *testing.T) {
	lines := func() []doc.Block {
		return []doc.Block{&doc.Paragraph{Style: bodyStyle, Inlines: []doc.Inline{&doc.Text{Text: "oben"}, &doc.Break{}, &doc.Text{Text: "unten"}}}}
	}
	for name, block := range map[string]doc.Block{
		"cell":      &doc.Table{Style: plainLook, Columns: []doc.Column{{}}, Head: []doc.Row{row("Kopf")}, Body: []doc.Row{{Cells: []doc.Cell{{Blocks: lines()}}}}},
		"pair":      &doc.Pairs{LabelWidth: 60 * pt, Style: plainLook, Rows: []doc.Pair{{Label: t("Ziel"), Value: lines()}}},
		"list":      &doc.List{Style: bodyStyle, Items: []doc.Item{{Blocks: lines()}}},
		"plain":     &doc.List{Style: bodyStyle, Plain: true, Items: []doc.Item{{Blocks: lines()}}},
		"box":       &doc.Box{Blocks: lines()},
		"paragraph": lines()[0],
	} {
		got := heardTree(t_, document(small(), []doc.Block{block}))
		if strings.Count(got, "P\n") != 2 {
			t_.Errorf("%s: the lines are not apart:\n%s", name, got)
		}
	}
}

// TestPairsAroundATableAreAList, and those that ask for it: no table stands within a table.
func TestPairsAroundATableAreAList(t_ *testing.T) {
	inner := &doc.Table{Style: plainLook, Columns: []doc.Column{{}}, Head: []doc.Row{row("Kopf")}, Body: []doc.Row{row("1")}}
	for name, c := range map[string]struct {
		value  []doc.Block
		list   bool
		tables int
	}{
		"text":             {[]doc.Block{p("Text")}, false, 1},
		"asked for":        {[]doc.Block{p("Text")}, true, 0},
		"table":            {[]doc.Block{inner}, false, 1},
		"table in a box":   {[]doc.Block{&doc.Box{Blocks: []doc.Block{inner}}}, false, 1},
		"table in a group": {[]doc.Block{&doc.Group{Blocks: []doc.Block{p("x"), inner}}}, false, 1},
	} {
		got := heardTree(t_, document(small(), []doc.Block{&doc.Pairs{LabelWidth: 60 * pt, Style: plainLook, List: c.list, Rows: []doc.Pair{{Label: t("Ziel"), Value: c.value}}}}))
		if strings.Count(got, "Table\n") != c.tables || strings.Contains(got, "Lbl") != (name != "text") {
			t_.Errorf("%s:\n%s", name, got)
		}
	}
}

// TestAPosterIsReadFromItsTitleOn, though a picture is painted before it; words above the title stay there.
func TestAPosterIsReadFromItsTitleOn(t_ *testing.T) {
	title := append([]doc.Block{&doc.Heading{Level: 1, Style: posterStyle, Inlines: t("Titel")}}, said("darunter")...)
	areas := []doc.Area{{Name: "a", Box: at(10, 10, 100, 20), Blocks: said("davor")},
		{Name: "b", Box: at(10, 30, 100, 60), Blocks: []doc.Block{&doc.Picture{Picture: &picture.Picture{Name: "x.png", Width: 400, Height: 400, Pixels: make([]byte, 400*400), Gray: true}, Cover: true, Alt: "Bild"}}},
		{Name: "c", Box: at(10, 100, 100, 50), Blocks: title}, {Name: "d", Box: at(10, 200, 100, 50), Blocks: said("danach")}}
	var out diag.List
	d := Pages(&doc.Document{Lang: "de-DE", Palette: geom.Palette{{Name: "text"}}, Posters: []doc.Poster{{Name: "p", Size: geom.Size{W: 200 * geom.MM, H: 300 * geom.MM}, Areas: areas}}}, posterFonts(t_), Options{}, &out)
	var kinds []string
	for _, e := range d.Elems {
		kinds = append(kinds, e.Type)
	}
	if got := strings.Join(kinds, " "); got != "Document P Sect H1 P Figure P" {
		t_.Errorf("the poster is read in the order %s", got)
	}
}

// TestListsSayHowTheyAreNumbered, as their labels show it.
func TestListsSayHowTheyAreNumbered(t_ *testing.T) {
	item := func(label string, blocks ...doc.Block) []doc.Item { return []doc.Item{{Label: label, Blocks: blocks}} }
	inner := &doc.List{Style: bodyStyle, Items: item("", p("innen"))}
	got := heardTree(t_, document(small(), []doc.Block{
		&doc.List{Style: bodyStyle, Items: item("", p("a"), inner)},
		&doc.List{Style: bodyStyle, Ordered: true, Items: item("", p("b"))},
		&doc.List{Style: bodyStyle, Items: item("A 1", p("c"))},
		&doc.List{Style: bodyStyle, Plain: true, Items: item("", p("d"))},
	}))
	var kinds []string
	for _, part := range strings.Split(got, "numbering=")[1:] {
		kinds = append(kinds, strings.Fields(part)[0])
	}
	if said := strings.Join(kinds, " "); said != `"Disc" "None" "Decimal" "None" "None"` {
		t_.Errorf("%s:\n%s", said, got)
	}
}
