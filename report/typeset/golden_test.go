package typeset_test

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
	"konzept/report/page"
	glyphs "konzept/report/text"
	"konzept/report/typeset"
)

func TestMain(m *testing.M) { os.Exit(golden.Main(m, "*.txt")) }

const pt = geom.Pt

var (
	body   = &doc.Style{Name: "body", Families: []string{"Source Sans 3"}, Size: 10 * pt, Leading: 14 * pt, Before: 2 * pt, After: 4 * pt, First: 8 * pt, Align: doc.Justify, Hyphenate: true}
	plain  = &doc.Style{Name: "ragged", Families: []string{"Source Sans 3"}, Size: 10 * pt, Leading: 14 * pt}
	indent = &doc.Style{Name: "indent", Families: []string{"Source Sans 3"}, Size: 10 * pt, Leading: 14 * pt, Indent: 20 * pt, Ink: 1, KeepNext: true}
	upper  = &doc.Style{Name: "upper", Families: []string{"Source Sans 3"}, Size: 8 * pt, Leading: 10 * pt, Upper: true, Tabular: true, Italic: true}
	title  = &doc.Style{Name: "title", Families: []string{"Source Sans 3"}, Size: 16 * pt, Leading: 20 * pt, Weight: 700}
	centre = &doc.Style{Name: "centre", Families: []string{"Source Sans 3"}, Size: 12 * pt, Leading: 15 * pt, Weight: 600, Align: doc.Centre}
)

func words(s string) []doc.Inline { return []doc.Inline{&doc.Text{Text: s}} }

func at(from int32) diag.Span { return diag.Span{File: "daten.yaml", From: from, To: from + 1} }

func p(style *doc.Style, list ...doc.Inline) *doc.Paragraph {
	return &doc.Paragraph{Inlines: list, Style: style}
}

func text(s string) doc.Inline { return &doc.Text{Text: s} }

var long = "Die Stadt fördert das Zusammenleben und begleitet Menschen, die neu hinzugekommen sind, auf ihrem Weg."

