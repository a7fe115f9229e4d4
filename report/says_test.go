package report_test

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"konzept/report"
	"konzept/report/diag"
)

// says are towns, and what one of their documents says or must not say. The names are those of the faults that they stand for.
var says = []struct {
	name, data, file string
	want, not        []string
}{
	{"decimals as typed", `facts:
  - {id: f1, title: Anteil, value: 21.6, unit: "%", source: Eigenes, as_of: 2024-12-31}
  - {id: f2, title: Schlüssel, value: 0.25, unit: Stellen, source: Eigenes, as_of: 2024-12-31}
  - {id: f3, title: Bevölkerung, value: 48762.4, unit: Menschen, decimals: 3, source: Eigenes, as_of: 2024-12-31}
  - {id: f4, title: Strompreis, value: 0.35, unit: €/kWh, source: Eigenes, as_of: "2024"}
  - {id: f5, title: Zufriedenheit, value: 1.50, unit: Punkte, source: Eigenes, as_of: "2024"}
indicators:
  - {id: k1, code: K1, title: Anteil, unit: "%", field: a, direction: steigend, values: [{year: 2022, value: 21.6}, {year: 2023, value: 22.45}, {year: 2024, value: 0.04}], target: 25.5, target_year: 2027}
  - {id: k2, code: K2, title: CO2, unit: t/Kopf, field: a, direction: fallend, values: [{year: 2022, value: 0.005}, {year: 2023, value: 0.004}], target: 0.001, target_year: 2027}
measures:
  - {id: m1, code: "1", title: Lernpaten, field: a, lead: amt, phase: in Planung, staff: 0.25, costs: [{year: 2025, kind: einmalig, planned: 0.99}]}
  - {id: m2, code: "2", title: Lesepaten, field: a, lead: amt, phase: in Planung, staff: 1, costs: [{year: 2025, kind: einmalig, planned: 1000}]}
`, "K.pdf", []string{"21,6 %", "0,25 Stellen", "48.762,400 Menschen", "0,35 €/kWh", "1,50 Punkte", "21,60 22,45 0,04 25,50", "0,005 0,004 – 0,001", "0,25 Vollzeitstellen", "1 Vollzeitstelle ", "0,99 € in Planung", "1.000,00 € in Planung", "1.000,99 €"},
		[]string{"22 %", "0 Stellen", "0 €/kWh", "1,0 Voll"}},
	{"trends are judged by the target", `indicators:
  - {id: k1, code: K1, title: Förderbedarf, unit: "%", field: a, direction: fallend, decimals: 1, target: 24, target_year: 2027, values: [{year: 2019, value: 27.4}, {year: 2022, value: 29.0}, {year: 2023, value: 28.3}]}
measures: [{id: m1, code: "1", title: Lernpaten, field: a, lead: amt, phase: in Planung}]
`, "B.pdf", []string{"27,4 2019 28,3 2023 24,0 2027 gestiegen nicht gewünscht"}, []string{"gestiegen gestiegen", "gefallen"}},
	{"nothing is said that is not known", `measures:
  - {id: m1, code: "1", title: Lernpaten, field: a, lead: amt, end: "2024"}
  - {id: m2, code: "2", title: Lesepaten, field: a, lead: amt}
`, "B.pdf", []string{"Zum Umsetzungsstand liegen keine Angaben vor.", "Ob überfällig, ist ohne Umsetzungsstand nicht bekannt: 1."}, []string{"Abgeschlossen", "0 %", "Keine Maßnahme ist überfällig", "0 €"}},
	{"figures that are not known are a dash", `measures:
  - {id: m1, code: "1", title: Lernpaten, field: a, lead: amt}
  - {id: m2, code: "2", title: Lesepaten, field: a, lead: amt}
`, "B.pdf", []string{"Zusammenfassung 2 Maßnahmen – laufend – abgeschlossen – gefährdet oder kritisch Zum"}, []string{" 0 "}},
	{"figures are known apart from each other", `measures:
  - {id: m1, code: "1", title: Lernpaten, field: a, lead: amt, phase: in Planung}
  - {id: m2, code: "2", title: Lesepaten, field: a, lead: amt}
`, "B.pdf", []string{"2 Maßnahmen 0 laufend 0 abgeschlossen – gefährdet oder kritisch Abgeschlossen sind 0 von 2 Maßnahmen (0 %), laufend 0 von 2 (0 %). Bei 1 Maßnahme ist"}, nil},
	{"what is hidden is not denied", `measures:
  - {id: m1, code: "1", title: Lernpaten, field: a, lead: amt, phase: in Umsetzung, end: "2023", hide: {end: council}}
`, "B.pdf", []string{"Ob überfällig, ist hier nicht bekannt: 1."}, []string{"Keine Maßnahme ist überfällig"}},
	{"grammar for one", `measures:
  - {id: m1, code: "1", title: Lernpaten, field: a, lead: amt, phase: abgeschlossen}
`, "B.pdf", []string{"1 Maßnahme ", "Abgeschlossen ist 1 von 1 Maßnahme (100 %)", "Was gelungen ist 1 Lernpaten"}, []string{"sind 1", "1 Maßnahmen"}},
	{"grammar for two", `measures:
  - {id: m1, code: "1", title: Lernpaten, field: a, lead: amt, phase: abgeschlossen}
  - {id: m2, code: "2", title: Lesepaten, field: a, lead: amt, phase: abgeschlossen}
  - {id: m3, code: "3", title: Paten, field: a, lead: amt}
`, "B.pdf", []string{"Abgeschlossen sind 2 von 3 Maßnahmen (67 %)", "Bei 1 Maßnahme ist der Umsetzungsstand nicht angegeben."}, []string{"sind 1"}},
	{"what runs is no success", `measures:
  - {id: m1, code: "1", title: Schulhöfe entsiegeln, field: a, lead: amt, phase: in Umsetzung, signal: im Plan, priority: hoch}
prelims: {decision: [Der Rat beschließt das Leitbild.]}
`, "B.pdf", []string{"Abgeschlossen sind 0 von 1 Maßnahme"}, []string{"Was gelungen ist", "Leitbild"}},
	{"one measure without news", `measures:
  - {id: m1, code: "1", title: Lernpaten, field: a, lead: amt, phase: in Umsetzung, as_of: 2024-05-31}
`, "B.pdf", []string{"Ohne neue Rückmeldung Seit dem 30. Juni 2024 liegt zu 1 von 1 Maßnahme (100 %) keine neue Rückmeldung vor.", "1 Lernpaten Amt 31.05.2024 in Umsetzung"}, []string{"lässt sich das nicht sagen"}},
	{"where no day is known no news is missed", `measures:
  - {id: m1, code: "1", title: Lernpaten, field: a, lead: amt, phase: in Umsetzung}
  - {id: m2, code: "2", title: Lesepaten, field: a, lead: amt, phase: in Umsetzung, as_of: 2025-05-31}
  - {id: m3, code: "3", title: Paten, field: a, lead: amt, phase: abgeschlossen, as_of: 2020-05-31}
`, "B.pdf", nil, []string{"Rückmeldung"}},
	{"news of the rest is not known", `measures:
  - {id: m1, code: "1", title: Lernpaten, field: a, lead: amt, phase: in Umsetzung}
  - {id: m2, code: "2", title: Lesepaten, field: a, lead: amt, phase: in Planung, log: [{date: 2023-05-31, text: Start}]}
`, "B.pdf", []string{"liegt zu 1 von 2 Maßnahmen (50 %) keine", "Ohne Umsetzungsstand oder Datum der letzten Rückmeldung lässt sich das nicht sagen für: 1."}, nil},
	{"the report asks for its own", `measures:
  - {id: m1, code: "1", title: Schulhöfe entsiegeln, field: a, lead: amt, phase: in Umsetzung}
prelims: {decision: [Der Rat beschließt das Leitbild.], report_request: [Der Rat nimmt den Bericht zur Kenntnis.]}
`, "B.pdf", []string{"Worum der Rat gebeten wird 1. Der Rat nimmt den Bericht zur Kenntnis."}, []string{"Leitbild"}},
	{"repayments keep their minus", `measures:
  - {id: m1, code: "1", title: Rückzahlung, field: a, lead: amt, phase: abgeschlossen, costs: [{year: 2025, kind: laufend, planned: 100, spent: -20}], funding: [{source: Land, year: 2025, amount: -5, state: bewilligt}]}
`, "B.pdf", []string{"2025 100 € −20 € −5 € – – 105 €"}, nil},
	{"points of one person", `workshops: [{id: w, title: Arbeit, field: a}]
parts: [{id: P-1, workshop: w, number: 1, date: 2023-11-20, participants: 1, voters: 1, points: 1}]
ideas: [{id: I-1, part: P-1, kind: Frage, text: "Wo gibt es Kurse?", votes: 1, outcome: aufgenommen, measures: [m1]}]
measures: [{id: m1, code: "1", title: Kurse, field: a, lead: amt, phase: in Planung}]
`, "K.pdf", []string{"1 Person, je 1 Punkt", "1 teilnehmende Person", "· 1 Punkt ", "1 Maßnahme "}, []string{"Arbeit1 Maßnahmen", "Kosten und Finanzierung", "1 Personen", "1 Punkte ", "1 Teilnehmende"}},
}

