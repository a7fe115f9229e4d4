package layout

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"konzept/report/diag"
	"konzept/report/doc"
	"konzept/report/geom"
	"konzept/report/page"
	"konzept/report/typeset"
)

func TestNoPageHoldsOnlyALabelAndOneRow(t_ *testing.T) {
	for n := 8; n < 60; n++ {
		v := &doc.Table{Columns: []doc.Column{{Header: true}}, Head: []doc.Row{row("Kopf")}, Style: plainLook}
		for i := range n {
			v.Body = append(v.Body, row(fmt.Sprint("Zeile ", i)))
		}
		label := row("Zuletzt")
		label.Label = true
		v.Body = append(v.Body, label, row("Ende"))
		pages := lay(t_, document(small(), []doc.Block{v})).Pages
		last := lineTexts(pages[len(pages)-1])
		if len(pages) > 1 && !slices.ContainsFunc(last, func(s string) bool { return len(s) > 5 && s[:5] == "Zeile" }) {
			t_.Errorf("%d rows: the last page holds %q", n, last)
		}
	}
}

func TestAnEndlessWordStarvesNoColumn(t_ *testing.T) {
	v := &doc.Table{Columns: []doc.Column{{Share: 1, Header: true}, {Share: 1}, {Share: 1}}, Style: plainLook, Body: []doc.Row{row("Angebote", strings.Repeat("x", 200), "Schulen")}}
	var out diag.List
	r := Pages(document(small(), []doc.Block{v}), testFonts(), Options{}, &out)
	all := reading(r.Pages[0])
	if !strings.Contains(all, "Angebote ") || !strings.Contains(all, "Schulen") {
		t_.Errorf("set %q", all)
	}
	torn := 0
	for _, f := range out.Findings {
		if f.Code != "word-torn" {
			t_.Errorf("finding %s %q", f.Code, f.Args)
		}
		torn++
	}
	if torn == 0 {
		t_.Error("nothing says that a word is parted")
	}
}

func TestNumbersStandAtTheirDecimalComma(t_ *testing.T) {
	for _, c := range []struct {
		lang  string
		cells []string
	}{
		{"de-DE", []string{"1,5", "123,25", "7", "−0,75", "1.234,5 %", "45 m2", "–"}},
		{"en-GB", []string{"1.5", "1,234.25", "7", "−0.75", "45 m2", "1,234", "–"}},
	} {
		v := &doc.Table{Columns: []doc.Column{{Share: 1, Header: true}, {Align: doc.Decimal}}, Style: plainLook}
		for _, s := range c.cells {
			v.Body = append(v.Body, row("a", s))
		}
		noted := &v.Body[1].Cells[1].Blocks[0].(*doc.Paragraph).Inlines
		*noted = append(*noted, &doc.Footnote{Inlines: t("vorläufig")})
		word := row("a", "kein Wert bekannt")
		v.Body = append(v.Body, word)
		d := document(small(), []doc.Block{v})
		d.Lang = c.lang
		ends, right := map[string]geom.Length{}, geom.Length(0)
		for _, it := range lay(t_, d).Pages[0].Items {
			x, ok := it.(*page.Text)
			if !ok || !slices.Contains(c.cells, strings.TrimSpace(x.Run.Text)) {
				continue
			}
			run := x.Run
			n := typeset.CommaAt(run.Text, c.lang[:2])
			if n < 0 {
				n = len(run.Text)
			}
			run.Glyphs = run.Glyphs[:utf8.RuneCountInString(run.Text[:n])]
			ends[run.Text] = x.X + run.Width()
			right = max(right, x.X+x.Run.Width())
		}
		if edge := small().Size.W - small().Outer - plainLook.PadX; right < edge-8*pt || right > edge {
			t_.Errorf("%s: the widest number ends at %v, want the right edge of its cell at %v", c.lang, right, edge)
		}
		for s, e := range ends {
			if d := e - ends["7"]; len(ends) != len(c.cells) || d < -pt/10 || d > pt/10 {
				t_.Errorf("%s: %q has its comma %v beside", c.lang, s, d)
			}
		}
		if len(ends) != len(c.cells) {
			t_.Errorf("%s: found %v", c.lang, ends)
		}
	}
}
