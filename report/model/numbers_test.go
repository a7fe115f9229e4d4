package model

import "testing"

// TestNumbersMayStartAgainInEachField: then they bear the field's number, and are no duplicates; else they stay.
func TestNumbersMayStartAgainInEachField(t *testing.T) {
	for codes, want := range map[string][2]string{"codes: je Handlungsfeld": {"A.01", "B.01"}, "codes: per field": {"A.01", "B.01"}, "codes: durchgehend": {"01", "01"}, "title: T": {"01", "01"}} {
		r, _ := check(t, `
project: {`+codes+`}
fields: [{id: a, code: A, title: T}, {id: b, code: B, title: T}]
goals: [{id: z, code: "1", title: T, field: b}]
measures:
  - {id: one, code: "01", title: T, field: a}
  - {id: two, code: "01", title: T, goals: [z]}
  - {id: none, code: "7", title: T}
`, CheckOptions{})
		got := [2]string{WordOf(r.Find("measures", "one"), "code"), WordOf(r.Find("measures", "two"), "code")}
		if got != want || WordOf(r.Find("measures", "none"), "code") != "7" || WordOf(r.Find("fields", "a"), "code") != "A" {
			t.Errorf("%s: %v", codes, got)
		}
		if view := r.View(0); WordOf(view.Find("measures", "two"), "code") != want[1] {
			t.Errorf("%s: a view has %s", codes, WordOf(view.Find("measures", "two"), "code"))
		}
	}
}
