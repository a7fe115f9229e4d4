package flow

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
	"konzept/report/number"
	"konzept/report/picture"
)

func TestMain(m *testing.M) { os.Exit(golden.Main(m, "*.txt")) }

const pt = geom.Pt

var (
	body  = &doc.Style{Name: "body", Families: []string{"Source Sans 3"}, Size: 10 * pt, Leading: 14 * pt, After: 4 * pt, First: 8 * pt}
	small = &doc.Style{Name: "small", Families: []string{"Source Sans 3"}, Size: 8 * pt, Leading: 10 * pt}
	title = &doc.Style{Name: "title", Families: []string{"Source Sans 3"}, Size: 14 * pt, Leading: 18 * pt, Weight: 700, Before: 12 * pt, After: 4 * pt}
	band  = &doc.Style{Name: "band", Families: []string{"Source Sans 3"}, Size: 12 * pt, Leading: 15 * pt, Before: 9 * pt, After: 3 * pt, Fill: 1, Filled: true,
		Pad: geom.Edges{Top: 2 * pt, Right: 3 * pt, Bottom: 4 * pt, Left: 5 * pt}}
	kicker = &doc.Style{Name: "kicker", Size: 8 * pt, Leading: 10 * pt, KeepNext: true}
	plain  = &doc.TableStyle{Style: small, PadX: 3 * pt, PadY: pt}
)

func words(s string) []doc.Inline { return []doc.Inline{&doc.Text{Text: s}} }

func p(s string) *doc.Paragraph { return &doc.Paragraph{Inlines: words(s), Style: body} }

func bare(s string) *doc.Paragraph { return &doc.Paragraph{Inlines: words(s)} }

func h(level int, number, s string) *doc.Heading {
	return &doc.Heading{Level: level, Number: number, Inlines: words(s), Style: title}
}

func blocks(list ...doc.Block) []doc.Block { return list }

// photo is a picture of so many pixels.
func photo(w, h int) *picture.Picture { return &picture.Picture{Name: "bild.jpg", Width: w, Height: h} }

// pages says where anchors stand, for what names them.
var pages = introspection.Labels{Known: true, Pages: []string{"1", "2", "3", "4", "9", "iv"}, Anchors: map[string]int{"a": 0, "b": 1, "c": 2, "d": 4, "d2": 4, "iv": 5}, Headings: []int{0, 1, 2, 4}}

// set is blocks as text, set in a column of 200 pt on pages of 150 pt with a margin of 60 mm.
func set(t *testing.T, list []doc.Block, grid geom.Length, margin geom.Length) string {
	t.Helper()
	u := setting.New(list, 200*pt, pages)
	u.Grid = grid
	g := &galley.Galley{Grid: grid}
	b := New(u.Setter, Area{PageHeight: func() geom.Length { return 150 * pt }, Body: 140 * pt, Margin: margin, MinPPI: 150})
	b.Restart(introspection.Counts{}, g)
	b.Blocks(g, u.Frame(), list)
	g.FlushPending()
	return u.Dump(t, g)
}

var long = strings.Repeat("viele Worte ", 9)

