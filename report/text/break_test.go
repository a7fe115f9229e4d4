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

// TestWhereLinesEnd sets texts in a measure of one point, so that every place where a line may end is seen.
func TestWhereLinesEnd(t *testing.T) {
	f := testFont(t)
	for _, c := range []struct{ name, text, want string }{
		{"at spaces", "der Rat tagt", "der /Rat /tagt"},
		{"behind a hyphen between words", "Workshop-Reihe", "Workshop-/Reihe"},
		{"not behind a leading hyphen", "Lotsinnen und -lotsen", "Lotsinnen /und /-lotsen"},
		{"nor behind a single letter", "E-Mail", "E-Mail"},
		{"nor in ranges, dates and years", "14:00–17:30 2023/24 01.02.2023", "14:00–17:30 /2023/24 /01.02.2023"},
		{"behind a dash between words", "Mannheim–Ludwigshafen", "Mannheim–/Ludwigshafen"},
		{"behind a slash between words", "und/oder", "und//oder"},
		{"not beside a no-break space", "§\u00A05 z.\u202FB. 20\u202F%", "§\u00A05 /z.\u202FB. /20\u202F%"},
		{"not at a no-break hyphen", "Workshop\u2011Reihe", "Workshop\u2011Reihe"},
		{"at a zero-width space", "Rat\u200Bhaus", "Rat/haus"},
		{"at a soft hyphen", "Rat\u00ADhaus", "Rat|/haus"},
		{"in an address", "www.frankenthal.de/rat", "www./frankenthal./de//rat"},
		{"in a mail address", "info@frankenthal.de", "info@/frankenthal./de"},
		{"not before punctuation", "(Workshop-) „Rat“, ja!", "(Workshop-) /„Rat“, /ja!"},
		{"at a line feed", "Rat\nhaus", "Rat /haus"},
		{"once at several spaces", "Rat  haus ", "Rat  /haus "},
	} {
		lines := Break([]Span{{Text: c.text, Font: f}}, Options{Width: geom.Pt, Align: Left})
		if got := strings.Join(texts(lines), "/"); got != c.want {
			t.Errorf("%s: expected %s, found %s", c.name, c.want, got)
		}
	}
}

// TestNamesStayWhole: behind a courtesy stand names.
func TestNamesStayWhole(t *testing.T) {
	for _, c := range []struct {
		text, word string
		want       bool
	}{
		{"Frau Leutheusser", "Leutheusser", true},
		{"mit Dr.\u00a0Annemarie Schnarrenberger", "Annemarie", true},
		{"mit Dr.\u00a0Annemarie Schnarrenberger", "Schnarrenberger", true},
		{"Herrn Müller-Lüdenscheidt,", "Lüdenscheidt", true},
		{"Frauen Verwaltung", "Verwaltung", false},
		{"Frau und Verwaltung", "Verwaltung", false},
		{"Frau Meyer, Verwaltung", "Verwaltung", false},
		{"Frau Anna Meyer Verwaltung", "Verwaltung", false},
		{"Verwaltung", "Verwaltung", false},
	} {
		before, _, _ := strings.Cut(c.text, c.word)
		if got := isName([]rune(c.text), len([]rune(before))); got != c.want {
			t.Errorf("%s in %q: expected %v", c.word, c.text, c.want)
		}
	}
	f := testFont(t)
	for _, c := range []struct {
		text   string
		hyphen bool
	}{{"Leutheusser", true}, {"Frau\u00a0Leutheusser", false}, {"Frau\u00a0Leut\u00adheusser", true}} {
		lines := Break([]Span{{Text: c.text, Font: f}}, Options{Width: Width(c.text, f) - geom.Pt, Hyphenate: true})
		if lines[0].Hyphen != c.hyphen {
			t.Errorf("%q: %q", c.text, texts(lines))
		}
	}
}

