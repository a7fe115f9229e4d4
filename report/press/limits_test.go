package press_test

import (
	"strings"
	"testing"

	"konzept/report/diag"
	"konzept/report/geom"
	"konzept/report/page"
	"konzept/report/press"
	"konzept/report/svg"
)

// TestPicturesAreJudgedAsAreasAre: they too end at the trim, lie under black and show what is below them.
func TestPicturesAreJudgedAsAreasAre(t *testing.T) {
	mm := geom.MM
	placed := func(x, y, w, h geom.Length) *page.Picture {
		return &page.Picture{Box: geom.Box{X: x, Y: y, W: w, H: h}, Picture: photo(90, 90)}
	}
	cropped := placed(30*mm, 30*mm, geom.In, geom.In)
	cropped.Crop = [4]int{0, 0, 5000, 10000}
	high := placed(30*mm, 30*mm, geom.In, geom.In)
	high.Crop = [4]int{0, 2000, 10000, 3000}
	grey := placed(30*mm, 30*mm, 50*mm, 50*mm)
	grey.Picture = photo(2, 2)
	grey.Picture.Gray = true
	lines := placed(30*mm, 30*mm, 50*mm, 50*mm)
	lines.Picture = photo(2, 2)
	lines.Picture.Vector = &svg.Drawing{Size: geom.Size{W: 100 * mm, H: 100 * mm}, Paths: []svg.Path{{Weight: geom.Pt}, {Weight: geom.Pt / 4}, {Clear: 500}}}
	for _, c := range []struct {
		what, shop string
		item       page.Item
		want       string
	}{
		{"at the left", "ppi: 1", placed(0, 50*mm, 20*mm, 20*mm), "press-bleed probe 3 mm"}, {"at the top", "ppi: 1", placed(50*mm, 0, 20*mm, 20*mm), "press-bleed probe 3 mm"}, {"at the bottom", "ppi: 1", placed(50*mm, 277*mm, 20*mm, 20*mm), "press-bleed probe 3 mm"},
		{"nearly at the trim", "ppi: 1", placed(mm/5, 50*mm, 20*mm, 20*mm), "press-bleed probe 3 mm"}, {"a little within", "ppi: 1", placed(mm/5+1, 50*mm, 20*mm, 20*mm), ""}, {"over half the bleed", "ppi: 1", placed(-3*mm/2, 50*mm, 20*mm, 20*mm), "press-bleed probe 3 mm"},
		{"over nearly all of it", "ppi: 1", placed(-3*mm+mm/5, 50*mm, 20*mm, 20*mm), ""}, {"of no width", "ppi: 1", placed(0, 50*mm, 0, 20*mm), ""},
		{"cropped to half its width", "", cropped, "press-ppi probe bild.jpg 45 probe 250"}, {"cropped to a tenth of its height", "", high, "press-ppi probe bild.jpg 9 probe 250"},
		{"a drawing's clear areas", "line: 0pt\nstandard: X-3:2003", lines, "press-transparency probe bild.jpg PDF/X-3:2003"},
		{"a shape's line", "", &page.Shape{Path: square(30*mm, 30*mm, 9*mm), Line: 0, Weight: geom.Pt / 10}, "press-hairline probe 0,1 pt probe 0,25 pt"},
		{"a shape's line that is as good as thick enough", "", &page.Shape{Path: square(30*mm, 30*mm, 9*mm), Weight: geom.Pt/4 - geom.Pt/200}, ""},
		{"a filled shape at the trim", "", &page.Shape{Path: square(0, 30*mm, 9*mm), Fill: 4, Filled: true}, "press-bleed probe 3 mm"},
		{"an artifact", "", &page.Running{Of: []page.Item{rect(0, 50*mm, 20*mm, 20*mm, 4)}}, "press-bleed probe 3 mm"},
	} {
		if _, _, got := prepared(t, "name: Probe\n"+c.shop, printed(c.item), false); got != c.want {
			t.Errorf("%s: found %q, want %q", c.what, got, c.want)
		}
	}
	house, _ := shopOf(t, "name: Probe")
	var out diag.List
	house.Prepare(printed(lines), press.Job{Name: "probe", Picture: func(name string) diag.Span { return diag.Span{File: name} }}, &out)
	if told(&out) != "press-hairline probe 0,125 pt probe 0,25 pt" || out.Findings[0].At.File != "bild.jpg" {
		t.Errorf("a drawing's thin lines: %v", out.Findings)
	}
	_, facts, _ := prepared(t, "ppi: 1\nline: 0pt", printed(grey, rect(40*mm, 40*mm, 5*mm, 5*mm, 0)), false)
	if got := sheet(t, "ppi: 1", printed(), facts)["ink"]; got != "100\u202f%" {
		t.Errorf("black on a grey picture makes %s", got)
	}
}

