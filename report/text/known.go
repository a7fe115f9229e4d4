package text

import (
	"bytes"
	"slices"
)

// knownWords is how many words a hyphenator remembers, by hash; running text uses some hundred again and again.
const knownWords = 1 << 9

// knownWord is a word with the breaks that were found in it.
type knownWord struct {
	patterns          *patterns
	minLeft, minRight int
	codes             []uint8
	breaks            []hyphenBreak
}

// recall adds the breaks of the word at hand if it came before.
func (h *hyphenator) recall(p *patterns) bool {
	k := h.place()
	if k == nil || k.patterns != p || k.minLeft != h.minLeft || k.minRight != h.minRight || !bytes.Equal(k.codes, h.codes) {
		return false
	}
	h.breaks = append(h.breaks, k.breaks...)
	return true
}

// remember notes the breaks of the word at hand.
func (h *hyphenator) remember(p *patterns, breaks []hyphenBreak) {
	if k := h.place(); k != nil {
		k.patterns, k.minLeft, k.minRight = p, h.minLeft, h.minRight
		k.codes, k.breaks = append(k.codes[:0], h.codes...), append(k.breaks[:0], breaks...)
	}
}

// place is where the word at hand is remembered, if it can be: letters that no pattern has share a code.
func (h *hyphenator) place() *knownWord {
	if len(h.known) == 0 || slices.Contains(h.codes, noLetter) {
		return nil
	}
	hash := uint32(2166136261) // FNV-1a
	for _, c := range h.codes {
		hash = (hash ^ uint32(c)) * 16777619
	}
	return &h.known[(hash^hash>>16)%knownWords]
}
