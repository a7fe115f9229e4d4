package figure

import "konzept/report/number"

// winners are the entries with the greatest value, or with the least if side is below 0: all of them, since naming one of
// several as the first would be untrue. What is unknown takes no part.
func winners(n, side int, value func(i int) number.Decimal) (all []int) {
	var best number.Decimal
	for i := range n {
		v := value(i)
		if !v.Known() {
			continue
		}
		if c := v.Cmp(best) * side; !best.Known() || c > 0 {
			best, all = v, all[:0]
		}
		if v.Equal(best) {
			all = append(all, i)
		}
	}
	return all
}

// few is how many names a sentence holds of those that share a place; of more it says how many they are.
const few = 3

// shared names the entries that share a place, with what they have.
func (c *canvas) shared(all []int, name func(i int) string, what string) string {
	long := 0
	for _, i := range all[:min(len(all), few)] {
		long += signs(name(i))
	}
	if len(all) > few || len(all) > 1 && long > heard/4 {
		return c.tell("%d Einträge (je %s)", "%d entries (%s each)", len(all), what)
	}
	names := make([]string, len(all))
	for k, i := range all {
		names[k] = name(i)
	}
	if len(all) > 1 {
		return c.also(names) + c.tell(" (je %s)", " (%s each)", what)
	}
	return c.also(names) + phrase(" (%s)", what)
}