func square(x, y, w geom.Length) (p geom.Path) {
	p.Rect(geom.Box{X: x, Y: y, W: w, H: w})
	return p
}

// sheet is what a shop's data sheet says.
func sheet(t *testing.T, shop string, d *page.Document, facts press.Facts) map[string]string {
	t.Helper()
	s, _ := shopOf(t, shop)
	return s.DataSheet(press.File{SHA256: strings.Repeat("0", 64), Drawn: &page.Drawn{}}, d, facts, "de", nil)
}

// TestWhatIsTurnedMayLieAnywhereAround: black type on its side overprints the areas beside its start.
func TestWhatIsTurnedMayLieAnywhereAround(t *testing.T) {
	mm := geom.MM
	for turn, want := range map[int16]string{0: "100\u202f%", 90: "200\u202f%"} {
		word := typed(10*geom.Pt, 0)
		word.Turn = turn
		ground := rect(25*mm, 31*mm, 20*mm, 2*mm, 4) // below the baseline
		d := printed(ground, word)
		_, facts, _ := prepared(t, "name: Probe", d, false)
		if got := sheet(t, "name: Probe", d, facts)["ink"]; got != want {
			t.Errorf("turned by %d: %s, want %s", turn, got, want)
		}
	}
}

// TestFindingsNameTheirPage, but what is wrong with all of the file.
func TestFindingsNameTheirPage(t *testing.T) {
	d := printed()
	d.Pages = append(d.Pages, printed(typed(geom.Pt, 0)).Pages[0], printed(rect(0, 0, geom.MM, geom.MM, 2)).Pages[0])
	s, _ := shopOf(t, "pages: 2")
	var out diag.List
	s.Prepare(d, press.Job{Name: "probe", Picture: func(string) diag.Span { return diag.Span{} }}, &out)
	want := map[diag.Code]int{"press-bleed": 3, "press-type": 2, "press-ink": 0, "press-pages": 0}
	if len(out.Findings) != len(want) {
		t.Errorf("found %v", out.Findings)
	}
	for _, f := range out.Findings {
		if f.Page != want[f.Code] {
			t.Errorf("%s on page %d, want %d", f.Code, f.Page, want[f.Code])
		}
	}
	for n, want := range map[int]int{1: 0, 2: 0, 3: 1, 4: 0, 5: 1, 6: 0} {
		d := printed()
		for len(d.Pages) < n {
			d.Pages = append(d.Pages, d.Pages[0])
		}
		if _, _, got := prepared(t, "pages: 2", d, false); strings.Count(got, "press-pages") != want {
			t.Errorf("%d pages: %q", n, got)
		}
	}
}

// TestShopsHaveDefaults, and each limit is read as it is written.
func TestShopsHaveDefaults(t *testing.T) {
	for shop, want := range map[string]string{
		"": "250 ppi", "large: 296mm": "120 ppi", "large: 297mm": "250 ppi", "large: 100mm\nlarge_ppi: 1": "1 ppi", "ppi: 5000": "5000 ppi", "ppi: 1": "1 ppi",
	} {
		d := printed()
		if got := sheet(t, "name: X\n"+shop, d, factsOf(t, shop))["ppilimit"]; got != want {
			t.Errorf("%q wants %s, not %s", shop, got, want)
		}
	}
	poster := printed()
	for edge, want := range map[geom.Length]string{420 * geom.MM: "250 ppi", 420*geom.MM + 1: "120 ppi"} {
		poster.Pages[0].Size.H = edge
		if got := sheet(t, "name: X", poster, factsOf(t, ""))["ppilimit"]; got != want {
			t.Errorf("a sheet of %v wants %s, not %s", edge, got, want)
		}
	}
	for yaml, want := range map[string]string{"bleed: 50mm": "", "bleed: 50.001mm": "bad-value bleed 50.001mm", "large: 5000mm": "", "large: 5001mm": "bad-value large 5001mm", "ppi: 0": "bad-value ppi 0", "pages: 64": "", "ink: 100": "", "ink: 400": "", "ink: 401": "bad-value ink 401", "rich: [0, 0, 0, 100]": "", "rich: [0, 0, -1, 0]": "bad-value rich ", "rich: [1, 2, 3, x]": "bad-value rich "} {
		if _, found := shopOf(t, yaml); found != want {
			t.Errorf("%q: found %q, want %q", yaml, found, want)
		}
	}
	d := printed()
	for rich, want := range map[string]string{"[50, 40, 30, 90]": "C 50 M 40 Y 30 K 90", "[0, 0, 0, 0]": "", "[1, 0, 0, 0]": "C 1 M 0 Y 0 K 0"} {
		if got := sheet(t, "rich: "+rich, d, press.Facts{})["rich"]; got != want {
			t.Errorf("rich black %s is told as %q", rich, got)
		}
	}
}

