// Package wording says in German or English what a drawing shows: sentences for its alternative text, its values as people
// read them out.
//
// It knows numbers and names, but no chart: which sentence is told is the chart's own matter.
package wording

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"konzept/report/number"
)

// Language is one that drawings speak, with the habits of a country.
type Language uint8

// The languages. Whatever is not English is German, as all of the house.
const (
	German Language = iota
	English
	Swiss    // German with «», money as CHF 100
	Austrian // German with money as € 100
)

// LanguageOf is the language of a BCP 47 tag.
func LanguageOf(tag string) Language {
	base, region, _ := strings.Cut(strings.ToLower(tag), "-")
	switch {
	case base == "en":
		return English
	case region == "ch" || region == "li":
		return Swiss
	case region == "at":
		return Austrian
	}
	return German
}

// Tell fills a sentence in the language; who tells keeps both languages side by side.
func (l Language) Tell(de, en string, args ...any) string {
	if l == English {
		return fmt.Sprintf(en, args...)
	}
	if l == Swiss {
		de = strings.ReplaceAll(de, "ß", "ss")
	}
	return fmt.Sprintf(de, args...)
}

// Verb is the form of a verb for a number.
func (l Language) Verb(n int, one, many, oneEN, manyEN string) string {
	if l == English {
		one, many = oneEN, manyEN
	}
	if n == 1 {
		return one
	}
	return many
}

// Entry, Target and Value head the columns of data.
func (l Language) Entry() string  { return l.Tell("Eintrag", "Entry") }
func (l Language) Target() string { return l.Tell("Ziel", "Target") }
func (l Language) Value() string  { return l.Tell("Wert", "Value") }

// Values opens a list of data.
func (l Language) Values() string { return l.Tell("Werte", "Values") }

// NoValues is said of a chart without data.
func (l Language) NoValues() string { return l.Tell("ohne Werte", "no values") }

// Things are what is counted: the drawing's unit, else a general word.
func (l Language) Things(unit string) string {
	unit = Clean(unit)
	switch {
	case unit == "":
		return l.Tell("Einträge", "entries")
	case l == English && strings.ToUpper(unit) != unit:
		_, n := utf8.DecodeRuneInString(unit)
		return strings.ToLower(unit[:n]) + unit[n:] // a label begins with a capital, a word within a sentence does not
	}
	return unit
}

// Counting is a number of things: drawings know the word for several of them, and of one say that it is an entry.
func (l Language) Counting(n int, unit string) string {
	if n == 1 {
		return l.Tell("1 Eintrag", "1 entry")
	}
	return fmt.Sprintf("%d %s", n, l.Things(unit))
}

// Measured is an amount of things; see Counting.
func (l Language) Measured(n number.Decimal, written, unit string) string {
	if n.Equal(number.Int(1)) {
		return l.Tell("1 Eintrag", "1 entry")
	}
	return written + " " + l.Things(unit)
}

// Named heads a column of values.
func (l Language) Named(unit string) string {
	if unit = Clean(unit); unit != "" {
		return unit
	}
	return l.Value()
}

// Also joins parts of a list as people say them.
func (l Language) Also(parts []string) string {
	if len(parts) < 2 {
		return strings.Join(parts, "")
	}
	last := len(parts) - 1
	return strings.Join(parts[:last], ", ") + l.Tell(" und ", " and ") + parts[last]
}

// Brief is a list of names, or how many they are.
func (l Language) Brief(names []string) string {
	if all := l.Also(names); len(names) == 1 || Letters(all) <= MostHeard/3 {
		return all
	}
	return l.Tell("%d Einträge", "%d entries", len(names))
}

// Quote sets a label in the language's quotation marks; of a long one it says the beginning.
func (l Language) Quote(s string) string {
	s = beginning(Clean(s), MostHeard/5)
	if l == Swiss {
		return "«" + s + "»"
	}
	return l.Tell("„%s“", "“%s”", s)
}

// Clean makes one line of a label: control characters become spaces, runs of spaces one.
func Clean(s string) string {
	return strings.Join(strings.FieldsFunc(s, func(r rune) bool {
		return r != '\u00A0' && r != '\u202F' && (unicode.IsSpace(r) || unicode.IsControl(r))
	}), " ")
}

// Capital begins a sentence with a word.
func Capital(s string) string {
	_, n := utf8.DecodeRuneInString(s)
	return strings.ToUpper(s[:n]) + s[n:]
}
