package layout

import (
	"konzept/report/doc"
	"konzept/report/galley"
	"konzept/report/geom"
	"konzept/report/page"
)

// grid sets cells side by side without rules; they are read in their order.
func (b *builder) grid(g *galley.Galley, f frame, v *doc.Grid) {
	n := len(v.Columns)
	if n == 0 {
		for _, blocks := range v.Cells {
			b.blocks(g, f, blocks)
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
			c := galley.Cell{Galley: b.take(), X: xs[i], Rows: 1}
			in := frame{width: ws[i], sect: f.sect, style: f.style}
			if a := v.Columns[i].Align; a != doc.Left {
				in.align, in.aligned = a, true
			}
			switch {
			case item.body == nil:
				b.blocks(c.Galley, in, blocks)
				c.Galley.FlushMarks()
			case i == 0 && item.label != nil:
				b.cellBlocks(c.Galley, in.under(item.label), blocks, item.label)
			default:
				b.blocks(c.Galley, in.under(item.body), blocks)
				c.Galley.FlushMarks()
			}
			cells = append(cells, c)
		}
		g.AddRow(cells, &galley.Row{X: f.x, Width: f.width, Room: b.unit.room(), OnTop: true})
		for i := range cells {
			b.put(cells[i].Galley)
		}
		g.Bind(galley.PenaltyRow)
	}
	g.Space(v.After)
}

// gridList is the element of a grid whose rows are items; nil: the grid is none.
func (b *builder) gridList(f frame, v *doc.Grid) *page.Elem {
	if !v.List {
		return nil
	}
	e := b.elem("L", f.parent())
	if e != nil {
		e.Detail().Numbering = "None"
	}
	return e
}

// gridItem is what a row of a list holds: its label, unless there is but one column, and its body.
type gridItem struct{ label, body *page.Elem }

func (b *builder) gridItem(list *page.Elem, columns int) (i gridItem) {
	li := b.elem("LI", list)
	if columns > 1 {
		i.label = b.elem("Lbl", li)
	}
	i.body = b.elem("LBody", li)
	return i
}

// gridColumns is where the columns begin and how wide they are.
func (b *builder) gridColumns(f frame, v *doc.Grid) (xs, ws []geom.Length) {
	n := len(v.Columns)
	gap := min(max(v.Gap, 0), f.width/geom.Length(2*n))
	need := make([]reach, n)
	for i, blocks := range v.Cells {
		if c := v.Columns[i%n]; c.Width == 0 && c.Share == 0 {
			e := b.reachBlocks(blocks, f.style)
			need[i%n].narrow, need[i%n].wide = max(need[i%n].narrow, e.narrow), max(need[i%n].wide, e.wide)
		}
	}
	ws = widths(v.Columns, need, f.width-geom.Length(n-1)*gap)
	x := f.x
	for _, w := range ws {
		xs = append(xs, x)
		x += w + gap
	}
	return xs, ws
}