// factsOf are those of a page with a picture.
func factsOf(t *testing.T, shop string) press.Facts {
	t.Helper()
	_, facts, _ := prepared(t, "name: X\n"+shop, printed(&page.Picture{Box: geom.Box{X: 30 * geom.MM, Y: 30 * geom.MM, W: geom.In / 100, H: geom.In / 100}, Picture: photo(90, 90)}), false)
	return facts
}

func TestSizesHaveTheirNames(t *testing.T) {
	s, _ := shopOf(t, "file: \"{format}\"")
	for size, want := range map[[2]geom.Length]string{{841, 1189}: "A0", {594, 841}: "A1", {420, 594}: "A2", {297, 420}: "A3", {148, 210}: "A5", {210, 148}: "A5-quer", {105, 148}: "A6", {99, 210}: "DL", {100, 210}: "100x210mm", {210, 99}: "DL-quer"} {
		d := printed()
		d.Pages[0].Size = geom.Size{W: size[0] * geom.MM, H: size[1] * geom.MM}
		if got := s.FileName(press.Order{}, d); got != want {
			t.Errorf("%v is %s, want %s", size, got, want)
		}
	}
	for w, want := range map[geom.Length]string{12006: "120,1x210mm", 12004: "120x210mm"} {
		d := printed()
		d.Pages[0].Size = geom.Size{W: w * geom.MM / 100, H: 210 * geom.MM}
		if got := s.FileName(press.Order{}, d); got != want {
			t.Errorf("%d hundredths of a millimetre are %s, want %s", w, got, want)
		}
	}
	if got := sheet(t, "name: Haus", printed(), press.Facts{}); got["trim"] != "A4 · 210 × 297 mm" || got["shop"] != "Haus (probe)" {
		t.Errorf("one size is told as %q by %q", got["trim"], got["shop"])
	}
	if got := s.FileName(press.Order{Format: "eigen"}, printed()); got != "eigen" {
		t.Errorf("a name of its own is %s", got)
	}
}

// TestSlugsSayWhatTheSheetIs, in type of 6.5 pt that shrinks where a sheet is narrow.
func TestSlugsSayWhatTheSheetIs(t *testing.T) {
	d := printed()
	narrow := *d.Pages[0]
	narrow.Size.W = 60 * geom.MM
	d.Pages = append(d.Pages, &narrow)
	slug := press.Slug{Job: "Konzept", Date: "heute", Words: map[string]string{"stand": "Stand", "page": "Seite"}, Lang: "de", Faces: faces()}
	p := &page.Press{Spots: []geom.Spot{{Name: "HKS 54 K"}}}
	slug.Write(d, p)
	if len(p.Slug) != 2 || len(p.Plates) != 5 {
		t.Fatalf("%d slugs, %d plates", len(p.Slug), len(p.Plates))
	}
	var said [2]string
	for i, runs := range p.Slug {
		for k := range runs {
			said[i] += runs[k].Text
		}
	}
	if said[0] != "Konzept · 210 × 297 mm · Stand heute · Seite 1/2" || said[1] != "Konzept · 60 × 297 mm · Stand heute · Seite 2/2" {
		t.Errorf("slugs %q", said)
	}
	if wide, thin := p.Slug[0][0].Size, p.Slug[1][0].Size; wide != 13*geom.Pt/2 || thin >= wide || thin < geom.Pt {
		t.Errorf("type of %v and %v", wide, thin)
	}
	if p.Plates[0][0].Text != "Cyan" || p.Plates[4][0].Text != "HKS 54 K" {
		t.Errorf("plates %v", p.Plates)
	}
}

// TestBlackOnYellowTakesBoth: every ink but the ground's own black lies under black that overprints it.
func TestBlackOnYellowTakesBoth(t *testing.T) {
	mm := geom.MM
	d := printed(rect(30*mm, 30*mm, 50*mm, 50*mm, 3), rect(40*mm, 40*mm, 5*mm, 5*mm, 0)) // C 90 Y 100 K 10
	_, facts, _ := prepared(t, "spots: convert", d, false)
	if got := sheet(t, "spots: convert", d, facts)["ink"]; got != "290\u202f%" {
		t.Errorf("black on 90 and 100 makes %s", got)
	}
}
