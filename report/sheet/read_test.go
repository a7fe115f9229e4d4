package sheet

import (
	"archive/zip"
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"konzept/report/book"
	"konzept/report/diag"
)

// kept is what of a book comes back.
func kept(b *book.Book) *book.Book {
	k := &book.Book{Title: b.Title, Subject: b.Subject, Author: b.Author, Lang: b.Lang, Date: b.Date, Manifest: b.Manifest}
	for _, s := range b.Sheets {
		one := &book.Sheet{Name: s.Name, Title: s.Title}
		for _, r := range s.Regions {
			if r.IDs != nil {
				one.Regions = append(one.Regions, keptRegion(r))
			}
		}
		if one.Regions != nil {
			k.Sheets = append(k.Sheets, one)
		}
	}
	return k
}

func keptRegion(r book.Region) book.Region {
	out := book.Region{Name: r.Name, IDs: r.IDs, Total: keptRow(r.Total, len(r.Columns))}
	for _, c := range r.Columns {
		out.Columns = append(out.Columns, book.Column{Key: c.Key, Title: c.Title})
	}
	for _, row := range r.Rows {
		out.Rows = append(out.Rows, keptRow(row, len(r.Columns)))
	}
	return out
}

func keptRow(row []book.Cell, n int) []book.Cell {
	if row == nil {
		return nil
	}
	out := make([]book.Cell, n)
	for i, c := range row {
		out[i] = book.Cell{Kind: c.Kind, Text: c.Text, Number: c.Number, Formula: c.Formula}
	}
	return out
}

func TestWhatIsWrittenIsReadBack(t *testing.T) {
	for _, rows := range []int{0, 1, 12, 300} {
		b := sample(rows)
		b.Sheets = b.Sheets[1:]
		b.Sheets[0].Regions[0].Total[6].Formula = "SUBTOTAL(109,G6:G6)"
		var out diag.List
		got := Read("probe.xlsx", write(t, b), &out)
		if len(out.Findings) > 0 {
			t.Fatalf("%d rows: %+v", rows, out.Findings)
		}
		want := kept(b)
		if rows == 0 {
			want.Manifest.Rows, want.Sheets[0].Regions[0].IDs = nil, []string{}
			// The blank row that keeps an empty table alive ends the region.
			want.Sheets[0].Regions[0].Total = nil
			b.Manifest.Rows = nil
		}
		if d := cmp.Diff(want, got); d != "" {
			t.Errorf("%d rows (-want +got):\n%s", rows, d)
		}
	}
}

// repacked lets a test change the parts of a written workbook.
func repacked(t testing.TB, change func(name string, data []byte) []byte) []byte {
	t.Helper()
	zr, err := zip.NewReader(bytes.NewReader(write(t, sample(3))), int64(len(write(t, sample(3)))))
	if err != nil {
		t.Fatal(err)
	}
	var buf bytes.Buffer
	zw := zip.NewWriter(&buf)
	for _, f := range zr.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		var part bytes.Buffer
		if _, err := part.ReadFrom(r); err != nil {
			t.Fatal(err)
		}
		data := change(f.Name, part.Bytes())
		if data == nil {
			continue
		}
		w, err := zw.Create(f.Name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write(data); err != nil {
			t.Fatal(err)
		}
	}
	if err := zw.Close(); err != nil {
		t.Fatal(err)
	}
	return buf.Bytes()
}

func macros(t testing.TB) []byte {
	var buf bytes.Buffer
	zw := zip.NewWriter(&buf)
	if _, err := zw.Create("xl/vbaProject.bin"); err != nil {
		t.Fatal(err)
	}
	if err := zw.Close(); err != nil {
		t.Fatal(err)
	}
	return buf.Bytes()
}

func only(part string, change func(string) string) func(string, []byte) []byte {
	return func(name string, data []byte) []byte {
		if name != part {
			return data
		}
		if s := change(string(data)); s != "" {
			return []byte(s)
		}
		return nil
	}
}

func swap(old, repl string) func(string) string {
	return func(s string) string {
		if !strings.Contains(s, old) {
			panic("nothing to change: " + old)
		}
		return strings.Replace(s, old, repl, 1)
	}
}

