package galley

import (
	"slices"

	"konzept/report/doc"
	"konzept/report/geom"
	"konzept/report/page"
)

// Cell is one column of a row: its galley is collected for the width within its paddings.
type Cell struct {
	Galley *Galley
	X      geom.Length // of the content
	Down   geom.Length // so that first baselines of a row meet
	Left   geom.Length // of the ground
	Width  geom.Length // of the ground
	Fill   geom.Ink
	Filled bool
	Elem   *page.Elem
	Rows   int  // that it spans
	Bare   bool // content of a cell that spans rows: another box sets it
}

// Row is what a row has beside its cells.
type Row struct {
	X, Width  geom.Length
	Pad       geom.Length // above and below the content
	Height    geom.Length // at least, paddings included
	Fill      geom.Ink
	Filled    bool
	Striped   bool             // the fill is a stripe
	Stripes   [][2]geom.Length // parts that the stripe covers; nil: all of it
	Rule      geom.Length
	RuleInk   geom.Ink
	Ruled     [][2]geom.Length // parts of the rule; nil: all of it
	Above     bool             // a row with the same rule stands above: its rule is drawn again over this row's fills
	Split     doc.Split
	MaxHeight geom.Length // what a page has for it at most
	OnTop     bool        // content stands at the top without meeting baselines (grids)
}

// AddRow sets cells side by side as one box, or as slices if it may be split or no page can hold it.
func (g *Galley) AddRow(cells []Cell, row *Row) {
	if !row.OnTop {
		Meet(cells)
	}
	height := RowHeight(cells, row)
	if height > row.MaxHeight || row.Split == doc.SplitAny {
		if g.slices(cells, row) {
			return
		}
	}
	s := Box{Height: max(height, row.Height), Items: make([]page.Item, 0, rowItems(cells, row))}
	rowGround(&s, cells, row, true)
	for i := range cells {
		c := &cells[i]
		if s.Base == 0 && c.Galley != nil && c.Galley.Base() > 0 {
			s.Base = row.Pad + c.Down + c.Galley.Base()
		}
		c.set(&s, 0, -1, row.Pad+c.Down)
	}
	g.Add(s)
}

// RowHeight is that of the highest cell with its paddings and the rule below.
func RowHeight(cells []Cell, row *Row) geom.Length {
	var h geom.Length
	for i := range cells {
		if c := &cells[i]; c.Galley != nil && !c.Bare {
			h = max(h, c.Down+c.Galley.Height())
		}
	}
	return h + 2*row.Pad + row.Rule
}

// Meet moves cells that begin with text down until their first baselines meet.
func Meet(cells []Cell) {
	var base geom.Length
	for i := range cells {
		if cells[i].Galley != nil {
			base = max(base, cells[i].Galley.Base())
		}
	}
	for i := range cells {
		if c := &cells[i]; c.Galley != nil && c.Galley.Base() > 0 {
			c.Down = base - c.Galley.Base()
		}
	}
}

func rowItems(cells []Cell, row *Row) int {
	n := 2 + len(row.Ruled) + len(row.Stripes)
	if row.Filled {
		n++
	}
	for i := range cells {
		n += 2
		if g := cells[i].Galley; g != nil {
			n += g.Count(0, len(g.Boxes))
		}
	}
	return n
}

// set places boxes i to j of the cell's content (j < 0: all) at y in s. An empty cell leaves its element as an anchor.
func (c *Cell) set(s *Box, i, j int, y geom.Length) {
	if c.Galley == nil || len(c.Galley.Boxes) == 0 {
		if c.Elem != nil && i == 0 {
			s.Items = append(s.Items, &page.Anchor{Y: y, Elem: c.Elem})
		}
		return
	}
	if j < 0 {
		j = len(c.Galley.Boxes)
	}
	c.Galley.Place(s, i, j, c.X, y, 0)
}

// rowGround draws the row's and the cells' fills and the rule below, all behind the content.
func rowGround(s *Box, cells []Cell, row *Row, end bool) {
	if row.Filled {
		for _, p := range orAll(row.Stripes, row) {
			s.Items = append(s.Items, &page.Rect{Box: geom.Box{X: p[0], W: p[1] - p[0], H: s.Height}, Ink: row.Fill})
		}
	}
	for i := range cells {
		if c := &cells[i]; c.Filled {
			s.Items = append(s.Items, &page.Rect{Box: geom.Box{X: c.Left, W: c.Width, H: s.Height}, Ink: c.Fill})
		}
	}
	if row.Above && row.Rule > 0 && len(s.Items) > 0 {
		s.Items = append(s.Items, &page.Rect{Box: geom.Box{X: row.X, Y: -row.Rule, W: row.Width, H: row.Rule}, Ink: row.RuleInk})
	}
	if row.Rule <= 0 || !end {
		return
	}
	for _, p := range orAll(row.Ruled, row) {
		box := geom.Box{X: p[0], Y: s.Height - row.Rule, W: p[1] - p[0], H: row.Rule}
		s.Items = append(s.Items, &page.Rect{Box: box, Ink: row.RuleInk})
	}
}

// orAll is parts of a row's width, or all of it for nil.
func orAll(parts [][2]geom.Length, row *Row) [][2]geom.Length {
	if parts == nil {
		return [][2]geom.Length{{row.X, row.X + row.Width}}
	}
	return parts
}

// slice is a part of a row: for each cell its boxes from, to, and how far below the slice's top they stand.
type slice struct {
	from, to []int
	y        []geom.Length
	height   geom.Length
	penalty  int32 // of a page end after it
}

