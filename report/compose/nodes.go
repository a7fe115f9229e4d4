package compose

import (
	"konzept/report/diag"
	"konzept/report/doc"
)

// treeMaker gathers nodes, which may stand within each other or name the one above them, in any order.
type treeMaker struct {
	x     *expander
	nodes []treeNode
	byID  map[string]int
	out   []doc.Branch
}

type treeNode struct {
	branch doc.Branch
	id     string
	under  string
	at     diag.Span
	kids   []int
	top    bool
	seen   bool
}

func tree(x *expander, c *context, d *directive) {
	a := x.args(c, d)
	m := &treeMaker{x: x, byID: map[string]int{}}
	v := &doc.Tree{Unit: a.str("unit")}
	x.only(c, d.kids, "tree", func(c *context, d *directive) bool {
		if d.spec.name == "rank" {
			v.Ranks = append(v.Ranks, x.args(c, d).firstText())
			return true
		}
		return m.node(c, d, -1)
	})
	m.join()
	if v.Nodes = m.out; len(v.Nodes) > 0 {
		c.sink.add(x.figureOf(a, v))
	}
}

// node reads one node; above is that within which it stands, -1 for none.
func (m *treeMaker) node(c *context, d *directive, above int) bool {
	if d.spec.name != "node" {
		return false
	}
	a := m.x.args(c, d)
	n := treeNode{branch: doc.Branch{Label: a.firstText(), Code: a.str("code"), Note: a.str("note")}, id: a.str("id"), under: a.str("under"), at: d.at}
	n.branch.Ink, _ = a.ink("ink")
	i := len(m.nodes)
	m.nodes = append(m.nodes, n)
	if n.id != "" {
		m.byID[n.id] = i
	}
	if above >= 0 && n.under == "" {
		m.nodes[above].kids = append(m.nodes[above].kids, i)
	}
	m.nodes[i].top = above < 0 && n.under == ""
	m.x.only(c, d.kids, "node", func(c *context, d *directive) bool { return m.node(c, d, i) })
	return true
}

// join hangs nodes below those that they name. What hangs in a ring is named and stands at the top.
func (m *treeMaker) join() {
	for i := range m.nodes {
		n := &m.nodes[i]
		if n.under == "" {
			continue
		}
		if p, ok := m.byID[n.under]; ok {
			m.nodes[p].kids = append(m.nodes[p].kids, i)
		} else {
			n.top = true // what it names is not shown here
		}
	}
	for i := range m.nodes {
		if m.nodes[i].top {
			m.list(i, 0)
		}
	}
	for i := range m.nodes {
		if n := &m.nodes[i]; !n.seen {
			m.x.Fail("tree-ring", n.at, diag.Span{}, n.branch.Label)
			m.list(i, 0)
		}
	}
}

func (m *treeMaker) list(i, depth int) {
	n := &m.nodes[i]
	if n.seen {
		return
	}
	n.seen, n.branch.Depth = true, depth
	m.out = append(m.out, n.branch)
	for _, k := range n.kids {
		m.list(k, depth+1)
	}
}
