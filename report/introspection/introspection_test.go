package introspection

import (
	"testing"

	"konzept/report/doc"
)

func words(s string) []doc.Inline { return []doc.Inline{&doc.Text{Text: s}} }

func sample() *doc.Document {
	note := []doc.Inline{&doc.Text{Text: "Satz"}, &doc.Footnote{Inlines: words("Quelle")}}
	return &doc.Document{Words: doc.Words{Table: "Tabelle", Figure: "Abbildung"}, Chapters: []doc.Chapter{
		{Blocks: []doc.Block{
			&doc.Heading{Level: 1, Number: "1", Inlines: words("Anfang"), Anchor: "anfang"},
			&doc.Paragraph{Inlines: note},
			&doc.Table{Number: true, Caption: words("Zahlen"), Columns: []doc.Column{{Header: true}}, Body: []doc.Row{
				{Anchor: "zeile", Cells: []doc.Cell{{Blocks: []doc.Block{&doc.Paragraph{Inlines: words("A 1.3 Beratung")}}}}}}},
		}},
		{Blocks: []doc.Block{
			&doc.Group{Role: "Note", Anchor: "kasten", Blocks: []doc.Block{&doc.Heading{Level: 9, Inlines: words("Kasten")}}},
			&doc.Paragraph{Inlines: []doc.Inline{&doc.PageRef{Anchor: "anfang"}}},
		}},
	}}
}

// TestChaptersKnowWhatStandsBeforeThem: running numbers go on from chapter to chapter.
func TestChaptersKnowWhatStandsBeforeThem(t *testing.T) {
	x := Read(sample())
	if x.Base[0] != (Counts{}) || x.Base[1] != (Counts{Tables: 1, Notes: 1, Headings: 1}) {
		t.Errorf("counts %+v", x.Base)
	}
	if x.Refers[0] || !x.Refers[1] {
		t.Errorf("chapters that name pages: %v", x.Refers)
	}
	if !x.Anchors["anfang"] || !x.Anchors["zeile"] || !x.Anchors["kasten"] || x.Anchors[""] {
		t.Errorf("anchors %v", x.Anchors)
	}
}

func TestContentsListWhatTheyAreAskedFor(t *testing.T) {
	x := Read(sample())
	h := x.Listing(doc.Headings)
	if len(h) != 2 || h[0].Title != "1 Anfang" || h[0].Dest != "anfang" || h[1].Level != 6 || h[1].Dest != "section.2" || x.Total() != 2 {
		t.Errorf("headings %+v", h)
	}
	if l := x.Listing(doc.NumberedTables); len(l) != 1 || l[0].Title != "Tabelle\u00a01 Zahlen" || l[0].Dest != "table.1" {
		t.Errorf("tables %+v", l)
	}
	if l := x.Listing(doc.NumberedFigures); len(l) != 0 {
		t.Errorf("figures %+v", l)
	}
}

// TestLinksSayWhatStandsAtTheirTarget: who hears links alone learns what a number stands for.
func TestLinksSayWhatStandsAtTheirTarget(t *testing.T) {
	x := Read(sample())
	for _, c := range [][3]string{
		{"A 1.3", "zeile", "A 1.3 Beratung"},
		{"Seite 4", "zeile", "Seite 4: A 1.3 Beratung"},
		{"zur Beratung im Rathaus", "zeile", "zur Beratung im Rathaus"},
		{"Kasten", "kasten", "Kasten"},
		{"hier", "nirgends", "hier"},
	} {
		if got := x.Purpose(c[0], c[1]); got != c[2] {
			t.Errorf("%q to %s says %q, want %q", c[0], c[1], got, c[2])
		}
	}
	if name, _ := x.Called("section.2"); name != "Kasten" {
		t.Errorf("section.2 is called %q", name)
	}
}

// TestLabelsTellWhatMoved: pages are compared as they are printed.
func TestLabelsTellWhatMoved(t *testing.T) {
	before := Labels{Known: true, Pages: []string{"i", "1", "2"}, Anchors: map[string]int{"a": 1, "b": 2}, Headings: []int{0, 2}}
	same := before
	if got := before.Differs(same); got != "" {
		t.Errorf("%s moved", got)
	}
	moved := before
	moved.Anchors = map[string]int{"a": 1, "b": 1}
	if got := before.Differs(moved); got != "b" {
		t.Errorf("%q moved, want b", got)
	}
	moved.Headings = []int{0, 1}
	if got := before.Differs(moved); got != "section.2" {
		t.Errorf("%q moved, want section.2", got)
	}
	var unknown Labels
	if unknown.Of("a") != "00" || before.Of("a") != "1" || before.Of("c") != "?" {
		t.Error("labels of anchors")
	}
	if got := before.Listed(&Entry{index: 0}); got != "i" {
		t.Errorf("the first heading stands on %q", got)
	}
	before.Finish()
	if len(before.Last) != 3 || before.Last[0] != "2" {
		t.Errorf("last pages %v", before.Last)
	}
}

