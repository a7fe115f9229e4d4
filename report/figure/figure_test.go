package figure

import (
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"konzept/report/canvas"
	"konzept/report/doc"
	"konzept/report/geom"
	"konzept/report/internal/golden"
	"konzept/report/number"
	"konzept/report/page"
	"konzept/report/text"
)

func TestMain(m *testing.M) { os.Exit(golden.Main(m, "*.txt")) }

var palette = geom.Palette{{Name: "text"}, {Name: "accent"}, {Name: "white"}, {Name: "line"}, {Name: "tint"}}

func setting(t testing.TB, lang string) canvas.Setting {
	t.Helper()
	font := func(file string) text.Font {
		ttf, err := os.ReadFile(filepath.Join("..", "..", "fonts", file))
		if err != nil {
			t.Fatal(err)
		}
		face, err := text.Parse(ttf)
		if err != nil {
			t.Fatal(err)
		}
		return text.Font{Faces: []*text.Face{face}, Size: 8 * geom.Pt, Lang: lang, NoHyphens: true} // patterns grow; goldens stay
	}
	return canvas.Setting{Label: font("SourceSans3-Regular.ttf"), Strong: font("SourceSans3-Semibold.ttf"), Palette: palette, Lang: lang}
}

var drawings = []struct {
	name  string
	lang  string
	d     doc.Drawing
	w, h  geom.Length
	words string // must stand in the sentence
}{
	{"bars-lying", "de", &doc.Bars{Horizontal: true, Labels: []string{"nicht begonnen", "in Umsetzung", "abgeschlossen"},
		Series: []doc.Series{{Values: numbers(6, 14, 9)}}}, 150 * geom.MM, 0, "am größten „in Umsetzung“ (14), am kleinsten „nicht begonnen“ (6)."},
	{"bars-upright-target", "de", &doc.Bars{Labels: []string{"2022", "2023", "2024"}, Target: numbers(10, 12, 20), Unit: "Personen",
		Series: []doc.Series{{Values: numbers(8, 12, 17)}}}, 100 * geom.MM, 50 * geom.MM, "bei 1 von 3 ist der Zielwert erreicht"},
	{"bars-grouped", "en", &doc.Bars{Labels: []string{"A", "B"}, Unit: "%", Decimals: 1,
		Series: []doc.Series{{Name: "planned", Values: numbers(1.5, 2)}, {Name: "spent", Values: numbers(1, math.NaN())}}}, 100 * geom.MM, 0, "2 series (planned, spent)"},
	{"bars-stacked-lying", "de", &doc.Bars{Stacked: true, Horizontal: true, Labels: []string{"2024", "2025"},
		Series: []doc.Series{{Name: "Eigenmittel", Values: numbers(40, 60)}, {Name: "Land", Values: numbers(30, 0)}, {Name: "Bund", Values: numbers(2, 25)}}}, 150 * geom.MM, 0, "am größten „2025“ (85)"},
	{"bars-negative", "de", &doc.Bars{Labels: []string{"Zuzug", "Fortzug"}, Series: []doc.Series{{Values: numbers(120, -80)}}}, 90 * geom.MM, 50 * geom.MM, "am kleinsten „Fortzug“ (−80)"},
	{"bars-long-labels-lie-down", "de", &doc.Bars{Labels: []string{"Straßenverkehrsgenehmigungsbehörde", "b", "c", "d", "e", "f", "g", "h"},
		Series: []doc.Series{{Values: numbers(1, 2, 3, 4, 5, 6, 7, 8)}}}, 60 * geom.MM, 0, "8 Einträgen"},
	{"bars-long-series-wrap", "de", &doc.Bars{Labels: []string{"2024"}, Series: []doc.Series{{Name: "Kurz", Values: numbers(1)},
		{Name: "Beratung und Begleitung für alle, die neu in der Stadt sind und Arbeit suchen", Values: numbers(2)}, {Name: "Ende", Values: numbers(3)}}}, 60 * geom.MM, 50 * geom.MM, "3 Reihen"},
	{"lines", "de", &doc.Lines{Labels: []string{"2021", "2022", "2023", "2024"}, HasTarget: true, Target: exactly(80), Unit: "%",
		Series: []doc.Series{{Name: "Kurse", Values: numbers(52, 58, math.NaN(), 71)}, {Name: "Plätze", Values: numbers(55, 54, 53, 70)}}}, 150 * geom.MM, 60 * geom.MM, "„Kurse“ steigt von 52\u00A0% auf 71\u00A0%"},
	{"meter", "de", &doc.Meter{Percent: exactly(50), Ink: 1, Ground: 4}, 40 * geom.MM, 0, "50 %"},
	{"code", "de", &doc.QR{Text: "https://www.frankenthal.de/"}, 30 * geom.MM, 0, "https://www.frankenthal.de/"},
	{"donut", "de", &doc.Donut{Unit: "Ideen", Parts: []doc.Slice{{Label: "aufgenommen", Value: exactly(39)}, {Label: "zusammengeführt", Value: exactly(4)}, {Label: "nicht aufgenommen", Value: exactly(25)}, {Label: "zurückgestellt", Value: exactly(0)}}},
		150 * geom.MM, 0, "68 Ideen, davon „aufgenommen“ 39 (57\u00A0%), „nicht aufgenommen“ 25 (37\u00A0%) und „zusammengeführt“ 4 (6\u00A0%)."},
	{"donut-nearly-all", "de", &doc.Donut{Parts: []doc.Slice{{Label: "a", Value: exactly(999)}, {Label: "b", Value: exactly(1)}}}, 150 * geom.MM, 0, "„a“ 999 (>\u202F99\u00A0%) und „b“ 1 (<\u202F1\u00A0%)."},
	{"donut-of-one", "en", &doc.Donut{Parts: []doc.Slice{{Label: "all", Value: exactly(7)}}}, 150 * geom.MM, 0, "7 entries, of these “all” 7 (100%)."},
	{"progress", "de", &doc.Progress{Unit: "Schritte", Rows: []doc.Steps{{Label: "Arbeit", Done: exactly(3), Of: exactly(8)}, {Label: "Sprache", Done: exactly(4), Of: exactly(4)}, {Label: "Zusammenleben", Of: exactly(2)}}},
		150 * geom.MM, 0, "Schritte: 7 von 14 sind erledigt; vollständig: „Sprache“; noch nichts bei „Zusammenleben“."},
	{"gantt", "de", schedule(), 150 * geom.MM, 0, "Zeitplan für 5 Vorhaben von 2023 bis 2025: 2 in Arbeit, 1 fertig, 1 geplant und 1 offen; ohne Termin: 1."},
	{"tree", "de", &doc.Tree{Unit: "Ziele", Ranks: []string{"oben", "Mitte", "unten"}, Nodes: []doc.Branch{{Code: "1", Label: "Ein langes Ziel, das umbrochen werden muss"}, {Depth: 1, Code: "1.1", Label: "Mitte eins"},
		{Depth: 2, Label: "unten eins", Note: "4 Stück"}, {Depth: 2, Label: "unten zwei"}, {Depth: 1, Label: "Mitte zwei"}, {Label: "Allein", Ink: 1}}}, 120 * geom.MM, 0,
		"6 Ziele auf 3 Ebenen: oben 2, Mitte 2 und unten 2; die meisten gehören zu „1 Ein langes Ziel, das umbrochen werden muss“ (4)."},
	{"tree-stacked", "de", &doc.Tree{Nodes: []doc.Branch{{Label: "Oben"}, {Depth: 1, Label: "Mitte eins"}, {Depth: 2, Label: "Unten eins"}, {Depth: 3, Label: "Tief eins"}, {Depth: 3, Label: "Tief zwei"}, {Depth: 2, Label: "Unten zwei"}, {Depth: 1, Label: "Mitte zwei"}}},
		45 * geom.MM, 0, "7 Einträge auf 4 Ebenen"},
	{"flow-of-one", "de", &doc.Flow{Stages: []doc.Stage{{Title: "A", Stops: []doc.Stop{{Label: "a"}}}, {Title: "B", Stops: []doc.Stop{{Label: "b"}}}}, Ribbons: []doc.Ribbon{{Value: exactly(2)}}}, 100 * geom.MM, 0,
		"2 Einträge im Fluss; B: am meisten zu „b“ (2)."},
	{"flow-tied", "de", &doc.Flow{Stages: []doc.Stage{{Title: "A", Stops: []doc.Stop{{Label: "a"}}}, {Title: "B", Stops: []doc.Stop{{Label: "b"}, {Label: "c"}}}},
		Ribbons: []doc.Ribbon{{Value: exactly(2)}, {To: 1, Value: exactly(2)}}}, 100 * geom.MM, 0, "4 Einträge"},
	{"flow", "de", &doc.Flow{Unit: "Ideen", Stages: []doc.Stage{{Title: "Woher", Stops: []doc.Stop{{Label: "Nord"}, {Label: "Süd", Ink: 1}}}, {Title: "Ergebnis", Stops: []doc.Stop{{Label: "ja"}, {Label: "nein", Note: "mit Begründung"}}}},
		Ribbons: []doc.Ribbon{{From: 0, To: 0, Value: exactly(12)}, {From: 0, To: 1, Value: exactly(3)}, {From: 1, To: 0, Value: exactly(5)}}}, 150 * geom.MM, 0,
		"20 Ideen im Fluss; Ergebnis: am meisten zu „ja“ (17); der breiteste Strom führt von „Nord“ zu „ja“ (12)."},
	{"places", "de", &doc.Places{Unit: "Angebote", Rows: []doc.Place{{Name: "Kernstadt", Note: "Rathausplatz", Items: []doc.Tag{{Label: "A 1"}, {Label: "A 2", Ink: 1}, {Label: "Z 3"}}}, {Name: "Flomersheim", Items: []doc.Tag{{Label: "A 1"}}}, {Name: "Eppstein"}}},
		100 * geom.MM, 0, "Angebote an 3 Orten: die meisten an „Kernstadt“ (3), die wenigsten an „Eppstein“ (0)."},
	{"bars-ties", "de", &doc.Bars{Labels: []string{"a", "b", "c", "d", "e"}, Series: []doc.Series{{Values: numbers(5, 5, 2, 1, 1)}}}, 100 * geom.MM, 0,
		"Balkendiagramm mit 5 Einträgen: am größten „a“ und „b“ (je 5), am kleinsten „d“ und „e“ (je 1)."},
	{"bars-one", "de", &doc.Bars{Labels: []string{"a"}, Series: []doc.Series{{Values: numbers(0.5)}}, Decimals: 1}, 100 * geom.MM, 0, "Balkendiagramm mit 1 Eintrag: am größten „a“ (0,5)."},
	{"donut-of-parts", "de", &doc.Donut{Unit: "Stellen", Decimals: 2, Parts: []doc.Slice{{Label: "A", Value: exactly(0.5)}, {Label: "B", Value: exactly(0.75)}}}, 150 * geom.MM, 0,
		"1,25 Stellen, davon „B“ 0,75 (60\u00A0%) und „A“ 0,50 (40\u00A0%)."},
	{"progress-half", "de", &doc.Progress{Unit: "Schritte", Rows: []doc.Steps{{Label: "A", Done: exactly(0.5), Of: exactly(2)}}}, 150 * geom.MM, 0, "Schritte: 0,5 von 2 sind erledigt."},
	{"flow-half", "de", &doc.Flow{Decimals: 1, Stages: []doc.Stage{{Stops: []doc.Stop{{Label: "A"}}}, {Stops: []doc.Stop{{Label: "B"}, {Label: "C"}}}},
		Ribbons: []doc.Ribbon{{Value: exactly(0.5)}, {To: 1, Value: exactly(0.5)}}}, 150 * geom.MM, 0,
		"1 Eintrag im Fluss; Stufe 2: am meisten zu „B“ und „C“ (je 0,5); die breitesten Ströme: von „A“ zu „B“ und von „A“ zu „C“ (je 0,5)."},
	{"gantt-of-one", "de", &doc.Gantt{Unit: "Maßnahmen", Lanes: []doc.Lane{{Tasks: []doc.Task{{Label: "a", State: "entfallen"}}}}}, 150 * geom.MM, 0, "Zeitplan für 1 Eintrag: 1 entfallen; ohne Termin: 1."},
	{"places-even", "de", &doc.Places{Unit: "Angebote", Rows: []doc.Place{{Name: "a", Items: []doc.Tag{{Label: "x"}}}, {Name: "b", Items: []doc.Tag{{Label: "x"}}}}}, 100 * geom.MM, 0, "Angebote an 2 Orten, an jedem 1."},
	{"lines-fine", "de", &doc.Lines{Labels: []string{"2022", "2023"}, Decimals: 3, HasTarget: true, Target: exactly(0.001), Series: []doc.Series{{Name: "CO2", Values: numbers(0.005, 0.004)}}}, 150 * geom.MM, 60 * geom.MM,
		"Zielwert 0,001: „CO2“ fällt von 0,005 auf 0,004."},
	{"sign", "de", &doc.Sign{Name: "calendar", Ink: 1}, 10 * geom.MM, 0, ""},
}

