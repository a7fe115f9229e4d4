package finish_test

import (
	"io/fs"
	"testing"
	"time"

	"konzept/fonts"
	"konzept/report/colour"
	"konzept/report/finish"
	"konzept/report/geom"
	"konzept/report/page"
	"konzept/report/paint"
	"konzept/report/picture"
	"konzept/report/svg"
	"konzept/report/text"
)

var (
	screen = page.Edition{Name: "screen", Links: true, Tagged: true, UA: true, A: true}
	print4 = page.Edition{Name: "print", Colour: page.CMYK, Bleed: true, PrinterMarks: true, X: true, Press: &page.Press{Separation: fogra39()}}
	grey   = page.Edition{Name: "copy", Colour: page.Gray, Tagged: true}
)

var meta = finish.Meta{Producer: "konzept test", Created: time.Date(2026, 3, 1, 12, 0, 0, 0, time.UTC), Keywords: "Probe"}

// fogra39 separates for the printing condition that is built in.
func fogra39() *colour.Separation {
	p, err := colour.ReadProfile(finish.Profile("FOGRA39L_coated.icc"))
	if err != nil {
		panic(err)
	}
	s, err := p.NewSeparation(colour.Relative, 300)
	if err != nil {
		panic(err)
	}
	return s
}

// sample is a document under construction: it sets lines of text one under the other, each in its element.
type sample struct {
	t    testing.TB
	d    *page.Document
	p    *page.Page
	font *text.Font
	y    geom.Length
}

func newSample(t testing.TB) *sample {
	t.Helper()
	ttf, err := fs.ReadFile(fonts.FS(), "SourceSans3-Regular.ttf")
	if err != nil {
		t.Fatal(err)
	}
	face, err := text.Parse(ttf)
	if err != nil {
		t.Fatal(err)
	}
	s := &sample{t: t, font: &text.Font{Faces: []*text.Face{face}, Size: 11 * geom.Pt, Lang: "de"}}
	s.d = &page.Document{Title: "Größe & <Maß>", Subject: "Probe", Author: "Stadt Musterstadt", Lang: "de-DE",
		Palette: geom.Palette{
			{Name: "text", CMYK: [4]uint8{0, 0, 0, 100}, Gray: 100},
			{Name: "accent", RGB: [3]uint8{0, 90, 140}, CMYK: [4]uint8{100, 40, 10, 10}, Gray: 70},
		},
		Root: &page.Elem{Type: "Document"}}
	s.page()
	return s
}

func (s *sample) page() {
	s.p = &page.Page{Size: geom.Size{W: 210 * geom.MM, H: 297 * geom.MM}, Bleed: 3 * geom.MM}
	s.d.Pages = append(s.d.Pages, s.p)
	s.y = 40 * geom.Pt
}

func (s *sample) add(typ string, parent *page.Elem) *page.Elem {
	return &page.Elem{Type: typ, Parent: parent}
}

// put sets a line and returns its element.
func (s *sample) put(e *page.Elem, line string) *page.Elem {
	x := 60 * geom.Pt
	for _, r := range text.Shape(line, s.font) {
		s.p.Items = append(s.p.Items, &page.Text{X: x, Y: s.y, Run: r, Elem: e})
		x += r.Width()
	}
	s.y += 15 * geom.Pt
	return e
}

func (s *sample) item(it page.Item) { s.p.Items = append(s.p.Items, it) }

// finished paints and finishes the sheet's document.
func (s *sample) finished(e page.Edition) []byte {
	s.t.Helper()
	drawn, err := paint.PDF(s.d, e)
	if err != nil {
		s.t.Fatal(err)
	}
	out, _, err := finish.PDF(s.d, drawn, e, meta)
	if err != nil {
		s.t.Fatal(err)
	}
	return out
}

func box(x, y, w, h int) geom.Box {
	return geom.Box{X: geom.Length(x) * geom.Pt, Y: geom.Length(y) * geom.Pt, W: geom.Length(w) * geom.Pt, H: geom.Length(h) * geom.Pt}
}

// everything uses each construct that a concept needs: all structure types, a paragraph over a page break, artifacts
// between the lines of an element, links in and out, pictures with alpha, hatches.
func everything(t testing.TB) *sample {
	s := newSample(t)
	part := s.add("Part", nil)
	s.item(&page.Running{Kind: page.HeaderArtifact, Of: []page.Item{&page.Rect{Box: box(0, 20, 595, 1), Ink: 1}}})
	h1 := s.put(s.add("H1", part), "Konzept für morgen")
	s.d.Outline = append(s.d.Outline, page.Bookmark{Title: "Konzept für morgen", Level: 1, Elem: h1},
		page.Bookmark{Title: "Ziele", Level: 2, Page: 1, Y: 40 * geom.Pt})
	s.d.Dests = []page.Dest{{Name: "ziele", Page: 1, Y: 40 * geom.Pt}}
	s.contents(part)
	s.notes(part)
	s.lists(part)
	s.table(part)
	s.figures(part)
	s.put(s.add("H2", part), "Ziele")
	s.put(s.add("P", s.add("BlockQuote", part)), "„Ein Zitat“")
	last := s.put(s.add("P", part), "Absatz beginnt hier ")
	s.item(&page.Running{Kind: page.FooterArtifact, Of: []page.Item{&page.Rect{Box: box(0, 800, 595, 1)}}})
	s.p.Label = "i"
	s.page()
	s.p.Label = "1"
	s.put(last, "und endet auf der nächsten Seite mit Donau-")
	s.item(&page.Rect{Box: box(50, 60, 2, 30), Ink: 1})
	s.put(last, "dampfschiff.")
	return s
}

