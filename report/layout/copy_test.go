package layout

import (
	"strings"
	"testing"

	"konzept/report/barriers"
	"konzept/report/diag"
	"konzept/report/doc"
)

func TestSmallTypeOnCopiesIsAFinding(t_ *testing.T) {
	big := &doc.Style{Name: "big", Families: family, Size: 21 * pt / 2, Leading: 14 * pt}
	tiny := &doc.Style{Name: "tiny", Families: family, Size: 8 * pt, Leading: 10 * pt}
	page := small()
	page.Foot = doc.Running{}
	words := func(s *doc.Style) doc.Block {
		return &doc.Paragraph{Style: s, Inlines: t("Alle Menschen nehmen teil. ")}
	}
	note := &doc.Paragraph{Style: big, Inlines: []doc.Inline{&doc.Text{Text: "Mit Fußnote"}, &doc.Footnote{Inlines: t("Sie steht unten.")}}}
	for _, c := range []struct {
		name   string
		blocks []doc.Block
		want   []diag.Code
	}{
		{"sound", []doc.Block{words(big), note, &doc.Table{Columns: []doc.Column{{Header: true}}, Style: plainLook, Body: []doc.Row{row("neun Punkt")}}}, nil},
		{"small words", []doc.Block{words(big), words(big), words(tiny)}, []diag.Code{"copy-small-type"}},
		{"small body", []doc.Block{p(strings.Repeat("Alle Menschen nehmen teil. ", 40)), words(big)}, []diag.Code{"copy-small-body"}},
	} {
		var out diag.List
		barriers.Copies(lay(t_, document(page, c.blocks)), &out)
		var got []diag.Code
		for _, f := range out.Findings {
			got = append(got, f.Code)
		}
		if len(got) != len(c.want) || len(got) > 0 && got[0] != c.want[0] {
			t_.Errorf("%s: got %v, want %v", c.name, out.Findings, c.want)
		}
	}
}
