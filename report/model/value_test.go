package model

import (
	"fmt"
	"testing"

	"konzept/report/diag"
)

// TestWhatHasNoEndIsNeverOverdue: a measure that goes on is not late, and one that lasts for years is late after the last.
func TestWhatHasNoEndIsNeverOverdue(t *testing.T) {
	for end, want := range map[string]string{"laufend": "false", "bis auf Weiteres": "false", "2023/2024": "true", "2024/2025": "false", "2. Quartal 2024": "true", "Winter 2024/25": "true", "3. Quartal 2025": "false"} {
		r, _ := check(t, "project: {report_date: 2025-06-30}\nmeasures: [{id: m, code: \"1\", title: T, start: 2023, end: "+end+", phase: in Umsetzung}]", CheckOptions{})
		if got := derivedOf(t, r, "measures", "m", "overdue"); got != want {
			t.Errorf("%s: overdue %s", end, got)
		}
	}
}

func TestMoneyIsExact(t *testing.T) {
	for text, want := range map[string]string{"12500": "12500", "0.05": "0.05", "1250.5": "1250.50", "999999999999.99": "999999999999.99"} {
		r, l := check(t, "measures: [{id: M9, code: \"9\", title: T, lead: amt1, goals: [Z1], costs: [{year: 2024, planned: "+text+"}]}]", CheckOptions{})
		costs, _ := As[[]*Record](r.Find("measures", "M9"), "costs")
		if len(l.Findings) > 0 || len(costs) != 1 {
			t.Fatal(text, l.Findings)
		}
		if m, _ := As[Money](costs[0], "planned"); m.Written() != want {
			t.Errorf("%s: got %s", text, m.Written())
		}
	}
}

func TestTextFilesAreReadAndChecked(t *testing.T) {
	r, l := check(t, "project: {subtitle: {file: texte/leitbild.md}, claim: {de: {file: data/texte/leitbild.md}}}", CheckOptions{})
	if s, at, _ := must(r, "subtitle").Lang("de"); s != "Wir gehören zusammen." || at.File != "data/texte/leitbild.md" || len(l.Findings) > 0 {
		t.Errorf("got %q at %v, %v", s, at, l.Findings)
	}
	_, l = check(t, "project: {subtitle: {file: texte/windows1.md}}", CheckOptions{})
	if len(l.Findings) != 1 || l.Findings[0].Code != "not-utf-8" || l.Findings[0].At.File != "data/texte/windows1.md" {
		t.Errorf("got %v", l.Findings)
	}
}

func must(r *Report, key string) TextValue {
	v, _ := As[TextValue](r.Single("project"), key)
	return v
}

// TestATextMayStandInOneOtherLanguage: a name in a language that the project does not print, with a tag that exists; a slip
// of the pen in the tag is an error as before.
func TestATextMayStandInOneOtherLanguage(t *testing.T) {
	const town = "offices:\n  - {id: amt1, name: {%s: Олександра Шевченко}}\n"
	r, l := check(t, fmt.Sprintf(town, "uk"), CheckOptions{})
	name, _ := As[TextValue](r.Find("offices", "amt1"), "name")
	if len(l.Findings) > 0 || len(name) != 1 || name[0].Lang != "uk" || name[0].Text != "Олександра Шевченко" {
		t.Errorf("got %v, findings %v", name, l.Findings)
	}
	for tag, code := range map[string]diag.Code{"ed": "unknown-language", "ger man": "wrong-shape", "x": "wrong-shape"} {
		if _, l := check(t, fmt.Sprintf(town, tag), CheckOptions{}); !found(l, code) {
			t.Errorf("%s is taken for a language: %v", tag, l.Findings)
		}
	}
}
