package galley

import (
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strings"
	"testing"

	"konzept/fonts"
	"konzept/report/doc"
	"konzept/report/geom"
	"konzept/report/internal/golden"
	"konzept/report/page"
	"konzept/report/picture"
	"konzept/report/text"
)

func TestMain(m *testing.M) { os.Exit(golden.Main(m, "*.txt")) }

const pt = geom.Pt

// mark is an item that tells which box it belongs to, by its ink.
func mark(n int) page.Item { return &page.Rect{Box: geom.Box{W: pt, H: pt}, Ink: geom.Ink(n)} }

// marked is a box of a height whose item has an ink.
func marked(n int, height geom.Length) Box { return Box{Height: height, Items: []page.Item{mark(n)}} }

// dump is a box as text.
func dump(t *testing.T, s *Box) string {
	t.Helper()
	var b strings.Builder
	if err := page.Dump(&b, &page.Document{Pages: []*page.Page{{Items: s.Items, Links: s.Links}}}); err != nil {
		t.Fatal(err)
	}
	_, items, _ := strings.Cut(b.String(), "\n")
	if x := s.Extras; x != nil {
		for _, m := range x.Targets {
			items += fmt.Sprintf("  target %s at %s\n", m.Anchor, m.Y)
		}
		for _, m := range x.Marginals {
			items += fmt.Sprintf("  marginal at %s\n", m.Y)
		}
		for _, n := range x.Bleeds {
			items += fmt.Sprintf("  bleed %s\n", n.Sides)
		}
		items += strings.Repeat("  note\n", len(x.Notes))
	}
	return items
}

// regions is a galley with a table in a box, a box that fills, and marks of all kinds.
func regions() *Galley {
	g := &Galley{}
	g.Add(marked(1, 10*pt))
	outer := g.Open(Region{Top: 3 * pt, Bottom: 5 * pt, Decoration: Decoration{X: 2 * pt, Width: 90 * pt, Fill: 9, Filled: true, Bleeds: geom.LeftSide, Frame: pt, Ink: 8, Bar: 2 * pt}})
	g.Space(4 * pt)
	g.Targets = append(g.Targets, Target{Anchor: "a"})
	g.Add(marked(2, 10*pt))
	inner := g.Open(Region{Head: []Box{marked(7, 6*pt), marked(6, 2*pt)}, HeadHeight: 8 * pt, Decoration: Decoration{X: 5 * pt, Width: 80 * pt, Frame: pt / 2, Lines: []geom.Length{40 * pt}}})
	g.Regions[inner].Overlays = []Overlay{{From: 2, To: 4, Items: []page.Item{mark(5), &page.Anchor{}}}}
	g.Add(marked(3, 10*pt))
	g.Space(pt)
	s := g.Add(Box{Height: 10 * pt, Items: []page.Item{&page.Picture{Box: geom.Box{W: 20 * pt, H: 10 * pt}, Picture: &picture.Picture{Name: "b", Width: 100, Height: 100, FocusX: 50, FocusY: 50}}}, Fill: true})
	s.Extend().Notes = []*Note{{Lines: []Box{{Height: 8 * pt}}}}
	g.Close(inner)
	thread := g.Open(Region{Decoration: Decoration{Lines: []geom.Length{3 * pt}, Thread: pt, Ink: 4}})
	s = g.Add(marked(4, 10*pt))
	s.Links = []*page.Link{{Box: geom.Box{W: 5 * pt, H: 5 * pt}, URL: "https://example.org"}}
	s.Extend().Marginals = []Marginal{{Y: pt}}
	g.Close(thread)
	g.Close(outer)
	g.Space(2 * pt)
	g.Add(marked(10, 10*pt))
	return g
}

// TestPiecesAreTheGolden: every piece of a galley with regions within regions, as it stands on a page of its own.
func TestPiecesAreTheGolden(t *testing.T) {
	var all strings.Builder
	n := len(regions().Boxes)
	for i := range n {
		for j := i; j <= n; j++ {
			g := regions()
			var dst Box
			before := g.PieceHeight(i, j)
			height := g.Place(&dst, i, j, 100*pt, 1000*pt, 90*pt)
			fmt.Fprintf(&all, "== %d to %d: %s, placed %s, %d items, notes %s\n%s", i, j, before, height, g.Count(i, j), g.noted(i, j), dump(t, &dst))
		}
	}
	golden.Compare(t, "pieces.txt", all.String())
}

