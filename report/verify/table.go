package verify

import (
	"slices"
	"strconv"
)

// checkTables lays out each table's cells with their spans: every row must fill the same columns (ISO 14289-1, 7.5).
func (in tagRules) checkTables() {
	for i := range in.out.Structure {
		if in.out.Structure[i].Type == "Table" {
			in.checkParts(i)
			in.checkTable(i)
			in.checkHeaders(i)
		}
	}
}

// checkParts: a table has one head and one foot at most, and neither without a body (ISO 32000-1, 14.8.4.3.4).
func (in tagRules) checkParts(table int) {
	s := in.out.Structure
	parts := map[string]int{}
	var kids []string
	for i := table + 1; i < len(s) && s[i].Depth > s[table].Depth; i++ {
		if s[i].parent == table {
			parts[s[i].Type]++
			kids = append(kids, s[i].Type)
		}
	}
	if at := slices.Index(kids, "Caption"); at > 0 && at < len(kids)-1 {
		in.find("caption-misplaced", s[table].Page)
	}
	for _, part := range []string{"THead", "TFoot", "Caption"} {
		if parts[part] > 1 {
			in.find("table-part-twice", s[table].Page, part)
		}
	}
	if parts["THead"]+parts["TFoot"] > 0 && parts["TBody"] == 0 {
		in.find("table-without-body", s[table].Page)
	}
}

// maxSpan bounds spans of damaged files.
const maxSpan = 1000

// rows lays cells out one row after the other.
type rows struct {
	down []int // how many further rows each column is taken
	at   int   // column
}

// cell takes columns, in the next rows too if it is higher than one.
func (r *rows) cell(columns, height int) {
	for range min(max(columns, 1), maxSpan) {
		r.pass()
		if r.at >= len(r.down) {
			r.down = append(r.down, 0)
		}
		r.down[r.at] = min(max(height, 1), maxSpan) - 1
		r.at++
	}
}

// pass goes over columns that cells of earlier rows take.
func (r *rows) pass() {
	for r.at < len(r.down) && r.down[r.at] > 0 {
		r.down[r.at]--
		r.at++
	}
}

// row lays out the row at i of the structure and returns how many columns it fills.
func (r *rows) row(s []Node, i int) int {
	r.at = 0
	for c := i + 1; c < len(s) && s[c].Depth > s[i].Depth; c++ {
		if s[c].parent == i && (s[c].Type == "TD" || s[c].Type == "TH") {
			r.cell(s[c].ColSpan, s[c].RowSpan)
		}
	}
	r.pass()
	return r.at
}

func (in tagRules) checkTable(table int) {
	s := in.out.Structure
	var laid rows
	width, headers := -1, false
	for i := table + 1; i < len(s) && s[i].Depth > s[table].Depth; i++ {
		switch s[i].Type {
		case "Table": // within a cell: a table of its own
			i = last(s, i)
		case "TH":
			headers = true
		case "TR":
			columns := laid.row(s, i)
			if width >= 0 && columns != width {
				in.find("table-irregular", s[table].Page, strconv.Itoa(width), strconv.Itoa(columns))
				return
			}
			width = columns
		}
	}
	if !headers {
		in.find("table-without-headers", s[table].Page)
	}
}

// last is the last element within the one at i.
func last(s []Node, i int) int {
	depth := s[i].Depth
	for i+1 < len(s) && s[i+1].Depth > depth {
		i++
	}
	return i
}

// checkHeaders: cells that name their headers name header cells of their table (ISO 32000-1, table 349).
func (in tagRules) checkHeaders(table int) {
	s := in.out.Structure
	heads := map[string]bool{}
	for i := table + 1; i < len(s) && s[i].Depth > s[table].Depth; i++ {
		if s[i].Type == "TH" {
			heads[s[i].ID] = true
		}
	}
	for i := table + 1; i < len(s) && s[i].Depth > s[table].Depth; i++ {
		for _, id := range s[i].Headers {
			if id == "" || !heads[id] {
				in.find("headers-unknown", s[i].Page, brief(in.textOf(i)), id)
				return
			}
		}
	}
}