// schedule has a row of every kind: running, to come, over, without an end, without any date.
func schedule() *doc.Gantt {
	day := doc.DayOf
	return &doc.Gantt{Unit: "Vorhaben", Today: day(2024, 6, 30), HasToday: true, Written: "30.06.2024", Lanes: []doc.Lane{
		{Title: "A Arbeit", Ink: 1, Tasks: []doc.Task{
			{Code: "A 1", Label: "Beratung", State: "in Arbeit", Symbol: "phase-2", Begin: day(2023, 4, 1), HasBegin: true, From: "April 2023", End: day(2025, 12, 31), HasEnd: true, To: "Ende 2025",
				Markers: []doc.Marker{{Label: "Start", When: "Mai 2023", Day: day(2023, 5, 31), Done: true}, {Label: "Bericht", When: "2025", Day: day(2025, 2, 1)}}},
			{Code: "A 2", Label: "Netz", State: "in Arbeit", Symbol: "phase-2", Begin: day(2024, 1, 1), HasBegin: true, From: "2024"},
			{Code: "A 3", Label: "Messe", State: "fertig", Bar: doc.BarDark, Begin: day(2023, 1, 1), HasBegin: true, From: "2023", End: day(2023, 12, 31), HasEnd: true, To: "2023"}}},
		{Title: "B Bildung", Tasks: []doc.Task{
			{Code: "B 1", Label: "Kurs", State: "geplant", Bar: doc.BarHatched, Begin: day(2025, 1, 1), HasBegin: true, From: "2025", End: day(2025, 6, 30), HasEnd: true, To: "Mitte 2025"},
			{Code: "B 2", Label: "Idee", State: "offen", Bar: doc.BarOpen}}}}}
}

