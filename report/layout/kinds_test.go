package layout

import (
	"bytes"
	"maps"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"

	"konzept/report/diag"
	"konzept/report/doc"
	"konzept/report/internal/kinds"
	"konzept/report/number"
	"konzept/report/page"
)

// example of a kind of block or drawing: one that holds inlines wherever it can, each in a place of its own.
type example func(next func() []doc.Inline) doc.Block

func inFigure(d doc.Drawing) example {
	return func(next func() []doc.Inline) doc.Block {
		return &doc.Figure{Drawing: d, Title: next(), Source: next()}
	}
}

func para(in []doc.Inline) *doc.Paragraph { return &doc.Paragraph{Inlines: in, Style: bodyStyle} }

func paras(in []doc.Inline) []doc.Block { return []doc.Block{para(in)} }

// examples has one for every kind that doc declares: TestEveryKindHasAnExample finds those that are missing.
var examples = map[string]example{
	"Paragraph": func(next func() []doc.Inline) doc.Block { return para(next()) },
	"Heading": func(next func() []doc.Inline) doc.Block {
		return &doc.Heading{Level: 1, Inlines: next(), Style: bodyStyle}
	},
	"Group": func(next func() []doc.Inline) doc.Block { return &doc.Group{Blocks: paras(next())} },
	"List": func(next func() []doc.Inline) doc.Block {
		return &doc.List{Style: bodyStyle, Items: []doc.Item{{Blocks: paras(next())}}}
	},
	"Box": func(next func() []doc.Inline) doc.Block { return &doc.Box{Blocks: paras(next())} },
	"Grid": func(next func() []doc.Inline) doc.Block {
		return &doc.Grid{Columns: []doc.Column{{Share: 1}, {Share: 1}}, Cells: [][]doc.Block{paras(next()), paras(next())}}
	},
	"Columns": func(next func() []doc.Inline) doc.Block { return &doc.Columns{Count: 2, Blocks: paras(next())} },
	"Margin":  func(next func() []doc.Inline) doc.Block { return &doc.Margin{Blocks: paras(next())} },
	"Picture": func(next func() []doc.Inline) doc.Block {
		return &doc.Picture{Width: 30 * pt, Height: 30 * pt, Caption: next(), Credit: next(), CaptionStyle: bodyStyle}
	},
	"Table": func(next func() []doc.Inline) doc.Block {
		row := func() []doc.Row { return []doc.Row{{Cells: []doc.Cell{{Blocks: paras(next())}}}} }
		return &doc.Table{Columns: []doc.Column{{Share: 1}}, Style: plainLook, Caption: next(), Head: row(), Body: row(), Foot: row(), Source: next()}
	},
	"Pairs": func(next func() []doc.Inline) doc.Block {
		return &doc.Pairs{Style: plainLook, LabelWidth: 80 * pt, Rows: []doc.Pair{{Label: next(), Value: paras(next())}}}
	},
	"Timeline": func(next func() []doc.Inline) doc.Block {
		return &doc.Timeline{Entries: []doc.Event{{When: next(), Blocks: paras(next())}}}
	},
	"Register": func(next func() []doc.Inline) doc.Block {
		return &doc.Register{Style: bodyStyle, Entries: []doc.Entry{{Text: next(), Anchors: []string{"there"}}}}
	},
	"Contents":  func(func() []doc.Inline) doc.Block { return &doc.Contents{} },
	"Space":     func(func() []doc.Inline) doc.Block { return &doc.Space{Height: 9 * pt} },
	"Rule":      func(func() []doc.Inline) doc.Block { return &doc.Rule{Weight: pt} },
	"PageBreak": func(func() []doc.Inline) doc.Block { return &doc.PageBreak{} },
	"Figure":    inFigure(&doc.Sign{Name: "phase-2"}),

	"Bars":     inFigure(&doc.Bars{Unit: "Stück", Labels: []string{"Balken"}, Series: []doc.Series{{Name: "Reihe", Values: some}}, Format: plainly}),
	"Lines":    inFigure(&doc.Lines{Unit: "Jahre", Labels: []string{"2020", "2021"}, Series: []doc.Series{{Name: "Linie", Values: some}}, Format: plainly}),
	"Donut":    inFigure(&doc.Donut{Unit: "Teile", Parts: []doc.Slice{{Label: "Stück", Value: some[0]}}, Format: plainly}),
	"Progress": inFigure(&doc.Progress{Unit: "Schritte", Rows: []doc.Steps{{Label: "Schritt", Done: some[0], Of: some[1]}}, Format: plainly}),
	"Gantt": inFigure(&doc.Gantt{Unit: "Vorhaben", Lanes: []doc.Lane{{Title: "Bahn", Tasks: []doc.Task{{Code: "A", Label: "Strecke", HasBegin: true, HasEnd: true,
		Begin: doc.DayOf(2024, 1, 1), End: doc.DayOf(2025, 1, 1)}}}}}),
	"Tree":   inFigure(&doc.Tree{Unit: "Äste", Ranks: []string{"oben", "unten"}, Nodes: []doc.Branch{{Label: "Wurzel", Note: "alt"}, {Depth: 1, Code: "1", Label: "Zweig"}}}),
	"Places": inFigure(&doc.Places{Unit: "Angebote", Rows: []doc.Place{{Name: "Ort", Note: "Mitte", Items: []doc.Tag{{Label: "Marke"}}}}}),
	"Flow": inFigure(&doc.Flow{Unit: "Ideen", Stages: []doc.Stage{{Title: "Vorher", Stops: []doc.Stop{{Label: "Quelle"}}}, {Title: "Nachher", Stops: []doc.Stop{{Label: "Senke"}}}},
		Ribbons: []doc.Ribbon{{Value: some[0]}}, Format: plainly}),
	"Meter": inFigure(&doc.Meter{Percent: some[0]}),
	"QR":    inFigure(&doc.QR{Text: "https://example.org", Level: "M"}),
	"Sign":  inFigure(&doc.Sign{Name: "phase-2"}),
}

