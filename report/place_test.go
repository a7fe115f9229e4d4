package report_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"konzept/report"
	"konzept/report/diag"
)

// told are the findings of a project over the starter as file:line code first argument.
func told(t *testing.T, files map[string][]byte) []string {
	t.Helper()
	r, err := report.Build(options(overlay(t, scaffold, files)))
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, f := range diag.Sorted(&r.Findings) {
		line := 0
		if f.At.To > 0 {
			line = 1 + strings.Count(string(r.Source(f.At.File)[:f.At.From]), "\n")
		}
		first := ""
		if len(f.Args) > 0 {
			first = f.Args[0]
		}
		all = append(all, fmt.Sprintf("%s:%d %s %s", f.At.File, line, f.Code, first))
	}
	return all
}

// A finding stands where the town wrote its cause, also where the text comes to the page as a label of a figure, in a running
// head or as a design's word; each place is told once.
func TestFindingsStandWhereTheTownWroteTheirCause(t *testing.T) {
	field := "fields:\n  - id: a\n    code: \"7\"\n    title: Eins\n    text: T.\n    short: \"E ⚽\"\n"
	measure := "measures:\n  - {id: x-1, code: \"7.1\", title: Probe, field: a, lead: fb-soziales, costs: [{year: 2025, planned: 5000}], description: %s}\n"
	for _, c := range []struct {
		name  string
		files map[string][]byte
		want  []string
	}{
		{"a label of a figure", map[string][]byte{"data/x.yaml": []byte(field + fmt.Sprintf(measure, "Text"))}, []string{"data/x.yaml:6 missing-glyph ⚽ (U+26BD)"}},
		{"a label and a text", map[string][]byte{"data/x.yaml": []byte(field + fmt.Sprintf(measure, "\"Ein ⚽ und 👍🏽 😀 ⚽\""))},
			[]string{"data/x.yaml:6 missing-glyph ⚽ (U+26BD)", "data/x.yaml:8 missing-glyph ⚽ (U+26BD), 👍🏽 (U+1F44D), 😀 (U+1F600)"}},
		{"a typeface", map[string][]byte{"templates/design/base.yaml": []byte("# eigene\nfonts: {body: [Gibtsnicht]}\n")}, []string{"templates/design/base.yaml:2 unknown-font Gibtsnicht"}},
	} {
		if got := told(t, c.files); !slices.Equal(got, c.want) {
			t.Errorf("%s: expected %q, found %q", c.name, c.want, got)
		}
	}
}

// A sign that any typeface has is printed, whatever the style's own typeface, with or without the mark that asks for its
// coloured form.
func TestSignsOfAnyTypefaceArePrinted(t *testing.T) {
	signs := "✔ ✔\ufe0f ✓ ✗ ✘ ☐ ☑ ☺ ☺\ufe0f ❤ ❤\ufe0f ♥ ♥\ufe0f ☕ ☕\ufe0f → ⇒ ● ■ ▶ ▶\ufe0f ▲ ◆ ► ‣ ♪ ‼ ‼\ufe0f © ®\ufe0f ™"
	series := "series:\n  - {id: r, title: Reihe, text: \"" + signs + "\"}\nworkshops:\n  - {id: w, title: \"Tag ✔\ufe0f ☕\", series: r}\nparts:\n  - {id: W-1, workshop: w, number: 1, date: 2025-10-14}\n"
	goal := "goals:\n  - {id: x, code: X, title: A, text: \"" + signs + "\", field: lernen}\n"
	got := slices.DeleteFunc(told(t, map[string][]byte{"data/x.yaml": []byte(series + goal)}), func(s string) bool { return !strings.Contains(s, "missing-glyph") })
	if len(got) > 0 {
		t.Errorf("found %q", got)
	}
}
