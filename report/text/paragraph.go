package text

import (
	"math"

	"konzept/report/geom"
	"konzept/report/hyphen"
)

// The optimiser of TeX (Knuth and Plass, "Breaking Paragraphs into Lines", 1981; TeXbook, chapter 14) in integers: of
// all ways to break a paragraph it takes the one whose lines have the least sum of demerits.
const (
	linePenalty     = 10        // \linepenalty
	fitnessDemerits = 10_000    // \adjdemerits: a tight line beside a loose one
	pairDemerits    = 15_000    // \doublehyphendemerits
	lastDemerits    = 100_000   // \finalhyphendemerits: hyphen before the last line
	stubDemerits    = 1_000_000 // a last line of less than two em; a tenth of it for less than four, a twentieth for one word
	ladderDemerits  = 1e13      // a third hyphen in a row: any other fault weighs less

	preTolerance  = 100     // without hyphens by patterns
	tolerance     = 400     // with them
	shrink        = 4       // the share of a space that a line may take away; TeX's third leaves narrow spaces too narrow
	infinitelyBad = 1 << 20 // badness of lines that nothing can fill
	tooFull       = infinitelyBad + 1
)

// fitness classes of neighbouring lines: tight, decent, loose, very loose.
const fitnesses = 4

// maxRow is the number of lines with hyphens that may follow each other.
const maxRow = 2

// node is a break of the best way to get there in a fitness class and with a number of hyphens in a row.
type node struct {
	demerits int64
	stop     int32 // index into stops; -1 is the paragraph's beginning
	before   int32 // index into nodes; -1: none
	fitness  uint8
	row      uint8
}

// paragraph is the breaking of one paragraph. Its tables are used again.
type paragraph struct {
	shaped
	stopFinder
	options Options
	first   geom.Length // measure of the first line
	rest    geom.Length
	em      geom.Length
	filler  geom.Length // what a ragged margin may take at badness 100
	nodes   []node
	active  []int32
	best    [fitnesses][maxRow + 1]node
	chosen  []int32 // stops at which the lines end
	made    []Glyph // hyphens that the breaks make, kept by the lines
}

// slack is what a line may be too wide before it counts: sums of rounded widths differ by a few units, depending on
// where they begin.
const slack = 64

// measureOf is the width of a line that begins at node n.
func (p *paragraph) measureOf(n *node) geom.Length {
	if n.stop < 0 {
		return p.first + slack
	}
	return p.rest + slack
}

// choose finds the breaks: without hyphens by patterns if that gives good lines, then with them, then at any price. Only
// words that no line can hold are torn.
func (p *paragraph) choose() {
	p.patterns = false
	p.findStops()
	if p.optimise(preTolerance, false) {
		return
	}
	if p.options.Hyphenate {
		p.patterns = true
		p.findStops()
		if p.optimise(p.tolerance(), false) {
			return
		}
	}
	p.optimise(infinitelyBad, true)
	if p.wide() && p.force() {
		p.optimise(infinitelyBad, true)
	}
	if p.wide() && p.tear() {
		p.optimise(infinitelyBad, true)
	}
}

// tolerance is the worst badness of a line in the pass with hyphens: a ragged one may be short rather than part a word.
func (p *paragraph) tolerance() int64 {
	if p.options.Align == Justify {
		return tolerance
	}
	return infinitelyBad
}

// optimise goes through all stops and keeps the best ways to reach each (TeX's try_break). In the last pass it always
// succeeds: what is too wide stays so.
func (p *paragraph) optimise(tolerance int64, last bool) bool {
	p.nodes = append(p.nodes[:0], node{stop: -1, before: -1, fitness: 1})
	p.active = append(p.active[:0], 0)
	for i := range p.stops {
		p.tryStop(int32(i), tolerance, last)
		if len(p.active) == 0 {
			return false
		}
	}
	best := p.active[0]
	for _, a := range p.active[1:] {
		if p.nodes[a].demerits < p.nodes[best].demerits {
			best = a
		}
	}
	p.trace(best)
	return last || p.nodes[best].demerits < ladderDemerits
}

func (p *paragraph) trace(n int32) {
	p.chosen = p.chosen[:0]
	for ; p.nodes[n].stop >= 0; n = p.nodes[n].before {
		p.chosen = append(p.chosen, p.nodes[n].stop)
	}
	for i, k := 0, len(p.chosen)-1; i < k; i, k = i+1, k-1 {
		p.chosen[i], p.chosen[k] = p.chosen[k], p.chosen[i]
	}
}

// tryStop looks at all lines that could end at stop i.
func (p *paragraph) tryStop(i int32, tolerance int64, last bool) {
	st := &p.stops[i]
	found := false
	kept := p.active[:0]
	for k, a := range p.active {
		fitness, bad, tooWide := p.judge(&p.nodes[a], st)
		only := last && tooWide && !found && len(kept) == 0 && k == len(p.active)-1
		if only || bad <= tolerance {
			found = p.offer(a, i, st, fitness, bad, found)
		}
		if !tooWide && st.kind != forced {
			kept = append(kept, a)
		}
	}
	p.active = kept
	if found {
		p.settle()
	}
}

