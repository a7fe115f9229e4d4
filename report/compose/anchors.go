package compose

import (
	"maps"
	"slices"

	"konzept/report/diag"
)

// resolve finds references to anchors that do not exist. Where a built-in template refers, the cause is a template of the
// town's own that stands in for one which set them; that is told once.
func (x *expander) resolve() {
	var known, causes []string
	told := false
	for _, r := range x.wanted {
		if _, ok := x.anchors[r.anchor]; ok {
			continue
		}
		if known == nil {
			known, causes = slices.Sorted(maps.Keys(x.anchors)), x.set.templates.Anchorless(x.job.Template)
		}
		if len(causes) > 0 && !x.set.templates.Owns(r.at.File) {
			for _, name := range causes {
				if !told {
					x.Out.Add("anchors-gone", diag.Span{File: "templates/" + name}, name, r.anchor)
				}
			}
			told = true
			continue
		}
		hint := diag.Suggest(r.anchor, known)
		if len(known) == 0 {
			hint = diag.Both("hier gibt es noch keine Sprungmarken; setzen Sie {#"+r.anchor+"} hinter die Überschrift, zu der der Verweis führen soll",
				"there are no anchors here yet; put {#"+r.anchor+"} after the heading to which the reference leads")
		}
		x.Fail("missing-anchor", r.at, diag.Span{}, r.anchor, hint)
	}
}
