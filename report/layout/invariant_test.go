package layout

import (
	"slices"
	"strings"
	"testing"

	"konzept/report/diag"
	"konzept/report/doc"
	"konzept/report/galley"
	"konzept/report/geom"
	"konzept/report/page"
)

// everything is a document with each construct, on pages so small that all of them break.
func everything() *doc.Document {
	grid := &doc.Grid{Columns: []doc.Column{{Share: 1}, {Width: 80 * pt}, {}}, Gap: 8 * pt, RowGap: 4 * pt, Cells: [][]doc.Block{{p("Links: " + lorem)}, {p("Mitte")}, {p("rechts")}, {p("zweite Reihe")}, {}, {p("Ende")}}}
	two := func(s string) doc.Cell { r := c(s); r.Rows = 3; return r }
	wide := c("über zwei Spalten")
	wide.Cols = 2
	spans := &doc.Table{Columns: []doc.Column{{Width: 60 * pt, Header: true}, {}, {Share: 1}}, Head: []doc.Row{row("Feld", "Nr.", "Text")}, Style: plainLook, Caption: t("Mit Verbund")}
	for i := range 3 {
		first := row("", "a", lorem)
		first.Cells[0] = two("Gruppe " + string(rune('A'+i)))
		spans.Body = append(spans.Body, first, row("b", lorem), row("c", "kurz"))
	}
	spans.Body = append(spans.Body, doc.Row{Label: true, Cells: []doc.Cell{c("Zwischentitel")}}, doc.Row{Cells: []doc.Cell{c("x"), wide}}, row("y"))
	spans.Foot = []doc.Row{row("Summe", "9", "")}
	note := &doc.Paragraph{Style: bodyStyle, Inlines: []doc.Inline{&doc.Text{Text: "Mit Anmerkung"}, &doc.Footnote{Inlines: t("Erste Anmerkung. " + lorem + lorem)}, &doc.Text{Text: " und weiterem Text, siehe "}, &doc.Link{URL: "https://example.org", Inlines: t("die Seite der Stadt mit allen Angeboten und Terminen")}, &doc.Text{Text: " auf Seite "}, &doc.PageRef{Anchor: "ende"}, &doc.Text{Text: "."}}}
	list := &doc.List{Style: bodyStyle, Items: []doc.Item{{Blocks: []doc.Block{p("eins " + lorem), &doc.List{Ordered: true, Style: bodyStyle, Items: []doc.Item{{Blocks: []doc.Block{p("innen")}}, {}}}}}, {Blocks: []doc.Block{p("zwei")}}, {Label: "c)", Blocks: []doc.Block{plainTable(3)}}}}
	box := &doc.Box{Blocks: []doc.Block{p("Kasten " + lorem + lorem), plainTable(6), p("Ende des Kastens")}, Filled: true, Fill: 1, Frame: pt, Bar: 3 * pt, Pad: geom.Edges{Top: 6 * pt, Right: 6 * pt, Bottom: 6 * pt, Left: 6 * pt}, Before: 6 * pt, After: 6 * pt}
	tall := plainTable(1)
	tall.Body = append(tall.Body, row("hoch", strings.Repeat(lorem, 6)))
	return document(small(),
		[]doc.Block{h(1, "", "Inhalt"), &doc.Contents{Depth: 2, Styles: []*doc.Style{bodyStyle, cellStyle}}},
		[]doc.Block{h(1, "1", "Anfang"), p(lorem), h(2, "1.1", "Fußnoten"), note, list, h(2, "1.2", "Kasten"), box, grid, &doc.Rule{Weight: pt, Before: 3 * pt, After: 3 * pt}, spans},
		[]doc.Block{h(1, "2", "Ende"), &doc.Paragraph{Inlines: t("Ziel"), Style: bodyStyle, Anchor: "ende"}, &doc.Columns{Count: 2, Gap: 10 * pt, Blocks: []doc.Block{p(lorem), p(lorem), p("Spaltenende")}},
			&doc.Timeline{Entries: []doc.Event{{When: t("Ende 2008"), Blocks: []doc.Block{p("Beschluss " + lorem)}}, {When: t("7. Mai 2014"), Strong: true, Blocks: []doc.Block{p("Zweites")}}}},
			tall, &doc.PageBreak{Start: doc.RightSide}, p("nach dem Umbruch"), &doc.Margin{Blocks: []doc.Block{p("am Rand")}}, p("neben dem Rand"), &doc.Space{Fill: true}, p("ganz unten"),
			&doc.Register{Style: cellStyle, Columns: 2, Entries: []doc.Entry{{Text: t("Anfang"), Anchors: []string{"ende"}}}}})
}

func plainTable(n int) *doc.Table {
	v := &doc.Table{Columns: []doc.Column{{}, {Share: 1}}, Head: []doc.Row{row("Nr.", "Text")}, Style: plainLook}
	for range n {
		v.Body = append(v.Body, row("1", "Zeile mit etwas Text darin, der wohl bricht"))
	}
	return v
}

func TestEveryRuneStandsOnThePagesOnceAndInOrder(t_ *testing.T) {
	d := everything()
	got := letters(pagesText(lay(t_, d)))
	for _, want := range texts(d) {
		if n := strings.Count(got, letters(want)); n == 0 {
			t_.Errorf("lost %q", want)
		}
	}
	if a, b := sorted(got), sorted(letters(strings.Join(texts(d), ""))); a != b {
		t_.Errorf("letters of pages and document differ:\n%s\n%s", a, b)
	}
}

