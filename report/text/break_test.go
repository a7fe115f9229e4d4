package text

import (
	"strings"
	"testing"

	"konzept/fonts"
	"konzept/report/geom"
)

func loadFace(tb testing.TB, name string) *Face {
	tb.Helper()
	data, err := fonts.FS().ReadFile(name)
	if err != nil {
		tb.Fatal(err)
	}
	f, err := Parse(data)
	if err != nil {
		tb.Fatal(err)
	}
	return f
}

func testFont(tb testing.TB) *Font {
	return &Font{Faces: []*Face{loadFace(tb, "SourceSans3-Regular.ttf")}, Size: 10 * geom.Pt, Lang: "de"}
}

const sample = "Die Erfahrungen aus der Bestandsaufnahme zeigen, dass bestehende Unterstützungsstrukturen geflüchtete Frauen mit kleinen Kindern bislang nur unzureichend erreichen. Vorgesehen sind regelmäßige Sprechzeiten, mehrsprachige Informationsmaterialien sowie eine enge Verzahnung mit den Regelangeboten der Kinder- und Jugendhilfe. Unter dem Motto „Brücken bauen“ arbeiten hauptamtliche Fachkräfte und ehrenamtliche Sprachmittlerinnen und Sprachmittler von 14:00–17:30 Uhr – auch unter www.frankenthal.de/integration/workshop-reihe – für Bürger*innen."

// texts are the lines' texts, with | before what the break added.
func texts(lines []Line) []string {
	var out []string
	for _, l := range lines {
		var b strings.Builder
		for _, p := range l.Pieces {
			b.WriteString(strings.ReplaceAll(p.Run.Text, "\u00AD", "|"))
		}
		out = append(out, b.String())
	}
	return out
}

func TestJustifiedLinesFillTheMeasure(t *testing.T) {
	f := testFont(t)
	lines := Break([]Span{{Text: sample, Font: f}}, Options{Width: 250 * geom.Pt, Align: Justify, Hyphenate: true})
	if got := strings.ReplaceAll(strings.Join(texts(lines), ""), "|", ""); got != sample {
		t.Errorf("text changed: %q", got)
	}
	for i, l := range lines {
		if !l.Last && l.Width != 250*geom.Pt {
			t.Errorf("line %d: width %s", i, l.Width)
		}
	}
}
