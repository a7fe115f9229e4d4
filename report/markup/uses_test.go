package markup

import "testing"

func TestAWordIsUsedInItsOwnSense(t *testing.T) {
	for _, c := range []struct {
		text, word string
		except     []string
		want       bool
	}{
		{"Die Anerkennung dauert lange.", "Anerkennung", nil, true},
		{"Wertschätzung und Anerkennung zählen.", "Anerkennung", []string{"Wertschätzung und Anerkennung"}, false},
		{"Wertschätzung und Anerkennung; die Anerkennung von Abschlüssen", "Anerkennung", []string{"Wertschätzung und Anerkennung"}, true},
		{"Die Handlungsfelder stehen fest.", "Handlungsfeld", nil, true},
		{"Das Handlungsfeldkonzept", "Handlungsfeld", nil, false},
		{"Anerkennungsverfahren", "Anerkennung", []string{""}, false},
	} {
		if got := Uses(c.text, c.word, c.except); got != c.want {
			t.Errorf("%q in %q: got %t", c.word, c.text, got)
		}
	}
}
