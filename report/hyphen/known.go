package hyphen

import (
	"bytes"
	"slices"
)

// knownWords is how many words a hyphenator remembers, by hash; running text uses some hundred again and again.
const knownWords = 1 << 9

// knownWord is a word with the breaks that were found in it.
type knownWord struct {
	patterns    *patterns
	left, right int
	codes       []uint8
	breaks      []Break
}

// Remember makes a hyphenator keep what it finds in words, for use over many paragraphs.
func (h *Hyphenator) Remember() { h.known = make([]knownWord, knownWords) }

// recall adds the breaks of the word at hand if it came before.
func (h *Hyphenator) recall(p *patterns) bool {
	k := h.place()
	if k == nil || k.patterns != p || k.left != h.left || k.right != h.right || !bytes.Equal(k.codes, h.codes) {
		return false
	}
	h.breaks = append(h.breaks, k.breaks...)
	return true
}

// remember notes the breaks of the word at hand.
func (h *Hyphenator) remember(p *patterns, breaks []Break) {
	if k := h.place(); k != nil {
		k.patterns, k.left, k.right = p, h.left, h.right
		k.codes, k.breaks = append(k.codes[:0], h.codes...), append(k.breaks[:0], breaks...)
	}
}

// place is where the word at hand is remembered, if it can be: letters that no pattern has share a code.
func (h *Hyphenator) place() *knownWord {
	if len(h.known) == 0 || slices.Contains(h.codes, noLetter) {
		return nil
	}
	hash := uint32(2166136261) // FNV-1a
	for _, c := range h.codes {
		hash = (hash ^ uint32(c)) * 16777619
	}
	return &h.known[(hash^hash>>16)%knownWords]
}
