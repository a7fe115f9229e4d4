package press_test

import (
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"sync"
	"testing"

	"konzept/fonts"
	"konzept/report/diag"
	"konzept/report/finish"
	"konzept/report/geom"
	"konzept/report/page"
	"konzept/report/picture"
	"konzept/report/press"
	"konzept/report/source"
	"konzept/report/text"
)

// shopOf reads a shop's YAML.
func shopOf(t *testing.T, yaml string) (*press.Shop, string) {
	t.Helper()
	var out diag.List
	n := source.Parse("templates/shops/probe.yaml", []byte(yaml+"\n"), &out)
	s := press.Read("probe", n, finish.Profile, &out)
	return s, told(&out)
}

// told writes findings as code and arguments without the places of two languages.
func told(out *diag.List) string {
	var all []string
	for _, f := range out.Findings {
		all = append(all, string(f.Code)+" "+strings.Join(slices.DeleteFunc(slices.Clone(f.Args), func(a string) bool { return strings.HasPrefix(a, "\x01") }), " "))
	}
	return strings.Join(all, "; ")
}

// palette has a light and a dark ink, one with too much, and a spot colour.
var palette = geom.Palette{{Name: "text", CMYK: [4]uint8{0, 0, 0, 100}}, {Name: "white"}, {Name: "heavy", CMYK: [4]uint8{100, 90, 80, 70}}, {Name: "spot", CMYK: [4]uint8{90, 0, 100, 10}, Spot: "HKS 54 K"},
	{Name: "brand", CMYK: [4]uint8{60, 40, 0, 0}}}

func printed(items ...page.Item) *page.Document {
	return &page.Document{Title: "Probe", Palette: palette, Pages: []*page.Page{{Size: geom.Size{W: 210 * geom.MM, H: 297 * geom.MM}, Items: items}}}
}

var faces = sync.OnceValue(func() []*text.Face {
	data, err := fs.ReadFile(fonts.FS(), "SourceSans3-Regular.ttf")
	if err != nil {
		panic(err)
	}
	face, err := text.Parse(data)
	if err != nil {
		panic(err)
	}
	return []*text.Face{face}
})

func typed(size geom.Length, ink geom.Ink) *page.Text {
	return &page.Text{X: 30 * geom.MM, Y: 30 * geom.MM, Ink: ink, Run: text.Shape("Wort", &text.Font{Faces: faces(), Size: size, Lang: "de"})[0]}
}

func rect(x, y, w, h geom.Length, ink geom.Ink) *page.Rect {
	return &page.Rect{Box: geom.Box{X: x, Y: y, W: w, H: h}, Ink: ink}
}

func photo(w, h int) *picture.Picture {
	return &picture.Picture{Name: "bild.jpg", Width: w, Height: h, Pixels: make([]byte, w*h*3)}
}

func prepared(t *testing.T, shop string, d *page.Document, extract bool) (*page.Press, press.Facts, string) {
	t.Helper()
	s, found := shopOf(t, shop)
	if found != "" {
		t.Fatal(found)
	}
	var out diag.List
	job := press.Job{Name: "probe", Extract: extract, At: diag.Span{File: "auftrag"}, Picture: func(string) diag.Span { return diag.Span{File: "bilder"} }}
	p, facts := s.Prepare(d, job, &out)
	for _, f := range out.Findings {
		if want := map[bool]string{true: "bilder", false: "auftrag"}[f.Code == "press-ppi" || f.Code == "press-transparency"]; f.At.File != want {
			t.Errorf("%s stands at %s, want %s", f.Code, f.At.File, want)
		}
	}
	return p, facts, told(&out)
}

