package table

import (
	"konzept/report/doc"
	"konzept/report/galley"
	"konzept/report/geom"
	"konzept/report/page"
)

// spanned sets rows that cells span. Such a cell's content stands in its first row's box and reaches into those below;
// it stands again, as an artifact, after a page end between them. Where it is too high for that, all of it stands in its
// first row.
func (t *tabular) spanned(rows []doc.Row, grid [][]spot, e *page.Elem, part int, stripe *int) {
	var group []spannedRow
	taken := make([][]bool, len(rows))
	for r := range rows {
		for _, s := range grid[r] {
			for k := 1; k < s.rows; k++ {
				taken[r+k] = take(taken[r+k], s.col, s.col+s.cols)
			}
		}
	}
	for r := range rows {
		t.cells = nil
		laid := t.galleyRow(&rows[r], part, stripe)
		tr := t.Set.Elem("TR", e)
		t.collect(&rows[r], grid[r], tr, part, taken[r])
		t.reached(group, r)
		if len(t.cells) == 0 {
			t.cells = append(t.cells, galley.Cell{Elem: tr})
		}
		galley.Meet(t.cells)
		group = append(group, spannedRow{cells: t.cells, laid: laid, spots: grid[r], row: &rows[r]})
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
			if c.Filled && i+c.Rows > r && c.Rows > 1 {
				t.cells = append(t.cells, galley.Cell{Left: c.Left, Width: c.Width, Fill: c.Fill, Filled: true})
			}
		}
	}
}

// spannedRow is a row of a group that cells link.
type spannedRow struct {
	cells  []galley.Cell
	spots  []spot
	laid   galley.Row
	row    *doc.Row
	height geom.Length
}

func take(taken []bool, from, to int) []bool {
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
			c.Bare = c.Rows > 1
			tall = tall || c.Bare && c.Galley.Height()+2*r.laid.Pad > t.maxRow
		}
		r.height = galley.RowHeight(r.cells, &r.laid)
		tall = tall || r.height > t.maxRow
	}
	for i := range group {
		r := &group[i]
		for k := range r.cells {
			c := &r.cells[k]
			if !c.Bare {
				continue
			}
			need := c.Down + c.Galley.Height() + 2*r.laid.Pad + r.laid.Rule
			last := min(i+c.Rows, len(group)) - 1
			for n := i; n <= last; n++ {
				need -= group[n].height
			}
			if need > 0 {
				group[last].height += need
				tall = tall || group[last].height > t.maxRow
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
		r.laid.Ruled = [][2]geom.Length{}
		for k := range reach {
			reach[k]--
			if reach[k] <= 0 || i == len(group)-1 {
				r.laid.Ruled = t.join(r.laid.Ruled, k, k+1)
			}
		}
		if !r.laid.Striped {
			continue
		}
		r.laid.Stripes = [][2]geom.Length{}
		for _, s := range r.spots {
			if s.rows == 1 {
				r.laid.Stripes = t.join(r.laid.Stripes, s.col, min(s.col+s.cols, len(t.cols)))
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

// emit adds the rows' boxes.
func (t *tabular) emit(group []spannedRow, tall bool) {
	if tall {
		for i := range group {
			r := &group[i]
			for k := range r.cells {
				r.cells[k].Bare = false
			}
			t.Set.Anchor(t.g, r.row.Anchor, nil)
			t.g.AddRow(r.cells, &r.laid)
			t.after(r.row)
		}
		return
	}
	first := len(t.g.Boxes)
	for i := range group {
		r := &group[i]
		r.laid.Height, r.laid.Split = r.height, doc.SplitNever
		t.remember(group, i, first+i)
		t.Set.Anchor(t.g, r.row.Anchor, nil)
		t.g.AddRow(r.cells, &r.laid)
		t.after(r.row)
	}
	t.bindSpans(group, first)
}

// remember makes the region repeat the content of cells that span rows; at is the box of row i.
func (t *tabular) remember(group []spannedRow, i, at int) {
	r := &group[i]
	for k := range r.cells {
		c := &r.cells[k]
		if !c.Bare || len(c.Galley.Boxes) == 0 {
			continue
		}
		h := c.Down + c.Galley.Height() + 2*r.laid.Pad
		last, rest := min(i+c.Rows, len(group)), geom.Length(0)
		for last > i+1 && rest < h {
			rest += group[last-1].height
			last--
		}
		if rest < h {
			continue
		}
		o := galley.Overlay{From: at, To: at + last - i + 1}
		y := r.laid.Pad + c.Down
		for n := range c.Galley.Boxes {
			s := &c.Galley.Boxes[n]
			if n > 0 {
				y += s.Space
			}
			for _, it := range s.Items {
				if copied := galley.Bare(it); copied != nil {
					galley.Shift(copied, c.X, y)
					o.Items = append(o.Items, copied)
				}
			}
			y += s.Height
		}
		reg := &t.g.Regions[t.region]
		reg.Overlays = append(reg.Overlays, o)
	}
}

// bindSpans makes a page end dear where content reaches across it, and a little dear within any span.
func (t *tabular) bindSpans(group []spannedRow, first int) {
	for i := range group {
		r := &group[i]
		for k := range r.cells {
			c := &r.cells[k]
			if !c.Bare {
				continue
			}
			deep := r.laid.Pad + c.Down + c.Galley.Height()
			at := r.height
			for n := i + 1; n < min(i+c.Rows, len(group)); n++ {
				cost := int32(20 * galley.PenaltyRow)
				if at < deep {
					cost = galley.PenaltyStrand
				}
				s := &t.g.Boxes[first+n]
				s.Penalty = max(s.Penalty, cost)
				at += group[n].height
			}
		}
	}
}
