package wording

import "konzept/report/number"

// Winners are the entries with the greatest value, or with the least if side is below 0: all of them, since naming one of
// several as the first would be untrue. What is unknown takes no part.
func Winners(n, side int, value func(i int) number.Decimal) (all []int) {
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

// Few is how many names a sentence holds of those that share a place; of more it says how many they are.
const Few = 3

// Shared names the entries that share a place, with what they have.
func (l Language) Shared(all []int, name func(i int) string, what string) string {
	long := 0
	for _, i := range all[:min(len(all), Few)] {
		long += Letters(name(i))
	}
	if len(all) > Few || len(all) > 1 && long > MostHeard/4 {
		return l.Tell("%d Einträge (je %s)", "%d entries (%s each)", len(all), what)
	}
	names := make([]string, len(all))
	for k, i := range all {
		names[k] = name(i)
	}
	if len(all) > 1 {
		return l.Also(names) + l.Tell(" (je %s)", " (%s each)", what)
	}
	return l.Also(names) + " (" + what + ")"
}
