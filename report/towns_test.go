package report_test

import (
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"
	"unicode/utf8"

	"konzept/report"
	"konzept/report/diag"
	"konzept/report/geom"
	"konzept/report/internal/towndata"
	"konzept/report/page"
)

// townsTried is how many of the towns a test builds: a few, or as many as KONZEPT_TOWNS says. From 12 on they are spread
// over all, lest the same few be tried for ever.
func townsTried() []int {
	n := 6
	if s := os.Getenv("KONZEPT_TOWNS"); s != "" {
		n, _ = strconv.Atoi(s)
	}
	var list []int
	for i := range min(n, towndata.Towns) {
		list = append(list, i)
	}
	return list
}

// TestTownsArePrintedWell builds ordinary towns of every kind and judges findings and pages.
func TestTownsArePrintedWell(t *testing.T) {
	thorough(t)
	var sum fill
	for _, town := range append(towndata.Make(townsTried()...), towndata.Small()) {
		t.Run(town.Name, func(t *testing.T) {
			files := fstest.MapFS{}
			for name, data := range town.Files {
				files[name] = &fstest.MapFile{Data: data}
			}
			list, found, err := report.Lay(options(files))
			if err != nil {
				t.Fatal(err)
			}
			for _, f := range found {
				if diag.SeverityOf(f.Code) == diag.Error || strings.HasPrefix(f.At.File, "templates/") || slices.Contains(poorlySet, f.Code) {
					t.Errorf("%s in %s, page %d: %q", f.Code, f.At.File, f.Page, f.Args)
				}
			}
			if len(list) == 0 {
				t.Error("no document")
			}
			claimed(t, options(files))
			for _, d := range list {
				sum.add(pagesOf(t, d.Name, d.Pages.Compact()))
			}
		})
	}
	t.Logf("%d pages, %d under a third full, %d under half", sum.pages, sum.third, sum.half)
	if sum.third*100 > sum.pages*3 {
		t.Errorf("%d of %d pages are under a third full, 3 %% are allowed", sum.third, sum.pages)
	}
}

// claimed builds a project and asserts that all of it is written and keeps what it claims.
func claimed(t *testing.T, o report.Options) {
	t.Helper()
	o.First = true
	r, err := report.Build(o)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range r.Findings.Findings {
		if diag.SeverityOf(f.Code) == diag.Error || f.Code == "claim-withdrawn" {
			t.Errorf("%s: %q %v", f.Code, f.Args, f.Notes)
		}
	}
	if len(r.Outputs) == 0 {
		t.Error("nothing is written")
	}
}

// poorlySet are findings of layout that no ordinary town may cause.
var poorlySet = []diag.Code{"overfull-line", "word-torn", "page-overfull", "pages-unsettled", "group-too-tall", "row-too-tall", "low-contrast"}

// fill counts pages by how full they are.
type fill struct{ pages, third, half int }

func (f *fill) add(g fill) {
	f.pages, f.third, f.half = f.pages+g.pages, f.third+g.third, f.half+g.half
}

// pagesOf judges the pages of a document on screen.
func pagesOf(t *testing.T, name string, d *page.Document) (sum fill) {
	t.Helper()
	if len(d.Pages) > 1 {
		stranded(t, name, d)
	}
	heard(t, name, d)
	numbered(t, name, d)
	for n, p := range d.Pages {
		within := geom.Box{X: -p.Bleed, Y: -p.Bleed, W: p.Size.W + 2*p.Bleed, H: p.Size.H + 2*p.Bleed}
		for _, it := range p.Items {
			if b := extent(it); it.Element() != nil && !within.Contains(b) {
				t.Errorf("%s: %s on page %d stands at %v, off the page", name, path(it.Element()), n+1, b)
				break
			}
		}
		full := fullness(p)
		sum.pages++
		switch {
		case full == 0:
			t.Errorf("%s: page %d is blank", name, n+1)
		case full*3 < 1000:
			if sum.third++; n+1 < len(d.Pages) && !opens(d.Pages[n+1]) {
				t.Errorf("%s: page %d is only %d ‰ full, and its chapter goes on", name, n+1, full)
			}
		}
		if full*2 < 1000 {
			sum.half++
		}
	}
	return sum
}

// heard judges what is hard to follow by ear: tables within tables, and alternative texts that never end. Those of pictures
// are the town's own.
func heard(t *testing.T, name string, d *page.Document) {
	t.Helper()
	for _, e := range d.Elems {
		alt, caption := e.Details().Alt, ""
		for _, k := range e.Kids {
			if k.Elem != nil && k.Elem.Type == "Caption" {
				caption = wording(d, k.Elem)
			}
		}
		if n := utf8.RuneCountInString(alt) - utf8.RuneCountInString(caption); e.Type == "Figure" && n > 310 {
			t.Errorf("%s: an alternative text of %d letters: %q", name, n, alt)
		}
		for up := e.Parent; e.Type == "Table" && up != nil; up = up.Parent {
			if up.Type == "Table" {
				t.Errorf("%s: a table stands within a table: %s", name, path(e))
			}
		}
	}
}

