// Package table sets tables and pairs of labels and values: it finds the widths of their columns, the elements and headers of
// their cells, and where rows may be cut.
//
// What stands in a cell are blocks, which it does not know: a function sets them.
package table

import (
	"slices"

	"konzept/report/diag"
	"konzept/report/doc"
	"konzept/report/galley"
	"konzept/report/geom"
	"konzept/report/introspection"
	"konzept/report/page"
	"konzept/report/typeset"
)

// Setter sets tables and pairs, and knows how wide blocks are.
type Setter struct {
	Set        *typeset.Setter
	Styles     *typeset.Styles
	Blocks     func(*galley.Galley, typeset.Frame, []doc.Block) // sets what stands in a cell
	PageHeight func() geom.Length                               // what a page has for content
}

// tabular is a table under construction.
type tabular struct {
	*Setter
	g       *galley.Galley
	f       typeset.Frame
	style   *doc.TableStyle
	cols    []doc.Column
	xs      []geom.Length // left edges, and the right edge of the last
	decimal []decimals
	region  int
	maxRow  geom.Length // for a row on a page that repeats the header
	cells   []galley.Cell
	headers *headers // nil: scopes tell enough
	at      diag.Span
}

// Table sets a table with its caption above and its source below.
func (b *Setter) Table(g *galley.Galley, f typeset.Frame, v *doc.Table) {
	style := v.Style
	if style == nil {
		style = &doc.TableStyle{PadX: 4 * geom.Pt, PadY: 2 * geom.Pt}
	}
	b.judge(v)
	t := &tabular{Setter: b, g: g, f: f, style: style, cols: tableColumns(v), at: v.At}
	e := b.Set.Elem("Table", f.Parent())
	if e != nil {
		e.Detail().Summary = v.Alt
	}
	if entangled(v) {
		t.headers = &headers{}
	}
	number := typeset.NextNumber(v.Number, &b.Set.Count.Tables, b.Set.Doc.Words.Table)
	b.Set.Anchor(g, v.Anchor, e)
	if v.Number && v.Anchor == "" {
		b.Set.Anchor(g, introspection.TableDest("", b.Set.Count.Tables), e)
	}
	g.Space(style.Before)
	caption := typeset.CaptionText(number, v.Caption)
	if len(caption) > 0 {
		b.Set.Caption(g, f.Under(e), caption, b.Styles.CaptionStyle(style), "Caption")
		g.Bind(galley.PenaltyStrand)
	}
	t.columns(v)
	t.region = g.Open(galley.Region{Decoration: t.deco()})
	t.maxRow = b.PageHeight()
	start := len(g.Boxes)
	t.head(v, e, caption)
	t.rows(v.Body, b.part("TBody", e, v.Body), 1)
	t.foot(v.Foot, b.part("TFoot", e, v.Foot))
	g.FlushPending()
	g.Close(t.region)
	if g.Extent(start, len(g.Boxes)) <= t.maxRow {
		g.Keep(start, galley.PenaltyTable)
	}
	if len(v.Source) > 0 {
		g.Bind(galley.PenaltyStrand)
		g.Space(3 * geom.Pt)
		b.Set.Caption(g, f, v.Source, b.Styles.Small(b.Styles.Styled(style.Style)), "P") // a table holds no paragraph
	}
	g.Space(style.After)
}

// part is the element of a table's head, body or foot; a part without rows has none.
func (b *Setter) part(kind string, table *page.Elem, rows []doc.Row) *page.Elem {
	if len(rows) == 0 {
		return nil
	}
	return b.Set.Elem(kind, table)
}

// tableColumns is the table's columns, and plain ones for cells beyond them.
func tableColumns(v *doc.Table) []doc.Column {
	n := len(v.Columns)
	for _, rows := range [][]doc.Row{v.Head, v.Body, v.Foot} {
		for _, r := range spread2D(rows) {
			for _, c := range r {
				n = max(n, c.col+c.cols)
			}
		}
	}
	cols := append([]doc.Column(nil), v.Columns...)
	for len(cols) < n {
		cols = append(cols, doc.Column{})
	}
	return cols
}

// spot is a cell's place in its part of the table.
type spot struct {
	cell       *doc.Cell
	col        int
	cols, rows int
}

