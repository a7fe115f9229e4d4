package lint

import (
	"testing"

	"konzept/report/diag"
	"konzept/report/model"
)

// TestRelationsAreThoseOfTheSchema: for each relation that the schema declares, what just satisfies it and what just does not.
func TestRelationsAreThoseOfTheSchema(t *testing.T) {
	const (
		part      = "parts:\n  - {id: AA-9, workshop: AA, number: 9, date: 2023-12-04, "
		idea      = "ideas:\n  - {id: AA-1-9, part: AA-1, text: T, "
		indicator = "indicators:\n  - {id: I9, code: I9, title: T, field: F1, "
		paper     = "papers:\n  - {id: p9, number: \"9\", kind: Informationsvorlage, title: T, date: 2024-01-01, lead: amt1, "
		former    = "former:\n  - {id: a9, code: A9, title: T, "
	)
	for _, c := range []struct {
		code    diag.Code
		example string
		want    bool
	}{
		{"duplicate-code", indicator + "}\n  - {id: I8, code: I8, title: T, field: F1}\n", false},
		{"duplicate-code", indicator + "}\n  - {id: I8, code: I9, title: T, field: F1}\n", true},
		{"duplicate-code", paper + "}\n  - {id: p8, number: \"9\", kind: Informationsvorlage, title: T, date: 2024-01-01, lead: amt1}\n", true},
		{"duplicate-code", former + "fate: abgeschlossen}\n  - {id: a8, code: A9, title: T, fate: abgeschlossen}\n", true},

		{"reference-cycle", measure + "related: [M1]}\n", false},
		{"reference-cycle", measure + "related: [M1, M9]}\n", true},
		{"reference-cycle", idea + "kind: Frage, outcome: zusammengeführt, merged_into: AA-1-8}\n  - {id: AA-1-8, part: AA-1, text: T, kind: Frage, outcome: zusammengeführt, merged_into: AA-1-9}\n", true},

		{"after-report-date", measure + "as_of: 2024-06-30}\n", false},
		{"after-report-date", measure + "as_of: 2024-07-01}\n", true},
		{"after-report-date", measure + "added: 2024-07-01}\n", true},
		{"after-report-date", measure + "log: [{date: 2024-07-01, text: T}]}\n", true},
		{"after-report-date", idea + "kind: Frage, answered: 2024-07-01}\n", true},
		{"after-report-date", "project: {last_report: 2024-07-01}\n", true},

		{"end-before-start", measure + "start: 2029, end: 2029}\n", false},
		{"end-before-start", measure + "start: 2029, end: Mitte 2029}\n", false},
		{"end-before-start", measure + "start: 2029-02, end: 2029-01}\n", true},
		{"end-before-start", part + "start: \"14:00\", end: \"14:01\"}\n", false},
		{"end-before-start", part + "start: \"14:00\", end: \"14:00\"}\n", true},
		{"end-before-start", part + "end: \"14:00\"}\n", false},

		{"log-order", measure + "log: [{date: 2024-01-02, text: T}, {date: 2024-01-02, text: T}]}\n", false},
		{"log-order", measure + "log: [{date: 2024-01-02, text: T}, {date: 2024-01-01, text: T}]}\n", true},
		{"programme-order", part + "programme: [{time: \"14:00\", text: T}, {text: T}, {time: \"14:00\", text: T}]}\n", false},
		{"programme-order", part + "programme: [{time: \"14:00\", text: T}, {text: T}, {time: \"13:59\", text: T}]}\n", true},

		{"year-twice", measure + "costs: [{year: 2024, planned: 1, kind: einmalig}, {year: 2024, planned: 1, kind: laufend}]}\n", false},
		{"year-twice", measure + "costs: [{year: 2024, planned: 1, kind: einmalig}, {year: 2024, planned: 1, kind: einmalig}]}\n", true},
		{"year-twice", measure + "costs: [{year: 2024, planned: 1}, {year: 2024, planned: 1}]}\n", true},
		{"year-twice", indicator + "values: [{year: 2023, value: 1}, {year: 2024, value: 1}]}\n", false},
		{"year-twice", indicator + "values: [{year: 2023, value: 1}, {year: 2023, value: 1}]}\n", true},

		{"log-contradiction", measure + "phase: in Planung, log: [{date: 2024-01-01, text: T, phase: in Planung}, {date: 2024-01-02, text: T}]}\n", false},
		{"log-contradiction", measure + "phase: in Planung, log: [{date: 2024-01-01, text: T, phase: in Umsetzung}, {date: 2024-01-02, text: T}]}\n", true},
		{"log-contradiction", measure + "signal: im Plan, log: [{date: 2024-01-01, text: T, signal: kritisch}]}\n", true},
		{"log-contradiction", measure + "end: 2030, log: [{date: 2024-01-01, text: T, end: 2031}]}\n", true},

		{"balance-sum", part + "balance: {ideas: 1, votes: 2}}\nideas:\n  - {id: AA-9-1, part: AA-9, text: T, kind: Frage, votes: 2}\n", false},
		{"balance-sum", part + "balance: {ideas: 2}}\nideas:\n  - {id: AA-9-1, part: AA-9, text: T, kind: Frage, votes: 2}\n", true},
		{"balance-sum", part + "balance: {votes: 1}}\nideas:\n  - {id: AA-9-1, part: AA-9, text: T, kind: Frage, votes: 2}\n", true},

		{"vote-contradiction", "resolutions:\n  - {id: b9, when: 2012, body: B, text: T, vote: mit Mehrheit, yes: 2, no: 1}\n", false},
		{"vote-contradiction", "resolutions:\n  - {id: b9, when: 2012, body: B, text: T, vote: mit Mehrheit, yes: 2, no: 2}\n", true},
		{"vote-contradiction", paper + "deliberation: [{body: B, role: Entscheidung, result: abgelehnt, yes: 1, no: 1}]}\n", false},
		{"vote-contradiction", paper + "deliberation: [{body: B, role: Entscheidung, result: abgelehnt, yes: 2, no: 1}]}\n", true},

		{"thousands-point", indicator + "decimals: 3, target: 12.000}\n", false},
		{"thousands-point", measure + "staff: 1.000}\n", false},

		{"missing-comment", measure + "phase: zurückgestellt, comment: C}\n", false},
		{"missing-comment", measure + "phase: zurückgestellt}\n", true},
		{"former-without-heir", former + "fate: aufgegangen, measures: [M1]}\n", false},
		{"former-without-heir", former + "fate: aufgegangen}\n", true},
		{"former-without-reason", former + "fate: entfallen, reason: R}\n", false},
		{"former-without-reason", former + "fate: entfallen}\n", true},
		{"idea-without-outcome", idea + "kind: Frage}\n", false},
		{"idea-without-outcome", idea + "kind: Lösungsansatz}\n", true},
		{"outcome-without-measure", idea + "kind: Frage, outcome: teilweise aufgenommen}\n", true},
		{"outcome-unexplained", idea + "kind: Frage, outcome: bereits vorhanden, reason: R}\n", false},
		{"outcome-contradiction", idea + "kind: Frage, outcome: aufgenommen, measures: [M1]}\n", false},
		{"outcome-contradiction", idea + "kind: Frage, outcome: zurückgestellt, reason: R, measures: [M1]}\n", true},
		{"outcome-contradiction", idea + "kind: Frage, outcome: aufgenommen, measures: [M1], merged_into: AA-1-1}\n", true},
	} {
		_, l := check(t, c.example, model.CheckOptions{Date: model.Date{Year: 2024, Month: 6, Day: 30}})
		if found(l, c.code) != c.want {
			t.Errorf("%s: %s %v, want %v: %v", c.example, c.code, !c.want, c.want, l.Findings)
		}
	}
}
