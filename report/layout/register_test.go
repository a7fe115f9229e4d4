package layout

import (
	"slices"
	"strings"
	"testing"

	"konzept/report/doc"
	"konzept/report/flow"
	"konzept/report/geom"
	"konzept/report/page"
)

// TestLinesKeepRegister: whatever stands between them, lines of running text stand at one height on all pages.
func TestLinesKeepRegister(t_ *testing.T) {
	st := *small()
	st.Grid, st.Facing = bodyStyle.Leading, true
	box := &doc.Box{Blocks: []doc.Block{p(lorem)}, Pad: geom.Edges{Top: 5 * pt, Bottom: 4 * pt}, Before: 3 * pt, After: 7 * pt, Role: "Div"}
	var blocks []doc.Block
	for range 4 {
		blocks = append(blocks, h(1, "1", "Anfang"), p(lorem), p(lorem), h(2, "1.1", "Abschnitt"), p(lorem), plainTable(2), p(lorem), box, p(lorem),
			&doc.Space{Height: 5 * pt}, &doc.List{Style: bodyStyle, Items: []doc.Item{{Blocks: []doc.Block{p(lorem)}}, {Blocks: []doc.Block{p("zwei")}}}}, p(lorem+lorem))
	}
	made := lay(t_, document(&st, blocks))
	if len(made.Pages) < 4 {
		t_.Fatalf("only %d pages", len(made.Pages))
	}
	lines, want := 0, geom.Length(-1)
	for n, pg := range made.Pages {
		each(pg.Items, func(it page.Item) {
			r, ok := it.(*page.Text)
			if !ok || r.Elem == nil || r.Run.Size != bodyStyle.Size || r.Elem.Type != "P" || inside(r.Elem, "Div") || inside(r.Elem, "Table") {
				return
			}
			lines++
			at := (r.Y - st.Top) % st.Grid
			if want < 0 {
				want = at
			}
			if at != want {
				t_.Errorf("page %d: %q stands %s off the grid", n+1, r.Run.Text, (at - want).String())
			}
		})
	}
	if lines < 40 {
		t_.Errorf("only %d lines seen", lines)
	}
}

// TestMarginalNotesStandBesideTheirBlock: in the outer margin, apart from each other, on the page of their block.
func TestMarginalNotesStandBesideTheirBlock(t_ *testing.T) {
	st := *small()
	st.Facing, st.Outer = true, 100*pt
	note := func(s string) *doc.Margin {
		return &doc.Margin{Blocks: []doc.Block{&doc.Paragraph{Inlines: t(s), Style: smallStyle}}}
	}
	made := lay(t_, document(&st, []doc.Block{p("davor"), note("Erste Randbemerkung"), p("daneben"), note("Zweite"), p("dicht darunter"), &doc.PageBreak{}, p("links"), note("Dritte"), p("auf der linken Seite")}))
	at := map[string]geom.Point{}
	for n, pg := range made.Pages {
		each(pg.Items, func(it page.Item) {
			if r, ok := it.(*page.Text); ok && r.Elem != nil {
				if _, seen := at[r.Run.Text]; !seen {
					at[r.Run.Text] = geom.Point{X: r.X, Y: r.Y}
				}
				if inside(r.Elem, "Note") && (n == 0) != (r.X > 200*pt) {
					t_.Errorf("page %d: %q stands at %s", n+1, r.Run.Text, r.X.String())
				}
			}
		})
	}
	if first, beside := at["Erste "], at["daneben"]; first.Y != beside.Y {
		t_.Errorf("the first note stands at %v, its block at %v", first, beside)
	}
	if at["Zweite"].Y < at["Erste "].Y+flow.AsideGap {
		t_.Errorf("notes touch: %v", at)
	}
}

func TestAFootnoteOfAMarginalNoteStandsAtTheFootOfThePage(t_ *testing.T) {
	st := *small()
	st.Outer = 100 * pt
	aside := &doc.Margin{Blocks: []doc.Block{&doc.Paragraph{Style: smallStyle, Inlines: []doc.Inline{&doc.Text{Text: "Rand"}, &doc.Footnote{Inlines: t("Quelle des Randes")}}}}}
	made := lay(t_, document(&st, []doc.Block{aside, p("daneben")}))
	if !slices.ContainsFunc(made.Dests, func(d page.Dest) bool { return d.Name == "footnote.1" }) || !strings.Contains(pagesText(made), "Quelle") {
		t_.Errorf("the note is lost: %s", pagesText(made))
	}
}