// paragraphs are one a feature, so that a difference in the golden tells which one has changed.
var paragraphs = []struct {
	name string
	list []*doc.Paragraph
}{
	{"justified, the first without an indent", []*doc.Paragraph{p(body, text(long)), p(body, text(long))}},
	{"ragged, indented and staying with the next", []*doc.Paragraph{p(plain, text(long)), p(indent, text("bleibt")), p(nil, text("ohne Stil"))}},
	{"roles, anchors and nothing", []*doc.Paragraph{{Inlines: words("Titel"), Role: "Caption", Anchor: "a", Style: plain}, {Anchor: "b"}, {Inlines: words("x"), Role: "Unsinn", Style: plain}}},
	{"looks", []*doc.Paragraph{p(plain, &doc.Text{Text: "fett ", Style: doc.CharStyle{Bold: true}}, &doc.Text{Text: "schräg ", Style: doc.CharStyle{Italic: true}}, &doc.Text{Text: "bunt ", Style: doc.CharStyle{HasInk: true, Ink: 2}},
		&doc.Text{Text: "klein ", Style: doc.CharStyle{Scale: 70}}, &doc.Text{Text: "hoch", Style: doc.CharStyle{Raise: 40}}, text("")), p(upper, text("Straße 12"), &doc.Text{Text: "fett", Style: doc.CharStyle{Bold: true, Italic: true}})}},
	{"languages", []*doc.Paragraph{p(plain, &doc.Text{Text: "welcome ", Lang: "en-GB"}, &doc.Text{Text: "hier", Lang: "de"})}},
	{"links", []*doc.Paragraph{p(plain, text("siehe "), &doc.Link{URL: "https://example.org", Inlines: words("die Seite der Stadt mit allen Angeboten")}, text(" und "), &doc.Link{Anchor: "a", Inlines: words("hier")}, text(", "),
		&doc.Link{Anchor: "fehlt", Inlines: []doc.Inline{&doc.Text{Text: "nirgends", At: at(5)}}}, &doc.Link{URL: "https://example.com", Inlines: words(" "), Alt: ""}, &doc.Link{URL: "mailto:a@example.org", Alt: "Post", Inlines: words("Post")}), {Anchor: "a", Style: plain, Inlines: words("Ziel")}}},
	{"pages", []*doc.Paragraph{p(plain, text("Seite "), &doc.PageRef{Anchor: "a"}, text(", "), &doc.PageRef{Anchor: "fehlt"}, text(" von "), &doc.Field{Name: "pages"}), {Anchor: "a", Style: plain, Inlines: words("Ziel")}}},
	{"breaks", []*doc.Paragraph{p(plain, text("oben"), &doc.Break{}, text("unten"))}},
	{"signs", []*doc.Paragraph{p(plain, &doc.Symbol{Name: "check", Word: "erledigt"}, text(" und "), &doc.Symbol{Name: "phase-2", Ink: 2}, &doc.Symbol{Name: "gibtsnicht", Word: "Ersatz", At: at(9)})}},
	{"notes", []*doc.Paragraph{p(body, text("Ein Wort"), &doc.Footnote{Inlines: words("mit einer Anmerkung, die über mehr als eine einzige Zeile geht, weil sie lang ist")}, text(" und noch eins"), &doc.Footnote{Inlines: []doc.Inline{text("mit"), &doc.Footnote{Inlines: words("innen")}}}, text("."), &doc.Footnote{})}},
	{"titles are balanced and lean on nothing", []*doc.Paragraph{p(title, text("Angebote für Menschen in der Stadt und auf dem Land")), p(centre, text("Sprache und Bildung für alle, die in der Stadt leben")), p(title, text("Integrationsbeauftragtenversammlung"))}},
	{"a word that is torn and one that is too wide", []*doc.Paragraph{p(plain, &doc.Text{Text: strings.Repeat("x", 60), At: at(20)}), p(plain, &doc.Text{Text: strings.Repeat("ab\u00a0", 30), Style: doc.CharStyle{NoBreak: true}, At: at(30)})}},
	{"what no face has", []*doc.Paragraph{p(plain, &doc.Text{Text: "a \U0001F600 b \U0001F601 \U0001F600", At: at(40)}, &doc.Text{Text: " \U0001F602", At: at(50)})}},
	{"alignments", []*doc.Paragraph{p(&doc.Style{Size: 10 * pt, Leading: 14 * pt, Align: doc.Right}, text("rechts")), p(&doc.Style{Size: 10 * pt, Leading: 14 * pt, Align: doc.Centre}, text("mitten")), p(&doc.Style{Size: 10 * pt, Leading: 14 * pt, Align: doc.Decimal}, text("7"))}},
	{"plain text takes no hyphens of its own accord", []*doc.Paragraph{p(plain, text("Integrationsbeauftragtenversammlungsprotokoll"))}},
	{"a higher script", []*doc.Paragraph{p(plain, text("Ấ und "), &doc.Text{Text: "Å", Style: doc.CharStyle{Scale: 300}})}},
}

var pages = introspection.Labels{Known: true, Pages: []string{"1", "12"}, Anchors: map[string]int{"a": 1}}

// TestParagraphsAreTheGolden: lines, notes, links and elements of each kind of inline.
func TestParagraphsAreTheGolden(t *testing.T) {
	var all strings.Builder
	for _, c := range paragraphs {
		var blocks []doc.Block
		for _, p := range c.list {
			blocks = append(blocks, p)
		}
		u := setting.New(blocks, 180*pt, pages)
		u.Grid = 14 * pt
		g := &galley.Galley{}
		for _, p := range c.list {
			u.Paragraph(g, u.Frame(), p)
		}
		g.FlushPending()
		all.WriteString("== " + c.name + "\n" + u.Dump(t, g) + "\n")
	}
	golden.Compare(t, "paragraphs.txt", all.String())
}

// TestNotesTakeTheStyleOfTheDocument: and on a ground the ink of the paragraph around them.
func TestNotesTakeTheStyleOfTheDocument(t *testing.T) {
	for _, ground := range []bool{false, true} {
		list := []doc.Block{p(indent, text("Wort"), &doc.Footnote{Inlines: words("Note")})}
		u := setting.New(list, 180*pt, pages)
		u.Doc.Note, u.Ground = &doc.Style{Name: "note", Size: 7 * pt, Leading: 9 * pt, Ink: 2}, ground
		g := &galley.Galley{}
		u.Paragraph(g, u.Frame(), list[0].(*doc.Paragraph))
		dump := u.Dump(t, g)
		want := "ink 2"
		if ground {
			want = "ink 1"
		}
		_, note, _ := strings.Cut(dump, "note footnote.1-mark")
		if !strings.Contains(note, "box 9 ") || !strings.Contains(note, want+" <P/Note/P>") {
			t.Errorf("ground %t: %s", ground, dump)
		}
	}
}

