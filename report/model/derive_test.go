package model

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"konzept/report/schema"
)

// derivedOf is a derived value of a record as text.
func derivedOf(t *testing.T, r *Report, kind, id, key string) string {
	t.Helper()
	rec := r.Find(kind, id)
	i := slices.IndexFunc(derived, func(d Derived) bool { return d.of == kind && d.Key == key })
	if rec == nil || i < 0 {
		t.Fatalf("no %s %s.%s", kind, id, key)
	}
	switch v := r.Derive(derived[i], rec).(type) {
	case nil:
		return "?"
	case *Record:
		year, _ := As[int64](v, "year")
		return fmt.Sprint(year, BestOf(v, "name"))
	case *schema.Term:
		return v.Key
	default:
		return fmt.Sprint(v)
	}
}

const dated = `
project: {municipality: {name: M}, title: K, report_date: 2025-06-30, last_report: 2024-12-31}
`

func TestMeasuresAreOverdueByOneDefinition(t *testing.T) {
	r, _ := check(t, dated+`measures:
  - {id: a, code: "1", title: A, goals: [Z1], phase: in Umsetzung, end: Ende 2023}
  - {id: b, code: "2", title: B, goals: [Z1], phase: in Umsetzung, end: "2025"}
  - {id: c, code: "3", title: C, goals: [Z1], phase: zurückgestellt, end: 2024-05, comment: x}
  - {id: d, code: "4", title: D, goals: [Z1], phase: abgeschlossen, end: "2024"}
  - {id: e, code: "5", title: E, goals: [Z1], end: "2024"}
  - {id: f, code: "6", title: F, goals: [Z1], phase: in Planung, previous_end: 2025-05, end: "2027"}
  - {id: g, code: "7", title: G, goals: [Z1], phase: nicht begonnen}
  - {id: h, code: "8", title: H, goals: [Z1], phase: in Umsetzung, end: 2025-06-30}
  - {id: i, code: "9", title: I, goals: [Z1], phase: Daueraufgabe, end: "2020"}
`, CheckOptions{})
	for id, want := range map[string]string{"a": "true", "b": "false", "c": "false", "d": "false", "e": "?", "f": "true", "g": "false", "h": "false", "i": "false"} {
		if got := derivedOf(t, r, "measures", id, "overdue"); got != want {
			t.Errorf("%s: overdue %s, expected %s", id, got, want)
		}
	}
	hidden, _ := check(t, dated+`measures:
  - {id: a, code: "1", title: A, goals: [Z1], phase: in Umsetzung, end: "2023", hide: {end: council}}
  - {id: b, code: "2", title: B, goals: [Z1], phase: in Planung, previous_end: 2025-05, end: "2027", hide: {previous_end: council}}
  - {id: c, code: "3", title: C, goals: [Z1], phase: abgeschlossen, end: "2024", hide: {end: council}}
  - {id: d, code: "4", title: D, goals: [Z1], phase: in Umsetzung, end: "2024", hide: {phase: council}}
  - {id: e, code: "5", title: E, goals: [Z1], phase: in Umsetzung, end: "2024", hide: {previous_end: council}}
  - {id: f, code: "6", title: F, goals: [Z1], phase: Daueraufgabe, hide: {end: council}}
`, CheckOptions{})
	for id, want := range map[string]string{"a": "?", "b": "?", "c": "false", "d": "?", "e": "true", "f": "false"} {
		if got := derivedOf(t, hidden.View(schema.Public), "measures", id, "overdue"); got != want {
			t.Errorf("%s for the public: overdue %s, expected %s", id, got, want)
		}
	}
	if got := derivedOf(t, r, "measures", "f", "due"); got != "2025-05" {
		t.Errorf("f is due %s", got)
	}
}

