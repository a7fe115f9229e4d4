package figure

import (
	"fmt"
	"slices"
	"strings"

	"konzept/report/doc"
	"konzept/report/number"
)

// phrase fills a sentence; it keeps the word fmt out of the drawings.
func phrase(format string, args ...any) string { return fmt.Sprintf(format, args...) }

// sentence says which entries are largest and smallest, and how many targets are reached.
func (b *barChart) sentence() string {
	s := phrase(b.say.bars, len(b.d.Labels))
	if len(b.d.Series) > 1 {
		names := make([]string, len(b.d.Series))
		for i := range names {
			names[i] = clean(b.d.Series[i].Name)
		}
		s = phrase(b.say.several, len(names), strings.Join(names, ", "), len(b.d.Labels))
	}
	return s + aside(b.d.Unit) + ": " + b.ranking() + b.reached() + "."
}

// aside names a unit once that is too long to stand at each value: "1 Maßnahmen" is no German.
func aside(unit string) string {
	if unit == "" || unitBeside(unit) {
		return ""
	}
	return " (" + clean(unit) + ")"
}

// said is a value with its unit, if that is short.
func (c *canvas) said(v number.Decimal, format doc.NumberFormat, decimals int, unit string) string {
	s := c.number(v, format, decimals)
	if unitBeside(unit) {
		return withUnit(s, unit)
	}
	return s
}

// most is how many values an alternative text lists: who hears more than that is lost without a table.
const most = 48

// data lists the values of a drawing, which is read out instead of what stands in it.
func (c *canvas) data(rows [][]string, unit string) string {
	if len(rows) < 2 || len(rows[0]) < 2 || (len(rows)-1)*(len(rows[0])-1) > most {
		return ""
	}
	s := " " + c.say.values
	if unit != "" && unitBeside(unit) {
		s += " " + phrase(c.say.in, clean(unit))
	}
	entries := make([]string, len(rows)-1)
	for i, row := range rows[1:] {
		entries[i] = row[0] + " " + row[1]
		if len(row) > 2 {
			named := make([]string, len(row)-1)
			for k, v := range row[1:] {
				named[k] = clean(strings.TrimSuffix(rows[0][k+1], " ("+unit+")")) + " " + v
			}
			entries[i] = row[0] + ": " + strings.Join(named, ", ")
		}
	}
	return s + ": " + strings.Join(entries, "; ") + "."
}

// ranking names the largest two and the smallest entry by their sums, in the labels' order where they are equal.
func (b *barChart) ranking() string {
	type entry struct {
		label string
		sum   number.Decimal
	}
	var all []entry
	for i, l := range b.d.Labels {
		if t := b.total(i); t.Known() {
			all = append(all, entry{b.quote(l), t})
		}
	}
	if len(all) == 0 {
		return b.say.none
	}
	slices.SortStableFunc(all, func(x, y entry) int { return y.sum.Cmp(x.sum) })
	first, last := all[0], all[len(all)-1]
	if len(all) > 1 && first.sum.Cmp(last.sum) == 0 {
		return phrase(b.say.allEqual, b.value(first.sum))
	}
	s := phrase(b.say.largest, first.label, b.value(first.sum))
	if len(all) > 2 {
		s += phrase(b.say.then, all[1].label, b.value(all[1].sum))
	}
	if len(all) > 1 {
		s += phrase(b.say.smallest, last.label, b.value(last.sum))
	}
	return s
}

func (b *barChart) value(v number.Decimal) string {
	return b.said(v, b.d.Format, b.d.Decimals, b.d.Unit)
}

func (b *barChart) reached() string {
	n, of := 0, 0
	for i := range b.d.Labels {
		t, v := value(b.d.Target, i), b.total(i)
		if !t.Known() || !v.Known() {
			continue
		}
		of++
		if v.Cmp(t) >= 0 {
			n++
		}
	}
	if of == 0 {
		return ""
	}
	return phrase(b.say.reached, n, of)
}

// lineSentence says how each series moves from its first to its last value.
func (c *canvas) lineSentence(d *doc.Lines) string {
	s := c.say.lines
	if len(d.Labels) > 1 {
		s += phrase(c.say.from, clean(d.Labels[0]), clean(d.Labels[len(d.Labels)-1]))
	}
	s += aside(d.Unit)
	written := func(v number.Decimal) string { return c.said(v, d.Format, d.Decimals, d.Unit) }
	var parts []string
	for _, r := range d.Series {
		name := c.quote(r.Name)
		if clean(r.Name) == "" {
			name = c.say.of
		}
		first, last, n := ends(r.Values, len(d.Labels))
		switch {
		case n == 0:
		case n == 1:
			parts = append(parts, phrase(c.say.once, name, written(last)))
		case last.Cmp(first) > 0:
			parts = append(parts, phrase(c.say.rises, name, written(first), written(last)))
		case last.Cmp(first) < 0:
			parts = append(parts, phrase(c.say.falls, name, written(first), written(last)))
		default:
			parts = append(parts, phrase(c.say.same, name, written(last)))
		}
	}
	if len(parts) == 0 {
		parts = []string{c.say.none}
	}
	s += ": " + strings.Join(parts, "; ")
	if d.HasTarget && d.Target.Known() {
		s += phrase(c.say.aim, written(d.Target))
	}
	return s + "."
}

// ends finds the first and last known of the first n values, and how many there are.
func ends(vs []number.Decimal, n int) (first, last number.Decimal, count int) {
	for i := range n {
		v := value(vs, i)
		if !v.Known() {
			continue
		}
		if count == 0 {
			first = v
		}
		last = v
		count++
	}
	return first, last, count
}