// TestLinesKeepTheGrid in every piece, and a heading stays near the line below it.
func TestLinesKeepTheGrid(t *testing.T) {
	made := func() *Galley {
		g := &Galley{Grid: 14 * pt}
		g.Add(Box{Height: 14 * pt, OnGrid: true})
		g.Space(5 * pt)
		g.Add(marked(1, 20*pt))
		g.Bind(PenaltyStrand)
		g.Space(3 * pt)
		g.Add(marked(2, 9*pt))
		g.Bind(PenaltyStrand)
		g.Space(2 * pt)
		g.Add(Box{Height: 14 * pt, OnGrid: true, Items: []page.Item{mark(3)}})
		g.Space(pt)
		g.Add(Box{Height: 14 * pt, OnGrid: true, Items: []page.Item{mark(4)}})
		g.Add(marked(5, 9*pt))
		g.Bind(PenaltyStrand)
		g.Space(3 * pt)
		g.Add(marked(6, 9*pt))
		g.LeadIn()
		return g
	}
	var all strings.Builder
	for i := range 6 {
		g := made()
		var dst Box
		h := g.Place(&dst, i, 7, 0, 0, 0)
		fmt.Fprintf(&all, "== from %d: %s, keeps %t\n%s", i, h, g.Tail(i).KeepsGrid(), dump(t, &dst))
	}
	golden.Compare(t, "grid.txt", all.String())
	for y, want := range map[geom.Length]geom.Length{0: 0, 1: 14, 13: 14, 14: 14, 15: 28} {
		if got := UpTo(y, 14); got != want {
			t.Errorf("%d goes up to %d", y, got)
		}
	}
}

// cells of a row: lines of two heights, a box that no line parts, and one of nothing.
func cells(n int) []Cell {
	list := []Cell{
		{Galley: based(6, 10*pt), X: 2 * pt, Width: 30 * pt, Rows: 1},
		{Galley: based(4, 14*pt), X: 32 * pt, Left: 30 * pt, Width: 30 * pt, Fill: 3, Filled: true, Rows: 1},
		{Galley: &Galley{}, Left: 60 * pt, Elem: &page.Elem{Type: "TD"}},
		{Left: 70 * pt, Elem: &page.Elem{Type: "TD"}, Filled: true, Fill: 4},
		{Left: 80 * pt},
	}
	return list[:n]
}

// based is lines with baselines.
func based(n int, height geom.Length) *Galley {
	g := &Galley{}
	for i := range n {
		g.Bind(PenaltyLine)
		if i > 0 {
			g.Space(pt)
		}
		s := g.Add(marked(i+1, height))
		s.Base = height * 3 / 4
	}
	return g
}

// TestRowsAreTheGolden: what stands in one box, and how rows are cut that no page holds.
func TestRowsAreTheGolden(t *testing.T) {
	tall := func() []Cell {
		c := cells(2)
		c[1].Galley = &Galley{}
		c[1].Galley.Add(marked(9, 45*pt))
		return c
	}
	nested := func() []Cell {
		c := cells(2)
		n := c[0].Galley.Open(Region{Top: pt, Bottom: pt})
		c[0].Galley.Add(marked(11, 10*pt))
		c[0].Galley.Add(marked(12, 10*pt))
		c[0].Galley.Close(n)
		return c
	}
	var all strings.Builder
	for _, c := range []struct {
		name  string
		cells []Cell
		row   Row
	}{
		{"plain", cells(5), Row{Width: 100 * pt, MaxHeight: 500 * pt}},
		{"paddings, rule, fill", cells(4), Row{X: pt, Width: 100 * pt, Pad: 3 * pt, Rule: pt / 2, RuleInk: 8, Fill: 9, Filled: true, Above: true, MaxHeight: 500 * pt}},
		{"parts of rule and fill", cells(1), Row{Width: 100 * pt, Rule: pt, Filled: true, Stripes: [][2]geom.Length{{0, 10 * pt}, {20 * pt, 35 * pt}}, Ruled: [][2]geom.Length{{5 * pt, 50 * pt}}, MaxHeight: 500 * pt}},
		{"at least a height, tops level", cells(2), Row{Width: 100 * pt, Height: 99 * pt, OnTop: true, MaxHeight: 500 * pt}},
		{"as high as it may be", cells(2), Row{Width: 100 * pt, MaxHeight: 65 * pt}},
		{"a page ends within", cells(4), Row{Width: 100 * pt, Pad: 2 * pt, Rule: pt, Above: true, Filled: true, MaxHeight: 40 * pt}},
		{"cut anywhere", cells(2), Row{Width: 100 * pt, Split: doc.SplitAny, MaxHeight: 300 * pt}},
		{"a box in the way", tall(), Row{Width: 100 * pt, Split: doc.SplitAny, MaxHeight: 60 * pt}},
		{"regions in a cell", nested(), Row{Width: 100 * pt, Split: doc.SplitAny, MaxHeight: 90 * pt}},
		{"a mark without height between lines", marks(), Row{Width: 100 * pt, Split: doc.SplitAny, MaxHeight: 300 * pt}},
		{"nothing to cut", cells(0), Row{Width: 100 * pt, Split: doc.SplitAny, MaxHeight: pt}},
	} {
		g := &Galley{}
		g.AddRow(c.cells, &c.row)
		fmt.Fprintf(&all, "== %s: %s\n", c.name, RowHeight(c.cells, &c.row))
		for i := range g.Boxes {
			s := &g.Boxes[i]
			fmt.Fprintf(&all, "box %s base %s top %s bottom %s penalty %d\n%s", s.Height, s.Base, s.Top, s.Bottom, s.Penalty, dump(t, s))
		}
	}
	golden.Compare(t, "rows.txt", all.String())
}

