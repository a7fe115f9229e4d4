package model

import (
	"bufio"
	"fmt"
	"io"
	"strconv"

	"konzept/report/schema"
)

// Dump writes the report as stable text, one value a line, for comparing two reports by eye or by a test.
func (r *Report) Dump(w io.Writer) error {
	d := dumper{bufio.NewWriter(w)}
	if !r.Date.IsZero() {
		d.line(0, "date", r.Date.String())
	}
	for _, l := range r.lists {
		for _, rec := range l.records {
			name := l.kind.One
			if rec.ID != "" {
				name += " " + strconv.Quote(rec.ID)
			}
			d.record(0, name, rec)
			for _, inv := range rec.inverse {
				d.line(1, "<- "+inv.name, ids(inv.records))
			}
		}
	}
	return d.w.Flush()
}

type dumper struct{ w *bufio.Writer }

func (d dumper) line(depth int, name, value string) {
	for range depth {
		d.w.WriteString("  ")
	}
	d.w.WriteString(name + ": " + value + "\n")
}

func (d dumper) record(depth int, name string, r *Record) {
	if r.Level != schema.Public {
		name += " (" + r.Level.String() + ")"
	}
	d.line(depth, name, "")
	for _, v := range r.values {
		d.value(depth+1, v)
	}
}

func (d dumper) value(depth int, v Value) {
	name := v.Field.Key
	if v.Level != schema.Public {
		name += " (" + v.Level.String() + ")"
	}
	switch x := v.V.(type) {
	case *Record:
		if v.Field.Type == schema.Nested {
			d.record(depth, name, x)
		} else {
			d.line(depth, name, x.ID)
		}
	case []*Record:
		if v.Field.Type == schema.Refs {
			d.line(depth, name, ids(x))
			return
		}
		for _, rec := range x {
			d.record(depth, name, rec)
		}
	case TextValue:
		d.text(depth, name, x)
	case []TextValue:
		for _, t := range x {
			d.text(depth, name, t)
		}
	case []Label:
		for _, l := range x {
			d.text(depth, name+"."+l.Key, l.Text)
		}
	case string:
		d.line(depth, name, strconv.Quote(x))
	case *schema.Term:
		d.line(depth, name, strconv.Quote(x.Key))
	default:
		d.line(depth, name, fmt.Sprint(x))
	}
}

func (d dumper) text(depth int, name string, t TextValue) {
	for _, l := range t {
		d.line(depth, name+" ["+l.Lang+"]", strconv.Quote(l.Text))
	}
}

func ids(records []*Record) string {
	s := ""
	for i, r := range records {
		if i > 0 {
			s += ", "
		}
		s += r.ID
	}
	return s
}
