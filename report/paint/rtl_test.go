package paint

import (
	"regexp"
	"strconv"
	"strings"
	"testing"

	"konzept/report/geom"
	"konzept/report/page"
	"konzept/report/text"
)

// runTogether are shifts within TJ without a space between: -90-10 or 9010 where two numbers are meant.
var runTogether = regexp.MustCompile(`\)-?[0-9.]+-[0-9.]`)

// TestWordsFromRightToLeftKeepTheirLetters: the glyph on the left stands for the end of the word, marks stand where the
// typeface wants them, and the mark of the content says the word as it is spoken.
func TestWordsFromRightToLeftKeepTheirLetters(t *testing.T) {
	f := parsed(t, "NotoSansArabic-Regular.ttf")
	runs := text.Shape("مُد", &text.Font{Faces: []*text.Face{f}, Size: 10 * geom.Pt, Lang: "ar"})
	if len(runs) != 1 || !runs[0].Backward || runs[0].Offsets == nil {
		t.Fatalf("runs %+v", runs)
	}
	p := &page.Elem{Type: "P"}
	d := &page.Document{Lang: "de-DE", Pages: []*page.Page{{Size: geom.Size{W: pt(100), H: pt(50)}, Items: []page.Item{&page.Text{X: pt(10), Y: pt(20), Run: runs[0], Elem: p}}}}}
	got := content(t, d, page.Edition{Tagged: true})
	if !strings.Contains(got, "/P <</MCID 0>> BDC\n/Span <</ActualText <FEFF0645064F062F>>> BDC\n") || !strings.Contains(got, "ET\nEMC\nEMC\n") {
		t.Errorf("the word is not said: %s", got)
	}
	if strings.Count(got, " Ts\n") != 2 || !strings.Contains(got, "]TJ\n0 Ts\n") {
		t.Errorf("the mark is not raised and the line not taken up again: %s", got)
	}
	if strings.Contains(got, "]TJ") && runTogether.MatchString(got) {
		t.Errorf("numbers run together: %s", got)
	}
	drawn, err := PDF(d, page.Edition{Tagged: true})
	if err != nil {
		t.Fatal(err)
	}
	var said []string
	for _, c := range drawn.Fonts[0].Codes {
		said = append(said, c.Text)
	}
	if s := strings.Join(said, "|"); s != "د||مُ" && s != "د|ُ|م" && s != "د|مُ|" {
		t.Errorf("codes say %q", s)
	}
}

// TestShiftsOfAVocalisedWordAddUp: in what TJ moves the pen, each number stands for itself, and together they are what the
// shaper asked for.
func TestShiftsOfAVocalisedWordAddUp(t *testing.T) {
	f := parsed(t, "NotoSansHebrew-Regular.ttf")
	runs := text.Shape("שָׁלוֹם", &text.Font{Faces: []*text.Face{f}, Size: 10 * geom.Pt, Lang: "he"})
	want := 0
	for _, g := range runs[0].Glyphs {
		want -= int(g.Kern)
	}
	d := &page.Document{Lang: "de-DE", Pages: []*page.Page{{Size: geom.Size{W: pt(100), H: pt(50)}, Items: []page.Item{&page.Text{X: pt(10), Y: pt(20), Run: runs[0], Elem: &page.Elem{Type: "P"}}}}}}
	got := content(t, d, page.Edition{Tagged: true})
	sum := 0.0
	for _, array := range regexp.MustCompile(`(?s)\[(.*?)\]TJ`).FindAllStringSubmatch(got, -1) {
		for _, n := range strings.Fields(regexp.MustCompile(`(?s)\(.*?\)|<.*?>`).ReplaceAllString(array[1], " ")) {
			v, err := strconv.ParseFloat(n, 64)
			if err != nil {
				t.Fatalf("%q is no number: %s", n, got)
			}
			sum += v
		}
	}
	if off := sum - float64(want)*1000/float64(f.UnitsPerEm()); off < -1 || off > 1 {
		t.Errorf("TJ moves by %v, the shaper by %d", sum, want)
	}
}
