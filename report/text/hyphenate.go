package text

import "konzept/report/hyphen"

// Hyphenate returns the bytes of a text before which a hyphen may stand, at least three letters from either end of a word, or two
// from its beginning if these are a prefix. A word with soft hyphens breaks only there; words with digits, addresses and
// abbreviations in capitals never break.
func Hyphenate(e *hyphen.Exceptions, lang, word string) []int {
	var h hyphen.Hyphenator
	h.Set(e, 0, 0)
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
				for _, b := range h.Word(runes[k:l], lang, true) {
					breaks = append(breaks, offsets[k+int(b.At)])
				}
			}
			k = max(k, l-1)
		}
		at = end + 1
	}
	return breaks
}