// marks are cells of which one holds a box without height where the other has a line's edge.
func marks() []Cell {
	c := []Cell{{Galley: lines(3, 10*pt), Rows: 1}, {Galley: &Galley{}, X: 30 * pt, Rows: 1}}
	c[1].Galley.Add(marked(7, 10*pt))
	c[1].Galley.Add(marked(8, 0))
	c[1].Galley.Add(marked(9, 20*pt))
	return c
}

// note of so many lines of 8 pt, parted as a paragraph is.
func note(n int) *Note {
	g := &Galley{}
	for i := range n {
		if i == 1 || i == n-1 {
			g.Bind(PenaltyOrphan)
		} else if i > 0 {
			g.Bind(PenaltyLine)
		}
		g.Add(marked(i+1, 8*pt))
	}
	return &Note{Lines: g.Boxes}
}

// TestNotesAreTheGolden: how many lines of a note stand at the foot of a page, and where.
func TestNotesAreTheGolden(t *testing.T) {
	var all strings.Builder
	for _, lines := range []int{1, 2, 3, 4, 6} {
		for _, available := range []geom.Length{0, 15 * pt, 16 * pt, 24 * pt, 32 * pt, 40 * pt, 100 * pt} {
			var q NoteQueue
			q.Push(&Box{Extras: &Extras{Notes: []*Note{note(lines)}}})
			q.Push(&Box{})
			fmt.Fprintf(&all, "== %d lines into %s:", lines, available)
			for q.Height() > 0 {
				var dst Box
				q.Place(&dst, 5*pt, 300*pt, 200*pt, available)
				fmt.Fprintf(&all, " %d", len(dst.Items)-1)
				if available == 24*pt && lines == 4 {
					fmt.Fprintf(&all, "\n%s", dump(t, &dst))
				}
			}
			all.WriteByte('\n')
		}
	}
	golden.Compare(t, "notes.txt", all.String())
	for n, want := range map[int]int{1: 1, 2: 2, 3: 3, 4: 2, 6: 2} {
		if got := beginning(note(n).Lines); got != want {
			t.Errorf("of %d lines %d begin a note", n, got)
		}
	}

	g := lines(2, 10*pt)
	g.Boxes[0].Extend().Notes = []*Note{note(2)}
	if got := g.NotesHeight(0); got != 24*pt || g.NotesHeight(1) != 0 {
		t.Errorf("notes take %v, then %v", got, g.NotesHeight(1))
	}
	if q := (NoteQueue{lines: note(1).Lines}); g.FootArea(Span{From: 0, To: 1}, &q) != 32*pt {
		t.Errorf("the foot takes %v", g.FootArea(Span{From: 0, To: 1}, &q))
	}
	g.NotesBelow(30 * pt)
	if len(g.Boxes) != 4 || g.Height() != 20*pt+NoteGap+16*pt || g.NotesHeight(0) != 0 {
		t.Errorf("%d boxes, %v high", len(g.Boxes), g.Height())
	}
	if rule, ok := g.Boxes[2].Items[1].(*page.Rect); !ok || rule.Box != (geom.Box{Y: -NoteGap / 2, W: 30 * pt, H: pt / 2}) {
		t.Errorf("the rule is %+v", g.Boxes[2].Items[1])
	}
	g = lines(2, 10*pt)
	if g.NotesBelow(30 * pt); len(g.Boxes) != 2 {
		t.Error("a rule without notes")
	}
}

