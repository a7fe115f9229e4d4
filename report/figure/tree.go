package figure

import (
	"cmp"
	"slices"
	"strconv"

	"konzept/report/canvas"
	"konzept/report/doc"
	"konzept/report/geom"
	"konzept/report/number"
	"konzept/report/text"
	"konzept/report/wording"
)

// treeChart is a tree while it is drawn: a column for each level, what belongs to a node to its right and below. A rule
// above each node runs on to its first child, a line down to the others.
type treeChart struct {
	*chart
	d       *doc.Tree
	columns int
	wide    geom.Length // of a column
	gap     geom.Length
	nodes   []twig
	height  geom.Length
}

// twig is one placed node.
type twig struct {
	*doc.Branch
	parent   int // -1: none
	ink      geom.Ink
	x, wide  geom.Length
	y, tall  geom.Length // with the white below its text
	label    []text.Line
	note     []text.Line
	last     geom.Length // y of its last child's rule
	children int         // beside it
	stacked  bool        // stands below its parent, since no column is left
}

func (c *chart) tree(d *doc.Tree, width geom.Length) Result {
	t := &treeChart{chart: c, d: d}
	if len(d.Nodes) == 0 || width <= 0 {
		return c.done(geom.Size{W: max(width, 0)}, t.sentence(), t.rows()).valued(t.say.Data(t.rows(), ""))
	}
	t.fit(width)
	t.place()
	head := t.head(width)
	t.cut()
	return c.stripped(width, head, t.sentence(), t.rows()).valued(t.say.Data(t.rows(), ""))
}

// fit finds the columns, and wraps every label to its own.
func (t *treeChart) fit(width geom.Length) {
	em := t.Em()
	deepest := 0
	for i := range t.d.Nodes {
		deepest = max(deepest, t.d.Nodes[i].Depth)
	}
	t.gap = em * 3 / 2
	t.columns = min(deepest+1, max(int((width+t.gap)/(em*9+t.gap)), 1))
	t.wide = (width - t.gap*geom.Length(t.columns-1)) / geom.Length(t.columns)
	t.nodes = make([]twig, len(t.d.Nodes))
	var path []int
	for i := range t.d.Nodes {
		n := &t.nodes[i]
		*n = twig{Branch: &t.d.Nodes[i], parent: -1}
		depth := min(max(n.Depth, 0), len(path))
		path = append(path[:depth], i)
		n.ink = n.Ink
		if depth > 0 {
			n.parent = path[depth-1]
			if n.ink == 0 {
				n.ink = t.nodes[n.parent].ink
			}
		}
		if n.ink == 0 {
			n.ink = t.InkOf("accent", "primary", "text")
		}
		col := min(depth, t.columns-1)
		n.stacked = depth >= t.columns
		if depth > 0 && !n.stacked {
			t.nodes[n.parent].children++
		}
		indent := min(em*geom.Length(depth-col), t.wide/2)
		n.x, n.wide = (t.wide+t.gap)*geom.Length(col)+indent, t.wide-indent
		t.text(n, depth)
	}
}

// text wraps a node's code and label, and its note; the top level is strong.
func (t *treeChart) text(n *twig, depth int) {
	f := &t.Label
	if depth == 0 {
		f = &t.Strong
	}
	n.label = t.WrapIn(f, n.Label, n.wide, text.Left)
	n.note = t.Wrap(n.Note, n.wide, text.Left)
	lines := len(n.label) + len(n.note)
	if wording.Clean(n.Code) != "" {
		lines++
	}
	n.tall = t.LineHeight(lines) + t.Em()/2
}

// place finds every node's top: a first child stands level with its parent, the others below what precedes them.
func (t *treeChart) place() {
	em := t.Em()
	ends := make([]geom.Length, len(t.nodes)) // where a node with all below it ends
	var y geom.Length
	for i := range t.nodes {
		n := &t.nodes[i]
		switch p := n.parent; {
		case p < 0:
			n.y = y
			if i > 0 {
				n.y += em * 2 / 3
			}
		case n.stacked:
			n.y = max(t.nodes[p].y+t.nodes[p].tall, ends[p])
		case i == p+1:
			n.y = t.nodes[p].y
		default:
			n.y = ends[p]
		}
		if n.parent >= 0 {
			t.nodes[n.parent].last = max(t.nodes[n.parent].last, n.y)
		}
		ends[i] = n.y + n.tall
		for k := i; t.nodes[k].parent >= 0; k = t.nodes[k].parent {
			p := t.nodes[k].parent
			ends[p] = max(ends[p], ends[k])
		}
		y = max(y, n.y+n.tall)
	}
	t.height = y
}

// head names the levels above their columns.
func (t *treeChart) head(width geom.Length) int {
	lines := 0
	for i := range min(len(t.d.Ranks), t.columns) {
		l := t.Wrap(t.d.Ranks[i], t.wide, text.Left)
		t.SetLinesIn(t.InkOf("muted", "text"), l, (t.wide+t.gap)*geom.Length(i), 0)
		lines = max(lines, len(l))
	}
	if lines == 0 {
		return 0
	}
	t.EndStrip(t.LineHeight(lines)+t.Em()/3, canvas.CutFree)
	return 1
}