func TestNoThirdHyphenInARow(t *testing.T) {
	f := testFont(t)
	for w := geom.Length(100); w < 400; w++ {
		for _, o := range []Options{{Align: Justify}, {Align: Left}, {Align: Justify, Protrude: true, Expand: 20}} {
			o.Width, o.Hyphenate = w*geom.Pt, true
			row := 0
			for _, s := range texts(Break([]Span{{Text: sample, Font: f}}, o)) {
				if row++; !strings.HasSuffix(strings.TrimSpace(s), "|") && !strings.HasSuffix(strings.TrimSpace(s), "-") {
					row = 0
				}
				if row > 2 {
					t.Errorf("measure %d, alignment %d: third hyphen at %s", w, o.Align, s)
				}
			}
		}
	}
}

func TestWordWiderThanTheMeasure(t *testing.T) {
	f := testFont(t)
	const word = "Unterstützungsstrukturen"
	broken := Break([]Span{{Text: word, Font: f}}, Options{Width: 50 * geom.Pt, Hyphenate: true})
	if len(broken) < 3 || broken[0].Overfull != 0 || !broken[0].Hyphen {
		t.Errorf("expected the word in parts, found %q", texts(broken))
	}
	whole := Break([]Span{{Text: word, Font: f}}, Options{Width: 50 * geom.Pt})
	if len(whole) < 3 || whole[0].Overfull != 0 || !whole[0].Hyphen || !whole[0].Torn {
		t.Errorf("expected the word in parts although hyphens are not wished, and that said, found %q", texts(whole))
	}
	named := *f
	named.NoHyphens = true
	torn := Break([]Span{{Text: "das " + word + "amt", Font: &named}}, Options{Width: 50 * geom.Pt})
	if got := strings.Join(texts(torn), ""); got != "das "+word+"amt" || !torn[1].Torn || torn[1].Hyphen || torn[len(torn)-1].Torn {
		t.Errorf("expected a name torn without a hyphen, found %q", texts(torn))
	}
	for i := range torn {
		if torn[i].Overfull > 0 {
			t.Errorf("line %d is still too wide", i)
		}
	}
	if endless := Break([]Span{{Text: strings.Repeat("1234567890", 9), Font: f}}, Options{Width: 50 * geom.Pt}); len(endless) < 3 || endless[0].Overfull > 0 {
		t.Errorf("expected more digits than any number has in parts, found %q", texts(endless))
	}
	if row := Break([]Span{{Text: "Datum " + strings.Repeat("_", 60), Font: f}}, Options{Width: 50 * geom.Pt}); len(row) < 3 || row[1].Overfull > 0 {
		t.Errorf("expected a row of one sign in parts, found %q", texts(row))
	}
	const number = "123456789012345678"
	kept := Break([]Span{{Text: number, Font: f}}, Options{Width: 50 * geom.Pt, Hyphenate: true})
	if len(kept) != 1 || kept[0].Overfull != Width(number, f)-50*geom.Pt || kept[0].Torn {
		t.Errorf("expected a number on one line that says by how much it is too wide, found %q", texts(kept))
	}
}

func TestAlignmentAndIndents(t *testing.T) {
	f := testFont(t)
	w := Width("Rat", f)
	for _, c := range []struct {
		name          string
		o             Options
		first, second geom.Length
	}{
		{"left", Options{First: 5 * geom.Pt, Hang: 9 * geom.Pt}, 5 * geom.Pt, 9 * geom.Pt},
		{"right", Options{Align: Right}, 100*geom.Pt - w, 100*geom.Pt - w},
		{"centre", Options{Align: Centre}, (100*geom.Pt - w) / 2, (100*geom.Pt - w) / 2},
		{"the last line of justified text", Options{Align: Justify}, 0, 0},
	} {
		c.o.Width = 100 * geom.Pt
		lines := Break([]Span{{Text: "Rat\nRat", Font: f}}, c.o)
		if a, b := lines[0].Pieces[0].X, lines[1].Pieces[0].X; a != c.first || b != c.second || lines[0].Width != w {
			t.Errorf("%s: expected %s and %s, found %s and %s, %s wide", c.name, c.first, c.second, a, b, lines[0].Width)
		}
	}
}

