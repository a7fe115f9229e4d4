package layout

import (
	"slices"

	"konzept/report/doc"
	"konzept/report/geom"
	"konzept/report/page"
)

// cell is one column of a row: its galley is collected for the width within its paddings.
type cell struct {
	g      *galley
	x      geom.Length // of the content
	down   geom.Length // so that first baselines of a row meet
	left   geom.Length // of the ground
	width  geom.Length // of the ground
	fill   geom.Ink
	filled bool
	elem   *page.Elem
	rows   int  // that it spans
	bare   bool // content of a cell that spans rows: another slab sets it
}

// rowLook is what a row has beside its cells.
type rowLook struct {
	x, width geom.Length
	pad      geom.Length // above and below the content
	height   geom.Length // at least, paddings included
	fill     geom.Ink
	filled   bool
	striped  bool             // the fill is a stripe
	stripes  [][2]geom.Length // parts that the stripe covers; nil: all of it
	rule     geom.Length
	ruleInk  geom.Ink
	ruled    [][2]geom.Length // parts of the rule; nil: all of it
	above    bool             // a row with the same rule stands above: its rule is drawn again over this row's fills
	split    doc.Split
	room     geom.Length // what a page has for it at most
	onTop    bool        // content stands at the top without meeting baselines (grids)
	anchor   string
}

// row sets cells side by side as one slab, or as slices if it may be split or no page can hold it.
func (b *builder) row(g *galley, cells []cell, look *rowLook) {
	if !look.onTop {
		meet(cells)
	}
	height := b.rowHeight(cells, look)
	b.anchor(g, look.anchor, nil)
	if height > look.room || look.split == doc.SplitAny {
		if b.slices(g, cells, look) {
			return
		}
	}
	s := slab{height: max(height, look.height), items: b.room(rowItems(cells, look))}
	b.rowGround(&s, cells, look, true)
	for i := range cells {
		c := &cells[i]
		if s.base == 0 && c.g != nil && c.g.base() > 0 {
			s.base = look.pad + c.down + c.g.base()
		}
		c.set(&s, 0, -1, look.pad+c.down)
	}
	g.add(s)
}

// rowHeight is that of the highest cell with its paddings and the rule below.
func (b *builder) rowHeight(cells []cell, look *rowLook) geom.Length {
	var h geom.Length
	for i := range cells {
		if c := &cells[i]; c.g != nil && !c.bare {
			h = max(h, c.down+c.g.height())
		}
	}
	return h + 2*look.pad + look.rule
}

// meet moves cells that begin with text down until their first baselines meet.
func meet(cells []cell) {
	var base geom.Length
	for i := range cells {
		if cells[i].g != nil {
			base = max(base, cells[i].g.base())
		}
	}
	for i := range cells {
		if c := &cells[i]; c.g != nil && c.g.base() > 0 {
			c.down = base - c.g.base()
		}
	}
}

func rowItems(cells []cell, look *rowLook) int {
	n := 2 + len(look.ruled) + len(look.stripes)
	if look.filled {
		n++
	}
	for i := range cells {
		n += 2
		if g := cells[i].g; g != nil {
			n += g.count(0, len(g.slabs))
		}
	}
	return n
}

// set places slabs i to j of the cell's content (j < 0: all) at y in s. An empty cell leaves its element as an anchor.
func (c *cell) set(s *slab, i, j int, y geom.Length) {
	if c.g == nil || len(c.g.slabs) == 0 {
		if c.elem != nil && i == 0 {
			s.items = append(s.items, &page.Anchor{Y: y, Elem: c.elem})
		}
		return
	}
	if j < 0 {
		j = len(c.g.slabs)
	}
	c.g.place(s, i, j, c.x, y, 0)
}

// rowGround draws the row's and the cells' fills and the rule below, all behind the content.
func (b *builder) rowGround(s *slab, cells []cell, look *rowLook, end bool) {
	if look.filled {
		for _, p := range orAll(look.stripes, look) {
			s.items = append(s.items, &page.Rect{Box: geom.Box{X: p[0], W: p[1] - p[0], H: s.height}, Ink: look.fill})
		}
	}
	for i := range cells {
		if c := &cells[i]; c.filled {
			s.items = append(s.items, &page.Rect{Box: geom.Box{X: c.left, W: c.width, H: s.height}, Ink: c.fill})
		}
	}
	if look.above && look.rule > 0 && len(s.items) > 0 {
		s.items = append(s.items, &page.Rect{Box: geom.Box{X: look.x, Y: -look.rule, W: look.width, H: look.rule}, Ink: look.ruleInk})
	}
	if look.rule <= 0 || !end {
		return
	}
	for _, p := range orAll(look.ruled, look) {
		box := geom.Box{X: p[0], Y: s.height - look.rule, W: p[1] - p[0], H: look.rule}
		s.items = append(s.items, &page.Rect{Box: box, Ink: look.ruleInk})
	}
}

// orAll is parts of a row's width, or all of it for nil.
func orAll(parts [][2]geom.Length, look *rowLook) [][2]geom.Length {
	if parts == nil {
		return [][2]geom.Length{{look.x, look.x + look.width}}
	}
	return parts
}

// slice is a part of a row: for each cell its slabs from, to, and how far below the slice's top they stand.
type slice struct {
	from, to []int
	y        []geom.Length
	height   geom.Length
	cost     int32 // of a page end after it
}

