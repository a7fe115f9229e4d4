package sheet

import (
	"strings"

	"konzept/report/book"
)

// readManifest reads what was exported. A workbook without it is not ours.
func readManifest(b *book.Book, grids []*grid) error {
	var g *grid
	for _, one := range grids {
		if one.name == manifestSheet {
			g = one
		}
	}
	if g == nil || len(g.rows) == 0 || g.rows[0].at(1).Text != "konzept" {
		return bad("workbook-foreign")
	}
	if v := g.rows[0].at(2).Text; v != manifestVersion {
		return bad("workbook-version", v, manifestVersion)
	}
	heads := map[string]*string{"project": &b.Manifest.Project, "edition": &b.Manifest.Edition, "audience": &b.Manifest.Audience, "date": &b.Date, "lang": &b.Lang}
	body := false
	for i := range g.rows[1:] {
		r := &g.rows[i+1]
		switch to := heads[r.at(1).Text]; {
		case !body && r.at(1).Text == manifestBody:
			body = true
		case !body && to != nil:
			*to = r.at(2).Text
		case body:
			b.Manifest.Rows = append(b.Manifest.Rows, manifestRow(r))
		}
	}
	return nil
}

// manifestRow restores a row: its fourth cell says how many values there are, since empty ones leave no cell.
func manifestRow(r *gridRow) book.ManifestRow {
	row := book.ManifestRow{Sheet: r.at(1).Text, Region: r.at(2).Text, ID: r.at(3).Text}
	n, _ := r.at(4).Number.Int64()
	for col := 5; col < 5+int(min(n, maxKeys)); col++ {
		row.Values = append(row.Values, r.at(col).Text)
	}
	return row
}

// readSheet finds the regions of a sheet by their rows of keys. seen holds the regions found before: a second one of a name is
// a copied sheet, and which of them holds the truth cannot be told.
func readSheet(b *book.Book, g *grid, seen map[string]bool) error {
	var s *book.Sheet
	for i := range g.rows {
		region, ids, ok := keyRow(&g.rows[i])
		if !ok {
			continue
		}
		if seen[region.Name] {
			return bad("workbook-copied", g.name, region.Name)
		}
		seen[region.Name] = true
		if err := readRows(region, ids, g, i+1); err != nil {
			return err
		}
		if s == nil {
			s = &book.Sheet{Name: g.name, Title: g.title()}
			b.Sheets = append(b.Sheets, s)
		}
		s.Regions = append(s.Regions, *region)
	}
	return nil
}

func (g *grid) title() string {
	if len(g.rows) > 0 && g.rows[0].number == 1 {
		return g.rows[0].at(1).Text
	}
	return ""
}

// keyRow tells whether a row holds keys: its last cell names the region. The columns come with it, and that of the ids.
func keyRow(r *gridRow) (region *book.Region, ids int, ok bool) {
	for i := range r.cells {
		if name, is := strings.CutPrefix(r.cells[i].Text, idKey); is && r.cells[i].Formula == "" {
			region = &book.Region{Name: name, Columns: make([]book.Column, 0, len(r.cells))}
			ids = r.cells[i].col
		}
	}
	if region == nil || len(r.cells) > maxKeys {
		return nil, 0, false
	}
	for i := range r.cells {
		if r.cells[i].col != ids {
			region.Columns = append(region.Columns, book.Column{Key: r.cells[i].Text, Width: r.cells[i].col})
		}
	}
	return region, ids, true
}

// readRows reads a region's rows: past blank ones up to the last with an id, and what stands directly below that. A row
// without an id is kept with an empty one; one that has none and computes is the total, wherever people wrote below it.
func readRows(region *book.Region, ids int, g *grid, from int) error {
	if from >= len(g.rows) {
		return bad("workbook-damaged", g.name)
	}
	for i := range region.Columns {
		region.Columns[i].Title = g.rows[from].at(region.Columns[i].Width).Text
	}
	region.IDs = []string{}
	last := lastWithID(g, ids, from)
	number := g.rows[from].number
	for i := from + 1; i < len(g.rows); i++ {
		r := &g.rows[i]
		if i > last && (r.number != number+1 || len(r.cells) == 0) {
			break
		}
		number = r.number
		if len(r.cells) == 0 {
			continue
		}
		if ref := g.mergedAt(r.number); ref != "" { // all but one of their cells read as emptied
			return bad("workbook-merged", g.name, ref)
		}
		row, computes, err := readRow(region, r, g.name)
		if err != nil {
			return err
		}
		if id := r.at(ids).Text; id == "" && computes {
			region.Total = row
		} else {
			region.Rows, region.IDs = append(region.Rows, row), append(region.IDs, id)
		}
	}
	for i := range region.Columns {
		region.Columns[i].Width = 0
	}
	return unique(region.IDs, g.name)
}

// lastWithID is the last row of a region that has an id: the next region begins with a row of keys.
func lastWithID(g *grid, ids, from int) int {
	last := from
	for i := from + 1; i < len(g.rows); i++ {
		if _, _, next := keyRow(&g.rows[i]); next {
			break
		}
		if g.rows[i].at(ids).Text != "" {
			last = i
		}
	}
	return last
}

func readRow(region *book.Region, r *gridRow, sheet string) (row []book.Cell, computes bool, err error) {
	row = make([]book.Cell, len(region.Columns))
	for j := range region.Columns {
		c := r.cell(region.Columns[j].Width)
		if c.fault {
			return nil, false, bad("workbook-value", sheet, cellName(c.col, r.number), c.Text)
		}
		row[j] = c.Cell
		computes = computes || c.Formula != ""
	}
	return row, computes, nil
}

// whole asserts that every region with records that was sent is still there: a row of keys or a column of ids that people
// deleted must not look like rows that they deleted.
func whole(b *book.Book) error {
	for _, row := range b.Manifest.Rows {
		if _, r := b.Region(row.Region); r == nil {
			return bad("workbook-lost", row.Sheet)
		}
	}
	return nil
}

// unique refuses doubled ids: a copied row would overwrite the one that it was copied from.
func unique(ids []string, sheet string) error {
	seen := make(map[string]bool, len(ids))
	for _, id := range ids {
		if id != "" && seen[id] {
			return bad("workbook-id", sheet, id)
		}
		seen[id] = true
	}
	return nil
}