// spread2D finds the column of every cell, past those that cells from above take.
func spread2D(rows []doc.Row) [][]spot {
	list := make([][]spot, len(rows))
	var taken []int // rows below that each column is still taken for
	for r := range rows {
		col := 0
		list[r] = make([]spot, 0, len(rows[r].Cells))
		for i := range rows[r].Cells {
			c := &rows[r].Cells[i]
			for col < len(taken) && taken[col] > 0 {
				col++
			}
			s := spot{cell: c, col: col, cols: min(max(c.Cols, 1), 1000), rows: min(max(c.Rows, 1), len(rows)-r)}
			for len(taken) < col+s.cols {
				taken = append(taken, 0)
			}
			for k := range s.cols {
				taken[col+k] = s.rows
			}
			col += s.cols
			list[r] = append(list[r], s)
		}
		for k := range taken {
			taken[k] = max(taken[k]-1, 0)
		}
	}
	return list
}

// columns finds the widths from the content, and where decimal commas stand.
func (t *tabular) columns(v *doc.Table) {
	need := make([]typeset.Extent, len(t.cols))
	t.decimal = make([]decimals, len(t.cols))
	for i, rows := range [][]doc.Row{v.Head, v.Body, v.Foot} {
		style := t.partStyle(i)
		for r, spots := range spread2D(rows) {
			for _, s := range spots {
				if s.cols == 1 && !rows[r].Label {
					t.learn(s, style, need, i == 0)
				}
			}
		}
	}
	for i := range need {
		d := &t.decimal[i]
		need[i].Min = max(need[i].Min, d.before+d.after) + 2*t.style.PadX
		need[i].Max = max(need[i].Max, d.before+d.after) + 2*t.style.PadX
		if len(t.cols) > 2 {
			need[i].Min = min(need[i].Min, t.f.Width/2) // one endless word starves nobody: it is parted
		}
	}
	ws := Widths(t.cols, need, t.f.Width)
	t.xs = make([]geom.Length, len(ws)+1)
	t.xs[0] = t.f.X
	for i, w := range ws {
		t.xs[i+1] = t.xs[i] + w
	}
}

// learn weighs one cell for its column.
func (t *tabular) learn(s spot, style *doc.Style, need []typeset.Extent, head bool) {
	c := &t.cols[s.col]
	if c.Align == doc.Decimal && !head {
		t.decimal[s.col].add(t.Set, s.cell, style)
	}
	e := t.Extent(s.cell.Blocks, style)
	n := &need[s.col]
	n.Min, n.Max = max(n.Min, e.Min), max(n.Max, e.Max)
}

func (t *tabular) partStyle(part int) *doc.Style {
	switch {
	case part == 0 && t.style.HeadStyle != nil:
		return t.style.HeadStyle
	case part == 2 && t.style.FootStyle != nil:
		return t.style.FootStyle
	}
	return t.style.Style
}

// deco is the table's frame with a rule between two columns.
func (t *tabular) deco() galley.Decoration {
	d := galley.Decoration{X: t.f.X, Width: t.xs[len(t.xs)-1] - t.f.X, Frame: t.style.Frame, Ink: t.style.RuleInk}
	if t.style.Frame > 0 {
		for i := 1; i < len(t.xs)-1; i++ {
			d.Lines = append(d.Lines, t.xs[i]-t.f.X)
		}
	}
	return d
}

// head sets the header rows and makes the region repeat them, with the word that says so, where a page begins.
func (t *tabular) head(v *doc.Table, table *page.Elem, caption []doc.Inline) {
	start := len(t.g.Boxes)
	e := t.part("THead", table, v.Head)
	t.rows(v.Head, e, 0)
	t.g.Keep(start, galley.PenaltyStrand)
	if len(v.Head) > 0 {
		t.g.Bind(galley.PenaltyStrand)
	}
	r := &t.g.Regions[t.region]
	if len(v.Body) == 0 {
		return
	}
	head := t.continued(caption)
	for k := start; k < len(t.g.Boxes); k++ {
		s := &t.g.Boxes[k]
		copied := galley.Box{Height: s.Height}
		for _, it := range s.Items {
			if c := galley.Bare(it); c != nil {
				copied.Items = append(copied.Items, c)
			}
		}
		head = append(head, copied)
	}
	t.again(r, head)
}

// again has a region repeat a head, unless it would fill a third of the page.
func (t *tabular) again(r *galley.Region, head []galley.Box) {
	var height geom.Length
	for k := range head {
		height += head[k].Height
	}
	if height < t.PageHeight()/3 {
		r.Head, r.HeadHeight = head, height
		t.maxRow -= height
	}
}