// slices sets a row that may break, and tells whether there was anything to cut.
func (b *builder) slices(g *galley, cells []cell, look *rowLook) bool {
	list := cutRow(cells, look.room/3)
	if len(list) < 2 {
		return false
	}
	for n := range list {
		sl := &list[n]
		s := slab{height: sl.height}
		top := geom.Length(0)
		if n == 0 {
			top = look.pad
		}
		s.height += top
		last := n == len(list)-1
		if last {
			s.height += look.pad + look.rule
		}
		b.rowGround(&s, cells, look, last)
		look.above = false
		for i := range cells {
			if sl.from[i] < sl.to[i] || n == 0 {
				cells[i].set(&s, sl.from[i], sl.to[i], top+sl.y[i])
			}
		}
		if n > 0 {
			g.bind(max(list[n-1].cost, costLine))
			s.top, s.bottom = look.pad, look.pad
		}
		g.add(s)
	}
	return true
}

// cutRow cuts a row wherever no cell has a slab in the way. Between two such places that are too far apart (step), it
// takes the cells' slabs in turn instead, so that every row can be cut somewhere.
func cutRow(cells []cell, step geom.Length) []slice {
	c := rowCutter{cells: cells, at: make([]int, len(cells))}
	if c.nested() {
		for c.more() {
			c.chunk(step)
		}
		return c.list
	}
	c.top = make([]geom.Length, len(cells))
	for i := range cells {
		c.top[i] = cells[i].down
	}
	tops, bottoms := c.edges()
	from, above := geom.Length(0), 0
	for n, y := range bottoms {
		for above < len(tops) && tops[above] < y {
			above++
		}
		if n+1 < len(bottoms) && bottoms[n+1] == y {
			continue
		}
		if y > from && above == n+1 { // all that begin above y end there or above
			if y-from > max(step, 1) {
				for c.before(y) {
					c.chunk(0)
				}
			} else {
				c.natural(from, y)
			}
			from = y
		}
	}
	for c.more() {
		c.chunk(0)
	}
	return c.list
}

// rowCutter holds how far each cell has been cut.
type rowCutter struct {
	cells []cell
	at    []int         // next slab of each cell
	top   []geom.Length // where each cell's next slab would stand in the uncut row, its white above not counted
	list  []slice
}

// nested tells whether a cell holds grounds or tables, whose parts need more room than the whole.
func (c *rowCutter) nested() bool {
	for i := range c.cells {
		if g := c.cells[i].g; g != nil && len(g.regions) > 0 {
			return true
		}
	}
	return false
}

func (c *rowCutter) slabs(i int) []slab {
	if c.cells[i].g == nil {
		return nil
	}
	return c.cells[i].g.slabs
}

func (c *rowCutter) more() bool {
	for i := range c.cells {
		if c.at[i] < len(c.slabs(i)) {
			return true
		}
	}
	return false
}

// edges are the upper and lower edges of all slabs in the uncut row, ascending.
func (c *rowCutter) edges() (tops, bottoms []geom.Length) {
	for i := range c.cells {
		y := c.cells[i].down
		for k := range c.slabs(i) {
			s := &c.slabs(i)[k]
			if k > 0 {
				y += s.space
			}
			tops = append(tops, y-1+min(s.height, 1)) // what has no height ends where it begins
			y += s.height
			bottoms = append(bottoms, y)
		}
	}
	slices.Sort(tops)
	slices.Sort(bottoms)
	return tops, bottoms
}

// before tells whether a cell's next slab ends at y or above.
func (c *rowCutter) before(y geom.Length) bool {
	for i := range c.cells {
		if c.at[i] < len(c.slabs(i)) && c.bottom(i) <= y {
			return true
		}
	}
	return false
}

// bottom is the lower edge of a cell's next slab in the uncut row.
func (c *rowCutter) bottom(i int) geom.Length {
	s := &c.slabs(i)[c.at[i]]
	y := c.top[i] + s.height
	if c.at[i] > 0 {
		y += s.space
	}
	return y
}

// natural takes everything between from and to as it stands.
func (c *rowCutter) natural(from, to geom.Length) {
	sl := c.empty()
	sl.height = to - from
	for i := range c.cells {
		for c.at[i] < len(c.slabs(i)) && c.bottom(i) <= to {
			s := &c.slabs(i)[c.at[i]]
			if sl.from[i] == sl.to[i] {
				sl.y[i] = c.bottom(i) - s.height - from
			}
			c.top[i] = c.bottom(i)
			c.at[i]++
			sl.to[i] = c.at[i]
		}
		c.price(sl, i)
	}
	c.list = append(c.list, *sl)
}

// chunk takes the next slab of every cell, and further ones while they are not higher than step.
func (c *rowCutter) chunk(step geom.Length) {
	sl := c.empty()
	for i := range c.cells {
		g := c.cells[i].g
		n := len(c.slabs(i))
		if c.at[i] < n {
			if c.at[i] == 0 {
				sl.y[i] = c.cells[i].down
			}
			if c.top != nil {
				c.top[i] = c.bottom(i)
			}
			c.at[i]++
		}
		for step > 0 && c.at[i] < n && g.pieceHeight(sl.from[i], c.at[i]+1) <= step {
			c.at[i]++
		}
		sl.to[i] = c.at[i]
		if g != nil {
			sl.height = max(sl.height, sl.y[i]+g.pieceHeight(sl.from[i], sl.to[i]))
		}
		c.price(sl, i)
	}
	c.list = append(c.list, *sl)
}

// price makes the cut after a slice as dear as the dearest of its cells.
func (c *rowCutter) price(sl *slice, i int) {
	if k := sl.to[i]; k > sl.from[i] && k < len(c.slabs(i)) {
		sl.cost = max(sl.cost, c.slabs(i)[k].cost)
	}
}

func (c *rowCutter) empty() *slice {
	n := len(c.cells)
	sl := &slice{from: slices.Clone(c.at), to: slices.Clone(c.at), y: make([]geom.Length, n)}
	return sl
}
