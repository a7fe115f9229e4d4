package layout

import (
	"slices"
	"strings"
	"testing"

	"konzept/report/diag"
	"konzept/report/doc"
	"konzept/report/geom"
	"konzept/report/page"
	"konzept/report/typeset"
)

// find lays out d and returns the findings of one code; any other fails.
func find(tb testing.TB, d *doc.Document, code diag.Code) (*page.Document, []diag.Finding) {
	tb.Helper()
	var out diag.List
	r := Pages(d, testFonts(), Options{}, &out)
	for _, f := range out.Findings {
		if f.Code != code {
			tb.Errorf("unexpected finding %s %q", f.Code, f.Args)
		}
	}
	if len(out.Findings) == 0 {
		tb.Errorf("no finding %s", code)
	}
	return r, out.Findings
}

// lineTexts are the first words of each line of a page, in order.
func lineTexts(pg *page.Page) []string {
	var list []string
	y := geom.Length(-1)
	for _, it := range pg.Items {
		if r, ok := it.(*page.Text); ok {
			if r.Y != y {
				list = append(list, "")
				y = r.Y
			}
			list[len(list)-1] += r.Run.Text
		}
	}
	return list
}

// paragraphs is n paragraphs of so many lines each, forced.
func lines(n int) *doc.Paragraph {
	v := &doc.Paragraph{Style: bodyStyle}
	for i := range n {
		if i > 0 {
			v.Inlines = append(v.Inlines, &doc.Break{})
		}
		v.Inlines = append(v.Inlines, &doc.Text{Text: string(rune('a'+i)) + " Zeile"})
	}
	return v
}

func TestNoLineOfAParagraphStandsAlone(t_ *testing.T) {
	// A page has eleven lines of 14 pt; after a paragraph come 4 pt.
	for first := 1; first < 12; first++ {
		for second := 2; second < 8; second++ {
			r := lay(t_, document(small(), []doc.Block{lines(first), lines(second), lines(4)}))
			for n, pg := range r.Pages {
				got := lineTexts(pg)
				if len(got) > 0 && n+1 < len(r.Pages) && strings.HasPrefix(got[len(got)-1], "a ") && (len(got) != first || first != 1) {
					t_.Errorf("%d+%d: page %d ends with a first line", first, second, n+1)
				}
				if n > 0 && len(got) > 1 && !strings.HasPrefix(got[0], "a ") && strings.HasPrefix(got[1], "a ") {
					t_.Errorf("%d+%d: page %d begins with a last line", first, second, n+1)
				}
			}
		}
	}
}

func TestChainsOfHeadingsStayWithTheTextBelow(t_ *testing.T) {
	for n := range 12 {
		r := lay(t_, document(small(), []doc.Block{lines(n + 1), h(1, "1", "Eins"), h(2, "1.1", "Zwei"), lines(3)}))
		var at [2]int
		for i, pg := range r.Pages {
			text := spoken(pg)
			if strings.Contains(text, "Eins") {
				at[0] = i
			}
			if strings.Contains(text, "Zwei") && strings.Contains(text[strings.Index(text, "Zwei"):], "a Zeile") {
				at[1] = i
			}
		}
		if at[0] != at[1] {
			t_.Errorf("after %d lines the headings stand on page %d, their text on %d", n+1, at[0]+1, at[1]+1)
		}
	}
}

func TestAKeptGroupMovesAsAWhole(t_ *testing.T) {
	g := &doc.Group{Keep: true, Name: "Blatt", Blocks: []doc.Block{lines(4), lines(4)}}
	r := lay(t_, document(small(), []doc.Block{lines(5), g}))
	if len(r.Pages) != 2 || len(lineTexts(r.Pages[0])) != 5 || len(lineTexts(r.Pages[1])) != 8 {
		t_.Errorf("pages %d: %q", len(r.Pages), lineTexts(r.Pages[0]))
	}
}

func TestAGroupTallerThanAPageSaysByHowManyLines(t_ *testing.T) {
	_, list := find(t_, document(small(), []doc.Block{&doc.Group{Keep: true, Name: "Blatt 1", Blocks: []doc.Block{lines(14)}}}), "group-too-tall")
	if a := list[0].Args; a[0] != "Blatt 1" || a[1] != typeset.LineCount(3) { // 14 x 14 pt on 160 pt
		t_.Errorf("found %q", a)
	}
}

