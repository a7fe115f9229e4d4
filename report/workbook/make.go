package workbook

import (
	"strconv"

	"konzept/report/book"
	"konzept/report/diag"
	"konzept/report/eval"
	"konzept/report/format"
	"konzept/report/number"
)

// maxCells keeps a template that loops within loops from filling the memory; several times the largest concept's workbook.
const maxCells = 2_000_000

// maker runs a workbook's template.
type maker struct {
	*eval.Frame
	cells int
}

// fill fills the template from the report of env. Colours come with the design.
func fill(t *form, env *eval.Env, palette []book.Colour) *book.Book {
	m := &maker{Frame: env.NewFrame(t.names.Slots())}
	m.lets(t.lets)
	b := &book.Book{Title: m.text(t.title), Subject: m.text(t.subject), Author: m.text(t.author), Lang: env.Format.Lang, Stand: m.text(t.stand),
		Label: m.text(t.label), Pages: m.text(t.pages), Font: t.font, Palette: palette}
	sign := env.Format.Sign()
	b.Currency = book.Currency{Sign: sign, First: format.SignFirst(env.Format.Lang), Gap: format.Gap(sign, env.Format.Lang)}
	for _, l := range t.lists {
		m.each(l.loop, func() {
			one := book.List{Name: m.text(l.name), Title: m.text(l.title)}
			if l.values != nil {
				eval.Each(m.Frame, l.values.Run(m.Frame), l.values.At, func(v any, _ int) { one.Values = append(one.Values, m.plain(v, l.values.At)) })
			}
			b.Lists = append(b.Lists, one)
		})
	}
	for i := range t.sheets {
		s := &t.sheets[i]
		m.each(s.loop, func() { b.Sheets = append(b.Sheets, m.sheet(s)) })
	}
	b.Record()
	return b
}

// each runs a loop's body, once if there is no loop.
func (m *maker) each(l loop, body func()) {
	if len(l.levels) == 0 && l.when == nil {
		body()
		return
	}
	m.level(l.levels, l.when, l.at, body)
}

// full counts what the loops make. At the limit the budget is spent too, so that no loop goes on.
func (m *maker) full(at diag.Span, n int) bool {
	if m.cells += n; m.cells <= maxCells {
		return false
	}
	m.Fail("table-too-large", at, diag.Span{}, strconv.Itoa(maxCells))
	m.Step(eval.Budget)
	return true
}

func (m *maker) level(levels []level, when *eval.Program, at diag.Span, body func()) {
	if len(levels) == 0 {
		if !m.full(at, 1) && (when == nil || eval.Truth(m.Frame, when.Run(m.Frame))) {
			body()
		}
		return
	}
	l := levels[0]
	if l.list == nil {
		return
	}
	eval.Each(m.Frame, l.list.Run(m.Frame), l.list.At, func(v any, n int) {
		m.Slots[l.item] = v
		if l.index >= 0 {
			m.Slots[l.index] = int64(n)
		}
		m.level(levels[1:], when, at, body)
	})
}

func (m *maker) lets(lets []let) {
	for _, l := range lets {
		m.Slots[l.slot] = l.expr.Run(m.Frame)
	}
}

func (m *maker) sheet(s *sheet) *book.Sheet {
	m.lets(s.lets)
	out := &book.Sheet{Name: m.text(s.name), Key: m.text(s.key), Tab: m.text(s.tab), Title: m.text(s.title), Note: m.text(s.note), Freeze: s.freeze, Print: s.print,
		Protect: s.protect, Hidden: s.hidden, At: s.at}
	for i := range s.regions {
		g := &s.regions[i]
		m.each(g.loop, func() { out.Regions = append(out.Regions, m.region(g)) })
	}
	for i := range s.charts {
		c := &s.charts[i]
		m.each(c.loop, func() { out.Charts = append(out.Charts, m.chart(c)) })
	}
	return out
}

func (m *maker) chart(c *chart) book.Chart {
	out := book.Chart{Kind: c.kind, Title: m.text(c.title), Alt: m.text(c.alt), Categories: m.text(c.categories), Beside: m.text(c.beside),
		Width: c.width, Height: c.height, Format: c.format, At: c.categories.at}
	for _, s := range c.series {
		m.each(s.loop, func() {
			out.Series = append(out.Series, book.Series{Values: m.text(s.values), Fill: m.text(s.fill), At: s.values.at})
		})
	}
	return out
}

