package compose

import (
	"strings"
	"testing"

	"konzept/report/diag"
	"konzept/report/doc"
	"konzept/report/geom"
	"konzept/report/internal/smalltown"
)

// What shows a record's colour shows the same one.
func TestARecordsColourIsTheSameEverywhere(t *testing.T) {
	const template = `::: for f in fields
::: chapter accent={{ f.colour }}
# {{ f.title }} {style=h1}
::: box fill={{ f.colour }}
x
:::
::rule ink=accent
::meter percent=50
::: bars
::bar "a" value={{ 1 }} series="s"
:::
::: bars
::bar "a" value={{ 1 }} series="s" ink={{ f.colour }}
:::
::: table look=own
::col "A"
::: row
::cell b
:::
:::
:::
:::`
	design := smalltown.Design + "  own: {style: cell, head_fill: accent}\ncharts: [accent]\nseries: [f1]\n"
	design = strings.Replace(design, "  h1: {extends: body}", "  h1: {extends: body, ink: accent}", 1)
	design = strings.Replace(design, "fonts:", "  - {name: f1, rgb: \"#660000\"}\nfonts:", 1)
	var out diag.List
	s := loadSet(templates(template, map[string]string{"design/base.yaml": design}), nil, &out)
	d := s.Document(testJob(smalltown.Report(t, "project:\n  title: Konzept\n  design: base\n  municipality: {name: Stadt X}\nfields:\n  - {id: F0, code: \"0\", title: Feld}\n  - {id: F1, code: \"1\", title: Feld, colour: \"#004400\"}\n")), &out)
	if len(out.Findings) > 0 {
		t.Fatal(out.Findings)
	}
	for i, want := range []string{"f1", "#004400"} {
		var got []string
		say := func(ink geom.Ink) { got = append(got, d.Palette.At(ink).Name) }
		for _, b := range d.Chapters[i].Blocks {
			switch b := b.(type) {
			case *doc.Heading:
				say(b.Style.Ink)
			case *doc.Box:
				say(b.Fill)
			case *doc.Rule:
				say(b.Ink)
			case *doc.Table:
				say(b.Style.HeadFill)
			case *doc.Figure:
				switch v := b.Drawing.(type) {
				case *doc.Meter:
					say(v.Ink)
				case *doc.Bars:
					say(v.Series[0].Ink)
				}
			}
		}
		if strings.Join(got, " ") != strings.TrimSuffix(strings.Repeat(want+" ", 7), " ") {
			t.Errorf("field %d: %q, want %s", i, got, want)
		}
	}
}
