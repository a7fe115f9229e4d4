package report_test

import (
	"strings"
	"testing"
	"unicode"

	"konzept/report/verify"
)

// TestTreesAreAsAStrictReaderWantsThem looks at all screen editions of the sample, beyond what machines ask of a PDF.
func TestTreesAreAsAStrictReaderWantsThem(t *testing.T) {
	for _, o := range sample().Outputs {
		if strings.HasSuffix(o.File, ".pdf") && o.Edition == "screen" {
			strictly(t, o.File, inspect(t, o).Structure)
		}
	}
}

// strictly reads a tree as one who hears it: nothing is empty but cells, spans say why they are there, sections have one
// heading of their own, items have bodies, and no caption is swallowed by a figure's alternative text.
func strictly(t *testing.T, file string, nodes []verify.Node) {
	t.Helper()
	for i, n := range nodes {
		own := branch(nodes, i)
		kids := map[string]int{}
		for _, k := range own[1:] {
			if k.Depth == n.Depth+1 {
				kids[k.Type]++
			}
		}
		headings := kids["H1"] + kids["H2"] + kids["H3"] + kids["H4"] + kids["H5"] + kids["H6"]
		fault := ""
		switch {
		case len(own) == 1 && n.Text == "" && n.Links == 0 && n.Type != "TD" && n.Type != "Figure" && n.Actual == "":
			fault = "is empty"
		case n.Type == "Span" && n.Actual == "" && n.Lang == "":
			fault = "neither speaks another language nor stands for words"
		case n.Type == "Sect" && headings != 1:
			fault = "has not one heading of its own"
		case n.Type != "Sect" && headings > 0:
			fault = "holds a heading that opens no section"
		case n.Type == "LI" && kids["LBody"] != 1:
			fault = "has not one body"
		case n.Type == "Figure" && (len([]rune(n.Alt)) < 5 || !saysCaption(n.Alt, own)):
			fault = "says nothing, or not its caption"
		default:
			continue
		}
		t.Errorf("%s, page %d: %s %q %s", file, n.Page, n.Type, shorten(n.Text), fault)
	}
}

// saysCaption tells whether a figure's alternative text begins with its caption: readers say it in place of all that the figure
// holds.
func saysCaption(alt string, figure []verify.Node) bool {
	caption := ""
	for i, n := range figure {
		if n.Type != "Caption" {
			continue
		}
		for _, part := range branch(figure, i) {
			if part.Type != "Note" && part.Type != "Reference" {
				caption += part.Text
			}
		}
	}
	bare := func(s string) string { return strings.Join(strings.FieldsFunc(s, unicode.IsSpace), "") }
	return strings.HasPrefix(bare(alt), strings.TrimRight(bare(caption), ".:"))
}