func (m *maker) region(g *region) book.Region {
	m.lets(g.lets)
	out := book.Region{Name: m.text(g.name), Title: m.text(g.title), Filter: g.filter}
	totals := false
	for _, c := range g.columns {
		m.each(c.loop, func() { out.Columns = append(out.Columns, m.column(c)) })
		totals = totals || c.total.how != ""
	}
	for i := range g.rows {
		rows := &g.rows[i]
		if rows.id != nil && out.IDs == nil {
			out.IDs = []string{}
		}
		m.each(rows.loop, func() {
			if m.full(rows.at, len(out.Columns)) {
				return
			}
			out.Rows = append(out.Rows, m.row(rows, out.Columns))
			if rows.id != nil {
				out.IDs = append(out.IDs, m.plain(rows.id.Run(m.Frame), rows.id.At))
			}
		})
	}
	if totals {
		out.Total = m.total(g, &out)
	}
	for _, u := range g.rules {
		m.each(u.loop, func() {
			out.Rules = append(out.Rules, book.Rule{Column: m.text(u.column), Equals: m.text(u.equals), Formula: m.formula(u.formula),
				Symbol: m.text(u.symbol), Fill: m.text(u.fill), Ink: m.text(u.ink), Bold: u.bold, Bar: u.bar, At: first(u.formula.at, u.column.at)})
		})
	}
	return out
}

// first is the first place that is known.
func first(places ...diag.Span) diag.Span {
	for _, at := range places {
		if at.Known() {
			return at
		}
	}
	return diag.Span{}
}

func (m *maker) column(c column) book.Column {
	return book.Column{Key: m.text(c.key), Title: m.text(c.title), Width: c.width, Format: m.format(c.format), Hidden: c.hidden, Input: c.input || c.fillIn != nil && eval.Truth(m.Frame, c.fillIn.Run(m.Frame)), List: m.text(c.list),
		Min: c.min, Max: c.max, Prompt: m.text(c.prompt), Error: m.text(c.err), Wrap: c.wrap, Align: m.text(c.align), At: first(c.key.at, c.title.at)}
}

func (m *maker) row(rows *rowLoop, columns []book.Column) []book.Cell {
	out := make([]book.Cell, 0, len(columns))
	for i := range rows.cells {
		c := &rows.cells[i]
		m.each(c.loop, func() {
			if len(out) == len(columns) {
				return // the column's condition differs from row to row
			}
			column := &columns[len(out)]
			cell := m.cell(c, column.Input)
			if column.Format != "" && len(c.format.parts) == 0 && column.Format != book.FmtDate {
				cell.Format = ""
			}
			cell.Bold = cell.Bold || rows.bold
			out = append(out, cell)
		})
	}
	return padded(out, len(columns))
}

// padded fills a row up where a column's condition left a gap.
func padded(row []book.Cell, n int) []book.Cell {
	for len(row) < n {
		row = append(row, book.Cell{})
	}
	return row
}

// total makes the cells below the columns. SUBTOTAL leaves out what a filter hides.
func (m *maker) total(g *region, r *book.Region) []book.Cell {
	out := make([]book.Cell, 0, len(r.Columns))
	for i := range g.columns {
		c := &g.columns[i]
		m.each(c.loop, func() {
			how := c.total.how
			if how == "told" {
				how = m.text(c.total.tell)
			}
			switch how {
			case "", "none":
				out = append(out, book.Cell{})
			case "cell":
				out = append(out, m.cell(&c.total.cell, false))
			default:
				if len(out) < len(r.Columns) {
					out = append(out, subtotal(how, r, len(out)))
				}
			}
		})
	}
	return padded(out[:min(len(out), len(r.Columns))], len(r.Columns))
}

func subtotal(how string, r *book.Region, col int) book.Cell {
	sum, numbers, filled := number.Int(0), int64(0), int64(0)
	for _, row := range r.Rows {
		if row[col].Kind != book.Empty {
			filled++
		}
		if row[col].Kind == book.Number {
			numbers++
			sum = sum.Add(row[col].Number)
		}
	}
	switch {
	case how == "count":
		return book.Cell{Kind: book.Number, Number: number.Int(filled), Formula: "SUBTOTAL(103,{})", Format: book.FmtInt}
	case how == "sum" && numbers == 0: // nothing known is no sum; what people fill in later makes one
		return book.Cell{Formula: subtotalIfAny("109")}
	case how == "sum":
		return book.Cell{Kind: book.Number, Number: sum, Formula: subtotalIfAny("109")}
	case numbers == 0:
		return book.Cell{Formula: subtotalIfAny("101")}
	}
	return book.Cell{Kind: book.Number, Number: sum.Quo(number.Int(numbers)), Formula: subtotalIfAny("101")}
}

func subtotalIfAny(function string) string {
	return `IF(SUBTOTAL(102,{})=0,"",SUBTOTAL(` + function + `,{}))`
}
