package markup

import (
	"regexp"
	"strings"
)

// Row is a row of a table.
type Row struct{ Cells []Cell }

// Cell is a cell of a table: a run of inline text.
type Cell struct {
	From, To int
	Nodes    []Node
}

// Align is how a column stands.
type Align uint8

const (
	Left Align = iota
	Centre
	Right
)

// underHead is the line below a table's head, whose colons say how columns stand.
var underHead = regexp.MustCompile(`^\|?(?:[ \t]*:?-+:?[ \t]*\|)*[ \t]*:?-+:?[ \t]*\|?$`)

// tables finds tables: a head with strokes, a line of dashes with as many cells below it, and rows.
func tables(s string, lines []line) {
	for i := 0; i+1 < len(lines) && strings.Contains(s, "|"); i++ {
		n := tableAt(s, lines[i:])
		for k := 0; k < n; k++ {
			lines[i+k].table, lines[i+k].item = n-k, false
		}
		i += max(n-1, 0)
	}
}

// tableAt is how many lines the table has that begins at the first of some lines; 0 if none does.
func tableAt(s string, lines []line) int {
	head, under := &lines[0], &lines[1]
	row := func(l *line) bool {
		return !l.blank() && l.title == 0 && l.note == 0 && l.quote == head.quote && len(cells(s, l)) > 0
	}
	if !row(head) || !row(under) || !underHead.MatchString(s[under.from:under.to]) || len(cells(s, head)) != len(cells(s, under)) {
		return 0
	}
	n := 2
	for n < len(lines) && row(&lines[n]) {
		n++
	}
	return n
}

// cells are those of a line: parted by strokes that no backslash stands before; none if there is no stroke.
func cells(s string, l *line) []Cell {
	var out []Cell
	from := l.from
	if s[from] == '|' {
		from++
	}
	strokes := from - l.from
	for i := from; i < l.to; i++ {
		switch s[i] {
		case '\\':
			i++
		case '|':
			out = append(out, cell(s, from, i))
			from = i + 1
			strokes++
		}
	}
	if strokes == 0 {
		return nil
	}
	if from < l.to {
		out = append(out, cell(s, from, l.to))
	}
	return out
}

func cell(s string, from, to int) Cell {
	l := line{from: from, to: to}
	l.trim(s)
	return Cell{From: l.from, To: l.to}
}

// table reads the lines of a table. All rows get as many cells as the longest has.
func (r *reader) table(b *Block, lines []line) {
	b.Kind, b.To = Table, lines[len(lines)-1].to
	for _, c := range cells(r.s, &lines[1]) {
		dashes := r.s[c.From:c.To]
		switch right := strings.HasSuffix(dashes, ":"); {
		case right && strings.HasPrefix(dashes, ":"):
			b.Aligns = append(b.Aligns, Centre)
		case right:
			b.Aligns = append(b.Aligns, Right)
		default:
			b.Aligns = append(b.Aligns, Left)
		}
	}
	for i := range lines {
		if i != 1 {
			row := Row{cells(r.s, &lines[i])}
			for len(row.Cells) > len(b.Aligns) {
				b.Aligns = append(b.Aligns, Left)
			}
			b.Rows = append(b.Rows, row)
		}
	}
	for i := range b.Rows {
		row := &b.Rows[i]
		for end := row.Cells[len(row.Cells)-1].To; len(row.Cells) < len(b.Aligns); {
			row.Cells = append(row.Cells, Cell{From: end, To: end})
		}
	}
}
