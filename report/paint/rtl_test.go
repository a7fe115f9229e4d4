package paint

import (
	"strings"
	"testing"

	"konzept/report/geom"
	"konzept/report/page"
	"konzept/report/text"
)

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
	if !strings.Contains(got, "/ActualText <FEFF0645064F062F>") {
		t.Errorf("the word is not said: %s", got)
	}
	if strings.Count(got, " Ts\n") != 2 || !strings.Contains(got, "]TJ\n0 Ts\n") {
		t.Errorf("the mark is not raised and the line not taken up again: %s", got)
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