func TestTownsSayWhatTheirDataSay(t *testing.T) {
	for _, c := range says {
		t.Run(c.name, func(t *testing.T) {
			all := text(inspect(t, output(t, buildTown(t, town+"fields: [{id: a, code: A, title: Arbeit}]\n"+c.data), c.file))) + " "
			for _, w := range c.want {
				if !strings.Contains(all, w) {
					t.Errorf("does not say %q: %s", w, all)
				}
			}
			for _, w := range c.not {
				if strings.Contains(all, w) {
					t.Errorf("says %q: %s", w, all)
				}
			}
		})
	}
}

// A town's own words for the parts of its plan agree with what stands beside them.
func TestOwnWordsAgree(t *testing.T) {
	for _, c := range []struct{ words, concept, report string }{
		{"measure: Projekt, measures: Projekte, field: Säule, fields: Säulen, goal: Aufgabe, goals: Aufgaben", "Eine Säule, eine Aufgabe, ein Projekt.", "Abgeschlossen sind 0 von 1 Projekt (0 %)"},
		{"measure: Leitbaustein, field: Themenfeld, goal: Absicht", "Ein Themenfeld, 1 Absicht, ein Leitbaustein.", "0 von 1 Leitbaustein (0 %)"},
	} {
		data := strings.Replace(town, "  title: Konzept\n", "  title: Konzept\n  terms: {words: {"+c.words+"}}\n", 1) + `fields: [{id: a, code: A, title: Arbeit}]
goals: [{id: z, code: "1", title: Lernen, text: Alle lernen., field: a}]
measures:
  - {id: m1, code: "1", title: Lernpaten, goals: [z], lead: amt, phase: in Planung}
`
		one := buildTown(t, data)
		two := buildTown(t, data+"  - {id: m2, code: \"2\", title: Lesepaten, goals: [z], lead: amt, phase: in Planung}\n")
		if all := text(inspect(t, output(t, one, "K.pdf"))); !strings.Contains(all, c.concept) {
			t.Errorf("the concept does not say %q: %s", c.concept, all)
		}
		if all := text(inspect(t, output(t, one, "B.pdf"))); !strings.Contains(all, c.report) {
			t.Errorf("the report does not say %q: %s", c.report, all)
		}
		if all := text(inspect(t, output(t, two, "B.pdf"))); strings.Contains(c.words, "Projekte") && !strings.Contains(all, "0 von 2 Projekten (0 %)") {
			t.Errorf("the report of two: %s", all)
		}
	}
}