var some = []number.Decimal{number.Int(3), number.Int(7)}

func plainly(v number.Decimal, _ int) string { return v.String() }

func TestEveryKindHasAnExample(t_ *testing.T) {
	for _, kind := range kinds.All(t_) {
		if examples[kind] == nil {
			t_.Errorf("doc.%s has no example: nothing tells whether all stages know it", kind)
		}
	}
}

// told hands an example its inlines and keeps their words: each has a note and the page of an anchor on the second page.
type told struct{ words []string }

func (w *told) next() []doc.Inline {
	word := "Wort" + string(rune('a'+len(w.words)))
	w.words = append(w.words, word)
	return []doc.Inline{&doc.Text{Text: word + " "}, &doc.PageRef{Anchor: "there"}, &doc.Footnote{Inlines: t("Note" + word)}}
}

// TestEveryKindGoesThroughEveryStage: what a block holds is visited, dumped, counted, measured in a cell and printed with
// the right page number and its notes, on its own and within a table.
func TestEveryKindGoesThroughEveryStage(t_ *testing.T) {
	for _, kind := range slices.Sorted(maps.Keys(examples)) {
		for _, where := range []string{"page", "cell", "legend"} {
			var w told
			block := examples[kind](w.next)
			style, blocks := *small(), []doc.Block{block}
			switch where {
			case "cell":
				if _, ok := block.(*doc.Margin); ok {
					continue // a margin is the page's
				}
				blocks = []doc.Block{&doc.Table{Columns: []doc.Column{{}, {Share: 1}}, Style: plainLook, Body: []doc.Row{{Cells: []doc.Cell{{Blocks: blocks}, c("x")}}}}}
			case "legend":
				if _, ok := block.(*doc.Paragraph); !ok {
					continue
				}
				block.(*doc.Paragraph).Inlines = block.(*doc.Paragraph).Inlines[:2] // notes stand where a text is, not at every foot
				style.Legend, blocks = blocks, []doc.Block{p("Text")}
			}
			d := document(&style, blocks, []doc.Block{&doc.Paragraph{Inlines: t("Ziel"), Style: bodyStyle, Anchor: "there"}})
			checkStages(t_, kind+" on a "+where, d, block, w.words, where != "legend")
		}
	}
}

