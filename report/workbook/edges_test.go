package workbook

import (
	"strings"
	"testing"

	"konzept/report/book"
	"konzept/report/calendar"
	"konzept/report/design"
	"konzept/report/diag"
	"konzept/report/internal/smalltown"
	"konzept/report/model"
	"konzept/report/number"
)

// TestValuesKeepTheirSort: days and moments stay dates from the day on that workbooks count rightly.
func TestValuesKeepTheirSort(t *testing.T) {
	var out diag.List
	s := set("title: T\nsheets: []\n")
	j := job(smalltown.Report(t, smalltown.Data))
	_, env := design.New(s).Env(&j, &out)
	m := &maker{Frame: env.NewFrame(0)}
	day := func(y, mo, d int) model.Date { return model.Date{Year: y, Month: mo, Day: d} }
	for _, c := range []struct {
		name   string
		v      any
		kind   book.Kind
		text   string
		number string
		format book.Format
	}{
		{"nothing", nil, book.Empty, "", "", ""}, {"a number", int64(7), book.Number, "", "7", ""}, {"a decimal", number.Scaled(150, 2), book.Number, "", "1.50", ""}, {"yes", true, book.Boolean, "", "1", ""}, {"no", false, book.Boolean, "", "", ""},
		{"an amount", model.Money(1250), book.Number, "", "12.50", book.FmtMoney}, {"a text", "x", book.String, "x", "", ""}, {"no text", "", book.Empty, "", "", ""},
		{"a day", day(1900, 3, 1), book.Number, "", "61", book.FmtDate}, {"a day too early", day(1900, 2, 28), book.String, "28.02.1900", "", ""},
		{"a year", model.Moment{Date: day(2024, 0, 0)}, book.Number, "", "45657", book.FmtDateYear}, {"a month", model.Moment{Date: day(2024, 2, 0), Precision: calendar.ByMonth}, book.Number, "", "45351", book.FmtMonth}, {"a day of a moment", model.Moment{Date: day(2024, 2, 3), Precision: calendar.ByDay}, book.Number, "", "45325", book.FmtDate},
		{"the end of a year", model.Moment{Date: day(2024, 0, 0), Part: calendar.Late}, book.String, "Ende 2024", "", ""}, {"a year too early", model.Moment{Date: day(1899, 0, 0)}, book.String, "1899", "", ""}, {"the first year that ends late enough", model.Moment{Date: day(1900, 0, 0)}, book.Number, "", "366", book.FmtDateYear},
	} {
		var cell book.Cell
		m.set(&cell, c.v, diag.Span{})
		if cell.Kind != c.kind || cell.Text != c.text || cell.Number.String() != c.number || cell.Format != c.format {
			t.Errorf("%s is %d %q %s %s", c.name, cell.Kind, cell.Text, cell.Number, cell.Format)
		}
	}
}

// TestLimitsOfTablesAreToldWhereTheyAreWritten.
func TestLimitsOfTablesAreToldWhereTheyAreWritten(t *testing.T) {
	const sheet = "title: T\nsheets:\n  - name: A\n    %\n    regions:\n      - name: r\n        rows: m in measures\n        columns: [{key: a, title: A, value: m.code, #}]\n"
	for _, c := range []struct{ sheet, column, want string }{
		{"freeze: 100", "width: 255", ""}, {"freeze: 0", "width: 0", ""}, {"freeze: 101", "width: 1", "table-shape"}, {"freeze: 1", "width: 256", "table-shape"}, {"freeze: 1", "width: -1", "table-shape"},
		{"freeze: 1", "min: 1, max: 1", ""}, {"freeze: 1", "min: 2, max: 1", "table-shape"}, {"freeze: 1", "min: 1e9, max: 1e9", ""}, {"freeze: 1", "max: 1.1e9", "table-shape"}, {"freeze: 1", "min: -1.1e9", "table-shape"}, {"freeze: 1", "min: x", "table-shape"}, {"freeze: 1", "min: 5", ""},
		{"print: {paper: A3, portrait: true}", "wrap: true", ""}, {"print: {paper: A2}", "wrap: true", "table-word"},
	} {
		_, found := tabled(t, strings.NewReplacer("%", c.sheet, "#", c.column).Replace(sheet))
		if (found == "") != (c.want == "") || !strings.Contains(found, c.want) {
			t.Errorf("%s and %s: found %q, want %q", c.sheet, c.column, found, c.want)
		}
	}
	for value, want := range map[string]bool{"m.title": false, "m.lead.name": false, "m.code + m.title": true, "len(m.title)": true, "m": true, "measures[0].title": true} {
		_, found := tabled(t, strings.NewReplacer("%", "freeze: 1", "#", "}, {key: b, title: B, input: true, value: '"+value+"'").Replace(sheet))
		if strings.Contains(found, "input-computed") != want {
			t.Errorf("%s may not be filled in: %t: %s", value, !want, found)
		}
	}
	for columns, want := range map[string]bool{
		"}, {key: b, title: B, input: true, value: m.title}, {key: c, title: C, input: true, value: m.title": true, "}, {key: b, title: B, input: true, value: m.title}, {key: c, title: C, value: m.title": false, "}, {key: b, title: B, input: true, value: m.title, formula: \"1\"": true,
	} {
		_, found := tabled(t, strings.NewReplacer("%", "freeze: 1", "#", columns).Replace(sheet))
		if strings.Contains(found, "input-computed") != want {
			t.Errorf("%s: %s", columns, found)
		}
	}
}
