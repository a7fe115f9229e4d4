package doc

import (
	"strconv"

	"konzept/report/geom"
)

// Tree is nodes below nodes, in reading order: whatever stands below a node follows it.
type Tree struct {
	Nodes []Branch
	Unit  string   // what the nodes are, in the plural; empty: entries
	Ranks []string // names of the levels, from the top; may be empty
}

// Branch is one node of a tree.
type Branch struct {
	Depth       int // 0 at the top, at most one more than the node before
	Code, Label string
	Note        string // a short remark below the label, such as a number
	Ink         geom.Ink
}

func (d *Tree) walk(w *walker) {
	w.labels(&d.Unit)
	for i := range d.Ranks {
		w.labels(&d.Ranks[i])
	}
	for i := range d.Nodes {
		w.labels(&d.Nodes[i].Code, &d.Nodes[i].Label, &d.Nodes[i].Note)
	}
}

func (d *Tree) kind(*dumper) string {
	return join("tree", quote("unit", d.Unit), list("ranks", d.Ranks))
}

func (d *Tree) dump(p *dumper) {
	for _, n := range d.Nodes {
		p.line("node", "depth="+strconv.Itoa(n.Depth), quote("code", n.Code), quote("label", n.Label), quote("note", n.Note), p.ink("ink", n.Ink, n.Ink > 0))
	}
}