// settle makes nodes of the best ways to the stop at hand, save for those that can never win: another way with no more
// hyphens in a row is better by more than a change of fitness costs.
func (p *paragraph) settle() {
	least := int64(math.MaxInt64)
	for r := range maxRow + 1 {
		for f := range fitnesses {
			if b := &p.best[f][r]; b.before >= 0 {
				least = min(least, b.demerits)
			}
		}
		for f := range fitnesses {
			if b := &p.best[f][r]; b.before >= 0 && b.demerits <= least+fitnessDemerits {
				p.active = append(p.active, int32(len(p.nodes)))
				p.nodes = append(p.nodes, *b)
			}
		}
	}
}

// offer enters the line from node a to stop i if it is the best of its class.
func (p *paragraph) offer(a, i int32, st *stop, fitness uint8, bad int64, found bool) bool {
	if !found {
		for f := range p.best {
			for r := range p.best[f] {
				p.best[f][r].before = -1
			}
		}
	}
	from := &p.nodes[a]
	n := node{stop: i, before: a, fitness: fitness}
	if st.kind.hyphenated() {
		n.row = min(from.row+1, maxRow)
	}
	n.demerits = from.demerits + p.demerits(from, st, fitness, bad)
	if b := &p.best[fitness][n.row]; b.before < 0 || n.demerits < b.demerits {
		*b = n
	}
	return true
}

// demerits of a line (TeXbook, page 98).
func (p *paragraph) demerits(from *node, st *stop, fitness uint8, bad int64) int64 {
	d := (linePenalty + bad) * (linePenalty + bad)
	penalty := int64(st.penalty)
	if st.kind == inWord && penalty >= hyphen.Ordinary && p.options.Align != Justify {
		penalty *= 2 // what is ragged anyway needs fewer hyphens
	}
	d += penalty * penalty
	hyphens := from.stop >= 0 && p.stops[from.stop].kind.hyphenated()
	switch {
	case hyphens && st.kind.hyphenated() && from.row >= maxRow:
		d += ladderDemerits
	case hyphens && st.kind.hyphenated():
		d += pairDemerits
	case hyphens && st.kind == forced:
		d += lastDemerits
	}
	if diff := int(fitness) - int(from.fitness); diff > 1 || diff < -1 {
		d += fitnessDemerits
	}
	if st.kind == forced && from.stop >= 0 {
		switch width := st.end - p.stops[from.stop].next; {
		case width < 2*p.em:
			d += stubDemerits
		case width < 4*p.em:
			d += stubDemerits / 10
		case st.gaps == p.stops[from.stop].gapsNext:
			d += stubDemerits / 20
		}
	}
	return d
}

// judge returns the fitness and badness of the line from node n to a stop, and whether nothing can make it fit. Then
// neither do later stops.
func (p *paragraph) judge(n *node, st *stop) (fitness uint8, bad int64, tooWide bool) {
	width, gaps := p.natural(n, st)
	shortfall := p.measureOf(n) - width
	switch {
	case p.options.Align != Justify:
		return p.judgeRagged(shortfall, st)
	case shortfall >= 0 && st.kind == forced:
		return 1, 0, false
	}
	if flex := p.flex(width - gaps); shortfall > flex {
		shortfall -= flex
	} else if shortfall < -flex {
		shortfall += flex
	} else {
		shortfall = 0
	}
	if shortfall >= 0 {
		bad = badness(shortfall, gaps/2)
		switch {
		case bad > 99:
			return 3, bad, false
		case bad > 12:
			return 2, bad, false
		}
		return 1, bad, false
	}
	if -shortfall > gaps/shrink {
		return 0, tooFull, -shortfall-st.hyphen > gaps/shrink
	}
	if bad = badness(-shortfall, gaps/shrink); bad > 12 {
		return 0, bad, false
	}
	return 1, bad, false
}

// judgeRagged treats the margin as what stretches, for justified lines the spaces do.
func (p *paragraph) judgeRagged(shortfall geom.Length, st *stop) (fitness uint8, bad int64, tooWide bool) {
	switch {
	case shortfall < 0:
		return 1, tooFull, shortfall+st.hyphen < 0
	case st.kind == forced:
		return 1, 0, false
	}
	return 1, badness(shortfall, p.filler), false
}

// natural is the width of a line with its spaces as the typeface has them, and the sum of these spaces.
func (p *paragraph) natural(n *node, st *stop) (width, gaps geom.Length) {
	if n.stop < 0 {
		return st.end + st.hyphen - st.hang - p.startHang, st.gaps
	}
	from := &p.stops[n.stop]
	return st.end - from.next + st.hyphen - st.hang - from.hangNext, st.gaps - from.gapsNext
}

// flex is by how much glyphs of the given width may be expanded either way.
func (p *paragraph) flex(glyphs geom.Length) geom.Length {
	return glyphs * geom.Length(p.options.Expand) / 1000
}

// badness is 100 times the cube of need to give (TeXbook, page 97), not capped at 10,000: among bad lines the less
// bad one wins.
func badness(need, give geom.Length) int64 {
	if need <= 0 {
		return 0
	}
	if give <= 0 || need >= 20*give {
		return infinitelyBad
	}
	r := int64(need << 10 / give)
	return 100 * r * r * r >> 30
}