// TestWhatIsQuietLeavesNoTrace: no element, no note, no finding.
func TestWhatIsQuietLeavesNoTrace(t *testing.T) {
	list := []doc.Block{p(plain, text("x"), &doc.Footnote{Inlines: words("y")}, &doc.Link{Anchor: "fehlt", Inlines: words("z")}, &doc.Symbol{Name: "gibtsnicht", Word: "w"}, text(strings.Repeat("x", 99)), text("\U0001F600"))}
	u := setting.New(list, 100*pt, pages)
	u.Quiet = true
	g := &galley.Galley{}
	u.Paragraph(g, u.Frame(), &doc.Paragraph{Inlines: list[0].(*doc.Paragraph).Inlines, Style: plain, Anchor: "a"})
	dump := u.Dump(t, g)
	for _, no := range []string{"target", "note", "<", "link", "unknown", "torn", "missing"} {
		if strings.Contains(dump, no) {
			t.Errorf("%s in %s", no, dump)
		}
	}
}

// TestContentIsMeasured: how narrow and how wide inlines can be.
func TestContentIsMeasured(t *testing.T) {
	u := setting.New(nil, 180*pt, pages)
	short, both := u.Extent(words("Zusammenleben"), plain), u.Extent(words("in Zusammenleben"), plain)
	near := func(a, b geom.Length) bool { return a-b < pt/100 && b-a < pt/100 }
	if !near(short.Max, short.Min) || !near(both.Min, short.Min) || !near(both.Max, both.Min+10*pt-pt/15) {
		t.Errorf("one word %d to %d, two %v", short.Min, short.Max, both)
	}
	noted := u.Extent([]doc.Inline{text("Zusammenleben"), &doc.Footnote{Inlines: words("x")}}, plain)
	if d := noted.Min - short.Min; d < 6*pt || d > 8*pt || !near(noted.Max-short.Max, d) {
		t.Errorf("a note's number takes %v and %v", d, noted.Max-short.Max)
	}
	if u.Count.Notes != 0 {
		t.Errorf("measuring counts %d notes", u.Count.Notes)
	}
}

// TestDecimalsAreMeasuredAtTheirComma in cells of one paragraph without an indent.
func TestDecimalsAreMeasuredAtTheirComma(t *testing.T) {
	u := setting.New(nil, 180*pt, pages)
	cell := func(list ...doc.Inline) *doc.Cell {
		return &doc.Cell{Blocks: []doc.Block{&doc.Paragraph{Inlines: list}}}
	}
	one, _, _ := u.Decimal(cell(text("7")), plain)
	for _, c := range []struct {
		name          string
		cell          *doc.Cell
		before, after geom.Length // in widths of a figure, of which a comma is a half
		ok            bool
	}{
		{"whole", cell(text("77")), 2, 0, true}, {"a decimal", cell(text("77,7")), 2, 2, true}, {"two texts", cell(text("77"), text("7,7")), 3, 2, true}, {"a sign alone", cell(text("–")), 1, 0, true},
		{"a note", cell(text("7"), &doc.Footnote{}), 1, 1, true}, {"words", cell(text("viel")), 0, 0, false}, {"a link", cell(&doc.Link{Inlines: words("7")}), 0, 0, false}, {"a link beside a text", cell(text("7"), &doc.Link{}), 0, 0, false}, {"two paragraphs", &doc.Cell{Blocks: []doc.Block{p(plain, text("7")), p(plain, text("8"))}}, 0, 0, false},
		{"a space", &doc.Cell{Blocks: []doc.Block{&doc.Space{}}}, 0, 0, false}, {"an indent", &doc.Cell{Blocks: []doc.Block{p(indent, text("7"))}}, 0, 0, false}, {"a first line", &doc.Cell{Blocks: []doc.Block{p(body, text("7"))}}, 0, 0, false}, {"nothing", &doc.Cell{}, 0, 0, false},
	} {
		before, after, ok := u.Decimal(c.cell, plain)
		if ok != c.ok || (before+one/2)/one != c.before || (after+one/2)/one != c.after {
			t.Errorf("%s: %v before and %v after, %t; a figure is %v wide", c.name, before, after, ok, one)
		}
	}
}

