package layout

import (
	"testing"

	"konzept/report/diag"
	"konzept/report/doc"
	"konzept/report/geom"
)

// TestEveryBarrierIsAFindingWithItsPlace: each block causes its code at its place, and its cure causes none.
func TestEveryBarrierIsAFindingWithItsPlace(t_ *testing.T) {
	at := diag.Span{File: "data/a.yaml", From: 3, To: 9}
	said := func(s string) []doc.Inline { return []doc.Inline{&doc.Text{Text: s, At: at}} }
	para := func(list []doc.Inline, s *doc.Style) doc.Block { return &doc.Paragraph{Style: s, Inlines: list} }
	link := func(s string) doc.Block {
		return para([]doc.Inline{&doc.Link{URL: "https://example.org", Inlines: said(s)}}, bodyStyle)
	}
	look := *plainLook
	look.HasHeadFill = false
	table := func(header bool, cells ...doc.Cell) doc.Block {
		return &doc.Table{Columns: []doc.Column{{Header: header}, {}}, Style: &look, Body: []doc.Row{{Cells: cells}}, At: at}
	}
	filled := func(c doc.Cell) doc.Cell {
		c.Ink, c.Filled = 1, true
		return c
	}
	pale := func(size geom.Length, weight int) *doc.Style {
		return &doc.Style{Name: "pale", Families: family, Size: size, Leading: size * 3 / 2, Ink: 3, Weight: weight}
	}
	for _, c := range []struct {
		code      diag.Code
		bad, good doc.Block
	}{
		{"vague-link", link("Hier …"), link("Förderrichtlinie")},
		{"foreign-script", para(said("Herzlich добро пожаловать"), bodyStyle), para([]doc.Inline{&doc.Text{Text: "добро", Lang: "uk"}}, bodyStyle)},
		{"foreign-script", para([]doc.Inline{&doc.Text{Text: "добро", Lang: "fr", At: at}}, bodyStyle), para(said("π und Δt"), bodyStyle)},
		{"table-without-header", table(false, c("a"), c("b")), table(true, c("a"), c("b"))},
		{"colour-alone", table(true, c("a"), filled(doc.Cell{})), table(true, c("a"), filled(c("kritisch")))},
		{"low-contrast", para(said("blass"), pale(12*pt, 400)), para(said("blass"), pale(18*pt, 400))},
		{"low-contrast", para(said("blass"), pale(14*pt, 600)), para(said("blass"), pale(14*pt, 700))},
		{"low-contrast", &doc.Box{Fill: 4, Filled: true, Blocks: []doc.Block{para(said("dunkel"), bodyStyle)}},
			&doc.Box{Fill: 1, Filled: true, Blocks: []doc.Block{para(said("dunkel"), bodyStyle)}}},
	} {
		make := func(b doc.Block) *doc.Document {
			d := document(small(), []doc.Block{b})
			d.Palette = append(d.Palette, geom.Colour{Name: "pale", RGB: [3]uint8{0x90, 0x90, 0x90}}, geom.Colour{Name: "deep", RGB: [3]uint8{20, 30, 40}})
			return d
		}
		_, list := find(t_, make(c.bad), c.code)
		if len(list) != 1 || list[0].At != at {
			t_.Errorf("%s: %+v", c.code, list)
		}
		lay(t_, make(c.good))
	}
}
