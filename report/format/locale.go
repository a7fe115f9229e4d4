package format

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/currency"
	"golang.org/x/text/language"
	"golang.org/x/text/message"
)

// English tells whether texts in a language are English.
func English(lang string) bool { return lang == "en" || strings.HasPrefix(lang, "en-") }

// German tells whether texts in a language are German.
func German(lang string) bool { return lang == "de" || strings.HasPrefix(lang, "de-") }

// Swiss tells whether a language is the German of Switzerland or Liechtenstein, which has no ß.
func Swiss(lang string) bool { return German(lang) && (region(lang) == "CH" || region(lang) == "LI") }

// Austrian tells whether a language is the German of Austria.
func Austrian(lang string) bool { return German(lang) && region(lang) == "AT" }

// American tells whether a language is English that puts the month before the day.
func American(lang string) bool { return English(lang) && region(lang) == "US" }

// region is the region of a language tag, DE where German names none and GB where English does.
func region(lang string) string {
	base, rest, _ := strings.Cut(Tag(lang), "-")
	for _, part := range strings.Split(rest, "-") {
		if len(part) == 2 && base != "" {
			return strings.ToUpper(part)
		}
	}
	return ""
}

// Tag is a language as BCP 47 wants it in a document: German of Germany, English of Britain.
func Tag(lang string) string {
	switch lang {
	case "de":
		return "de-DE"
	case "en":
		return "en-GB"
	}
	return lang
}

// Euro is the currency of projects that name none.
const Euro = "EUR"

// Sign is a currency as a language writes it beside an amount: € for EUR, CHF for CHF, US$ or $ for USD. The names come from CLDR.
// What is no code of ISO 4217 is its own sign.
func Sign(code, lang string) string {
	unit, err := currency.ParseISO(code)
	if err != nil {
		return code
	}
	return message.NewPrinter(language.Make(Tag(lang))).Sprint(currency.Symbol(unit))
}

// IsCurrency tells whether a code of ISO 4217 names a currency that amounts can be in.
func IsCurrency(code string) bool {
	unit, err := currency.ParseISO(code)
	return err == nil && unit.String() == code && code != "XXX"
}

// hundredths tells whether a currency has a smaller unit: the yen has none.
func hundredths(code string) bool {
	unit, err := currency.ParseISO(code)
	if err != nil {
		return true
	}
	digits, _ := currency.Standard.Rounding(unit)
	return digits > 0
}

// SignFirst tells whether the sign of a currency stands before the amount: in English, in Switzerland and in Austria (CLDR).
func SignFirst(lang string) bool { return English(lang) || Swiss(lang) || Austrian(lang) }

// Gap is what stands between the sign of a currency and the amount: nothing between £ and figures in English, else a space
// that does not break.
func Gap(sign, lang string) string {
	if last := sign[max(0, len(sign)-1):]; English(lang) && (last < "A" || last > "Z") {
		return ""
	}
	return NoBreak
}

// Noun is a label within a sentence: English begins it with a small letter, unless it is an abbreviation or a name (SDG, McKay).
func (f Format) Noun(s string) string {
	first, n := utf8.DecodeRuneInString(s)
	if s == "" || !f.English() || strings.ToLower(s[n:]) != s[n:] {
		return s
	}
	return string(unicode.ToLower(first)) + s[n:]
}

// Label turns a German label into the spelling of the country and the quotation marks of the project: Switzerland has no ß.
func (f Format) Label(s string) string {
	if Swiss(f.Lang) {
		s = strings.NewReplacer("ß", "ss", "ẞ", "SS").Replace(s)
	}
	if marks := []rune(f.Quotes); len(marks) == 2 && German(f.Lang) {
		s = strings.NewReplacer("„", string(marks[0]), "“", string(marks[1])).Replace(s)
	}
	return s
}
