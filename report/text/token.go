package text

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
