package table

import (
	"slices"

	"konzept/report/doc"
	"konzept/report/page"
)

// headers names the header cells of each cell where scopes alone do not tell them: below heads of several rows or with
// spans, and in groups of rows with a heading of their own (ISO 14289-1, 7.5).
type headers struct {
	columns [][]*page.Elem // of the head, from the top, by column
	group   *page.Elem     // heading of the rows at hand
	rows    []reaching     // row headers that reach into the row at hand
	part    int
}

// reaching is a row header and how many rows it still covers.
type reaching struct {
	elem *page.Elem
	rows int
}

// stood is a cell that has been set, with the columns and rows that it covers.
type stood struct {
	elem       *page.Elem
	col, cols  int
	rows       int
	heads, top bool // a header; one that heads the rows below
}

// entangled tells whether a table needs its headers named.
func entangled(v *doc.Table) bool {
	spans := func(c doc.Cell) bool { return c.Cols > 1 || c.Rows > 1 }
	if len(v.Head) > 1 || len(v.Head) == 1 && slices.ContainsFunc(v.Head[0].Cells, spans) {
		return true
	}
	return slices.ContainsFunc(v.Body, func(r doc.Row) bool {
		return r.Label || slices.ContainsFunc(r.Cells, func(c doc.Cell) bool { return c.Rows > 1 })
	})
}

// row names the headers of a row's cells and learns those that it holds. Head 0, body 1, foot 2.
func (h *headers) row(cells []stood, part int) {
	if part != h.part {
		h.part, h.group, h.rows = part, nil, nil
	}
	if part == 0 {
		h.head(cells)
		return
	}
	own := slices.Clone(h.rows)
	for _, c := range cells {
		switch {
		case c.top:
			h.group, own = c.elem, nil
		case c.heads:
			own = append(own, reaching{c.elem, c.rows})
		}
	}
	for _, c := range cells {
		if !c.top {
			h.name(c, own)
		}
	}
	h.rows = h.rows[:0]
	for _, r := range own {
		if r.rows > 1 {
			h.rows = append(h.rows, reaching{r.elem, r.rows - 1})
		}
	}
}

// head learns a row of column headers, each headed by those above it.
func (h *headers) head(cells []stood) {
	for _, c := range cells {
		for len(h.columns) < c.col+c.cols {
			h.columns = append(h.columns, nil)
		}
		h.name(c, nil)
	}
	for _, c := range cells {
		for k := c.col; c.heads && k < c.col+c.cols; k++ {
			h.columns[k] = append(h.columns[k], c.elem)
		}
	}
}

// name gives a cell its headers: those of its columns, of its group and of its row.
func (h *headers) name(c stood, row []reaching) {
	if c.elem == nil {
		return
	}
	var list []*page.Elem
	add := func(e *page.Elem) {
		if e != nil && e != c.elem && !slices.Contains(list, e) {
			list = append(list, e)
			e.Detail().Heads = true
		}
	}
	for k := c.col; k < min(c.col+c.cols, len(h.columns)); k++ {
		for _, e := range h.columns[k] {
			add(e)
		}
	}
	add(h.group)
	for _, r := range row {
		if !c.heads || r.rows > c.rows { // a row's headers do not head each other, but a wider one heads a narrower
			add(r.elem)
		}
	}
	if len(list) > 0 {
		c.elem.Detail().Headers = list
	}
}
