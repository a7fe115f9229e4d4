// Package hyphen finds where words may be parted at a line's end: by patterns, by the joints of compounds, by a project's own
// list.
//
// Of the joints of GermaNet's 119,000 compounds it finds 99.6 % and breaks 0.06 % beside one, de-1996 alone 0.11 %; of those in
// Debian's hyphen-de (.ci/joints.py) 98.4 % and 0.08 %, de-1996 97.4 % and 0.67 %.
package hyphen

import (
	"slices"
	"unicode"
)

// Soft is the sign for a place where a word may be parted.
const Soft = '\u00AD'

// least is the least number of letters on either side of a hyphen, unless the user of a hyphenator says otherwise; leastPrefix
// is enough before it where the word's joints tell a prefix (un-gleich, be-raten, but Unter-).
const (
	least       = 3
	leastPrefix = 2
)

// Exceptions are hyphenations that go before the patterns.
type Exceptions struct {
	words map[string][]uint8 // lower case; letters before each break
}

// NewExceptions reads words with a hyphen at each allowed break: "Fran-ken-thal"; without hyphens: never broken.
func NewExceptions(words []string) *Exceptions {
	e := &Exceptions{words: make(map[string][]uint8, len(words))}
	for _, w := range words {
		var key []rune
		var breaks []uint8
		for _, r := range w {
			if r == '-' || r == Soft {
				breaks = append(breaks, uint8(min(len(key), 255)))
			} else {
				key = append(key, unicode.ToLower(r))
			}
		}
		e.words[string(key)] = breaks
	}
	return e
}

// Hyphenator finds breaks in words; its buffers are used again from word to word.
type Hyphenator struct {
	exceptions   *Exceptions
	left, right  int     // letters before and behind a hyphen, at least
	codes, gaps  []uint8 // of the word: letters with an end at both sides, levels before each
	piece, inner []uint8 // the same of a part of a compound
	joints       []uint8
	lower        []byte
	breaks       []Break
	known        []knownWord
}

// Set gives a hyphenator its exceptions, nil for none, and the least number of letters before and behind a hyphen; 0 is the
// usual one, 3 of either, or 2 before it if these are a prefix.
func (h *Hyphenator) Set(e *Exceptions, left, right int) {
	h.exceptions, h.left, h.right = e, left, right
	if left == 0 {
		h.left = least
	}
	if right == 0 {
		h.right = least
	}
}

// Break is a place for a hyphen in a word.
type Break struct {
	At      int32 // letters before it
	Penalty int32 // on TeX's scale (TeXbook, chapter 14)
	Joint   bool  // between the parts of a compound, behind a prefix
}

// Ordinary is the penalty of a break between syllables. Plain TeX has 50, which hyphenates every third line of German.
const Ordinary = 240

const (
	jointPenalty  = 180 // between the parts of a compound
	stubPenalty   = 100 // added where only the least number of letters is parted off
	prefixPenalty = 200 // added where two letters follow a joint: Konzepter-stellung
)

// never is the level of joints that forbids a break whatever de-1996 says.
const never = 8

// consonants are the codes of letters that make no syllable; what is in no pattern file may.
var consonants = letterSet("bcdfghjklmnpqrstvwxzßçñ")

func letterSet(letters string) (set uint64) {
	for _, r := range letters {
		set |= 1 << letterCode(r)
	}
	return set
}

// certain tells that the level of a joint is one that the patterns have no say in.
func certain(joint uint8) bool { return joint >= 3 && joint&1 == 1 }

// Word returns the letters of a word before which a hyphen may stand. Soft hyphens replace the patterns. Parts that
// begin with a capital (SozialTicket, BürgerInnen) are words of their own, and never split from each other.
func (h *Hyphenator) Word(word []rune, lang string, usePatterns bool) []Break {
	h.breaks = h.breaks[:0]
	if slices.Contains(word, Soft) {
		for i, r := range word {
			if r == Soft && i > 0 && i+1 < len(word) {
				h.breaks = append(h.breaks, Break{At: int32(i), Penalty: jointPenalty, Joint: true})
			}
		}
		return h.breaks
	}
	if !usePatterns || len(word) < leastPrefix+h.right || h.except(word) {
		return h.breaks
	}
	p := patternsFor(lang)
	if p == nil || (unicode.IsUpper(word[0]) && unicode.IsUpper(word[1])) {
		return h.breaks
	}
	for from := 0; from < len(word); {
		end := from + 1
		for end < len(word) && !unicode.IsUpper(word[end]) {
			end++
		}
		h.part(p, word[from:end], int32(from))
		from = end
	}
	return h.breaks
}

