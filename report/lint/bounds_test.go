package lint

import (
	"testing"

	"konzept/report/model"
)

// TestBoundsAreThoseOfTheSchema: each end is allowed, what lies beyond is not, and e-mail addresses are looked at wherever they stand.
func TestBoundsAreThoseOfTheSchema(t *testing.T) {
	const m = "measures:\n  - {id: M9, code: \"9\", title: T, lead: amt1, goals: [Z1], "
	for example, want := range map[string]bool{
		m + "progress: 0}\n": false, m + "progress: 100}\n": false, m + "progress: 101}\n": true, m + "progress: -1}\n": true,
		"facts: [{id: f, title: T, value: 1.5, decimals: 6, source: S, as_of: \"2023\"}]\n":                          false,
		"facts: [{id: f, title: T, value: 1.5, decimals: 7, source: S, as_of: \"2023\"}]\n":                          true,
		"parts:\n  - {id: AA-9, workshop: AA, number: 99, date: 2023-12-04}\n":                                       false,
		"parts:\n  - {id: AA-9, workshop: AA, number: 0, date: 2023-12-04}\n":                                        true,
		"parts:\n  - {id: AA-9, workshop: AA, number: 100, date: 2023-12-04}\n":                                      true,
		"parts:\n  - {id: AA-9, workshop: AA, number: 9, date: 2023-12-04, participants: 1000000}\n":                 false,
		"parts:\n  - {id: AA-9, workshop: AA, number: 9, date: 2023-12-04, participants: -1}\n":                      true,
		"goals:\n  - {id: Z9, code: \"9\", title: T, field: F1, level: 0}\n":                                         true,
		"pictures:\n  - {id: b9, file: bild.png, alt: Hände, credit: S, licence: CC0, focus_x: 100, focus_y: 101}\n": true,
	} {
		if _, l := check(t, example, model.CheckOptions{}); found(l, "out-of-range") != want {
			t.Errorf("%s: out of range %v, want %v: %v", example, !want, want, l.Findings)
		}
	}
	for address, want := range map[string]bool{"name@example.org": false, "name.example.org": true, "@": true} {
		if _, l := check(t, "project: {contact: {function: F, email: \""+address+"\"}}\n", model.CheckOptions{}); found(l, "bad-email") != want {
			t.Errorf("%q: bad %v, want %v", address, !want, want)
		}
	}
}
