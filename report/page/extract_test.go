package page

import (
	"slices"
	"testing"

	"konzept/report/geom"
)

// three is a document of three pages; the section "b" runs from the second to the third.
func three() *Document {
	root := &Elem{Type: "Document"}
	a, b := &Elem{Type: "Sect", Parent: root}, &Elem{Type: "Sect", Parent: root}
	p := func(parent *Elem) *Elem { return &Elem{Type: "P", Parent: parent} }
	link := &Elem{Type: "Link", Parent: b}
	d := &Document{Root: root, Pages: []*Page{
		{Label: "1", Items: []Item{&Rect{Elem: p(a)}}},
		{Label: "2", Items: []Item{&Rect{Elem: p(b)}}},
		{Label: "3", Items: []Item{&Rect{Elem: p(b)}, &Rect{Elem: link}}, Links: []*Link{{Dest: "a", Elem: link}}},
	}, Dests: []Dest{{Name: "a", Elem: a}, {Name: "b", Page: 1, Elem: b, Y: geom.Pt}}, Outline: []Bookmark{{Title: "A"}, {Title: "B", Page: 1}}}
	d.Tag()
	return d
}

func TestHoldingFollowsASectionOverPages(t *testing.T) {
	d := three()
	if got := d.Holding([]string{"b"}); !slices.Equal(got, []int{1, 2}) {
		t.Errorf("b stands on %v, want [1 2]", got)
	}
	if got := d.Holding([]string{"nowhere"}); got != nil {
		t.Errorf("nowhere stands on %v", got)
	}
}

func TestExtractKeepsFoliosAndDropsWhatLeadsAway(t *testing.T) {
	d := three()
	x := d.Extract(d.Holding([]string{"b"}))
	if len(x.Pages) != 2 || x.Pages[0].Label != "2" || x.Pages[1].Label != "3" {
		t.Fatalf("pages %v", x.Pages)
	}
	if len(x.Pages[1].Links) != 0 || len(x.Dests) != 1 || x.Dests[0].Page != 0 || len(x.Outline) != 1 || x.Outline[0].Title != "B" {
		t.Errorf("links %v, dests %v, outline %v", x.Pages[1].Links, x.Dests, x.Outline)
	}
	if len(x.Root.Kids) != 1 || len(x.Root.Kids[0].Elem.Kids) != 3 {
		t.Errorf("the tree holds more or less than section b")
	}
	for _, e := range x.Elems {
		if e.Type == "Link" {
			t.Error("a link without its destination is still a Link")
		}
	}
}

func TestExtractedHeadingsBeginWithH1(t *testing.T) {
	d := three()
	sect := d.Dests[1].Elem
	for _, level := range []string{"H3", "H4", "H3"} {
		d.Pages[1].Items = append(d.Pages[1].Items, &Rect{Elem: &Elem{Type: level, Parent: sect}})
	}
	var got []string
	for _, k := range d.Extract([]int{1}).Root.Kids[0].Elem.Kids {
		got = append(got, k.Elem.Type)
	}
	if !slices.Equal(got, []string{"P", "H1", "H2", "H1"}) {
		t.Errorf("found %v", got)
	}
}