// cut draws the tree in strips. A page may end above a node where nothing that began above it goes on.
func (t *treeChart) cut() {
	from, first := geom.Length(0), 0
	var bottom geom.Length
	kind := canvas.CutFree
	for i := range t.nodes {
		n := &t.nodes[i]
		if n.y > from && bottom <= n.y {
			t.piece(first, i, from, n.y, kind)
			from, first, kind = n.y, i, canvas.CutInside
			if n.parent < 0 {
				kind = canvas.CutFree
			}
		}
		bottom = max(bottom, n.y+n.tall)
	}
	t.piece(first, len(t.nodes), from, t.height, kind)
}

// piece draws nodes first to last, and what leads to others, between from and to.
func (t *treeChart) piece(first, last int, from, to geom.Length, kind canvas.Cut) {
	for i := range t.nodes[:last] {
		n := &t.nodes[i]
		if n.children > 1 && n.last >= from && n.y < to {
			x := n.x + n.wide + t.gap/2
			a, b := max(n.y, from), min(n.last, to)
			t.Rect(geom.Box{X: x, Y: a - from, W: geom.Pt / 2, H: b - a + geom.Pt/2}, n.ink)
		}
	}
	for i := first; i < last; i++ {
		t.node(&t.nodes[i], t.nodes[i].y-from)
	}
	t.EndStrip(to-from, kind)
}

// node draws a node's rule and its texts below it.
func (t *treeChart) node(n *twig, y geom.Length) {
	em := t.Em()
	x, w, weight := n.x, n.wide, geom.Pt/2
	switch {
	case n.parent < 0:
		weight = geom.Pt * 3 / 2
	case !n.stacked:
		x, w = x-t.gap/2, w+t.gap/2
	}
	t.Rect(geom.Box{X: x, Y: y, W: w, H: weight}, n.ink)
	if n.children > 0 {
		t.Rect(geom.Box{X: n.x + n.wide, Y: y, W: t.gap / 2, H: geom.Pt / 2}, n.ink)
	}
	y += em / 5
	if wording.Clean(n.Code) != "" {
		t.WriteIn(n.ink, n.Code, &t.Strong, n.x, y+em, canvas.AtLeft)
		y += t.Leading()
	}
	t.SetLines(n.label, n.x, y)
	t.SetLinesIn(t.InkOf("muted", "text"), n.note, n.x, y+t.LineHeight(len(n.label)))
}

// sentence says how many nodes each level has, and which one at the top holds the most.
func (t *treeChart) sentence() string {
	unit := t.say.Things(t.d.Unit)
	if len(t.d.Nodes) == 0 {
		return t.say.Tell("Baum ohne %s.", "Tree without %s.", unit)
	}
	var levels, below []int
	var tops []string
	for i := range t.d.Nodes {
		n := &t.d.Nodes[i]
		for len(levels) <= n.Depth {
			levels = append(levels, 0)
		}
		levels[n.Depth]++
		if n.Depth == 0 {
			tops, below = append(tops, wording.Clean(n.Code+" "+n.Label)), append(below, 0)
		} else if len(below) > 0 {
			below[len(below)-1]++
		}
	}
	var parts []string
	for i, n := range levels {
		if i < len(t.d.Ranks) {
			parts = append(parts, t.rank(i)+" "+strconv.Itoa(n))
		} else {
			parts = append(parts, t.say.Tell("%d auf %s", "%d on %s", n, t.rank(i)))
		}
	}
	all := t.say.Counting(len(t.d.Nodes), t.d.Unit)
	if len(levels) < 2 {
		return t.say.Tell("%s auf einer Ebene.", "%s on one level.", all)
	}
	s := t.say.Tell("%s auf %d Ebenen: %s", "%s on %d levels: %s", all, len(levels), t.say.Also(parts))
	most, least := slices.Max(below), slices.Min(below)
	switch {
	case len(below) == 1:
	case most == least:
		s += t.say.Tell("; zu jedem der obersten %s %d", "; each of the top ones %[1]s %[2]d below it", t.say.Verb(most, "gehört", "gehören", "has", "has"), most)
	default:
		first := wording.Winners(len(below), 1, func(i int) number.Decimal { return number.Int(int64(below[i])) })
		s += t.say.Tell("; die meisten gehören zu %s", "; most are below %s", t.say.Shared(first, func(i int) string { return t.say.Quote(tops[i]) }, strconv.Itoa(most)))
	}
	return s + "."
}

// rank is what nodes of a depth are called.
func (t *treeChart) rank(depth int) string {
	if depth < len(t.d.Ranks) {
		return wording.Clean(t.d.Ranks[depth])
	}
	return t.say.Tell("Ebene %d", "level %d", depth+1)
}

func (t *treeChart) rows() [][]string {
	rows := [][]string{{t.say.Entry(), t.say.Tell("Ebene", "Level"), t.say.Tell("gehört zu", "below"), t.say.Tell("Bemerkung", "Note")}}
	var path []string
	for i := range t.d.Nodes {
		n := &t.d.Nodes[i]
		depth := min(max(n.Depth, 0), len(path))
		above := ""
		if depth > 0 {
			above = path[depth-1]
		}
		name := cmp.Or(wording.Clean(n.Code), wording.Clean(n.Label))
		path = append(path[:depth], name)
		rows = append(rows, []string{or(n.Code + " " + n.Label), t.rank(depth), or(above), or(n.Note)})
	}
	return rows
}
