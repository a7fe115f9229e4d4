package workbook

import (
	"regexp"
	"strings"

	"konzept/report/diag"
	"konzept/report/eval"
	"konzept/report/source"
	"konzept/report/template"
)

// region compiles a grid. A column's cells know the names of their row and of their column, so each row is compiled with each
// column.
func (r *reader) region(n *source.Node, names *eval.Names) region {
	m := r.mapping(n, "for", "if", "let", "name", "title", "filter", "rows", "id", "columns", "rules")
	g := region{filter: r.bool(m.Get("filter"))}
	g.loop, names = r.loop(m, names)
	g.lets, names = r.lets(m.Get("let"), names)
	g.name, g.title = r.text(m.Get("name"), names), r.text(m.Get("title"), names)
	columns := r.items(m.Get("columns"))
	fields := map[string]bool{}
	for _, c := range columns {
		g.columns = append(g.columns, r.column(c, names))
		r.fillable(c, fields)
	}
	if rows := m.Get("rows"); rows != nil && rows.Kind == source.Scalar {
		one := rowLoop{at: rows.Span}
		inner := names
		one.loop, inner = r.each(rows, names)
		one.id = r.expr(m.Get("id"), inner)
		one.cells = r.cells(columns, nil, inner)
		g.rows = []rowLoop{one}
	} else {
		for _, n := range r.items(rows) {
			g.rows = append(g.rows, r.rows(n, columns, names))
		}
	}
	for _, n := range r.items(m.Get("rules")) {
		g.rules = append(g.rules, r.rule(n, names))
	}
	return g
}

// keyOf is a column's key as written: rows name their cells by it.
func keyOf(column *source.Node) string {
	if n := column.Get("key"); n != nil {
		return n.Value
	}
	return ""
}

func (r *reader) column(n *source.Node, names *eval.Names) column {
	m := r.mapping(n, "for", "if", "key", "title", "width", "format", "format-of", "hidden", "input", "list", "min", "max", "prompt", "error", "wrap", "align", "total",
		"value", "text", "formula", "link", "bold", "fill")
	c := column{width: r.within(m.Get("width"), 0, 255), hidden: r.bool(m.Get("hidden")), wrap: r.bool(m.Get("wrap")),
		min: r.number(m.Get("min")), max: r.number(m.Get("max"))}
	if c.min != nil && c.max != nil && *c.min > *c.max {
		r.wrong(m.Get("max"), diag.Both("mindestens der Wert von `min`", "at least the value of `min`"))
	}
	c.loop, names = r.loop(m, names)
	if n := m.Get("input"); n != nil && strings.Contains(n.Value, "{{") {
		c.fillIn = r.expr(n, names)
	} else {
		c.input = r.bool(n)
	}
	c.format = r.text(m.Get("format"), names)
	c.key, c.title, c.list = r.text(m.Get("key"), names), r.text(m.Get("title"), names), r.text(m.Get("list"), names)
	c.prompt, c.err, c.align = r.text(m.Get("prompt"), names), r.text(m.Get("error"), names), r.text(m.Get("align"), names)
	if t := m.Get("total"); t != nil && t.Kind == source.Scalar && strings.Contains(t.Value, "{{") {
		c.total.how, c.total.tell = "told", r.text(t, names)
	} else if t != nil && t.Kind == source.Scalar {
		c.total.how = r.one(t, "sum", "average", "count")
	} else if t != nil {
		c.total.how = "cell"
		c.total.cell = r.cell(t, names)
	}
	return c
}

// field is a value that is one field of a row's record: what people fill in can go back there.
var field = regexp.MustCompile(`^\s*[\p{L}_]\w*(\.\w+)+\s*$`)

// fillable asserts that what people may fill in is a field of the data, and that of no other column: what is computed has no
// place to go back to.
func (r *reader) fillable(c *source.Node, fields map[string]bool) {
	value := c.Get("value")
	if c.Get("input") == nil || c.Get("input").Value != "true" || value == nil || c.Get("for") != nil {
		return
	}
	text := template.Unwrap(r.chars(value)).Chars
	if c.Get("formula") != nil || !field.MatchString(text) || fields[text] {
		r.out.Add("input-computed", c.Get("input").Span, keyOf(c))
	}
	fields[text] = true
}

func (r *reader) rows(n *source.Node, columns []*source.Node, names *eval.Names) rowLoop {
	m := r.mapping(n, "for", "if", "id", "bold", "cells")
	rows := rowLoop{bold: r.bool(m.Get("bold"))}
	if n != nil {
		rows.at = n.Span
	}
	rows.loop, names = r.loop(m, names)
	rows.id = r.expr(m.Get("id"), names)
	cells := m.Get("cells")
	var keys []string
	for _, c := range columns {
		keys = append(keys, keyOf(c))
	}
	rows.cells = r.cells(columns, r.mapping(cells, keys...), names)
	return rows
}

// cells compiles a row's cells: its own under a column's key, else what the column says.
func (r *reader) cells(columns []*source.Node, own *source.Node, names *eval.Names) []cell {
	out := make([]cell, len(columns))
	for i, c := range columns {
		loop, inner := (&reader{files: r.files, out: &diag.List{}}).loop(c, names)
		if n := own.Get(keyOf(c)); n != nil {
			out[i] = r.cell(n, inner)
		} else {
			out[i] = r.content(c, inner)
			out[i].format = r.text(c.Get("format-of"), inner)
		}
		out[i].loop = loop
	}
	return out
}

// cell reads a cell of its own: an expression, or what it is made of.
func (r *reader) cell(n *source.Node, names *eval.Names) cell {
	if n.Empty() {
		return cell{}
	}
	if n.Kind == source.Scalar {
		return cell{value: r.expr(n, names)}
	}
	c := r.content(r.mapping(n, "value", "text", "formula", "link", "bold", "fill", "format"), names)
	c.format = r.text(n.Get("format"), names)
	return c
}

func (r *reader) content(m *source.Node, names *eval.Names) cell {
	return cell{value: r.expr(m.Get("value"), names), text: r.text(m.Get("text"), names), formula: r.text(m.Get("formula"), names),
		link: r.text(m.Get("link"), names), fill: r.text(m.Get("fill"), names), bold: r.bool(m.Get("bold"))}
}

func (r *reader) rule(n *source.Node, names *eval.Names) rule {
	m := r.mapping(n, "for", "if", "column", "equals", "formula", "symbol", "fill", "ink", "bold", "bar")
	u := rule{bold: r.bool(m.Get("bold")), bar: r.bool(m.Get("bar"))}
	u.loop, names = r.loop(m, names)
	u.column, u.equals, u.formula = r.text(m.Get("column"), names), r.text(m.Get("equals"), names), r.text(m.Get("formula"), names)
	u.symbol, u.fill, u.ink = r.text(m.Get("symbol"), names), r.text(m.Get("fill"), names), r.text(m.Get("ink"), names)
	return u
}
