package report_test

import (
	"bytes"
	"os"
	"strings"
	"testing"
)

// TestADesignersTemplateMayCombineEverything: tables in grids in boxes in columns, notes from everywhere, a wide chapter,
// a box over page breaks. Nothing is lost, nothing is found, and every note is where its mark leads.
func TestADesignersTemplateMayCombineEverything(t *testing.T) {
	const folder = "../cmd/konzept/scaffold"
	template, err := os.ReadFile("testdata/designer.md")
	if err != nil {
		t.Fatal(err)
	}
	file, err := os.ReadFile(folder + "/data/konzept.yaml")
	if err != nil {
		t.Fatal(err)
	}
	own := bytes.Replace(file, []byte("    - {target: concept, file: Konzept}"), []byte("    - {target: designer, file: Alles, editions: [screen, copy, draft]}"), 1)
	o := options(overlay(t, folder, map[string][]byte{"data/konzept.yaml": own, "templates/documents/designer.md": template}))
	o.Targets = []string{"designer"}
	r := made(t, o)
	for _, f := range r.Findings.Findings {
		t.Errorf("found %v", f)
	}
	tree := inspect(t, output(t, r, "Alles.pdf"))
	for _, f := range tree.Findings {
		t.Errorf("the file: %v", f)
	}
	said := text(tree)
	for _, want := range []string{"Die erste Note", "Note in Überschrift im Kasten", "Fußnote in Tabelle 2.1.2", "Note am Rand", "tief", "520 Wort", "Nachbarschaftsfest", "Ende"} {
		if !strings.Contains(said, want) {
			t.Errorf("%q is lost", want)
		}
	}
}