// continued is the line above what stands again: the caption, if there is one, with the word for a continuation.
func (t *tabular) continued(caption []doc.Inline) []galley.Box {
	s := t.Styles.CaptionStyle(t.style)
	if len(caption) == 0 {
		s = t.Styles.Derive(t.Styles.Small(t.Styles.Styled(t.style.Style)), "continued", func(d *doc.Style) {
			d.Align, d.Before, d.After, d.First, d.Indent = doc.Right, 0, 0, 0, 0
		})
	}
	return t.Set.Continued(t.f, caption, s)
}

// foot sets sums; they stay with the last row.
func (t *tabular) foot(rows []doc.Row, e *page.Elem) {
	if len(rows) == 0 {
		return
	}
	t.g.Bind(galley.PenaltyStrand)
	start := len(t.g.Boxes)
	t.rows(rows, e, 2)
	t.g.Keep(start, galley.PenaltyStrand)
}

// fewRows is how many rows stay together if they can: neither part of such a table would look like one.
const fewRows = 4

// rows sets the rows of a part: head 0, body 1, foot 2. Rows that cells span are set together.
func (t *tabular) rows(rows []doc.Row, e *page.Elem, part int) {
	grid := spread2D(rows)
	stripe := 0
	last := final(rows)
	for r := 0; r < len(rows); {
		n := linked(grid, r)
		switch {
		case part != 1:
		case leavesOneBelow(rows, r, last) || len(rows) <= fewRows || leavesOneAbove(rows, r):
			t.g.Bind(galley.PenaltyAlone)
		case r > last-fewRows+1:
			t.g.Bind(galley.PenaltyFew)
		}
		if n == 1 {
			t.single(&rows[r], grid[r], e, part, &stripe, r > 0 && linked(grid, r-1) == 1)
		} else {
			t.spanned(rows[r:r+n], grid[r:r+n], e, part, &stripe)
		}
		r += n
	}
}

// leavesOneAbove tells whether a cut before a row leaves the one before it alone: the first of a table or under a label.
func leavesOneAbove(rows []doc.Row, r int) bool {
	return r > 0 && !rows[r-1].Label && !rows[r].Label && (r == 1 || rows[r-2].Label)
}

// leavesOneBelow tells whether a cut before a row leaves one row of the table below it, whatever labels stand between.
func leavesOneBelow(rows []doc.Row, r, last int) bool {
	for r < last && rows[r].Label {
		r++
	}
	return r == last
}

// final is the last row that is no heading of others.
func final(rows []doc.Row) int {
	last := len(rows) - 1
	for last > 0 && rows[last].Label {
		last--
	}
	return last
}

// linked is how many rows from r on hang together by cells that span them.
func linked(grid [][]spot, r int) int {
	end := r + 1
	for k := r; k < end && k < len(grid); k++ {
		for _, s := range grid[k] {
			end = max(end, k+s.rows)
		}
	}
	return min(end, len(grid)) - r
}

// single sets a row that no cell spans.
func (t *tabular) single(row *doc.Row, spots []spot, e *page.Elem, part int, stripe *int, above bool) {
	tr := t.Set.Elem("TR", e)
	laid := t.galleyRow(row, part, stripe)
	laid.Above = above
	t.collect(row, spots, tr, part, nil)
	t.tooTall(row, &laid)
	t.Set.Anchor(t.g, row.Anchor, nil)
	t.g.AddRow(t.cells, &laid)
	t.release()
	t.after(row)
}

// after binds a row to the next.
func (t *tabular) after(row *doc.Row) {
	if row.Label || row.KeepNext {
		t.g.Bind(galley.PenaltyStrand)
	} else {
		t.g.Bind(galley.PenaltyRow)
	}
}

// release gives the galleys of the last row back.
func (t *tabular) release() {
	for i := range t.cells {
		if g := t.cells[i].Galley; g != nil {
			t.Set.GiveGalley(g)
		}
	}
	t.cells = t.cells[:0]
}

func (t *tabular) galleyRow(row *doc.Row, part int, stripe *int) galley.Row {
	l := t.style
	laid := galley.Row{X: t.xs[0], Width: t.xs[len(t.xs)-1] - t.xs[0], Pad: max(l.PadY, 0), Rule: l.Rule, RuleInk: l.RuleInk,
		Split: l.Split, MaxHeight: t.maxRow}
	switch {
	case row.Filled:
		laid.Fill, laid.Filled = row.Ink, true
	case part == 0 && l.HasHeadFill:
		laid.Fill, laid.Filled = l.HeadFill, true
	case part == 1 && l.HasStripe && !row.Label && *stripe%2 == 1:
		laid.Fill, laid.Filled, laid.Striped = l.Stripe, true, true
	}
	*stripe++
	if row.Label {
		*stripe = 0
	}
	return laid
}

