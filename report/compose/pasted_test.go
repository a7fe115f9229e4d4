package compose

import (
	"regexp"
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

// TestLongTextsAreBlocks: subheadings stand below the heading of the text, and what is set is read once.
func TestLongTextsAreBlocks(t *testing.T) {
	const text = "## Ziel[^n]\n\n1. eins\n   - zwei\n\n   weiter\n2. drei\n\n> Wir _wollen_\n> das.\n\n#### Zahlen\n| Jahr | t CO~2~ |\n|---|--:|\n| 2025 | 120 |\n\n[^n]: Note"
	for _, c := range []struct{ template, want string }{
		{"# Kapitel\n\n## Teil\n\n{{ project.disclaimer }}\n\n## Ende", "levels 1 2 3 4 2; texts Kapitel Teil Ziel Note 1. eins zwei weiter 2. drei Wir wollen das. Zahlen Jahr t CO 2 2025 120 Ende; list item list item item box table head cell cell row cell cell"},
		{"# Kapitel\n\nVor: {{ project.disclaimer }}", "levels 1; texts Kapitel Vor: Ziel Note 1. eins • zwei weiter 2. drei Wir wollen das. Zahlen Jahr | t CO 2 2025 | 120; "},
	} {
		got := described(t, text, c.template)
		var levels, blocks []string
		for line := range strings.Lines(got) {
			word := strings.Fields(line)
			switch word[0] {
			case "heading":
				levels = append(levels, word[1])
			case "list", "item", "box", "table", "head", "row", "cell":
				blocks = append(blocks, word[0])
			}
		}
		if s := "levels " + strings.Join(levels, " ") + "; texts " + texts(got) + "; " + strings.Join(blocks, " "); s != c.want {
			t.Errorf("got  %s\nwant %s\n%s", s, c.want, got)
		}
		if strings.Contains(c.want, "box") && !strings.Contains(got, "role=BlockQuote") {
			t.Errorf("no quotation in\n%s", got)
		}
	}
}

// texts are the words of a dump without what it says of them.
func texts(dump string) string {
	var out []string
	for _, m := range regexp.MustCompile(`"((?:[^"\\]|\\.)*)"`).FindAllStringSubmatch(dump, -1) {
		s := regexp.MustCompile(`«(?:br|[a-z]+(?:[= ][^:»]*)?:)|»`).ReplaceAllString(strings.ReplaceAll(m[1], `\u00a0`, " "), " ")
		out = append(out, strings.Fields(s)...)
	}
	return strings.Join(out, " ")
}
