package lint

import (
	"strings"
	"testing"

	"konzept/report/diag"
	"konzept/report/model"
)

// worded are the findings of an example as code and German remedy.
func worded(t *testing.T, example string) string {
	t.Helper()
	_, l := check(t, example, model.CheckOptions{})
	var lines []string
	for _, f := range diag.Sorted(l) {
		message, hint := diag.Words(f.Code, f.Args, "de")
		lines = append(lines, string(f.Code)+": "+message+" – "+hint)
	}
	return strings.Join(lines, "\n")
}

const measure = "measures:\n  - {id: M9, code: \"9\", title: T, lead: amt1, goals: [Z1], "

func TestARemedySaysWhatIsMeant(t *testing.T) {
	for _, c := range []struct{ name, example, want string }{
		{"a file as a picture's id", "project: {logo: bilder/logo.png}\n", "pictures: [{id: logo, file: bilder/logo.png"},
		{"a picture where there is none", "project: {cover: titel}\n", "es gibt noch keinen Eintrag dieser Art"},
		{"a text in brackets", "project: {claim: [Gemeinsam]}\n", "bracket-as-text"},
		{"a text in braces", "project: {claim: {Name}}\n", "schreiben Sie den Text in Anführungszeichen: \"{Name}\""},
		{"a word in brackets", "project: {period: [2024]}\n", "bracket-as-text"},
		{"two leads", "measures:\n  - {id: M9, code: \"9\", title: T, goals: [Z1], lead: [amt1, amt1], co_leads: [amt1]}\n", "weitere gehören in weitere Federführende (`co_leads`) oder Beteiligte (`partners`)"},
		{"a number in printed quotation marks", "measures:\n  - {id: M9, code: „9.1“, title: T, goals: [Z1], lead: amt1}\n", "schreiben Sie 9.1"},
		{"a date in printed quotation marks", measure + "as_of: “2024-01-01”}\n", "printed-quotes"},
		{"a choice in printed quotation marks", measure + "phase: „in Planung“}\n", "printed-quotes"},
		{"a name with commas", measure + "partners: [Schule, Verein für Kinder, Jugend und Familie e. V.]}\n", "schreiben Sie \"Verein für Kinder, Jugend und Familie e. V.\""},
		{"a wish to examine", "ideas:\n  - {id: AA-1-9, part: AA-1, text: T, kind: Lösungsansatz, outcome: wird geprüft, reason: R}\n", "outcome-unexplained: zu „wird geprüft“ fehlt Prüfung bis"},
		{"two outcomes at once", "ideas:\n  - {id: AA-1-8, part: AA-1, text: T, kind: Frage, outcome: nicht aufgenommen, reason: R}\n  - {id: AA-1-9, part: AA-1, text: T, kind: Lösungsansatz, outcome: nicht aufgenommen, reason: R, merged_into: AA-1-8}\n", "outcome-contradiction: "},
		{"a minute past the end of the day", "parts:\n  - {id: AA-9, workshop: AA, number: 9, date: 2023-12-04, start: \"24:01\"}\n", "bad-time: "},
		{"an hour that no day has", "parts:\n  - {id: AA-9, workshop: AA, number: 9, date: 2023-12-04, end: \"25:00\"}\n", "bad-time: "},
		{"a deadline on the day", "parts:\n  - {id: AA-9, workshop: AA, number: 9, date: 2023-12-04, deadline: 2023-12-04}\n", "deadline-on-the-day"},
		{"a picture without licence", "pictures:\n  - {id: b1, file: bild.png, alt: Hände halten eine Karte, credit: Stadt}\n", "Lizenz (`licence`) fehlt"},
		{"a file in other letters", "pictures:\n  - {id: b1, file: Bild.png, alt: Hände halten eine Karte, credit: Stadt, licence: CC0}\n", "file-case: die Datei „Bild.png“ heißt data/bild.png"},
		{"a backslash in marks", "pictures:\n  - {id: b1, file: \"bilder\\neu.png\", alt: Hände halten eine Karte, credit: Stadt, licence: CC0}\n", "schreiben Sie / zwischen den Ordnern"},
		{"a backslash", "pictures:\n  - {id: b1, file: bilder\\neu.png, alt: Hände halten eine Karte, credit: Stadt, licence: CC0}\n", "mit / zwischen den Ordnern"},
		{"a point of thousands", "facts: [{id: f, title: T, value: 49.560, source: S, as_of: \"2023\"}]\n", "ist 49560 gemeint, schreiben Sie 49560"},
		{"a point of thousands in a year's value", "indicators: [{id: i, code: I, title: T, field: F1, values: [{year: 2023, value: -1.250}]}]\n", "-1.250 wird als „-1,250“ gedruckt"},
		{"a point of thousands in a target", "indicators: [{id: i, code: I, title: T, field: F1, target: 12.000}]\n", "schreiben Sie 12000"},
		{"a decimal comma", measure + "staff: \"0,5\"}\n", "schreiben Sie 0.5"},
		{"points and a comma", measure + "costs: [{year: 2024, planned: \"12.500,50 €\"}]}\n", "schreiben Sie 12500.50"},
		{"spaces and a unit", measure + "costs: [{year: 2024, planned: 12 500 Euro}]}\n", "schreiben Sie 12500"},
		{"a point that may be either", measure + "costs: [{year: 2024, planned: 12.500}]}\n", "das kann 12500 oder 12,50 heißen"},
		{"a comma in braces is one finding", measure + "costs: [{year: 2024, planned: 1.234,56}]}\n", "schreiben Sie 1234.56"},
		{"one entry without brackets", measure + "partners: Verein}\n", "schreiben Sie so: [Verein]"},
		{"entries without brackets", measure + "partners: \"Verein, Amt\"}\n", "schreiben Sie [Verein, Amt]"},
		{"one voter", "parts:\n  - {id: AA-9, workshop: AA, number: 9, date: 2023-12-04, voters: 1, points: 2}\nideas:\n  - {id: AA-9-1, part: AA-9, text: T, kind: Frage, votes: 5}\n", "5 Punkte sind mehr, als 1 Person mit je 2 Punkten geben kann"},
		{"marks of the project", "project: {style: {quotes: \"«»\", microtypography: aus}, claim: \"\\\"so\\\"\"}\n", "schreiben Sie «…»"},
		{"other marks than the project's", "project: {style: {quotes: \"»«\", microtypography: aus}, claim: „so“}\n", "other-quotes"},
	} {
		if got := worded(t, c.example); !strings.Contains(got, c.want) {
			t.Errorf("%s: got %s, want %s", c.name, got, c.want)
		}
	}
}

