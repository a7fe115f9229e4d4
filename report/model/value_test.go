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
	for _, s := range []string{"", "Anfang", "Anfang 2014-05-07", "14", "2014-5", "Frühjahr 2014", "2014-04-1", "Mai", "2014-", "02014"} {
		if m, ok := parseMoment(s); ok {
			t.Errorf("%q is read as %v", s, m)
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
