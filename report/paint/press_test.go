package paint

import (
	"os"
	"regexp"
	"strings"
	"testing"

	"konzept/report/colour"
	"konzept/report/geom"
	"konzept/report/page"
	"konzept/report/text"
)

// press is an edition for a print shop whose limit is low enough to bite.
func press(t testing.TB, limit int) page.Edition {
	t.Helper()
	data, err := os.ReadFile("../finish/icc/FOGRA39L_coated.icc")
	if err != nil {
		t.Fatal(err)
	}
	p, err := colour.ReadProfile(data)
	if err != nil {
		t.Fatal(err)
	}
	s, err := p.NewSeparation(colour.Relative, limit)
	if err != nil {
		t.Fatal(err)
	}
	return page.Edition{Name: "print", Colour: page.CMYK, Bleed: true, X: true, Press: &page.Press{Separation: s, Spots: []geom.Spot{hks}}}
}

// hks is the spot colour of the tests' palette.
var hks = geom.Spot{Name: "HKS 54 K", CMYK: [4]uint8{90, 0, 100, 10}}

// inks of the tests' palette.
const (
	inkText geom.Ink = iota
	inkWhite
	inkDeep
	inkSpot
	inkTint
	inkGrey
)

// plates is a page of items over a palette with every kind of colour.
func plates(items ...page.Item) *page.Document {
	return &page.Document{
		Palette: geom.Palette{{Name: "text", CMYK: black}, {Name: "white"}, {Name: "deep", CMYK: [4]uint8{100, 100, 100, 80}},
			{Name: "spot", CMYK: [4]uint8{90, 0, 100, 10}, Spot: "HKS 54 K"}, {Name: "tint", CMYK: [4]uint8{18, 0, 20, 2}, Spot: "HKS 54 K 20%"}, {Name: "grey", CMYK: [4]uint8{0, 0, 0, 60}}},
		Pages: []*page.Page{{Size: geom.Size{W: pt(200), H: pt(100)}, Bleed: pt(9), Items: items}},
	}
}

func TestPrintPageHoldsNoRGB(t *testing.T) {
	got := content(t, sample(t), press(t, 300))
	if m := regexp.MustCompile(`(?m)^.*\b(rg|RG|DeviceRGB)$`).FindString(got); m != "" {
		t.Errorf("found %q", m)
	}
	drawn, err := PDF(sample(t), press(t, 300))
	if err != nil {
		t.Fatal(err)
	}
	for _, im := range drawn.Images {
		if im.Channels != 4 || len(im.Data) != 4*im.Width*im.Height {
			t.Errorf("image of %d channels with %d bytes", im.Channels, len(im.Data))
		}
	}
}

// TestBlackOverprintsAndEverythingElseKnocksOut reads the state in which each colour is used.
func TestBlackOverprintsAndEverythingElseKnocksOut(t *testing.T) {
	f := parsed(t, "SourceSans3-Regular.ttf")
	var line geom.Path
	line.Move(0, 0)
	line.Line(pt(9), 0)
	word := func(i geom.Ink) page.Item { return &page.Text{X: pt(10), Y: pt(20), Run: run(f, "A"), Ink: i} }
	area := func(i geom.Ink, h int) page.Item { return &page.Rect{Box: rectangle(0, 0, 50, h), Ink: i} }
	for _, c := range []struct {
		name string
		item page.Item
		over bool
	}{
		{"black text", word(inkText), true}, {"white text", word(inkWhite), false}, {"grey text", word(inkGrey), false}, {"spot text", word(inkSpot), false},
		{"black rule", area(inkText, 1), true}, {"black area", area(inkText, 40), false}, {"white rule", area(inkWhite, 1), false},
		{"black line", &page.Shape{Path: line, Line: inkText, Weight: geom.Pt}, true}, {"white line", &page.Shape{Path: line, Line: inkWhite, Weight: geom.Pt}, false},
		{"black line around white", &page.Shape{Path: line, Filled: true, Fill: inkWhite, Line: inkText, Weight: geom.Pt}, false},
		{"white line around black", &page.Shape{Path: line, Filled: true, Fill: inkText, Line: inkWhite, Weight: geom.Pt}, false},
	} {
		for _, before := range []page.Item{word(inkText), word(inkWhite)} { // whatever the state was
			got := content(t, plates(before, c.item), press(t, 300))
			over := strings.LastIndex(got, "/Over gs") > strings.LastIndex(got, "/Knock gs")
			if over != c.over {
				t.Errorf("%s: overprints %v, want %v:\n%s", c.name, over, c.over, got)
			}
		}
	}
	if got := content(t, plates(word(inkText)), press(t, 260)); strings.Contains(got, "/Over gs") {
		t.Error("black overprints where the limit leaves no room for it")
	}
}

