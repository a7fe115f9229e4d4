package design

import (
	"maps"
	"slices"

	"konzept/report/diag"
	"konzept/report/doc"
	"konzept/report/geom"
	"konzept/report/source"
)

// Binding is how the sheets of a printed document hold together: how much of each page it hides at the inner edge, and
// what the number of pages must be a multiple of.
type Binding struct {
	hidden   geom.Length
	multiple int
}

var bindings = map[string]Binding{
	"none":    {0, 1},
	"stapled": {0, 4},            // saddle stitch: folded sheets have four pages, and open flat
	"glued":   {6 * geom.MM, 2},  // perfect binding does not open to the spine
	"ring":    {9 * geom.MM, 2},  // spirals, wires and combs
	"punched": {15 * geom.MM, 2}, // ISO 838: holes of 6 mm, their middle 12 mm from the edge
}

// binding reads a design's binding.
func (r *reader) binding(n *source.Node) {
	r.Binding = bindings["none"]
	if n == nil {
		return
	}
	b, ok := bindings[n.Value]
	if !ok {
		r.found.Add("bad-value", n.Span, "binding", n.Value, diag.Suggest(n.Value, slices.Sorted(maps.Keys(bindings))))
		return
	}
	r.Binding = b
}

// Shift moves what stands on facing pages out of the binding; false if there is no room.
func (b Binding) Shift(p *doc.PageStyle) bool {
	switch {
	case !p.Facing:
	case p.Inner+b.hidden+p.Outer < p.Size.W:
		p.Inner += b.hidden
	default:
		return false
	}
	return true
}

// Complete makes the number of pages of a document with facing pages fit the binding as well.
func (b Binding) Complete(d *doc.Document) {
	for i := range d.Chapters {
		if d.Chapters[i].Page.Facing {
			d.Multiple = common(max(d.Multiple, 1), b.multiple)
			return
		}
	}
}

// common is the least common multiple.
func common(a, b int) int {
	n := a
	for n%b > 0 {
		n += a
	}
	return n
}