// A measure that should report and has not is found by the newest day that the data name, never where they name none.
func TestMeasuresAreStaleByOneDefinition(t *testing.T) {
	const measures = `measures:
  - {id: old, code: "1", title: A, goals: [Z1], phase: in Umsetzung, log: [{date: 2024-12-01, text: x}]}
  - {id: new, code: "2", title: B, goals: [Z1], phase: in Umsetzung, log: [{date: 2024-12-01, text: x}, {date: 2025-01-01, text: y}]}
  - {id: that-day, code: "3", title: C, goals: [Z1], phase: in Planung, log: [{date: 2024-12-31, text: x}]}
  - {id: state, code: "4", title: D, goals: [Z1], phase: Daueraufgabe, as_of: 2024-06-01}
  - {id: both, code: "5", title: E, goals: [Z1], phase: in Umsetzung, as_of: 2025-06-01, log: [{date: 2024-06-01, text: x}]}
  - {id: done, code: "6", title: F, goals: [Z1], phase: abgeschlossen, log: [{date: 2023-12-01, text: x}]}
  - {id: rests, code: "7", title: G, goals: [Z1], phase: zurückgestellt, comment: x, log: [{date: 2023-12-01, text: x}]}
  - {id: no-phase, code: "8", title: H, goals: [Z1], log: [{date: 2023-12-01, text: x}]}
  - {id: no-day, code: "9", title: I, goals: [Z1], phase: in Umsetzung}
  - {id: fresh, code: "10", title: J, goals: [Z1], phase: in Planung, added: 2025-02-01}
  - {id: hidden, code: "11", title: K, goals: [Z1], phase: in Umsetzung, as_of: 2024-06-01, log: [{date: 2025-05-01, text: x}], hide: {log: council}}
  - {id: unseen, code: "12", title: L, goals: [Z1], phase: in Umsetzung, as_of: 2025-06-01, log: [{date: 2024-05-01, text: x}], hide: {as_of: council}}
  - {id: secret, code: "13", title: M, goals: [Z1], phase: in Umsetzung, as_of: 2024-06-01, hide: {phase: council}}
  - {id: year, code: "14", title: N, goals: [Z1], phase: nicht begonnen, as_of: 2024-06-30}
`
	whole, _ := check(t, dated+measures, CheckOptions{})
	first, _ := check(t, strings.Replace(dated, ", last_report: 2024-12-31", "", 1)+measures, CheckOptions{})
	leap, _ := check(t, strings.Replace(dated, "2025-06-30, last_report: 2024-12-31", "2024-02-29", 1)+measures, CheckOptions{})
	for i, r := range []*Report{whole.View(schema.Public), whole.View(schema.Office), first.View(schema.Office)} {
		for id, want := range map[string][3]string{"old": {"true", "true", "false"}, "new": {"false", "false", "false"}, "that-day": {"true", "true", "false"},
			"state": {"true", "true", "true"}, "both": {"false", "false", "false"}, "done": {"false", "false", "false"}, "rests": {"false", "false", "false"},
			"no-phase": {"?", "?", "?"}, "no-day": {"?", "?", "?"}, "fresh": {"false", "false", "?"}, "hidden": {"?", "false", "false"},
			"unseen": {"?", "false", "false"}, "secret": {"?", "true", "true"}, "year": {"true", "true", "true"}} {
			if got := derivedOf(t, r, "measures", id, "stale"); got != want[i] {
				t.Errorf("%s in view %d: stale %s, expected %s", id, i, got, want[i])
			}
		}
	}
	for since, r := range map[string]*Report{"2024-12-31": whole, "2024-06-30": first, "2023-02-28": leap} {
		if got, ok := r.newsSince(); !ok || got.String() != since {
			t.Errorf("news counts since %s, expected %s", got, since)
		}
	}
}