// A measure of changes tells what is known, and of the rest that it is not.
func TestChangesAreNotDenied(t *testing.T) {
	data := strings.Replace(town, "report_date: 2025-06-30", "report_date: 2025-06-30\n  last_report: 2024-12-31", 1) + `fields: [{id: a, code: A, title: Arbeit}]
measures:
  - {id: m1, code: "1", title: Eins, field: a, lead: amt, phase: in Umsetzung, log: [{date: 2025-03-12, text: Geschult.}]}
  - {id: m2, code: "2", title: Zwei, field: a, lead: amt, phase: abgeschlossen}
`
	all := text(inspect(t, output(t, buildTown(t, data), "B.pdf")))
	if strings.Contains(all, "nichts verändert") || !strings.Contains(all, "lässt sich nicht sagen") {
		t.Error(all)
	}
	known := strings.NewReplacer("text: Geschult.}", "text: Geschult.}, {date: 2024-03-12, text: x, phase: in Umsetzung}", "phase: abgeschlossen}", "phase: abgeschlossen, log: [{date: 2025-02-01, text: z, phase: abgeschlossen}]}").Replace(data)
	known = strings.Replace(known, "[{date: 2025-03-12, text: Geschult.}, {date: 2024-03-12, text: x, phase: in Umsetzung}]", "[{date: 2024-03-12, text: x, phase: in Umsetzung}, {date: 2025-03-12, text: Geschult.}]", 1)
	all = text(inspect(t, output(t, buildTown(t, known), "B.pdf")))
	if !strings.Contains(all, "Abgeschlossen (1) 2 Zwei") || strings.Contains(all, "lässt sich nicht sagen") || strings.Contains(all, "hält der Verlauf") {
		t.Error(all)
	}
}

