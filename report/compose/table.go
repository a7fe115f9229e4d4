package compose

import (
	"konzept/report/diag"
	"konzept/report/doc"
	"konzept/report/geom"
)

// tableMaker gathers a table's columns and rows.
type tableMaker struct {
	x     *expander
	table *doc.Table
	head  doc.Row // titles of the columns
	open  map[*doc.Block]openFigure
}

func table(x *expander, c *context, d *directive) {
	a := x.args(c, d)
	t := &doc.Table{Look: a.look("look"), Caption: a.text("caption"), Source: a.text("source"), Number: a.flag("number"), Alt: a.str("alt"), Anchor: a.anchor(), At: d.at}
	if w := a.word("split"); w != "" {
		look := *t.Look
		look.Split, t.Look = splits[w], &look
	}
	m := &tableMaker{x: x, table: t, open: map[*doc.Block]openFigure{}}
	x.only(c, d.kids, "table", m.child)
	if m.titled() {
		t.Head = append([]doc.Row{m.head}, t.Head...)
	}
	switch {
	case len(t.Body) == 0 && len(t.Foot) == 0:
		return // nothing to show
	case len(t.Columns) == 0:
		x.Fail("table-without-columns", d.at, diag.Span{})
		return
	}
	if len(t.Body) == 0 {
		t.Body, t.Foot = t.Foot, nil // sums of nothing: a table of head and foot alone is none (ISO 14289-1, 7.2)
	}
	m.align()
	m.check(t.Head)
	m.check(t.Body)
	m.check(t.Foot)
	c.sink.add(t)
}

// titled tells whether any column has a title.
func (m *tableMaker) titled() bool {
	for _, c := range m.head.Cells {
		if len(c.Blocks) > 0 {
			return true
		}
	}
	return false
}

func (m *tableMaker) child(c *context, d *directive) bool {
	t := m.table
	switch d.spec.name {
	case "col":
		m.column(c, d)
	case "row":
		t.Body = append(t.Body, m.row(c, d, t.Look.Style, true))
	case "labelrow":
		r := m.row(c, d, t.Look.FootStyle, false) // bold as sums are; the head's ink may need the head's fill
		if r.Label, r.KeepNext = true, true; len(r.Cells) > 0 {
			r.Cells = r.Cells[:1]
			r.Cells[0].Cols, r.Cells[0].Header = len(t.Columns), true
			t.Body = append(t.Body, r)
		}
	case "head":
		t.Head = append(t.Head, m.row(c, d, t.Look.HeadStyle, false))
	case "foot":
		t.Foot = append(t.Foot, m.row(c, d, t.Look.FootStyle, true))
	default:
		return false
	}
	return true
}

func (m *tableMaker) column(c *context, d *directive) {
	a := m.x.args(c, d)
	col := doc.Column{Share: a.int("share", 0), Header: a.flag("header")}
	if w := a.str("width"); w != "" {
		l, ok := parseColumn(w)
		if !ok {
			a.wrong("width", w, diag.Both("eine Breite wie 14mm, 2fr oder auto", "a width such as 14mm, 2fr or auto"))
		}
		col.Width, col.Share = l.Width, max(col.Share, l.Share)
	}
	col.Align, _ = a.align("align")
	m.table.Columns = append(m.table.Columns, col)
	cell := doc.Cell{Header: true}
	if title := a.firstInlines(); len(title) > 0 {
		cell.Blocks = []doc.Block{&doc.Paragraph{Inlines: title, Style: m.table.Look.HeadStyle}}
	}
	m.head.Cells = append(m.head.Cells, cell)
}

// row expands a row's cells. An empty cell that holds expressions prints the label "empty", in body rows and sums.
func (m *tableMaker) row(c *context, d *directive, style *doc.Style, dashes bool) doc.Row {
	x := m.x
	a := x.args(c, d)
	r := doc.Row{KeepNext: a.flag("keepnext"), Anchor: a.anchor(), At: d.at}
	r.Ink, r.Filled = a.ink("fill")
	r.Cells = make([]doc.Cell, 0, max(len(d.kids), len(m.table.Columns)))
	x.only(c, d.kids, d.spec.name, func(c *context, d *directive) bool {
		if d.spec.name != "cell" {
			return false
		}
		r.Cells = append(r.Cells, m.cell(c, d, style, dashes))
		return true
	})
	return r
}

func (m *tableMaker) cell(c *context, d *directive, style *doc.Style, dashes bool) doc.Cell {
	a := m.x.args(c, d)
	cell := doc.Cell{Blocks: m.x.cellBlocks(c, d, style), Cols: a.int("cols", 0), Rows: a.int("rows", 0), Header: a.flag("header")}
	cell.Ink, cell.Filled = a.ink("fill")
	cell.Align, cell.HasAlign = a.align("align")
	m.figure(c, d, &cell)
	if empty := m.x.Labels["empty"]; len(cell.Blocks) == 0 && dashes && empty != "" && (d.rest.exprs || len(d.kids) > 0) {
		cell.Blocks = []doc.Block{&doc.Paragraph{Inlines: []doc.Inline{&doc.Text{Text: empty, At: d.at}}, Style: style}}
	}
	return cell
}

// check finds the first row whose cells do not fill the columns, counting those that reach down from above.
func (m *tableMaker) check(rows []doc.Row) {
	n := len(m.table.Columns)
	down := make([]int, n) // rows for which a cell from above still takes each column
	for _, r := range rows {
		free := 0
		for i := range down {
			if down[i]--; down[i] < 0 {
				free++
			}
		}
		wide, i := 0, 0
		for _, c := range r.Cells {
			for i < n && down[i] >= 0 {
				i++
			}
			wide += max(c.Cols, 1)
			for end := min(i+max(c.Cols, 1), n); i < end; i++ {
				down[i] = max(c.Rows, 1) - 1
			}
		}
		if wide != free {
			m.x.Fail("cells-and-columns", r.At, diag.Span{}, count(wide), count(free))
			return
		}
	}
}

// pairs is labels with values; a pair without a value vanishes.
func pairs(x *expander, c *context, d *directive) {
	a := x.args(c, d)
	p := &doc.Pairs{Look: x.labelled(a.look("look")), LabelWidth: a.length("label", 35*geom.MM), At: d.at}
	p.LabelFill, p.HasFill = a.ink("fill")
	p.List = a.flag("list")
	p.Rows = make([]doc.Pair, 0, len(d.kids))
	x.only(c, d.kids, "pairs", func(c *context, d *directive) bool {
		if d.spec.name != "pair" {
			return false
		}
		a := x.args(c, d)
		if v := x.cellBlocks(c, d, p.Look.Style); len(v) > 0 {
			p.Rows = append(p.Rows, doc.Pair{Label: a.firstInlines(), Value: v})
		}
		return true
	})
	if len(p.Rows) > 0 {
		c.sink.add(p)
	}
}

// labelled is a look whose heads are set as labels are.
func (x *expander) labelled(l *doc.TableLook) *doc.TableLook {
	if x.labels[l] == nil {
		c := *l
		c.HeadStyle = x.styleOr("label")
		x.labels[l] = &c
	}
	return x.labels[l]
}
