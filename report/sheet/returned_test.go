package sheet

import (
	"bytes"
	"testing"

	"github.com/xuri/excelize/v2"

	"konzept/report/diag"
)

// What people do to a workbook is read rightly or refused with its reason, never taken for rows that they deleted.
func TestReturnedWorkbooksLoseNothing(t *testing.T) {
	const tab, first, total = "Aufgaben", 7, 12 // rows of the first record and of the total
	for _, c := range []struct {
		name string
		edit func(f *excelize.File) error
		rows int
		code diag.Code
	}{
		{"untouched", func(*excelize.File) error { return nil }, 5, ""},
		{"a blank row", func(f *excelize.File) error { return f.InsertRows(tab, first+2, 1) }, 5, ""},
		{"two blank rows", func(f *excelize.File) error { return f.InsertRows(tab, first+1, 2) }, 5, ""},
		{"a row below the total", func(f *excelize.File) error { return f.SetCellValue(tab, cellName(2, total+1), "neu") }, 6, ""},
		{"no row of keys", func(f *excelize.File) error { return f.RemoveRow(tab, first-2) }, 0, "workbook-lost"},
		{"no column of ids", func(f *excelize.File) error { return f.RemoveCol(tab, "I") }, 0, "workbook-lost"},
		{"merged cells", func(f *excelize.File) error { return f.MergeCell(tab, cellName(3, first), cellName(3, first+2)) }, 0, "workbook-merged"},
	} {
		f, err := excelize.OpenReader(bytes.NewReader(write(t, sample(5))))
		if err != nil {
			t.Fatal(err)
		}
		if err := c.edit(f); err != nil {
			t.Fatal(err)
		}
		var buf bytes.Buffer
		if err := f.Write(&buf); err != nil {
			t.Fatal(err)
		}
		var out diag.List
		b := Read("x.xlsx", buf.Bytes(), &out)
		switch {
		case c.code != "":
			if b != nil || len(out.Findings) != 1 || out.Findings[0].Code != c.code {
				t.Errorf("%s: %+v", c.name, out.Findings)
			}
		case b == nil:
			t.Errorf("%s: %+v", c.name, out.Findings)
		default:
			_, r := b.Region("tasks")
			if len(r.Rows) != c.rows || len(r.IDs) != c.rows || r.Total == nil || r.Total[0].Text != "Summe" {
				t.Errorf("%s: %d rows, total %v", c.name, len(r.Rows), r.Total)
			}
		}
	}
}
