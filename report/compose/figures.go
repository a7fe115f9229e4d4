package compose

import (
	"konzept/report/doc"
	"konzept/report/eval"
	"konzept/report/template"
)

// openFigure is a cell that holds one number and nothing else, whose decimals the template leaves open.
type openFigure struct {
	eval.Figure
	text *doc.Text
}

// figure finds the number of a cell, for its column.
func (m *tableMaker) figure(c *context, d *template.Directive, cell *doc.Cell) {
	if len(cell.Blocks) != 1 || d.Rest.Only == nil {
		return
	}
	p, ok := cell.Blocks[0].(*doc.Paragraph)
	if !ok || len(p.Inlines) != 1 {
		return
	}
	text, ok := p.Inlines[0].(*doc.Text)
	if !ok {
		return
	}
	if f, ok := d.Rest.Only.Figure(c.frame); ok {
		m.open[&cell.Blocks[0]] = openFigure{f, text}
	}
}

// align writes the numbers of each column with as many decimals as the one that shows most.
func (m *tableMaker) align() {
	if len(m.open) == 0 {
		return
	}
	for _, figures := range m.columns() {
		most, least := 0, 0
		for i, f := range figures {
			n := f.Value.Places()
			if most = max(most, n); i == 0 || n < least {
				least = n
			}
		}
		for _, f := range figures {
			if most > least {
				f.text.Text = f.Write(most)
			}
		}
	}
}

// columns are the numbers by the columns in which they stand, sums with them.
func (m *tableMaker) columns() [][]openFigure {
	columns := make([][]openFigure, len(m.table.Columns))
	for _, rows := range [][]doc.Row{m.table.Body, m.table.Foot} {
		down := make([]int, len(columns)) // rows for which a cell from above still takes each column
		for _, r := range rows {
			at := 0
			for i := range r.Cells {
				c := &r.Cells[i]
				for at < len(columns) && down[at] > 0 {
					down[at]--
					at++
				}
				if at >= len(columns) {
					break
				}
				if len(c.Blocks) > 0 {
					if f, ok := m.open[&c.Blocks[0]]; ok {
						columns[at] = append(columns[at], f)
					}
				}
				for end := min(at+max(c.Cols, 1), len(columns)); at < end; at++ {
					down[at] = max(c.Rows, 1) - 1
				}
			}
			for ; at < len(columns); at++ {
				down[at] = max(down[at]-1, 0)
			}
		}
	}
	return columns
}
