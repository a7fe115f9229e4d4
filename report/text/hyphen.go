package text

import (
	"slices"
	"unicode"
)

// minHyphen is the least number of letters on either side of a hyphen, unless options say otherwise; minPrefix is
// enough before it where the word's joints tell a prefix (un-gleich, be-raten, but Unter-).
const (
	minHyphen = 3
	minPrefix = 2
)

const (
	softHyphen = '\u00AD'
	zeroSpace  = '\u200B'
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
			if r == '-' || r == softHyphen {
				breaks = append(breaks, uint8(min(len(key), 255)))
			} else {
				key = append(key, unicode.ToLower(r))
			}
		}
		e.words[string(key)] = breaks
	}
	return e
}

// Hyphenate returns the bytes of word before which a hyphen may stand, at least three letters from either end, or two
// from the beginning if these are a prefix. Of the joints of GermaNet's 119,000 compounds it finds 99.6 % and breaks
// 0.06 % beside one, de-1996 alone 0.11 %; of those in Debian's hyphen-de (.ci/joints.py) 98.4 % and 0.08 %, de-1996
// 97.4 % and 0.67 %. A word with soft hyphens breaks only there; words with digits, addresses and abbreviations in
// capitals never break.
func Hyphenate(lang, word string) []int { return (*Exceptions)(nil).Hyphenate(lang, word) }

// Hyphenate is like the function, but heeds the exceptions.
func (e *Exceptions) Hyphenate(lang, word string) []int {
	h := hyphenator{exceptions: e, minLeft: minHyphen, minRight: minHyphen}
	var runes []rune
	var kinds []kind
	var offsets, breaks []int
	for i, r := range word {
		runes, kinds, offsets = append(runes, r), append(kinds, kindOf(r)), append(offsets, i)
	}
	for at := 0; at < len(runes); {
		end := tokenEnd(kinds, at)
		address := isAddress(runes[at:end], kinds[at:end])
		for k := at; k < end; k++ {
			l := wordEnd(kinds[:end], k)
			if l > k && !address && hyphenable(kinds, k, l) {
				for _, b := range h.word(runes[k:l], lang, true) {
					breaks = append(breaks, offsets[k+int(b.at)])
				}
			}
			k = max(k, l-1)
		}
		at = end + 1
	}
	return breaks
}

// hyphenator finds breaks in words; its buffers are used again from word to word.
type hyphenator struct {
	exceptions        *Exceptions
	minLeft, minRight int
	codes, gaps       []uint8 // of the word: letters with an end at both sides, levels before each
	piece, inner      []uint8 // the same of a part of a compound
	joints            []uint8
	lower             []byte
	breaks            []hyphenBreak
	known             []knownWord
}

// hyphenBreak is a place for a hyphen in a word.
type hyphenBreak struct {
	at      int32 // letters before it
	penalty int32
	joint   bool // between the parts of a compound, behind a prefix
}

