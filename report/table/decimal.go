package table

import (
	"konzept/report/doc"
	"konzept/report/geom"
	"konzept/report/typeset"
)

// decimals is the widest part before and after the decimal comma in a column.
type decimals struct{ before, after geom.Length }

// add weighs one cell. Only a single paragraph of text stands at the comma.
func (d *decimals) add(set *typeset.Setter, c *doc.Cell, style *doc.Style) {
	if before, after, ok := set.Decimal(c, style); ok {
		d.before, d.after = max(d.before, before), max(d.after, after)
	}
}

// stand moves a cell's frame so that its comma stands where the column's does; the widest number ends at the right edge.
func (d *decimals) stand(set *typeset.Setter, f typeset.Frame, c *doc.Cell) typeset.Frame {
	before, _, ok := set.Decimal(c, f.Style)
	f.Aligned = true
	if !ok || d.before+d.after > f.Width {
		f.Align = doc.Right
		return f
	}
	f.Align = doc.Left
	return f.Inset(f.Width-d.before-d.after+d.before-before, 0)
}
