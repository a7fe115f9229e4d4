package page

import (
	"fmt"
	"strings"
	"testing"
)

// tree writes the structure tree with its marks: "P#0" is a mark of page 1, "P#1.0" one of page 2.
func tree(e *Elem) string {
	var s []string
	for _, k := range e.Kids {
		switch {
		case k.Elem != nil:
			s = append(s, tree(k.Elem))
		case k.Link != nil:
			s = append(s, "link")
		case k.Page == 0:
			s = append(s, fmt.Sprintf("#%d", k.MCID))
		default:
			s = append(s, fmt.Sprintf("#%d.%d", k.Page, k.MCID))
		}
	}
	return e.Type + "(" + strings.Join(s, " ") + ")"
}

func TestTagFollowsTheReadingOrder(t *testing.T) {
	text := func(e *Elem) Item { return &Text{Elem: e} }
	for _, c := range []struct {
		what string
		make func() [][]Item
		want string
	}{
		{"lines of an element share a mark", func() [][]Item {
			p := &Elem{Type: "P"}
			return [][]Item{{text(p), text(p)}}
		}, "Document(P(#0))"},
		{"an artifact between them ends the mark", func() [][]Item {
			p := &Elem{Type: "P"}
			return [][]Item{{text(p), &Rect{}, text(p)}}
		}, "Document(P(#0 #1))"},
		{"an anchor between them does not", func() [][]Item {
			p := &Elem{Type: "P"}
			return [][]Item{{text(p), &Anchor{}, text(p)}}
		}, "Document(P(#0))"},
		{"an element goes on after a child", func() [][]Item {
			p := &Elem{Type: "P"}
			return [][]Item{{text(p), text(&Elem{Type: "Span", Parent: p}), text(p)}}
		}, "Document(P(#0 Span(#1) #2))"},
		{"an element goes on on the next page", func() [][]Item {
			p := &Elem{Type: "P"}
			return [][]Item{{text(p)}, {text(p)}}
		}, "Document(P(#0 #1.0))"},
		{"empty cells keep their places", func() [][]Item {
			tr := &Elem{Type: "TR"}
			return [][]Item{{
				&Anchor{Elem: &Elem{Type: "A", Parent: tr}}, text(&Elem{Type: "B", Parent: tr}),
				&Anchor{Elem: &Elem{Type: "C", Parent: tr}}, text(&Elem{Type: "D", Parent: tr}), &Anchor{Elem: &Elem{Type: "E", Parent: tr}},
			}}
		}, "Document(TR(A() B(#0) C() D(#1) E()))"},
		{"parents are hung up once", func() [][]Item {
			l := &Elem{Type: "L"}
			return [][]Item{{text(&Elem{Type: "LI", Parent: l}), &Running{}, text(&Elem{Type: "LI", Parent: l})}}
		}, "Document(L(LI(#0) LI(#1)))"},
		{"nothing but anchors", func() [][]Item { return [][]Item{{&Anchor{}, &Anchor{Elem: &Elem{Type: "TD"}}}} }, "Document(TD())"},
	} {
		d := &Document{}
		for _, items := range c.make() {
			d.Pages = append(d.Pages, &Page{Items: items})
		}
		d.Tag()
		d.Tag()
		if got := tree(d.Root); got != c.want {
			t.Errorf("%s: got %s, want %s", c.what, got, c.want)
		}
		for i, e := range d.Elems {
			if e.Index != i {
				t.Errorf("%s: element %d says that it is %d", c.what, i, e.Index)
			}
		}
	}
}

func TestGroupsHoldEveryItemOnceInOrder(t *testing.T) {
	a, b := &Elem{Type: "A"}, &Elem{Type: "B"}
	kinds := []func() Item{
		func() Item { return &Text{Elem: a} }, func() Item { return &Text{Elem: b} },
		func() Item { return &Rect{} }, func() Item { return &Anchor{Elem: a} },
	}
	for n := range 4 * 4 * 4 * 4 * 4 {
		p := &Page{}
		for v, i := n, 0; i < 5; i++ {
			p.Items = append(p.Items, kinds[v%4]())
			v /= 4
		}
		var got []Item
		for e, items := range p.Groups() {
			for _, it := range items {
				if _, anchor := it.(*Anchor); !anchor && it.Element() != e {
					t.Fatalf("%d: an item of another element in the group", n)
				}
			}
			got = append(got, items...)
		}
		if len(got) != len(p.Items) {
			t.Fatalf("%d: %d items of %d", n, len(got), len(p.Items))
		}
		for i := range got {
			if got[i] != p.Items[i] {
				t.Fatalf("%d: item %d is out of order", n, i)
			}
		}
	}
}
