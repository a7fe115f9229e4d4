package text

import (
	"testing"

	"konzept/report/geom"
)

// penaltiesOf are the penalties of a word's breaks, by the letters before them.
func penaltiesOf(word string) map[int32]int32 {
	out := map[int32]int32{}
	h := hyphenator{minLeft: minHyphen, minRight: minHyphen, known: make([]knownWord, knownWords)}
	for _, b := range h.word([]rune(word), "de", true) {
		out[b.at] = b.penalty
	}
	return out
}

// TestJointsArePreferredToSyllables: a compound is rather broken where it is joined, a syllable elsewhere costs more, and most
// where only the least number of letters is parted off.
func TestJointsArePreferredToSyllables(t *testing.T) {
	got := penaltiesOf("Sprachförderung") // Sprach-för-de-rung
	if got[6] != jointPenalty || got[9] != hyphenPenalty {
		t.Errorf("Sprach-för-derung: %v, want %d at 6 and %d at 9", got, jointPenalty, hyphenPenalty)
	}
	got = penaltiesOf("Unterkunft") // Un-ter-kunft: two letters of a prefix are no joint of words
	if p, ok := got[2]; ok && p < hyphenPenalty {
		t.Errorf("Un-terkunft: %v", got)
	}
	for word, first := range map[string]int32{"ungleich": 2, "beraten": 2} {
		if p, ok := penaltiesOf(word)[first]; !ok || p < hyphenPenalty+stubPenalty {
			t.Errorf("%s: %v, want at least %d behind the prefix", word, penaltiesOf(word), hyphenPenalty+stubPenalty)
		}
	}
}

// TestTheLineBeforeTheLastRatherEndsInAWholeWord (TeXbook, \finalhyphendemerits): the last words move, if they can.
func TestTheLineBeforeTheLastRatherEndsInAWholeWord(t *testing.T) {
	p := &paragraph{nodes: []node{{stop: 0}}}
	p.em, p.stops = geom.Pt, []stop{{kind: inWord}, {kind: forced, end: 100 * geom.Pt, gaps: 9}, {kind: atSpace}}
	behindHyphen := p.demerits(&p.nodes[0], &p.stops[1], 1, 0)
	p.stops[0].kind = atSpace
	if behindWord := p.demerits(&p.nodes[0], &p.stops[1], 1, 0); behindHyphen-behindWord != lastDemerits {
		t.Errorf("a last line behind a hyphen costs %d more, want %d", behindHyphen-behindWord, int64(lastDemerits))
	}
	p.stops[0].kind = inWord
	if pair := p.demerits(&p.nodes[0], &stop{kind: inWord, end: 100 * geom.Pt}, 1, 0) - p.demerits(&p.nodes[0], &stop{kind: atSpace, end: 100 * geom.Pt}, 1, 0); pair != pairDemerits {
		t.Errorf("two hyphens in a row cost %d more, want %d", pair, int64(pairDemerits))
	}
}