// constructs are one a feature, so that a difference in the golden tells which one has changed.
var constructs = []struct {
	name   string
	blocks []doc.Block
}{
	{"headings open sections", blocks(h(1, "", "Erstes"), p("Text"), h(2, "1.1", "Zweites"), h(3, "", "Drittes"), h(1, "2", "Viertes"))},
	{"a heading of no level, with an anchor and a running head", blocks(&doc.Heading{Level: 9, Inlines: words("tief"), Anchor: "a", Running: "kurz", Style: title}, &doc.Heading{Inlines: words("hoch")})},
	{"numbers hang before headings", blocks(h(2, "1.2.3", "Ein Titel, der über mehr als eine Zeile geht"), &doc.Heading{Level: 2, Number: "Anhang mit langem Namen und Nummer", Inlines: words("x"), Style: title},
		&doc.Heading{Level: 2, Number: "4", Style: title}, &doc.Heading{Level: 2, Number: "Teil 12.34", Inlines: words("neben einem breiten Wort"), Style: title}, &doc.Heading{Level: 2, Number: "5", Inlines: words("rechts"), Style: &doc.Style{Align: doc.Right}})},
	{"headings on a ground", blocks(p("davor"), &doc.Heading{Level: 2, Number: "7", Inlines: words("auf Farbe"), Style: band}, p("danach"))},
	{"paragraphs before a heading stand in its section", blocks(h(1, "", "Eins"), &doc.Paragraph{Inlines: words("operatives Ziel"), Style: kicker}, h(2, "", "Zwei"), &doc.Paragraph{Inlines: words("allein"), Style: kicker}, p("Text"))},
	{"a lead-in stays with a list", blocks(p("Dazu gehört:"), &doc.List{Style: body, Items: []doc.Item{{Blocks: blocks(bare("eins"))}}}, p("Es folgt:\u00a0"), h(2, "", "nichts"))},
	{"what a heading ends stays with the next block", blocks(&doc.Box{Blocks: blocks(h(2, "", "im Kasten"))}, p("eins"), &doc.Group{Blocks: blocks(h(2, "", "in der Gruppe"))}, p("zwei"),
		&doc.Grid{Columns: []doc.Column{{Share: 1}, {Share: 1}}, Cells: [][]doc.Block{blocks(h(3, "", "im Raster")), blocks(p("daneben"))}}, p("drei"), &doc.Grid{Cells: [][]doc.Block{nil}}, p("vier"), &doc.Box{}, p("fünf"))},
	{"lists", blocks(&doc.List{Style: body, Items: []doc.Item{{Blocks: blocks(bare("eins"), bare("noch eins"))}, {Blocks: blocks(&doc.List{Style: body, Items: []doc.Item{{Blocks: blocks(bare("innen"))}}})}, {}}}, p("danach"))},
	{"lists with numbers, labels and nothing", blocks(&doc.List{Ordered: true, Style: body, Items: []doc.Item{{Blocks: blocks(p("eins"))}, {Blocks: blocks(p("zwei"))}}},
		&doc.List{Style: small, Items: []doc.Item{{Label: "Frage:", Blocks: blocks(bare("Antwort"))}}}, &doc.List{Plain: true, Style: small, Items: []doc.Item{{Blocks: blocks(bare("ohne"))}}}, &doc.List{})},
	{"white", blocks(p("a"), &doc.Space{Height: 9 * pt}, p("b"), &doc.Space{Height: 7 * pt, Strong: true}, p("c"), &doc.Space{Fill: true}, p("d"), &doc.Space{Height: -pt, Strong: true}, &doc.Space{Height: -pt, Fill: true})},
	{"rules", blocks(&doc.Rule{Weight: pt, Ink: 1, Before: 3 * pt, After: 5 * pt}, &doc.Rule{Width: 50 * pt}, &doc.Rule{Width: 500 * pt, Weight: -pt})},
	{"page ends", blocks(p("a"), &doc.PageBreak{Start: doc.RightSide}, p("b"), &doc.PageBreak{})},
	{"a box", blocks(p("davor"), &doc.Box{Blocks: blocks(p("innen"), p("und noch mehr")), Fill: 1, Filled: true, Frame: pt, Ink: 2, Bar: 3 * pt, Pad: geom.Edges{Top: pt, Right: 2 * pt, Bottom: 3 * pt, Left: 4 * pt},
		Before: 6 * pt, After: 7 * pt, Role: "Note", Bleeds: geom.LeftSide}, p("danach"))},
	{"a box with less than no padding", blocks(&doc.Box{Blocks: blocks(p("innen")), Bar: -pt, Pad: geom.Edges{Top: -pt, Right: -pt, Bottom: -pt, Left: -pt}})},
	{"boxes of a height", blocks(&doc.Box{Blocks: blocks(p("oben")), Height: 50 * pt, Pad: geom.Edges{Top: 3 * pt, Bottom: 5 * pt}}, &doc.Box{Blocks: blocks(p("mitten")), Height: 50 * pt, Centred: true, Role: "Div"}, &doc.Box{Blocks: blocks(p("zu hoch")), Height: 5 * pt}, &doc.Box{Height: 900 * pt})},
	{"a kept box", blocks(&doc.Box{Blocks: blocks(p("eins"), p("zwei")), Keep: true})},
	{"a kept box that is too tall", blocks(&doc.Box{Blocks: blocks(p(strings.Repeat(long, 5))), Keep: true})},
	{"groups", blocks(&doc.Group{Role: "Sect", Anchor: "a", Lang: "uk", Blocks: blocks(h(2, "", "Titel"), p("eins"))}, &doc.Group{Role: "Note", Blocks: blocks(p("eins"))}, &doc.Group{Role: "Note", Blocks: blocks(p("zwei"))},
		&doc.Group{Role: "Unsinn", Blocks: blocks(p("drei"))}, &doc.Group{Anchor: "b", Blocks: blocks(p("vier"))})},
	{"kept groups", blocks(&doc.Group{Keep: true, Blocks: blocks(p("eins"), p("zwei"))}, p("danach"), &doc.Group{Soft: true, Blocks: blocks(p("drei"), p("vier"))}, p("danach"), &doc.Group{Keep: true, Blocks: blocks(p("fünf"), h(2, "", "sechs"))}, p("danach"), &doc.Group{Keep: true, Blocks: blocks(p("sieben"), &doc.Paragraph{Inlines: words("Titel der nächsten"), Style: kicker})}, p("danach"))},
	{"groups that are too tall", blocks(&doc.Group{Keep: true, Name: "A 1", At: diag.Span{File: "x", From: 1, To: 2}, Blocks: blocks(p(strings.Repeat(long, 5)))}, &doc.Group{Soft: true, Blocks: blocks(p(strings.Repeat(long, 5)))})},
	{"a grid", blocks(&doc.Grid{Columns: []doc.Column{{Share: 1}, {Width: 60 * pt, Align: doc.Right}}, Gap: 10 * pt, RowGap: 5 * pt, Before: 3 * pt, After: 4 * pt, Cells: [][]doc.Block{blocks(p("a")), blocks(p("b")), blocks(p("c"))}})},
	{"a grid as wide as its content, and one without columns", blocks(&doc.Grid{Columns: []doc.Column{{}, {Share: 1}}, Gap: 900 * pt, Cells: [][]doc.Block{blocks(p("schmal")), blocks(p("breit"))}}, &doc.Grid{Cells: [][]doc.Block{blocks(p("a")), blocks(p("b"))}})},
	{"grids that are lists", blocks(&doc.Grid{List: true, Columns: []doc.Column{{Width: 20 * pt}, {Share: 1}}, Cells: [][]doc.Block{blocks(p("1")), blocks(p("eins")), blocks(p("2")), blocks(p("zwei"))}},
		&doc.Grid{List: true, Columns: []doc.Column{{Share: 1}}, Cells: [][]doc.Block{blocks(p("eins")), blocks(p("zwei"))}}, &doc.Grid{List: true, Columns: []doc.Column{{Width: 20 * pt}, {Share: 1}}, Cells: [][]doc.Block{nil, blocks(p("x"), &doc.Paragraph{Anchor: "a"})}})},
	{"an anchor ends a cell", blocks(&doc.Grid{Columns: []doc.Column{{Share: 1}}, Cells: [][]doc.Block{blocks(p("x"), &doc.Paragraph{Anchor: "a"})}}, p("danach"))},
	{"columns", blocks(p("davor"), &doc.Columns{Count: 2, Gap: 10 * pt, Blocks: blocks(p("eins"), p("zwei"), p("drei"), p("vier"))}, p("danach"))},
	{"columns over several pages, and far too many", blocks(&doc.Columns{Count: 2, Blocks: blocks(p(strings.Repeat(long, 6)))}, &doc.Columns{Count: 99, Gap: -pt, Blocks: blocks(p("x"))})},
	{"columns within a box and a cell", blocks(&doc.Box{Pad: geom.Edges{Top: 20 * pt, Bottom: 20 * pt}, Blocks: blocks(&doc.Columns{Count: 2, Blocks: blocks(p(strings.Repeat(long, 6)))})},
		&doc.Grid{Columns: []doc.Column{{Share: 1}}, Cells: [][]doc.Block{blocks(&doc.Columns{Count: 2, Blocks: blocks(p("a"), p("b"))})}})},
	{"margins", blocks(&doc.Margin{Blocks: blocks(&doc.Paragraph{Inlines: words("am Rand"), Style: small})}, p("Text"), &doc.Margin{Blocks: blocks(p("zwei"))})},
	{"pictures", blocks(&doc.Picture{Picture: photo(400, 200), Width: 80 * pt, Alt: "ein Haus", AltLang: "en", Caption: words("Titel."), Credit: words("Foto: A"), CaptionStyle: small}, &doc.Picture{Picture: photo(900, 300), Height: 30 * pt, Width: 30 * pt, Cover: true, Align: doc.Right, Bleeds: geom.TopSide, Fill: true},
		&doc.Picture{Picture: photo(900, 300), Decorative: true, Caption: words("Schmuck")}, &doc.Picture{Caption: words("kein Bild"), CaptionStyle: small}, &doc.Picture{Picture: photo(100, 200), Alt: "coarse", Align: doc.Centre}, &doc.Picture{Picture: photo(100, 200), Alt: "again"})},
	{"pictures in aligned cells", blocks(&doc.Table{Columns: []doc.Column{{Share: 1, Align: doc.Right}}, Style: plain, Head: []doc.Row{{Cells: []doc.Cell{{Blocks: blocks(p("x"))}}}},
		Body: []doc.Row{{Cells: []doc.Cell{{Blocks: blocks(&doc.Picture{Picture: photo(400, 400), Width: 20 * pt, Alt: "x"}, &doc.Rule{Width: 30 * pt, Weight: pt}, meter(30))}}}}})},
	{"figures", blocks(&doc.Figure{Drawing: &doc.Meter{Percent: number.Int(40)}, Width: 90 * pt, Height: 6 * pt, Title: words("Titel."), Source: words("Quelle"), Number: true, CaptionStyle: small, Style: small, Alt: "40 Prozent"}, meter(20),
		&doc.Figure{Drawing: &doc.Sign{Name: "phase-2"}, Decorative: true, Width: 20 * pt, Height: 20 * pt}, &doc.Figure{Drawing: &doc.Sign{Name: "gibt-es-nicht"}, Width: 20 * pt}, &doc.Figure{Drawing: bars(3), Number: true, Anchor: "a", Table: plain, Title: words("Frage?"), Style: small, CaptionStyle: small})},
	{"a figure that is too much to be heard", blocks(&doc.Figure{Drawing: bars(10), Spare: plain, Style: small, CaptionStyle: small, Title: words("Viel")})},
	{"a figure whose values stand elsewhere", blocks(&doc.Figure{Drawing: bars(2), Values: "Alle Werte stehen davor.", Style: small})},
	{"a figure in strips", blocks(&doc.Figure{Drawing: steps(16), Style: small, CaptionStyle: small, Title: words("Schritte"), Source: words("Amt")})},
	{"a figure in strips with a head", blocks(&doc.Figure{Drawing: gantt(14), Style: small, CaptionStyle: small, Title: words("Zeitplan")})},
	{"a timeline", blocks(&doc.Timeline{Entries: []doc.Event{{When: words("Mai 2024"), Blocks: blocks(p("Anfang")), Strong: true}, {When: words("ein Datum, das nicht passt"), Blocks: blocks(p("weiter"), p("und"))}, {When: words("leer")}}}, &doc.Timeline{})},
	{"contents of headings", blocks(&doc.Contents{Depth: 2, Styles: []*doc.Style{body, small}}, h(1, "1", "Erstes"), h(2, "1.1", "Zweites, das über mehr als eine Zeile geht, weil es lang ist"), h(1, "", "Ohne Nummer"), h(3, "", "zu tief"), &doc.Heading{Level: 1, Unlisted: true, Inlines: words("nicht"), Style: title})},
	{"contents of figures and of nothing", blocks(&doc.Contents{Of: doc.NumberedFigures}, &doc.Contents{Of: doc.NumberedTables}, &doc.Contents{}, numbered("a", "Eins"), numbered("b", "Zwei"), numbered("c", "Drei"))},
	{"contents keep no notes, links or breaks", blocks(&doc.Contents{Depth: 1}, &doc.Heading{Level: 1, Style: title, Inlines: []doc.Inline{&doc.Text{Text: "Eins"}, &doc.Break{}, &doc.Link{URL: "https://example.org", Inlines: words("Zwei")}, &doc.Footnote{Inlines: words("Note")}}})},
	{"a register", blocks(&doc.Register{Style: &doc.Style{Align: doc.Justify}, Columns: 2, Entries: []doc.Entry{{Text: words("Bildung"), Anchors: []string{"a", "b", "c", "d", "d2"}}, {Text: words("Arbeit"), Anchors: []string{"a", "b", "iv"}}, {Text: words("Zwei"), Anchors: []string{"d", "a", "b"}}, {Text: words("Leer")}}},
		&doc.Paragraph{Anchor: "a"}, &doc.Paragraph{Anchor: "b"}, &doc.Paragraph{Anchor: "c"}, &doc.Paragraph{Anchor: "d"}, &doc.Paragraph{Anchor: "d2"}, &doc.Paragraph{Anchor: "iv"})},
}

