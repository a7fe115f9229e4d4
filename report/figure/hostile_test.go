package figure

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"konzept/report/canvas"
	"konzept/report/doc"
	"konzept/report/geom"
	"konzept/report/number"
	"konzept/report/page"
)

// exactly is a test's number; what binary fractions have beside numbers is unknown.
func exactly(f float64) number.Decimal {
	d, _ := number.ParseCell(strconv.FormatFloat(f, 'g', -1, 64))
	return d
}

func numbers(fs ...float64) []number.Decimal {
	var out []number.Decimal
	for _, f := range fs {
		out = append(out, exactly(f))
	}
	return out
}

// made draws one kind of figure with n entries of the given labels and values.
var made = map[string]func(labels []string, value func(i int) float64) doc.Drawing{
	"bars": func(labels []string, value func(i int) float64) doc.Drawing {
		d := &doc.Bars{Horizontal: true, Labels: labels, Series: make([]doc.Series, 1)}
		for i := range labels {
			d.Series[0].Values = append(d.Series[0].Values, exactly(value(i)))
		}
		return d
	},
	"donut": func(labels []string, value func(i int) float64) doc.Drawing {
		d := &doc.Donut{}
		for i, l := range labels {
			d.Parts = append(d.Parts, doc.Slice{Label: l, Value: exactly(value(i)), Hatch: i % 6})
		}
		return d
	},
	"progress": func(labels []string, value func(i int) float64) doc.Drawing {
		d := &doc.Progress{}
		for i, l := range labels {
			d.Rows = append(d.Rows, doc.Steps{Label: l, Done: exactly(value(i)), Of: number.Int(7)})
		}
		return d
	},
	"gantt": func(labels []string, value func(i int) float64) doc.Drawing {
		d := &doc.Gantt{Today: 739000, HasToday: true, Written: "00.00.0000"}
		for i, l := range labels {
			if i%40 == 0 {
				d.Lanes = append(d.Lanes, doc.Lane{})
			}
			v := doc.Day(math.Max(-1e6, math.Min(value(i), 3e6)))
			lane := &d.Lanes[len(d.Lanes)-1]
			lane.Tasks = append(lane.Tasks, doc.Task{Label: l, Begin: 739000 + v, HasBegin: i%3 > 0, End: 739100, HasEnd: i%4 > 0, Bar: doc.Bar(i % 6), Markers: []doc.Marker{{Day: v}}})
		}
		return d
	},
	"tree": func(labels []string, value func(i int) float64) doc.Drawing {
		d := &doc.Tree{}
		for i, l := range labels {
			d.Nodes = append(d.Nodes, doc.Branch{Depth: i % 9, Label: l})
		}
		return d
	},
	"flow": func(labels []string, value func(i int) float64) doc.Drawing {
		d := &doc.Flow{Stages: make([]doc.Stage, 2)}
		for i, l := range labels {
			d.Stages[i%2].Stops = append(d.Stages[i%2].Stops, doc.Stop{Label: l})
			d.Ribbons = append(d.Ribbons, doc.Ribbon{From: i / 2, To: (i + 1) / 3, Value: exactly(value(i))}, doc.Ribbon{Stage: i - 1, From: -i, To: i, Value: exactly(value(i))})
		}
		return d
	},
	"places": func(labels []string, value func(i int) float64) doc.Drawing {
		d := &doc.Places{}
		for i, l := range labels {
			if i%7 == 0 {
				d.Rows = append(d.Rows, doc.Place{})
			}
			r := &d.Rows[len(d.Rows)-1]
			r.Items = append(r.Items, doc.Tag{Label: l})
		}
		return d
	},
}

// letters are the letters of all texts as they are drawn, without what breaking adds.
func letters(items []page.Item) string {
	var b strings.Builder
	for _, it := range items {
		if t, ok := it.(*page.Text); ok {
			b.WriteString(bareLetters(t.Run.Text))
		}
	}
	return b.String()
}

func bareLetters(s string) string {
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune(" \u00A0\u202F\u00AD-‐", r) {
			return -1
		}
		return r
	}, s)
}

