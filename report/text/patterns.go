package text

import (
	_ "embed"
	"math/bits"
	"strings"
	"sync"
)

var (
	//go:embed patterns/de-1996.txt
	patternsDE string
	//go:embed patterns/en-gb.txt
	patternsEN string

	german  = sync.OnceValue(func() *patterns { return loadPatterns(patternsDE) })
	english = sync.OnceValue(func() *patterns { return loadPatterns(patternsEN) })
)

// patternsFor returns the patterns of a language tag, or nil.
func patternsFor(lang string) *patterns {
	switch base, _, _ := strings.Cut(lang, "-"); base {
	case "de":
		return german()
	case "en":
		return english()
	}
	return nil
}

// alphabet holds the letters of all pattern files in the files' sorting order; the point stands for a word's end.
const alphabet = ".abcdefghijklmnopqrstuvwxyzßàáâäçèéêëíïñóôöü"

// noLetter is the code of a letter that no pattern has.
const noLetter = 63

// letterCode is the place of a lower-case letter in the alphabet.
func letterCode(r rune) uint8 {
	switch {
	case r >= 'a' && r <= 'z':
		return uint8(r-'a') + 1
	case r == '.':
		return 0
	}
	n := uint8(27)
	for _, l := range alphabet[27:] {
		if l == r {
			return n
		}
		n++
	}
	return noLetter
}

// patterns is a trie of hyphenation patterns (Liang, "Word Hy-phen-a-tion by Com-put-er", 1983). A node's children lie
// next to each other in alphabetical order, so that a bit set and the first child's index find them.
type patterns struct {
	text  string // one pattern a line: letters with a digit 1-9 where a level is
	nodes []trieNode
}

type trieNode struct {
	letters uint64 // which children there are, by letter code
	child   uint32 // index of the first
	pattern uint32 // 1 + where the pattern that ends here begins in text; 0: none
}

// loadPatterns builds the trie in one pass: the file is sorted, so every node is a range of neighbouring lines.
func loadPatterns(file string) *patterns {
	l := &loader{text: file, codes: make([]uint8, 0, len(file)), lines: make([]patternLine, 0, len(file)/7)}
	l.read()
	p := &patterns{text: file, nodes: make([]trieNode, 1, len(file)/3)}
	p.grow(l, 0, 0, len(l.lines), 0)
	return p
}

type loader struct {
	text  string
	codes []uint8
	lines []patternLine
}

type patternLine struct {
	code, size uint32 // its letters in codes
	text       uint32
}

// read decodes the letters of every line that is not a comment (%).
func (l *loader) read() {
	for at := 0; at < len(l.text); {
		end := at + strings.IndexByte(l.text[at:], '\n')
		if end < at {
			end = len(l.text)
		}
		if l.text[at] != '%' && end > at {
			first := len(l.codes)
			for _, r := range l.text[at:end] {
				if r > '9' || r < '1' {
					l.codes = append(l.codes, letterCode(r))
				}
			}
			l.lines = append(l.lines, patternLine{uint32(first), uint32(len(l.codes) - first), uint32(at)})
		}
		at = end + 1
	}
}

// grow fills node n, whose patterns are lines from to end with depth letters in common.
func (p *patterns) grow(l *loader, n, from, end int, depth uint32) {
	if from < end && l.lines[from].size == depth {
		p.nodes[n].pattern = l.lines[from].text + 1
		from++
	}
	var letters uint64
	for i := from; i < end; i++ {
		letters |= 1 << l.codes[l.lines[i].code+depth]
	}
	first := len(p.nodes)
	p.nodes[n].letters, p.nodes[n].child = letters, uint32(first)
	p.nodes = append(p.nodes, make([]trieNode, bits.OnesCount64(letters))...)
	for child := first; from < end; child++ {
		code, next := l.codes[l.lines[from].code+depth], from+1
		for next < end && l.codes[l.lines[next].code+depth] == code {
			next++
		}
		p.grow(l, child, from, next, depth+1)
		from = next
	}
}

// levels raises each gap before a letter of word to the highest level of the patterns that match; odd is a break.
// word holds letter codes with 0 at both ends; levels has its length.
func (p *patterns) levels(word, levels []uint8) {
	clear(levels)
	for start := range word {
		n := &p.nodes[0]
		for _, c := range word[start:] {
			bit := uint64(1) << c
			if n.letters&bit == 0 {
				break
			}
			n = &p.nodes[n.child+uint32(bits.OnesCount64(n.letters&(bit-1)))]
			if n.pattern != 0 {
				p.raise(levels[start:], int(n.pattern-1))
			}
		}
	}
}

// raise applies the pattern whose text begins at at.
func (p *patterns) raise(levels []uint8, at int) {
	gap := 0
	for ; at < len(p.text); at++ {
		switch c := p.text[at]; {
		case c == '\n':
			return
		case c >= '1' && c <= '9':
			levels[gap] = max(levels[gap], c-'0')
		case c < 0x80 || c >= 0xC0: // not the second byte of a letter
			gap++
		}
	}
}
