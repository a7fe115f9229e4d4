package compose

import (
	"slices"
	"strings"

	"konzept/report/doc"
)

// dropEmpty takes away the optional columns in which no row says anything. Tables whose cells span columns keep them all.
func (m *tableMaker) dropEmpty() {
	t := m.table
	for _, rows := range [][]doc.Row{t.Head, t.Body, t.Foot} {
		for i := range rows {
			if !rows[i].Label && len(rows[i].Cells) != len(t.Columns) {
				return
			}
		}
	}
	for i := len(t.Columns) - 1; i >= 0; i-- {
		if m.optional[i] && len(t.Columns) > 1 && m.says(t.Body, i) == 0 && m.says(t.Foot, i) == 0 {
			t.Columns = slices.Delete(t.Columns, i, i+1)
			for _, rows := range [][]doc.Row{t.Head, t.Body, t.Foot} {
				for k := range rows {
					if r := &rows[k]; r.Label {
						r.Cells[0].Cols--
					} else {
						r.Cells = slices.Delete(r.Cells, i, i+1)
					}
				}
			}
		}
	}
}

// says is how many rows say something in a column.
func (m *tableMaker) says(rows []doc.Row, column int) (n int) {
	for i := range rows {
		if !rows[i].Label && !m.vacant(rows[i].Cells[column].Blocks) {
			n++
		}
	}
	return n
}

// vacant tells whether blocks are nothing, or what is printed for nothing.
func (m *tableMaker) vacant(blocks []doc.Block) bool {
	for _, b := range blocks {
		p, ok := b.(*doc.Paragraph)
		if !ok {
			return false
		}
		if s := strings.TrimSpace(doc.Plain(p.Inlines)); s != "" && s != "–" && s != m.x.Labels["empty"] {
			return false
		}
	}
	return true
}
