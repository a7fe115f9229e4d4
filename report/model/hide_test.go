package model

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"konzept/report/diag"
	"konzept/report/schema"
)

// sampled is a value of a field as flow YAML; the two variants of it differ in everything that a reader could see.
func sampled(f *schema.Field, variant int) string {
	pick := func(a, b string) string { return []string{a, b}[variant] }
	switch f.Type {
	case schema.Word, schema.Text:
		return pick("Amsel", "Zeisig")
	case schema.Texts:
		return pick("[Amsel]", "[Zeisig, Drossel]")
	case schema.Int:
		return pick("1", "2")
	case schema.Decimal, schema.Euro:
		return pick("1.5", "77.25")
	case schema.Bool:
		return pick("true", "false")
	case schema.Day, schema.When:
		return pick("2024-05-07", "2024-06-11")
	case schema.Time:
		return pick(`"10:00"`, `"11:30"`)
	case schema.Year:
		return pick("2024", "2026")
	case schema.Choice:
		return fmt.Sprintf("%q", []string{f.Values[0].Key, f.Values[len(f.Values)-1].Key}[variant])
	case schema.URL:
		return pick("https://a.example", "https://b.example")
	case schema.File:
		return pick("pictures/von-oben.png", "bild.png")
	case schema.Labels:
		return pick("{a: Amsel}", "{b: Zeisig}")
	case schema.Nested:
		return sampledFields(f.Fields, variant, "")
	case schema.NestedList:
		return "[" + sampledFields(f.Fields, variant, "") + "]"
	}
	return ""
}

// sampledFields are all fields but references; those that others tell apart come with the same variant.
func sampledFields(fields []schema.Field, variant int, only string) string {
	var s []string
	for i := range fields {
		f := &fields[i]
		v := 0
		if only == "" || f.Key == only {
			v = variant
		}
		if text := sampled(f, v); text != "" && f.Key != "visibility" && f.Key != "hide" {
			s = append(s, f.Key+": "+text)
		}
	}
	return "{" + strings.Join(s, ", ") + "}"
}

// record is one record of a kind that hides one of its fields.
func hiding(k *schema.Kind, path, level string, variant int) string {
	key, _, _ := strings.Cut(path, ".")
	body := strings.TrimPrefix(sampledFields(k.Fields, variant, key), "{")
	refs := ""
	for i := range k.Fields {
		if f := &k.Fields[i]; f.Type == schema.Ref && f.Required {
			refs += f.Key + ": " + map[string]string{"workshops": "AA", "parts": "AA-1"}[f.Of] + ", "
		}
	}
	if k.Single {
		return fmt.Sprintf("%s: {hide: {%s: %s}, %s\n", k.Key, path, level, body)
	}
	return fmt.Sprintf("%s:\n  - {id: X, hide: {%s: %s}, %s%s\n", k.Key, path, level, refs, body)
}

// TestHiddenFieldsTellNothing: for every kind, every field that may be hidden and both audiences, two reports that differ
// in the hidden value alone give their readers the same view.
func TestHiddenFieldsTellNothing(t *testing.T) {
	views := 0
	for i := range schema.Kinds() {
		k := &schema.Kinds()[i]
		for _, path := range hideable(k.Fields) {
			f := fieldAt(k.Fields, path)
			if f.Type == schema.Ref || f.Type == schema.Refs || fieldAt(k.Fields, "hide") == nil || strings.Contains(path, ".") {
				continue
			}
			for level, reader := range map[string]schema.Level{"council": schema.Public, "office": schema.Council} {
				var seen [2]string
				for variant := range seen {
					r, l := check(t, hiding(k, path, level, variant), CheckOptions{})
					for _, found := range l.Findings {
						if found.Code == "unknown-key" || found.Code == "cannot-hide" {
							t.Fatalf("%s.%s: %s %q", k.Key, path, found.Code, found.Args)
						}
					}
					var b bytes.Buffer
					_ = r.View(reader).Dump(&b)
					reached := strings.Split(strs(r.View(reader)), "\n")
					slices.Sort(reached) // maps within have no order
					seen[variant] = b.String() + strings.Join(reached, "\n")
				}
				if seen[0] != seen[1] {
					t.Errorf("%s.%s, hidden for all but the %s, changes the view", k.Key, path, level)
				}
				views++
			}
		}
	}
	if views < 200 {
		t.Errorf("only %d views were compared", views)
	}
}

// TestWhatTellsTheHiddenGoesToo: values from which the hidden one could be worked out.
func TestWhatTellsTheHiddenGoesToo(t *testing.T) {
	const town = `
measures:
  - id: M1
    code: "1"
    title: Kurse
    goals: [Z1]
    lead: amt1
    end: 2025-10
    previous_end: 2025-06
    phase: in Umsetzung
    progress: 40
    costs: [{year: 2024, planned: 4711, spent: 1000}]
    funding: [{source: Land, year: 2024, amount: 4711}]
    log: [{date: 2024-02-01, text: Begonnen, phase: in Umsetzung, signal: im Plan, end: 2025-06}]
    hide: {%s: council}
ideas:
  - {id: AA-1-1, part: AA-1, kind: Frage, text: "Wo gibt es Kurse?", votes: 3, hide: {votes: council}}
parts:
  - {id: AA-1, workshop: AA, number: 1, date: 2023-11-20, balance: {ideas: 1, votes: 3}}
`
	for _, c := range []struct{ hidden, gone, stays string }{
		{"costs", "funding", "progress"},
		{"costs.spent", "costs.spent", "costs.planned funding"},
		{"phase", "progress log.phase", "log.text log.signal log.end"},
		{"signal", "log.signal", "log.phase progress"},
		{"end", "previous_end log.end", "log.text"},
	} {
		r, l := check(t, fmt.Sprintf(town, c.hidden), CheckOptions{})
		if l.Errors(false) {
			t.Fatal(l.Findings)
		}
		view := r.View(schema.Public)
		m := view.Find("measures", "M1")
		for _, path := range strings.Fields(c.gone) {
			if has(m, path) {
				t.Errorf("%s hidden: %s still tells it", c.hidden, path)
			}
		}
		for _, path := range strings.Fields(c.stays) {
			if !has(m, path) {
				t.Errorf("%s hidden: %s went as well", c.hidden, path)
			}
		}
		if _, ok := view.Find("parts", "AA-1").Value("balance"); ok {
			t.Error("the balance tells a hidden number of votes")
		}
	}
}

func has(r *Record, path string) bool {
	key, rest, deeper := strings.Cut(path, ".")
	v, ok := r.Value(key)
	if list, _ := v.V.([]*Record); ok && deeper {
		return len(list) > 0 && has(list[0], rest)
	}
	return ok
}

// TestTextsThatTellTheHiddenAreFound: a title, a number or an amount in a text that more people read.

func found(l *diag.List, code diag.Code) bool {
	for _, f := range l.Findings {
		if f.Code == code {
			return true
		}
	}
	return false
}