func gantt(n int) *doc.Gantt {
	g := &doc.Gantt{}
	g.Lanes = []doc.Lane{{}}
	for i := range n {
		g.Lanes[0].Tasks = append(g.Lanes[0].Tasks, doc.Task{Code: "1", Label: "Strecke " + string(rune('A'+i)), HasBegin: true, HasEnd: true, Begin: doc.DayOf(2024, 1, 1), End: doc.DayOf(2024, 12, 1)})
	}
	return g
}

func meter(percent int64) *doc.Figure {
	return &doc.Figure{Drawing: &doc.Meter{Percent: number.Int(percent)}, Width: 40 * pt, Height: 4 * pt}
}

func numbered(anchor, title string) *doc.Figure {
	return &doc.Figure{Drawing: &doc.Meter{Percent: number.Int(5)}, Height: 4 * pt, Number: true, Anchor: anchor, Title: words(title)}
}

func bars(n int) *doc.Bars {
	b := &doc.Bars{Unit: "Stück", Series: []doc.Series{{}}, Format: func(v number.Decimal, _ int) string { return v.String() }}
	for i := range n {
		b.Labels = append(b.Labels, "Eintrag mit einem Namen "+string(rune('A'+i)))
		b.Series[0].Values = append(b.Series[0].Values, number.Int(int64(i+1)))
	}
	return b
}