// TestLeadersStandAtTheSamePlaces: their dots end at the right edge, and there are none where there is no room.
func TestLeadersStandAtTheSamePlaces(t *testing.T) {
	u := setting.New(nil, 180*pt, pages)
	ends := map[geom.Length]bool{}
	for _, from := range []geom.Length{0, 30 * pt, 33 * pt, 95 * pt} {
		s := galley.Box{Base: 9 * pt}
		u.Leader(&s, plain, from, 100*pt)
		if from == 95*pt {
			if len(s.Items) != 0 {
				t.Error("dots without room")
			}
			continue
		}
		dump := u.Dump(t, &galley.Galley{Boxes: []galley.Box{s}})
		if !strings.Contains(dump, ",9 ") {
			t.Errorf("dots beside the line: %s", dump)
		}
		box := galley.Bounds(s.Items[0].(*page.Running).Of[0])
		ends[(box.X+box.W+pt/100)/pt] = true
		if box.X < from || box.X > from+6*pt {
			t.Errorf("dots from %v begin at %v", from, box.X)
		}
	}
	if len(ends) != 1 || !ends[100] {
		t.Errorf("dots end at %v pt", ends)
	}
}

// TestLinesAreKeptForAFurtherRound where they name no page.
func TestLinesAreKeptForAFurtherRound(t *testing.T) {
	list := []doc.Block{p(plain, text(long)), p(plain, text("Seite "), &doc.PageRef{Anchor: "a"}), &doc.Paragraph{Anchor: "a"}}
	labels := introspection.Labels{}
	u := setting.New(list, 100*pt, labels)
	round := func() string {
		u.Begin(introspection.Counts{}, false)
		g := &galley.Galley{}
		for _, b := range list[:2] {
			u.Paragraph(g, u.Frame(), b.(*doc.Paragraph))
		}
		u.FinishRound()
		dump, _, _ := strings.Cut(u.Dump(t, g), "Document")
		return dump
	}
	first := round()
	*u.Labels = pages
	second := round()
	if !strings.Contains(first, `"00"`) || !strings.Contains(second, `"12"`) || strings.Replace(first, `"00"`, `"12"`, 1) == first {
		t.Errorf("first %s, then %s", first, second)
	}
	if strings.Count(first, "box") != strings.Count(second, "box") {
		t.Error("lines got lost")
	}
}

// TestListsHangByTheirWidestLabel, at least by 1.2 em.
func TestListsHangByTheirWidestLabel(t *testing.T) {
	u := setting.New(nil, 180*pt, pages)
	indent := func(v *doc.List) geom.Length { v.Style = plain; return u.Styles.ListIndent(v) }
	if got := indent(&doc.List{Items: make([]doc.Item, 3)}); got != 12*pt {
		t.Errorf("bullets hang by %v", got)
	}
	bullet := u.Styles.Font(plain, &doc.CharStyle{}, "")
	nine, ten := indent(&doc.List{Ordered: true, Items: make([]doc.Item, 9)}), indent(&doc.List{Ordered: true, Items: make([]doc.Item, 10)})
	if nine != 12*pt || ten != width("10. ", bullet)+10*pt/4 {
		t.Errorf("9 items hang by %v, 10 by %v", nine, ten)
	}
	if got := indent(&doc.List{Items: []doc.Item{{Label: "Frage:"}, {}}}); got != width("Frage: ", bullet)+10*pt/4 {
		t.Errorf("a label hangs by %v", got)
	}
}

// width of a text in a font.
func width(s string, font *glyphs.Font) geom.Length { return glyphs.Width(s, font) }

// TestWordsThatAreTornOnPostersAreFound: type shrinks there; titles elsewhere take hyphens.
func TestWordsThatAreTornOnPostersAreFound(t *testing.T) {
	for _, posters := range []int{0, 1} {
		u := setting.New(nil, 100*pt, pages)
		u.Doc.Posters = make([]doc.Poster, posters)
		g := &galley.Galley{}
		u.Paragraph(g, u.Frame(), p(title, text("Integrationsbeauftragtenversammlung")))
		if dump := u.Dump(t, g); strings.Contains(dump, "word-torn") != (posters > 0) {
			t.Errorf("%d posters: %s", posters, dump)
		}
	}
}