func TestObjectsAndHeights(t *testing.T) {
	f := testFont(t)
	small := *f
	small.Size = 7 * geom.Pt
	spans := []Span{{Text: "CO", Font: f}, {Text: "2", Font: &small, Rise: 20 * geom.Pt}, {Text: " ", Font: f},
		{Object: geom.Size{W: 30 * geom.Pt, H: 40 * geom.Pt}}, {Text: ".", Font: f}}
	lines := Break(spans, Options{Width: 200 * geom.Pt})
	if len(lines) != 1 || lines[0].Ascent != 40*geom.Pt || lines[0].Descent != scale(f.Faces[0].Descent(), f.Size, f.Faces[0]) {
		t.Fatalf("expected one line as high as the object, found %d: %s %s", len(lines), lines[0].Ascent, lines[0].Descent)
	}
	p := lines[0].Pieces[3]
	if !p.Object || p.Span != 3 || lines[0].Pieces[4].X != p.X+30*geom.Pt {
		t.Errorf("the object is not in its place: %+v", p)
	}
	if n := len(Break(spans, Options{Width: 40 * geom.Pt})); n != 2 {
		t.Errorf("expected a break before the object, found %d lines", n)
	}
	for i := range spans {
		spans[i].NoBreak = true
	}
	if n := len(Break(spans, Options{Width: 40 * geom.Pt})); n != 1 {
		t.Errorf("expected no break, found %d lines", n)
	}
}

func TestExtent(t *testing.T) {
	f := testFont(t)
	narrow, wide := Extent([]Span{{Text: "Rat der Stadt\nja", Font: f}}, Options{})
	if diff := narrow - Width("Stadt", f) + wide - Width("Rat der Stadt", f); diff < -4 || diff > 4 {
		t.Errorf("found %s to %s", narrow, wide)
	}
	if narrow, _ = Extent([]Span{{Text: "Verwaltung", Font: f}}, Options{Hyphenate: true}); narrow >= Width("Verwaltung", f) {
		t.Errorf("hyphens do not make it narrower: %s", narrow)
	}
}

func TestHyphenIsAPieceOfItsOwn(t *testing.T) {
	f := testFont(t)
	lines := Break([]Span{{Text: "Verwaltung", Font: f}}, Options{Width: 40 * geom.Pt, Hyphenate: true})
	last := lines[0].Pieces[len(lines[0].Pieces)-1]
	hyphen, _ := f.Faces[0].Glyph('-')
	if last.Run.Text != "\u00AD" || len(last.Run.Glyphs) != 1 || last.Run.Glyphs[0] != (Glyph{ID: hyphen, Len: 2}) {
		t.Errorf("found %+v", last.Run)
	}
	if end := last.X + last.Run.Width(); end != lines[0].Width {
		t.Errorf("the line is %s wide, the hyphen ends at %s", lines[0].Width, end)
	}
}

func TestMargins(t *testing.T) {
	f := testFont(t)
	o := Options{Width: 250 * geom.Pt, Align: Justify, Hyphenate: true, Expand: 20, Protrude: true}
	hanging := 0
	for i, l := range Break([]Span{{Text: sample, Font: f}}, o) {
		p := l.Pieces[len(l.Pieces)-1]
		end := p.X + p.Run.Width()
		if space := p.Run.Glyphs[len(p.Run.Glyphs)-1]; strings.HasSuffix(p.Run.Text, " ") {
			end -= scale(f.Faces[0].Advance(space.ID)*(1000+int(p.Run.Expansion))/1000, f.Size, f.Faces[0]) + p.Run.WordSpace
		}
		if p.Run.Expansion < -20 || p.Run.Expansion > 20 {
			t.Errorf("line %d is expanded by %d", i, p.Run.Expansion)
		}
		if end > o.Width {
			hanging++
		}
		if !l.Last && (end < o.Width-geom.Pt/10 || end > o.Width+3*geom.Pt) {
			t.Errorf("line %d ends at %s", i, end)
		}
	}
	if hanging == 0 {
		t.Error("nothing hangs into the margin")
	}
}
