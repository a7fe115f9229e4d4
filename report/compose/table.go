package compose

import (
	"konzept/report/diag"
	"konzept/report/doc"
	"konzept/report/geom"
	"konzept/report/template"
)

// tableMaker gathers a table's columns and rows.
type tableMaker struct {
	x     *expander
	table *doc.Table
	head  doc.Row // titles of the columns
	open  map[*doc.Block]openFigure

	optional []bool // of the columns: falls away where no row says anything in it
}

type tableArgs struct {
	Look            *doc.TableStyle
	Caption, Source []doc.Inline
	Alt             string
	Anchor          template.AnchorName
	Number          bool
	Split           *doc.Split
}

type colArgs struct {
	Title        []doc.Inline `word:""`
	Width        []doc.Column
	Share        int
	Align        doc.Align
	Header, Auto bool // auto: as wide as its content, whatever else is said
	Optional     bool // the column falls away where no row says anything in it
}

type rowArgs struct {
	Fill     *geom.Ink
	KeepNext bool
	Anchor   template.AnchorName
}

type labelRowArgs struct {
	Fill   *geom.Ink
	Anchor template.AnchorName
}

type headArgs struct{ Fill *geom.Ink }

type cellArgs struct {
	Cols, Rows int
	Header     bool
	Fill       *geom.Ink
	Align      *doc.Align
}

var (
	tableComponent    = component{template.Component{Name: "table", Body: true, Args: tableArgs{}}, table}
	colComponent      = component{Component: template.Component{Name: "col", Leaf: true, Within: []string{"table"}, Args: colArgs{}}}
	rowComponent      = component{Component: template.Component{Name: "row", Body: true, Within: []string{"table"}, Args: rowArgs{}}}
	labelRowComponent = component{Component: template.Component{Name: "labelrow", Body: true, Within: []string{"table"}, Args: labelRowArgs{}}}
	headComponent     = component{Component: template.Component{Name: "head", Body: true, Within: []string{"table"}, Args: headArgs{}}}
	footComponent     = component{Component: template.Component{Name: "foot", Body: true, Within: []string{"table"}, Args: headArgs{}}}
	cellComponent     = component{Component: template.Component{Name: "cell", Leaf: true, Body: true, Rest: true, Within: []string{"row", "labelrow", "head", "foot", "grid"}, Args: cellArgs{}}}
)

