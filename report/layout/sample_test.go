package layout

import (
	"strings"
	"testing"

	"konzept/report/diag"
	"konzept/report/doc"
	"konzept/report/geom"
	embedded "konzept/report/internal/setting"
	"konzept/report/page"
)

// testFonts are the embedded faces.
var testFonts = embedded.Faces

const pt = geom.Pt

var family = []string{"Source Sans 3"}

var (
	bodyStyle  = &doc.Style{Name: "body", Families: family, Size: 10 * pt, Leading: 14 * pt, Align: doc.Justify, Hyphenate: true, After: 4 * pt}
	cellStyle  = &doc.Style{Name: "cell", Families: family, Size: 9 * pt, Leading: 12 * pt, Tabular: true, Hyphenate: true}
	headStyle  = &doc.Style{Name: "head", Families: family, Size: 9 * pt, Leading: 12 * pt, Weight: 700}
	h1Style    = &doc.Style{Name: "h1", Families: family, Size: 20 * pt, Leading: 26 * pt, Weight: 700, After: 8 * pt}
	h2Style    = &doc.Style{Name: "h2", Families: family, Size: 14 * pt, Leading: 18 * pt, Weight: 600, Before: 12 * pt, After: 4 * pt}
	smallStyle = &doc.Style{Name: "small", Families: family, Size: 8 * pt, Leading: 10 * pt}
	plainLook  = &doc.TableStyle{Style: cellStyle, HeadStyle: headStyle, HasHeadFill: true, HeadFill: 1, Rule: pt / 2, PadX: 4 * pt, PadY: 2 * pt, Before: 6 * pt, After: 6 * pt}
)

func t(s string) []doc.Inline { return []doc.Inline{&doc.Text{Text: s}} }

func p(s string) *doc.Paragraph { return &doc.Paragraph{Inlines: t(s), Style: bodyStyle} }

func c(s string) doc.Cell {
	return doc.Cell{Blocks: []doc.Block{&doc.Paragraph{Inlines: t(s), Style: cellStyle}}}
}

func row(cells ...string) doc.Row {
	r := doc.Row{}
	for _, s := range cells {
		r.Cells = append(r.Cells, c(s))
	}
	return r
}

func h(level int, number, s string) *doc.Heading {
	style := h2Style
	if level == 1 {
		style = h1Style
	}
	return &doc.Heading{Level: level, Number: number, Inlines: t(s), Style: style}
}

// small is a page of 300 x 200 pt with 20 pt margins.
func small() *doc.PageStyle {
	return &doc.PageStyle{Name: "small", Size: geom.Size{W: 300 * pt, H: 200 * pt}, Inner: 20 * pt, Outer: 20 * pt, Top: 20 * pt, Bottom: 20 * pt,
		Foot: doc.Running{Style: smallStyle, FirstPage: true, Outer: []doc.Inline{&doc.Text{Text: "Seite "}, &doc.Field{Name: "page"}, &doc.Text{Text: " von "}, &doc.Field{Name: "pages"}}}}
}

var words = doc.Words{Continued: "Fortsetzung", Page: "Seite", Figure: "Abbildung", Table: "Tabelle", Footnote: "Fußnote"}

// document is chapters of one style.
func document(st *doc.PageStyle, chapters ...[]doc.Block) *doc.Document {
	d := &doc.Document{Title: "Probe", Lang: "de-DE", Words: words, Palette: geom.Palette{{Name: "text"}, {Name: "accent", RGB: [3]uint8{210, 220, 230}}, {Name: "white", RGB: [3]uint8{255, 255, 255}}}}
	for _, blocks := range chapters {
		d.Chapters = append(d.Chapters, doc.Chapter{Page: st, Blocks: blocks})
	}
	return d
}

// lay lays out a document that causes no finding.
func lay(tb testing.TB, d *doc.Document) *page.Document {
	tb.Helper()
	var out diag.List
	r := Pages(d, testFonts(), Options{}, &out)
	for _, f := range out.Findings {
		tb.Errorf("unexpected finding %s %q", f.Code, f.Args)
	}
	return r
}

// dump is a document as text.
func dump(tb testing.TB, d *page.Document) string {
	tb.Helper()
	var s strings.Builder
	if err := page.Dump(&s, d); err != nil {
		tb.Fatal(err)
	}
	return s.String()
}

// spoken is the tagged text of a page in reading order; soft hyphens of broken words are left out.
func spoken(pg *page.Page) string {
	var s strings.Builder
	for _, it := range pg.Items {
		if r, ok := it.(*page.Text); ok {
			s.WriteString(strings.ReplaceAll(r.Run.Text, "\u00ad", ""))
		}
	}
	return s.String()
}

const lorem = "Die Stadt versteht Integration als gemeinsame Aufgabe von Verwaltung, Vereinen und Nachbarschaften. Sie schafft Begegnungsmöglichkeiten, fördert den Spracherwerb und baut Zugangshürden ab. "
