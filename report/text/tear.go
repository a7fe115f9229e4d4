package text

// What to do with words that no line can hold, rather than let them run into the next column or off the page.

import (
	"slices"
	"unicode"

	"konzept/report/geom"
)

// tearPenalty makes lines of whole words win wherever there are any.
const tearPenalty = 5_000

// force adds hyphens by patterns against the paragraph's wish.
func (p *paragraph) force() bool {
	if p.patterns {
		return false
	}
	p.patterns = true
	p.findStops()
	for i := range p.stops {
		st := &p.stops[i]
		st.torn = st.kind == inWord && p.runes[st.last] != softHyphen
	}
	return true
}

// tear adds stops within words that are wider than a line by more than an em and that no rule parts: between any two
// letters, without a hyphen, which would claim to be spelling. Numbers and what must not be broken stay whole. It tells
// whether there are any.
func (p *paragraph) tear() bool {
	found := false
	stops := slices.Clone(p.stops)
	p.stops = p.stops[:0]
	from := stop{}
	for _, st := range stops {
		if st.end-from.next > p.rest+p.em {
			p.gaps = from.gapsNext
			for i := int(from.glyph) + 2; i < int(st.last)-1; i++ {
				if p.tearable(i) {
					p.add(stop{glyph: int32(i), last: int32(i), kind: atSign, penalty: tearPenalty, torn: true})
					found = true
				}
			}
		}
		p.stops = append(p.stops, st)
		from = st
	}
	return found
}

// tearable tells that a word may be torn before glyph i.
func (p *paragraph) tearable(i int) bool {
	switch {
	case p.kinds[i] != kindLetter && p.kinds[i] != kindDigit && p.runes[i] != p.runes[i-1]: // a row of one sign: ______
		return false
	case p.kinds[i] == kindDigit && p.kinds[i-1] != kindLetter && p.digits(i) <= longestNumber:
		return false
	}
	return !unicode.IsMark(p.runes[i]) && !p.within(i) && !p.keeps(i) && !p.segmentOf(i-1).object
}

// longestNumber is how many digits in a row are still a number: an IBAN has at most 34 signs.
const longestNumber = 34

// digits counts the digits around glyph i.
func (p *paragraph) digits(i int) int {
	from, to := i, i
	for from > 0 && p.kinds[from-1] == kindDigit {
		from--
	}
	for to < len(p.kinds) && p.kinds[to] == kindDigit {
		to++
	}
	return to - from
}

// wide tells that a chosen line is wider than its measure by more than an em. In less than two em nothing helps.
func (p *paragraph) wide() bool {
	if p.rest <= 2*p.em {
		return false
	}
	from := &stop{hangNext: p.startHang}
	for i, k := range p.chosen {
		measure := p.rest
		if i == 0 {
			measure = p.first
		}
		if p.stops[k].end-from.next > measure+p.em+geom.Length(slack) {
			return true
		}
		from = &p.stops[k]
	}
	return false
}