// TestCutsAreTheGolden: which boxes stand in which frame, by what a cut costs.
func TestCutsAreTheGolden(t *testing.T) {
	at := func(g *Galley, penalty int32, boxes ...int) *Galley {
		for _, k := range boxes {
			g.Boxes[k].Penalty = penalty
		}
		return g
	}
	noted := func(g *Galley, box, lines int) *Galley {
		g.Boxes[box].Extend().Notes = append(g.Boxes[box].Extend().Notes, note(lines))
		return g
	}
	filled := lines(12, 10*pt)
	filled.Boxes[3].Fill = true
	table := lines(14, 10*pt)
	n := table.Open(Region{})
	table.Regions[n].from, table.Regions[n].Top, table.Regions[n].Bottom, table.Regions[n].HeadHeight = 2, 2*pt, 3*pt, 10*pt
	table.Close(n)
	var all strings.Builder
	for _, c := range []struct {
		name string
		g    *Galley
		n    int
	}{
		{"lines", lines(25, 10*pt), 1}, {"a keep", at(lines(15, 10*pt), PenaltyKeep, 7, 8, 9, 10), 1}, {"all is kept", at(lines(15, 10*pt), PenaltyKeep, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14), 1},
		{"a hyphen at a page turn", at(lines(15, 10*pt), PenaltyHyphen, 10), 1}, {"a hyphen between columns", at(lines(15, 10*pt), PenaltyHyphen, 10), 2}, {"dear rows", at(lines(15, 10*pt), PenaltyAlone, 10), 1}, {"little on the last page", at(lines(11, 10*pt), PenaltyRow, 8), 1},
		{"notes", noted(noted(lines(15, 10*pt), 1, 2), 8, 3), 1}, {"a note that goes on", noted(lines(12, 10*pt), 8, 6), 1}, {"a note taller than pages", noted(lines(3, 10*pt), 1, 30), 1}, {"two notes of one line", noted(noted(lines(12, 10*pt), 7, 2), 7, 5), 1}, {"what fills", filled, 1}, {"a region", table, 1}, {"nothing", &Galley{}, 1},
	} {
		br := Breaker{Galley: c.g, PerPage: c.n, Available: func(frame int) geom.Length { return 100*pt - geom.Length(frame%2)*7*pt }}
		fmt.Fprintf(&all, "%s: ", c.name)
		for _, s := range br.Cut(func(int, doc.Side) int { return 0 }) {
			fmt.Fprintf(&all, " %d–%d", s.From, s.To)
			if s.Notes > 0 {
				fmt.Fprintf(&all, " with %s of notes", s.Notes)
			}
		}
		all.WriteByte('\n')
	}
	parted := lines(4, 10*pt)
	parted.Eject = true
	parted.Add(Box{Height: 10 * pt})
	for _, c := range []struct {
		name         string
		g            *Galley
		n            int
		first, whole geom.Length
	}{
		{"a page end within columns", parted, 2, 100 * pt, 100 * pt},
		{"columns", lines(9, 10*pt), 3, 100 * pt, 100 * pt}, {"columns of unlike lines", lines(10, 10*pt), 3, 100 * pt, 100 * pt}, {"little at first", lines(30, 10*pt), 2, 40 * pt, 100 * pt}, {"nothing at first", lines(30, 10*pt), 2, 5 * pt, 100 * pt},
		{"notes in columns", noted(lines(20, 10*pt), 2, 3), 2, 60 * pt, 100 * pt}, {"kept in columns", at(lines(12, 10*pt), PenaltyStrand, 5, 6, 7), 2, 100 * pt, 100 * pt}, {"no column holds it", lines(2, 300*pt), 2, 50 * pt, 100 * pt},
	} {
		fmt.Fprintf(&all, "%s:  %v\n", c.name, Balance(c.g, c.n, c.first, c.whole))
	}
	golden.Compare(t, "cuts.txt", all.String())
}