func steps(n int) *doc.Progress {
	s := &doc.Progress{Format: func(v number.Decimal, _ int) string { return v.String() }}
	for i := range n {
		s.Rows = append(s.Rows, doc.Steps{Label: "Zeile " + string(rune('A'+i)), Done: number.Int(1), Of: number.Int(2)})
	}
	return s
}

// TestConstructsAreTheGolden: where the boxes of each construct stand, what they are tagged as and where they may be parted.
func TestConstructsAreTheGolden(t *testing.T) {
	var all strings.Builder
	for _, c := range constructs {
		all.WriteString("== " + c.name + "\n" + set(t, c.blocks, 0, 60*geom.MM) + "\n")
	}
	golden.Compare(t, "constructs.txt", all.String())
}

// TestRegisterOfLinesIsTheGolden: which boxes keep the baseline grid, and what a margin without room makes of its notes.
func TestRegisterOfLinesIsTheGolden(t *testing.T) {
	list := blocks(h(1, "", "Titel"), p("Text"), &doc.Columns{Count: 2, Blocks: blocks(p("a"), p("b"))}, &doc.Box{Blocks: blocks(p("im Kasten"))}, &doc.Margin{Blocks: blocks(p("kein Rand"))}, p("Text"))
	golden.Compare(t, "grid.txt", set(t, list, 14*pt, 20*geom.MM))
	golden.Compare(t, "grid-margin.txt", set(t, list, 14*pt, 60*geom.MM))
}

// TestALegendCountsNothing: what stands at the foot of every double page moves no number of what stands above.
func TestALegendCountsNothing(t *testing.T) {
	u := setting.New(nil, 200*pt, pages)
	b := New(u.Setter, Area{PageHeight: func() geom.Length { return 150 * pt }})
	b.Restart(introspection.Counts{Headings: 2, Notes: 3}, &galley.Galley{})
	style := &doc.PageStyle{Size: geom.Size{W: 300 * pt}, Inner: 20 * pt, Outer: 30 * pt, Legend: blocks(h(2, "", "Legende"), &doc.Paragraph{Inlines: []doc.Inline{&doc.Text{Text: "x"}, &doc.Footnote{Inlines: words("y")}}})}
	before := b.Set.Count
	box := b.Legend(style, u.Root)
	if b.Set.Count != before || b.heads != 2 {
		t.Errorf("counts %+v and %d headings, were %+v", b.Set.Count, b.heads, before)
	}
	if box == nil || box.Height < 32*pt || len(box.Items) == 0 {
		t.Errorf("a legend of %+v", box)
	}
	if b.Legend(&doc.PageStyle{}, u.Root) != nil {
		t.Error("a page style without a legend has one")
	}
}
