package wording

// Tally counts words in the order in which they first come.
type Tally struct {
	Words  []string
	Counts []int
}

// Add counts a word.
func (t *Tally) Add(word string) {
	for i, w := range t.Words {
		if w == word {
			t.Counts[i]++
			return
		}
	}
	t.Words, t.Counts = append(t.Words, word), append(t.Counts, 1)
}