func TestWhatStaysWithTheNextBoxIsBound(t *testing.T) {
	g := lines(2, 10*pt)
	if g.Bound() != 0 {
		t.Errorf("nothing is bound by %v", g.Bound())
	}
	g.Space(3 * pt)
	g.Add(Box{Height: 20 * pt, Penalty: PenaltyLine})
	g.Bind(PenaltyStrand)
	g.Space(2 * pt)
	if got := g.Bound(); got != 22*pt {
		t.Errorf("a heading is bound by %v", got)
	}
	g.Add(Box{Height: 5 * pt})
	g.Add(Box{Height: 6 * pt, Penalty: PenaltyOrphan})
	g.Bind(PenaltyStrand)
	if got := g.Bound(); got != 20*pt+2*pt+5*pt+6*pt {
		t.Errorf("a heading and a caption of two lines are bound by %v", got)
	}
	g.Add(Box{Height: 7 * pt, Space: pt, Penalty: PenaltyOrphan})
	g.Bind(PenaltyStrand)
	if got, all := g.Bound(), 20*pt+2*pt+5*pt+6*pt+pt+7*pt; got != all {
		t.Errorf("with a further box that stays close %v, want %v", got, all)
	}
	g.Reset()
	if len(g.Boxes) != 0 || g.Penalty != 0 || g.Base() != 0 || g.Height() != 0 {
		t.Errorf("an empty galley is %+v", g)
	}
}

// TestBoxesTakeWhatWaits: white, penalty, targets and marginal notes whose first line stands on theirs.
func TestBoxesTakeWhatWaits(t *testing.T) {
	g := &Galley{}
	g.Eject = true
	first := g.Add(Box{})
	if first.Extras != nil || g.Eject {
		t.Error("a page break before the first box")
	}
	notes := &Note{Lines: []Box{{Height: pt}}}
	g.Marginals = []Marginal{{Content: Box{Base: 4 * pt, Extras: &Extras{Notes: []*Note{notes}}}}, {Content: Box{Base: 9 * pt}}, {}}
	g.Targets = []Target{{Anchor: "a"}}
	s := g.Add(Box{Base: 6 * pt, Extras: &Extras{Targets: []Target{{Anchor: "b"}}, Marginals: []Marginal{{Y: pt}}}})
	var ys []geom.Length
	for _, m := range s.Extras.Marginals {
		ys = append(ys, m.Y)
	}
	if !slices.Equal(ys, []geom.Length{2 * pt, 0, 0, pt}) {
		t.Errorf("marginal notes at %v", ys)
	}
	if len(s.Extras.Notes) != 1 || s.Extras.Marginals[0].Content.Extras.Notes != nil || s.Extras.Targets[0].Anchor != "a" || s.Extras.Targets[1].Anchor != "b" {
		t.Errorf("extras %+v", s.Extras)
	}
	g.Flush = true
	g.Space(9 * pt)
	if s := g.Add(Box{Space: 5 * pt}); s.Space != 0 {
		t.Errorf("white of %v", s.Space)
	}
	g.Space(9 * pt)
	g.FlushPending()
	if len(g.Boxes) != 3 || g.White != 9*pt {
		t.Error("a box for nothing")
	}
	g.Marginals = []Marginal{{}}
	g.FlushPending()
	if n := len(g.Boxes); n != 4 || g.White != 9*pt || g.Boxes[3].Penalty != PenaltyStrand || g.Boxes[3].Space != 0 {
		t.Errorf("%d boxes, white %v", n, g.White)
	}
	g.Keep(1, PenaltyKeep)
	if g.Boxes[1].Penalty == PenaltyKeep || g.Boxes[2].Penalty != PenaltyKeep || g.Boxes[3].Penalty != PenaltyStrand {
		t.Error("what is kept")
	}
}

