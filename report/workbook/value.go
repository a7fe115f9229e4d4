package workbook

import (
	"cmp"
	"slices"
	"strings"

	"konzept/report/book"
	"konzept/report/calendar"
	"konzept/report/diag"
	"konzept/report/eval"
	"konzept/report/markup"
	"konzept/report/model"
	"konzept/report/number"
)

// text runs a text with expressions.
func (m *maker) text(t text) string {
	switch len(t.parts) {
	case 0:
		return ""
	case 1:
		return m.part(t.parts[0], t.at)
	}
	var b strings.Builder
	for _, p := range t.parts {
		b.WriteString(m.part(p, t.at))
	}
	return b.String()
}

func (m *maker) part(p part, at diag.Span) string {
	if p.expr == nil {
		return p.fixed
	}
	return m.plain(p.expr.Run(m.Frame), at)
}

// formula runs a text whose expressions stand in a formula: numbers and dates as files write them, quotation marks doubled.
func (m *maker) formula(t text) string {
	var b strings.Builder
	for _, p := range t.parts {
		if p.expr == nil {
			b.WriteString(p.fixed)
			continue
		}
		v := p.expr.Run(m.Frame)
		if code, ok := v.(eval.Code); ok {
			b.WriteString(string(code))
			continue
		}
		var c book.Cell
		if m.set(&c, v, p.expr.At); c.Kind == book.Number {
			b.WriteString(c.Number.String())
		} else {
			b.WriteString(strings.ReplaceAll(c.Text, `"`, `""`))
		}
	}
	return b.String()
}

// plain is a value as characters, without markup.
func (m *maker) plain(v any, at diag.Span) string {
	return unmarkedRich(m.Rich(v, at))
}

// cell computes a cell. What people may edit keeps its markup, so that it comes back as it went; so does what a formula takes
// from there.
func (m *maker) cell(c *cell, input bool) book.Cell {
	out := book.Cell{Format: m.format(c.format), Bold: c.bold, Formula: m.formula(c.formula), Fill: m.text(c.fill), Link: m.text(c.link), Formed: c.formula.at}
	if s := m.text(c.text); s != "" {
		out.Kind, out.Text, out.At = book.String, s, c.text.at
		return out
	}
	if c.value == nil {
		return out
	}
	v := c.value.Run(m.Frame)
	out.At = c.value.Place(m.Frame)
	if t, ok := v.(model.TextValue); ok && (input || out.Formula != "") { // a formula shows what stands in another cell
		setText(&out, m.String(t))
		return out
	}
	m.set(&out, v, c.value.At)
	return out
}

// format runs a cell's format, which may differ from row to row.
func (m *maker) format(t text) book.Format {
	f := book.Format(m.text(t))
	if f != "" && !slices.Contains(book.Formats(), f) {
		m.Fail("table-word", t.at, diag.Span{}, string(f), diag.Suggest(string(f), formatNames()))
		return ""
	}
	return f
}

func formatNames() []string {
	var names []string
	for _, f := range book.Formats() {
		names = append(names, string(f))
	}
	return names
}

// set gives a cell a typed value: only what has no type of its own in a workbook becomes text.
func (m *maker) set(c *book.Cell, v any, at diag.Span) {
	switch v := v.(type) {
	case nil:
	case int64, number.Decimal:
		setNumber(c, eval.Decimal(v), "")
	case bool:
		c.Kind = book.Boolean
		if v {
			c.Number = number.Int(1)
		}
	case model.Money:
		setNumber(c, eval.Decimal(v), book.FmtMoney)
	case model.Date:
		if v.Before(firstDay) {
			setText(c, m.String(v))
			return
		}
		setNumber(c, serial(v), book.FmtDate)
	case model.Moment:
		m.moment(c, v)
	default:
		setText(c, m.plain(v, at))
	}
}

// moment keeps a time a date, so that it sorts and filters: the last day that it can mean, shown as far as it is known.
// Parts and spans of years, and what is left open, need words.
func (m *maker) moment(c *book.Cell, v model.Moment) {
	if v.Part != calendar.Whole || v.Through > 0 || v.Open != calendar.Closed || v.To().Before(firstDay) {
		setText(c, m.Format.When(v))
		return
	}
	c.Kind, c.Number = book.Number, serial(v.To())
	c.Format = []book.Format{calendar.ByYear: book.FmtDateYear, calendar.ByMonth: book.FmtMonth, calendar.ByDay: book.FmtDate}[v.Precision]
}

// setNumber sets a number; the format is a wish that the column's comes before.
func setNumber(c *book.Cell, v number.Decimal, format book.Format) {
	c.Kind, c.Number = book.Number, v
	c.Format = cmp.Or(c.Format, format)
}

func setText(c *book.Cell, s string) {
	if s != "" {
		c.Kind, c.Text = book.String, s
	}
}

// firstDay is the first that workbooks count rightly: they know a 29 February 1900 that never was.
var firstDay = model.Date{Year: 1900, Month: 3, Day: 1}

// serial counts days as workbooks do: 1900 is held to be a leap year there, so day 0 is 1899-12-30.
func serial(d model.Date) number.Decimal {
	return number.Int(int64(model.Date{Year: 1899, Month: 12, Day: 30}.Days(d)))
}

// unmarkedRich is rich text as characters; markup of data text is read, notes stand in brackets.
func unmarkedRich(r eval.Rich) string {
	var b strings.Builder
	for _, p := range r {
		switch p.Kind {
		case eval.NewLine:
			b.WriteByte('\n')
		case eval.Data:
			b.WriteString(unmarked(p.Text, p.Line))
		case eval.Note:
			b.WriteString(" [" + unmarkedRich(p.Inner) + "]")
		default:
			b.WriteString(cmp.Or(unmarkedRich(p.Inner), p.Text))
		}
	}
	return b.String()
}

// unmarked is data text as characters: paragraphs, list items and rows of tables on lines of their own.
func unmarked(s string, line bool) string {
	if markup.Plain(s) && (line || !strings.HasPrefix(s, "#") && !strings.HasPrefix(s, ">")) {
		return s
	}
	place := markup.Long
	if line {
		place = markup.Line
	}
	var lines []string
	for _, block := range markup.Blocks(s, place) {
		var b strings.Builder
		switch block.Kind {
		case markup.NoteText:
			continue
		case markup.Item:
			b.WriteString(cmp.Or(block.Label, "•") + " ")
		}
		unmarkedInline(&b, s, block.Nodes)
		for i, row := range block.Rows {
			for k, c := range row.Cells {
				if k > 0 {
					b.WriteString(" | ")
				} else if i > 0 {
					b.WriteByte('\n')
				}
				unmarkedInline(&b, s, c.Nodes)
			}
		}
		lines = append(lines, b.String())
	}
	return strings.Join(lines, "\n")
}

func unmarkedInline(b *strings.Builder, s string, nodes []markup.Node) {
	for i := range nodes {
		n := &nodes[i]
		switch n.Kind {
		case markup.Break:
			b.WriteByte('\n')
		case markup.Note:
			b.WriteString(" [")
			unmarkedInline(b, s, n.Kids)
			b.WriteByte(']')
		case markup.Text:
			b.WriteString(cmp.Or(n.Instead, s[n.From:n.To]))
		default:
			unmarkedInline(b, s, n.Kids)
		}
	}
}