func TestMarginalNotesTooHighAreAFinding(t_ *testing.T) {
	st := *small()
	st.Outer = 130 * pt
	note := &doc.Paragraph{Inlines: t(lorem + lorem + lorem), Style: smallStyle}
	_, found := find(t_, document(&st, []doc.Block{&doc.Margin{Blocks: []doc.Block{note, note, note}}, p("eins")}), "margin-overfull")
	if len(found) == 0 {
		t_.Errorf("found %v", found)
	}
}

func TestPagesAreAMultiple(t_ *testing.T) {
	d := document(small(), []doc.Block{p("eins")})
	d.Multiple = 4
	made := lay(t_, d)
	if len(made.Pages) != 4 || len(made.Pages[3].Items) != 0 {
		t_.Errorf("found %d pages, the last with %d items", len(made.Pages), len(made.Pages[len(made.Pages)-1].Items))
	}
}

func inside(e *page.Elem, role string) bool {
	for ; e != nil; e = e.Parent {
		if e.Type == role {
			return true
		}
	}
	return false
}

// TestAHeadingStaysNearItsText: the white that the grid asks for stands above a heading, not below it.
func TestAHeadingStaysNearItsText(t_ *testing.T) {
	st := *small()
	st.Grid = bodyStyle.Leading
	made := lay(t_, document(&st, []doc.Block{p("eins"), h(2, "", "Abschnitt"), p("zwei")}))
	var ys []geom.Length
	each(made.Pages[0].Items, func(it page.Item) {
		if r, ok := it.(*page.Text); ok && r.Elem != nil {
			ys = append(ys, r.Y)
		}
	})
	if len(ys) != 3 || ys[1]-ys[0] <= ys[2]-ys[1] {
		t_.Errorf("expected more white above the heading than below, found lines at %v", ys)
	}
}

func TestOnlyParagraphsAfterParagraphsAreIndented(t_ *testing.T) {
	s := *bodyStyle
	s.Name, s.First = "indented", 12*pt
	q := func(text string) *doc.Paragraph { return &doc.Paragraph{Inlines: t(text), Style: &s} }
	made := lay(t_, document(small(), []doc.Block{h(1, "", "Titel"), q("eins"), q("zwei"), plainTable(1), q("drei"), q("vier")}))
	at := map[string]geom.Length{}
	for _, pg := range made.Pages {
		each(pg.Items, func(it page.Item) {
			if r, ok := it.(*page.Text); ok && r.Elem != nil {
				at[r.Run.Text] = r.X
			}
		})
	}
	if at["zwei"]-at["eins"] != 12*pt || at["drei"] != at["eins"] || at["vier"] != at["zwei"] {
		t_.Errorf("found %v", at)
	}
}

func TestEventsAreNotIndented(t_ *testing.T) {
	s := *bodyStyle
	s.Name, s.First = "indented", 12*pt
	event := func(text string) doc.Event {
		return doc.Event{When: t("2008"), Blocks: []doc.Block{&doc.Paragraph{Inlines: t(text), Style: &s}}}
	}
	at := map[string]geom.Length{}
	each(lay(t_, document(small(), []doc.Block{&doc.Timeline{Entries: []doc.Event{event("eins"), event("zwei")}}})).Pages[0].Items, func(it page.Item) {
		if r, ok := it.(*page.Text); ok {
			at[r.Run.Text] = r.X
		}
	})
	if at["eins"] != at["zwei"] || at["eins"] == 0 {
		t_.Errorf("events begin at %v", at)
	}
}

func TestASourceStandsBesideItsTable(t_ *testing.T) {
	v := plainTable(1)
	v.Source = t("Quelle: Stadt")
	each(lay(t_, document(small(), []doc.Block{v})).Pages[0].Items, func(it page.Item) {
		if r, ok := it.(*page.Text); ok && strings.HasPrefix(r.Run.Text, "Quelle") && inside(r.Elem, "Table") {
			t_.Error("the source is content of the table (ISO 32000-1, 14.8.4.3.4: only rows and a caption)")
		}
	})
}
