package layout

import (
	"os"
	"strings"
	"testing"

	"konzept/report/diag"
	"konzept/report/doc"
	"konzept/report/geom"
	"konzept/report/page"
	"konzept/report/picture"
	"konzept/report/text"
	"konzept/report/typeface"
	"konzept/report/typeset"
)

func posterFonts(t testing.TB) *typeface.Fonts {
	t.Helper()
	var faces []typeface.Face
	for i, file := range []string{"Regular", "Bold"} {
		ttf, err := os.ReadFile("../../fonts/SourceSans3-" + file + ".ttf")
		if err != nil {
			t.Fatal(err)
		}
		face, err := text.Parse(ttf)
		if err != nil {
			t.Fatal(err)
		}
		faces = append(faces, typeface.Face{Family: "Source Sans 3", Weight: 400 + 300*i, Face: face})
	}
	return typeface.New(faces)
}

var posterStyle = &doc.Style{Name: "big", Families: []string{"Source Sans 3"}, Size: 20 * geom.Pt, Leading: 24 * geom.Pt}

func said(s string) []doc.Block {
	return []doc.Block{&doc.Paragraph{Style: posterStyle, Inlines: []doc.Inline{&doc.Text{Text: s}}}}
}

// onePoster lays out areas on a sheet of 200 x 300 mm.
func onePoster(t testing.TB, change func(*doc.Poster), areas ...doc.Area) (*page.Page, []string) {
	t.Helper()
	p := doc.Poster{Name: "probe", Size: geom.Size{W: 200 * geom.MM, H: 300 * geom.MM}, Bleed: 3 * geom.MM, Safe: 5 * geom.MM, Areas: areas}
	if change != nil {
		change(&p)
	}
	var out diag.List
	d := Pages(&doc.Document{Lang: "de-DE", Palette: geom.Palette{{Name: "text"}}, Posters: []doc.Poster{p}}, posterFonts(t), Options{}, &out)
	var codes []string
	for _, f := range out.Findings {
		codes = append(codes, string(f.Code)+" "+strings.Join(f.Args, "|"))
	}
	return d.Pages[0], codes
}

func at(x, y, w, h int64) geom.Box {
	return geom.Box{X: geom.MM * geom.Length(x), Y: geom.MM * geom.Length(y), W: geom.MM * geom.Length(w), H: geom.MM * geom.Length(h)}
}

func firstText(t *testing.T, p *page.Page) *page.Text {
	t.Helper()
	for _, it := range p.Items {
		if x, ok := it.(*page.Text); ok {
			return x
		}
	}
	t.Fatal("no text on the page")
	return nil
}

func TestPosterTextGrowsToTheLargestSizeThatFits(t *testing.T) {
	p, codes := onePoster(t, nil, doc.Area{Name: "title", Box: at(10, 10, 180, 30), Smallest: 50, Largest: 300, Blocks: said("Titel")})
	// 30 mm are 85 pt: 354 % of a leading of 24 pt; the bound is 300.
	if size := firstText(t, p).Run.Size; size != 60*geom.Pt || len(codes) > 0 {
		t.Errorf("size %v, findings %q", size, codes)
	}
	p, _ = onePoster(t, nil, doc.Area{Name: "title", Box: at(10, 10, 180, 20), Smallest: 50, Largest: 300, Blocks: said("Titel")})
	if size := firstText(t, p).Run.Size; size < 46*geom.Pt || size > 48*geom.Pt {
		t.Errorf("size %v, want 236 %% of 20 pt", size)
	}
}

func TestPosterLongWordShrinksTheText(t *testing.T) {
	p, codes := onePoster(t, nil, doc.Area{Name: "title", Box: at(10, 10, 60, 100), Smallest: 30, Largest: 200, Blocks: said("Weiterqualifizierungsangebot")})
	if size := firstText(t, p).Run.Size; size > 20*geom.Pt || len(codes) > 0 {
		t.Errorf("size %v, findings %q", size, codes)
	}
}

func TestPosterOversetSaysHowManyWords(t *testing.T) {
	_, codes := onePoster(t, nil, doc.Area{Name: "title", Box: at(10, 10, 40, 9), Smallest: 100, Largest: 100, Blocks: said("eins zwei\ndrei vier fünf")})
	if len(codes) != 1 || codes[0] != "poster-overset probe|title|3|100" {
		t.Errorf("findings %q", codes)
	}
}