// part adds the breaks of word by patterns; word begins at letter from of the whole.
func (h *Hyphenator) part(p *patterns, word []rune, from int32) {
	first := h.left
	if p.joints != nil && first == least {
		first = leastPrefix
	}
	if len(word) < first+h.right {
		return
	}
	h.codes = append(h.codes[:0], 0)
	for _, r := range word {
		h.codes = append(h.codes, lowerCode(r))
	}
	h.codes = append(h.codes, 0)
	start := len(h.breaks)
	if !h.recall(p) {
		h.find(p, word, first)
		h.remember(p, h.breaks[start:])
	}
	for i := range h.breaks[start:] {
		h.breaks[start+i].At += from
	}
}

// find adds the breaks of word by patterns.
func (h *Hyphenator) find(p *patterns, word []rune, first int) {
	h.gaps = p.levels(h.codes, h.gaps)
	h.joints = p.joints.levels(h.codes, h.joints)
	h.cut(p)
	start := len(h.breaks)
	for i := first; i <= len(word)-h.right; i++ {
		joint := h.joints[i+1]&1 == 1
		if h.gaps[i+1]&1 == 0 || h.joints[i+1] == never || unicode.IsMark(word[i]) || (i < h.left && !joint) {
			continue
		}
		b := Break{At: int32(i), Penalty: Ordinary, Joint: joint}
		if joint && i >= h.left {
			b.Penalty = jointPenalty
		}
		if i <= h.left || i == len(word)-h.right {
			b.Penalty += stubPenalty
		}
		if certain(h.joints[i-1]) {
			b.Penalty += prefixPenalty
		}
		h.breaks = append(h.breaks, b)
	}
	h.sound(start)
}

// sound drops the breaks about letters without a vowel, which are no syllable: one of Metall-b-las must be wrong. A
// joint stays.
func (h *Hyphenator) sound(start int) {
	list := h.breaks[start:]
	h.breaks = h.breaks[:start]
	for i, b := range list {
		if b.Joint || !h.mute(list, i) && !h.mute(list, i+1) {
			h.breaks = append(h.breaks, b)
		}
	}
}

// mute tells that the part before break i of list, or behind the last, has no vowel.
func (h *Hyphenator) mute(list []Break, i int) bool {
	from, end := int32(0), int32(len(h.codes)-2)
	if i > 0 {
		from = list[i-1].At
	}
	if i < len(list) {
		end = list[i].At
	}
	for _, c := range h.codes[from+1 : end+1] {
		if consonants>>c&1 == 0 {
			return false
		}
	}
	return true
}

// cut parts a compound at its certain joints: each part but the first takes its levels alone, the first in the two
// gaps before its joint must have a break both alone and in the word.
func (h *Hyphenator) cut(p *patterns) {
	start, end := 0, len(h.codes)-2
	for i := least; i <= end-least; i++ {
		if certain(h.joints[i+1]) {
			h.alone(p, start, i)
			h.gaps[i+1], start = 1, i
		}
	}
	if start > 0 {
		h.alone(p, start, end)
	}
}

// alone gives the part from start to end the levels that it has as a word.
func (h *Hyphenator) alone(p *patterns, start, end int) {
	h.piece = append(append(append(h.piece[:0], 0), h.codes[start+1:end+1]...), 0)
	h.inner = p.levels(h.piece, h.inner)
	for i := start + leastPrefix; i < end; i++ {
		switch level := h.inner[i-start+1]; {
		case start == 0 && i >= end-leastPrefix:
			h.gaps[i+1] &= level
		case start > 0:
			h.gaps[i+1] = level
		}
		if i > end-leastPrefix {
			h.gaps[i+1] = 0
		}
	}
	if start > 0 {
		h.gaps[start+2] = 0
	}
}

func lowerCode(r rune) uint8 {
	if r < 'A' || r > 'Z' {
		if r >= 0x80 {
			r = unicode.ToLower(r)
		}
		return letterCode(r)
	}
	return uint8(r-'A') + 1
}

// except looks the word up in the exceptions; found words take their breaks from there.
func (h *Hyphenator) except(word []rune) bool {
	if h.exceptions == nil {
		return false
	}
	h.lower = h.lower[:0]
	for _, r := range word {
		h.lower = append(h.lower, string(unicode.ToLower(r))...)
	}
	breaks, found := h.exceptions.words[string(h.lower)]
	for _, b := range breaks {
		if b > 0 && int(b) < len(word) {
			h.breaks = append(h.breaks, Break{At: int32(b), Penalty: Ordinary})
		}
	}
	return found
}
