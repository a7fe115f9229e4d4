package typo

import (
	"os"
	"strings"
	"testing"
	"unicode"

	"konzept/report/doc"
)

var visible = strings.NewReplacer("~", noBreak, "^", narrow)

func german() Style  { return Style{Lang: "de-DE", Thousands: ".", Percent: narrow} }
func english() Style { return Style{Lang: "en-GB", Thousands: ","} }

// TestCases reads pairs of texts from testdata.
func TestCases(t *testing.T) {
	for _, c := range []struct {
		file  string
		style Style
		least int
	}{{"de", german(), 150}, {"en", english(), 30}} {
		data, err := os.ReadFile("testdata/" + c.file + ".txt")
		if err != nil {
			t.Fatal(err)
		}
		n := 0
		for i, line := range strings.Split(string(data), "\n") {
			if line == "" || strings.HasPrefix(line, "#") {
				continue
			}
			in, want, changes := strings.Cut(line, " => ")
			if !changes {
				in = strings.TrimSuffix(line, " =")
				want = in
			}
			in, want = visible.Replace(in), visible.Replace(want)
			n++
			p := New(c.style)
			if got := p.Text(in); got != want {
				t.Errorf("%s.txt:%d: %q: expected %q, found %q", c.file, i+1, in, want, got)
			}
			if again := New(c.style).Text(want); again != want {
				t.Errorf("%s.txt:%d: %q changes again to %q", c.file, i+1, want, again)
			}
			if (p.Total() > 0) != (in != want) {
				t.Errorf("%s.txt:%d: %d changes told", c.file, i+1, p.Total())
			}
		}
		if n < c.least {
			t.Errorf("%s: only %d cases", c.file, n)
		}
	}
}

func TestNarrowGroups(t *testing.T) {
	s := german()
	s.Thousands = narrow
	for in, want := range map[string]string{"49.560 Einwohner": "49^560 Einwohner", "1.250 Euro": "1.250~Euro", "27.06.2012": "27.06.2012", "12500 Euro": "12^500~Euro"} {
		if got := New(s).Text(in); got != visible.Replace(want) {
			t.Errorf("%q: expected %q, found %q", in, want, got)
		}
	}
}

// TestAcrossChangesOfType sees a paragraph as a whole: quotation marks and spaces at the edges of bold words and links.
func TestAcrossChangesOfType(t *testing.T) {
	a, b, c := &doc.Text{Text: `Das "`}, &doc.Text{Text: "Ziel", Look: doc.Look{Bold: true}}, &doc.Text{Text: `" am 3.`}
	d := &doc.Text{Text: " April auf Seite "}
	New(german()).Inlines([]doc.Inline{a, b, &doc.Link{Inlines: []doc.Inline{c}}, d, &doc.PageRef{Anchor: "x"}})
	if got, want := a.Text+b.Text+c.Text+d.Text, visible.Replace("Das „Ziel“ am 3.~April auf Seite "); got != want {
		t.Errorf("expected %q, found %q", want, got)
	}
}

func TestAForeignPassageKeepsItsRules(t *testing.T) {
	a := &doc.Text{Text: `He said "yes" - twice`, Lang: "en"}
	New(german()).Inlines([]doc.Inline{a})
	if a.Text != `He said "yes" - twice` {
		t.Errorf("found %q", a.Text)
	}
}

func TestTheTallyTellsWhatChanged(t *testing.T) {
	p := New(german())
	for range 5 {
		p.Text(`Er sagte "Ja" am 3. April`)
	}
	if p.Count[Quotes] != 10 || p.Count[NoBreaks] != 5 || len(p.Examples[Quotes]) != examples {
		t.Errorf("found %v, %d examples", p.Count, len(p.Examples[Quotes]))
	}
	if e := p.Examples[Quotes][0]; e.Before != `Er sagte "Ja" am 3. April` || e.After != `Er sagte „Ja" am 3. April` {
		t.Errorf("found %q, %q", e.Before, e.After)
	}
}

// FuzzText asserts that no letter or figure is lost, invented or moved, and that a second run changes nothing.
func FuzzText(f *testing.F) {
	for _, s := range []string{`"a 'b' c" - 3. April z.B. 20%`, "06233/89-390 12.500 Euro 14:00-17:30", "»x« „y“ ...", "- -5 (-3) 5€ +49 6233 1", "www.a.b/c-1 a@b.c 1-2"} {
		f.Add(s, false)
		f.Add(s, true)
	}
	f.Fuzz(func(t *testing.T, s string, eng bool) {
		style := german()
		if eng {
			style = english()
		}
		got := New(style).Text(s)
		if skeleton(got) != skeleton(s) {
			t.Fatalf("%q became %q", s, got)
		}
		if again := New(style).Text(got); again != got {
			t.Fatalf("%q became %q, then %q", s, got, again)
		}
	})
}

// skeleton is what no rule may touch. Three full stops, x between figures and signs of spacing may change.
func skeleton(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) && r != 'x' || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, s)
}

func BenchmarkText(b *testing.B) {
	p := New(german())
	texts := []string{"Die Lotsenstelle begleitet Zugewanderte vom ersten Gespräch bis zum Bescheid und wertet zweimal im Jahr aus.",
		"Der Rat hat am 27.\u00a0Juni 2012 beschlossen, die „Brücken“ weiterzubauen; dafür stehen 12.500\u00a0Euro bereit."}
	t := doc.Text{}
	list := []doc.Inline{&t}
	n := 0
	for _, s := range texts {
		n += len(s)
	}
	b.SetBytes(int64(n))
	b.ReportAllocs()
	for b.Loop() {
		for _, s := range texts {
			t.Text = s
			p.Inlines(list)
		}
	}
}
