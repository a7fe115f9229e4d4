package figure

import (
	"strings"

	"konzept/report/doc"
	"konzept/report/number"
	"konzept/report/wording"
)

// sentence says which entries are largest and smallest, and how many targets are reached.
func (b *barChart) sentence() string {
	s := b.say.Tell("Balkendiagramm mit %s", "Bar chart with %s", b.entries())
	if n := len(b.d.Series); n > 1 {
		names := make([]string, n)
		for i := range names {
			names[i] = wording.Clean(b.d.Series[i].Name)
		}
		all := " (" + strings.Join(names, ", ") + ")"
		if wording.Letters(all) > wording.MostHeard/3 {
			all = ""
		}
		s = b.say.Tell("Balkendiagramm mit %d Reihen%s zu %s", "Bar chart with %d series%s for %s", n, all, b.entries())
	}
	return wording.Spoken(s+wording.Aside(b.d.Unit)+": ", append(b.ranking(), b.reached())...)
}

func (b *barChart) entries() string {
	if n := len(b.d.Labels); n != 1 {
		return b.say.Tell("%d Einträgen", "%d entries", n)
	}
	return b.say.Tell("1 Eintrag", "1 entry")
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
		return []string{b.say.NoValues()}
	}
	name := func(i int) string { return b.say.Quote(b.d.Labels[i]) }
	place := func(side int) ([]int, string) {
		all := wording.Winners(len(sums), side, func(i int) number.Decimal { return sums[i] })
		return all, b.say.Shared(all, name, b.value(sums[all[0]]))
	}
	first, largest := place(1)
	if len(first) == shown && shown > 1 {
		return []string{b.say.Tell("alle gleich (%s)", "all equal (%s)", b.value(sums[first[0]]))}
	}
	if len(first) == shown {
		return []string{b.say.Tell("am größten %s", "largest %s", largest)}
	}
	_, smallest := place(-1)
	return []string{b.say.Tell("am größten %s", "largest %s", largest), b.say.Tell(", am kleinsten %s", ", smallest %s", smallest)}
}

func (b *barChart) value(v number.Decimal) string {
	return b.say.Said(v, b.d.Format, b.d.Decimals, b.d.Unit)
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
	return b.say.Tell("; bei %d von %d ist der Zielwert erreicht oder überschritten", "; %d of %d reach or exceed their target", n, of)
}

// lineSentence says how each series moves from its first to its last value.
func (c *chart) lineSentence(d *doc.Lines) string {
	s := c.say.Tell("Liniendiagramm", "Line chart")
	if len(d.Labels) > 1 {
		s += c.say.Tell(" von %s bis %s", " from %s to %s", wording.Clean(d.Labels[0]), wording.Clean(d.Labels[len(d.Labels)-1]))
	}
	s += wording.Aside(d.Unit)
	written := func(v number.Decimal) string { return c.say.Said(v, d.Format, d.Decimals, d.Unit) }
	var parts []string
	for _, r := range d.Series {
		name := c.say.Quote(r.Name)
		if wording.Clean(r.Name) == "" {
			name = c.say.Value()
		}
		first, last, n := ends(r.Values, len(d.Labels))
		switch {
		case n == 0:
		case n == 1:
			parts = append(parts, c.say.Tell("%s: %s", "%s: %s", name, written(last)))
		case last.Cmp(first) > 0:
			parts = append(parts, c.say.Tell("%s steigt von %s auf %s", "%s rises from %s to %s", name, written(first), written(last)))
		case last.Cmp(first) < 0:
			parts = append(parts, c.say.Tell("%s fällt von %s auf %s", "%s falls from %s to %s", name, written(first), written(last)))
		default:
			parts = append(parts, c.say.Tell("%s bleibt bei %s", "%s stays at %s", name, written(last)))
		}
	}
	if len(parts) == 0 {
		parts = []string{c.say.NoValues()}
	}
	if d.HasTarget && d.Target.Known() {
		s += c.say.Tell(", Zielwert %s", ", target %s", written(d.Target))
	}
	for i := range parts[1:] {
		parts[i+1] = "; " + parts[i+1]
	}
	return wording.Spoken(s+": ", parts...)
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
