package model

import (
	"strings"
	"testing"

	"konzept/report/diag"
	"konzept/report/schema"
)

const ownScales = `
project:
  title: Konzept
  municipality: {name: Stadt X}
  report_date: 2025-06-30
  last_report: 2024-06-30
  languages: [de, en]
  scales:
    phase:
      - {label: {de: Idee, en: Idea}, means: offen}
      - {label: {de: Läuft, en: Goes on}, key: runs, means: running}
      - {label: {de: Fertig, en: Finished}, means: abgeschlossen}
    signal:
      - {label: "1", means: gut}
      - {label: "2"}
      - {label: "5", means: schlecht}
      - {label: unsicher, means: unbekannt}
measures:
`

func readScales(t *testing.T, measures string) (*Report, *diag.List) {
	t.Helper()
	return check(t, ownScales+measures, CheckOptions{})
}

// TestProjectsHaveTermsOfTheirOwn: a term is named by its key or by its label in any language; whatever it is called, its meaning
// decides what is done, overdue, at risk, better or worse.
func TestProjectsHaveTermsOfTheirOwn(t *testing.T) {
	r, out := readScales(t, `
  - {id: a, code: "1", title: A, end: 2024-12, phase: runs, signal: "5", log: [{date: 2024-05-01, text: T., phase: Idea, signal: "1"}]}
  - {id: b, code: "2", title: B, end: 2024-12, phase: Finished, signal: unsicher, log: [{date: 2025-05-01, text: T., phase: Fertig}]}
  - {id: c, code: "3", title: C, end: 2024-12, phase: Idee, signal: "2", priority: high, log: [{date: 2024-05-01, text: T., phase: Idee, signal: "5"}]}
`)
	if out.Stops(false) {
		t.Errorf("%+v", out.Findings)
	}
	for id, want := range map[string]string{"a": "runs|true|true|false|verschlechtert", "b": "Fertig|false|false|true|abgeschlossen", "c": "Idee|true|false|false|verbessert"} {
		m := r.Find("measures", id)
		got := strings.Join([]string{WordOf(m, "phase"), derivedOf(t, r, "measures", id, "overdue"), derivedOf(t, r, "measures", id, "at_risk"),
			derivedOf(t, r, "measures", id, "finished"), derivedOf(t, r, "measures", id, "change")}, "|")
		if got != want {
			t.Errorf("%s: %s, expected %s", id, got, want)
		}
	}
	if got := WordOf(r.Find("measures", "c"), "priority"); got != "hoch" {
		t.Errorf("a built-in term under its English name is %q", got)
	}
	term, _ := As[*schema.Term](r.Find("measures", "a"), "phase")
	if term.Label("de") != "Läuft" || term.Label("en-GB") != "Goes on" || term.Label("fr") != "Läuft" || term.Sign() != "phase-2" {
		t.Errorf("%+v", term)
	}
}

// TestBuiltInTermsGoWhereAProjectHasItsOwn: the words that were replaced are unknown, with the project's as a suggestion.
func TestBuiltInTermsGoWhereAProjectHasItsOwn(t *testing.T) {
	_, out := readScales(t, `
  - {id: a, code: "1", title: A, phase: abgeschlossen, signal: unsiche}
`)
	var said []string
	for _, f := range out.Findings {
		if f.Code == "unknown-choice" {
			said = append(said, strings.Join(f.Args, " "))
		}
	}
	if len(said) != 2 || !strings.Contains(said[1], "unsicher") {
		t.Errorf("%q", said)
	}
	if got := len(schema.Kinds()); got != len(schema.Builtin().Kinds) || schema.Builtin().Terms("phase")[0].Key != "nicht begonnen" {
		t.Error("a project changed the built-in table")
	}
}