const series = `series: [{id: r, title: Reihe, audience: alle, poster_date: 2024-09-02}]
workshops: [{id: w1, series: r, title: Wohnen, audience: alle}, {id: w2, series: r, title: Lernen, audience: alle}]
parts:
  - {id: P-1, workshop: w1, number: 1, date: 2024-10-14, start: "18:00", end: "20:00", place: {name: Rathaus, street: Markt 1, postcode: "12345", city: Probe}}
  - {id: P-2, workshop: w2, number: 1, date: 2024-10-21, start: "18:00", end: "20:00", place: {name: Schule, street: Schulweg 5, postcode: "12345", city: Probe}}
`

// What a letter says in one line is joined of what is known: nothing that is missing leaves its separator behind.
func TestLettersJoinWhatIsKnown(t *testing.T) {
	const full = `series: [{id: r, title: Reihe, subtitle: für alle, audience: alle, cost: kostenlos, registration: {text: Bitte melden, web: "https://example.org/a", email: a@example.org, phone: 01234 56-78}}]
workshops: [{id: w1, series: r, title: Wohnen, audience: alle}]
parts: [{id: P-1, workshop: w1, number: 1, title: Auftakt, date: 2024-10-14, place: {name: Rathaus, postcode: "12345", city: Probe}, programme: [{time: "18:00", text: Beginn}, {text: Gespräch}]}]
`
	said := func(cut string) string {
		data := strings.Replace(town, "outputs: [", "outputs: [{target: invitation, file: E}, ", 1) + full
		if !strings.Contains(data, cut) {
			t.Fatalf("no %q", cut)
		}
		return text(inspect(t, output(t, buildTown(t, strings.Replace(data, cut, strings.Repeat("}]", strings.Count(cut, "}]")), 1)), "E-Wohnen.pdf")))
	}
	for _, c := range []struct{ cut, want string }{
		{"", "alle · kostenlos Ablauf Auftakt · 18:00 Beginn; Gespräch Anmeldung Bitte melden · · · 01234 56-78 example.org/a a@example.org |"}, // links follow their line
		{", cost: kostenlos", " Probe – alle Ablauf Auftakt"},
		{", audience: alle}]", " Probe – kostenlos Ablauf Auftakt"},
		{", phone: 01234 56-78", "Bitte melden · · example.org/a a@example.org |"},
		{`, web: "https://example.org/a"`, "Bitte melden · · 01234 56-78 a@example.org Mit"},
		{`, web: "https://example.org/a", email: a@example.org`, "Bitte melden · 01234 56-78 Mit"},
		{"text: Bitte melden, ", "Anmeldung · · 01234 56-78 example.org/a a@example.org |"},
		{"title: Auftakt, ", "Ablauf 18:00 Beginn; Gespräch"},
		{`time: "18:00", `, "Auftakt · Beginn; Gespräch"},
		{`street: Markt 1, postcode: "12345", `, "Stadt Probe · Probe An alle"},
		{`name: Rathaus, postcode: "12345", `, "14. Oktober 2024 Probe –"},
	} {
		all := said(c.cut)
		if !strings.Contains(all, c.want) {
			t.Errorf("without %q no %q: %s", c.cut, c.want, all)
		}
	}
}

