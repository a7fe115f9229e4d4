package report_test

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

const simple = `project: {municipality: {name: Gemeinde Oberau}, title: Plan, report_date: 2026-06-30, outputs: [{target: plain}]}
plain:
  title: Unser Plan
  intro: Das ist ein Heft. Es ist für alle.
  sections:
    - title: Worum geht es?
      text: Wir planen. Alle dürfen mitreden, z. B. am 3. Mai. Kommen Sie?
`

// A text may be called Leichte Sprache only if readers have tested it, and then names them (DIN SPEC 33429); each of its
// sentences is a paragraph of its own.
func TestOnlyTestedTextsAreCalledLeichteSprache(t *testing.T) {
	for checked, want := range map[string]string{"": "Text in einfacher Sprache", "Prüfgruppe Oberau": "Leichte Sprache"} {
		data := simple
		if checked != "" {
			data += "  checked_by: " + checked + "\n"
		}
		r := inspect(t, output(t, made(t, options(fstest.MapFS{"data/konzept.yaml": {Data: []byte(data)}})), "plain.pdf"))
		var lines []string
		for _, n := range r.Structure {
			if n.Type == "P" {
				lines = append(lines, plain(n.Text))
			}
		}
		for _, sentence := range []string{want, "Das ist ein Heft.", "Es ist für alle.", "Wir planen.", "Alle dürfen mitreden, z. B. am 3. Mai.", "Kommen Sie?"} {
			if !slices.Contains(lines, sentence) {
				t.Errorf("checked by %q: no paragraph %q among %q", checked, sentence, lines)
			}
		}
		all := strings.Join(lines, " ")
		if other := map[string]string{"Leichte Sprache": "einfacher Sprache", "Text in einfacher Sprache": "Leichte Sprache"}[want]; strings.Contains(all, other) {
			t.Errorf("checked by %q, yet it says %q", checked, other)
		}
		if checked != "" && !strings.Contains(all, "Geprüft von: "+checked) {
			t.Errorf("no word of who checked the text in %q", all)
		}
	}
}