func TestDamagedAndForeignWorkbooksAreRefused(t *testing.T) {
	const tasks = "xl/worksheets/sheet2.xml"
	many := func() []byte {
		var buf bytes.Buffer
		zw := zip.NewWriter(&buf)
		for i := range maxParts + 1 {
			if _, err := zw.Create(fmt.Sprint(i)); err != nil {
				t.Fatal(err)
			}
		}
		if err := zw.Close(); err != nil {
			t.Fatal(err)
		}
		return buf.Bytes()
	}
	bomb := func(name string, data []byte) []byte {
		if name == tasks {
			return bytes.Repeat([]byte(" "), maxPartSize)
		}
		return data
	}
	whole := write(t, sample(3))
	for _, c := range []struct {
		name string
		data []byte
		want diag.Code
	}{
		{"an empty file", nil, "workbook-format"},
		{"a csv file", []byte("a;b\n1;2\n"), "workbook-format"},
		{"an old xls or encrypted file", []byte("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"), "workbook-format"},
		{"a file cut in half", whole[:len(whole)/2], "workbook-format"},
		{"too many parts", many(), "workbook-limit"},
		{"a part that unpacks to a thousand times its size", repacked(t, bomb), "workbook-limit"},
		{"a missing sheet", repacked(t, only(tasks, func(string) string { return "" })), "workbook-damaged"},
		{"a sheet cut in the middle", repacked(t, only(tasks, func(s string) string { return s[:len(s)/2] })), "workbook-damaged"},
		{"bytes that are no UTF-8", repacked(t, only(tasks, swap("offen", "\xff\xfe"))), "workbook-damaged"},
		{"a document type", repacked(t, only(tasks, swap("<worksheet", `<!DOCTYPE x [<!ENTITY a "b">]><worksheet`))), "workbook-damaged"},
		{"rows out of order", repacked(t, only(tasks, swap(`<row r="8"`, `<row r="3"`))), "workbook-damaged"},
		{"macros", macros(t), "workbook-active"},
		{"an untouched copy", repacked(t, func(_ string, data []byte) []byte { return data }), ""},
		{"dates counted from 1904", repacked(t, only("xl/workbook.xml", swap("<workbookPr", `<workbookPr date1904="1"`))), "workbook-1904"},
		{"no manifest", repacked(t, only("xl/workbook.xml", swap(manifestSheet, "other"))), "workbook-foreign"},
		{"a later version", repacked(t, only("xl/worksheets/sheet4.xml", swap(">1<", ">99<"))), "workbook-version"},
		{"a doubled id", repacked(t, only(tasks, swap("t-0001", "t-0000"))), "workbook-id"},
		{"an error value", repacked(t, only(tasks, swap(`t="inlineStr"><is><t>offen</t></is>`, `t="e"><v>#N/A</v>`))), "workbook-value"},
	} {
		var out diag.List
		b := Read("x.xlsx", c.data, &out)
		if c.want == "" {
			if b == nil || len(out.Findings) > 0 {
				t.Errorf("%s: %+v", c.name, out.Findings)
			}
			continue
		}
		if b != nil || len(out.Findings) != 1 || out.Findings[0].Code != c.want {
			t.Errorf("%s: want %s, got %+v", c.name, c.want, out.Findings)
		}
	}
}

func TestMovedColumnsAndRenamedSheetsAreFound(t *testing.T) {
	data := repacked(t, only("xl/workbook.xml", swap(`name="Aufgaben"`, `name="Neuer Name"`)))
	var out diag.List
	b := Read("x.xlsx", data, &out)
	if b == nil || b.Sheets[0].Name != "Neuer Name" || b.Sheets[0].Regions[0].Name != "tasks" || len(b.Sheets[0].Regions[0].Rows) != 3 {
		t.Fatalf("%+v %+v", b, out.Findings)
	}
}

func FuzzRead(f *testing.F) {
	f.Add(write(f, sample(2)))
	f.Add([]byte("PK\x03\x04"))
	f.Fuzz(func(t *testing.T, data []byte) {
		var out diag.List
		b := Read("x.xlsx", data, &out)
		if (b == nil) == (len(out.Findings) == 0) {
			t.Fatalf("a book or a finding, never both or neither: %+v", out.Findings)
		}
		if b == nil {
			return
		}
		for _, s := range b.Sheets {
			for _, r := range s.Regions {
				if len(r.IDs) != len(r.Rows) {
					t.Fatalf("%d ids for %d rows", len(r.IDs), len(r.Rows))
				}
			}
		}
	})
}