// TestPosterOversetCountsWhatIsCut: a line whose descenders alone stand below the area is no word too many, one that is cut is.
func TestPosterOversetCountsWhatIsCut(t *testing.T) {
	for height, want := range map[int64]string{18: "1", 20: "1", 24: "1", 16: "2", 8: "2"} {
		_, codes := onePoster(t, nil, doc.Area{Name: "title", Box: at(10, 10, 40, height), Smallest: 100, Largest: 100, Blocks: said("eins\nzwei\ndrei")})
		if len(codes) != 1 || codes[0] != "poster-overset probe|title|"+want+"|100" {
			t.Errorf("%d mm: findings %q, want %s words too many", height, codes, want)
		}
	}
}

func TestPosterTextOutsideTheSafeZoneIsFound(t *testing.T) {
	_, codes := onePoster(t, nil, doc.Area{Name: "edge", Box: at(2, 100, 100, 30), Blocks: said("Rand")})
	if len(codes) != 1 || codes[0] != "poster-unsafe probe|edge|"+typeset.Millimetres(3*geom.MM)+"|"+typeset.Millimetres(5*geom.MM) {
		t.Errorf("findings %q", codes)
	}
}

func TestPosterRanksItsLargestTexts(t *testing.T) {
	rule := func(p *doc.Poster) { p.Largest = []string{"title"} }
	_, codes := onePoster(t, rule, doc.Area{Name: "title", Box: at(10, 10, 100, 30), Blocks: said("Titel")},
		doc.Area{Name: "note", Box: at(10, 50, 100, 30), Blocks: said("Hinweis")})
	if len(codes) != 1 || codes[0] != "poster-rank probe|note|20,0 pt|title|20,0 pt" {
		t.Errorf("findings %q", codes)
	}
}

func TestPosterMissingGlyphIsFoundOnce(t *testing.T) {
	_, codes := onePoster(t, nil, doc.Area{Name: "title", Box: at(10, 10, 100, 30), Smallest: 50, Largest: 150, Blocks: said("Fest 🎉")})
	if len(codes) != 1 || !strings.HasPrefix(codes[0], "missing-glyph") {
		t.Errorf("findings %q", codes)
	}
}

func TestPosterGroundsAndPicturesReachTheBleed(t *testing.T) {
	pic := &picture.Picture{Name: "p.jpg", Width: 4000, Height: 4000, FocusX: 50, FocusY: 0}
	mm := geom.MM
	p, codes := onePoster(t, func(p *doc.Poster) { p.HasGround, p.Ground = true, 0 },
		doc.Area{Name: "picture", Box: at(0, 0, 200, 100), Bleeds: geom.Edges{Top: 3 * mm, Left: 3 * mm, Right: 3 * mm},
			Blocks: []doc.Block{&doc.Picture{Picture: pic, Cover: true, Alt: "Hände"}}})
	ground := p.Items[0].(*page.Rect).Box
	placed := p.Items[1].(*page.Picture)
	if want := (geom.Box{X: -3 * mm, Y: -3 * mm, W: 206 * mm, H: 306 * mm}); ground != want {
		t.Errorf("ground %v, want %v", ground, want)
	}
	if want := (geom.Box{X: -3 * mm, Y: -3 * mm, W: 206 * mm, H: 103 * mm}); placed.Box != want {
		t.Errorf("picture %v, want %v", placed.Box, want)
	}
	if placed.Crop != [4]int{0, 0, 10000, 5000} || placed.Elem.Details().Alt != "Hände" || len(codes) > 0 {
		t.Errorf("crop %v, alt %q, findings %q", placed.Crop, placed.Elem.Details().Alt, codes)
	}
}

func TestPosterContentStandsAtTopMiddleOrBottom(t *testing.T) {
	var ys []geom.Length
	for _, a := range []doc.Area{{}, {Middle: true}, {Bottom: true}} {
		a.Name, a.Box, a.Blocks = "place", at(10, 10, 100, 100), said("Ort")
		p, _ := onePoster(t, nil, a)
		ys = append(ys, firstText(t, p).Y)
	}
	if ys[1]-ys[0] != (100*geom.MM-24*geom.Pt)/2 || ys[2]-ys[0] != 100*geom.MM-24*geom.Pt {
		t.Errorf("baselines %v", ys)
	}
}

func BenchmarkPoster(b *testing.B) {
	fonts := posterFonts(b)
	p := doc.Poster{Name: "probe", Size: geom.Size{W: 297 * geom.MM, H: 420 * geom.MM}}
	for i := range int64(8) {
		p.Areas = append(p.Areas, doc.Area{Name: "a", Box: at(10, 10+50*i, 180, 40), Smallest: 50, Largest: 200, Blocks: said(strings.Repeat("Wort für Wort ", 12))})
	}
	d := &doc.Document{Lang: "de-DE", Palette: geom.Palette{{Name: "text"}}, Posters: []doc.Poster{p}}
	b.ReportAllocs()
	for b.Loop() {
		var out diag.List
		Pages(d, fonts, Options{}, &out)
	}
}

