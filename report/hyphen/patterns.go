package hyphen

import (
	_ "embed"
	"math/bits"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"
)

var (
	//go:embed patterns/de-1996.txt
	patternsDE string
	//go:embed patterns/en-gb.txt
	patternsEN string
	//go:embed patterns/de-joints.txt
	jointsDE string

	german = sync.OnceValue(func() *patterns {
		p := loadPatterns(patternsDE)
		p.joints = loadPatterns(jointsDE)
		return p
	})
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

// patterns is a trie of hyphenation patterns (Liang, "Word Hy-phen-a-tion by Com-put-er", 1983), level by level. A
// node's children lie next to each other in alphabetical order, so that a bit set and the first child's index find them.
type patterns struct {
	text  string // one pattern a line: letters with a digit 1-9 where a level is
	nodes []trieNode

	joints *patterns // where compounds are joined, or nil
}

type trieNode struct {
	letters uint64 // which children there are, by letter code
	child   uint32 // index of the first
	pattern uint32 // 1 + where the pattern that ends here begins in text; 0: none
}

// loadPatterns builds the trie: the file is sorted by letters, so what a line does not share with the line before is
// new. The first pass counts the nodes of each level, the second fills them.
func loadPatterns(file string) *patterns {
	var level [maxPattern + 2]uint32 // index of the level's next node
	level[1] = 1
	eachPattern(file, func(letters []uint8, shared, _ int) {
		for d := shared; d < len(letters); d++ {
			level[d+2]++
		}
	})
	for d := 1; d < len(level); d++ {
		level[d] += level[d-1]
	}
	p := &patterns{text: file, nodes: make([]trieNode, level[len(level)-1])}
	level[0] = 1
	eachPattern(file, func(letters []uint8, shared, at int) {
		for d := shared; d < len(letters); d++ {
			parent := &p.nodes[level[d]-1]
			if parent.letters == 0 {
				parent.child = level[d+1]
			}
			parent.letters |= 1 << letters[d]
			level[d+1]++
		}
		p.nodes[level[len(letters)]-1].pattern = uint32(at) + 1
	})
	return p
}

// maxPattern is the most letters that a pattern has.
const maxPattern = 24

// eachPattern decodes the lines of a pattern file that are not comments (%): the letters' codes, how many of them the
// line before had too, and where the line begins.
func eachPattern(file string, visit func(letters []uint8, shared, at int)) {
	var letters [maxPattern]uint8
	size := 0
	for at := 0; at < len(file); at++ {
		start, n, shared := at, 0, 0
		for ; at < len(file) && file[at] != '\n'; at++ {
			c := file[at]
			if c == '%' {
				at += strings.IndexByte(file[at:], '\n') - 1
				continue
			}
			if c >= '1' && c <= '9' {
				continue
			}
			code := c - 'a' + 1
			if c < 'a' || c > 'z' {
				r, width := utf8.DecodeRuneInString(file[at:])
				code, at = letterCode(r), at+width-1
			}
			if shared == n && n < size && letters[n] == code {
				shared++
			}
			letters[n] = code
			n++
		}
		if n > 0 {
			visit(letters[:n], shared, start)
			size = n
		}
	}
}

// levels matches the patterns of word into gaps, which it makes as long; without patterns there are none.
func (p *patterns) levels(word, gaps []uint8) []uint8 {
	gaps = slices.Grow(gaps[:0], len(word))[:len(word)]
	clear(gaps)
	if p != nil {
		p.match(word, gaps)
	}
	return gaps
}

// match raises each gap before a letter of word to the highest level of the patterns that match; odd is a break.
// word holds letter codes with 0 at both ends; gaps has its length.
func (p *patterns) match(word, gaps []uint8) {
	for start := range word {
		n := &p.nodes[0]
		for _, c := range word[start:] {
			bit := uint64(1) << c
			if n.letters&bit == 0 {
				break
			}
			n = &p.nodes[n.child+uint32(bits.OnesCount64(n.letters&(bit-1)))]
			if n.pattern != 0 {
				p.raise(gaps[start:], int(n.pattern-1))
			}
		}
	}
}

// raise applies the pattern whose text begins at at.
func (p *patterns) raise(gaps []uint8, at int) {
	gap := 0
	for ; at < len(p.text); at++ {
		switch c := p.text[at]; {
		case c == '\n':
			return
		case c >= '1' && c <= '9':
			gaps[gap] = max(gaps[gap], c-'0')
		case c < 0x80 || c >= 0xC0: // not the second byte of a letter
			gap++
		}
	}
}
