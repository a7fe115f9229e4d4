package format

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Sentences splits a text after full stops, question and exclamation marks, and at blank lines. It keeps abbreviations,
// initials and ordinals together: „z. B.“, „Dr. Meier“, „am 3. April“. A sentence keeps its lines, and the line break that it
// stands behind: lists stay lists, and words parted at a line's end can be put together. Joined with spaces, the sentences
// are the text.
func Sentences(s string) []string {
	s = strings.TrimFunc(s, unicode.IsSpace)
	var all []string
	from := 0
	word, rest := nextWord(s)
	for word != "" {
		end := len(s) - len(rest)
		next := strings.TrimLeftFunc(rest, unicode.IsSpace)
		gap := rest[:len(rest)-len(next)]
		following, after := nextWord(next)
		if following == "" || strings.Count(gap, "\n") > 1 || ends(word, following) {
			all = append(all, s[from:end])
			from = len(s) - len(next)
			if line := strings.IndexByte(gap, '\n'); line >= 0 {
				from = end + line
			}
		}
		word, rest = following, after
	}
	return all
}

// nextWord is the word that a text begins with, and what follows it.
func nextWord(s string) (word, rest string) {
	n := strings.IndexFunc(s, unicode.IsSpace)
	if n < 0 {
		return s, ""
	}
	return s[:n], s[n:]
}

// ends tells whether a sentence ends with the word.
func ends(w, next string) bool {
	w = strings.TrimRight(w, `“”"'’)]»*_`)
	if strings.HasSuffix(w, "!") || strings.HasSuffix(w, "?") || strings.HasSuffix(w, "…") {
		return begins(next)
	}
	stem, stopped := strings.CutSuffix(w, ".")
	if !stopped || !begins(next) {
		return false
	}
	stem = strings.TrimLeft(stem, `„“"'‚([«*_`)
	if i := strings.LastIndexAny(stem, ".\u00a0\u202f"); i >= 0 { // the last part of „z.B“
		_, n := utf8.DecodeRuneInString(stem[i:])
		stem = stem[i+n:]
	}
	digits := strings.Trim(stem, "0123456789") == ""
	return !(digits && len(stem) <= 2) && !abbreviation(stem) && (digits || utf8.RuneCountInString(stem) > 1)
}

// begins tells whether a sentence may begin with the word: no small letter opens one.
func begins(w string) bool {
	w = strings.TrimLeft(w, `„“"'‚([«*_–`)
	r, _ := utf8.DecodeRuneInString(w)
	return w != "" && !unicode.IsLower(r)
}

// abbreviation tells whether a stop after the stem ends no sentence; streets are short for any name: „Rathausstr.“
func abbreviation(stem string) bool {
	return strings.HasSuffix(stem, "str") || slices.Contains(abbreviated, stem)
}

// abbreviated are abbreviations whose stop ends no sentence.
var abbreviated = []string{"Abs", "Art", "bzw", "ca", "Dr", "etc", "evtl", "ggf", "inkl", "Mio", "Mrd", "Mr", "Mrs", "Nr", "No", "Prof", "rd", "Sr", "St", "Std", "Str", "Tel", "usf", "vgl", "zzgl"}