// What is hidden from readers is neither open nor only planned for them.
func TestWithheldFundsAreNotOpen(t *testing.T) {
	r, _ := check(t, dated+`measures:
  - {id: told, code: "1", title: A, goals: [Z1], costs: [{year: 2025, planned: 100}, {year: 2026, planned: 50}], funding: [{source: Land, year: 2025, amount: 40, state: bewilligt}]}
  - {id: none, code: "2", title: B, goals: [Z1], costs: [{year: 2025, planned: 100}]}
  - {id: hidden, code: "3", title: C, goals: [Z1], costs: [{year: 2025, planned: 100}], funding: [{source: Land, year: 2025, amount: 40, state: bewilligt}], hide: {funding: office}}
  - {id: state, code: "4", title: D, goals: [Z1], costs: [{year: 2025, planned: 100}], funding: [{source: Land, year: 2025, amount: 40, state: bewilligt}], hide: {funding.state: office}}
  - {id: silent, code: "5", title: E, goals: [Z1], costs: [{year: 2025, planned: 100}], funding: [{source: Land, year: 2025, amount: 40}]}
`, CheckOptions{})
	council := r.View(schema.Council)
	for id, want := range map[string]string{"told": "11000", "none": "?", "hidden": "?", "state": "6000", "silent": "6000"} {
		if got := derivedOf(t, council, "measures", id, "uncovered"); got != want {
			t.Errorf("%s: open %s, expected %s", id, got, want)
		}
	}
	for id, want := range map[string]string{"told": "bewilligt", "state": "", "silent": "geplant"} {
		funds, _ := As[[]*Record](council.Find("measures", id), "funding")
		got := ""
		if t, ok := council.standing(funds[0]).(*schema.Term); ok {
			got = t.Key
		}
		if got != want {
			t.Errorf("%s: %s, expected %s", id, got, want)
		}
	}
	if got := derivedOf(t, r.View(schema.Office), "measures", "hidden", "uncovered"); got != "6000" {
		t.Errorf("the office reads %s", got)
	}
}

// What became of a measure since the last report is said only where its log tells it.
func TestChangesAreToldOnlyWhereTheyAreKnown(t *testing.T) {
	r, _ := check(t, dated+`measures:
  - {id: new, code: "1", title: A, goals: [Z1], phase: in Planung, added: 2025-02-01}
  - {id: silent, code: "2", title: B, goals: [Z1], phase: abgeschlossen}
  - {id: words, code: "3", title: C, goals: [Z1], phase: in Umsetzung, log: [{date: 2025-03-12, text: x}]}
  - {id: done, code: "4", title: D, goals: [Z1], phase: abgeschlossen, log: [{date: 2025-03-12, text: x, phase: abgeschlossen}]}
  - {id: long, code: "5", title: E, goals: [Z1], phase: abgeschlossen, log: [{date: 2024-03-12, text: x, phase: abgeschlossen}]}
  - {id: worse, code: "6", title: F, goals: [Z1], phase: in Umsetzung, signal: kritisch, comment: y, log: [{date: 2024-03-12, text: x, phase: in Umsetzung, signal: im Plan}]}
  - {id: better, code: "7", title: G, goals: [Z1], phase: in Umsetzung, signal: im Plan, log: [{date: 2024-03-12, text: x, phase: in Umsetzung, signal: kritisch}]}
  - {id: moved, code: "8", title: H, goals: [Z1], phase: in Umsetzung, end: "2027", previous_end: "2026"}
  - {id: same, code: "9", title: I, goals: [Z1], phase: in Umsetzung, log: [{date: 2024-12-31, text: x, phase: in Umsetzung}]}
  - {id: half, code: "10", title: J, goals: [Z1], phase: in Umsetzung, signal: im Plan, log: [{date: 2024-03-12, text: x, phase: in Umsetzung}]}
  - {id: stopped, code: "11", title: K, goals: [Z1], phase: entfallen, comment: x, log: [{date: 2024-03-12, text: x, phase: in Planung}]}
`, CheckOptions{})
	for id, want := range map[string]string{"new": changedNew, "silent": "?", "words": "?", "done": changedDone, "long": changedNot, "worse": changedWorse, "better": changedBetter,
		"moved": changedMoved, "same": changedNot, "half": "?", "stopped": changedStopped} {
		if got := derivedOf(t, r, "measures", id, "change"); got != want {
			t.Errorf("%s: %q, expected %q", id, got, want)
		}
	}
}