// Posters print the places of all workshops and no cost that nobody named; a letter bears the day of its series' poster.
func TestSeriesNameTheirPlacesAndDays(t *testing.T) {
	data := strings.Replace(town, "outputs: [", "outputs: [{target: posters, file: P, formats: [A3]}, {target: invitation, file: E}, ", 1) + series
	r := buildTown(t, data)
	for file, want := range map[string][2]string{"P-r-A3.pdf": {"Rathaus", "Schule"}, "P-w1-A3.pdf": {"Rathaus", "Wohnen"}, "E-Wohnen.pdf": {"2. September 2024", "14. Oktober 2024"}} {
		all := text(inspect(t, output(t, r, file)))
		if !strings.Contains(all, want[0]) || !strings.Contains(all, want[1]) || strings.Contains(all, "Eintritt frei") || strings.Contains(all, "Kosten") || strings.Contains(all, "2025") {
			t.Errorf("%s: %s", file, all)
		}
	}
	if all := text(inspect(t, output(t, r, "P-w1-A3.pdf"))); strings.Contains(all, "Schule") {
		t.Errorf("the place of another workshop: %s", all)
	}
}

// Posters name the day until which people register for every part that has one, and one day once.
func TestPostersNameEveryDeadline(t *testing.T) {
	files := started(t, map[string]string{"data/more.yaml": `workshops: [{id: lern, series: reihe, title: Lernen}]
parts:
  - {id: L-1, workshop: lern, number: 1, date: 2024-11-18}
  - {id: L-2, workshop: lern, number: 2, date: 2024-11-25, deadline: 2024-11-20}
`})
	r, err := report.Build(options(files))
	if err != nil {
		t.Fatal(err)
	}
	for file, want := range map[string]string{"Plakat-reihe-A3.pdf": "Lernen (Teil 2) bis 20. November 2024", "Plakat-lern-A3.pdf": "Teil 2 bis 20. November 2024", "Plakat-begegnen-A3.pdf": "Anmeldung bis"} {
		all := strings.Join(strings.Fields(strings.ReplaceAll(text(inspect(t, output(t, r, file))), "\u00a0", " ")), " ")
		if !strings.Contains(all, want) || file != "Plakat-lern-A3.pdf" && !strings.Contains(all, "4. Oktober 2024") {
			t.Errorf("%s lacks %q: %s", file, want, all)
		}
	}
}

// A series of eight workshops with long titles and days of their own until which people register is set in every design.
func TestManyLongTitlesWithDeadlines(t *testing.T) {
	const long = "Gemeinsam Verantwortung übernehmen: Nachbarschaftliche Unterstützungsangebote, Bürgerbeteiligungsverfahren und Begegnungsstätten in allen Ortsteilen weiterentwickeln"
	var b strings.Builder
	for i := range 7 {
		fmt.Fprintf(&b, "  - {id: w%d, series: reihe, title: %q}\n", i, long)
	}
	b.WriteString("parts:\n")
	for i := range 7 {
		for n := range 2 {
			fmt.Fprintf(&b, "  - {id: W%d-%d, workshop: w%d, number: %d, date: 2024-11-%02d, start: \"18:00\", deadline: 2024-10-%02d, place: {name: Haus %d, street: Gasse %d}}\n", i, n, i, n+1, 2*i+n+1, 20+i, i, i)
		}
	}
	for _, design := range []string{"frankenthal", "lively", "sober"} {
		files := started(t, map[string]string{"data/more.yaml": "workshops:\n" + b.String()})
		project := string(files["data/konzept.yaml"].Data)
		files["data/konzept.yaml"] = &fstest.MapFile{Data: []byte(strings.Replace(project, "  edition:", "  design: "+design+"\n  edition:", 1))}
		laid(t, files)
	}
}

// What people will want to know of is a finding.
func TestTroubleIsFound(t *testing.T) {
	for code, measure := range map[diag.Code]string{
		"spent-exceeds-plan": "phase: in Umsetzung, costs: [{year: 2025, planned: 8000, spent: 93500}]",
		"start-passed":       "phase: nicht begonnen, signal: im Plan, start: 2024-01",
	} {
		files := fstest.MapFS{"data/konzept.yaml": {Data: []byte(town + "fields: [{id: a, code: A, title: Arbeit}]\nmeasures: [{id: m, code: '1', title: T, field: a, lead: amt, " + measure + "}]\n")}}
		r, err := report.Check(options(files))
		if err != nil {
			t.Fatal(err)
		}
		found := 0
		for _, f := range r.Findings.Findings {
			if f.Code == code {
				found++
			}
		}
		if found != 1 {
			t.Errorf("%s is found %d times: %v", code, found, r.Findings.Findings)
		}
	}
}
