package report_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"konzept/report"
)

// TestProjectsAddToBuiltInDocuments: what stands in the built-in empty parts comes out at their places, and nothing else changes.
func TestProjectsAddToBuiltInDocuments(t *testing.T) {
	files := fstest.MapFS{
		"data/konzept.yaml":             {Data: []byte(undated)},
		"templates/parts/own-start.md":  {Data: []byte("::: chapter page=body start=any\n# Worum es geht\nAnfang.\n:::\n")},
		"templates/parts/own-field.md":  {Data: []byte("Das Feld {{ field.code }} hat {{ len(field.measures) }} Vorhaben.\n")},
		"templates/parts/own-sheet.md":  {Data: []byte("::pair \"Kennwort\" {{ \"K-\" + measure.code }}\n")},
		"templates/parts/own-end.md":    {Data: []byte("::: chapter page=body start=any\n# Wie es weitergeht\nEnde.\n:::\n")},
		"templates/parts/own-report.md": {Data: []byte("::: chapter page=report start=same\n# Ausblick des Amts {style=h2}\nBericht.\n:::\n")},
	}
	r, err := report.Build(options(files))
	if err != nil || len(r.Findings.Findings) > 0 {
		t.Fatal(err, r.Findings.Findings)
	}
	concept, council := text(inspect(t, output(t, r, "Konzept.pdf"))), text(inspect(t, output(t, r, "Bericht.pdf")))
	at := 0
	for _, want := range []string{"Worum es geht Anfang.", "Das Feld 1 hat 3 Vorhaben.", "Kennwort K-1.1", "Kennwort K-1.2", "Wie es weitergeht Ende."} {
		i := strings.Index(concept[at:], want)
		if i < 0 {
			t.Fatalf("the concept does not say %q behind %d", want, at)
		}
		at += i
	}
	if !strings.Contains(council, "Ausblick des Amts Bericht.") {
		t.Error("the council report lacks what was added")
	}
}