// wording is the text of an element.
func wording(d *page.Document, e *page.Elem) (s string) {
	for _, p := range d.Pages {
		for _, it := range p.Items {
			if text, ok := it.(*page.Text); ok && text.Elem == e {
				s += text.Run.Text
			}
		}
	}
	return s
}

// extent is the box of an item, without the letters' own height, which may hang over.
func extent(it page.Item) geom.Box {
	switch it := it.(type) {
	case *page.Text:
		return geom.Box{X: it.X, Y: it.Y, W: it.Run.Width()}
	case *page.Rect:
		return it.Box
	case *page.Picture:
		return it.Box
	}
	return geom.Box{}
}

// fullness is how far down a page is printed on, in thousandths of the room between its running lines. What stands at
// its foot alone, such as a legend, does not count, but what fills it does.
func fullness(p *page.Page) int {
	top, bottom := p.Size.H*85/1000, p.Size.H*925/1000
	low := geom.Length(0)
	for _, it := range p.Items {
		b := extent(it)
		if it.Element() == nil || b.H == 0 && b.W == 0 {
			if r, ok := it.(*page.Rect); !ok || r.Box.H < geom.CM { // an area of colour is print as well
				continue
			}
		}
		if at := min(b.Y+b.H, bottom); at > low {
			low = at
		}
	}
	if low == 0 {
		return 0
	}
	return max(int(max(low-top, 0)*1000/(bottom-top)), 1)
}

// opens tells whether a page begins with a heading of the first level.
func opens(p *page.Page) bool {
	for _, it := range p.Items {
		if e := it.Element(); e != nil {
			return withinHeading(e, "H1") || strings.HasPrefix(firstHeading(p), "H1")
		}
	}
	return false
}

func withinHeading(e *page.Elem, kind string) bool {
	for ; e != nil; e = e.Parent {
		if e.Type == kind {
			return true
		}
	}
	return false
}

// firstHeading is the kind of the first heading among the first few items of a page: a sign or a line above it may
// belong to its chapter.
func firstHeading(p *page.Page) string {
	seen := 0
	for _, it := range p.Items {
		e := it.Element()
		if e == nil {
			continue
		}
		for x := e; x != nil; x = x.Parent {
			if len(x.Type) == 2 && x.Type[0] == 'H' {
				return x.Type
			}
		}
		if seen++; seen > 6 {
			return ""
		}
	}
	return ""
}

func TestTownsTryEveryPairOfValues(t *testing.T) {
	a, b := towndata.Make(7)[0], towndata.Make(7)[0]
	for name := range a.Files {
		if string(a.Files[name]) != string(b.Files[name]) {
			t.Errorf("%s differs from itself", name)
		}
	}
	names, seen := towndata.Names(), map[string]bool{}
	for _, name := range names {
		values := strings.Split(name, "-")[1:]
		for x := range values {
			for y := x + 1; y < len(values); y++ {
				seen[fmt.Sprintf("%d %d %s %s", x, y, values[x], values[y])] = true
			}
		}
	}
	if len(names) != towndata.Towns || names[7] != a.Name || len(seen) != towndata.Pairs() {
		t.Errorf("%d towns try %d of %d pairs", len(names), len(seen), towndata.Pairs())
	}
}

// numbered asserts that a document whose feet count pages counts them all.
func numbered(t *testing.T, name string, d *page.Document) {
	t.Helper()
	var with, without []int
	for n, p := range d.Pages {
		foot := ""
		for _, it := range p.Items {
			if r, ok := it.(*page.Running); ok && r.Kind == page.FooterArtifact {
				for _, of := range r.Of {
					if x, ok := of.(*page.Text); ok {
						foot += " " + x.Run.Text
					}
				}
			}
		}
		switch {
		case p.Label == "" || strings.Trim(p.Label, "0123456789ivxlc") != "": // a cover counts for itself
		case slices.Contains(strings.FieldsFunc(foot, func(r rune) bool { return r == ' ' || r == '\u00a0' || r == '/' }), p.Label):
			with = append(with, n+1)
		default:
			without = append(without, n+1)
		}
	}
	if 3*len(with) > len(d.Pages) && len(without) > 0 { // a few may but hold a figure that happens to be theirs
		t.Errorf("%s: the feet of pages %d lack the number that those of %d others have", name, without, len(with))
	}
}