func TestDrawingsAreAsInTheGoldens(t *testing.T) {
	for _, d := range drawings {
		t.Run(d.name, func(t *testing.T) {
			r := Draw(d.d, d.w, d.h, setting(t, d.lang))
			if r.Fault != nil || !strings.Contains(r.Alt, d.words) {
				t.Errorf("sentence %q lacks %q (%v)", r.Alt, d.words, r.Fault)
			}
			golden.Compare(t, d.name+".txt", dump(r))
		})
	}
}

func TestDrawingsStayWithinTheirSize(t *testing.T) {
	for _, d := range drawings {
		r := Draw(d.d, d.w, d.h, setting(t, d.lang))
		if r.Size.W > d.w {
			t.Errorf("%s: %v wide in %v", d.name, r.Size.W, d.w)
		}
		for _, it := range whole(r) {
			if b := bounds(it); b.X < -geom.Pt || b.Y < -geom.Pt || b.Right() > r.Size.W+geom.Pt || b.Bottom() > r.Size.H+geom.Pt {
				t.Errorf("%s: %T at %v leaves %vx%v", d.name, it, b, r.Size.W, r.Size.H)
			}
		}
	}
}

func TestBarsBeginAtZero(t *testing.T) {
	r := Draw(&doc.Bars{Horizontal: true, Labels: []string{"a", "b"}, Series: []doc.Series{{Values: numbers(50, 100)}}}, 100*geom.MM, 0, canvas.Setting{})
	small, large := r.Items[0].(*page.Rect).Box, r.Items[1].(*page.Rect).Box
	if off := small.W*2 - large.W; small.X != large.X || off < -1 || off > 1 {
		t.Errorf("50 is %v, 100 is %v", small, large)
	}
}

