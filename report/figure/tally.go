package figure

// tally counts words in the order in which they first come.
type tally struct {
	words  []string
	counts []int
}

func (t *tally) add(word string) {
	for i, w := range t.words {
		if w == word {
			t.counts[i]++
			return
		}
	}
	t.words, t.counts = append(t.words, word), append(t.counts, 1)
}
