package text

import (
	"testing"

	"konzept/report/geom"
)

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
