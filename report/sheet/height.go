package sheet

import (
	"strings"

	"konzept/report/book"
)

// Heights of rows in points.
const (
	bareRow   = 15.0 // of rows that hold nothing: Normal's own
	plainRow  = 17.0 // of rows with one line
	titleRow  = 27.0
	standRow  = 15.0
	regionRow = 20.0
	lineStep  = 13.0 // of one more line at the cells' size
	tallest   = 408.0
	growing   = 0.5 // marks for parts a height that may change when the row's text does
)

// stack computes the height of every row, for the charts beside them, for page breaks, and because a program that opens the
// file trusts the heights it finds.
func (t *tab) stack() {
	t.heights = make([]float64, t.lastRow+1)
	set := func(row int, h float64) {
		if row > 0 && row < len(t.heights) {
			t.heights[row] = h
		}
	}
	for row := range t.heights {
		t.heights[row] = bareRow
	}
	set(1, titleRow)
	set(t.stand, standRow)
	set(t.note, 3+lineStep*float64(t.noteLines()))
	for _, sp := range t.spots {
		set(sp.title, regionRow)
		set(sp.keys, 0)
		set(sp.head, sp.headHeight())
		for i := sp.first; i <= sp.last; i++ {
			var cells []book.Cell
			if k := i - sp.first; k < len(sp.Rows) {
				cells = sp.Rows[k]
			}
			set(i, sp.rowHeight(cells))
		}
		set(sp.total, plainRow)
	}
}

// height is a row's height; below the regions rows are bare.
func (t *tab) height(row int) float64 {
	if row < len(t.heights) {
		return t.heights[row]
	}
	return bareRow
}

// reach is the row in which something as high as so many points ends if it begins at a row.
func (t *tab) reach(row int, points float64) int {
	for ; points > t.height(row); row++ {
		points -= t.height(row)
	}
	return row
}

// shown tells whether column i is seen: a hidden one, unless another region of the sheet shows it, has no width that text
// could break at.
func (sp *spot) shown(i int) bool { return sp.tab.widths[i] > 0 }

// wraps tells whether any column of the region does.
func (sp *spot) wraps() bool {
	for i := range sp.Columns {
		if sp.Columns[i].Wrap && sp.shown(i) {
			return true
		}
	}
	return false
}

func (sp *spot) rowHeight(cells []book.Cell) float64 {
	if !sp.wraps() {
		return plainRow
	}
	lines := 1
	for j := range cells {
		if j < len(sp.Columns) && sp.Columns[j].Wrap && sp.shown(j) && cells[j].Kind == book.String {
			lines = max(lines, wrapped(cells[j].Text, sp.tab.widths[j]))
		}
	}
	return min(4+lineStep*float64(lines), tallest) + growing
}

// headHeight makes room for titles that break and, in tables, for the filter button, which would cover right-aligned ones.
func (sp *spot) headHeight() float64 {
	lines := 1
	for i := range sp.Columns {
		if sp.shown(i) {
			lines = max(lines, wrapped(headerText(sp, i), sp.tab.widths[i]-1))
		}
	}
	height := 6 + lineStep*float64(lines)
	if sp.Filter {
		height += 9
	}
	return height
}

// noteCols spans the note over columns of up to 150 characters, so that lines stay readable.
func (t *tab) noteCols() int {
	sum := 0
	for i, n := range t.widths {
		if sum += n; sum > 150 && i > 0 {
			return i
		}
	}
	return len(t.widths)
}

// noteLines estimates the lines of the note: merged cells do not grow by themselves.
func (t *tab) noteLines() int {
	width := 0
	for _, n := range t.widths[:t.noteCols()] {
		width += n
	}
	return wrapped(t.Note, max(width, 20))
}

// wrapped estimates the lines that a text takes in a column, broken at spaces and hyphens. Letters at the cells' size are a
// fifth narrower than the digits that widths are counted in.
func wrapped(text string, width int) int {
	width = max(width*6/5, 1)
	lines := 0
	for par := range strings.SplitSeq(text, "\n") {
		used := 0
		lines++
		for word := range strings.FieldsFuncSeq(par, func(r rune) bool { return r == ' ' || r == '-' }) {
			n := length(word)
			if used > 0 && used+n > width {
				lines, used = lines+1, 0
			}
			lines += max(n-1, 0) / width
			used += n + 1
		}
	}
	return lines
}