// collect fills t.cells with the row's cells, and with empty ones where columns have none: a table must be regular.
// taken marks columns that a cell from above holds.
func (t *tabular) collect(row *doc.Row, spots []spot, tr *page.Elem, part int, taken []bool) {
	next := 0
	var stand []stood
	for _, s := range spots {
		t.empties(next, s.col, tr, taken)
		if row.Label && len(spots) == 1 {
			s.cols = len(t.cols) - s.col
		}
		c := t.cell(s, tr, part, row.Label)
		t.cells = append(t.cells, c)
		next = s.col + s.cols
		if t.headers != nil && c.Elem != nil {
			stand = append(stand, stood{c.Elem, s.col, s.cols, s.rows, c.Elem.Type == "TH", row.Label})
		}
	}
	t.empties(next, len(t.cols), tr, taken)
	if t.headers != nil {
		t.headers.row(stand, part)
	}
}

// empties adds cells without content for columns from to to.
func (t *tabular) empties(from, to int, tr *page.Elem, taken []bool) {
	for col := from; col < to; col++ {
		if col >= len(taken) || !taken[col] {
			t.cells = append(t.cells, galley.Cell{X: t.xs[col], Left: t.xs[col], Width: t.xs[col+1] - t.xs[col], Elem: t.Set.Elem("TD", tr)})
		}
	}
}

// cell collects one cell.
func (t *tabular) cell(s spot, tr *page.Elem, part int, label bool) galley.Cell {
	end := min(s.col+s.cols, len(t.cols))
	left, right := t.xs[s.col], t.xs[end]
	c := galley.Cell{Galley: t.Set.TakeGalley(), Rows: s.rows, Left: left, Width: right - left, Fill: s.cell.Ink, Filled: s.cell.Filled, Elem: t.cellElem(s, tr, part, label)}
	f := typeset.Frame{X: 0, Width: max(right-left-2*t.style.PadX, geom.Pt), Style: t.partStyle(part), Sect: &typeset.Section{Base: c.Elem}}
	c.X = left + min(t.style.PadX, (right-left)/2)
	col := &t.cols[s.col]
	switch {
	case s.cell.HasAlign:
		f.Align, f.Aligned = s.cell.Align, true
	case col.Align == doc.Decimal && part > 0 && s.cols == 1:
		f = t.decimal[s.col].stand(t.Set, f, s.cell)
	case col.Align == doc.Decimal:
		f.Align, f.Aligned = doc.Right, true
	case col.Align != doc.Left && s.cols == 1:
		f.Align, f.Aligned = col.Align, true
	}
	t.CellBlocks(c.Galley, f, s.cell.Blocks, c.Elem)
	return c
}

func (t *tabular) cellElem(s spot, tr *page.Elem, part int, label bool) *page.Elem {
	kind, scope := "TD", ""
	switch {
	case part == 0 && !says(s.cell.Blocks): // a corner without words heads nothing
	case part == 0:
		kind, scope = "TH", "Column"
	case s.cell.Header || label || t.cols[s.col].Header:
		kind, scope = "TH", "Row"
	}
	e := t.Set.Elem(kind, tr)
	if e == nil {
		return nil
	}
	e.Scope = scope
	if s.cols > 1 {
		e.ColSpan = s.cols
	}
	if s.rows > 1 {
		e.RowSpan = s.rows
	}
	return e
}

// CellBlocks collects a cell's content. A single plain paragraph is the cell's own text: thousands of cells are lighter
// without an element of their own for it. Its lines have some if it has several, see nextLine.
func (b *Setter) CellBlocks(g *galley.Galley, f typeset.Frame, list []doc.Block, e *page.Elem) {
	if len(list) == 1 {
		if p, ok := list[0].(*doc.Paragraph); ok && p.Role == "" && !slices.ContainsFunc(p.Inlines, broken) {
			b.Set.Anchor(g, p.Anchor, e)
			b.Set.Prose(g, f, p.Inlines, p.Style, e)
			g.FlushPending()
			return
		}
	}
	b.Blocks(g, f, list)
	g.FlushPending()
}

func broken(in doc.Inline) bool {
	_, ok := in.(*doc.Break)
	return ok
}