// Penalties of hyphens of our own. Plain TeX has 50 for each, which hyphenates every third line of German.
const (
	hyphenPenalty = 240
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

// word returns the letters of a word before which a hyphen may stand. Soft hyphens replace the patterns. Parts that
// begin with a capital (SozialTicket, BürgerInnen) are words of their own, and never split from each other.
func (h *hyphenator) word(word []rune, lang string, usePatterns bool) []hyphenBreak {
	h.breaks = h.breaks[:0]
	if slices.Contains(word, softHyphen) {
		for i, r := range word {
			if r == softHyphen && i > 0 && i+1 < len(word) {
				h.breaks = append(h.breaks, hyphenBreak{at: int32(i), penalty: jointPenalty, joint: true})
			}
		}
		return h.breaks
	}
	if !usePatterns || len(word) < minPrefix+h.minRight || h.except(word) {
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
func (h *hyphenator) part(p *patterns, word []rune, from int32) {
	first := h.minLeft
	if p.joints != nil && first == minHyphen {
		first = minPrefix
	}
	if len(word) < first+h.minRight {
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
		h.breaks[start+i].at += from
	}
}

// find adds the breaks of word by patterns.
func (h *hyphenator) find(p *patterns, word []rune, first int) {
	h.gaps = p.levels(h.codes, h.gaps)
	h.joints = p.joints.levels(h.codes, h.joints)
	h.cut(p)
	start := len(h.breaks)
	for i := first; i <= len(word)-h.minRight; i++ {
		joint := h.joints[i+1]&1 == 1
		if h.gaps[i+1]&1 == 0 || h.joints[i+1] == never || unicode.IsMark(word[i]) || (i < h.minLeft && !joint) {
			continue
		}
		b := hyphenBreak{at: int32(i), penalty: hyphenPenalty, joint: joint}
		if joint && i >= h.minLeft {
			b.penalty = jointPenalty
		}
		if i <= h.minLeft || i == len(word)-h.minRight {
			b.penalty += stubPenalty
		}
		if certain(h.joints[i-1]) {
			b.penalty += prefixPenalty
		}
		h.breaks = append(h.breaks, b)
	}
	h.sound(start)
}

// sound drops the breaks about letters without a vowel, which are no syllable: one of Metall-b-las must be wrong. A
// joint stays.
func (h *hyphenator) sound(start int) {
	list := h.breaks[start:]
	h.breaks = h.breaks[:start]
	for i, b := range list {
		if b.joint || !h.mute(list, i) && !h.mute(list, i+1) {
			h.breaks = append(h.breaks, b)
		}
	}
}

// mute tells that the part before break i of list, or behind the last, has no vowel.
func (h *hyphenator) mute(list []hyphenBreak, i int) bool {
	from, end := int32(0), int32(len(h.codes)-2)
	if i > 0 {
		from = list[i-1].at
	}
	if i < len(list) {
		end = list[i].at
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
func (h *hyphenator) cut(p *patterns) {
	start, end := 0, len(h.codes)-2
	for i := minHyphen; i <= end-minHyphen; i++ {
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
func (h *hyphenator) alone(p *patterns, start, end int) {
	h.piece = append(append(append(h.piece[:0], 0), h.codes[start+1:end+1]...), 0)
	h.inner = p.levels(h.piece, h.inner)
	for i := start + minPrefix; i < end; i++ {
		switch level := h.inner[i-start+1]; {
		case start == 0 && i >= end-minPrefix:
			h.gaps[i+1] &= level
		case start > 0:
			h.gaps[i+1] = level
		}
		if i > end-minPrefix {
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
func (h *hyphenator) except(word []rune) bool {
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
			h.breaks = append(h.breaks, hyphenBreak{at: int32(b), penalty: hyphenPenalty})
		}
	}
	return found
}

// tokenEnd is where the text without spaces that begins at at ends.
func tokenEnd(kinds []kind, at int) int {
	for at < len(kinds) && !kinds[at].space() {
		at++
	}
	return at
}

// wordEnd is where the letters (and soft hyphens between them) from at on end.
func wordEnd(kinds []kind, at int) int {
	for at < len(kinds) && (kinds[at] == kindLetter || kinds[at] == kindSoft) {
		at++
	}
	return at
}

// hyphenable tells that no digit stands beside the word.
func hyphenable(kinds []kind, from, end int) bool {
	return (from == 0 || kinds[from-1] != kindDigit) && (end == len(kinds) || kinds[end] != kindDigit)
}

// isAddress tells that a text without spaces is a web or mail address: it has @, :// or a point between two pairs of
// letters.
func isAddress(runes []rune, kinds []kind) bool {
	for i, r := range runes {
		switch r {
		case '@':
			return true
		case ':':
			if i+2 < len(runes) && runes[i+1] == '/' && runes[i+2] == '/' {
				return true
			}
		case '.':
			if letters(kinds, i-2) && letters(kinds, i+1) {
				return true
			}
		}
	}
	return false
}

// letters tells that two letters stand at at.
func letters(kinds []kind, at int) bool {
	return at >= 0 && at+1 < len(kinds) && kinds[at] == kindLetter && kinds[at+1] == kindLetter
}
