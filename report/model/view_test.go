package model

import (
	"bytes"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"konzept/report/schema"
)

const hidden = `
project:
  title: Konzept
  municipality: {name: Musterstadt}
fields:
  - {id: F1, code: "1", title: Sprache, text: GEHEIM-Feld, hide: {text: council}}
goals:
  - {id: Z1, code: "1", title: Sprache, text: Alle., field: F1}
  - {id: Z2-GEHEIM, code: "2", title: GEHEIM-Ziel, text: GEHEIM, field: F1, visibility: office}
measures:
  - id: M1
    code: "1"
    title: Kurse
    goals: [Z1, Z2-GEHEIM]
    lead: amt1
    related: [M2-GEHEIM]
    risks: GEHEIM-Risiko
    internal_note: GEHEIM-Vermerk
    comment: GEHEIM-Kommentar
    costs: [{year: 2024, planned: 4711}]
    hide: {comment: office, costs: council}
  - {id: M2-GEHEIM, code: GEHEIM-2, title: GEHEIM, goals: [Z1], lead: amt1, visibility: council}
ideas:
  - {id: AA-1-1, part: AA-1, kind: Lösungsansatz, text: Lotsen, outcome: aufgenommen, measures: [M2-GEHEIM]}
  - {id: AA-1-2-GEHEIM, part: AA-1, kind: Frage, text: GEHEIM, visibility: office}
parts:
  - {id: AA-1, workshop: AA, number: 1, date: 2023-11-20, balance: {ideas: 2}}
`

// reachable collects every string that a reader of the report could come to, whatever way.
func reachable(v reflect.Value, seen map[uintptr]bool, out *strings.Builder) {
	switch v.Kind() {
	case reflect.Pointer:
		if v.IsNil() || seen[v.Pointer()] {
			return
		}
		seen[v.Pointer()] = true
		reachable(v.Elem(), seen, out)
	case reflect.Interface:
		if !v.IsNil() {
			reachable(v.Elem(), seen, out)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			reachable(v.Field(i), seen, out)
		}
	case reflect.Slice, reflect.Array:
		for i := range v.Len() {
			reachable(v.Index(i), seen, out)
		}
	case reflect.Map:
		for _, k := range v.MapKeys() {
			reachable(k, seen, out)
			reachable(v.MapIndex(k), seen, out)
		}
	case reflect.String:
		fmt.Fprintln(out, v.String())
	case reflect.Int64:
		fmt.Fprintln(out, v.Int())
	}
}

func strs(r *Report) string {
	var out strings.Builder
	reachable(reflect.ValueOf(r), map[uintptr]bool{}, &out)
	return out.String()
}

func TestNothingHiddenSurvivesAView(t *testing.T) {
	report, l := check(t, hidden, CheckOptions{})
	if l.Errors(false) {
		t.Fatal(l.Findings)
	}
	if all := strs(report); !strings.Contains(all, "GEHEIM-Vermerk") || !strings.Contains(all, "471100") {
		t.Fatal("the test would see nothing")
	}
	var dump bytes.Buffer
	view := report.View(schema.Public)
	_ = view.Dump(&dump)
	for _, all := range []string{strs(view), dump.String()} {
		for _, secret := range []string{"GEHEIM", "471100"} {
			if i := strings.Index(all, secret); i >= 0 {
				t.Errorf("%q survives: …%s…", secret, all[max(0, i-40):min(len(all), i+40)])
			}
		}
	}
	if strings.Contains(dump.String(), "hide") || strings.Contains(dump.String(), "balance") {
		t.Errorf("the view tells that something is hidden:\n%s", dump.String())
	}
}

func TestViewOfTheCouncilKeepsWhatTheCouncilMaySee(t *testing.T) {
	report, _ := check(t, hidden, CheckOptions{})
	view := report.View(schema.Council)
	m := view.Find("measures", "M1")
	for key, want := range map[string]bool{"risks": true, "costs": true, "related": true, "comment": false, "internal_note": false} {
		if _, ok := m.Value(key); ok != want {
			t.Errorf("%s: got %v, want %v", key, ok, want)
		}
	}
	if goals, _ := As[[]*Record](m, "goals"); len(goals) != 1 || goals[0] != view.Find("goals", "Z1") {
		t.Error("the reference does not lead to the view's own record")
	}
	if n := len(view.Inverse(view.Find("goals", "Z1"), "measures")); n != 2 {
		t.Errorf("goal has %d measures, want 2", n)
	}
	public := report.View(schema.Public)
	if n := len(public.Inverse(public.Find("goals", "Z1"), "measures")); n != 1 {
		t.Errorf("the public goal has %d measures, want 1", n)
	}
}

