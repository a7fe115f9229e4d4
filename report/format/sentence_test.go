package format

import (
	"slices"
	"strings"
	"testing"
)

func TestSentences(t *testing.T) {
	for _, c := range []string{
		"Das ist ein Plan.|Er gilt für alle.",
		"Wir treffen uns am 3. April um 14 Uhr.|Kommen Sie?|Ja!",
		"Das Konzept ist von 2014.|Danach kam viel.",
		"Es gibt z. B. Kurse.|Frau Dr. Meier hilft.",
		"Sie sagte: „Das ist gut.“|Dann ging sie.",
		"Rathausstr. 5 ist der Ort.|Zimmer 12.|",
		"Nr. 3 und Abs. 2 gelten usw.|Das reicht.",
		"Ohne Punkt",
		"",
	} {
		want := strings.FieldsFunc(c, func(r rune) bool { return r == '|' })
		got := Sentences(strings.ReplaceAll(c, "|", " "))
		if strings.Join(got, "|") != strings.Join(want, "|") {
			t.Errorf("expected %q, found %q", want, got)
		}
	}
}

// A blank line ends a sentence; a sentence keeps its lines, so that lists stay lists.
func TestSentencesOfSeveralLines(t *testing.T) {
	got := Sentences(" Die Stadt\n\nDer Ver\u00ad\nein tagt\nheute. Es gibt:\n  • Tee\u00a0A\n  • Obst.\n  • Brot\n")
	if want := []string{"Die Stadt", "\n\nDer Ver\u00ad\nein tagt\nheute.", "Es gibt:\n  • Tee\u00a0A\n  • Obst.", "\n  • Brot"}; !slices.Equal(got, want) {
		t.Errorf("expected %q, found %q", want, got)
	}
}

// FuzzSentences asserts that no word is lost, changed or moved.
func FuzzSentences(f *testing.F) {
	f.Add("Das ist ein Plan. Er gilt am 3. April für „alle“.")
	f.Fuzz(func(t *testing.T, s string) {
		if got, want := strings.Join(strings.Fields(strings.Join(Sentences(s), " ")), " "), strings.Join(strings.Fields(s), " "); got != want {
			t.Errorf("expected %q, found %q", want, got)
		}
	})
}
