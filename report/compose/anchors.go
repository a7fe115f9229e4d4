package compose

import (
	"bytes"
	"regexp"
	"strings"

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
			known, causes = sortedKeys(x.anchors), x.set.withoutAnchors(x.job.Template)
		}
		if len(causes) > 0 && !x.set.owns(r.at.File) {
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

// owns tells whether a file that findings name is a template of the town's own.
func (s *Set) owns(file string) bool {
	name := strings.TrimPrefix(file, "templates/")
	own, ok := read(s.project, name)
	built, _ := read(s.builtin, name)
	return ok && !bytes.Equal(own, built)
}

var (
	anchorMarks = regexp.MustCompile(`anchor=|\{#`)
	partMarks   = regexp.MustCompile(`(?m)^::part (\S+)`)
)

// withoutAnchors are the town's own templates that set fewer anchors, or take in fewer parts, than the built-in ones that they
// stand in for; if there is none, a document of its own.
func (s *Set) withoutAnchors(document string) (names []string) {
	for _, pattern := range []string{"documents/*.md", "parts/*.md"} {
		for _, name := range s.names(pattern) {
			built, ok := read(s.builtin, name)
			if !ok || !s.owns(name) || strings.HasPrefix(name, "documents/") && name != document {
				continue
			}
			own, _ := read(s.project, name)
			if len(anchorMarks.FindAll(own, -1)) < len(anchorMarks.FindAll(built, -1)) || !takesIn(own, built) {
				names = append(names, name)
			}
		}
	}
	if len(names) == 0 && s.owns(document) {
		names = append(names, document)
	}
	return names
}

// takesIn tells whether a template takes in all parts that another does.
func takesIn(own, built []byte) bool {
	has := map[string]bool{}
	for _, m := range partMarks.FindAllSubmatch(own, -1) {
		has[string(m[1])] = true
	}
	for _, m := range partMarks.FindAllSubmatch(built, -1) {
		if !has[string(m[1])] {
			return false
		}
	}
	return true
}