// TestLabelsOfSeveralLinesHangLineByLine beside what they label.
func TestLabelsOfSeveralLinesHangLineByLine(t *testing.T) {
	u := setting.New(nil, 180*pt, pages)
	g := &galley.Galley{}
	u.Paragraph(g, u.Frame().Inset(60*pt, 0), p(plain, text("Inhalt")))
	in := u.Borrow()
	u.Spans(in, words("ein langes Wort davor"), plain, nil, nil)
	lines := u.Broken(in, plain, 40*pt)
	u.Hang(g, 0, in, lines, plain, 0)
	if len(lines) < 2 || len(g.Boxes) != 1 || g.Boxes[0].Height != geom.Length(len(lines))*14*pt {
		t.Errorf("%d lines beside %v", len(lines), g.Boxes[0].Height)
	}
	for i := range lines {
		item := g.Boxes[0].Items[i].(*page.Text)
		if want := g.Boxes[0].Base + geom.Length(i)*14*pt; item.Y != want || item.X != 0 {
			t.Errorf("line %d at %v, %v; want %v", i, item.X, item.Y, want)
		}
	}
}

// TestASectionThatWaitsForItsHeadingTakesIt, though something stands above it.
func TestASectionThatWaitsForItsHeadingTakesIt(t *testing.T) {
	u := setting.New(nil, 180*pt, pages)
	s := &typeset.Section{Base: u.Root, Unnamed: true}
	s.Begin(u.Setter, 2)
	if s.Enter(u.Setter, 2) != u.Root {
		t.Error("the heading opens a section of its own")
	}
	if next := s.Enter(u.Setter, 2); next == u.Root || next.Parent != u.Root {
		t.Error("the next one does not")
	}
}

// TestStylesOfPartsFollowFromThatOfTheWhole.
func TestStylesOfPartsFollowFromThatOfTheWhole(t *testing.T) {
	st := typeset.NewStyles(nil, "de", typeset.Microtypography{Protrude: true, Expand: 20})
	for style, want := range map[*doc.Style]int{body: 20, plain: 0} {
		if how := st.Breaking(style, 100*pt); how.Protrude != (want > 0) || how.Expand != want || how.Width != 100*pt || how.Hyphenate != style.Hyphenate || how.First != style.First {
			t.Errorf("%s is broken by %+v", style.Name, how)
		}
	}
	look := &doc.TableStyle{Style: &doc.Style{Size: 10 * pt, Leading: 12 * pt, Weight: 600, Align: doc.Right, Before: pt}}
	if c := st.CaptionStyle(look); c.Weight != 900 || c.Align != doc.Left || c.Before != 0 || c.After != 3*pt {
		t.Errorf("captions are %+v", c)
	}
	if c := st.SourceStyle(&doc.Style{Size: 10 * pt, Leading: 20 * pt, Weight: 700, KeepNext: true, Before: pt}); c.Size != 9*pt || c.Leading != 18*pt || c.Weight != 400 || c.KeepNext || c.Before != 0 {
		t.Errorf("sources are %+v", c)
	}
	if c := st.EntryStyle(body); c.Align != doc.Left || c.First != 0 || c.Indent != 0 || !c.Hyphenate {
		t.Errorf("entries are %+v", c)
	}
	if got := (&typeset.Setter{Styles: st}).Language(); got != "de" {
		t.Errorf("language %q", got)
	}
	if typeset.Language("de-DE") != "de" || typeset.Language("uk") != "uk" || typeset.Bolder(599) != 700 || typeset.Bolder(600) != 900 || typeset.WeightOf(plain) != 400 || typeset.WeightOf(title) != 700 {
		t.Error("languages and weights")
	}
}

func TestLengthsAreTold(t *testing.T) {
	for got, want := range map[string]string{
		typeset.Millimetres(1): diag.Both("0,1 mm", "0.1 mm"), typeset.Millimetres(geom.MM): diag.Both("1,0 mm", "1.0 mm"), typeset.Millimetres(12*geom.MM + 1): diag.Both("12,1 mm", "12.1 mm"),
		typeset.LineCount(1): diag.Both("eine Zeile", "one line"), typeset.LineCount(2): diag.Both("2 Zeilen", "2 lines"), typeset.Points(17 * pt / 2): "8,5 pt", typeset.Points(geom.Pt*11/20 + 1): "0,6 pt",
	} {
		if got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
