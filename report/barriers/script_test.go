package barriers

import (
	"testing"

	"konzept/report/geom"
)

// Names in other letters need no language; sentences and greetings do.
func TestNamesInOtherLettersNeedNoLanguage(t *testing.T) {
	for text, want := range map[string]string{
		"Leitung: Олена Іванівна Петренко": "", "Олена Петренко, Γιώργος Παπαδόπουλος und مريم الحسن": "", "Олена Петренко-Шевченко": "", "张伟 berät": "", "ABC дом": "дом",
		"Ласкаво просимо": "Ласкаво", "Wir sagen: ласкаво просимо!": "ласкаво", "أهلا وسهلا بكم جميعا": "أهلا", "π und Δt": "", "": "",
	} {
		if got := otherScript(text); got != want {
			t.Errorf("%q: expected %q, found %q", text, want, got)
		}
	}
}

// TestWhatCoversIsTakenOff: of a box under two others their common part is taken off once.
func TestWhatCoversIsTakenOff(t *testing.T) {
	box := geom.Box{W: 10, H: 10}
	for want, covers := range map[float64][]geom.Box{
		100: {{X: 20, W: 10, H: 10}},
		75:  {{W: 5, H: 5}, {X: 2, Y: 2, W: 3, H: 3}},
		60:  {{W: 10, H: 2}, {W: 2, H: 10}, {X: 8, Y: 8, W: 9, H: 2}},
		0:   {{X: -1, Y: -1, W: 12, H: 12}},
	} {
		if got := uncovered(box, covers); got != want {
			t.Errorf("%v leave %v of 100, want %v", covers, got, want)
		}
	}
}
