package book

import (
	"fmt"
	"io"
	"strconv"
	"strings"
)

// Dump writes a book as text, for tests and eyes.
func Dump(w io.Writer, b *Book) error {
	d := &dumper{}
	d.line(0, "book %q lang=%s date=%s stand=%q label=%q", b.Title, b.Lang, b.Date, b.Stand, b.Label)
	for _, l := range b.Lists {
		d.line(1, "list %s %q", l.Name, l.Values)
	}
	for _, s := range b.Sheets {
		d.sheet(s)
	}
	_, err := io.WriteString(w, d.String())
	return err
}

type dumper struct{ strings.Builder }

func (d *dumper) line(depth int, format string, args ...any) {
	d.WriteString(strings.TrimRight(strings.Repeat("  ", depth)+fmt.Sprintf(format, args...), " ") + "\n")
}

func (d *dumper) sheet(s *Sheet) {
	d.line(1, "sheet %q%s%s%s", s.Name, said(" tab=", s.Tab), said(" title=", s.Title), said(" note=", s.Note))
	for i := range s.Regions {
		d.region(&s.Regions[i])
	}
	for _, c := range s.Charts {
		values := make([]string, len(c.Series))
		for i, v := range c.Series {
			values[i] = v.Values
		}
		d.line(2, "chart %s %q of %s: %s", c.Kind, c.Title, c.Categories, strings.Join(values, ", "))
	}
}

func (d *dumper) region(r *Region) {
	d.line(2, "region %s%s", r.Name, said(" title=", r.Title))
	for i := range r.Columns {
		c := &r.Columns[i]
		d.line(3, "column %s %q%s%s%s", c.Key, c.Title, said(" ", string(c.Format)), said(" list=", c.List), map[bool]string{true: " input"}[c.Input])
	}
	for i, row := range r.Rows {
		id := ""
		if r.IDs != nil {
			id = " " + r.IDs[i]
		}
		d.line(3, "row%s %s", id, cells(row))
	}
	if r.Total != nil {
		d.line(3, "total %s", cells(r.Total))
	}
	for _, u := range r.Rules {
		d.line(3, "rule %s%s%s%s", u.Column, said(" = ", u.Equals), said(" if ", u.Formula), said(" symbol=", u.Symbol))
	}
}

func said(before, s string) string {
	if s == "" {
		return ""
	}
	return before + s
}

func cells(row []Cell) string {
	out := make([]string, len(row))
	for i, c := range row {
		switch c.Kind {
		case String:
			out[i] = strconv.Quote(c.Text)
		case Empty:
			out[i] = "-"
		default:
			out[i] = c.Base()
		}
		out[i] += said(":", string(c.Format)) + said(" =", c.Formula) + said(" ->", c.Link)
	}
	return strings.Join(out, " | ")
}
