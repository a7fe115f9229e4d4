package compose

import (
	"konzept/report/diag"
	"konzept/report/doc"
	"konzept/report/geom"
	"konzept/report/template"
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

type rankArgs struct {
	Name string `word:""`
}

type nodeArgs struct {
	Label                 string `word:""`
	Code, Note, ID, Under string
	Ink                   *geom.Ink
}

var (
	treeComponent = component{template.Component{Name: "tree", Body: true, Args: figureArgs{}}, tree}
	rankComponent = component{Component: template.Component{Name: "rank", Leaf: true, Within: []string{"tree"}, Args: rankArgs{}}}
	nodeComponent = component{Component: template.Component{Name: "node", Leaf: true, Body: true, Within: []string{"tree", "node"}, Args: nodeArgs{}}}
)

func tree(x *expander, c *context, d *template.Directive) {
	a := argsOf(x, c, d, figureArgs{})
	m := &treeMaker{x: x, byID: map[string]int{}}
	v := &doc.Tree{Unit: a.Unit}
	x.only(c, d, func(c *context, d *template.Directive) {
		if is(d, &rankComponent) {
			v.Ranks = append(v.Ranks, argsOf(x, c, d, rankArgs{}).Name)
		} else {
			m.node(c, d, -1)
		}
	})
	m.join()
	if v.Nodes = m.out; len(v.Nodes) > 0 {
		c.sink.add(x.figureOf(&a, d, v))
	}
}

// node reads one node; above is that within which it stands, -1 for none.
func (m *treeMaker) node(c *context, d *template.Directive, above int) {
	a := argsOf(m.x, c, d, nodeArgs{})
	n := treeNode{branch: doc.Branch{Label: a.Label, Code: a.Code, Note: a.Note, Ink: inkOr(a.Ink, 0)}, id: a.ID, under: a.Under, at: d.At}
	i := len(m.nodes)
	m.nodes = append(m.nodes, n)
	if n.id != "" {
		m.byID[n.id] = i
	}
	if above >= 0 && n.under == "" {
		m.nodes[above].kids = append(m.nodes[above].kids, i)
	}
	m.nodes[i].top = above < 0 && n.under == ""
	m.x.only(c, d, func(c *context, d *template.Directive) { m.node(c, d, i) })
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