func TestFacingPagesMirrorTheirMargins(t_ *testing.T) {
	st := small()
	st.Facing, st.Inner, st.Outer = true, 40*pt, 20*pt
	r := lay(t_, document(st, []doc.Block{lines(4), &doc.PageBreak{}, lines(4)}))
	for n, want := range []geom.Length{40 * pt, 20 * pt} {
		if got := r.Pages[n].Items[0].(*page.Text).X; got != want {
			t_.Errorf("page %d begins at %s, want %s", n+1, got, want)
		}
	}
}

func TestAChapterOnARightPageLeavesABlankPageThatIsBlank(t_ *testing.T) {
	d := document(small(), []doc.Block{lines(2)}, []doc.Block{lines(2)})
	d.Chapters[1].Start = doc.RightSide
	r := lay(t_, d)
	if len(r.Pages) != 3 || len(r.Pages[1].Items) != 0 {
		t_.Fatalf("%d pages, the second with %d items", len(r.Pages), len(r.Pages[1].Items))
	}
}

func TestPageLabelsRunInRomanAndArabicFigures(t_ *testing.T) {
	d := document(small(), []doc.Block{lines(2), &doc.PageBreak{}, lines(2)}, []doc.Block{lines(2)}, []doc.Block{lines(2)})
	d.Chapters[0].Numbering, d.Chapters[1].Numbering = "roman", "arabic"
	var got []string
	for _, pg := range lay(t_, d).Pages {
		got = append(got, pg.Label)
	}
	if s := strings.Join(got, " "); s != "i ii 1 2" {
		t_.Errorf("labels %s", s)
	}
}

// TestACoverHasLabelsOfItsOwn: it prints no number, so that its label would be that of a page behind it.
func TestACoverHasLabelsOfItsOwn(t_ *testing.T) {
	cover := small()
	cover.Foot = doc.Running{}
	d := document(small(), []doc.Block{lines(2), &doc.PageBreak{}, lines(2)}, []doc.Block{lines(2)})
	d.Chapters[0].Page, d.Chapters[1].Numbering = cover, "arabic"
	labels := func() string {
		var got []string
		for _, pg := range lay(t_, d).Pages {
			got = append(got, pg.Label)
		}
		return strings.Join(got, " ")
	}
	if s := labels(); s != "U1 U2 1" {
		t_.Errorf("labels %s", s)
	}
	d.Chapters[1].Numbering = ""
	if s := labels(); s != "1 2 3" {
		t_.Errorf("labels %s where nothing counts anew", s)
	}
}

// TestWhatIsToBeHeardIsContentOnEveryPage: the foot's inner part is read behind what its page says, in the same section.
func TestWhatIsToBeHeardIsContentOnEveryPage(t_ *testing.T) {
	st := small()
	st.Facing = true
	st.Foot.Inner, st.Foot.Heard = t("Muster · Stand: heute"), "Muster"
	r := lay(t_, document(st, []doc.Block{h(1, "", "Titel"), lines(1), &doc.PageBreak{}, lines(1)}))
	for n, pg := range r.Pages {
		var last *page.Elem
		heard := 0
		for _, it := range pg.Items {
			if x, ok := it.(*page.Text); ok && x.Elem != nil {
				if last = x.Elem; last.Details().Actual == "Muster" {
					heard++
				}
			}
		}
		if heard != 1 || last.Details().Actual != "Muster" || last.Type != "P" || last.Parent.Type != "Sect" {
			t_.Errorf("page %d: heard %d times, last is %s", n+1, heard, last.Type)
		}
	}
}

func TestALegendStandsOnEveryDoublePageAndIsContentOnce(t_ *testing.T) {
	st := small()
	st.Legend = []doc.Block{&doc.Paragraph{Inlines: t("Zeichenerklärung"), Style: smallStyle}}
	r := lay(t_, document(st, []doc.Block{lines(1), &doc.PageBreak{}, lines(1), &doc.PageBreak{}, lines(1), &doc.PageBreak{}, lines(1)}))
	var shown, tagged string
	for _, pg := range r.Pages {
		n := 0
		each(pg.Items, func(it page.Item) {
			if x, ok := it.(*page.Text); ok && strings.Contains(x.Run.Text, "Zeichen") {
				n++
				if y := x.Y / pt; y < 170 || y > 180 {
					t_.Errorf("page %s: legend at %s", pg.Label, x.Y)
				}
				if x.Elem != nil {
					tagged += pg.Label
				}
			}
		})
		if n > 0 {
			shown += pg.Label
		}
	}
	if shown != "124" || tagged != "1" {
		t_.Errorf("legend on %s, content on %s", shown, tagged)
	}
}

