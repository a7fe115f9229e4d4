package pdf

import "testing"

func TestEveryRomanNumberComesBack(t *testing.T) {
	for n := 1; n < 1000; n++ {
		if got := ParseRoman(Roman(n)); got != n && len(Roman(n)) <= 12 {
			t.Errorf("%d became %s and then %d", n, Roman(n), got)
		}
	}
}

func TestStringsAreWrittenAsPDFReadsThem(t *testing.T) {
	for s, want := range map[string]string{
		"a(b)\\":     `(a\(b\)\\)`,
		"ä":          "<FEFF00E4>",
		"\U0001F600": "<FEFFD83DDE00>",
		"":           "()",
	} {
		got := string(AppendText(nil, s))
		if got != want {
			t.Errorf("%q: got %s, want %s", s, got, want)
		}
		l := Lexer{b: []byte(got)}
		if back := (&Reader{}).Text(l.Object()); back != s {
			t.Errorf("%q came back as %q", s, back)
		}
	}
	if got := string(AppendName(nil, "A B#/ä")); got != "/A#20B#23#2F#C3#A4" {
		t.Errorf("name: %s", got)
	}
}
