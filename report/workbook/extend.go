package workbook

import (
	"slices"
	"strings"

	"konzept/report/diag"
	"konzept/report/source"
	"konzept/report/template"
)

// extender makes one template of a project's own and the one that it extends: what the own says goes before, its sheets come
// last, its changes are made to the regions of the other. The nodes of the other stay as they are: they are copied where changed.
type extender struct {
	*reader
	templates *template.Set
}

// extended is a template with what it extends, or the template itself.
func (x *extender) extended(root *source.Node) *source.Node {
	n := root.Get("extends")
	if n.Empty() {
		return root
	}
	name := "tables/" + strings.TrimSuffix(strings.TrimPrefix(x.word(n), "tables/"), ".yaml") + ".yaml"
	base := x.templates.File(name)
	if base == nil || base.Front == nil || base.Front == root || base.Front.Get("extends") != nil {
		x.out.Add("missing-template", n.Span, name, diag.Suggest(name, x.templates.Names("tables/*.yaml")))
		return root
	}
	x.files[base.Front.Span.File] = base.Data
	merged := *base.Front
	merged.Entries = slices.Clone(base.Front.Entries)
	for _, e := range root.Entries {
		switch e.Key {
		case "extends", "change":
		case "sheets", "lists":
			setEntry(&merged, e, joinedItems(merged.Get(e.Key), e.Value))
		case "let":
			lets := copied(merged.Get("let"))
			for _, own := range e.Value.Entries {
				setEntry(lets, own, own.Value)
			}
			setEntry(&merged, e, lets)
		default:
			setEntry(&merged, e, e.Value)
		}
	}
	for _, c := range x.items(root.Get("change")) {
		x.change(&merged, c)
	}
	return &merged
}

func copied(n *source.Node) *source.Node {
	if n == nil {
		return &source.Node{Kind: source.Mapping}
	}
	c := *n
	c.Entries, c.Items = slices.Clone(n.Entries), slices.Clone(n.Items)
	return &c
}

// joinedItems is a list with the entries of another behind its own.
func joinedItems(a, b *source.Node) *source.Node {
	if a == nil || b == nil {
		return b
	}
	c := copied(a)
	c.Items = append(c.Items, b.Items...)
	return c
}

// setEntry gives a mapping a value under a key, in place of what it has there.
func setEntry(m *source.Node, e source.Entry, v *source.Node) {
	e.Value = v
	i := slices.IndexFunc(m.Entries, func(o source.Entry) bool { return o.Key == e.Key })
	if i < 0 {
		m.Entries = append(m.Entries, e)
	} else {
		m.Entries[i].Value = v
	}
}

// change makes one change: a region goes, or columns of it go or come.
func (x *extender) change(root, c *source.Node) {
	x.mapping(c, "region", "drop", "columns", "after", "before")
	name, found := x.word(c.Get("region")), false
	var known []string
	sheets := copied(root.Get("sheets"))
	for i, s := range sheets.Items {
		regions := s.Get("regions")
		if regions == nil {
			continue
		}
		kept := copied(regions)
		kept.Items = nil
		for _, g := range regions.Items {
			known = append(known, x.word(g.Get("name")))
			if x.word(g.Get("name")) != name || name == "" {
				kept.Items = append(kept.Items, g)
				continue
			}
			found = true
			if drop := c.Get("drop"); drop == nil || drop.Value != "true" {
				kept.Items = append(kept.Items, x.columnsOf(g, c))
			}
		}
		sheets.Items[i] = copied(s)
		setEntry(sheets.Items[i], source.Entry{Key: "regions", KeySpan: s.Span}, kept)
	}
	sheets.Items = slices.DeleteFunc(sheets.Items, func(s *source.Node) bool {
		return s.Get("regions") != nil && len(s.Get("regions").Items) == 0 && s.Get("charts") == nil
	})
	if !found {
		at := c.Span
		if n := c.Get("region"); n != nil {
			at = n.Span
		}
		x.out.Add("table-shape", at, diag.Both("der Name eines Bereichs: "+strings.Join(known, ", "), "the name of a region: "+strings.Join(known, ", ")))
	}
	setEntry(root, source.Entry{Key: "sheets", KeySpan: root.Span}, sheets)
}

// columnsOf is a region without the columns that a change drops and with those that it brings.
func (x *extender) columnsOf(region, c *source.Node) *source.Node {
	out, columns := copied(region), copied(region.Get("columns"))
	var keys []string
	for _, col := range columns.Items {
		keys = append(keys, keyOf(col))
	}
	place := func(n *source.Node) int {
		i := slices.Index(keys, n.Value)
		if i < 0 {
			x.out.Add("table-shape", n.Span, diag.Both("eine Spalte des Bereichs: "+strings.Join(keys, ", "), "a column of the region: "+strings.Join(keys, ", ")))
		}
		return i
	}
	at := len(columns.Items)
	if n := c.Get("after"); n != nil && place(n) >= 0 {
		at = place(n) + 1
	} else if n := c.Get("before"); n != nil && place(n) >= 0 {
		at = place(n)
	}
	columns.Items = slices.Insert(columns.Items, at, x.items(c.Get("columns"))...)
	for _, n := range x.items(c.Get("drop")) {
		if place(n) >= 0 {
			columns.Items = slices.DeleteFunc(columns.Items, func(col *source.Node) bool { return keyOf(col) == n.Value })
			x.dropCells(out, n.Value)
		}
	}
	setEntry(out, source.Entry{Key: "columns", KeySpan: region.Span}, columns)
	return out
}

// dropCells takes the cells of a column out of the rows that name them.
func (x *extender) dropCells(region *source.Node, key string) {
	rows := region.Get("rows")
	if rows == nil || rows.Kind != source.Sequence {
		return
	}
	kept := copied(rows)
	for i, row := range kept.Items {
		cells := copied(row.Get("cells"))
		cells.Entries = slices.DeleteFunc(cells.Entries, func(e source.Entry) bool { return e.Key == key })
		kept.Items[i] = copied(row)
		if row.Get("cells") != nil {
			setEntry(kept.Items[i], source.Entry{Key: "cells", KeySpan: row.Span}, cells)
		}
	}
	setEntry(region, source.Entry{Key: "rows", KeySpan: region.Span}, kept)
}
