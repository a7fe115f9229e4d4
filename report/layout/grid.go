package layout

import (
	"konzept/report/doc"
	"konzept/report/geom"
)

// grid sets cells side by side without rules; they are read in their order.
func (b *builder) grid(g *galley, f frame, v *doc.Grid) {
	n := len(v.Columns)
	if n == 0 {
		for _, blocks := range v.Cells {
			b.blocks(g, f, blocks)
		}
		return
	}
	g.space(v.Before)
	xs, ws := b.gridColumns(f, v)
	for r := 0; r < len(v.Cells); r += n {
		if r > 0 {
			g.space(v.RowGap)
		}
		var cells []cell
		for i, blocks := range v.Cells[r:min(r+n, len(v.Cells))] {
			c := cell{g: b.take(), x: xs[i], rows: 1}
			in := frame{width: ws[i], sect: f.sect, style: f.style}
			if a := v.Columns[i].Align; a != doc.Left {
				in.align, in.aligned = a, true
			}
			b.blocks(c.g, in, blocks)
			c.g.flushMarks()
			cells = append(cells, c)
		}
		b.row(g, cells, &rowLook{x: f.x, width: f.width, room: b.unit.room(), onTop: true})
		for i := range cells {
			b.put(cells[i].g)
		}
		g.bind(costRow)
	}
	g.space(v.After)
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
