package lint

import (
	"strings"
	"testing"

	"konzept/report/model"
)

// house lists what the rules of the house find in a text of a project: codes with their first argument.
func house(t *testing.T, project, text string) string {
	t.Helper()
	_, l := check(t, "project:\n  "+project+"\n  subtitle: >-\n    "+text+"\n", model.CheckOptions{})
	var found []string
	for _, f := range l.Findings {
		found = append(found, string(f.Code)+" "+f.Args[0])
	}
	return strings.Join(found, "; ")
}

func TestNamesAreSpelledAsTheTownSpellsThem(t *testing.T) {
	for _, c := range []struct{ city, text, want string }{
		{"Frankenthal (Pfalz)", "In Frankenthal (Pfalz), Frankenthal und Frankenthals Vereinen.", ""},
		{"Frankenthal (Pfalz)", "Die Vorderpfalz, Frankenthal und die Pfalz.", ""},
		{"Frankenthal (Pfalz)", "Für Frankenthal/Pfalz.", "name-spelled-otherwise Frankenthal/Pfalz"},
		{"Frankenthal (Pfalz)", "Für Frankenthal Pfalz und Frankenthal(Pfalz).", "name-spelled-otherwise Frankenthal Pfalz; name-spelled-otherwise Frankenthal(Pfalz)"},
		{"Neustadt an der Weinstraße", "Neustadt an der Weinstraße.", ""},
		{"Neustadt an der Weinstraße", "Neustadt a. d. Weinstraße und Neustadt/Weinstraße.", "name-spelled-otherwise Neustadt a. d. Weinstraße; name-spelled-otherwise Neustadt/Weinstraße"},
		{"Halle (Saale)", "Halle an der Saale liegt an der Saale.", ""}, // a sentence, not a spelling
		{"Köln", "Köln und Koeln.", ""}, // names of one word are not searched
	} {
		if got := house(t, `municipality: {name: Stadt, city: "`+c.city+`"}`, c.text); got != c.want {
			t.Errorf("%s: %q: %s, want %s", c.city, c.text, got, c.want)
		}
	}
}

func TestOneSpellingForPersons(t *testing.T) {
	for _, c := range []struct{ style, text, want string }{
		{"neutral", "Teilnehmende, Bürgerinnen und Bürger, jede/r? Um 14:00, Stand: Ende, a/b, LinkedIn.", ""},
		{"neutral", "Alle Bürger*innen, jede*r.", "gender-sign Bürger*innen; gender-sign jede*r"},
		{"paar", "Alle BürgerInnen und Lehrer/-innen.", "gender-sign BürgerInnen; gender-sign Lehrer/-innen"},
		{"stern", "Alle Bürger*innen, aber Einwohner:innen.", "gender-sign Einwohner:innen"},
		{"doppelpunkt", "Alle Bürger:innen, aber Einwohner_innen.", "gender-sign Einwohner_innen"},
		{"frei", "Alle Bürger*innen, aber Einwohner:innen.", ""},
	} {
		if got := house(t, "style: {spelling: "+c.style+"}", c.text); got != c.want {
			t.Errorf("%s: %q: %s, want %s", c.style, c.text, got, c.want)
		}
	}
}

func TestCountsInProseAreThoseOfTheData(t *testing.T) {
	for text, want := range map[string]string{
		"Alle 3 Maßnahmen laufen.":               "count-differs Alle 3 Maßnahmen",
		"Die zwei Handlungsfelder.":              "count-differs Die zwei Handlungsfelder",
		"In den 3 Handlungsfeldern.":             "count-differs den 3 Handlungsfelder",
		"Insgesamt fünf Workshops fanden statt.": "count-differs Insgesamt fünf Workshops",
		"Die drei Maßnahmen für Familien.":       "", // some of them
		"Drei Maßnahmen, viele Handlungsfelder.": "",
		"Alle wichtigen Maßnahmen laufen.":       "",
	} {
		if got := house(t, "claim: Für alle", text); got != want {
			t.Errorf("%q: %s, want %s", text, got, want)
		}
	}
}

func TestTextsThatSayNothingAreFound(t *testing.T) {
	for _, s := range []string{"null", "k. A.", "folgt", "wird noch ergänzt", "…", "[]", "n/a", "TODO"} {
		if got := house(t, "claim: Für alle", s); got != "placeholder-text "+s {
			t.Errorf("%q: %s", s, got)
		}
	}
	for _, s := range []string{"Das Ende folgt.", "Wer nichts sagt, sagt null und nichtig.", "Noch offen"} {
		if got := house(t, "claim: Für alle", s); got != "" {
			t.Errorf("%q: %s", s, got)
		}
	}
}
