package paint

import (
	"bytes"
	"fmt"
	"io/fs"
	"os"
	"strings"
	"testing"

	"konzept/fonts"
	"konzept/report/geom"
	"konzept/report/internal/golden"
	"konzept/report/page"
	"konzept/report/picture"
	"konzept/report/svg"
	"konzept/report/text"
)

func TestMain(m *testing.M) { os.Exit(golden.Main(m, "*.txt")) }

func parsed(t testing.TB, name string) *text.Face {
	t.Helper()
	b, err := fs.ReadFile(fonts.FS(), name)
	if err != nil {
		t.Fatal(err)
	}
	f, err := text.Parse(b)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// run sets each letter by its own glyph, without kerning, so that goldens stay when the shaper learns.
func run(f *text.Face, s string) text.Run {
	r := text.Run{Face: f, Size: 10 * geom.Pt, Text: s}
	for _, c := range s {
		g, _ := f.Glyph(c)
		r.Glyphs = append(r.Glyphs, text.Glyph{ID: g, Len: uint8(len(string(c)))})
	}
	return r
}

func pt(n int) geom.Length { return geom.Length(n) * geom.Pt }

func rectangle(x, y, w, h int) geom.Box { return geom.Box{X: pt(x), Y: pt(y), W: pt(w), H: pt(h)} }

// sample is a small page with every kind of item.
func sample(t testing.TB) *page.Document {
	f := parsed(t, "SourceSans3-Regular.ttf")
	p := &page.Elem{Type: "P"}
	fig := &page.Elem{Type: "Figure"}
	fig.Detail().Alt = "Bild"
	kerned := run(f, "AV A")
	kerned.Glyphs[0].Kern = -55
	kerned.WordSpace = geom.Pt
	kerned.Expansion = 20
	big := run(f, "B")
	big.Size = 12*geom.Pt + geom.Pt/2
	var path geom.Path
	path.Rect(rectangle(50, 50, 20, 10))
	var tri geom.Path
	tri.Move(0, 0)
	tri.Line(pt(2), 0)
	tri.Cubic(geom.Point{X: pt(1), Y: pt(1)}, geom.Point{Y: pt(2)}, geom.Point{Y: pt(1)})
	tri.Close()
	photo := &picture.Picture{Hash: [16]byte{1}, Width: 1, Height: 1, Pixels: []byte{200, 100, 50}, Alpha: []byte{9}}
	logo := &picture.Picture{Hash: [16]byte{2}, Width: 2, Height: 2, Vector: &svg.Drawing{Size: geom.Size{W: pt(2), H: pt(2)},
		Paths: []svg.Path{{Path: tri, Filled: true, EvenOdd: true, Fill: [3]uint8{0, 128, 255}, Stroke: [3]uint8{7, 7, 7}, Weight: geom.Pt, Cap: 1}}}}
	return &page.Document{
		Palette: geom.Palette{{Name: "text", CMYK: [4]uint8{0, 0, 0, 100}, Gray: 100}, {Name: "accent", RGB: [3]uint8{0, 90, 255}, CMYK: [4]uint8{80, 40, 0, 5}, Gray: 60}},
		Pages: []*page.Page{{Size: geom.Size{W: pt(200), H: pt(100)}, Bleed: pt(9), Items: []page.Item{
			&page.Running{Kind: page.HeaderArtifact, Of: []page.Item{&page.Rect{Box: rectangle(0, 0, 200, 5), Ink: 1}}},
			&page.Text{X: pt(10), Y: pt(20), Run: kerned, Elem: p},
			&page.Anchor{Elem: &page.Elem{Type: "TD"}},
			&page.Text{X: pt(10), Y: pt(32), Run: run(f, "A"), Elem: p},
			&page.Text{X: pt(30), Y: pt(32), Run: big, Ink: 1, Elem: p},
			&page.Text{X: pt(90), Y: pt(90), Run: run(f, "C"), Turn: 90},
			&page.Rect{Box: rectangle(1, 1, 2, 2)},
			&page.Shape{Path: path, Filled: true, Fill: 1, Line: 0, Weight: geom.Pt / 2, Dash: pt(2), Elem: fig},
			&page.Shape{Path: path, Filled: true, Hatch: 3, Elem: fig},
			&page.Picture{Box: rectangle(100, 10, 20, 20), Picture: photo, Crop: [4]int{2500, 0, 7500, 10000}, Elem: fig},
			&page.Picture{Box: rectangle(100, 40, 20, 20), Picture: logo, Elem: fig},
			&page.Picture{Box: rectangle(130, 40, 20, 20), Picture: logo, Elem: fig},
		}}},
	}
}

// content is what fpdf was given for a page, and the forms.
func content(t testing.TB, d *page.Document, e page.Edition) string {
	t.Helper()
	drawn, err := PDF(d, e)
	if err != nil {
		t.Fatal(err)
	}
	_, s, _ := bytes.Cut(drawn.Bytes, []byte("stream\n"))
	s, _, _ = bytes.Cut(s, []byte("\nendstream"))
	for _, f := range drawn.Forms {
		s = append(append(bytes.Clone(s), "% "+f.Name+"\n"...), f.Content...)
	}
	var readable strings.Builder
	for _, c := range s {
		if c == '\n' || c >= ' ' && c < 0x7F {
			readable.WriteByte(c)
		} else {
			fmt.Fprintf(&readable, "\\%03o", c)
		}
	}
	return readable.String()
}

func TestContentOfEveryEdition(t *testing.T) {
	for _, e := range []page.Edition{
		{Name: "screen", Tagged: true},
		{Name: "print", Colour: page.CMYK, Bleed: true, PrinterMarks: true},
		{Name: "copy", Colour: page.Gray, Tagged: true},
	} {
		got := content(t, sample(t), e)
		golden.Compare(t, e.Name+".txt", got)
	}
}

func TestDraftsAloneShowTheirWatermark(t *testing.T) {
	d := sample(t)
	before := content(t, d, page.Edition{Tagged: true})
	d.Pages[0].Draft = []page.Item{&page.Text{X: pt(50), Y: pt(50), Run: run(parsed(t, "SourceSans3-Bold.ttf"), "E"), Turn: 45}}
	if got := content(t, d, page.Edition{Tagged: true}); got != before {
		t.Errorf("the watermark shows in an edition that is no draft:\n%s", got)
	}
	got := content(t, d, page.Edition{Tagged: true, Draft: true})
	if !strings.Contains(got, "/Artifact <</Type /Background /BBox [ 0 0 200 100 ]>> BDC\nBT\n0 0 0 rg\n/F0 10 Tf\n0.70711 0.70711 -0.70711 0.70711 50 50 Tm") {
		t.Errorf("got\n%s", got)
	}
}

func TestZeroValuesOfEveryItemArePaintedWithoutPanic(t *testing.T) {
	d := &page.Document{Pages: []*page.Page{{Size: geom.Size{W: pt(10), H: pt(10)}, Items: []page.Item{
		&page.Text{}, &page.Shape{}, &page.Rect{}, &page.Picture{}, &page.Anchor{}, &page.Running{}, nilRun(),
		&page.Picture{Picture: &picture.Picture{}, Box: rectangle(0, 0, 1, 1)},
		&page.Shape{Filled: true, Path: geom.Path{Verbs: []geom.Verb{geom.LineTo}}},
		&page.Rect{Ink: 200}, &page.Running{Of: []page.Item{&page.Running{}, &page.Anchor{}}},
	}}, {}}}
	for _, e := range []page.Edition{{}, {Tagged: true}, {Colour: page.CMYK, PrinterMarks: true, Bleed: true}} {
		if _, err := PDF(d, e); err != nil {
			t.Error(err)
		}
	}
	if _, err := PDF(&page.Document{}, page.Edition{}); err == nil {
		t.Error("a document without pages was painted")
	}
}

func nilRun() page.Item { return &page.Text{Run: text.Run{Glyphs: []text.Glyph{{ID: 9}}}} }

func TestAGlyphBeyondTheFontIsTheMissingGlyph(t *testing.T) {
	f := parsed(t, "SourceSans3-Regular.ttf")
	r := text.Run{Face: f, Size: pt(10), Text: "x", Glyphs: []text.Glyph{{ID: 65535, Len: 1}}}
	d := &page.Document{Pages: []*page.Page{{Size: geom.Size{W: pt(10), H: pt(10)}, Items: []page.Item{&page.Text{Run: r}}}}}
	drawn, err := PDF(d, page.Edition{})
	if err != nil {
		t.Fatal(err)
	}
	if c := drawn.Fonts[0].Codes[0]; c.Glyph != 0 || c.Text != "x" {
		t.Errorf("got %+v", c)
	}
}

func TestOneCodeForEachPairOfGlyphAndText(t *testing.T) {
	f := parsed(t, "SourceSans3-Regular.ttf")
	hyphen := run(f, "-")
	soft := hyphen
	soft.Text, soft.Glyphs = "\u00ad", []text.Glyph{{ID: hyphen.Glyphs[0].ID, Len: 2}}
	d := &page.Document{Pages: []*page.Page{{Size: geom.Size{W: pt(10), H: pt(10)}, Items: []page.Item{
		&page.Text{Run: hyphen}, &page.Text{Run: soft}, &page.Text{Run: hyphen}}}}}
	drawn, err := PDF(d, page.Edition{})
	if err != nil {
		t.Fatal(err)
	}
	codes := drawn.Fonts[0].Codes
	if len(codes) != 2 || codes[0].Glyph != codes[1].Glyph || codes[0].Text != "-" || codes[1].Text != "\u00ad" {
		t.Errorf("got %+v", codes)
	}
}

func TestCodesNeedNoEscape(t *testing.T) {
	for c := uint16(firstCode); c < lastCode; c = following(c) {
		for _, b := range []byte{byte(c >> 8), byte(c)} {
			if bytes.IndexByte([]byte("()\\\r\n"), b) >= 0 {
				t.Fatalf("code %#x holds %q", c, b)
			}
		}
	}
}

func TestManyGlyphsSurviveFpdf(t *testing.T) {
	f := parsed(t, "SourceSans3-Regular.ttf")
	var r text.Run
	for r0 := rune(0x21); r0 < 0x2000; r0++ {
		if g, ok := f.Glyph(r0); ok {
			r.Text += string(r0)
			r.Glyphs = append(r.Glyphs, text.Glyph{ID: g, Len: uint8(len(string(r0)))})
		}
	}
	r.Face, r.Size = f, pt(10)
	d := &page.Document{Pages: []*page.Page{{Size: geom.Size{W: pt(10), H: pt(10)}, Items: []page.Item{&page.Text{Run: r}}}}}
	drawn, err := PDF(d, page.Edition{})
	if err != nil {
		t.Fatal(err)
	}
	if got := len(drawn.Fonts[0].Codes); got != len(r.Glyphs) || got < 500 {
		t.Errorf("%d codes for %d glyphs", got, len(r.Glyphs))
	}
}

func TestNumbersAreShortAndRight(t *testing.T) {
	for v, want := range map[int64]string{0: "0", 5: "0.05", 50: "0.5", 100: "1", -5: "-0.05", -120: "-1.2", 12345: "123.45"} {
		if got := string(appendCenti(nil, v)); got != want {
			t.Errorf("%d hundredths: got %s, want %s", v, got, want)
		}
	}
	for v, want := range map[int64]string{0: "0", 1: "0.001", 1500: "1.5", -10: "-0.01", 100000: "100"} {
		if got := string(appendScaled(nil, v, 3)); got != want {
			t.Errorf("%d thousandths: got %s, want %s", v, got, want)
		}
	}
}

func TestVectorColoursInEveryInk(t *testing.T) {
	for _, c := range []struct {
		rgb  [3]uint8
		cmyk [4]uint8
		gray uint8
	}{
		{[3]uint8{0, 0, 0}, [4]uint8{0, 0, 0, 100}, 100},
		{[3]uint8{255, 255, 255}, [4]uint8{}, 0},
		{[3]uint8{128, 128, 128}, [4]uint8{0, 0, 0, 50}, 50},
		{[3]uint8{255, 0, 0}, [4]uint8{0, 100, 100, 0}, 70},
	} {
		if got := fromRGB(c.rgb); got.CMYK != c.cmyk || got.Gray != c.gray {
			t.Errorf("%v: got %v and %d, want %v and %d", c.rgb, got.CMYK, got.Gray, c.cmyk, c.gray)
		}
	}
}
