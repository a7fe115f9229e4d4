package poster

import (
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"konzept/report/compose"
	"konzept/report/design"
	"konzept/report/diag"
	"konzept/report/doc"
	"konzept/report/geom"
	"konzept/report/internal/smalltown"
	"konzept/report/template"
)

const posterTemplate = `for: f in fields
name: "plakat-{{ f.id }}"
title: "{{ f.title }}"
styles: {huge: {extends: body, size: 40pt, leading: 44pt}}
colours: {accent: "{{ f.code == '2' ? 'tint' : '' }}"}
formats: {A3: {size: A3, scale: 100}, A1: {size: A1, scale: 200}}
grid: {columns: 2, rows: 4, margin: 10mm, gap: 4mm}
rules: {largest: [title]}
areas:
  - {name: ground, at: "1-2 / 1", bleed: [left, right, top], fill: accent, content: ""}
  - {name: title, at: "1 / 2-3", pad: 2mm, smallest: 50, largest: 150, align: middle, style: huge, content: "{{ f.title }}"}
  - {name: code, at: "2 / 4", align: bottom, content: "::qr https://example.org/{{ f.id }} size=30mm"}
  - {name: none, at: "1 / 4", content: "{{ f.symbol }}"}
`

// made are the posters of a template, with other files beside it and over it.
func made(t *testing.T, poster, format string, more map[string]string, own fstest.MapFS) ([]*doc.Document, *diag.List) {
	t.Helper()
	var out diag.List
	files := fstest.MapFS{"posters/p.yaml": {Data: []byte(poster)}, "design/base.yaml": {Data: []byte(smalltown.Design)}, "labels/de.yaml": {Data: []byte(smalltown.Labels)}}
	for name, s := range more {
		files[name] = &fstest.MapFile{Data: []byte(s)}
	}
	var project fs.FS // no interface around nothing
	if own != nil {
		project = own
	}
	s := template.New(files, project, compose.Directives(), &out)
	designs := design.New(s)
	j := compose.Job{Job: design.Job{Target: "test", Template: "p", Report: smalltown.Report(t, smalltown.Data), Lang: "de", Date: smalltown.Date, Edition: "screen", Format: format}}
	return Make(s, designs, compose.New(s, designs), j, &out), &out
}

func TestPostersAreOneARecord(t *testing.T) {
	docs, out := made(t, posterTemplate, "A3", nil, nil)
	if len(docs) != 2 || len(out.Findings) > 0 {
		t.Fatalf("%d posters, findings %v", len(docs), out.Findings)
	}
	first, second := docs[0].Posters[0], docs[1].Posters[0]
	if first.Name != "plakat-F1" || second.Title != "Arbeit & Beruf" || docs[1].Title != second.Title {
		t.Errorf("names %q, title %q", first.Name, second.Title)
	}
	if len(first.Areas) != 3 || first.Areas[1].Name != "title" || first.Largest[0] != "title" {
		t.Errorf("areas %+v", first.Areas)
	}
	if a := first.Areas[1]; !a.Middle || a.Smallest != 50 || a.Largest != 150 || a.Blocks[0].(*doc.Paragraph).Style.Size != 40*geom.Pt {
		t.Errorf("title %+v", a)
	}
}

func TestPosterColoursFollowTheRecord(t *testing.T) {
	docs, _ := made(t, posterTemplate, "A3", nil, nil)
	if docs[0].Palette[1].RGB != [3]uint8{0, 0x33, 0x66} || docs[1].Palette[1].RGB != [3]uint8{0xee, 0xee, 0xee} || docs[1].Palette[1].Name != "accent" {
		t.Errorf("palettes %v and %v", docs[0].Palette, docs[1].Palette)
	}
}

// near compares with whole millimetres, which are no whole units.
func near(l geom.Length, mm geom.Length) bool {
	off := l - mm*geom.MM
	return -geom.Pt/100 < off && off < geom.Pt/100
}

func TestPosterGroundsReachTheBleed(t *testing.T) {
	docs, _ := made(t, posterTemplate, "A3", nil, nil)
	p := docs[0].Posters[0]
	a := p.Areas[0]
	if b := a.Bleeds; !near(b.Top, 13) || !near(b.Right, 13) || !near(b.Left, 13) || b.Bottom != 0 || !a.Filled {
		t.Errorf("bleeds %v", a.Bleeds)
	}
	if !near(a.Box.X, 10) || !near(a.Box.Right(), 287) {
		t.Errorf("box %v", a.Box)
	}
}

func TestLargePosterIsTheSmallOneScaled(t *testing.T) {
	small, _ := made(t, posterTemplate, "A3", nil, nil)
	large, _ := made(t, posterTemplate, "A1", nil, nil)
	a, b := small[0].Posters[0], large[0].Posters[0]
	if b.Size.W != 594*geom.MM || b.Bleed != a.Bleed || len(a.Areas) != len(b.Areas) {
		t.Fatalf("size %v, bleed %v", b.Size, b.Bleed)
	}
	x, y := a.Areas[1], b.Areas[1]
	if y.Pad.Top != 2*x.Pad.Top || y.Box.X != 2*x.Box.X || y.Blocks[0].(*doc.Paragraph).Style.Size != 80*geom.Pt {
		t.Errorf("areas %+v and %+v", x, y)
	}
	if f := b.Areas[2].Blocks[0].(*doc.Figure); !near(f.Width, 60) {
		t.Errorf("code %v", f.Width)
	}
}

