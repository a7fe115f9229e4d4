package template

import (
	"bytes"
	"regexp"
	"strings"
)

// Owns tells whether a file that findings name is a template of the town's own.
func (s *Set) Owns(file string) bool {
	name := strings.TrimPrefix(file, "templates/")
	own, ok := read(s.project, name)
	built, _ := read(s.builtin, name)
	return ok && !bytes.Equal(own, built)
}

var (
	anchorPattern = regexp.MustCompile(`anchor=|\{#`)
	partPattern   = regexp.MustCompile(`(?m)^::part (\S+)`)
)

// Anchorless are the town's own templates that set fewer anchors, or take in fewer parts, than the built-in ones that they
// stand in for; if there is none, a document of its own.
func (s *Set) Anchorless(document string) (names []string) {
	for _, pattern := range []string{"documents/*.md", "parts/*.md"} {
		for _, name := range s.Names(pattern) {
			built, ok := read(s.builtin, name)
			if !ok || !s.Owns(name) || strings.HasPrefix(name, "documents/") && name != document {
				continue
			}
			own, _ := read(s.project, name)
			if len(anchorPattern.FindAll(own, -1)) < len(anchorPattern.FindAll(built, -1)) || !takesIn(own, built) {
				names = append(names, name)
			}
		}
	}
	if len(names) == 0 && s.Owns(document) {
		names = append(names, document)
	}
	return names
}

// takesIn tells whether a template takes in all parts that another does.
func takesIn(own, built []byte) bool {
	has := map[string]bool{}
	for _, m := range partPattern.FindAllSubmatch(own, -1) {
		has[string(m[1])] = true
	}
	for _, m := range partPattern.FindAllSubmatch(built, -1) {
		if !has[string(m[1])] {
			return false
		}
	}
	return true
}