func TestWhatAShopCannotPrintIsFound(t *testing.T) {
	mm, pt := geom.MM, geom.Pt
	picked := func(box geom.Box, p *picture.Picture) *page.Picture { return &page.Picture{Box: box, Picture: p} }
	see := photo(2, 2)
	see.Alpha = []byte{0, 255, 255, 255}
	for _, c := range []struct {
		what, shop string
		item       page.Item
		want       string
	}{
		{"type large enough", "", typed(6*pt, 0), ""},
		{"small type", "", typed(5*pt, 0), "press-type probe Wort 5 pt probe 6 pt"},
		{"small type reversed out", "", typed(13*pt/2, 1), "press-type probe Wort 6,5 pt probe 7 pt"},
		{"the shop's own limit", "type: 9pt", typed(8*pt, 0), "press-type probe Wort 8 pt probe 9 pt"},
		{"a thin line", "", rect(30*mm, 30*mm, 50*mm, pt/10, 0), "press-hairline probe 0,1 pt probe 0,25 pt"},
		{"a line thick enough", "", rect(30*mm, 30*mm, 50*mm, pt/4, 0), ""},
		{"a thin line reversed out", "", rect(30*mm, 30*mm, pt/3, 50*mm, 1), "press-hairline probe 0,333 pt probe 0,5 pt"},
		{"an area that ends at the trim", "", rect(0, 50*mm, 50*mm, 50*mm, 4), "press-bleed probe 3 mm"},
		{"one that ends at the right", "bleed: 5mm", rect(160*mm, 50*mm, 50*mm, 50*mm, 4), "press-bleed probe 5 mm"},
		{"one that runs into the bleed", "", rect(-3*mm, 50*mm, 50*mm, 50*mm, 4), ""},
		{"one in white", "", rect(0, 50*mm, 50*mm, 50*mm, 1), ""},
		{"without bleed", "bleed: 0mm", rect(0, 50*mm, 50*mm, 50*mm, 4), ""},
		{"too much ink", "", rect(30*mm, 30*mm, 50*mm, 50*mm, 2), "press-ink probe heavy 340 probe 300"},
		{"a shop that takes as much", "ink: 340", rect(30*mm, 30*mm, 50*mm, 50*mm, 2), ""},
		{"a coarse picture", "", picked(geom.Box{X: 30 * mm, Y: 30 * mm, W: 2 * geom.In, H: geom.In}, photo(200, 300)), "press-ppi probe bild.jpg 100 probe 250"},
		{"on a large sheet", "large: 200mm", picked(geom.Box{X: 30 * mm, Y: 30 * mm, W: 2 * geom.In, H: geom.In}, photo(200, 300)), "press-ppi probe bild.jpg 100 probe 120"},
		{"fine enough", "ppi: 100", picked(geom.Box{X: 30 * mm, Y: 30 * mm, W: 2 * geom.In, H: geom.In}, photo(200, 300)), ""},
		{"clear in X-4", "ppi: 1", picked(geom.Box{X: 30 * mm, Y: 30 * mm, W: geom.In, H: geom.In}, see), ""},
		{"clear in X-3", "ppi: 1\nstandard: X-3:2003", picked(geom.Box{X: 30 * mm, Y: 30 * mm, W: geom.In, H: geom.In}, see), "press-transparency probe bild.jpg PDF/X-3:2003"},
	} {
		if _, _, got := prepared(t, "name: Probe\n"+c.shop, printed(c.item), false); got != c.want {
			t.Errorf("%s: found %q, want %q", c.what, got, c.want)
		}
	}
}

func TestEachObjectionIsToldOnce(t *testing.T) {
	d := printed(typed(5*geom.Pt, 0), typed(4*geom.Pt, 0), rect(0, 0, geom.MM, geom.MM, 4))
	d.Pages = append(d.Pages, printed(typed(3*geom.Pt, 0), rect(0, 0, geom.MM, geom.MM, 4)).Pages...)
	if _, _, got := prepared(t, "name: Probe", d, false); got != "press-bleed probe 3 mm; press-type probe Wort 3 pt probe 6 pt" {
		t.Errorf("found %q", got)
	}
}

func TestPagesAreAMultiple(t *testing.T) {
	d := printed()
	for range 5 {
		d.Pages = append(d.Pages, d.Pages[0])
	}
	for extract, want := range map[bool]string{false: "press-pages probe 6 probe 4", true: ""} {
		if _, _, got := prepared(t, "pages: 4", d, extract); got != want {
			t.Errorf("extract %v: found %q, want %q", extract, got, want)
		}
	}
}

// TestBlackOverprints: black on a coloured ground prints with the ground's ink, if the shop's limit leaves room for both.
func TestBlackOverprints(t *testing.T) {
	mm := geom.MM
	ground := rect(30*mm, 30*mm, 50*mm, 50*mm, 4)
	for _, c := range []struct {
		items []page.Item
		want  string
	}{
		{[]page.Item{ground}, "100"},
		{[]page.Item{ground, rect(40*mm, 40*mm, 5*mm, 5*mm, 0)}, "200"},
		{[]page.Item{rect(40*mm, 40*mm, 5*mm, 5*mm, 0), ground}, "100"}, // below the ground
		{[]page.Item{ground, rect(31*mm, 31*mm, 48*mm, 48*mm, 1), rect(40*mm, 40*mm, 5*mm, 5*mm, 0)}, "100"},
		{[]page.Item{rect(0-3*mm, 0-3*mm, 100*mm, 100*mm, 0)}, "230"}, // rich black
	} {
		s, _ := shopOf(t, "rich: [50, 40, 40, 100]\nline: 0pt")
		_, facts := s.Prepare(printed(c.items...), press.Job{Picture: func(string) diag.Span { return diag.Span{} }}, &diag.List{})
		if got := s.DataSheet(press.File{SHA256: strings.Repeat("0", 64), Drawn: &page.Drawn{}}, printed(c.items...), facts, "de", nil)["ink"]; got != c.want+"\u202f%" {
			t.Errorf("%d items: %s, want %s", len(c.items), got, c.want)
		}
	}
}