func TestDesignColoursKeepTheInkLimit(t *testing.T) {
	got := content(t, plates(&page.Rect{Box: rectangle(0, 0, 9, 9), Ink: inkDeep}), press(t, 300))
	if !strings.Contains(got, "0.66 0.66 0.66 0.8 k") { // 200 % beside overprinted black
		t.Errorf("got\n%s", got)
	}
}

func TestSpotColoursKeepTheirPlateOrAreConverted(t *testing.T) {
	d := plates(&page.Rect{Box: rectangle(0, 0, 9, 9), Ink: inkSpot}, &page.Rect{Box: rectangle(9, 0, 9, 9), Ink: inkTint})
	e := press(t, 300)
	drawn, err := PDF(d, e)
	if err != nil {
		t.Fatal(err)
	}
	if len(drawn.Spots) != 1 || drawn.Spots[0] != hks {
		t.Errorf("spots %v", drawn.Spots)
	}
	if got := content(t, d, e); !strings.Contains(got, "/S0 cs 1 scn") || !strings.Contains(got, "/S0 cs 0.2 scn") {
		t.Errorf("got\n%s", got)
	}
	e.Press.Spots = nil
	if got := content(t, d, e); strings.Contains(got, "scn") || !strings.Contains(got, "0.9 0 1 0.1 k") || !strings.Contains(got, "0.18 0 0.2 0.02 k") {
		t.Errorf("converted:\n%s", got)
	}
}

func TestLargeBlackAreasAreRich(t *testing.T) {
	e := press(t, 300)
	e.Press.Rich, e.Press.RichFrom = [4]uint8{60, 40, 40, 100}, pt(30)
	large, small := &page.Rect{Box: rectangle(0, 0, 50, 40)}, &page.Rect{Box: rectangle(0, 0, 50, 20)}
	if got := content(t, plates(large), e); !strings.Contains(got, "0.6 0.4 0.4 1 k") || strings.Contains(got, "/Over gs") {
		t.Errorf("large area:\n%s", got)
	}
	if got := content(t, plates(small), e); strings.Contains(got, "0.6 0.4 0.4 1 k") {
		t.Errorf("small area:\n%s", got)
	}
	code := &page.Shape{Filled: true}
	code.Path.Rect(rectangle(0, 0, 30, 30))
	code.Path.Rect(rectangle(35, 35, 30, 30))
	if got := content(t, plates(code), e); strings.Contains(got, "0.6 0.4 0.4 1 k") {
		t.Errorf("a QR code in four inks:\n%s", got)
	}
	less := press(t, 240) // no room to overprint, but for a rich black
	less.Press.Rich, less.Press.RichFrom = e.Press.Rich, e.Press.RichFrom
	if got := content(t, plates(large), less); !strings.Contains(got, "0.6 0.4 0.4 1 k") {
		t.Errorf("with less ink:\n%s", got)
	}
}

func TestMarksAreOnEveryPlateWithinTheLimit(t *testing.T) {
	f := parsed(t, "SourceSans3-Regular.ttf")
	e := press(t, 300)
	e.PrinterMarks, e.Press.Bars = true, true
	e.Press.Slug, e.Press.Plates = [][]text.Run{{run(f, "Auftrag")}}, [][]text.Run{{run(f, "C")}, {run(f, "M")}, {run(f, "Y")}, {run(f, "K")}, {run(f, "HKS")}}
	got := content(t, plates(&page.Rect{Box: rectangle(0, 0, 9, 9), Ink: inkSpot}), e)
	for _, want := range []string{"/All CS 0.6 SCN", "1 0 0 0 k", "0 0 1 0 k", "0 0.4 0 0 k", "/S0 cs 0.4 scn"} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in\n%s", want, got)
		}
	}
}

func TestVectorPicturesGoThroughTheProfile(t *testing.T) {
	got := content(t, sample(t), press(t, 300))
	form := got[strings.Index(got, "% V0"):]
	if strings.Contains(form, "1 0.5 0 0 k") || !strings.Contains(form, "0 0 0 0.97 K") {
		t.Errorf("a blue without the profile, or a grey of four inks:\n%s", form)
	}
}
