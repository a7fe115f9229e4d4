package sheet

// manifestSheet keeps the exported values, out of sight, so that a returned workbook can be compared with what was sent.
const manifestSheet = "_konzept"

const (
	manifestVersion = "1"     // rises when the layout of the sheet changes
	manifestBody    = "sheet" // begins the header of the rows
)

func (w *writer) writeManifest() error {
	b, m := w.plan.book, &w.plan.book.Manifest
	rows := [][]any{
		{"konzept", manifestVersion},
		{"project", m.Project}, {"edition", m.Edition}, {"audience", m.Audience},
		{"date", b.Date}, {"lang", b.Lang},
		{manifestBody, "region", "id", "count", "values"},
	}
	names := map[string]string{}
	for _, t := range w.plan.tabs {
		names[t.Name] = t.name
	}
	for _, r := range m.Rows {
		row := make([]any, 0, 4+len(r.Values))
		row = append(row, names[r.Sheet], r.Region, r.ID, len(r.Values))
		for _, v := range r.Values {
			if v == "" {
				row = append(row, nil)
			} else {
				row = append(row, v)
			}
		}
		rows = append(rows, row)
	}
	return w.plain(w.plan.manifest, rows)
}
