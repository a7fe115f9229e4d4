package figure

import (
	"fmt"
	"strings"

	"konzept/report/doc"
	"konzept/report/number"
)

// phrase fills a sentence; it keeps the word fmt out of the drawings.
func phrase(format string, args ...any) string { return fmt.Sprintf(format, args...) }

// sentence says which entries are largest and smallest, and how many targets are reached.
func (b *barChart) sentence() string {
	s := phrase(b.say.bars, b.entries())
	if n := len(b.d.Series); n > 1 {
		names := make([]string, n)
		for i := range names {
			names[i] = clean(b.d.Series[i].Name)
		}
		all := " (" + strings.Join(names, ", ") + ")"
		if signs(all) > heard/3 {
			all = ""
		}
		s = phrase(b.say.several, n, all, b.entries())
	}
	return spoken(s+aside(b.d.Unit)+": ", append(b.ranking(), b.reached())...)
}

func (b *barChart) entries() string {
	if n := len(b.d.Labels); n != 1 {
		return b.tell("%d Einträgen", "%d entries", n)
	}
	return b.tell("1 Eintrag", "1 entry")
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

// data lists the values of a drawing, which is read out instead of what stands in it.
func (c *canvas) data(rows [][]string, unit string) string {
	if len(rows) < 2 || len(rows[0]) < 2 {
		return ""
	}
	s := c.say.values
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

// ranking names the largest entries by their sums, and the smallest.
func (b *barChart) ranking() []string {
	sums := make([]number.Decimal, len(b.d.Labels))
	shown := 0
	for i := range sums {
		if sums[i] = b.total(i); sums[i].Known() {
			shown++
		}
	}
	if shown == 0 {
		return []string{b.say.none}
	}
	name := func(i int) string { return b.quote(b.d.Labels[i]) }
	place := func(side int) ([]int, string) {
		all := winners(len(sums), side, func(i int) number.Decimal { return sums[i] })
		return all, b.shared(all, name, b.value(sums[all[0]]))
	}
	first, largest := place(1)
	if len(first) == shown && shown > 1 {
		return []string{phrase(b.say.allEqual, b.value(sums[first[0]]))}
	}
	if len(first) == shown {
		return []string{phrase(b.say.largest, largest)}
	}
	_, smallest := place(-1)
	return []string{phrase(b.say.largest, largest), phrase(b.say.smallest, smallest)}
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
	if d.HasTarget && d.Target.Known() {
		s += phrase(c.say.aim, written(d.Target))
	}
	for i := range parts[1:] {
		parts[i+1] = "; " + parts[i+1]
	}
	return spoken(s+": ", parts...)
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
