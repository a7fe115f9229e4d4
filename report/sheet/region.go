package sheet

import (
	"cmp"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"

	"konzept/report/book"
)

// regions writes the grids of a sheet row by row.
func (w *writer) regions(t *tab, sw *excelize.StreamWriter) error {
	for _, sp := range t.spots {
		rw := &regionWriter{w: w, sp: sp, sw: sw, wraps: sp.wraps(), places: make([]int, len(sp.Columns))}
		for j := range sp.Columns {
			rw.places[j] = places(sp.Rows, sp.Total, j)
		}
		for _, step := range []func() error{rw.title, rw.keys, rw.head, rw.rows, rw.total} {
			if err := step(); err != nil {
				return err
			}
		}
	}
	return nil
}

// regionWriter writes one region.
type regionWriter struct {
	w      *writer
	sp     *spot
	sw     *excelize.StreamWriter
	places []int // decimals of the numbers of a column
	wraps  bool  // any column
}

// places is the most decimals that any number of a column shows.
func places(rows [][]book.Cell, total []book.Cell, col int) (n int) {
	for _, row := range append(slices.Clip(rows), total) {
		if col < len(row) && row[col].Kind == book.Number {
			n = max(n, row[col].Number.Places())
		}
	}
	return n
}

func (rw *regionWriter) title() error {
	if rw.sp.title == 0 {
		return nil
	}
	id, err := rw.w.styles.id(cellFormat{size: sizeRegion, bold: true, ink: rw.w.styles.rgb("accent"), middle: true})
	if err != nil {
		return err
	}
	return rw.sw.SetRow(cellName(1, rw.sp.title), []any{excelize.Cell{StyleID: id, Value: rw.sp.Title}}, excelize.RowOpts{Height: regionRow})
}

// keys writes the hidden row by which columns are found again.
func (rw *regionWriter) keys() error {
	if rw.sp.keys == 0 {
		return nil
	}
	row := make([]any, 0, rw.sp.width())
	for i := range rw.sp.Columns {
		row = append(row, rw.sp.Columns[i].Key)
	}
	return rw.sw.SetRow(cellName(1, rw.sp.keys), append(row, idKey+rw.sp.Name), excelize.RowOpts{Hidden: true})
}

// idKey begins the key of the hidden column of record ids; the region's name follows. idTitle is its header.
const (
	idKey   = "id:"
	idTitle = "id"
)

func (rw *regionWriter) head() error {
	if rw.sp.head == 0 {
		return nil
	}
	row := make([]any, 0, rw.sp.width())
	for i := range rw.sp.Columns {
		c := &rw.sp.Columns[i]
		side := cmp.Or(c.Align, align(c.Format))
		id, err := rw.w.styles.id(cellFormat{size: sizeCell, bold: true, ink: rw.w.styles.rgb("white"), fill: rw.w.styles.rgb("accent"), align: side, wrap: true, middle: !rw.sp.Filter})
		if err != nil {
			return err
		}
		row = append(row, excelize.Cell{StyleID: id, Value: headerText(rw.sp, i)})
	}
	if rw.sp.IDs != nil {
		row = append(row, idTitle)
	}
	return rw.sw.SetRow(cellName(1, rw.sp.head), row, excelize.RowOpts{Height: rw.sp.tab.height(rw.sp.head)})
}

// headerText is a column's title; a table needs each to be there and to differ from the others.
func headerText(sp *spot, i int) string {
	text := sp.Columns[i].Title
	if !sp.Filter {
		return text
	}
	text = cmp.Or(text, sp.Columns[i].Key, cellName(i+1, 1))
	for j := range i {
		if strings.EqualFold(sp.Columns[j].Title, text) {
			return text + " (" + cellName(i+1, 1) + ")"
		}
	}
	return text
}

func (rw *regionWriter) rows() error {
	buf := make([]any, rw.sp.width())
	for i := rw.sp.first; i <= rw.sp.last; i++ {
		var cells []book.Cell
		if k := i - rw.sp.first; k < len(rw.sp.Rows) {
			cells = rw.sp.Rows[k]
		}
		if err := rw.row(i, cells, buf, false); err != nil {
			return err
		}
	}
	return nil
}

func (rw *regionWriter) total() error {
	if rw.sp.total == 0 {
		return nil
	}
	return rw.row(rw.sp.total, rw.sp.Total, make([]any, rw.sp.width()), true)
}

func (rw *regionWriter) row(row int, cells []book.Cell, buf []any, total bool) error {
	clear(buf)
	for j := range rw.sp.Columns {
		var c book.Cell
		if j < len(cells) {
			c = cells[j]
		}
		v, err := rw.cell(row, j, c, total)
		if err != nil {
			return err
		}
		buf[j] = v
	}
	if rw.sp.IDs != nil && !total && row-rw.sp.first < len(rw.sp.IDs) {
		buf[len(rw.sp.Columns)] = rw.sp.IDs[row-rw.sp.first]
	}
	return rw.sw.SetRow(cellName(1, row), buf, excelize.RowOpts{Height: rw.sp.tab.height(row)})
}

// cell is a typed value in its style; a formula keeps its value beside it.
func (rw *regionWriter) cell(row, j int, c book.Cell, total bool) (excelize.Cell, error) {
	v := excelize.Cell{}
	switch c.Kind {
	case book.String:
		v.Value = c.Text
	case book.Number:
		v.Value = c.Number.Cell().Float()
	case book.Boolean:
		v.Value = c.Number.Sign() != 0
	}
	var err error
	if c.Formula != "" {
		if v.Formula, err = rw.w.plan.formula(c.Formula, rw.sp, row, j+1); err != nil {
			return v, err
		}
	}
	v.StyleID, err = rw.w.styles.id(rw.format(j, c, total))
	return v, err
}

func (rw *regionWriter) format(j int, c book.Cell, total bool) cellFormat {
	s, col := rw.w.styles, &rw.sp.Columns[j]
	format := cmp.Or(c.Format, col.Format)
	l := cellFormat{size: sizeCell, bold: c.Bold || total, middle: total || !rw.wraps, line: s.rgb("line"), wrap: col.Wrap, align: cmp.Or(col.Align, align(format)), number: s.number(format, rw.places[j])}
	if c.Format != "" && c.Format != col.Format {
		l.align = cmp.Or(col.Align, align(c.Format))
	}
	if c.Kind == book.Boolean || c.Kind == book.String && c.Formula != "" || c.Kind == book.String && format != book.FmtText && format != "" {
		l.number = ""
	}
	l.quote = c.Kind == book.String && c.Formula == "" && formulaLike(c.Text)
	l.fill = s.rgb(c.Fill)
	if c.Link != "" {
		l.ink, l.under = s.rgb("accent"), true
	}
	if total {
		l.line, l.thick = s.rgb("accent"), true
		return l
	}
	if col.Input {
		l.unlocked, l.sides = true, true
		l.fill = cmp.Or(l.fill, s.rgb("input"))
	}
	return l
}

// formulaLike tells whether a program might take typed-in text for a formula.
func formulaLike(s string) bool {
	return s != "" && slices.Contains([]byte("=+-@\t\r"), s[0])
}
