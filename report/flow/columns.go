package flow

import (
	"konzept/report/doc"
	"konzept/report/galley"
	"konzept/report/geom"
	"konzept/report/typeset"
)

// columns sets blocks in balanced columns. They begin where the text above ends; what that page cannot hold goes on in
// further sets of columns.
func (b *Builder) columns(g *galley.Galley, f typeset.Frame, v *doc.Columns) {
	white := b.styles.Styled(f.Style).Leading / 2
	g.Space(white)
	b.inColumns(g, f, v.Count, v.Gap, func(sub *galley.Galley, in typeset.Frame) { b.Blocks(sub, in, v.Blocks) })
	g.Space(white)
}

// inColumns sets what collect adds in n columns.
func (b *Builder) inColumns(g *galley.Galley, f typeset.Frame, n int, gap geom.Length, collect func(*galley.Galley, typeset.Frame)) {
	n = min(max(n, 1), 12)
	gap = min(max(gap, 0), f.Width/geom.Length(2*n))
	width := (f.Width - geom.Length(n-1)*gap) / geom.Length(n)
	sub := b.Set.TakeGalley()
	in := f
	in.X, in.Width = 0, max(width, geom.Pt)
	collect(sub, in)
	sub.FlushPending()
	ongrid := g.Grid > 0 && sub.KeepsGrid()
	if ongrid {
		sub.Grid = g.Grid
		sub.LeadIn()
	}
	frames := b.flow(g, sub, n)
	for i := 0; i < len(frames); i += n {
		s := galley.Box{OnGrid: ongrid}
		for k, sp := range frames[i:min(i+n, len(frames))] {
			x := f.X + geom.Length(k)*(width+gap)
			s.Height = max(s.Height, sub.Place(&s, sp.From, sp.To, x, 0, 0))
		}
		g.Add(s)
	}
	b.Set.GiveGalley(sub)
}

// ColumnStart is a place in a unit's galley where columns begin. How high their first set may be depends on where that place
// comes to stand, which is known once the galley is cut: then it is collected again.
type ColumnStart struct {
	Box   int
	First geom.Length // what the first set was given
}

// flowLines is how many lines of room columns take for granted before they know better.
const flowLines = 4

// flow notes that columns begin here and cuts them into sets. Within cells nothing is known of the page; there a set takes
// a part of it. Before the first cut columns make do with a few lines, or with as many as their beginning needs.
func (b *Builder) flow(g, sub *galley.Galley, n int) []galley.Span {
	if g != b.main {
		return galley.Balance(sub, n, b.area.PageHeight()/2, b.area.PageHeight()/2)
	}
	available := b.area.PageHeight()
	for i := range g.Regions {
		if r := &g.Regions[i]; r.To < 0 { // the columns stand within it
			available -= r.Top + r.Bottom + r.HeadHeight
		}
	}
	available = max(available, geom.Pt)
	first := flowLines * b.styles.Styled(nil).Leading
	if k := len(b.Starts); k < len(b.ColumnHeights) {
		first = b.ColumnHeights[k]
	} else {
		for first < available && galley.Level(sub, n, first) == nil {
			if _, fits := sub.FirstSet(n, first); fits {
				break
			}
			first *= 2
		}
	}
	b.Starts = append(b.Starts, ColumnStart{len(g.Boxes), first})
	return galley.Balance(sub, n, first, available)
}
