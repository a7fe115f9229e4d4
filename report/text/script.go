package text

import "unicode"

// complexScripts are those that run from right to left, or whose signs take form or place from their neighbours. Their
// letters one beside the other, as this package sets them, would be wrong.
var complexScripts = []*unicode.RangeTable{
	unicode.Arabic, unicode.Hebrew, unicode.Syriac, unicode.Thaana, unicode.Nko, unicode.Samaritan, unicode.Mandaic,
	unicode.Adlam, unicode.Hanifi_Rohingya, unicode.Mongolian, unicode.Phags_Pa,
	unicode.Devanagari, unicode.Bengali, unicode.Gurmukhi, unicode.Gujarati, unicode.Oriya, unicode.Tamil, unicode.Telugu,
	unicode.Kannada, unicode.Malayalam, unicode.Sinhala, unicode.Tibetan, unicode.Meetei_Mayek, unicode.Newa,
	unicode.Thai, unicode.Lao, unicode.Myanmar, unicode.Khmer, unicode.Tai_Tham, unicode.Javanese, unicode.Balinese,
	unicode.Sundanese, unicode.Batak, unicode.Buginese, unicode.Cham,
}

// unsettable tells whether a sign is of a script that cannot be set; none of those stands before U+0590.
func unsettable(r rune) bool { return r >= 0x0590 && unicode.In(r, complexScripts...) }
