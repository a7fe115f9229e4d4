package text

import (
	"unicode"

	"konzept/report/hyphen"
)

const (
	softHyphen = hyphen.Soft
	zeroSpace  = '\u200B'
)

// kind is what a rune means for breaking lines.
type kind uint8

const (
	kindOther   kind = iota // punctuation, signs: no break beside them
	kindLetter              // and the marks on letters
	kindDigit               //
	kindSpace               // a line may end here; the space is not printed then
	kindHyphen              // a hyphen of the text
	kindDash                // en and em dash
	kindSlash               //
	kindSoft                // soft hyphen: prints nothing unless a line ends there
	kindHidden              // prints nothing: in no run
	kindControl             // tab, line feed: copied as a space
)

// space tells that a kind ends a word.
func (k kind) space() bool { return k == kindSpace || k == kindControl }

// hidden tells that a kind prints nothing.
func (k kind) hidden() bool { return k == kindHidden || k == kindSoft }

func kindOf(r rune) kind {
	switch {
	case r >= 'a' && r <= 'z', r >= 'A' && r <= 'Z':
		return kindLetter
	case r == ' ':
		return kindSpace
	case r >= '0' && r <= '9':
		return kindDigit
	case r < 0xC0:
		return kindOfSign(r)
	case r < 0x250:
		if r == '×' || r == '÷' {
			return kindOther
		}
		return kindLetter
	}
	return kindOfHigh(r)
}

func kindOfSign(r rune) kind {
	switch r {
	case '-':
		return kindHyphen
	case '/':
		return kindSlash
	case '\t', '\n':
		return kindControl
	case 0xAA, 0xB5, 0xBA:
		return kindLetter
	}
	if r == softHyphen {
		return kindSoft
	}
	if r < ' ' || (r >= 0x7F && r < 0xA0) {
		return kindHidden
	}
	return kindOther
}

// kindOfHigh follows Unicode's line breaking classes (UAX 14) as far as German and English need them.
func kindOfHigh(r rune) kind {
	switch r {
	case '\u2010':
		return kindHyphen
	case '\u2013', '\u2014':
		return kindDash
	case '\u2028', '\u2029':
		return kindControl
	case '\u2007', '\u202F', '\u2011':
		return kindOther
	case '\u034F', '\u061C', '\u180E', '\uFEFF':
		return kindHidden
	}
	switch {
	case r >= 0x2000 && r <= 0x200A, r == 0x205F, r == 0x3000:
		return kindSpace
	case r >= 0x200B && r <= 0x200F, r >= 0x202A && r <= 0x202E, r >= 0x2060 && r <= 0x206F,
		r >= 0xFE00 && r <= 0xFE0F, r >= 0xE0000 && r <= 0xE0FFF:
		return kindHidden
	case unicode.IsLetter(r), unicode.IsMark(r):
		return kindLetter
	case unicode.IsDigit(r):
		return kindDigit
	}
	return kindOther
}
