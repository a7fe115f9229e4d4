package doc

// Misfilled is the first row whose cells do not fill a table's columns, with how many its cells fill and how many were free for
// them, counting cells that reach down from above; nil if all rows do.
func Misfilled(rows []Row, columns int) (row *Row, filled, free int) {
	down := make([]int, columns) // rows for which a cell from above still takes each column
	for n := range rows {
		filled, free = 0, 0
		for i := range down {
			if down[i]--; down[i] < 0 {
				free++
			}
		}
		i := 0
		for _, c := range rows[n].Cells {
			for i < columns && down[i] >= 0 {
				i++
			}
			filled += max(c.Cols, 1)
			for end := min(i+max(c.Cols, 1), columns); i < end; i++ {
				down[i] = max(c.Rows, 1) - 1
			}
		}
		if filled != free {
			return &rows[n], filled, free
		}
	}
	return nil, 0, 0
}