func TestPosterStylesGoUnderAndOverTheDesign(t *testing.T) {
	under := "styles: {small: {size: 99pt}, extra: {extends: body, size: 31pt}}\n"
	template := "design: looks\nformats: {A3: {}}\ngrid: {columns: 1, rows: 1}\nareas:\n  - {name: a, at: \"1 / 1\", content: \"{.extra}\\neins\\n\\n{.small}\\nzwei\"}\n"
	d, out := made(t, template, "A3", map[string]string{"design/looks.yaml": under}, nil)
	if len(d) != 1 || len(out.Findings) > 0 {
		t.Fatalf("findings %v", out.Findings)
	}
	b := d[0].Posters[0].Areas[0].Blocks
	if one, two := b[0].(*doc.Paragraph).Style, b[1].(*doc.Paragraph).Style; one.Size != 31*geom.Pt || two.Size != 8*geom.Pt {
		t.Errorf("sizes %v and %v: the project's design goes before the poster's", one.Size, two.Size)
	}
}

func TestFaultyPostersAreFindings(t *testing.T) {
	area := "areas:\n  - {name: a, at: \"1 / 1\", content: x}\n"
	for name, c := range map[string]struct{ template, want string }{
		"unknown format":   {"formats: {A2: {}}\n" + area, "poster-format A3|A2"},
		"unknown key":      {"farbe: rot\n" + area, "poster-key farbe|"},
		"outside the grid": {"grid: {columns: 2}\nareas:\n  - {name: a, at: \"1-3 / 1\"}\n", "poster-area 1-3 / 1|2 × 17"},
		"backwards":        {"areas:\n  - {name: a, at: \"3-1 / 1\"}\n", "poster-area 3-1 / 1|"},
		"no place":         {"areas:\n  - {name: a}\n", "poster-area |12 × 17"},
		"no areas":         {"title: x\n", "poster-empty "},
		"not a length":     {"bleed: breit\n" + area, "poster-value bleed|"},
		"not an align":     {"areas:\n  - {name: a, at: \"1 / 1\", align: links, content: x}\n", "poster-value align|"},
		"not a side":       {"areas:\n  - {name: a, at: \"1 / 1\", bleed: [unten], content: x}\n", "poster-value bleed|"},
		"unknown largest":  {"rules: {largest: [titel]}\n" + area, "poster-value rules.largest|"},
		"unknown ink":      {"areas:\n  - {name: a, at: \"1 / 1\", fill: lila}\n", "unknown-ink lila|"},
		"bad loop":         {"for: fields\n" + area, "bad-loop "},
	} {
		_, out := made(t, c.template, "A3", nil, nil)
		if len(out.Findings) != 1 {
			t.Errorf("%s: findings %v", name, out.Findings)
			continue
		}
		f := out.Findings[0]
		if got := string(f.Code) + " " + strings.Join(f.Args, "|"); !strings.HasPrefix(got, c.want) || !f.At.Known() {
			t.Errorf("%s: found %q at %v, want %q", name, got, f.At, c.want)
		}
	}
}

// TestThePostersOwnDesignIsAboveTheProjects: what the project itself wrote for its posters holds, below it the project's
// design, below that the built-in one of the poster.
func TestThePostersOwnDesignIsAboveTheProjects(t *testing.T) {
	template := "design: mine\nformats: {A3: {}}\ngrid: {columns: 1, rows: 1}\nareas:\n  - {name: a, at: \"1 / 1\", content: \"{.extra}\\neins\"}\n"
	looks := "styles: {extra: {extends: body, size: 31pt}}\n"
	own := fstest.MapFS{"design/mine.yaml": {Data: []byte("extends: looks\nfonts: {body: [Hausschrift]}\n")}}
	docs, out := made(t, template, "A3", map[string]string{"design/looks.yaml": looks}, own)
	if len(docs) != 1 || len(out.Findings) > 0 {
		t.Fatalf("%d posters, findings %v", len(docs), out.Findings)
	}
	style := docs[0].Posters[0].Areas[0].Blocks[0].(*doc.Paragraph).Style
	if style.Size != 31*geom.Pt || style.Families[0] != "Hausschrift" {
		t.Errorf("size %v of %q", style.Size, style.Families)
	}
}

const growing = `for: f in fields
name: "{{ f.id }}"
title: "{{ f.title }}"
let:
  first: '{{ f.code == "1" }}'
formats: {A3: {size: A3, scale: 100}}
grid: {columns: 2, rows: 4, margin: 10mm, gap: 0mm}
areas:
  - {name: a, at: '1-2 / 1-{{ first ? 3 : 1 }}', largest: '{{ first ? 150 : 90 }}', align: '{{ first ? "bottom" : "top" }}', fill: '{{ first ? "accent" : "" }}', content: x}
  - {name: b, at: '{{ first ? "" : "1 / 4" }}', content: y}
`

func TestAreasOfAPosterMayDependOnTheRecord(t *testing.T) {
	docs, out := made(t, growing, "A3", nil, nil)
	if len(docs) != 2 || len(out.Findings) > 0 {
		t.Fatalf("%d posters, findings %v", len(docs), out.Findings)
	}
	one, two := docs[0].Posters[0].Areas, docs[1].Posters[0].Areas
	if len(one) != 1 || one[0].Largest != 150 || !one[0].Bottom || !one[0].Filled {
		t.Errorf("first %+v", one)
	}
	if len(two) != 2 || two[0].Largest != 90 || two[0].Bottom || two[0].Filled || two[0].Box.H >= one[0].Box.H {
		t.Errorf("second %+v", two)
	}
}
