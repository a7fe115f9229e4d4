package book

import "strconv"

// Base returns a value as the manifest keeps it: independent of format and language, and with the 15 figures that workbooks
// keep of a number.
func (c Cell) Base() string {
	switch c.Kind {
	case String:
		return c.Text
	case Number:
		return c.Number.Cell().String()
	case Boolean:
		return strconv.FormatBool(c.Number.Sign() != 0)
	}
	return ""
}

// Record fills the manifest's rows with the base values of every row that has an id.
func (b *Book) Record() {
	b.Manifest.Rows = nil
	for _, s := range b.Sheets {
		for i := range s.Regions {
			b.Manifest.Rows = append(b.Manifest.Rows, s.Regions[i].base(s.Name)...)
		}
	}
}

func (r *Region) base(sheet string) []ManifestRow {
	rows := make([]ManifestRow, len(r.IDs))
	for i, id := range r.IDs {
		values := make([]string, len(r.Rows[i]))
		for j, c := range r.Rows[i] {
			values[j] = c.Base()
		}
		rows[i] = ManifestRow{Sheet: sheet, Region: r.Name, ID: id, Values: values}
	}
	return rows
}

// Region finds a region by name.
func (b *Book) Region(name string) (*Sheet, *Region) {
	for _, s := range b.Sheets {
		for i := range s.Regions {
			if s.Regions[i].Name == name {
				return s, &s.Regions[i]
			}
		}
	}
	return nil, nil
}

// Column finds a column's index by key, -1 if there is none.
func (r *Region) Column(key string) int {
	for i := range r.Columns {
		if r.Columns[i].Key == key {
			return i
		}
	}
	return -1
}
