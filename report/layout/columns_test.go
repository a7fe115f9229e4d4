package layout

import (
	"strings"
	"testing"

	"konzept/report/doc"
	"konzept/report/geom"
	"konzept/report/page"
)

// columnEnds is where the lines of a page's columns end: for each left edge the lowest baseline.
func columnEnds(pg *page.Page, edges ...geom.Length) []geom.Length {
	ends := make([]geom.Length, len(edges))
	each(pg.Items, func(it page.Item) {
		if r, ok := it.(*page.Text); ok && r.Elem != nil {
			for i, x := range edges {
				if r.X == x {
					ends[i] = max(ends[i], r.Y)
				}
			}
		}
	})
	return ends
}

// TestColumnsBeginBelowTheTextAndGoOn: they fill what the page has left, however long they are, and no heading is left alone.
func TestColumnsBeginBelowTheTextAndGoOn(t_ *testing.T) {
	for n := 1; n < 9; n++ {
		v := &doc.Columns{Count: 2, Gap: 10 * pt}
		for range 6 {
			v.Blocks = append(v.Blocks, p(lorem))
		}
		r := lay(t_, document(small(), []doc.Block{lines(n), h(2, "", "Spalten"), v, p("danach")}))
		for i, pg := range r.Pages {
			if text := spoken(pg); strings.HasSuffix(text, "Spalten") {
				t_.Errorf("after %d lines, page %d ends with the heading", n, i+1)
			}
		}
		first := 0
		if n > 4 { // a heading and a few lines have no room below
			first = 1
		}
		ends := columnEnds(r.Pages[first], 20*pt, 155*pt)
		for _, y := range ends {
			if room := small().Size.H - small().Bottom - y; room > 4*bodyStyle.Leading {
				t_.Errorf("after %d lines, a column leaves %s of page %d", n, room, first+1)
			}
		}
	}
}

// TestLastColumnsAreBalanced: whether a block asks for columns or the page has them.
func TestLastColumnsAreBalanced(t_ *testing.T) {
	st := *small()
	st.Columns, st.Gap = 2, 10*pt
	for name, d := range map[string]*doc.Document{
		"block": document(small(), []doc.Block{&doc.Columns{Count: 2, Gap: 10 * pt, Blocks: []doc.Block{lines(8)}}}),
		"page":  document(&st, []doc.Block{lines(8)}),
	} {
		ends := columnEnds(lay(t_, d).Pages[0], 20*pt, 155*pt)
		if ends[0] != ends[1] {
			t_.Errorf("%s: columns end at %v", name, ends)
		}
	}
}

// TestColumnsKeepRegister: their lines stand where those of the page do.
func TestColumnsKeepRegister(t_ *testing.T) {
	st := *small()
	st.Grid = bodyStyle.Leading
	r := lay(t_, document(&st, []doc.Block{p("oben"), h(2, "", "Spalten"), &doc.Columns{Count: 2, Gap: 10 * pt, Blocks: []doc.Block{p("eins"), p("zwei"), p("drei"), p("vier")}}, p("unten")}))
	want, seen := geom.Length(-1), 0
	each(r.Pages[0].Items, func(it page.Item) {
		if x, ok := it.(*page.Text); ok && x.Elem != nil && x.Elem.Type == "P" {
			if at := x.Y % st.Grid; want < 0 {
				want = at
			} else if at != want {
				t_.Errorf("%q stands %s off the grid", x.Run.Text, at-want)
			}
			seen++
		}
	})
	if seen != 6 {
		t_.Errorf("%d lines", seen)
	}
}

// TestColumnsThatBeginWithATableStayBelowTheText: their first set may be as high as its beginning needs.
func TestColumnsThatBeginWithATableStayBelowTheText(t_ *testing.T) {
	v := plainTable(9)
	v.Head = append(v.Head, row("1", "2"), row("3", "4"))
	r := lay(t_, document(small(), []doc.Block{lines(2), &doc.Columns{Count: 2, Gap: 10 * pt, Blocks: []doc.Block{v}}}))
	if !strings.Contains(spoken(r.Pages[0]), "Zeile mit") {
		t_.Errorf("the first page holds %q", spoken(r.Pages[0]))
	}
}

// TestColumnsAfterColumnsFindTheirPlace: the second ones begin where the first leave off, which is known only later.
func TestColumnsAfterColumnsFindTheirPlace(t_ *testing.T) {
	var blocks []doc.Block
	for n := range 4 {
		v := &doc.Columns{Count: 2, Gap: 10 * pt}
		for range 3 + n {
			v.Blocks = append(v.Blocks, p(lorem))
		}
		blocks = append(blocks, lines(2+n%2), v)
	}
	r := lay(t_, document(small(), blocks))
	for i, pg := range r.Pages[:len(r.Pages)-1] {
		low := geom.Length(0)
		for _, y := range columnEnds(pg, 20*pt, 155*pt) {
			low = max(low, y)
		}
		if room := small().Size.H - small().Bottom - low; room > 5*bodyStyle.Leading {
			t_.Errorf("page %d leaves %s", i+1, room)
		}
	}
}