// TestAllThatIsNumberedIsCounted, and what contents and registers name makes a chapter refer to pages.
func TestAllThatIsNumberedIsCounted(t *testing.T) {
	x := Read(&doc.Document{Words: doc.Words{Figure: "Abbildung"}, Chapters: []doc.Chapter{
		{Blocks: []doc.Block{
			&doc.Group{Role: "Note", Blocks: []doc.Block{&doc.Margin{Blocks: []doc.Block{&doc.Paragraph{Inlines: words("x")}}}}},
			&doc.Group{Role: "Sect"},
			&doc.Figure{Number: true, Title: words("Bild")}, &doc.Figure{Number: true}, &doc.Figure{},
			&doc.Table{Number: true}, &doc.Table{},
		}},
		{Blocks: []doc.Block{&doc.Contents{}}},
		{Blocks: []doc.Block{&doc.Register{}}, Page: &doc.PageStyle{}},
		{Page: &doc.PageStyle{Legend: []doc.Block{&doc.Paragraph{Inlines: []doc.Inline{&doc.PageRef{Anchor: "a"}, &doc.Footnote{Inlines: words("y")}}}}}},
		{},
	}})
	if want := (Counts{Tables: 1, Figures: 2, Asides: 2}); x.Base[1] != want || x.Base[4] != want {
		t.Errorf("counts %+v, want %+v", x.Base, want)
	}
	for i, want := range []bool{false, true, true, true, false} {
		if x.Refers[i] != want {
			t.Errorf("chapter %d refers to pages: %t", i, x.Refers[i])
		}
	}
	figures := x.Listing(doc.NumberedFigures)
	if len(figures) != 2 || figures[0].Title != "Abbildung\u00a01 Bild" || figures[1].Title != "Abbildung\u00a02" || figures[1].Dest != "figure.2" || figures[0].Level != 1 || figures[0].Block.Number != "Abbildung\u00a01" {
		t.Errorf("figures %+v", figures)
	}
}

// TestAnchorsAreCalledByTheFirstWordsThere: a group's by its first heading, whatever stands inside or after it.
func TestAnchorsAreCalledByTheFirstWordsThere(t *testing.T) {
	x := Read(&doc.Document{Chapters: []doc.Chapter{{Blocks: []doc.Block{
		&doc.Heading{Level: 1, Inlines: words("Davor")},
		&doc.Group{Anchor: "aussen", Blocks: []doc.Block{
			&doc.Group{Anchor: "innen", Blocks: []doc.Block{&doc.Heading{Level: -1, Inlines: words("Innen"), Anchor: "titel"}}},
			&doc.Heading{Level: 2, Inlines: words("Danach")},
		}},
		&doc.Group{Anchor: "leer", Blocks: []doc.Block{&doc.Paragraph{Inlines: words("nichts")}}},
		&doc.Heading{Level: 2, Inlines: words("Doppelt"), Anchor: "titel"},
		&doc.Heading{Level: 2, Anchor: "wortlos"},
		&doc.Table{Columns: []doc.Column{{}, {Header: true}}, Head: []doc.Row{{Anchor: "kopf", Cells: []doc.Cell{{}, {Blocks: []doc.Block{&doc.Paragraph{Inlines: words(" Kopf ")}}}, {}}}}},
	}}}})
	for anchor, want := range map[string]string{"aussen": "Innen", "innen": "Innen", "titel": "Innen", "leer": "", "wortlos": "", "kopf": "Kopf"} {
		if got := x.titles[anchor]; got != want {
			t.Errorf("%s is called %q, want %q", anchor, got, want)
		}
	}
	if _, known := x.titles[""]; known {
		t.Error("what has no anchor has a title")
	}
	if got := x.Purpose(" Innen ", "innen"); got != "Innen" {
		t.Errorf("a link says %q", got)
	}
	if got := x.Purpose("zwölf Zeiche", "kopf") + "|" + x.Purpose("dreizehn Zeic", "kopf"); got != "zwölf Zeiche: Kopf|dreizehn Zeic" {
		t.Errorf("codes and words say %q", got)
	}
	for i, want := range []int{1, 1, 2, 2, 2} {
		if x.Headings[i].Level != want {
			t.Errorf("heading %d has level %d, want %d", i, x.Headings[i].Level, want)
		}
	}
	if x.Headings[3].Dest == x.Headings[1].Dest {
		t.Error("two headings have one destination")
	}
	if name, _ := x.Called("nirgends"); name != "nirgends" {
		t.Errorf("an unknown destination is called %q", name)
	}
}
