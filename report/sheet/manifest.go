package sheet

// manifestSheet keeps the exported values, out of sight, so that a returned workbook can be compared with what was sent.
const manifestSheet = "_konzept"

// manifestVersion rises when the layout of the sheet changes.
const manifestVersion = "1"

func (w *writer) writeManifest() error {
	b, m := w.plan.book, &w.plan.book.Manifest
	rows := [][]any{
		{"konzept", manifestVersion},
		{"project", m.Project}, {"edition", m.Edition}, {"audience", m.Audience},
		{"date", b.Date}, {"lang", b.Lang},
		{"sheet", "region", "id", "values"},
	}
	names := map[string]string{}
	for _, t := range w.plan.tabs {
		names[t.Name] = t.name
	}
	for _, r := range m.Rows {
		row := make([]any, 3, 3+len(r.Values))
		row[0], row[1], row[2] = names[r.Sheet], r.Region, r.ID
		for _, v := range r.Values {
			row = append(row, v)
		}
		rows = append(rows, row)
	}
	return w.plain(w.plan.manifest, rows, true)
}
