// Package compose merges a report with the templates of documents: report + template -> doc.Document.
//
// It never measures, breaks or places anything, and it never generates text to parse it again: templates are parsed once
// into trees, and expansion walks the tree.
package compose

import (
	"sync"

	"konzept/report/design"
	"konzept/report/diag"
	"konzept/report/picture"
	"konzept/report/template"
)

// Set composes documents by the templates of a library in its designs. Pictures are decoded once. It may be used by several
// goroutines.
type Set struct {
	templates *template.Set
	designs   *design.Set
	blocks    map[string]block // by the name of the directive

	mu       sync.Mutex
	pictures map[string]*loaded
}

// loaded is a picture with what is wrong with its file.
type loaded struct {
	picture *picture.Picture
	found   diag.List
}

// New prepares to compose by templates that know the directives of this package.
func New(templates *template.Set, designs *design.Set) *Set {
	s := &Set{templates: templates, designs: designs, blocks: map[string]block{}, pictures: map[string]*loaded{}}
	for _, c := range components() {
		s.blocks[c.Name] = c.block
	}
	return s
}

// Directives are what templates of documents may hold.
func Directives() []template.Component {
	var all []template.Component
	for _, c := range components() {
		all = append(all, c.Component)
	}
	return all
}