func (s *sample) contents(part *page.Elem) {
	toci := s.add("TOCI", s.add("TOC", part))
	link := s.add("Link", s.add("Reference", toci))
	s.put(link, "1 Ziele … 2")
	s.p.Links = append(s.p.Links, &page.Link{Box: box(60, 45, 100, 14), Dest: "ziele", Alt: "1 Ziele, Seite 2", Elem: link})
	out := s.add("Link", s.add("P", part))
	s.put(out, "www.example.org/größe")
	s.p.Links = append(s.p.Links, &page.Link{Box: box(60, 60, 100, 14), URL: "https://example.org/größe", Alt: "Netzseite (Muster)", Elem: out})
}

func (s *sample) notes(part *page.Elem) {
	p := s.put(s.add("P", part), "Text mit Fußnote")
	s.put(s.add("Lbl", s.add("Reference", p)), "1")
	note := s.add("Note", part)
	note.Detail().ID = "note-a"
	s.put(s.add("Lbl", note), "1")
	s.put(s.add("P", note), "Fußnotentext")
	actual := s.add("Span", p)
	actual.Detail().Actual = "Gemeinde"
	s.put(actual, "Gemein\u00adde")
	english := s.add("Em", p)
	english.Detail().Lang = "en"
	s.put(english, "smart city")
}

func (s *sample) lists(part *page.Elem) {
	l := s.add("L", part)
	l.Detail().Numbering = "Decimal"
	li := s.add("LI", l)
	s.put(s.add("Lbl", li), "1.")
	body := s.add("LBody", li)
	s.put(s.add("P", body), "außen")
	inner := s.add("L", body)
	inner.Detail().Numbering = "Disc"
	li2 := s.add("LI", inner)
	s.put(s.add("Lbl", li2), "•")
	s.put(s.add("LBody", li2), "innen")
}

func (s *sample) table(part *page.Elem) {
	tb := s.add("Table", part)
	s.put(s.add("Caption", tb), "Tabelle 1")
	s.item(&page.Rect{Box: box(50, 200, 100, 12), Ink: 1})
	head := s.add("TR", s.add("THead", tb))
	for _, h := range []string{"Kopf", "Wert"} {
		th := s.add("TH", head)
		th.Scope = "Column"
		s.put(th, h)
	}
	body := s.add("TBody", tb)
	tr := s.add("TR", body)
	row := s.add("TH", tr)
	row.Scope, row.RowSpan = "Row", 2
	s.put(row, "Zeile")
	s.item(&page.Anchor{Elem: s.add("TD", tr)})
	s.put(s.add("TD", s.add("TR", body)), "Wert 2")
}

func (s *sample) figures(part *page.Elem) {
	fig := s.add("Figure", part)
	m := fig.Detail()
	m.Alt, m.HasBBox, m.BBox = "Karte der Stadt", true, box(60, 500, 100, 100)
	var path geom.Path
	path.Circle(geom.Point{X: 110 * geom.Pt, Y: 550 * geom.Pt}, 50*geom.Pt)
	s.item(&page.Shape{Path: path, Filled: true, Fill: 1, Hatch: 1, Line: 1, Weight: geom.Pt, Dash: 2 * geom.Pt, Elem: fig})
	s.put(s.add("Caption", fig), "Abbildung 1")
	photo := s.add("Figure", part)
	p := photo.Detail()
	p.Alt, p.HasBBox, p.BBox = "Bild", true, box(200, 500, 60, 60)
	s.item(&page.Picture{Box: box(200, 500, 60, 60), Picture: &picture.Picture{Name: "a", Hash: [16]byte{1}, Width: 2, Height: 2,
		Pixels: []byte{255, 0, 0, 0, 255, 0, 0, 0, 255, 9, 9, 9}, Alpha: []byte{255, 128, 64, 0}}, Crop: [4]int{0, 0, 5000, 10000}, Elem: photo})
	logo := s.add("Figure", part)
	q := logo.Detail()
	q.Alt, q.HasBBox, q.BBox = "Wappen", true, box(300, 500, 50, 50)
	var square geom.Path
	square.Rect(box(0, 0, 10, 10))
	vector := &svg.Drawing{Size: geom.Size{W: 10 * geom.Pt, H: 10 * geom.Pt}, Paths: []svg.Path{{Path: square, Filled: true, Fill: [3]uint8{200, 30, 30}}}}
	s.item(&page.Picture{Box: box(300, 500, 50, 50), Picture: &picture.Picture{Name: "b", Hash: [16]byte{2}, Width: 10, Height: 10, Vector: vector}, Elem: logo})
}