func TestTwoColumnsFillOneAfterTheOther(t_ *testing.T) {
	st := small()
	st.Columns, st.Gap = 2, 10*pt
	r := lay(t_, document(st, []doc.Block{lines(9), lines(9)}))
	if len(r.Pages) != 1 {
		t_.Fatalf("%d pages", len(r.Pages))
	}
	list := lineTexts(r.Pages[0])
	last := r.Pages[0].Items[len(r.Pages[0].Items)-2].(*page.Text) // before the foot
	if last.X != 155*pt || !strings.HasPrefix(list[len(list)-1], "i Zeile") {
		t_.Errorf("last line %q at %s", list[len(list)-1], last.X)
	}
}

func TestALongFootnoteGoesOnAtTheFootOfTheNextPage(t_ *testing.T) {
	v := &doc.Paragraph{Style: bodyStyle, Inlines: []doc.Inline{&doc.Text{Text: "Text"}, &doc.Footnote{Inlines: t(strings.Repeat(lorem, 8))}}}
	r := lay(t_, document(small(), []doc.Block{lines(3), v, lines(6)}))
	for n := range 2 {
		note := false
		for _, it := range r.Pages[n].Items {
			if e := it.Element(); e != nil && (e.Type == "Note" || e.Parent != nil && e.Parent.Type == "Note") {
				note = true
			}
		}
		if !note {
			t_.Errorf("page %d has no part of the note", n+1)
		}
	}
}

func TestRunningHeadsNameTheSectionOfTheirPage(t_ *testing.T) {
	st := small()
	st.Head = doc.Running{Style: smallStyle, FirstPage: true, Inner: []doc.Inline{&doc.Field{Name: "chapter"}}, Outer: []doc.Inline{&doc.Field{Name: "section"}}}
	r := lay(t_, document(st, []doc.Block{h(1, "1", "Kapitel"), h(2, "1.1", "Erster"), lines(3), &doc.PageBreak{}, lines(3), h(2, "1.2", "Zweiter"), lines(2), &doc.PageBreak{}, lines(2)}))
	for n, want := range []string{"1.1 Erster", "1.2 Zweiter", "1.2 Zweiter"} {
		head := ""
		each(r.Pages[n].Items[:1], func(it page.Item) { head += it.(*page.Text).Run.Text + "|" })
		if !strings.Contains(head, "1 Kapitel") || !strings.Contains(head, want) {
			t_.Errorf("page %d: %s", n+1, head)
		}
	}
}

func TestACharacterWithoutGlyphIsAFindingWithItsPlace(t_ *testing.T) {
	at := diag.Span{File: "data/a.yaml", From: 3, To: 9}
	_, list := find(t_, document(small(), []doc.Block{&doc.Paragraph{Style: bodyStyle, Inlines: []doc.Inline{&doc.Text{Text: "Brücken🌉bauen hier", At: at}}}}), "missing-glyph")
	if f := list[0]; len(list) != 1 || f.At != at || f.Args[0] != "🌉 (U+1F309)" {
		t_.Errorf("found %+v", list)
	}
}

func TestALineTooWideIsAFinding(t_ *testing.T) {
	v := &doc.Table{Columns: []doc.Column{{Width: 20 * pt, Header: true}, {Share: 1}}, Style: plainLook, Body: []doc.Row{row("WWWWWWWWWW", strings.Repeat("W", 28))}}
	find(t_, document(small(), []doc.Block{v}), "overfull-line")
}

func TestALinkToNowhereIsAFinding(t_ *testing.T) {
	v := &doc.Paragraph{Style: bodyStyle, Inlines: []doc.Inline{&doc.Link{Anchor: "nirgends", Inlines: t("zur Satzung")}}}
	find(t_, document(small(), []doc.Block{v}), "unknown-anchor")
}

func TestALinkOverTwoLinesHasTwoAnnotations(t_ *testing.T) {
	v := &doc.Paragraph{Style: bodyStyle, Inlines: []doc.Inline{&doc.Text{Text: "Siehe auch "}, &doc.Link{URL: "https://example.org", Inlines: t("die lange Seite der Stadt mit allen Terminen und Angeboten")}}}
	r := lay(t_, document(small(), []doc.Block{v}))
	if l := r.Pages[0].Links; len(l) != 2 || l[0].Elem != l[1].Elem || l[0].Alt == "" {
		t_.Errorf("links %+v", l)
	}
}

