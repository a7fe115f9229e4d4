package report_test

import (
	"bytes"
	"image"
	"image/color"
	"image/jpeg"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"konzept/report"
	"konzept/report/diag"
	"konzept/report/verify"
)

// flyer is a poster with what print shops object to: small type, hairlines, a coarse picture, an area that ends at the
// trim, a colour with too much ink.
const flyer = `design: base
name: flyer
title: Faltblatt
bleed: 3mm
grid: {columns: 12, rows: 12, margin: 10mm, gap: 4mm}
styles:
  light: {font: body, size: 12pt, leading: 15pt, ink: white, align: left}
  tiny: {font: body, size: 5pt, leading: 7pt, ink: text, align: left}
areas:
  - {name: deep, at: "1-6 / 1-2", fill: deep, style: light, content: "Farbe"}
  - {name: edge, at: "1-12 / 12", bleed: [left, right, bottom], fill: spot, style: light, content: "Fuß"}
  - {name: photo, at: "7-12 / 1-4", bleed: [right, top], content: "::picture {{ project.cover }} cover bare"}
  - {name: words, at: "1-6 / 5-8", style: tiny, content: "Winzig\n\n::rule weight=0.1pt"}
`

// photograph is a small JPEG in colours.
func photograph(t testing.TB) []byte {
	m := image.NewRGBA(image.Rect(0, 0, 200, 150))
	for i := range 200 * 150 {
		m.SetRGBA(i%200, i/200, color.RGBA{uint8(i % 200), uint8(i / 200), 90, 255})
	}
	var b bytes.Buffer
	if err := jpeg.Encode(&b, m, nil); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// printed builds the flyer for a print shop; more are further files of the project.
func printed(t testing.TB, output string, more map[string]string) *report.Result {
	t.Helper()
	project := fstest.MapFS{
		"data/konzept.yaml": {Data: []byte("project:\n  title: Faltblatt\n  report_date: 2024-06-30\n  state: Entwurf\n  municipality: {name: Stadt X}\n  cover: c\n" +
			"  outputs:\n    - {target: posters, template: posters/p.yaml, file: Faltblatt, formats: [A3], editions: [print]" + output + "}\n" +
			"pictures:\n  - {id: c, file: bilder/c.jpg, alt: Verlauf, credit: X, licence: CC0}\n")},
		"data/bilder/c.jpg":        {Data: photograph(t)},
		"templates/posters/p.yaml": {Data: []byte(flyer)},
		"templates/design/base.yaml": {Data: []byte("colours:\n  - {name: deep, rgb: \"#001122\", cmyk: [100, 90, 80, 70]}\n" +
			"  - {name: spot, rgb: \"#118833\", cmyk: [90, 0, 100, 10], spot: HKS 54 K}\n" +
			"  - {name: idle, rgb: \"#118833\", cmyk: [90, 0, 100, 10], spot: HKS 99 K}\n")},
	}
	for name, data := range more {
		project[name] = &fstest.MapFile{Data: []byte(data)}
	}
	r, err := report.Build(options(project))
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// said are the codes of a build's findings, each once, sorted.
func said(r *report.Result) string {
	var codes []string
	for _, f := range r.Findings.Findings {
		codes = append(codes, string(f.Code))
	}
	slices.Sort(codes)
	return strings.Join(slices.Compact(codes), " ")
}

func TestEveryObjectionOfAPrintShopIsFound(t *testing.T) {
	for _, c := range []struct{ name, output, want string }{
		{"default shop", "", "press-hairline press-ink press-ppi press-type"},
		{"paper", ", paper: ungestrichen", "paper-mismatch press-hairline press-ink press-ppi press-type"},
		{"unknown shop", ", shop: ofset-coated", "coarse-picture unknown-shop"},
		{"without its profile", ", shop: offset-uncoated, paper: ungestrichen", "press-hairline press-ink press-ppi press-type shop-profile-missing"},
		{"own keys", ", shop: own", "press-hairline press-ppi"},
	} {
		r := printed(t, c.output, map[string]string{"templates/shops/own.yaml": "extends: offset-coated\nink: 390\ntype: 4pt\n"})
		if got := said(r); got != c.want {
			t.Errorf("%s: found %q, want %q", c.name, got, c.want)
		}
		for _, f := range r.Findings.Findings {
			if f.Code == "press-ppi" && (f.At.File != "data/konzept.yaml" || f.Page != 1 || f.Args[2] != "26") {
				t.Errorf("%s: %+v", c.name, f)
			}
		}
	}
}

func TestAreaThatEndsAtTheTrimIsFound(t *testing.T) {
	for _, c := range []struct {
		bleed string
		found bool
	}{{"", true}, {"bleed: [left, right], ", true}, {"bleed: [left, right, bottom, top], ", false}} {
		r := printed(t, "", map[string]string{"templates/posters/p.yaml": "design: base\nname: flyer\ngrid: {columns: 1, rows: 1, margin: 0}\nareas:\n  - {name: all, at: \"1 / 1\", " +
			c.bleed + "fill: spot, content: \"Text\"}\n"})
		if got := strings.Contains(said(r), "press-bleed"); got != c.found {
			t.Errorf("bleed %q: found %v", c.bleed, got)
		}
	}
}

func TestBadShopsAreFindings(t *testing.T) {
	for _, c := range []struct{ yaml, want string }{
		{"extends: offset-coated\nmarken: true\n", "unknown-shop-key"},
		{"extends: offset-coated\nstandard: X-5\n", "bad-value"},
		{"extends: offset-coated\nink: 3000\n", "bad-value"},
		{"extends: offset-coated\nbleed: breit\n", "bad-value"},
		{"extends: offset-coated\nbleed: 99mm\n", "bad-value"},
		{"extends: offset-coated\nrich: [1, 2, 3]\n", "bad-value"},
		{"extends: offset-coated\nmarks: vielleicht\n", "bad-value"},
		{"extends: offset-coated\nprofile: kein.icc\n", "bad-profile"},
		{"extends: bad\n", "extends-cycle"},
	} {
		r := printed(t, ", shop: bad", map[string]string{"templates/shops/bad.yaml": c.yaml, "profiles/kein.icc": "kein Profil"})
		if got := said(r); !strings.Contains(got, c.want) || len(r.Outputs) > 0 {
			t.Errorf("%q: found %q and %d files, want %s", c.yaml, got, len(r.Outputs), c.want)
		}
	}
}

func TestBuiltInShopsReadWithoutAFault(t *testing.T) {
	for _, shop := range []string{"offset-coated", "offset-uncoated", "digital", "online-x3", "x1a-newspaper", "large-format"} {
		r := printed(t, ", shop: "+shop, nil)
		for _, f := range r.Findings.Findings {
			if diag.SeverityOf(f.Code) == diag.Error {
				t.Errorf("%s: %s %q", shop, f.Code, f.Args)
			}
		}
		if len(r.Outputs) != 2 {
			t.Errorf("%s: %d files", shop, len(r.Outputs))
		}
	}
}

// TestShopDecidesStandardBoxesAndName looks at the finished file.
func TestShopDecidesStandardBoxesAndName(t *testing.T) {
	for _, c := range []struct {
		shop, name, claim, version string
		bleed                      float64 // in millimetres
		marks                      bool
	}{
		{"offset-coated", "Faltblatt-flyer_A3_2024-06-30-Druck.pdf", "PDF/X-4", "1.6", 3, true},
		{"large-format", "Faltblatt-flyer_A3_2024-06-30-Druck.pdf", "PDF/X-4", "1.6", 5, false},
		{"online-x3", "Faltblatt-flyer_A3_2024-06-30-Druck.pdf", "PDF/X-3:2003", "1.4", 2, false},
		{"x1a-newspaper", "Faltblatt-flyer_A3_2024-06-30-Druck.pdf", "PDF/X-1a:2003", "1.4", 3, true},
		{"own", "Faltblatt-flyer Entwurf own-Druck.pdf", "PDF/X-4", "1.6", 3, true},
	} {
		r := printed(t, ", shop: "+c.shop, map[string]string{"templates/shops/own.yaml": "extends: offset-coated\nfile: \"{job} {state} {shop}\"\n"})
		o := output(t, r, c.name)
		in := inspect(t, o)
		if got := strings.Join(in.Claims, " "); got != c.claim || in.Version != c.version {
			t.Errorf("%s: claims %q in PDF %s", c.shop, got, in.Version)
		}
		p := in.Pages[0]
		if got := (p.Trim[0] - p.Bleed[0]) * 25.4 / 72; got < c.bleed-0.01 || got > c.bleed+0.01 {
			t.Errorf("%s: bleed %.2f mm", c.shop, got)
		}
		if got := p.Bleed[0] > p.Media[0]; got != c.marks {
			t.Errorf("%s: room for marks %v", c.shop, got)
		}
	}
}

func TestPressSheetSaysWhatTheFileIs(t *testing.T) {
	r := printed(t, "", nil)
	file := output(t, r, "Faltblatt-flyer_A3_2024-06-30-Druck.pdf")
	sheet := inspect(t, output(t, r, "Druckdatenblatt_Faltblatt-flyer_A3_2024-06-30.pdf"))
	if len(sheet.Pages) != 1 || strings.Join(sheet.Claims, " ") != "PDF/UA-1 PDF/A-2a" {
		t.Errorf("%d pages, claims %v", len(sheet.Pages), sheet.Claims)
	}
	all := text(sheet)
	for _, want := range []string{file.File, file.SHA256()[:32], file.SHA256()[32:], "PDF/X-4", "A3 · 297 × 420 mm", "3 mm", "Sonderfarben: HKS 54 K", "FOGRA39 · FOGRA39L Coated", "erlaubt 300 %",
		"26 ppi · data/bilder/c.jpg", "SourceSans3-Regular", "offset-coated"} {
		if !strings.Contains(all, want) {
			t.Errorf("the sheet does not say %q:\n%s", want, all)
		}
	}
	if strings.Contains(all, "HKS 99 K") || bytes.Contains(file.Data, []byte("HKS#2099")) {
		t.Error("a spot colour that nothing is painted in has a plate")
	}
}

func TestPrintFilesOfOneBuildShareConvertedPictures(t *testing.T) {
	r := printed(t, "", nil)
	a := output(t, r, "Faltblatt-flyer_A3_2024-06-30-Druck.pdf")
	if b := output(t, printed(t, "", nil), a.File); !bytes.Equal(a.Data, b.Data) {
		t.Error("two builds differ")
	}
	if _, err := verify.Inspect(a.Data); err != nil {
		t.Error(err)
	}
}

// TestSheetCountsBlackOnTopOfColours: black text overprints, so that its ink adds to the ground's.
func TestSheetCountsBlackOnTopOfColours(t *testing.T) {
	for _, c := range []struct{ ink, want string }{{"text", "270"}, {"white", "180"}} {
		r := printed(t, "", map[string]string{
			"templates/posters/p.yaml": "design: base\nname: flyer\ngrid: {columns: 1, rows: 1, margin: 0}\nstyles:\n  words: {font: body, size: 12pt, leading: 15pt, ink: " + c.ink +
				", align: left}\nareas:\n  - {name: all, at: \"1 / 1\", bleed: [left, right, bottom, top], fill: ground, style: words, content: \"Text\"}\n",
			"templates/design/base.yaml": "colours:\n  - {name: ground, rgb: \"#118833\", cmyk: [80, 30, 60, 10]}\n",
		})
		sheet := text(inspect(t, output(t, r, "Druckdatenblatt_Faltblatt-flyer_A3_2024-06-30.pdf")))
		if !strings.Contains(sheet, "Farbauftrag "+c.want) {
			t.Errorf("%s: the sheet does not say %s %%:\n%s", c.ink, c.want, sheet)
		}
	}
}
