package compose

import (
	"konzept/report/diag"
	"konzept/report/doc"
	"konzept/report/geom"
	"konzept/report/source"
)

// binding is how the sheets of a printed document hold together: how much of each page it hides at the inner edge, and
// what the number of pages must be a multiple of.
type binding struct {
	hidden   geom.Length
	multiple int
}

var bindings = map[string]binding{
	"none":    {0, 1},
	"stapled": {0, 4},            // saddle stitch: folded sheets have four pages, and open flat
	"glued":   {6 * geom.MM, 2},  // perfect binding does not open to the spine
	"ring":    {9 * geom.MM, 2},  // spirals, wires and combs
	"punched": {15 * geom.MM, 2}, // ISO 838: holes of 6 mm, their middle 12 mm from the edge
}

// binding reads a design's binding.
func (r *designReader) binding(n *source.Node) {
	r.Binding = bindings["none"]
	if n == nil {
		return
	}
	b, ok := bindings[n.Value]
	if !ok {
		r.found.Add("bad-value", n.Span, "binding", n.Value, diag.Suggest(n.Value, sortedKeys(bindings)))
		return
	}
	r.Binding = b
}

// bind moves what stands on facing pages out of the binding.
func (x *expander) bind(p *doc.PageStyle, at diag.Span) {
	hidden := x.design.Binding.hidden
	switch {
	case !p.Facing:
	case p.Inner+hidden+p.Outer < p.Size.W:
		p.Inner += hidden
	default:
		x.Fail("no-room", at, diag.Span{}, p.Name)
	}
}

// sheets makes the number of pages of a document with facing pages fit its binding as well.
func (x *expander) sheets(d *doc.Document) {
	for i := range d.Chapters {
		if d.Chapters[i].Page.Facing {
			d.Multiple = common(max(d.Multiple, 1), x.design.Binding.multiple)
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
