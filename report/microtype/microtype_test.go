package microtype

import (
	"fmt"
	"os"
	"strings"
	"testing"
	"unicode"
)

// visible writes the spaces that cases cannot show.
var visible = strings.NewReplacer("~", noBreak, "^", narrow, "¬", "\u00ad", "⎵", " ")

func germanStyle() Style {
	return Style{Quotes: QuotesOf("", false), Thousands: ".", Regroup: true, Percent: narrow}
}

func englishStyle() Style {
	return Style{English: true, Quotes: QuotesOf("", true), Thousands: ",", Regroup: true}
}

// options are the words of a case file's section line: "## dates=zahl phone=din".
func options(s *Style, line string) error {
	for _, word := range strings.Fields(strings.TrimPrefix(line, "##")) {
		key, value, ok := strings.Cut(word, "=")
		switch {
		case !ok:
		case key == "quotes":
			s.Quotes = QuotesOf(value, s.English)
		case key == "thousands":
			s.Thousands = map[string]string{"punkt": ".", "schmal": narrow, "ohne": ""}[value]
		case key == "percent":
			s.Percent = map[string]string{"schmal": narrow, "normal": noBreak}[value]
		case key == "dates":
			s.PadDates = value == "zahl"
		case key == "phone":
			s.Phone = map[string]Phone{"din": PhoneDIN, "schrägstrich": PhoneSlash, "klammer": PhoneBracket}[value]
		default:
			return fmt.Errorf("unknown option %q", word)
		}
	}
	return nil
}

// TestCases reads pairs of texts from testdata; each must stay as it is when it is set again.
func TestCases(t *testing.T) {
	for _, c := range []struct {
		file  string
		style func() Style
		least int
	}{{"de", germanStyle, 300}, {"council", germanStyle, 700}, {"en", englishStyle, 140}} {
		data, err := os.ReadFile("testdata/" + c.file + ".txt")
		if err != nil {
			t.Fatal(err)
		}
		style, n := c.style(), 0
		var s Setter
		for i, line := range strings.Split(string(data), "\n") {
			switch {
			case strings.HasPrefix(line, "##"):
				style = c.style()
				if err := options(&style, line); err != nil {
					t.Fatalf("%s.txt:%d: %v", c.file, i+1, err)
				}
				continue
			case line == "" || strings.HasPrefix(line, "#"):
				continue
			}
			in, want, changes := strings.Cut(line, " => ")
			if !changes {
				in = strings.TrimSuffix(line, " =")
				want = in
			}
			in, want = visible.Replace(in), visible.Replace(want)
			n++
			if got := Apply(in, s.Edits(in, &style)); got != want {
				t.Errorf("%s.txt:%d: %q: expected %q, found %q", c.file, i+1, in, want, got)
			}
			if again := Apply(want, s.Edits(want, &style)); again != want {
				t.Errorf("%s.txt:%d: %q changes again to %q", c.file, i+1, want, again)
			}
		}
		if n < c.least {
			t.Errorf("%s: only %d cases", c.file, n)
		}
	}
}

// styles are all ways of writing, for fuzzing.
func styles() []Style {
	list := []Style{englishStyle()}
	for _, marks := range []string{"", "»«", "«»"} {
		for k, thousands := range []string{".", narrow, ""} {
			list = append(list, Style{Quotes: QuotesOf(marks, false), Thousands: thousands, Regroup: k > 0, Percent: [...]string{narrow, noBreak}[k%2],
				PadDates: k == 1, Phone: Phone(k + 1)})
		}
	}
	return append(list, Style{Quotes: QuotesOf("", false), Percent: noBreak})
}

// FuzzText asserts the accounts: edits lie in order within the text, no letter or figure is lost or moved (a date may gain
// a zero), and a second pass changes nothing.
func FuzzText(f *testing.F) {
	for _, name := range []string{"de", "council", "en"} {
		data, err := os.ReadFile("testdata/" + name + ".txt")
		if err != nil {
			f.Fatal(err)
		}
		for _, line := range strings.Split(string(data), "\n") {
			in, _, _ := strings.Cut(line, " => ")
			f.Add(visible.Replace(in), byte(1))
		}
	}
	all := styles()
	f.Fuzz(func(t *testing.T, in string, k byte) {
		style := &all[int(k)%len(all)]
		var s Setter
		edits := s.Edits(in, style)
		at := 0
		for _, e := range edits {
			if e.From < at || e.To < e.From || e.To > len(in) {
				t.Fatalf("%q: edits out of order: %v", in, edits)
			}
			at = e.To
		}
		got := Apply(in, edits)
		if !accounted(in, got) {
			t.Fatalf("%q became %q", in, got)
		}
		if again := Apply(got, s.Edits(got, style)); again != got {
			t.Fatalf("%q became %q, then %q", in, got, again)
		}
	})
}