func table(x *expander, c *context, d *template.Directive) {
	a := argsOf(x, c, d, tableArgs{})
	t := &doc.Table{Style: x.tableStyleOr(a.Look), Caption: a.Caption, Source: a.Source, Number: a.Number, Alt: a.Alt, Anchor: string(a.Anchor), At: d.At}
	if a.Split != nil {
		style := *t.Style
		style.Split, t.Style = *a.Split, &style
	}
	m := &tableMaker{x: x, table: t, open: map[*doc.Block]openFigure{}}
	x.only(c, d, m.child)
	if m.titled() {
		t.Head = append([]doc.Row{m.head}, t.Head...)
	}
	switch {
	case len(t.Body) == 0 && len(t.Foot) == 0:
		return // nothing to show
	case len(t.Columns) == 0:
		x.Fail("table-without-columns", d.At, diag.Span{})
		return
	}
	if len(t.Body) == 0 {
		t.Body, t.Foot = t.Foot, nil // sums of nothing: a table of head and foot alone is none (ISO 14289-1, 7.2)
	}
	m.dropEmpty()
	m.align()
	for _, rows := range [][]doc.Row{t.Head, t.Body, t.Foot} {
		if r, filled, free := doc.Misfilled(rows, len(t.Columns)); r != nil {
			x.Fail("cells-and-columns", r.At, diag.Span{}, count(filled), count(free))
		}
	}
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

func (m *tableMaker) child(c *context, d *template.Directive) {
	t, x := m.table, m.x
	switch {
	case is(d, &colComponent):
		m.column(c, d)
	case is(d, &rowComponent):
		a := argsOf(x, c, d, rowArgs{})
		r := m.row(c, d, t.Style.Style, a.Fill, true)
		r.KeepNext, r.Anchor = a.KeepNext, string(a.Anchor)
		t.Body = append(t.Body, r)
	case is(d, &labelRowComponent):
		a := argsOf(x, c, d, labelRowArgs{})
		r := m.row(c, d, t.Style.FootStyle, a.Fill, false) // bold as sums are; the head's ink may need the head's fill
		if r.Label, r.KeepNext, r.Anchor = true, true, string(a.Anchor); len(r.Cells) > 0 {
			r.Cells = r.Cells[:1]
			r.Cells[0].Cols, r.Cells[0].Header = len(t.Columns), true
			t.Body = append(t.Body, r)
		}
	case is(d, &headComponent):
		t.Head = append(t.Head, m.row(c, d, t.Style.HeadStyle, argsOf(x, c, d, headArgs{}).Fill, false))
	case is(d, &footComponent):
		t.Foot = append(t.Foot, m.row(c, d, t.Style.FootStyle, argsOf(x, c, d, headArgs{}).Fill, true))
	}
}

func (m *tableMaker) column(c *context, d *template.Directive) {
	a := argsOf(m.x, c, d, colArgs{})
	col := doc.Column{Share: a.Share, Header: a.Header, Align: a.Align}
	if len(a.Width) > 1 {
		m.x.Fail("bad-value", d.At, diag.Span{}, "width", count(len(a.Width)), diag.Both("eine Breite wie 14mm, 2fr oder auto", "a width such as 14mm, 2fr or auto"))
	} else if len(a.Width) == 1 {
		col.Width, col.Share = a.Width[0].Width, max(col.Share, a.Width[0].Share)
	}
	if a.Auto {
		col.Width, col.Share = 0, 0
	}
	m.table.Columns, m.optional = append(m.table.Columns, col), append(m.optional, a.Optional)
	cell := doc.Cell{Header: true}
	if len(a.Title) > 0 {
		cell.Blocks = []doc.Block{&doc.Paragraph{Inlines: a.Title, Style: m.table.Style.HeadStyle}}
	}
	m.head.Cells = append(m.head.Cells, cell)
}

// row expands a row's cells. An empty cell that holds expressions prints the label "empty", in body rows and sums.
func (m *tableMaker) row(c *context, d *template.Directive, style *doc.Style, fill *geom.Ink, dashes bool) doc.Row {
	r := doc.Row{At: d.At, Ink: inkOr(fill, 0), Filled: fill != nil}
	r.Cells = make([]doc.Cell, 0, max(len(d.Kids), len(m.table.Columns)))
	m.x.only(c, d, func(c *context, d *template.Directive) { r.Cells = append(r.Cells, m.cell(c, d, style, dashes)) })
	return r
}

func (m *tableMaker) cell(c *context, d *template.Directive, style *doc.Style, dashes bool) doc.Cell {
	a := argsOf(m.x, c, d, cellArgs{})
	cell := doc.Cell{Blocks: m.x.cellBlocks(c, d, style), Cols: a.Cols, Rows: a.Rows, Header: a.Header, Ink: inkOr(a.Fill, 0), Filled: a.Fill != nil}
	if a.Align != nil {
		cell.Align, cell.HasAlign = *a.Align, true
	}
	m.figure(c, d, &cell)
	if empty := m.x.Labels["empty"]; len(cell.Blocks) == 0 && dashes && empty != "" && (d.Rest.Exprs || len(d.Kids) > 0) {
		cell.Blocks = []doc.Block{&doc.Paragraph{Inlines: []doc.Inline{&doc.Text{Text: empty, At: d.At}}, Style: style}}
	}
	return cell
}

type pairsArgs struct {
	Look  *doc.TableStyle
	Label geom.Length
	Fill  *geom.Ink
	List  bool

	Running string // named at the top of pages to which the list goes on
}

type pairArgs struct {
	Label []doc.Inline `word:""`
}

var (
	pairsComponent = component{template.Component{Name: "pairs", Body: true, Args: pairsArgs{}}, pairs}
	pairComponent  = component{Component: template.Component{Name: "pair", Leaf: true, Body: true, Rest: true, Within: []string{"pairs"}, Args: pairArgs{}}}
)

// pairs is labels with values; a pair without a value vanishes.
func pairs(x *expander, c *context, d *template.Directive) {
	a := argsOf(x, c, d, pairsArgs{Label: 35 * geom.MM})
	p := &doc.Pairs{Style: x.labelled(x.tableStyleOr(a.Look)), LabelWidth: a.Label, LabelFill: inkOr(a.Fill, 0), HasFill: a.Fill != nil, List: a.List, Running: a.Running, At: d.At}
	p.Rows = make([]doc.Pair, 0, len(d.Kids))
	x.only(c, d, func(c *context, d *template.Directive) {
		if v := x.cellBlocks(c, d, p.Style.Style); len(v) > 0 {
			p.Rows = append(p.Rows, doc.Pair{Label: argsOf(x, c, d, pairArgs{}).Label, Value: v})
		}
	})
	if len(p.Rows) > 0 {
		c.sink.add(p)
	}
}

// labelled is a style whose heads are set as labels are.
func (x *expander) labelled(l *doc.TableStyle) *doc.TableStyle {
	if x.labels[l] == nil {
		c := *l
		c.HeadStyle = x.styleOr("label")
		x.labels[l] = &c
	}
	return x.labels[l]
}
