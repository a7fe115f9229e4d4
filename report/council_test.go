package report_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"konzept/report/verify"
)

// changed is a project of another town whose measures have all that can change between two reports, and some that must
// not be listed: one that stands still, one of which nothing is known.
const changed = `project:
  municipality: {name: Stadt Lauenbrück}
  title: Hitzeschutz
  report_date: 2026-06-30
  last_report: 2025-12-31
  outputs: [{target: council-report}]
offices: [{id: o, name: Umweltamt}]
fields: [{id: f, code: "1", title: Schatten}]
goals: [{id: z, code: Z1, title: Kühle Orte, text: Niemand muss weit gehen., field: f}]
measures:
  - {id: neu, code: N1, title: Bäume am Markt, lead: o, field: f, phase: in Planung, signal: im Plan, added: 2026-02-01, end: 2027-12-31}
  - {id: fertig, code: N2, title: Trinkbrunnen, lead: o, field: f, phase: abgeschlossen, end: 2026-03-31,
     log: [{date: 2025-10-01, text: Bau, phase: in Umsetzung}, {date: 2026-03-31, text: Fertig, phase: abgeschlossen}]}
  - {id: schlechter, code: N3, title: Kühle Räume, lead: o, field: f, phase: in Umsetzung, signal: kritisch, comment: Die Lüftung fehlt., end: 2027-06-30, previous_end: 2026-04-30,
     log: [{date: 2025-11-01, text: Start, phase: in Umsetzung, signal: im Plan}, {date: 2026-05-01, text: Halt, signal: kritisch}]}
  - {id: besser, code: N4, title: Hitzetelefon, lead: o, field: f, phase: in Umsetzung, signal: im Plan, end: 2027-06-30,
     log: [{date: 2025-11-01, text: Start, phase: in Umsetzung, signal: gefährdet}, {date: 2026-05-01, text: Besetzt, signal: im Plan}]}
  - {id: weiter, code: N5, title: Sonnensegel, lead: o, field: f, phase: in Umsetzung, signal: im Plan, end: 2027-09-30,
     log: [{date: 2025-11-01, text: Entwurf, phase: in Planung, signal: im Plan, end: 2027-06-30}, {date: 2026-05-01, text: Los, phase: in Umsetzung, end: 2027-09-30}]}
  - {id: weg, code: N6, title: Nebelduschen, lead: o, field: f, phase: entfallen, comment: Das Wasser reicht nicht.,
     log: [{date: 2025-11-01, text: Idee, phase: in Planung}, {date: 2026-05-01, text: Ende, phase: entfallen}]}
  - {id: still, code: N7, title: Dachbegrünung, lead: o, field: f, phase: in Umsetzung, signal: im Plan, end: 2027-06-30,
     log: [{date: 2025-11-01, text: Start, phase: in Umsetzung, signal: im Plan}]}
  - {id: stumm, code: N8, title: Fassadengrün, lead: o, field: f, phase: in Umsetzung, signal: im Plan, end: 2027-06-30}
`

func council(t *testing.T, data string) *verify.Report {
	t.Helper()
	return inspect(t, output(t, made(t, options(fstest.MapFS{"data/konzept.yaml": {Data: []byte(data)}})), "council-report.pdf"))
}

// section is the text from a heading to the next of its rank.
func section(r *verify.Report, title string) string {
	var s strings.Builder
	in := false
	for _, n := range r.Structure {
		if n.Type == "H1" {
			in = plain(n.Text) == title
		}
		if in {
			s.WriteString(n.Text + " ")
		}
	}
	return plain(s.String())
}

func TestCouncilReportTellsWhatHasChanged(t *testing.T) {
	r := council(t, changed)
	got := section(r, "Veränderungen seit dem letzten Bericht")
	for _, want := range []string{
		"Neu aufgenommen (1) N1 Bäume am Markt", "aufgenommen am 01.02.2026, in Planung",
		"Abgeschlossen (1) N2 Trinkbrunnen", "Umsetzungsstand: in Umsetzung → abgeschlossen",
		"Verschlechtert (1) N3 Kühle Räume", "Ampel: im Plan → kritisch", "Ende: 30. April 2026 → 30. Juni 2027",
		"Verbessert (1) N4 Hitzetelefon", "Ampel: gefährdet → im Plan",
		"Stand oder Termin verändert (1) N5 Sonnensegel", "Umsetzungsstand: in Planung → in Umsetzung", "Ende: 30. Juni 2027 → 30. September 2027",
		"Zurückgestellt oder entfallen (1) N6 Nebelduschen", "Umsetzungsstand: in Planung → entfallen Das Wasser reicht nicht.",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in %q", want, got)
		}
	}
	for _, never := range []string{"N7", "N8"} {
		if strings.Contains(got, never) {
			t.Errorf("%s has not changed: %q", never, got)
		}
	}
	if late := section(r, "Überfällige Maßnahmen"); !strings.Contains(late, "1 von 8 Maßnahmen") || !strings.Contains(late, "N3 Kühle Räume Umweltamt 30. April 2026 2 Monaten 30. Juni 2027 kritisch Die Lüftung fehlt.") {
		t.Errorf("overdue: %q", late)
	}
}

// The last report's figures stand only where the state of every measure is known.
func TestCouncilReportComparesOnlyWhatIsKnown(t *testing.T) {
	if all := text(council(t, changed)); strings.Contains(all, "im letzten Bericht:") {
		t.Error("a comparison, though nothing is known of N8")
	}
	known, _, _ := strings.Cut(changed, "  - {id: stumm")
	if all := text(council(t, known)); !strings.Contains(all, "7 Maßnahmen im letzten Bericht: 6") || !strings.Contains(all, "1 abgeschlossen im letzten Bericht: 0") {
		t.Errorf("no comparison in %q", all)
	}
}

func TestFirstCouncilReportHasNoChanges(t *testing.T) {
	if all := text(council(t, strings.Replace(changed, "  last_report: 2025-12-31\n", "", 1))); strings.Contains(all, "letzte") {
		t.Errorf("a first report speaks of a last one: %q", all)
	}
}