// accounted tells whether out holds the letters and figures of in, in order, and nothing more but zeros.
func accounted(in, out string) bool {
	a, b := letters(in), letters(out)
	k := 0
	for _, r := range b {
		if k < len(a) && a[k] == r {
			k++
		} else if r != '0' {
			return false
		}
	}
	return k == len(a)
}

func letters(s string) (list []rune) {
	for _, r := range s {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) || r == '\u00ad' || r == unicode.ReplacementChar {
			list = append(list, r)
		}
	}
	return list
}

// TestHostileTextsTakeNoTime sets 200 KB of what makes rules look back or ahead; the time is the test run's own limit.
func TestHostileTextsTakeNoTime(t *testing.T) {
	style := germanStyle()
	for _, unit := range []string{"111 ", "§§ 1-2, ", "'a ", "a' ", "z. B. ", "»", "»«", "\"", "‚", "‚s’ ", "Nr.5 ", "1–", "("} {
		var s Setter
		text := strings.Repeat(unit, 200_000/len(unit))
		if out := Apply(text, s.Edits(text, &style)); !accounted(text, out) {
			t.Errorf("%q: something is lost", unit)
		}
	}
}

func TestTextsWithNothingToDoCostNoMemory(t *testing.T) {
	style := germanStyle()
	var s Setter
	texts := plainTexts()
	for _, in := range texts {
		s.Edits(in, &style)
	}
	if n := testing.AllocsPerRun(20, func() {
		for _, in := range texts {
			if edits := s.Edits(in, &style); len(edits) > 0 {
				t.Fatalf("%q: %v", in, edits)
			}
		}
	}); n > 0 {
		t.Errorf("%v allocations", n)
	}
}

func plainTexts() []string {
	return []string{
		"Die Lotsenstelle begleitet Zugewanderte vom ersten Gespräch bis zum Bescheid und wertet zweimal im Jahr aus.",
		visible.Replace("Der Rat hat am 27.~Juni 2012 beschlossen, die „Brücken“ weiterzubauen; dafür stehen 12.500~Euro bereit, z.^B. 2024–2027."),
		"IT-Sicherheit, Vor- und Nachteile (XVIII/0354), https://www.frankenthal.de/a-b?c=1-2 und Bürger*innen – 14:00–17:30.",
	}
}

func BenchmarkEdits(b *testing.B) {
	style := germanStyle()
	var s Setter
	texts, n := plainTexts(), 0
	for _, in := range texts {
		n += len(in)
	}
	b.SetBytes(int64(n))
	b.ReportAllocs()
	for b.Loop() {
		for _, in := range texts {
			s.Edits(in, &style)
		}
	}
}

// TestCasesJoined puts cases behind each other, as they stand in paragraphs: hardly any of them may be left as it is
// because a second pass would change it again, and no change may lie in another.
func TestCasesJoined(t *testing.T) {
	data, err := os.ReadFile("testdata/council.txt")
	if err != nil {
		t.Fatal(err)
	}
	var cases []string
	for _, line := range strings.Split(string(data), "\n") {
		if line != "" && line[0] != '#' {
			in, _, _ := strings.Cut(line, " => ")
			cases = append(cases, visible.Replace(strings.TrimSuffix(in, " =")))
		}
	}
	for k, style := range styles() {
		left := 0
		for i := range cases {
			text := cases[i] + [...]string{" ", ", ", ". ", " und "}[(i+k)%4] + cases[(7*i+13*k)%len(cases)]
			first := Setter{second: true}
			edits := first.Edits(text, &style)
			at := 0
			for _, e := range edits {
				if e.From < at {
					t.Fatalf("%q: changes out of order: %v", text, edits)
				}
				at = e.To
			}
			if len(edits) > 0 && (&Setter{}).Edits(text, &style) == nil {
				left++
			}
		}
		if left > 1 {
			t.Errorf("style %d: %d of %d texts are not understood", k, left, len(cases))
		}
	}
}
