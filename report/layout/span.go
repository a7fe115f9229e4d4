package layout

import (
	"konzept/report/doc"
	"konzept/report/geom"
	"konzept/report/page"
)

// spanned sets rows that cells span. Such a cell's content stands in its first row's slab and reaches into those below;
// it stands again, as an artifact, after a page end between them. Where it is too high for that, all of it stands in its
// first row.
func (t *tabular) spanned(rows []doc.Row, grid [][]spot, e *page.Elem, part int, stripe *int) {
	var group []spannedRow
	taken := make([][]bool, len(rows))
	for r := range rows {
		for _, s := range grid[r] {
			for k := 1; k < s.rows; k++ {
				taken[r+k] = mark2D(taken[r+k], s.col, s.col+s.cols)
			}
		}
	}
	for r := range rows {
		t.cells = nil
		look := t.rowLook(&rows[r], part, stripe)
		tr := t.elem("TR", e)
		t.collect(&rows[r], grid[r], tr, part, taken[r])
		t.reached(group, r)
		if len(t.cells) == 0 {
			t.cells = append(t.cells, cell{elem: tr})
		}
		meet(t.cells)
		group = append(group, spannedRow{cells: t.cells, look: look, spots: grid[r], row: &rows[r]})
	}
	t.cells = nil
	tall := t.heights(group)
	t.rulesBeside(group)
	t.emit(group, tall)
}

// reached adds the grounds of cells that reach into row r from above.
func (t *tabular) reached(group []spannedRow, r int) {
	for i := range group {
		for _, c := range group[i].cells {
			if c.filled && i+c.rows > r && c.rows > 1 {
				t.cells = append(t.cells, cell{left: c.left, width: c.width, fill: c.fill, filled: true})
			}
		}
	}
}

// spannedRow is a row of a group that cells link.
type spannedRow struct {
	cells  []cell
	spots  []spot
	look   rowLook
	row    *doc.Row
	height geom.Length
}

func mark2D(taken []bool, from, to int) []bool {
	for len(taken) < to {
		taken = append(taken, false)
	}
	for i := from; i < to; i++ {
		taken[i] = true
	}
	return taken
}

// heights gives every row its height; the last row of a span takes what its cell needs beyond the rows' own. It tells
// whether a row or such a cell is too tall for a page.
func (t *tabular) heights(group []spannedRow) bool {
	tall := false
	for i := range group {
		r := &group[i]
		for k := range r.cells {
			c := &r.cells[k]
			c.bare = c.rows > 1
			tall = tall || c.bare && c.g.height()+2*r.look.pad > t.room
		}
		r.height = t.rowHeight(r.cells, &r.look)
		tall = tall || r.height > t.room
	}
	for i := range group {
		r := &group[i]
		for k := range r.cells {
			c := &r.cells[k]
			if !c.bare {
				continue
			}
			need := c.down + c.g.height() + 2*r.look.pad + r.look.rule
			last := min(i+c.rows, len(group)) - 1
			for n := i; n <= last; n++ {
				need -= group[n].height
			}
			if need > 0 {
				group[last].height += need
				tall = tall || group[last].height > t.room
			}
		}
	}
	return tall
}

// rulesBeside leaves out the rule below a row where a cell reaches on, and stripes where a cell belongs to several rows.
func (t *tabular) rulesBeside(group []spannedRow) {
	reach := make([]int, len(t.cols)) // rows below that a column's cell still reaches
	for i := range group {
		r := &group[i]
		for _, s := range r.spots {
			for k := s.col; k < min(s.col+s.cols, len(reach)); k++ {
				reach[k] = s.rows
			}
		}
		r.look.ruled = [][2]geom.Length{}
		for k := range reach {
			reach[k]--
			if reach[k] <= 0 || i == len(group)-1 {
				r.look.ruled = t.join(r.look.ruled, k, k+1)
			}
		}
		if !r.look.striped {
			continue
		}
		r.look.stripes = [][2]geom.Length{}
		for _, s := range r.spots {
			if s.rows == 1 {
				r.look.stripes = t.join(r.look.stripes, s.col, min(s.col+s.cols, len(t.cols)))
			}
		}
	}
}

// join adds columns from to to to parts of the table's width.
func (t *tabular) join(parts [][2]geom.Length, from, to int) [][2]geom.Length {
	if n := len(parts); n > 0 && parts[n-1][1] == t.xs[from] {
		parts[n-1][1] = t.xs[to]
		return parts
	}
	return append(parts, [2]geom.Length{t.xs[from], t.xs[to]})
}

// emit adds the rows' slabs.
func (t *tabular) emit(group []spannedRow, tall bool) {
	if tall {
		for i := range group {
			r := &group[i]
			for k := range r.cells {
				r.cells[k].bare = false
			}
			t.row(t.g, r.cells, &r.look)
			t.after(r.row)
		}
		return
	}
	first := len(t.g.slabs)
	for i := range group {
		r := &group[i]
		r.look.height, r.look.split = r.height, doc.SplitNever
		t.remember(group, i, first+i)
		t.row(t.g, r.cells, &r.look)
		t.after(r.row)
	}
	t.bindSpans(group, first)
}

// remember makes the region repeat the content of cells that span rows; at is the slab of row i.
func (t *tabular) remember(group []spannedRow, i, at int) {
	r := &group[i]
	for k := range r.cells {
		c := &r.cells[k]
		if !c.bare || len(c.g.slabs) == 0 {
			continue
		}
		h := c.down + c.g.height() + 2*r.look.pad
		last, rest := min(i+c.rows, len(group)), geom.Length(0)
		for last > i+1 && rest < h {
			rest += group[last-1].height
			last--
		}
		if rest < h {
			continue
		}
		o := overlay{from: at, to: at + last - i + 1}
		y := r.look.pad + c.down
		for n := range c.g.slabs {
			s := &c.g.slabs[n]
			if n > 0 {
				y += s.space
			}
			for _, it := range s.items {
				if copied := bare(it); copied != nil {
					shift(copied, c.x, y)
					o.items = append(o.items, copied)
				}
			}
			y += s.height
		}
		reg := &t.g.regions[t.region]
		reg.over = append(reg.over, o)
	}
}

// bindSpans makes a page end dear where content reaches across it, and a little dear within any span.
func (t *tabular) bindSpans(group []spannedRow, first int) {
	for i := range group {
		r := &group[i]
		for k := range r.cells {
			c := &r.cells[k]
			if !c.bare {
				continue
			}
			deep := r.look.pad + c.down + c.g.height()
			at := r.height
			for n := i + 1; n < min(i+c.rows, len(group)); n++ {
				cost := int32(20 * costRow)
				if at < deep {
					cost = costStrand
				}
				s := &t.g.slabs[first+n]
				s.cost = max(s.cost, cost)
				at += group[n].height
			}
		}
	}
}