func TestPageNumbersThatMoveTheTextSettle(t_ *testing.T) {
	v := &doc.Paragraph{Style: bodyStyle, Inlines: []doc.Inline{&doc.Text{Text: "auf Seite "}, &doc.PageRef{Anchor: "ziel"}, &doc.Text{Text: "."}}}
	blocks := []doc.Block{v}
	for range 120 {
		blocks = append(blocks, lines(9), &doc.PageBreak{})
	}
	blocks = append(blocks, &doc.Paragraph{Inlines: t("Ziel"), Style: bodyStyle, Anchor: "ziel"})
	if got := spoken(lay(t_, document(small(), blocks)).Pages[0]); !strings.Contains(got, "auf Seite 121.") {
		t_.Errorf("first page: %q", got)
	}
}

func TestNoEntryOfAListStandsAlone(t_ *testing.T) {
	for n := range 11 {
		blocks := []doc.Block{lines(n + 1), &doc.Contents{Of: doc.NumberedTables, Styles: []*doc.Style{bodyStyle}}, &doc.PageBreak{}}
		for range 4 {
			v := plainTable(1)
			v.Number, v.Caption = true, t("Kosten")
			blocks = append(blocks, v)
		}
		r := lay(t_, document(small(), blocks))
		entries := 0
		for _, got := range lineTexts(r.Pages[0]) {
			if strings.HasPrefix(got, "Tabelle") {
				entries++
			}
		}
		if entries == 1 || entries == 3 {
			t_.Errorf("after %d lines %d of 4 entries stand on the first page", n+1, entries)
		}
	}
}

func TestListsNameWhatIsNumberedWithItsPage(t_ *testing.T) {
	first, plain, second := plainTable(2), plainTable(2), plainTable(2)
	first.Number, first.Caption = true, t("Kosten")
	plain.Caption = t("Ohne Zahl")
	second.Number, second.Caption, second.Anchor = true, t("Erträge"), "income"
	d := document(small(), []doc.Block{&doc.Contents{Of: doc.NumberedTables, Styles: []*doc.Style{bodyStyle}}, &doc.Contents{Of: doc.NumberedFigures},
		&doc.PageBreak{}, first, plain, &doc.PageBreak{}, second})
	r := lay(t_, d)
	got := lineTexts(r.Pages[0])
	for i, want := range []string{"Tabelle\u00a01 Kosten 2", "Tabelle\u00a02 Erträge 3"} {
		if len(got) <= i || strings.Join(strings.Fields(got[i]), " ") != strings.Join(strings.Fields(want), " ") {
			t_.Errorf("list: %q, want %q", got, want)
		}
	}
	var tree strings.Builder
	if err := page.DumpTree(&tree, r); err != nil {
		t_.Fatal(err)
	}
	if lists, entries := strings.Count(tree.String(), "TOC\n"), strings.Count(tree.String(), "TOCI\n"); lists != 1 || entries != 2 {
		t_.Errorf("%d lists with %d entries are tagged", lists, entries)
	}
}

// With „viii“ the reference takes a second line, which moves its target to page „ix“; with „ix“ it takes one, and the
// target comes back.
func TestPageNumbersThatNeverSettleAreNamed(t_ *testing.T) {
	swings := 0
	for n := range 90 {
		d := document(small(), nil)
		d.Chapters[0].Numbering = "roman"
		var blocks []doc.Block
		for range 7 {
			blocks = append(blocks, lines(1), &doc.PageBreak{})
		}
		refer := &doc.Paragraph{Style: bodyStyle, Inlines: []doc.Inline{&doc.Text{Text: strings.Repeat("i", n) + " siehe noch im weiteren Text auf Seite\u00a0"}, &doc.PageRef{Anchor: "ziel"}}}
		at := diag.Span{File: "documents/probe.md", From: 7, To: 9}
		goal := &doc.Heading{Level: 1, Inlines: t("Das Ziel"), Style: h1Style, Anchor: "ziel", At: at}
		d.Chapters[0].Blocks = append(blocks, refer, lines(5), goal, lines(2))
		var out diag.List
		r := Pages(d, testFonts(), Options{}, &out)
		if got := spoken(r.Pages[7]) + spoken(r.Pages[len(r.Pages)-1]); !strings.Contains(got, "Das Ziel") {
			t_.Errorf("%d: the target is lost", n)
		}
		for _, f := range out.Findings {
			swings++
			if f.Code != "pages-unsettled" || f.Args[0] != "Das Ziel" || f.At != at {
				t_.Errorf("%d: finding %s %q at %v", n, f.Code, f.Args, f.At)
			}
		}
	}
	if swings == 0 {
		t_.Error("no length of the reference swings")
	}
}