// TestEveryLabelIsDrawnOnce: whatever the number of entries and the length of their labels, none is lost or doubled, and
// nothing leaves the drawing sideways.
func TestEveryLabelIsDrawnOnce(t *testing.T) {
	st := setting(t, "de")
	for name, make := range made {
		for _, n := range []int{1, 2, 9, 500} {
			for _, long := range []int{0, 300} {
				if n == 500 && long > 0 || n == 1 && name == "flow" { // one stop is no flow
					continue
				}
				var labels []string
				for i := range n {
					labels = append(labels, fmt.Sprintf("Q%03dZ", i)+strings.Repeat(" wort", long/5))
				}
				r := Draw(make(labels, func(i int) float64 { return float64(i + 1) }), 120*geom.MM, 0, st)
				items := whole(r)
				said := letters(items)
				for _, l := range labels {
					if got := strings.Count(said, bareLetters(l)[:5]); got != 1 {
						t.Fatalf("%s of %d with %d letters: %q is drawn %d times", name, n, long, l[:5], got)
					}
				}
				if want := long / 5 * n; strings.Count(said, "wort") != want {
					t.Errorf("%s of %d: %d of %d words are drawn", name, n, strings.Count(said, "wort"), want)
				}
				within(t, name, r, items)
				if alt, whole := r.Heard("The values stand below."); utf8.RuneCountInString(alt) > 300 || !whole {
					t.Errorf("%s of %d: %d letters are too many to be heard: %q", name, n, utf8.RuneCountInString(alt), alt)
				}
			}
		}
	}
}

func within(t *testing.T, name string, r Result, items []page.Item) {
	t.Helper()
	for _, it := range items {
		b := bounds(it)
		if text, ok := it.(*page.Text); ok && strings.HasSuffix(text.Run.Text, " ") { // the space behind it has no ink
			g := text.Run.Glyphs
			b.W -= text.Run.Size.Mul(int64(text.Run.Face.Advance(g[len(g)-1].ID)), int64(text.Run.Face.UnitsPerEm()))
		}
		if b.X < -geom.Pt || b.Y < -2*geom.Pt || b.Right() > r.Size.W+geom.Pt || b.Bottom() > r.Size.H+geom.Pt {
			t.Errorf("%s: %T at %v leaves %vx%v", name, it, b, r.Size.W, r.Size.H)
			return
		}
	}
}

// TestNothingAndNonsenseAreDrawnCalmly: no entries, and values that are none, below zero or beyond all measure.
func TestNothingAndNonsenseAreDrawnCalmly(t *testing.T) {
	st := setting(t, "en")
	for name, make := range made {
		if r := Draw(make(nil, nil), 120*geom.MM, 0, st); r.Alt == "" && name != "donut" || len(r.Strips) > 1 {
			t.Errorf("%s of nothing: %q, %d strips", name, r.Alt, len(r.Strips))
		}
		for _, v := range []float64{math.NaN(), math.Inf(1), -5, 0, 1e300, 1e-300} {
			for _, width := range []geom.Length{0, geom.Pt, 20 * geom.MM, 400 * geom.MM} {
				r := Draw(make([]string{"a", "b", "c", "d", "e"}, func(int) float64 { return v }), width, 0, st)
				if r.Alt == "" || len(r.Rows) < 2 || r.Size.H < 0 || r.Size.H > 20000*geom.Pt {
					t.Errorf("%s with %v, %s wide: %q, %d rows, %s tall", name, v, width, r.Alt, len(r.Rows), r.Size.H)
				}
			}
		}
	}
}

// TestBarsOfASchedulePrintApart: in grey, each kind of bar differs from the others by more than its tone.
func TestBarsOfASchedulePrintApart(t *testing.T) {
	seen := map[string]doc.Bar{}
	for kind := doc.BarFull; kind <= doc.BarThin; kind++ {
		d := &doc.Gantt{Lanes: []doc.Lane{{Ink: 1, Tasks: []doc.Task{{Begin: 739000, HasBegin: true, End: 739300, HasEnd: true, Bar: kind}}}}}
		for _, it := range whole(Draw(d, 120*geom.MM, 0, canvas.Setting{Palette: palette})) {
			s, ok := it.(*page.Shape)
			if !ok {
				continue
			}
			look := fmt.Sprintf("filled %v with %d, hatch %d, line %s, dash %s, height %s", s.Filled, s.Fill, s.Hatch, s.Weight, s.Dash, bounds(s).H)
			if other, ok := seen[look]; ok {
				t.Errorf("bars %d and %d look alike: %s", kind, other, look)
			}
			seen[look] = kind
		}
	}
	if len(seen) != 6 {
		t.Errorf("%d looks of 6 kinds", len(seen))
	}
}

