package doc

import "konzept/report/geom"

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

func (*Tree) drawing() {}