func TestGroundsRunOverTheTrim(t *testing.T) {
	st := &doc.PageStyle{Size: geom.Size{W: 200 * pt, H: 300 * pt}, Top: 20 * pt, Bleed: 3 * pt}
	const end = 280 * pt
	all := geom.LeftSide | geom.RightSide | geom.TopSide | geom.BottomSide
	for _, c := range []struct {
		name  string
		box   geom.Box
		sides geom.Sides
		want  geom.Box
	}{
		{"left", geom.Box{X: 30 * pt, Y: 50 * pt, W: 100 * pt, H: 40 * pt}, geom.LeftSide, geom.Box{X: -3 * pt, Y: 50 * pt, W: 133 * pt, H: 40 * pt}},
		{"right", geom.Box{X: 30 * pt, Y: 50 * pt, W: 100 * pt, H: 40 * pt}, geom.RightSide, geom.Box{X: 30 * pt, Y: 50 * pt, W: 173 * pt, H: 40 * pt}},
		{"not first, not last", geom.Box{X: 30 * pt, Y: 22 * pt, W: 100 * pt, H: 256 * pt}, geom.TopSide | geom.BottomSide, geom.Box{X: 30 * pt, Y: 22 * pt, W: 100 * pt, H: 256 * pt}},
		{"first", geom.Box{X: 30 * pt, Y: 21 * pt, W: 100 * pt, H: 40 * pt}, geom.TopSide, geom.Box{X: 30 * pt, Y: -3 * pt, W: 100 * pt, H: 64 * pt}},
		{"last", geom.Box{X: 30 * pt, Y: 239 * pt, W: 100 * pt, H: 40 * pt}, geom.BottomSide, geom.Box{X: 30 * pt, Y: 239 * pt, W: 100 * pt, H: 64 * pt}},
		{"all", geom.Box{X: 20 * pt, Y: 20 * pt, W: 160 * pt, H: 260 * pt}, all, geom.Box{X: -3 * pt, Y: -3 * pt, W: 206 * pt, H: 306 * pt}},
	} {
		rect := &page.Rect{Box: c.box}
		p := &page.Picture{Box: c.box, Picture: &picture.Picture{Width: 100, Height: 100, FocusX: 50, FocusY: 50}}
		RunOver([]Bleed{{rect, c.sides}, {p, c.sides}}, st, end)
		if rect.Box != c.want || p.Box != c.want || p.Crop != Crop(p.Picture, geom.Size{W: c.want.W, H: c.want.H}) {
			t.Errorf("%s: %v, a picture %v, want %v", c.name, rect.Box, p.Box, c.want)
		}
	}
}

func TestPicturesAreCroppedAboutTheirFocus(t *testing.T) {
	for _, c := range []struct {
		focusX, focusY int
		size           geom.Size
		want           [4]int
	}{
		{50, 50, geom.Size{W: 200, H: 100}, [4]int{0, 0, 10000, 10000}}, {50, 50, geom.Size{W: 100, H: 100}, [4]int{2500, 0, 7500, 10000}}, {0, 50, geom.Size{W: 100, H: 100}, [4]int{0, 0, 5000, 10000}},
		{100, 50, geom.Size{W: 100, H: 100}, [4]int{5000, 0, 10000, 10000}}, {40, 50, geom.Size{W: 100, H: 100}, [4]int{1500, 0, 6500, 10000}}, {50, 50, geom.Size{W: 400, H: 100}, [4]int{0, 2500, 10000, 7500}}, {50, 90, geom.Size{W: 400, H: 100}, [4]int{0, 5000, 10000, 10000}},
	} {
		p := &picture.Picture{Width: 200, Height: 100, FocusX: c.focusX, FocusY: c.focusY}
		if got := Crop(p, geom.Size{W: c.size.W * pt, H: c.size.H * pt}); got != c.want {
			t.Errorf("%v about %d, %d: %v, want %v", c.size, c.focusX, c.focusY, got, c.want)
		}
	}
}

func TestItemsHaveBounds(t *testing.T) {
	shape := &page.Shape{}
	shape.Path.Rect(geom.Box{X: 3, Y: 4, W: 5, H: 6})
	box := geom.Box{X: 1, Y: 2, W: 3, H: 4}
	for _, c := range []struct {
		item page.Item
		want geom.Box
	}{
		{&page.Rect{Box: box}, box}, {&page.Picture{Box: box}, box}, {shape, geom.Box{X: 3, Y: 4, W: 5, H: 6}}, {&page.Shape{}, geom.Box{}}, {&page.Anchor{Y: 7}, geom.Box{Y: 7}}, {&page.Running{}, geom.Box{}},
	} {
		if got := Bounds(c.item); got != c.want || Inked(c.item) != c.want {
			t.Errorf("%T: %v", c.item, got)
		}
	}
	data, err := fs.ReadFile(fonts.FS(), "SourceSans3-Regular.ttf")
	if err != nil {
		t.Fatal(err)
	}
	face, err := text.Parse(data)
	if err != nil {
		t.Fatal(err)
	}
	words := &page.Text{X: 5 * pt, Y: 50 * pt, Run: text.Run{Face: face, Size: 10 * pt}}
	if got := Bounds(words); got != (geom.Box{X: 5 * pt, Y: 40 * pt, H: 12 * pt}) {
		t.Errorf("text in %v", got)
	}
	if got := Inked(words); got != (geom.Box{X: 5 * pt, Y: 43 * pt, H: 7 * pt}) {
		t.Errorf("capitals in %v", got)
	}
}