func TestViewOfTheOfficeIsTheReport(t *testing.T) {
	report, _ := check(t, hidden, CheckOptions{})
	var a, b bytes.Buffer
	_ = report.Dump(&a)
	_ = report.View(schema.Office).Dump(&b)
	if a.String() != b.String() {
		t.Error("the office's view differs from the report")
	}
}

func TestWhatHangsOnHiddenRecordsAloneIsHidden(t *testing.T) {
	const town = `
project:
  title: Konzept
  municipality: {name: Musterstadt}
fields:
  - {id: F1, code: "1", title: Sprache}
  - {id: F2, code: "2", title: Intern, visibility: council}
goals:
  - {id: Z1, code: "1", title: Eins, text: Alle., field: F1}
  - {id: Z2, code: "2", title: Zwei, text: Alle., field: F2}
  - {id: Z3, code: "3", title: Drei, text: Alle., parent: Z2}
  - {id: Z4, code: "4", title: Vier, text: Alle., field: F1, visibility: council}
  - {id: Z5, code: "5", title: Fünf, text: Alle., parent: Z4}
measures:
  - {id: M1, code: "1", title: Am Feld, field: F2}
  - {id: M2, code: "2", title: An zwei Zielen, goals: [Z3, Z1]}
  - {id: M3, code: "3", title: Am Ziel, goals: [Z3]}
  - {id: M4, code: "4", title: Ohne}
  - {id: M5, code: "5", title: Am verborgenen Ziel, goals: [Z4]}
  - {id: M6, code: "6", title: Am Feld und am verborgenen Ziel, field: F1, goals: [Z4]}
workshops:
  - {id: W, title: Runde, visibility: council}
parts:
  - {id: P, workshop: W, number: 1, date: 2023-11-20}
ideas:
  - {id: I, part: P, kind: Frage, text: Wann}
`
	r, _ := check(t, town, CheckOptions{})
	for _, c := range []struct {
		level schema.Level
		want  string
	}{
		{schema.Public, "F1 Z1 M2 M4 M6 AA AA-1 AA-1-1"},
		{schema.Council, "F1 F2 Z1 Z2 Z3 Z4 Z5 M1 M2 M3 M4 M5 M6 AA W AA-1 P AA-1-1 I"},
	} {
		v := r.View(c.level)
		var ids []string
		for _, kind := range []string{"fields", "goals", "measures", "workshops", "parts", "ideas"} {
			for _, rec := range v.Records(kind) {
				ids = append(ids, rec.ID)
			}
		}
		if got := strings.Join(ids, " "); got != c.want {
			t.Errorf("level %d sees %s, want %s", c.level, got, c.want)
		}
	}
	m2 := r.View(schema.Public).Records("measures")[0]
	if f, ok := m2.Value("field"); !ok || f.V.(*Record).ID != "F1" {
		t.Errorf("a measure that lost its first goal stands in %v", f.V)
	}
}

func TestGoalsCountTheirLevels(t *testing.T) {
	r, l := check(t, `
project:
  title: Konzept
  municipality: {name: Musterstadt}
  terms: {levels: [{one: A, many: A}, {one: B, many: B}, {one: C, many: C}]}
fields: [{id: F1, code: "1", title: Sprache}]
goals:
  - {id: Z3, code: "3", title: Drei, text: Alle., parent: Z2}
  - {id: Z2, code: "2", title: Zwei, text: Alle., parent: Z1}
  - {id: Z1, code: "1", title: Eins, text: Alle., field: F1}
  - {id: Z4, code: "4", title: Vier, text: Alle., field: F1, level: 2}
`, CheckOptions{})
	for i, want := range []int64{3, 2, 1, 2} {
		if g := r.Records("goals")[i]; l.Errors(false) || !hasLevel(g, want) {
			t.Errorf("%s is not on level %d", g.ID, want)
		}
	}
}

func hasLevel(g *Record, want int64) bool {
	v, _ := g.Value("level")
	return v.V == want
}
