package report_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"konzept/report/schema"
	"konzept/report/verify"
)

// TestFiguresAreHeard: alternative texts are short, what they promise stands below, and labels within figures stand apart.
func TestFiguresAreHeard(t *testing.T) {
	r := sample()
	tables := 0
	for _, name := range []string{"Integrationskonzept.pdf", "Kurzfassung.pdf", "Sachstandsbericht.pdf", "Niederschrift-Arbeit.pdf", "Niederschrift-Sprache.pdf"} {
		nodes := inspect(t, output(t, r, name)).Structure
		for i, n := range nodes {
			if n.Type != "Figure" {
				continue
			}
			said := n.Alt
			if kids := below(nodes, i); len(kids) > 0 && kids[0].Type == "Caption" {
				said = strings.TrimPrefix(said, strings.TrimSpace(kids[0].Text))
			}
			if utf8.RuneCountInString(said) > 302 {
				t.Errorf("%s, page %d: %d letters: %q", name, n.Page, utf8.RuneCountInString(said), said)
			}
			if strings.Contains(said, "Tabelle darunter") {
				tables++
				if next := nodes[i+1+len(below(nodes, i)):]; !follows(next, "Table") {
					t.Errorf("%s, page %d: no table stands below %q", name, n.Page, said)
				}
			}
		}
	}
	if tables == 0 {
		t.Error("no figure has its data below")
	}
	words := ""
	for _, n := range inspect(t, output(t, r, "Kurzfassung.pdf")).Structure {
		if n.Type != "Figure" {
			words += plain(n.Text) + "\n"
		} else if strings.Contains(n.Alt, "Ziele auf") && !strings.Contains(plain(n.Text), "Leitziele strategische Ziele operative Ziele LZ A Alle") {
			t.Errorf("labels run together: %q", n.Text)
		}
	}
	for _, g := range r.Report.View(schema.Public).Records("goals") {
		if title := word(g, "title"); !strings.Contains(words, title) {
			t.Errorf("the short edition has %q in a figure only", title)
		}
	}
}

// TestForeignTermsSayTheirLanguage: a term that the data give in another language alone, wherever it is printed.
func TestForeignTermsSayTheirLanguage(t *testing.T) {
	r := buildTown(t, town+`fields: [{id: a, code: A, title: Arbeit}]
measures: [{id: m, code: "1", title: {en: Community Management}, field: a, lead: amt, description: "Ein OD-Portal."}]
glossary: [{id: cm, term: {en: Community Management}, text: Pflege einer Gemeinschaft im Netz.}]
abbreviations: [{id: od, short: OD, long: {en: Open Data}}]
`)
	for term, least := range map[string]int{"Community Management": 3, "Open Data": 1} {
		marked := 0
		for _, n := range inspect(t, output(t, r, "K.pdf")).Structure {
			switch {
			case !strings.Contains(plain(n.Text), term):
			case n.Lang != "en-GB":
				t.Errorf("%s says %q without its language", n.Type, n.Text)
			default:
				marked++
			}
		}
		if marked < least {
			t.Errorf("%q stands %d times", term, marked)
		}
	}
}

// below are the descendants of a node.
func below(nodes []verify.Node, i int) []verify.Node {
	end := i + 1
	for end < len(nodes) && nodes[end].Depth > nodes[i].Depth {
		end++
	}
	return nodes[i+1 : end]
}

// follows tells whether an element of a kind is among the next few.
func follows(nodes []verify.Node, kind string) bool {
	for _, n := range nodes[:min(len(nodes), 3)] {
		if n.Type == kind {
			return true
		}
	}
	return false
}
