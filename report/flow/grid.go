package flow

import (
	"konzept/report/doc"
	"konzept/report/galley"
	"konzept/report/geom"
	"konzept/report/page"
	"konzept/report/table"
	"konzept/report/typeset"
)

// grid sets cells side by side without rules; they are read in their order.
func (b *Builder) grid(g *galley.Galley, f typeset.Frame, v *doc.Grid) {
	n := len(v.Columns)
	if n == 0 {
		for _, blocks := range v.Cells {
			b.Blocks(g, f, blocks)
		}
		return
	}
	g.Space(v.Before)
	xs, ws := b.gridColumns(f, v)
	list := b.gridList(f, v)
	for r := 0; r < len(v.Cells); r += n {
		if r > 0 {
			g.Space(v.RowGap)
		}
		var cells []galley.Cell
		var item gridItem
		if list != nil {
			item = b.gridItem(list, n)
		}
		for i, blocks := range v.Cells[r:min(r+n, len(v.Cells))] {
			c := galley.Cell{Galley: b.Set.TakeGalley(), X: xs[i], Rows: 1}
			in := typeset.Frame{Width: ws[i], Sect: f.Sect, Style: f.Style}
			if a := v.Columns[i].Align; a != doc.Left {
				in.Align, in.Aligned = a, true
			}
			switch {
			case item.body == nil:
				b.Blocks(c.Galley, in, blocks)
				c.Galley.FlushPending()
			case i == 0 && item.label != nil:
				b.tables.CellBlocks(c.Galley, in.Under(item.label), blocks, item.label)
			default:
				b.Blocks(c.Galley, in.Under(item.body), blocks)
				c.Galley.FlushPending()
			}
			cells = append(cells, c)
		}
		g.AddRow(cells, &galley.Row{X: f.X, Width: f.Width, MaxHeight: b.area.PageHeight(), OnTop: true})
		for i := range cells {
			b.Set.GiveGalley(cells[i].Galley)
		}
		g.Bind(galley.PenaltyRow)
	}
	g.Space(v.After)
}

// gridList is the element of a grid whose rows are items; nil: the grid is none.
func (b *Builder) gridList(f typeset.Frame, v *doc.Grid) *page.Elem {
	if !v.List {
		return nil
	}
	e := b.Set.Elem("L", f.Parent())
	if e != nil {
		e.Detail().Numbering = "None"
	}
	return e
}

// gridItem is what a row of a list holds: its label, unless there is but one column, and its body.
type gridItem struct{ label, body *page.Elem }

func (b *Builder) gridItem(list *page.Elem, columns int) (i gridItem) {
	li := b.Set.Elem("LI", list)
	if columns > 1 {
		i.label = b.Set.Elem("Lbl", li)
	}
	i.body = b.Set.Elem("LBody", li)
	return i
}

// gridColumns is where the columns begin and how wide they are.
func (b *Builder) gridColumns(f typeset.Frame, v *doc.Grid) (xs, ws []geom.Length) {
	n := len(v.Columns)
	gap := min(max(v.Gap, 0), f.Width/geom.Length(2*n))
	need := make([]typeset.Extent, n)
	for i, blocks := range v.Cells {
		if c := v.Columns[i%n]; c.Width == 0 && c.Share == 0 {
			e := b.tables.Extent(blocks, f.Style)
			need[i%n].Min, need[i%n].Max = max(need[i%n].Min, e.Min), max(need[i%n].Max, e.Max)
		}
	}
	ws = table.Widths(v.Columns, need, f.Width-geom.Length(n-1)*gap)
	x := f.X
	for _, w := range ws {
		xs = append(xs, x)
		x += w + gap
	}
	return xs, ws
}
