package compose

import (
	"strings"
	"testing"

	"konzept/report/internal/smalltown"
)

// described sets a text of the data where paragraphs may stand, and within a cell.
func described(t *testing.T, text, template string) string {
	t.Helper()
	yaml := strings.Replace(smalltown.Data, "project:\n", "project:\n  style: {microtypography: aus}\n  disclaimer: |-\n    "+strings.ReplaceAll(text, "\n", "\n    ")+"\n", 1)
	got, found := expandFor(t, yaml, template)
	if found != "" {
		t.Errorf("%q: %s", text, found)
	}
	return got
}

func TestNumbersOfNotesInARowStandApart(t *testing.T) {
	got, found := expand(t, "Text^[eins]^[zwei], weiter^[drei] ^[vier]", nil)
	if found != "" || !strings.Contains(got, "«note:eins»") || strings.Count(got, ", ") != 2 {
		t.Errorf("%s %s", got, found)
	}
}

func TestPastedTextsAreSet(t *testing.T) {
	for _, c := range []struct{ text, template, want string }{
		{"Der Treff:\n•\tKüche\no\tHerd\n•\tGarten", "{{ project.disclaimer }}", "p .body \"Der Treff:\"\nlist .body\n  item\n    p .body \"Küche\"\n    list .body\n      item\n        p .body \"Herd\"\n  item\n    p .body \"Garten\""},
		{"1. Suche\n2. Umbau", "{{ project.disclaimer }}", "list .body ordered\n  item label=\"1.\"\n    p .body \"Suche\"\n  item label=\"2.\"\n    p .body \"Umbau\""},
		{"a) Suche\nb) Umbau\n\nEnde", "{{ project.disclaimer }}", "list .body\n  item label=\"a)\"\n    p .body \"Suche\"\n  item label=\"b)\"\n    p .body \"Umbau\"\np .body \"Ende\""},
		{"CO<sub>2</sub> je m<sup>2</sup>", "{{ project.disclaimer }}", "p .body \"CO«scale=65 raise=-12:2» je m«scale=65 raise=35:2»\""},
		{"eins\n\n- zwei\n- drei", "Vor {{ project.disclaimer }}", "p .body \"Vor eins«br»•\\u00a0zwei«br»•\\u00a0drei\""},
		{"Er hat:\n• Tee\n• Obst\n\nAlle kommen.\nEs ist offen.", "{{ join(sentences(project.disclaimer), \" \") }}", "p .body \"Er hat:«br»•\\u00a0Tee«br»•\\u00a0Obst «br»Alle kommen. Es ist offen.\""},
	} {
		if got := described(t, c.text, c.template); got != c.want {
			t.Errorf("%q:\n%s\nexpected:\n%s", c.text, got, c.want)
		}
	}
}