func TestPartsOfARunningLineNeverMeet(t *testing.T) {
	const width, gap = 300, 10
	for _, wide := range [][3]geom.Length{{20, 0, 30}, {900, 0, 30}, {20, 0, 900}, {900, 0, 900}, {900, 900, 900}, {10, 900, 10}, {0, 50, 0}, {900, 50, 20}, {0, 0, 900}, {280, 0, 280}} {
		r := shares(wide, width, gap)
		var set [3]geom.Length
		for i := range set {
			set[i] = min(wide[i], r[i])
		}
		centre := (width - set[1]) / 2
		if set[0] > 0 && set[1] > 0 && set[0]+gap > centre || set[1] > 0 && set[2] > 0 && centre+set[1]+gap > width-set[2] || set[0]+set[2] > width {
			t.Errorf("%v in %v: %v", wide, r, set)
		}
		if wide[0]+wide[1]+wide[2]+2*gap <= width && wide[1] == 0 && set != wide {
			t.Errorf("%v fits and is cut to %v", wide, set)
		}
	}
}

// TestFewRowsStayTogether: a table of few rows moves rather than being cut, and no row stands alone below its title.
func TestFewRowsStayTogether(t_ *testing.T) {
	for above := 1; above < 11; above++ {
		r := lay(t_, document(small(), []doc.Block{lines(above), plainTable(3)}))
		for n, pg := range r.Pages[:len(r.Pages)-1] {
			if rows := strings.Count(spoken(pg), "Zeile mit"); rows > 0 && rows < 3 {
				t_.Errorf("%d lines above: page %d ends with %d of 3 rows", above, n+1, rows)
			}
		}
		v := plainTable(8)
		v.Body = append([]doc.Row{{Label: true, KeepNext: true, Cells: []doc.Cell{c("Titel")}}}, v.Body...)
		first := spoken(lay(t_, document(small(), []doc.Block{lines(above), v})).Pages[0])
		if strings.Contains(first, "Titel") && strings.Count(first, "Zeile mit") < 2 {
			t_.Errorf("%d lines above: one row stands alone below its title", above)
		}
	}
}

// TestAPartedNoteHasNoSingleLine: neither part of a footnote that goes over to the next page is one line.
func TestAPartedNoteHasNoSingleLine(t_ *testing.T) {
	for above := range 9 {
		for long := 1; long < 5; long++ {
			v := &doc.Paragraph{Style: bodyStyle, Inlines: []doc.Inline{&doc.Text{Text: "Text"}, &doc.Footnote{Inlines: t(strings.Repeat(lorem, long))}}}
			r := lay(t_, document(small(), []doc.Block{lines(above + 1), v, lines(9)}))
			var on []int
			for _, pg := range r.Pages {
				at := map[geom.Length]bool{}
				each(pg.Items, func(it page.Item) {
					if e := it.Element(); e != nil && e.Parent != nil && e.Type == "P" && e.Parent.Type == "Note" {
						at[it.(*page.Text).Y] = true
					}
				})
				if len(at) > 0 {
					on = append(on, len(at))
				}
			}
			if len(on) > 1 && slices.Min(on) < 2 {
				t_.Errorf("%d lines above, note of %d: lines by page %v", above+1, long, on)
			}
		}
	}
}

// TestAHeadingsFurtherLineStaysCloseToIt: the white that the grid asks for stands above all of its lines.
func TestAHeadingsFurtherLineStaysCloseToIt(t_ *testing.T) {
	st := *small()
	st.Grid = bodyStyle.Leading
	s := *h2Style
	s.Leading = 17 * pt
	head := &doc.Heading{Level: 2, Style: &s, Inlines: []doc.Inline{&doc.Text{Text: "eins"}, &doc.Break{}, &doc.Text{Text: "zwei"}}}
	var ys []geom.Length
	each(lay(t_, document(&st, []doc.Block{p("oben"), head, p("unten")})).Pages[0].Items, func(it page.Item) {
		if r, ok := it.(*page.Text); ok && r.Elem != nil {
			ys = append(ys, r.Y)
		}
	})
	if ys = slices.Compact(ys); len(ys) != 4 || ys[2]-ys[1] != s.Leading {
		t_.Errorf("lines at %v", ys)
	}
}

func TestARowThatMustStayWholeButCannotSaysSo(t_ *testing.T) {
	look := *plainLook
	look.Split = doc.SplitNever
	v := plainTable(1)
	v.Style, v.Body = &look, []doc.Row{row("hoch", strings.Repeat(lorem, 6))}
	_, list := find(t_, document(small(), []doc.Block{v}), "row-too-tall")
	if len(list) != 1 || list[0].Args[0] != "hoch" {
		t_.Errorf("found %v", list)
	}
}