// slices sets a row that may break, and tells whether there was anything to cut.
func (g *Galley) slices(cells []Cell, row *Row) bool {
	list := cutRow(cells, row.MaxHeight/3)
	if len(list) < 2 {
		return false
	}
	for n := range list {
		sl := &list[n]
		s := Box{Height: sl.height}
		top := geom.Length(0)
		if n == 0 {
			top = row.Pad
		}
		s.Height += top
		last := n == len(list)-1
		if last {
			s.Height += row.Pad + row.Rule
		}
		rowGround(&s, cells, row, last)
		row.Above = false
		for i := range cells {
			if sl.from[i] < sl.to[i] || n == 0 {
				cells[i].set(&s, sl.from[i], sl.to[i], top+sl.y[i])
			}
		}
		if n > 0 {
			g.Bind(max(list[n-1].penalty, PenaltyLine))
			s.Top, s.Bottom = row.Pad, row.Pad
		}
		g.Add(s)
	}
	return true
}

// cutRow cuts a row wherever no cell has a box in the way. Between two such places that are too far apart (step), it
// takes the cells' boxes in turn instead, so that every row can be cut somewhere.
func cutRow(cells []Cell, step geom.Length) []slice {
	c := rowCutter{cells: cells, at: make([]int, len(cells))}
	if c.nested() {
		for c.unfinished() {
			c.chunk(step)
		}
		return c.list
	}
	c.top = make([]geom.Length, len(cells))
	for i := range cells {
		c.top[i] = cells[i].Down
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
	for c.unfinished() {
		c.chunk(0)
	}
	return c.list
}

// rowCutter holds how far each cell has been cut.
type rowCutter struct {
	cells []Cell
	at    []int         // next box of each cell
	top   []geom.Length // where each cell's next box would stand in the uncut row, its white above not counted
	list  []slice
}

// nested tells whether a cell holds grounds or tables, whose parts need more room than the whole.
func (c *rowCutter) nested() bool {
	for i := range c.cells {
		if g := c.cells[i].Galley; g != nil && len(g.Regions) > 0 {
			return true
		}
	}
	return false
}

func (c *rowCutter) boxes(i int) []Box {
	if c.cells[i].Galley == nil {
		return nil
	}
	return c.cells[i].Galley.Boxes
}

func (c *rowCutter) unfinished() bool {
	for i := range c.cells {
		if c.at[i] < len(c.boxes(i)) {
			return true
		}
	}
	return false
}

// edges are the upper and lower edges of all boxes in the uncut row, ascending.
func (c *rowCutter) edges() (tops, bottoms []geom.Length) {
	for i := range c.cells {
		y := c.cells[i].Down
		for k := range c.boxes(i) {
			s := &c.boxes(i)[k]
			if k > 0 {
				y += s.Space
			}
			tops = append(tops, y-1+min(s.Height, 1)) // what has no height ends where it begins
			y += s.Height
			bottoms = append(bottoms, y)
		}
	}
	slices.Sort(tops)
	slices.Sort(bottoms)
	return tops, bottoms
}

// before tells whether a cell's next box ends at y or above.
func (c *rowCutter) before(y geom.Length) bool {
	for i := range c.cells {
		if c.at[i] < len(c.boxes(i)) && c.bottom(i) <= y {
			return true
		}
	}
	return false
}

// bottom is the lower edge of a cell's next box in the uncut row.
func (c *rowCutter) bottom(i int) geom.Length {
	s := &c.boxes(i)[c.at[i]]
	y := c.top[i] + s.Height
	if c.at[i] > 0 {
		y += s.Space
	}
	return y
}

// natural takes everything between from and to as it stands.
func (c *rowCutter) natural(from, to geom.Length) {
	sl := c.empty()
	sl.height = to - from
	for i := range c.cells {
		for c.at[i] < len(c.boxes(i)) && c.bottom(i) <= to {
			s := &c.boxes(i)[c.at[i]]
			if sl.from[i] == sl.to[i] {
				sl.y[i] = c.bottom(i) - s.Height - from
			}
			c.top[i] = c.bottom(i)
			c.at[i]++
			sl.to[i] = c.at[i]
		}
		c.price(sl, i)
	}
	c.list = append(c.list, *sl)
}

// chunk takes the next box of every cell, and further ones while they are not higher than step.
func (c *rowCutter) chunk(step geom.Length) {
	sl := c.empty()
	for i := range c.cells {
		g := c.cells[i].Galley
		n := len(c.boxes(i))
		if c.at[i] < n {
			if c.at[i] == 0 {
				sl.y[i] = c.cells[i].Down
			}
			if c.top != nil {
				c.top[i] = c.bottom(i)
			}
			c.at[i]++
		}
		for step > 0 && c.at[i] < n && g.PieceHeight(sl.from[i], c.at[i]+1) <= step {
			c.at[i]++
		}
		sl.to[i] = c.at[i]
		if g != nil {
			sl.height = max(sl.height, sl.y[i]+g.PieceHeight(sl.from[i], sl.to[i]))
		}
		c.price(sl, i)
	}
	c.list = append(c.list, *sl)
}

// price makes the cut after a slice as dear as the dearest of its cells.
func (c *rowCutter) price(sl *slice, i int) {
	if k := sl.to[i]; k > sl.from[i] && k < len(c.boxes(i)) {
		sl.penalty = max(sl.penalty, c.boxes(i)[k].Penalty)
	}
}

func (c *rowCutter) empty() *slice {
	n := len(c.cells)
	sl := &slice{from: slices.Clone(c.at), to: slices.Clone(c.at), y: make([]geom.Length, n)}
	return sl
}
