package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// MissingGlyphs lists the runes that no face of their span has or whose script cannot be set, each once a word.
func MissingGlyphs(spans []Span) []Missing {
	var missing []Missing
	for i := range spans {
		sp := &spans[i]
		if sp.Font == nil || sp.Object.W > 0 {
			continue
		}
		last := Missing{Offset: -1}
		said := 0 // the end of the last sign
		for at, r := range sp.Text {
			if at < said || has(sp.Font, r) {
				continue
			}
			from, to := signAt(sp.Text, at)
			said = to
			m := Missing{Rune: r, Sign: sp.Text[from:to], Word: wordAt(sp.Text, at), Span: i, Offset: at, Script: unsettable(r)}
			if last.Offset < 0 || last.Word != m.Word || last.Rune != m.Rune && !(last.Script && m.Script) {
				missing = append(missing, m)
			}
			last = m
		}
	}
	return missing
}

func has(style *Font, r rune) bool {
	if k := kindOf(r); k.hidden() || k == kindControl {
		return true
	}
	if unsettable(r) {
		_, g := style.other(r)
		return g.ID != 0 && (!isBackward(r) || style.backwardFace(string(r)) != nil)
	}
	to, _, _ := standIn(r)
	for _, f := range style.Faces {
		if _, ok := f.Glyph(r); ok {
			return true
		}
		if _, ok := f.Glyph(to); ok && to != 0 {
			return true
		}
	}
	_, g := style.other(r)
	return g.ID != 0
}

// signAt is the extent of the sign that the rune at a place belongs to: an emoji with what follows it as its part (Unicode
// Technical Standard 51: modifiers, joiners, pairs of regional indicators), a mark with the letter before it.
func signAt(s string, at int) (from, to int) {
	r, n := utf8.DecodeRuneInString(s[at:])
	from, to = at, at+n
	for part := r; from > 0 && (unicode.IsMark(part) || part == emojiForm); {
		part, n = utf8.DecodeLastRuneInString(s[:from])
		from -= n
	}
	for pair := regional(r); to < len(s); {
		next, n := utf8.DecodeRuneInString(s[to:])
		switch {
		case next == joiner:
			_, more := utf8.DecodeRuneInString(s[to+n:])
			n += more
		case pair && regional(next):
			pair = false
		case unicode.IsMark(next), next >= 0x1F3FB && next <= 0x1F3FF, next >= 0xE0020 && next <= 0xE007F:
		default:
			return from, to
		}
		to += n
	}
	return from, to
}

const (
	joiner    = '\u200D'
	emojiForm = '\uFE0F'
)

// regional tells whether a rune is a regional indicator, two of which are a flag.
func regional(r rune) bool { return r >= 0x1F1E6 && r <= 0x1F1FF }

func wordAt(s string, at int) string {
	start := strings.LastIndexFunc(s[:at], unicode.IsSpace)
	if start >= 0 {
		_, size := utf8.DecodeRuneInString(s[start:])
		start += size
	}
	end := strings.IndexFunc(s[at:], unicode.IsSpace)
	if end < 0 {
		end = len(s) - at
	}
	return s[max(start, 0) : at+end]
}
