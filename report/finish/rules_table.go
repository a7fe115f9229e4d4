package finish

import (
	"slices"
	"strconv"
)

// checkTables lays out each table's cells with their spans: every row must fill the same columns (ISO 14289-1, 7.5).
func (in *inspection) checkTables() {
	for i := range in.out.Structure {
		if in.out.Structure[i].Type == "Table" {
			in.checkParts(i)
			in.checkTable(i)
			in.checkHeaders(i)
		}
	}
}

// checkParts: a table has one head and one foot at most, and neither without a body (ISO 32000-1, 14.8.4.3.4).
func (in *inspection) checkParts(table int) {
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

func (in *inspection) checkTable(table int) {
	s := in.out.Structure
	var down []int // how many further rows each column is taken
	width, headers := -1, false
	for i := table + 1; i < len(s) && s[i].Depth > s[table].Depth; i++ {
		if s[i].Type == "Table" { // within a cell: a table of its own
			depth := s[i].Depth
			for i+1 < len(s) && s[i+1].Depth > depth {
				i++
			}
			continue
		}
		headers = headers || s[i].Type == "TH"
		if s[i].Type != "TR" {
			continue
		}
		col := 0
		take := func(span, rows int) {
			for range min(max(span, 1), maxSpan) {
				for col < len(down) && down[col] > 0 {
					down[col]--
					col++
				}
				if col >= len(down) {
					down = append(down, 0)
				}
				down[col] = min(max(rows, 1), maxSpan) - 1
				col++
			}
		}
		for c := i + 1; c < len(s) && s[c].Depth > s[i].Depth; c++ {
			if s[c].parent == i && (s[c].Type == "TD" || s[c].Type == "TH") {
				take(s[c].ColSpan, s[c].RowSpan)
			}
		}
		for ; col < len(down) && down[col] > 0; col++ {
			down[col]--
		}
		if width >= 0 && col != width {
			in.find("table-irregular", s[table].Page, strconv.Itoa(width), strconv.Itoa(col))
			return
		}
		width = col
	}
	if !headers {
		in.find("table-without-headers", s[table].Page)
	}
}

// checkHeaders: cells that name their headers name header cells of their table (ISO 32000-1, table 349).
func (in *inspection) checkHeaders(table int) {
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