func TestSpotsHavePlatesWhereTheyShow(t *testing.T) {
	for shop, want := range map[string]string{"spots: keep": "[{HKS 54 K [90 0 100 10]}]", "spots: convert": "[]"} {
		p, _, _ := prepared(t, shop, printed(rect(30*geom.MM, 30*geom.MM, geom.MM, geom.MM, 3)), false)
		if got := fmt.Sprint(p.Spots); got != want {
			t.Errorf("%s: plates %s, want %s", shop, got, want)
		}
	}
	if p, _, _ := prepared(t, "spots: keep", printed(), false); len(p.Spots) > 0 {
		t.Errorf("plates for nothing: %v", p.Spots)
	}
}

func TestProfilesAreReadStrictly(t *testing.T) {
	for yaml, want := range map[string]string{
		"marken: true": "unknown-shop-key marken", "standard: X-5": "bad-value standard X-5", "ink: 3000": "bad-value ink 3000", "ink: 99": "bad-value ink 99",
		"bleed: breit": "bad-value bleed breit", "bleed: 51mm": "bad-value bleed 51mm", "type: -1pt": "bad-value type -1pt", "rich: [1, 2, 3]": "bad-value rich ",
		"rich: [1, 2, 3, 101]": "bad-value rich ", "marks: vielleicht": "bad-value marks vielleicht", "profile: fehlt.icc\ncondition: Zeitung": "shop-profile-missing probe fehlt.icc Zeitung", "pages: 65": "bad-value pages 65",
		"name: {de: A, en: B}\nextends: offset\npaper: ungestrichen\nmarks: true\nslug: false\nbars: true": "",
	} {
		if _, found := shopOf(t, yaml); found != want {
			t.Errorf("%q: found %q, want %q", yaml, found, want)
		}
	}
	s, _ := shopOf(t, "paper: ungestrichen\nbleed: 5mm\nmarks: true\nprofile: fehlt.icc\ncondition: Zeitung")
	bleed, _ := geom.Parse("5mm")
	if s.Paper != "ungestrichen" || s.Bleed != bleed || !s.HasMarks() || s.Slug || s.Condition != "FOGRA39" || s.Profile == nil {
		t.Errorf("read %+v", s)
	}
	if plain, _ := shopOf(t, "name: X"); plain.HasMarks() || plain.Bleed != 3*geom.MM || plain.Paper != "gestrichen" {
		t.Errorf("defaults %+v", plain)
	}
}

func TestFilesAreNamedAsTheShopWants(t *testing.T) {
	a4, square := printed(), printed()
	square.Pages[0].Size = geom.Size{W: 120 * geom.MM, H: 1205 * geom.MM / 10}
	turned := printed()
	turned.Pages[0].Size = geom.Size{W: 297 * geom.MM, H: 210 * geom.MM}
	o := press.Order{Job: "Konzept", Date: "2024-06-30", State: "Entwurf"}
	for _, c := range []struct {
		pattern string
		pages   *page.Document
		want    string
	}{
		{"", a4, "Konzept"}, {"file: \"{shop}-{job}_{format}_{date}_{state}\"", a4, "probe-Konzept_A4_2024-06-30_Entwurf"},
		{"file: \"{format}\"", turned, "A4-quer"}, {"file: \"{format}\"", square, "120x120,5mm"},
	} {
		s, _ := shopOf(t, "name: Probe\n"+c.pattern)
		if got := s.FileName(o, c.pages); got != c.want {
			t.Errorf("%s: %q, want %q", c.pattern, got, c.want)
		}
	}
}

func TestDataSheetSaysWhatTheFileHolds(t *testing.T) {
	s, _ := shopOf(t, "name: {de: Haus, en: House}\nrich: [50, 40, 40, 100]\nmarks: true\nppi: 200\npages: 1")
	d := printed(&page.Picture{Box: geom.Box{X: 30 * geom.MM, Y: 30 * geom.MM, W: geom.In, H: geom.In}, Picture: photo(300, 300)})
	other := *d.Pages[0]
	other.Size = geom.Size{W: 100 * geom.MM, H: 100 * geom.MM}
	d.Pages = append(d.Pages, &other)
	_, facts := s.Prepare(d, press.Job{}, &diag.List{})
	drawn := &page.Drawn{Fonts: []page.DrawnFont{{PostScript: "B"}, {PostScript: "A"}, {PostScript: "B"}}}
	got := s.DataSheet(press.File{Name: "x.pdf", SHA256: strings.Repeat("ab", 32), Drawn: drawn}, d, facts, "en", map[string]string{"paper-gestrichen": "coated"})
	for key, want := range map[string]string{"shop": "House (probe)", "file": "x.pdf", "sha256": strings.Repeat("ab", 16) + " " + strings.Repeat("ab", 16), "pages": "2", "bleed": "3 mm", "paper": "coated", "marks": "yes",
		"trim": "1 × A4 · 210 × 297 mm; 1 × 100x100mm · 100 × 100 mm", "rich": "C 50 M 40 Y 40 K 100", "ppi": "300 ppi", "ppilimit": "200 ppi", "picture": "bild.jpg", "fonts": "A, B", "inklimit": "300\u202f%"} {
		if got[key] != want {
			t.Errorf("%s: %q, want %q", key, got[key], want)
		}
	}
}
