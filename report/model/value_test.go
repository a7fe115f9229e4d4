package model

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"konzept/report/diag"
)

func TestMomentsReadAndSort(t *testing.T) {
	in := []string{"2005", "Ende 2008", "2012-06-27", "2013", "Mitte 2013", "Anfang April 2014", "April 2014", "2014-05-07", "Mitte 2014-05", "Ende Februar 2024"}
	var moments []Moment
	for _, s := range in {
		m, ok := parseMoment(s)
		if !ok {
			t.Fatalf("%s is refused", s)
		}
		moments = append(moments, m)
	}
	slices.SortFunc(moments, Moment.Compare)
	var out []string
	for _, m := range moments {
		out = append(out, m.String()+" "+m.From().String()+" "+m.To().String())
	}
	want := `2005 2005-01-01 2005-12-31
Ende 2008 2008-09-01 2008-12-31
2012-06-27 2012-06-27 2012-06-27
2013 2013-01-01 2013-12-31
Mitte 2013 2013-05-01 2013-08-31
Anfang 2014-04 2014-04-01 2014-04-10
2014-04 2014-04-01 2014-04-30
2014-05-07 2014-05-07 2014-05-07
Mitte 2014-05 2014-05-11 2014-05-20
Ende 2024-02 2024-02-21 2024-02-29`
	if got := strings.Join(out, "\n"); got != want {
		t.Errorf("got\n%s", got)
	}
	for _, s := range []string{"", "Anfang", "Anfang 2014-05-07", "14", "2014-5", "Frühjahr", "Frühjahr April 2014", "5. Quartal 2014", "3. Halbjahr 2014", "2014/2013", "2014/2014", "2014-2014-02", "ab", "ab laufend", "Winter 2014/2016", "Sommer 2014/2015", "2014-04-1", "Mai", "2014-", "02014"} {
		if m, ok := parseMoment(s); ok {
			t.Errorf("%q is read as %v", s, m)
		}
	}
}

// TestPlansSayTimesInManyWays: each form of a time, in German and English, with the days that it can mean.
func TestPlansSayTimesInManyWays(t *testing.T) {
	for want, forms := range map[string][]string{
		"2026-Q2 2026-04-01 2026-06-30":          {"2. Quartal 2026", "2.Quartal 2026", "Q2 2026", "Q2/2026", "2026-Q2", "2026 Q2"},
		"2026-H2 2026-07-01 2026-12-31":          {"2. Halbjahr 2026", "H2 2026", "2026-H2"},
		"Frühjahr 2026 2026-03-01 2026-05-31":    {"Frühjahr 2026", "Frühling 2026", "spring 2026"},
		"Winter 2026 2026-12-01 2027-02-28":      {"Winter 2026", "Winter 2026/27", "winter 2026/2027"},
		"2026/2027 2026-01-01 2027-12-31":        {"2026/2027", "2026/27", "2026-2027", "2026–2027", "2026 bis 2027", "2026 to 2027"},
		"ab 2026 2026-01-01 2026-12-31":          {"ab 2026", "from 2026"},
		"ab 2026-04 2026-04-01 2026-04-30":       {"ab April 2026", "ab 2026-04", "from April 2026"},
		"ab 2026-05-07 2026-05-07 2026-05-07":    {"ab 2026-05-07"},
		"laufend 9999-12-31 9999-12-31":          {"laufend", "fortlaufend", "ongoing"},
		"bis auf Weiteres 9999-12-31 9999-12-31": {"bis auf Weiteres", "until further notice"},
		"dauerhaft 9999-12-31 9999-12-31":        {"dauerhaft", "unbefristet", "permanent"},
		"2026-01 2026-01-01 2026-01-31":          {"Jänner 2026", "January 2026", "2026-01"},
		"Ende 2026-01 2026-01-21 2026-01-31":     {"Ende Jänner 2026", "late January 2026"},
		"Mitte 2026 2026-05-01 2026-08-31":       {"mid-2026", "Mitte 2026"},
	} {
		for _, s := range forms {
			m, ok := parseMoment(s)
			if got := m.String() + " " + m.From().String() + " " + m.To().String(); !ok || got != want {
				t.Errorf("%s: %s, want %s", s, got, want)
			}
			if again, ok := parseMoment(m.String()); !ok || again != m {
				t.Errorf("%s: written %s, read %s", s, m, again)
			}
		}
	}
}

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