func TestNothingStandsOutsideItsPage(t_ *testing.T) {
	for n, pg := range lay(t_, everything()).Pages {
		trim := geom.Box{W: pg.Size.W, H: pg.Size.H}
		each(pg.Items, func(it page.Item) {
			if b := galley.Bounds(it); !trim.Contains(b) && b != (geom.Box{}) {
				t_.Errorf("page %d: %s outside", n+1, b)
			}
		})
	}
}

func TestEveryTextIsTaggedOrAnArtifact(t_ *testing.T) {
	for n, pg := range lay(t_, everything()).Pages {
		for _, it := range pg.Items {
			if r, ok := it.(*page.Text); ok && r.Elem == nil {
				t_.Errorf("page %d: %q has no element", n+1, r.Run.Text)
			}
			if r, ok := it.(*page.Running); ok {
				each(r.Of, func(of page.Item) {
					if of.Element() != nil {
						t_.Errorf("page %d: content within an artifact", n+1)
					}
				})
			}
		}
	}
}

func TestNoHeadingIsLastOnItsPage(t_ *testing.T) {
	for n, pg := range lay(t_, everything()).Pages {
		last := ""
		for _, it := range pg.Items {
			if e := it.Element(); e != nil {
				last = e.Type
			}
		}
		if len(last) == 2 && last[0] == 'H' {
			t_.Errorf("page %d ends with a heading", n+1)
		}
	}
}

func TestTextDoesNotOverlapWithinAColumn(t_ *testing.T) {
	for n, pg := range lay(t_, everything()).Pages {
		var all []*page.Text
		each(pg.Items, func(it page.Item) {
			if r, ok := it.(*page.Text); ok {
				all = append(all, r)
			}
		})
		for i, a := range all {
			for _, b := range all[i+1:] {
				if dy := a.Y - b.Y; dy > -5*pt && dy < 5*pt && a.X+pt < inkRight(b) && b.X+pt < inkRight(a) {
					if strings.TrimSpace(a.Run.Text) != "" && strings.TrimSpace(b.Run.Text) != "" && a.Run.Size == b.Run.Size {
						t_.Errorf("page %d: %q and %q overlap", n+1, a.Run.Text, b.Run.Text)
					}
				}
			}
		}
	}
}

// inkRight is where a run's last visible sign ends.
func inkRight(r *page.Text) geom.Length {
	right := r.X + r.Run.Width()
	if strings.HasSuffix(r.Run.Text, " ") {
		right -= r.Run.WordSpace + r.Run.Size/5
	}
	return right
}

func TestTheOrderOfWorkersChangesNothing(t_ *testing.T) {
	d := everything()
	one := dump(t_, lay(t_, d))
	for range 3 {
		var out diag.List
		if many := dump(t_, Pages(d, testFonts(), Options{Workers: 4}, &out)); many != one {
			t_.Fatal("four workers make another document than one")
		}
	}
}

func TestPageNumbersInContentsAreTheHeadings(t_ *testing.T) {
	r := lay(t_, everything())
	text := spoken(r.Pages[0])
	for _, b := range r.Outline {
		title := strings.TrimSpace(b.Title)
		if n := strings.Index(text, title[strings.LastIndex(title, " ")+1:]); n < 0 || !strings.Contains(text[n:], r.Pages[b.Page].Label) {
			t_.Errorf("contents miss %q on %s", title, r.Pages[b.Page].Label)
		}
	}
}

func TestTablesAreRegular(t_ *testing.T) {
	r := lay(t_, everything())
	var walk func(e *page.Elem)
	walk = func(e *page.Elem) {
		if e.Type == "Table" {
			checkTable(t_, e)
		}
		for _, k := range e.Kids {
			if k.Elem != nil {
				walk(k.Elem)
			}
		}
	}
	walk(r.Root)
}

// checkTable counts the cells of every row with those that reach into it.
func checkTable(t_ *testing.T, table *page.Elem) {
	want := 0
	for _, part := range table.Kids {
		if part.Elem == nil || !strings.HasPrefix(part.Elem.Type, "T") {
			continue
		}
		var below []int
		for _, tr := range part.Elem.Kids {
			n := 0
			if len(below) > 0 {
				n, below = below[0], below[1:]
			}
			for _, cell := range tr.Elem.Kids {
				wide := max(cell.Elem.ColSpan, 1)
				n += wide
				for k := range max(cell.Elem.RowSpan, 1) - 1 {
					for len(below) <= k {
						below = append(below, 0)
					}
					below[k] += wide
				}
			}
			if want == 0 {
				want = n
			}
			if n != want {
				t_.Errorf("a row has %d cells, the first %d", n, want)
			}
		}
	}
}

// each visits items and those within artifacts.
func each(items []page.Item, visit func(page.Item)) {
	for _, it := range items {
		if r, ok := it.(*page.Running); ok {
			each(r.Of, visit)
			continue
		}
		visit(it)
	}
}

func pagesText(d *page.Document) string {
	var s strings.Builder
	for i, pg := range d.Pages {
		if i == 0 && len(d.Outline) > 0 {
			continue // contents repeat the headings
		}
		s.WriteString(spoken(pg))
	}
	return s.String()
}

// letters leaves letters only: figures are added by layout, blanks may vanish at a line's end.
func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || strings.ContainsRune("äöüÄÖÜß", r) {
			return r
		}
		return -1
	}, s)
}

func sorted(s string) string {
	r := []rune(s)
	slices.Sort(r)
	return string(r)
}