func checkStages(t_ *testing.T, what string, d *doc.Document, block doc.Block, words []string, notes bool) {
	t_.Helper()
	var visited strings.Builder
	doc.WalkBlocks([]doc.Block{block}, doc.Visitor{Inlines: func(list []doc.Inline, _ *doc.Style, _ string) {
		for i := range doc.Each(list) {
			if t, ok := i.(*doc.Text); ok {
				visited.WriteString(t.Text)
			}
		}
	}})
	var dumped bytes.Buffer
	if err := doc.Dump(&dumped, &doc.Document{Chapters: []doc.Chapter{{Blocks: []doc.Block{block}}}}); err != nil {
		t_.Fatal(err)
	}
	var found diag.List // such as a table without a header: nobody's matter here
	pages := Pages(d, testFonts(), Options{}, &found)
	printed, folio := "", ""
	for i, pg := range pages.Pages {
		printed += spoken(pg)
		if strings.Contains(spoken(pg), "Ziel") {
			folio = strconv.Itoa(i + 1)
		}
	}
	printed = strings.Join(strings.Fields(printed), "")
	for _, w := range words {
		for stage, text := range map[string]string{"visited": visited.String(), "dumped": dumped.String(), "printed": printed} {
			if !strings.Contains(text, w) || notes && !strings.Contains(text, "Note"+w) {
				t_.Errorf("%s: %s is not %s in %q", what, w, stage, text)
			}
		}
		if !strings.Contains(printed, w+folio) {
			t_.Errorf("%s: behind %s no page %s in %q", what, w, folio, printed)
		}
	}
	f, ok := block.(*doc.Figure)
	if !ok {
		return
	}
	if len(items(pages)) == 0 {
		t_.Errorf("%s: nothing is drawn", what)
	}
	visited.Reset()
	doc.WalkBlocks([]doc.Block{block}, doc.Visitor{Label: func(s *string, _ string) { visited.WriteString(*s + "\n") }})
	for _, s := range stringsOf(reflect.ValueOf(f.Drawing)) {
		if !strings.Contains(visited.String(), s+"\n") || !strings.Contains(dumped.String(), s) {
			t_.Errorf("%s: %q is not visited in %q or not dumped in %q", what, s, visited.String(), dumped.String())
		}
	}
}

// keys of a drawing are strings that nobody reads: names of symbols, what a code says.
var keys = []string{"Symbol", "Name", "Text", "Level"}

// stringsOf are the texts that a drawing holds, in whatever depth.
func stringsOf(v reflect.Value) (all []string) {
	switch v.Kind() {
	case reflect.Pointer, reflect.Interface:
		if !v.IsNil() {
			return stringsOf(v.Elem())
		}
	case reflect.Slice:
		for i := range v.Len() {
			all = append(all, stringsOf(v.Index(i))...)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if f := v.Type().Field(i); f.IsExported() && !(slices.Contains(keys, f.Name) && v.Type() != reflect.TypeFor[doc.Place]() && v.Type() != reflect.TypeFor[doc.Series]()) {
				all = append(all, stringsOf(v.Field(i))...)
			}
		}
	case reflect.String:
		if v.Len() > 0 {
			all = append(all, v.String())
		}
	}
	return all
}

func items(d *page.Document) (all []page.Item) {
	for _, pg := range d.Pages {
		each(pg.Items, func(it page.Item) {
			switch it.(type) {
			case *page.Shape, *page.Rect:
				all = append(all, it)
			}
		})
	}
	return all
}
