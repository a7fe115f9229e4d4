package galley

import (
	"slices"
	"testing"

	"konzept/report/doc"
	"konzept/report/geom"
	"konzept/report/page"
)

// lines is a galley of n boxes of a height; each cut costs a line's penalty.
func lines(n int, height geom.Length) *Galley {
	g := &Galley{}
	for range n {
		g.Bind(PenaltyLine)
		g.Add(Box{Height: height})
	}
	return g
}

func cut(g *Galley, available geom.Length) []Span {
	br := Breaker{Galley: g, PerPage: 1, Available: func(int) geom.Length { return available }}
	return br.Cut(func(int, doc.Side) int { return 0 })
}

func TestFramesAreFilledInOrder(t *testing.T) {
	got := cut(lines(25, 10*geom.Pt), 100*geom.Pt)
	want := []Span{{From: 0, To: 10}, {From: 10, To: 20}, {From: 20, To: 25}}
	if !slices.Equal(got, want) {
		t.Errorf("cut at %v", got)
	}
}

// TestWhatMustNotBeCutMovesOn: the last line before a page end takes a stranded head along to the next page.
func TestWhatMustNotBeCutMovesOn(t *testing.T) {
	g := lines(12, 10*geom.Pt)
	g.Boxes[10].Penalty = PenaltyStrand // box 9 is a heading
	if got := cut(g, 100*geom.Pt); len(got) != 2 || got[0].To != 9 {
		t.Errorf("cut at %v", got)
	}
}

func TestWhatNoFrameHoldsRunsOverAlone(t *testing.T) {
	g := lines(3, 10*geom.Pt)
	g.Boxes[1].Height = 500 * geom.Pt
	want := []Span{{From: 0, To: 1}, {From: 1, To: 2}, {From: 2, To: 3}}
	if got := cut(g, 100*geom.Pt); !slices.Equal(got, want) {
		t.Errorf("cut at %v", got)
	}
}

func TestForcedBreaksAskForTheirSide(t *testing.T) {
	g := lines(2, 10*geom.Pt)
	g.Eject, g.Start = true, doc.RightSide
	g.Add(Box{Height: 10 * geom.Pt})
	br := Breaker{Galley: g, PerPage: 1, Available: func(int) geom.Length { return 100 * geom.Pt }}
	var asked []doc.Side
	got := br.Cut(func(frame int, start doc.Side) int { asked = append(asked, start); return frame })
	want := []Span{{From: 0, To: 2}, {From: 2, To: 2, Blank: true}, {From: 2, To: 3}}
	if !slices.Equal(got, want) || !slices.Equal(asked, []doc.Side{doc.RightSide}) {
		t.Errorf("cut at %v, asked for %v", got, asked)
	}
}

func TestColumnsAreLevelled(t *testing.T) {
	if got := Balance(lines(9, 10*geom.Pt), 3, 100*geom.Pt, 100*geom.Pt); len(got) != 3 || got[0].To != 3 || got[1].To != 6 {
		t.Errorf("cut at %v", got)
	}
}

// TestARegionCutRepeatsItsHead: the rest of a table on a further page begins with its head, as an artifact.
func TestARegionCutRepeatsItsHead(t *testing.T) {
	head := Box{Height: 10 * geom.Pt, Items: []page.Item{&page.Rect{Box: geom.Box{W: geom.Pt, H: geom.Pt}}}}
	g := &Galley{}
	n := g.Open(Region{Head: []Box{head}, HeadHeight: 10 * geom.Pt})
	for range 4 {
		g.Add(Box{Height: 10 * geom.Pt})
	}
	g.Close(n)
	var dst Box
	if h := g.Place(&dst, 2, 4, 0, 0, 0); h != 30*geom.Pt {
		t.Errorf("two boxes and a head are %v high", h)
	}
	if len(dst.Items) != 1 {
		t.Fatalf("%d items", len(dst.Items))
	}
	if r, ok := dst.Items[0].(*page.Running); !ok || r.Kind != page.PaginationArtifact {
		t.Errorf("the head is %T", dst.Items[0])
	}
}

// TestRowsAreCutWhereNoCellIsInTheWay: cells of lines of one height part between lines, and nothing is lost.
func TestRowsAreCutWhereNoCellIsInTheWay(t *testing.T) {
	cells := []Cell{{Galley: lines(6, 10*geom.Pt), Rows: 1}, {Galley: lines(4, 10*geom.Pt), Rows: 1}}
	g := &Galley{}
	g.AddRow(cells, &Row{Width: 100 * geom.Pt, MaxHeight: 30 * geom.Pt})
	if len(g.Boxes) != 6 || g.Height() != 60*geom.Pt {
		t.Errorf("%d boxes, %v high", len(g.Boxes), g.Height())
	}
}

func TestNotesTakeTheRoomBelow(t *testing.T) {
	g := lines(10, 10*geom.Pt)
	g.Boxes[2].Extend().Notes = []*Note{{Lines: []Box{{Height: 8 * geom.Pt}}}}
	if got := cut(g, 100*geom.Pt); len(got) != 2 || got[0].To != 8 { // 84 of 100 pt hold lines
		t.Errorf("cut at %v", got)
	}
}