// A trend compares the first year with the last, whatever their order in the data, and is judged by the target.
func TestTrendsCompareWhatIsPrinted(t *testing.T) {
	for _, c := range []struct{ data, base, latest, trend, wished string }{
		{`direction: fallend, target: 24, values: [{year: 2019, value: 27.4}, {year: 2022, value: 29.0}, {year: 2023, value: 28.3}]`, "2019", "2023", "steigend", "false"},
		{`direction: fallend, target: 24, values: [{year: 2023, value: 25}, {year: 2019, value: 27.4}]`, "2019", "2023", "fallend", "true"},
		{`target: 24, values: [{year: 2019, value: 27.4}, {year: 2023, value: 28.3}]`, "2019", "2023", "steigend", "false"},
		{`direction: steigend, target: 24, values: [{year: 2019, value: 27.4}, {year: 2023, value: 28.3}]`, "2019", "2023", "steigend", "false"},
		{`direction: steigend, values: [{year: 2019, value: 1}, {year: 2023, value: 2}]`, "2019", "2023", "steigend", "true"},
		{`values: [{year: 2019, value: 1}, {year: 2023, value: 2}]`, "2019", "2023", "steigend", "?"},
		{`direction: gleichbleibend, target: 120, values: [{year: 2019, value: 118}, {year: 2023, value: 120}]`, "2019", "2023", "steigend", "true"},
		{`direction: gleichbleibend, target: 120, values: [{year: 2019, value: 119}, {year: 2023, value: 130}]`, "2019", "2023", "steigend", "false"},
		{`direction: gleichbleibend, values: [{year: 2019, value: 1.0}, {year: 2023, value: 1}]`, "2019", "2023", "gleichbleibend", "true"},
		{`direction: steigend, target: 5, values: [{year: 2019, value: 3}, {year: 2023, value: 3}]`, "2019", "2023", "gleichbleibend", "false"},
		{`direction: steigend, target: 3, values: [{year: 2019, value: 3}, {year: 2023, value: 3}]`, "2019", "2023", "gleichbleibend", "true"},
		{`direction: steigend, target: 5, values: [{year: 2019, value: 3}]`, "2019", "2019", "?", "?"},
	} {
		r, _ := check(t, dated+"indicators:\n  - {id: k, code: K, title: T, field: F1, "+c.data+"}\n", CheckOptions{})
		for key, want := range map[string]string{"base": c.base, "latest": c.latest, "trend": c.trend, "wished": c.wished} {
			if got := derivedOf(t, r, "indicators", "k", key); got != want {
				t.Errorf("%s: %s is %s, expected %s", c.data, key, got, want)
			}
		}
	}
}

func TestPlacesAndLettersOfWorkshops(t *testing.T) {
	r, _ := check(t, dated+`series:
  - {id: s, title: S, poster_date: 2024-09-02}
  - {id: one, title: S}
workshops:
  - {id: a, title: A, series: s}
  - {id: b, title: B, series: s, poster_date: 2024-09-03}
  - {id: c, title: C, series: one, invitation: {date: 2024-08-01}}
parts:
  - {id: a1, workshop: a, number: 1, date: 2024-10-14, deadline: 2024-10-04, place: {name: Rathaus, city: M}}
  - {id: a2, workshop: a, number: 2, date: 2024-10-15, deadline: 2024-10-04, place: {name: Rathaus, city: M}}
  - {id: b1, workshop: b, number: 1, date: 2024-10-16, place: {name: Schule, city: M}}
  - {id: b2, workshop: b, number: 2, date: 2024-10-17, deadline: 2024-10-04, place: {name: Rathaus, city: M}}
  - {id: c1, workshop: c, number: 1, date: 2024-10-18, place: {name: Halle}}
`, CheckOptions{})
	for _, c := range [][4]string{{"workshops", "a", "place", "0Rathaus"}, {"workshops", "b", "place", "?"}, {"series", "s", "place", "?"}, {"series", "one", "place", "0Halle"},
		{"workshops", "a", "deadline", "2024-10-04"}, {"workshops", "b", "deadline", "?"}, {"series", "s", "deadline", "?"}, {"series", "one", "deadline", "?"},
		{"workshops", "a", "letter_date", "2024-09-02"}, {"workshops", "b", "letter_date", "2024-09-03"}, {"workshops", "c", "letter_date", "2024-08-01"}} {
		if got := derivedOf(t, r, c[0], c[1], c[2]); got != c[3] {
			t.Errorf("%s %s: %s is %q, expected %q", c[0], c[1], c[2], got, c[3])
		}
	}
}

func TestDefinitionsHideNoField(t *testing.T) {
	for _, d := range derived {
		for _, k := range schema.Kinds() {
			if k.Key == d.of && slices.ContainsFunc(k.Fields, func(f schema.Field) bool { return f.Key == d.Key }) {
				t.Errorf("%s.%s is a field, too", d.of, d.Key)
			}
		}
		if d.DE == "" || d.EN == "" {
			t.Errorf("%s.%s has no name", d.of, d.Key)
		}
	}
}
