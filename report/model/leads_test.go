package model

import (
	"strings"
	"testing"

	"konzept/report/schema"
)

// TestMeasuresHaveSeveralLeads: the first is the one that the workbook of an office goes to, all of them lead; hidden with the lead.
func TestMeasuresHaveSeveralLeads(t *testing.T) {
	r, out := check(t, `
offices: [{id: a, name: A}, {id: b, name: B}, {id: c, name: C}]
measures:
  - {id: one, code: "1", title: T, lead: a}
  - {id: list, code: "2", title: T, lead: [b]}
  - {id: more, code: "3", title: T, lead: [a, b, a]}
  - {id: both, code: "4", title: T, lead: c, co_leads: [b]}
  - {id: hidden, code: "5", title: T, lead: [a, c], hide: {lead: council}}
`, CheckOptions{})
	for _, f := range out.Findings {
		if f.Code == "one-reference" || f.Code == "wrong-shape" {
			t.Errorf("%+v", f)
		}
	}
	names := func(list []*Record) string {
		var s []string
		for _, rec := range list {
			s = append(s, rec.ID)
		}
		return strings.Join(s, " ")
	}
	for id, want := range map[string]string{"one": "a", "list": "b", "more": "a b", "both": "c b", "hidden": "a c"} {
		if got := names(leads(r.Find("measures", id))); got != want {
			t.Errorf("%s is led by %s, expected %s", id, got, want)
		}
	}
	if got := names(r.led(r.Find("offices", "b"))); got != "list more both" {
		t.Errorf("B leads %s", got)
	}
	public := r.View(schema.Public)
	if got := names(leads(public.Find("measures", "hidden"))); got != "" {
		t.Errorf("readers who may not know who leads read %s", got)
	}
	_, out = check(t, `
offices: [{id: a, name: A}, {id: b, name: B}]
measures: [{id: m, code: "1", title: T, lead: [a, b], co_leads: [b]}]
`, CheckOptions{})
	if !found(out, "one-reference") {
		t.Error("leads that are named twice are no finding")
	}
}