func TestOneCauseIsOneFinding(t *testing.T) {
	if got := worded(t, measure+"costs: [{year: 2024, planned: 1.234,56}], staff: 0,5}\n"); strings.Count(got, "\n") != 1 {
		t.Error(got)
	}
}

func TestWhatIsMeantAsWrittenIsLeftAlone(t *testing.T) {
	for name, example := range map[string]string{
		"three decimals":                 "facts: [{id: f, title: T, value: 1.234, decimals: 3, source: S, as_of: \"2023\"}, {id: g, title: T, value: 0.125, source: S, as_of: \"2023\"}, {id: h, title: T, value: 1234.500, source: S, as_of: \"2023\"}, {id: k, title: T, value: 49.56, source: S, as_of: \"2023\"}]\n",
		"the end of the day":             "parts:\n  - {id: AA-9, workshop: AA, number: 9, date: 2023-12-04, start: \"00:00\", end: \"24:00\"}\n",
		"a title in quotation marks":     "project: {claim: „Brücken bauen“}\n",
		"quotation marks in a name":      "project: {period: \"„2024“\"}\n",
		"a list with an and":             measure + "partners: [Schulen, Vereine und Verbände]}\n",
		"a list with a name and an and":  measure + "partners: [\"Agentur für Arbeit\", \"Kammern und Betriebe\"]}\n",
		"the marks of Switzerland":       "project: {style: {quotes: \"«»\", microtypography: aus}, claim: Die Stadt geht «mit gutem Beispiel» voran}\n",
		"the marks of books":             "project: {style: {quotes: \"»«\"}, claim: Die Stadt geht »mit gutem Beispiel« voran}\n",
		"a number that goes its own way": "goals:\n  - {id: Z2, code: \"2\", title: A, text: A, field: F1}\nmeasures:\n  - {id: M9, code: M2.1, title: T, lead: amt1, goals: [Z1]}\n  - {id: M8, code: \"2.1\", title: T, lead: amt1, goals: [Z2]}\n",
	} {
		if got := worded(t, example); got != "" {
			t.Errorf("%s: %s", name, got)
		}
	}
	if got := worded(t, "goals:\n  - {id: Z2, code: \"2\", title: A, text: A, field: F1}\nmeasures:\n  - {id: M9, code: \"2.1\", title: T, lead: amt1, goals: [Z1]}\n"); !strings.HasPrefix(got, "code-of-other-goal: die Nummer 2.1 gehört zum Ziel 2") {
		t.Error(got)
	}
}