// TestPosterFootnotesStandInTheirAreas: a sheet has no foot for notes; numbers go on from area to area and marks lead to notes.
func TestPosterFootnotesStandInTheirAreas(t *testing.T) {
	noted := func(word string) []doc.Block {
		return []doc.Block{&doc.Paragraph{Style: posterStyle, Inlines: []doc.Inline{&doc.Text{Text: word}, &doc.Footnote{Inlines: []doc.Inline{&doc.Text{Text: "zu " + word}}}}}}
	}
	areas := []doc.Area{{Name: "a", Box: at(10, 10, 100, 60), Blocks: noted("Eins")}, {Name: "b", Box: at(10, 100, 100, 60), Smallest: 50, Largest: 120, Blocks: noted("Zwei")}}
	var out diag.List
	d := Pages(&doc.Document{Lang: "de-DE", Palette: geom.Palette{{Name: "text"}}, Posters: []doc.Poster{{Name: "probe", Size: geom.Size{W: 200 * geom.MM, H: 300 * geom.MM}, Areas: areas}}}, posterFonts(t), Options{}, &out)
	if got := reading(d.Pages[0]); got != "Eins 1 1 zu Eins Zwei 2 2 zu Zwei" {
		t.Errorf("set %q", got)
	}
	known := map[string]bool{}
	for _, x := range d.Dests {
		known[x.Name] = true
	}
	for _, l := range d.Pages[0].Links {
		if !known[l.Dest] {
			t.Errorf("a link leads to %q, which is nowhere", l.Dest)
		}
	}
	if len(d.Pages[0].Links) != 4 || len(out.Findings) > 0 {
		t.Errorf("%d links, findings %v", len(d.Pages[0].Links), out.Findings)
	}
}

// reading joins a page's texts in the order in which they are set.
func reading(p *page.Page) string {
	var b strings.Builder
	for _, it := range p.Items {
		if t, ok := it.(*page.Text); ok {
			b.WriteString(" " + t.Run.Text)
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// TestWhatLiesUnderALaterAreaIsFound: grounds, codes, pictures and text over text; a picture that fills its area may lie
// below everything, and neighbours that touch cover nothing.
func TestWhatLiesUnderALaterAreaIsFound(t *testing.T) {
	title := doc.Area{Name: "title", Box: at(10, 10, 180, 30), Blocks: said("Titel")}
	code := []doc.Block{&doc.Figure{Drawing: &doc.QR{Text: "https://www.example.org"}, Width: 30 * geom.MM}}
	picture := []doc.Block{&doc.Picture{Picture: &picture.Picture{Name: "x.png", Width: 400, Height: 400, Pixels: make([]byte, 400*400), Gray: true}, Cover: true, Alt: "x"}}
	for name, c := range map[string]struct {
		areas []doc.Area
		want  string
	}{
		"ground over text":    {[]doc.Area{title, {Name: "ground", Box: at(0, 0, 200, 60), Filled: true}}, "title|ground|100"},
		"code over text":      {[]doc.Area{title, {Name: "code", Box: at(10, 5, 40, 40), Blocks: code}}, "title|code|"},
		"picture over text":   {[]doc.Area{title, {Name: "photo", Box: at(0, 0, 200, 60), Blocks: picture}}, "title|photo|100"},
		"text over text":      {[]doc.Area{title, {Name: "more", Box: at(10, 10, 180, 30), Blocks: said("Titel")}}, "title|more|100"},
		"text over a code":    {[]doc.Area{{Name: "code", Box: at(10, 10, 40, 40), Blocks: code}, {Name: "more", Box: at(10, 20, 180, 30), Blocks: said("Anmeldung hier im Netz")}}, "code|more|"},
		"text on a picture":   {[]doc.Area{{Name: "photo", Box: at(0, 0, 200, 60), Blocks: picture}, title}, ""},
		"ground below a text": {[]doc.Area{{Name: "ground", Box: at(0, 0, 200, 60), Filled: true}, title}, ""},
		"neighbours":          {[]doc.Area{title, {Name: "next", Box: at(10, 18, 180, 30), Blocks: said("Titel")}}, ""},
	} {
		_, codes := onePoster(t, nil, c.areas...)
		got := ""
		for _, s := range codes {
			if rest, ok := strings.CutPrefix(s, "poster-covered probe|"); ok {
				got = rest
			}
		}
		if !strings.HasPrefix(got, c.want) || (got == "") != (c.want == "") {
			t.Errorf("%s: got %q of %q, want %q", name, got, codes, c.want)
		}
	}
}
