package compose

import (
	"strings"
	"testing"
)

// figures are templates of one figure each, and what stands in the document: without figures of no data, and with nodes
// in the order of the tree whatever their order in the template.
var figures = []struct{ name, template, want, found string }{
	{"nothing to show", "::: donut\n:::\n::: gantt\n::: lane \"leer\"\n:::\n:::\n::: tree\n::rank \"oben\"\n:::\n::: flow\n::: stage \"A\"\n::stop \"x\"\n:::\n:::\n::: places\n:::\n::: progress\n::steps \"a\" done={{ 0 }} of={{ 0 }}\n:::", "document title=\"Konzept\" lang=de-DE", ""},
	{"donut", "::: donut unit=\"Ideen\" title=\"T\" number table\n::slice \"a\" value={{ 2 }}\n::slice \"b\" value={{ nil }} ink=accent\n:::",
		"figure donut unit=\"Ideen\" number table title=\"T\"\n  slice label=\"a\" ink=accent values=2\n  slice label=\"b\" ink=accent hatch=1 values=-", ""},
	{"bars as typed", "::: bars\n::bar \"a\" value={{ 0.5 }}\n::bar \"b\" value={{ 0.25 }} target={{ 1 }}\n:::", "figure bars decimals=2 labels=[\"a\" \"b\"] target=-,1\n  series ink=accent values=0.5,0.25", ""},
	{"decimals go before", "::: bars decimals=1\n::bar \"a\" value={{ 0.25 }}\n:::", "figure bars decimals=1 labels=[\"a\"]\n  series ink=accent values=0.25", ""},
	{"half a step", "::: progress\n::steps \"a\" done={{ 0.5 }} of={{ 2 }}\n:::", "figure progress\n  steps label=\"a\" 0.5/2", ""},
	{"progress", "::: progress\n::steps \"a\" done={{ 1 }} of={{ 3 }}\n:::", "figure progress\n  steps label=\"a\" 1/3", ""},
	{"tree", "::: tree\n::node \"c\" under=b\n::node \"b\" id=b under=a\n::node \"a\" id=a code=\"1\"\n::: node \"d\"\n::node \"e\" note=\"n\"\n:::\n::node \"verwaist\" under=fort\n:::",
		"figure tree\n  node depth=0 code=\"1\" label=\"a\"\n  node depth=1 label=\"b\"\n  node depth=2 label=\"c\"\n  node depth=0 label=\"d\"\n  node depth=1 label=\"e\" note=\"n\"\n  node depth=0 label=\"verwaist\"", ""},
	{"gantt", "::: gantt today={{ 2024 }}\n::task \"a\" begin={{ 2024 }} end={{ 2025 }} bar=hatched symbol=phase-1\n::: lane \"L\" ink=accent\n::: task \"b\" begin={{ 2023 }}\n::mark \"m\" at={{ 2024 }} done={{ true }}\n:::\n:::\n:::",
		"figure gantt today=739191\n  lane\n    task label=\"a\" symbol=phase-1 bar=hatched begin=739191 from=\"2024\" end=739921 to=\"2025\"\n  lane title=\"L\" ink=accent\n    task label=\"b\" begin=738826 from=\"2023\"\n      mark at=739556 when=\"2024\" label=\"m\" done", ""},
	{"flow", "::: flow\n::: stage \"A\"\n::stop \"x\"\n:::\n::: stage \"B\"\n::stop \"x\" note=\"n\"\n:::\n::ribbon \"x\" \"x\" value={{ 3 }}\n::ribbon \"x\" \"x\" value={{ 0 }}\n:::",
		"figure flow\n  stage title=\"A\"\n    stop label=\"x\"\n  stage title=\"B\"\n    stop label=\"x\" note=\"n\"\n  ribbon 0:0-0 values=3", ""},
	{"places", "::: places\n::: place \"Ort\" note=\"n\"\n::tag \"A 1\" ink=accent\n:::\n:::", "figure places\n  place name=\"Ort\" note=\"n\"\n    tag label=\"A 1\" ink=accent", ""},
	{"a date that is none", "::: gantt\n::task \"a\" begin=\"morgen\"\n:::", "figure gantt\n  lane\n    task label=\"a\"", "bad-value"},
}

func TestFiguresHoldWhatTheirTemplatesSay(t *testing.T) {
	for _, c := range figures {
		t.Run(c.name, func(t *testing.T) {
			got, found := expand(t, c.template, nil)
			if got != c.want || c.found == "" && found != "" || !strings.Contains(found, c.found) {
				t.Errorf("found %q, document:\n%s\nwanted:\n%s", found, got, c.want)
			}
		})
	}
}

// The numbers of a column have as many decimals as each other: those of the one that was typed with most, sums with them.
func TestNumbersOfAColumnHaveTheSameDecimals(t *testing.T) {
	for _, c := range []struct{ template, want string }{
		{"::: table\n::col \"a\"\n::col \"b\"\n::: row\n::cell x\n::cell {{ 0.5 }}\n:::\n::: row\n::cell y\n::cell {{ num(0.25) }}\n:::\n::: foot\n::cell z\n::cell {{ 0.5 + 0.5 }}\n:::\n:::", "0,50 0,25 1,00"},
		{"::: table\n::col \"a\"\n::: row\n::cell {{ euro(0.99) }}\n:::\n::: row\n::cell {{ euro(8000) }}\n:::\n::: foot\n::cell {{ true ? euro(8000.99) : nil }}\n:::\n:::", `0,99\u00a0€ 8.000,00\u00a0€ 8.000,99\u00a0€`},
		{"::: table\n::col \"a\"\n::: row\n::cell {{ num(2.5, 0) }}\n:::\n::: row\n::cell {{ 2.25 }}\n:::\n:::", "3 2,25"},
		{"::: table\n::col \"a\"\n::col \"b\"\n::: row\n::cell rows=2 x\n::cell {{ 1 }}\n:::\n::: row\n::cell {{ 1.5 }}\n:::\n:::", "1,0 1,5"},
		{"::: table\n::col \"a\"\n::: row\n::cell {{ 1 / 3 }}\n:::\n::: row\n::cell {{ 2.5 }}\n:::\n::: row\n::cell {{ 2.5 }} km\n:::\n:::", "0,33 2,50 2,5\\u00a0km"},
	} {
		got, found := expand(t, c.template, nil)
		var cells []string
		for _, line := range strings.Split(got, "\n") {
			if _, text, ok := strings.Cut(line, " \""); ok && strings.ContainsAny(text, "0123456789") {
				cells = append(cells, strings.TrimSuffix(text, "\""))
			}
		}
		if strings.Join(cells, " ") != c.want || found != "" {
			t.Errorf("found %q %s, wanted %q:\n%s", cells, found, c.want, got)
		}
	}
}