func TestMissingGlyphsOfLabelsAreReported(t *testing.T) {
	r := Draw(&doc.Bars{Horizontal: true, Labels: []string{"ein 😀"}, Series: []doc.Series{{Values: numbers(1)}}}, 100*geom.MM, 0, setting(t, "de"))
	if len(r.Missing) != 1 || r.Missing[0].Rune != '😀' {
		t.Errorf("expected the one missing glyph, found %v", r.Missing)
	}
}

func TestRowsHoldEveryValue(t *testing.T) {
	for _, d := range drawings {
		b, ok := d.d.(*doc.Bars)
		if !ok {
			continue
		}
		rows := Draw(b, d.w, d.h, canvas.Setting{}).Rows
		if len(rows) != len(b.Labels)+1 || len(rows[1]) < len(b.Series)+1 {
			t.Errorf("%s: %d rows for %d labels", d.name, len(rows), len(b.Labels))
		}
	}
}

func TestStepsAreRound(t *testing.T) {
	for span, want := range map[float64]float64{4: 1, 10: 5, 0.8: 0.2, 12500: 5000, 3: 1} {
		if got := number.Step(exactly(span), 4); got.Cmp(exactly(want)) != 0 {
			t.Errorf("a span of %v in steps of %v, want %v", span, got, want)
		}
	}
}

