package model

import (
	"strings"
	"testing"

	"konzept/report/schema"
)

const modules = `
project: {report_date: 2025-06-30}
fields: [{id: f, code: A, title: T}]
goals: [{id: z, code: "1", title: T, field: f}]
measures:
  - {id: whole, code: "1", title: T, goals: [z], costs: [{planned: 10}], visibility: %s}
  - {id: part, code: 1a, title: T, parent: whole, phase: abgeschlossen, costs: [{planned: 5}]}
  - {id: inner, code: 1a1, title: T, parent: part}
  - {id: other, code: "2", title: T, field: f, links: [{kind: needs, to: part}, {kind: widerspricht, to: whole}]}
`

// TestMeasuresHaveModules: a part stands in the field of the whole, at any depth, and is listed there; both ways are known.
func TestMeasuresHaveModules(t *testing.T) {
	r, out := check(t, strings.Replace(modules, "%s", "public", 1), CheckOptions{})
	if out.Stops(false) {
		t.Fatalf("%+v", out.Findings)
	}
	field := r.Find("fields", "f")
	for _, id := range []string{"whole", "part", "inner", "other"} {
		if got, _ := As[*Record](r.Find("measures", id), "field"); got != field {
			t.Errorf("%s stands in %v", id, got)
		}
	}
	if got := r.Inverse(r.Find("measures", "whole"), "modules"); len(got) != 1 || got[0].ID != "part" {
		t.Errorf("the whole has %v", got)
	}
	if got := r.Inverse(field, "measures"); len(got) != 4 {
		t.Errorf("the field has %d measures", len(got))
	}
	links, _ := As[[]*Record](r.Find("measures", "other"), "links")
	if to, _ := As[*Record](links[0], "to"); len(links) != 2 || to.ID != "part" || WordOf(links[0], "kind") != "braucht" {
		t.Errorf("links %v", links)
	}
}

// TestPartsOfWhatIsHiddenAreHidden: they would stand nowhere, and tell that there is more.
func TestPartsOfWhatIsHiddenAreHidden(t *testing.T) {
	r, _ := check(t, strings.Replace(modules, "%s", "office", 1), CheckOptions{})
	view := r.View(schema.Public)
	for id, seen := range map[string]bool{"whole": false, "part": false, "inner": false, "other": true} {
		if got := view.Find("measures", id) != nil; got != seen {
			t.Errorf("%s is seen: %t", id, got)
		}
	}
	links, _ := As[[]*Record](view.Find("measures", "other"), "links")
	for _, l := range links {
		if _, ok := As[*Record](l, "to"); ok {
			t.Error("a link tells of what is hidden")
		}
	}
}
