package format

import (
	"regexp"
	"strings"
	"unicode"

	"konzept/report/model"
)

// placeholder is a town's own word within a label: {measures}, {measure:the}.
var placeholder = regexp.MustCompile(`\{(\pL+)(?::(\pL+))?\}`)

// FillNouns puts the words of a project into a label, with articles and endings that agree with them. words are its labels:
//
//	{measures}      Maßnahmen          {measure:the}, {measure:The}  die Maßnahme
//	{measures:dat}  Projekten          {measure:a}, {measure:A}      eine Maßnahme
//	{measure:stem}  Maßnahmen-, Projekt-, for compounds              {measure:no}, {measure:No}      keine Maßnahme
//	{measure:e}     e, er, es          {measure:its}                 ihr, sein
//
// English begins them with small letters; {Measures} keeps the capital of the label.
func (f Format) FillNouns(label string, words map[string]string) string {
	if !strings.Contains(label, "{") {
		return label
	}
	return placeholder.ReplaceAllStringFunc(label, func(s string) string {
		m := placeholder.FindStringSubmatch(s)
		key := strings.ToLower(m[1])
		word, ok := words[key]
		switch {
		case !ok:
			return s
		case f.English() && key == m[1]:
			return englishNoun(f.Noun(word), m[2])
		case f.English():
			return word
		}
		return germanNoun(word, m[2], f.Gender(word))
	})
}

// Gender is that of a German noun: m, f or n, as the project says, else as it ends; "" if it is not known.
func (f Format) Gender(noun string) string {
	if g := f.genders[noun]; g != "" {
		return g
	}
	return gender(noun)
}

// gendersOf are the genders that a project gives to its own words.
func gendersOf(r *model.Report) map[string]string {
	terms, _ := model.As[*model.Record](r.Single("project"), "terms")
	list, _ := model.As[[]model.Label](terms, "words")
	var out map[string]string
	for _, l := range list {
		for _, t := range l.Text {
			if l.Gender == "" {
				continue
			}
			if out == nil {
				out = map[string]string{}
			}
			out[t.Text] = l.Gender
		}
	}
	return out
}

// agreeing are the words and endings that go with a noun in the nominative, by its gender.
var agreeing = map[string]map[string]string{
	"the": {"f": "die ", "m": "der ", "n": "das "}, "a": {"f": "eine ", "m": "ein ", "n": "ein "}, "no": {"f": "keine ", "m": "kein ", "n": "kein "},
	"e": {"f": "e", "m": "er", "n": "es"}, "its": {"f": "ihr", "m": "sein", "n": "sein"},
}

func germanNoun(noun, form, gender string) string {
	switch form {
	case "":
		return noun
	case "dat":
		return dative(noun)
	case "stem":
		return stem(noun)
	}
	if gender == "" { // a finding asks for it
		gender = "n"
		if strings.HasSuffix(noun, "e") {
			gender = "f"
		}
	}
	with := agreeing[strings.ToLower(form)][gender]
	if form != strings.ToLower(form) {
		with = strings.ToUpper(with[:1]) + with[1:]
	}
	if strings.HasSuffix(with, " ") {
		return with + noun
	}
	return with
}

func englishNoun(noun, form string) string {
	with := strings.ToLower(form)
	switch with {
	case "the", "no":
	case "a":
		if noun != "" && strings.ContainsRune("aeiou", unicode.ToLower(rune(noun[0]))) {
			with = "an"
		}
	default:
		return noun
	}
	if form != strings.ToLower(form) {
		with = strings.ToUpper(with[:1]) + with[1:]
	}
	return with + " " + noun
}

// linking are the endings of German nouns that take an s before the next part of a compound (Duden, Fugenelement).
var linking = []string{"ung", "heit", "keit", "schaft", "ion", "tät", "ing", "angebot", "auftrag", "beitrag", "vorschlag", "bereich"}

// stem is a German noun as the first part of a compound: Maßnahmen-, Projekt-, Leistungs-. Words before the noun fall away.
func stem(noun string) string {
	words := strings.Fields(noun)
	if len(words) == 0 {
		return ""
	}
	last := words[len(words)-1]
	if strings.HasSuffix(last, "e") {
		return last + "n"
	}
	for _, ending := range linking {
		if strings.HasSuffix(strings.ToLower(last), ending) {
			return last + "s"
		}
	}
	return last
}
