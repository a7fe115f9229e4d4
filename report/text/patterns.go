package text

import (
	_ "embed"
	"math/bits"
	"strings"
	"sync"
	"unicode/utf8"
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

// patterns is a trie of hyphenation patterns (Liang, "Word Hy-phen-a-tion by Com-put-er", 1983), one slice of nodes for
// each depth. A node's children lie next to each other in alphabetical order, so that a bit set and the first child's
// index find them.
type patterns struct {
	text   string // one pattern a line: letters with a digit 1-9 where a level is
	levels [][]trieNode
}

type trieNode struct {
	letters uint64 // which children there are, by letter code
	child   uint32 // index of the first, one level deeper
	pattern uint32 // 1 + where the pattern that ends here begins in text; 0: none
}

// loadPatterns builds the trie in one pass: the file is sorted by letters, so what a line does not share with the line
// before is new.
func loadPatterns(file string) *patterns {
	p := &patterns{text: file, levels: [][]trieNode{make([]trieNode, 1)}}
	var path []uint8 // letters of the line before
	for at := 0; at < len(file); {
		if file[at] == '%' || file[at] == '\n' {
			at += max(strings.IndexByte(file[at:], '\n'), 0) + 1
			continue
		}
		start, depth, shared := at, 0, true
		for ; at < len(file) && file[at] != '\n'; at++ {
			c := file[at]
			if c >= '1' && c <= '9' {
				continue
			}
			code := c - 'a' + 1
			if c < 'a' || c > 'z' {
				r, size := utf8.DecodeRuneInString(file[at:])
				code, at = letterCode(r), at+size-1
			}
			if shared = shared && depth < len(path) && path[depth] == code; !shared {
				path = append(path[:depth], code)
				p.grow(depth, code)
			}
			depth++
		}
		path = path[:depth]
		level := p.levels[depth]
		level[len(level)-1].pattern = uint32(start) + 1
	}
	return p
}

// grow adds a child for a letter to the last node at depth.
func (p *patterns) grow(depth int, code uint8) {
	if depth+1 == len(p.levels) {
		p.levels = append(p.levels, make([]trieNode, 0, 1024))
	}
	parent := &p.levels[depth][len(p.levels[depth])-1]
	if parent.letters == 0 {
		parent.child = uint32(len(p.levels[depth+1]))
	}
	parent.letters |= 1 << code
	p.levels[depth+1] = append(p.levels[depth+1], trieNode{})
}

// match raises each gap before a letter of word to the highest level of the patterns that match; odd is a break.
// word holds letter codes with 0 at both ends; gaps has its length.
func (p *patterns) match(word, gaps []uint8) {
	clear(gaps)
	for start := range word {
		n := &p.levels[0][0]
		for depth, c := range word[start:] {
			bit := uint64(1) << c
			if n.letters&bit == 0 {
				break
			}
			n = &p.levels[depth+1][n.child+uint32(bits.OnesCount64(n.letters&(bit-1)))]
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
