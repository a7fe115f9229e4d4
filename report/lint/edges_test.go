package lint

import (
	"testing"

	"konzept/report/diag"
	"konzept/report/model"
)

// TestContradictionsBeginWhereTheyDo: of two values that only just go together nothing is said, of the next ones it is.
func TestContradictionsBeginWhereTheyDo(t *testing.T) {
	const measure = "measures:\n  - {id: M9, code: \"9\", title: T, lead: amt1, goals: [Z1], "
	const part = "parts:\n  - {id: AA-1, workshop: AA, number: 1, date: 2023-11-20, weekday: Montag, "
	const ideas = "ideas:\n  - {id: AA-1-1, part: AA-1, kind: Frage, text: \"Wo?\", perspective: Frauen, votes: 6}\n"
	const paper = "papers:\n  - {id: P1, number: \"X/1\", kind: Beschlussvorlage, title: T, lead: amt1, date: 2024-01-01, deliberation: [{body: Rat, role: Entscheidung, motion: [Ja.], date: 2024-02-02, "
	for _, c := range []struct {
		name, example string
		code          diag.Code
		want          bool
	}{
		{"as many points as there are", part + "voters: 3, points: 2}\n" + ideas, "too-many-votes", false},
		{"a point more", part + "voters: 5, points: 1}\n" + ideas, "too-many-votes", true},
		{"points of nobody", part + "points: 2}\n" + ideas, "votes-without-voters", true},
		{"points of which nobody had how many", part + "voters: 2}\n" + ideas, "votes-without-voters", true},
		{"points and voters", part + "voters: 3, points: 2}\n" + ideas, "votes-without-voters", false},
		{"voters without a point", part + "voters: 3}\n", "votes-without-voters", false},
		{"all that it costs", measure + "costs: [{year: 2024, planned: 100}], funding: [{source: Land, year: 2024, amount: 100}]}\n", "funding-exceeds-cost", false},
		{"more than it costs", measure + "costs: [{year: 2024, planned: 100}], funding: [{source: Land, year: 2024, amount: 60}, {source: Bund, year: 2024, amount: 41}]}\n", "funding-exceeds-cost", true},
		{"in another year", measure + "costs: [{year: 2024, planned: 100}, {year: 2025, planned: 1}], funding: [{source: Land, year: 2025, amount: 2}]}\n", "funding-exceeds-cost", true},
		{"a number of its goal", "measures:\n  - {id: M9, code: \"1.9\", title: T, lead: amt1, goals: [Z1]}\n", "code-of-other-goal", false},
		{"a number of another goal", "goals:\n  - {id: Z2, code: \"2\", title: U, text: V., field: F1}\nmeasures:\n  - {id: M9, code: \"2.1\", title: T, lead: amt1, goals: [Z1]}\n", "code-of-other-goal", true},
		{"a number that only looks like it", "goals:\n  - {id: Z2, code: \"2\", title: U, text: V., field: F1}\nmeasures:\n  - {id: M9, code: \"21\", title: T, lead: amt1, goals: [Z1]}\n", "code-of-other-goal", false},
		{"adopted", paper + "yes: 10, no: 9, result: mit Mehrheit}]}\n", "vote-contradiction", false},
		{"adopted against a majority", paper + "yes: 9, no: 10, result: mit Mehrheit}]}\n", "vote-contradiction", true},
		{"rejected with a majority", paper + "yes: 10, no: 9, result: abgelehnt}]}\n", "vote-contradiction", true},
		{"rejected by a tie", paper + "yes: 10, no: 10, result: abgelehnt}]}\n", "vote-contradiction", false},
	} {
		_, l := check(t, c.example, model.CheckOptions{})
		if found(l, c.code) != c.want {
			t.Errorf("%s: %s %t, want %t: %v", c.name, c.code, !c.want, c.want, l.Findings)
		}
	}
}

func TestNumbersFitTheirPattern(t *testing.T) {
	for _, c := range []struct {
		number, pattern string
		want            bool
	}{
		{"XVI/0354", "XVI/0000", true}, {"IX/0354", "XVI/0000", true}, {"XVI/354", "XVI/0000", false}, {"XVI/03541", "XVI/0000", false}, {"/0354", "XVI/0000", false}, {"xvi/0354", "XVI/0000", false}, {"2024-9", "0000-0", true}, {"2024-a", "0000-0", false}, {"2024/9", "0000-0", false}, {"", "0", false}, {"", "", true}, {"1", "", false}, {"9", "0", true}, {"0", "0", true}, {":", "0", false}, {"/", "0", false}, {"12", "10", true}, {"22", "10", false},
	} {
		if got := fits(c.number, c.pattern); got != c.want {
			t.Errorf("%q fits %q: %t", c.number, c.pattern, got)
		}
	}
	for _, c := range []struct {
		code, of string
		want     bool
	}{{"2.1.1", "2.1", true}, {"2.10", "2.1", false}, {"2.1", "2.1", false}, {"2-1", "2", true}, {"2/1", "2", true}, {"2 1", "2", true}, {"2a", "2", false}, {"1", "", false}} {
		if got := extends(c.code, c.of); got != c.want {
			t.Errorf("%q continues %q: %t", c.code, c.of, got)
		}
	}
}

// TestAnImprintHasWhatThePressLawAsksFor: publisher, address and printer, which is not the publisher.
func TestAnImprintHasWhatThePressLawAsksFor(t *testing.T) {
	for publisher, want := range map[string]bool{
		`[{name: Stadt, role: Herausgeberin, address: Markt 1}, {name: Presse, role: Druck}]`:                   false,
		`[{name: Stadt, role: Herausgeberin}, {name: Presse, role: Druck, address: Weg 2}]`:                     true,
		`[{name: Stadt, role: Herausgeberin, address: Markt 1}]`:                                                true,
		`[{name: Presse, role: "Print and paper", address: Weg 2}]`:                                             true,
		`[{name: Presse, role: Druckerei}, {name: Stadt, role: Redaktion, address: Markt 1}]`:                   false,
		`[{name: Presse, role: Druckerei}, {name: Stadt, role: Redaktion}, {name: X, role: Y, address: Weg 3}]`: false,
	} {
		_, l := check(t, "project:\n  state: Druckfassung\n  publisher: "+publisher+"\n", model.CheckOptions{})
		if found(l, "imprint-incomplete") != want {
			t.Errorf("%s: incomplete %t: %v", publisher, !want, l.Findings)
		}
	}
}
