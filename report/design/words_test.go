package design

import (
	"os"
	"strings"
	"testing"

	"konzept/report/diag"
	"konzept/report/model"
	"konzept/report/source"
	"konzept/report/template"
)

// wordsOf are the labels of a project with these settings, and what is found in them.
func wordsOf(t *testing.T, lang, settings string) (map[string]string, *diag.List) {
	t.Helper()
	var out diag.List
	root := source.Parse("data/k.yaml", []byte("project:\n  title: T\n  municipality: {name: M, short: M}\n  report_date: 2025-01-01\n"+settings), &out)
	r := model.Check(root, nil, model.CheckOptions{}, &out)
	if len(out.Findings) > 0 {
		t.Fatal(out.Findings)
	}
	set := New(template.New(os.DirFS("../../templates"), nil, nil, &out))
	return set.labels(lang, r, &out), &out
}

// TestSentencesFollowTheTownsOwnWord in gender, number and case.
func TestSentencesFollowTheTownsOwnWord(t *testing.T) {
	for _, c := range []struct{ lang, words, key, want string }{
		{"de", "{}", "none-overdue", "Keine Maßnahme ist überfällig."},
		{"de", "{measure: {one: Projekt, many: Projekte}}", "none-overdue", "Kein Projekt ist überfällig."},
		{"de", "{measure: Projekt, measures: Projekte}", "book-signal-prompt", "Hält das Projekt seinen Plan ein? Bitte aus der Liste wählen."},
		{"de", "{measure: {one: Baustein, many: Bausteine}}", "book-phase-4", "Der Baustein läuft ohne Ende weiter."},
		{"de", "{measure: {one: Baustein, many: Bausteine}}", "today", "heutiger Baustein"},
		{"de", "{measure: {one: Vorhaben, many: Vorhaben}}", "sheets", "Vorhabenblätter"},
		{"de", "{measure: {one: Leistung, many: Leistungen}}", "sheets", "Leistungsblätter"},
		{"de", "{measure: {one: Aufgabe, many: Aufgaben}}", "kind", "Aufgabentyp"},
		{"de", "{measure: {one: Projekt, many: Projekte}}", "phase-unknown", "Bei {0} Projekten ist der Umsetzungsstand nicht angegeben."},
		{"de", "{measure: {one: Xyzzy, many: Xyzzys, gender: m}}", "none-overdue", "Kein Xyzzy ist überfällig."},
		{"de", "{field: {one: Schwerpunkt, many: Schwerpunkte}}", "by-field", "Überblick nach Schwerpunkten"},
		{"de-CH", "{measure: {one: Projekt, many: Projekte}}", "overview", "Projekte im Überblick"},
		{"de-CH", "{}", "closing", "Freundliche Grüsse"},
		{"de-CH", "{}", "book-follows", "Stand, Ampel und Erläuterung folgen dem Blatt «Massnahmen»; eingetragen wird nur dort."},
		{"de-AT", "{}", "paper-number", "Geschäftszahl"},
		{"en", "{measure: {one: Action, many: Actions}}", "none-overdue", "No action is overdue."},
		{"en-GB", "{measure: {one: Action, many: Actions}}", "sheets", "Action sheets"},
		{"en-US", "{}", "programme", "Program"},
		{"en", "{}", "by-field", "Overview by action area"},
	} {
		words, out := wordsOf(t, c.lang, "  languages: ["+c.lang+"]\n  terms: {words: "+c.words+"}\n")
		if got := words[c.key]; got != c.want || len(out.Findings) > 0 {
			t.Errorf("%s %s: %q, want %q (%v)", c.lang, c.words, got, c.want, out.Findings)
		}
	}
	for key, text := range mustWords(t) {
		if strings.Contains(text, ":the") || strings.Contains(text, "{m") || strings.Contains(text, "{f") {
			t.Errorf("%s is %q", key, text)
		}
	}
}

func mustWords(t *testing.T) map[string]string {
	words, _ := wordsOf(t, "de", "")
	return words
}

func TestAGenderThatNobodyKnowsIsAskedFor(t *testing.T) {
	_, out := wordsOf(t, "de", "  terms: {words: {measure: Xyzzy, measures: Xyzzys, priorty: X}}\n")
	var codes []string
	for _, f := range out.Findings {
		codes = append(codes, string(f.Code))
	}
	if got := strings.Join(codes, " "); got != "unknown-gender unknown-word" {
		t.Errorf("found %s", got)
	}
}

// TestLabelsOfCountriesLieOverOthers and name nothing that the language has not.
func TestLabelsOfCountriesLieOverOthers(t *testing.T) {
	var out diag.List
	templates := template.New(os.DirFS("../../templates"), nil, nil, &out)
	for _, name := range templates.Named("labels") {
		base, _, regional := strings.Cut(name, "-")
		if !regional {
			continue
		}
		under := templates.Overlaid("labels", base, &out)
		for _, e := range templates.Overlaid("labels", name, &out).Entries {
			if u := under.Get(e.Key); u == nil || u.Value == e.Value.Value {
				t.Errorf("labels/%s.yaml: %s is nothing of its own", name, e.Key)
			}
		}
	}
}