// TestPartsOfARingPrintApart: no two neighbours have one hatch and one tone.
func TestPartsOfARingPrintApart(t *testing.T) {
	d := &doc.Donut{}
	for range 6 {
		d.Parts = append(d.Parts, doc.Slice{Label: "x", Value: exactly(1)})
	}
	var hatches []int
	for _, it := range Draw(d, 150*geom.MM, 0, canvas.Setting{Palette: palette}).Items {
		if s, ok := it.(*page.Shape); ok && len(s.Path.Points) > 12 && s.Fill == 1 {
			hatches = append(hatches, s.Hatch)
		}
	}
	for i := range hatches {
		if hatches[i] == hatches[(i+1)%len(hatches)] {
			t.Errorf("neighbours share hatch %d", hatches[i])
		}
	}
	if len(hatches) != 6 {
		t.Errorf("%d parts of 6", len(hatches))
	}
}

// TestDaysCountAsTheCalendarDoes compares with known days and walks through four centuries.
func TestDaysCountAsTheCalendarDoes(t *testing.T) {
	if a, b := doc.DayOf(2024, 2, 28), doc.DayOf(2024, 3, 1); b-a != 2 {
		t.Errorf("%d days from 28.02. to 01.03.2024", b-a)
	}
	if a, b := doc.DayOf(1900, 2, 28), doc.DayOf(1900, 3, 1); b-a != 1 {
		t.Errorf("%d days from 28.02. to 01.03.1900", b-a)
	}
	if got := doc.DayOf(2000, 1, 1) - doc.DayOf(1970, 1, 1); got != 10957 {
		t.Errorf("%d days from 1970 to 2000", got)
	}
	for y := 1800; y < 2200; y++ {
		if first, last := doc.DayOf(y, 1, 1), doc.DayOf(y, 12, 31); first.Year() != y || last.Year() != y || last+1 != doc.DayOf(y+1, 1, 1) {
			t.Errorf("%d runs from %d to %d", y, first.Year(), last.Year())
		}
	}
}

// FuzzFigures draws every kind with strange labels and values: nothing panics, grows beyond measure or says nothing.
func FuzzFigures(f *testing.F) {
	st := setting(f, "de")
	f.Add("Bürger*innen", "b", 3.0, 40)
	f.Add("\x00\u202e\n\xff", strings.Repeat("W", 300), math.Inf(-1), 3)
	f.Fuzz(func(t *testing.T, a, b string, v float64, millimetres int) {
		if len(a)+len(b) > 1000 || millimetres < 5 || millimetres > 400 {
			return
		}
		for name, make := range made {
			r := Draw(make([]string{a, b, a + b, "c"}, func(i int) float64 { return v * float64(i) }), geom.Length(millimetres)*geom.MM, 0, st)
			if r.Alt == "" || len(r.Rows) < 2 || r.Size.H < 0 || r.Size.H > 200000*geom.Pt {
				t.Fatalf("%s: %q, %d rows, %s tall", name, r.Alt, len(r.Rows), r.Size.H)
			}
			for _, s := range r.Strips {
				if s.Height < 0 {
					t.Fatalf("%s: a strip of %s", name, s.Height)
				}
			}
		}
	})
}

// TestABarOfNextToNothingIsSeen: one in a million beside the whole still prints as a line that a print shop can hold.
func TestABarOfNextToNothingIsSeen(t *testing.T) {
	for _, horizontal := range []bool{true, false} {
		r := Draw(&doc.Bars{Labels: []string{"viel", "wenig"}, Horizontal: horizontal, Series: []doc.Series{{Ink: 1, Values: numbers(1000000, 1)}}}, 100*geom.MM, 0, setting(t, "de"))
		for _, it := range r.Items {
			if x, ok := it.(*page.Rect); ok && min(x.Box.W, x.Box.H) < geom.Pt/4 {
				t.Errorf("horizontal %t: a bar of %v x %v", horizontal, x.Box.W, x.Box.H)
			}
		}
	}
}