func FuzzLabels(f *testing.F) {
	st := setting(f, "de")
	f.Add("Bürger*innen", "Personen", 12.5, -3.0)
	f.Add("\x00\u202e\n\xff", strings.Repeat("W", 500), math.Inf(1), 1e300)
	f.Fuzz(func(t *testing.T, label, unit string, v, w float64) {
		if len(label)+len(unit) > 2000 {
			return
		}
		for _, d := range []doc.Drawing{
			&doc.Bars{Labels: []string{label, unit}, Unit: unit, Series: []doc.Series{{Name: label, Values: numbers(v, w)}, {Values: numbers(w)}}, Target: numbers(w)},
			&doc.Bars{Horizontal: true, Stacked: true, Labels: []string{label}, Series: []doc.Series{{Values: numbers(v)}, {Values: numbers(w)}}},
			&doc.Lines{Labels: []string{label, "b"}, Unit: unit, Series: []doc.Series{{Name: unit, Values: numbers(v, w)}}, Target: exactly(w), HasTarget: true},
		} {
			r := Draw(d, 80*geom.MM, 0, st)
			if len(r.Rows) < 2 || r.Alt == "" || r.Size.H <= 0 || r.Size.H > 100000*geom.Pt {
				t.Fatalf("%d rows, sentence %q, size %v", len(r.Rows), r.Alt, r.Size)
			}
		}
	})
}

func BenchmarkBars(b *testing.B) {
	st := setting(b, "de")
	d := drawings[3].d
	b.ReportAllocs()
	for b.Loop() {
		Draw(d, 150*geom.MM, 0, st)
	}
}

func bounds(it page.Item) geom.Box {
	switch it := it.(type) {
	case *page.Rect:
		return it.Box
	case *page.Text:
		return geom.Box{X: it.X, Y: it.Y - it.Run.Size*7/10, W: it.Run.Width(), H: it.Run.Size * 7 / 10}
	case *page.Shape:
		b := geom.Box{X: it.Path.Points[0].X, Y: it.Path.Points[0].Y}
		for _, q := range it.Path.Points {
			x, y := min(b.X, q.X), min(b.Y, q.Y)
			b = geom.Box{X: x, Y: y, W: max(b.Right(), q.X) - x, H: max(b.Bottom(), q.Y) - y}
		}
		return b
	}
	return geom.Box{}
}

func dump(r Result) string {
	var s strings.Builder
	heard, _ := r.Heard("The values stand below.")
	fmt.Fprintf(&s, "size %sx%s\nalt %s\n", r.Size.W, r.Size.H, heard)
	for _, row := range r.Rows {
		fmt.Fprintf(&s, "row %s\n", strings.Join(row, " | "))
	}
	for i, strip := range r.Strips {
		fmt.Fprintf(&s, "strip %s cut %d", strip.Height, strip.Cut)
		if i < r.Head {
			s.WriteString(" again")
		}
		s.WriteString("\n")
		dumpItems(&s, strip.Items)
	}
	dumpItems(&s, r.Items)
	return s.String()
}

func dumpItems(s *strings.Builder, items []page.Item) {
	for _, it := range items {
		switch it := it.(type) {
		case *page.Rect:
			fmt.Fprintf(s, "rect %s ink %d\n", it.Box, it.Ink)
		case *page.Text:
			fmt.Fprintf(s, "text %s,%s %q\n", it.X, it.Y, it.Run.Text)
		case *page.Shape:
			s.WriteString(dumpShape(it))
		}
	}
}

// whole is a drawing in one piece: strips below each other.
func whole(r Result) []page.Item {
	items := r.Items
	y := geom.Length(0)
	for _, s := range r.Strips {
		items = append(items, Place(s.Items, geom.Point{Y: y}, nil)...)
		y += s.Height
	}
	return items
}

func dumpShape(it *page.Shape) string {
	var s strings.Builder
	fmt.Fprintf(&s, "shape fill %v %d hatch %d line %d %s dash %s", it.Filled, it.Fill, it.Hatch, it.Line, it.Weight, it.Dash)
	k := 0
	for _, v := range it.Path.Verbs {
		s.WriteString([]string{" M", " L", " C", " Z"}[v])
		for range []int{1, 1, 3, 0}[v] {
			fmt.Fprintf(&s, " %s,%s", it.Path.Points[k].X, it.Path.Points[k].Y)
			k++
		}
	}
	return s.String() + "\n"
}

func TestFewBarsDoNotSwellToFillAHeight(t *testing.T) {
	r := Draw(&doc.Bars{Labels: []string{"eins"}, Horizontal: true, Series: []doc.Series{{Values: numbers(1)}}}, 300*geom.Pt, 200*geom.Pt, setting(t, "de"))
	if r.Size.H > 40*geom.Pt {
		t.Errorf("one bar takes %v", r.Size.H)
	}
}
