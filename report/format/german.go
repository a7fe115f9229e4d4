package format

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// genders are those of German nouns, by how they end: a compound has that of its last word, and some endings have one. Words that
// towns give to the parts of their plans are here; of others nothing is said.
var genders = func() map[string]string {
	out := map[string]string{}
	for gender, endings := range map[string]string{
		"f": `aufgabe chance ebene etappe gruppe heit idee initiative ität kampagne kategorie keit leitlinie linie maßnahme massnahme phase reihe schaft
			stelle strategie stufe säule tion ung`,
		"m": `abschnitt ansatz auftrag baustein beitrag bereich block faden grundsatz hebel impuls pfad plan prozess punkt raum schritt schwung sprung stein
			vorschlag weg workshop`,
		"n": `angebot anliegen element feld gebiet instrument kapitel modul paket prinzip programm projekt thema versprechen vorhaben ziel`,
	} {
		for _, ending := range strings.Fields(endings) {
			out[ending] = gender
		}
	}
	return out
}()

// gender is that of a German noun, after adjectives or not: "m", "f" or "n", or "" if it is not known.
func gender(noun string) string {
	words := strings.Fields(strings.ToLower(noun))
	if len(words) == 0 {
		return ""
	}
	last := words[len(words)-1]
	for i := range last { // the longest ending first: Vorsprung is no -ung
		if g, ok := genders[last[i:]]; ok {
			return g
		}
	}
	return ""
}

// dative bends a German plural as it stands behind "von": strategischen Zielen. Adjectives before the noun bend with it; what
// follows the noun stays.
func dative(plural string) string {
	words := strings.Split(plural, " ")
	for i, w := range words {
		first, _ := utf8.DecodeRuneInString(w)
		noun := unicode.IsUpper(first)
		if strings.HasSuffix(w, "e") || noun && (strings.HasSuffix(w, "er") || strings.HasSuffix(w, "el")) {
			words[i] = w + "n"
		}
		if noun {
			break
		}
	}
	return strings.Join(words, " ")
}
