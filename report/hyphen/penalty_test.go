package hyphen

import "testing"

// penaltiesOf are the penalties of a word's breaks, by the letters before them.
func penaltiesOf(word string) map[int32]int32 {
	out := map[int32]int32{}
	var h Hyphenator
	h.Set(nil, 0, 0)
	h.Remember()
	for _, b := range h.Word([]rune(word), "de", true) {
		out[b.At] = b.Penalty
	}
	return out
}

// TestJointsArePreferredToSyllables: a compound is rather broken where it is joined, a syllable elsewhere costs more, and most
// where only the least number of letters is parted off.
func TestJointsArePreferredToSyllables(t *testing.T) {
	got := penaltiesOf("Sprachförderung") // Sprach-för-de-rung
	if got[6] != jointPenalty || got[9] != Ordinary {
		t.Errorf("Sprach-för-derung: %v, want %d at 6 and %d at 9", got, jointPenalty, Ordinary)
	}
	got = penaltiesOf("Unterkunft") // Un-ter-kunft: two letters of a prefix are no joint of words
	if p, ok := got[2]; ok && p < Ordinary {
		t.Errorf("Un-terkunft: %v", got)
	}
	for word, first := range map[string]int32{"ungleich": 2, "beraten": 2} {
		if p, ok := penaltiesOf(word)[first]; !ok || p < Ordinary+stubPenalty {
			t.Errorf("%s: %v, want at least %d behind the prefix", word, penaltiesOf(word), Ordinary+stubPenalty)
		}
	}
}
