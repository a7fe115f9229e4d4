package sheet

import (
	"bytes"
	"fmt"
	"math"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"konzept/report/book"
	"konzept/report/diag"
	"konzept/report/number"
)

// sample is a workbook with everything that a workbook may hold.
func sample(rows int) *book.Book {
	zero, hundred := 0.0, 100.0
	tasks := &book.Sheet{Name: "Aufgaben", Tab: "accent", Title: "Alle Aufgaben", Protect: true, Freeze: 2,
		Note: "Felder mit ✎ sind zum Ausfüllen da. Alles andere ist gesperrt; filtern geht immer."}
	table := book.Region{Name: "tasks", Filter: true, Columns: []book.Column{
		{Key: "code", Title: "Nr.", Width: 8},
		{Key: "title", Title: "Titel", Width: 40, Wrap: true},
		{Key: "state", Title: "Stand ✎", Width: 18, Input: true, List: "states", Prompt: "Bitte aus der Liste wählen.", Error: "Nur Werte aus der Liste sind möglich."},
		{Key: "share", Title: "Fortschritt", Format: book.FmtPercent},
		{Key: "score", Title: "Wertung ✎", Format: book.FmtInt, Input: true, Min: &zero, Max: &hundred, Prompt: "0 bis 100"},
		{Key: "due", Title: "Termin ✎", Format: book.FmtDate, Input: true},
		{Key: "cost", Title: "Kosten", Format: book.FmtMoney},
		{Key: "note", Title: "Bemerkung ✎", Width: 30, Input: true, Wrap: true},
	}, Rules: []book.Rule{
		{Column: "state", Equals: "offen", Symbol: "○", Fill: "F2F2F2"},
		{Column: "state", Equals: "fertig", Symbol: "●", Fill: "DDEFE0", Ink: "1B5E20"},
		{Column: "due", Formula: `AND({@state}="offen",{@due}<45473,{@due}<>"")`, Ink: "9C1C1C", Bold: true, Symbol: "!"},
		{Column: "share", Bar: true, Fill: "9DB8D2"},
	}}
	table.IDs = []string{}
	sum, done := 0.0, 0
	for i := range rows {
		state := []string{"offen", "fertig"}[i%2]
		if i%2 == 1 {
			done++
		}
		cost := float64(1000 + 250*i)
		sum += cost
		table.Rows = append(table.Rows, []book.Cell{str(fmt.Sprintf("%d.%d", i/10+1, i%10)), str(fmt.Sprintf("Aufgabe %d mit einem längeren Titel, der in der Spalte umbricht", i)),
			str(state), num(float64(i%5) / 4), {}, num(float64(45460 + i)), num(cost), str([]string{"", "=1+1", "@SUM(A1)", "zwei\nZeilen & <mehr>"}[i%4])})
		table.IDs = append(table.IDs, fmt.Sprintf("t-%04d", i))
	}
	table.Total = []book.Cell{{Kind: book.String, Text: "Summe"}, {}, {}, {}, {}, {}, {Kind: book.Number, Number: exactly(sum), Formula: "SUBTOTAL(109,{})"}}
	tasks.Regions = []book.Region{table}

	home := &book.Sheet{Name: "Übersicht", Title: "Übersicht", Protect: true, Regions: []book.Region{
		{Name: "states", Title: "Nach Stand", Columns: []book.Column{{Key: "state", Title: "Stand", Width: 24}, {Key: "count", Title: "Anzahl", Format: book.FmtInt}, {Key: "share", Title: "Anteil", Format: book.FmtPercent}},
			Rows: [][]book.Cell{
				{str("offen"), formula("COUNTIF({tasks.state},{@state})", float64(rows-done)), formula("{@count}/SUM({.count})", ratio(rows-done, rows))},
				{str("fertig"), formula("COUNTIF({tasks.state},{@state})", float64(done)), formula("{@count}/SUM({.count})", ratio(done, rows))},
			},
			Total: []book.Cell{str("gesamt"), formula("SUM({})", float64(rows))}},
		{Name: "links", Columns: []book.Column{{Key: "text"}, {Key: "value"}}, Rows: [][]book.Cell{
			{{Kind: book.String, Text: "zu den Aufgaben", Link: "#Aufgaben"}, {Kind: book.String, Text: "fertig", Formula: `INDEX({tasks.state},MATCH("1.1",{tasks.code},0))`}},
			{{Kind: book.String, Text: "im Netz", Link: "https://example.org/?a=1&b=2"}, {Kind: book.Boolean, Number: number.Int(1)}}}},
	}, Charts: []book.Chart{
		{Kind: "bar", Title: "Aufgaben nach Stand", Alt: "Balken: offen und fertig", Categories: "states.state", Beside: "states", Series: []book.Series{{Values: "states.count"}}},
		{Kind: "stacked", Title: "Kosten", Categories: "tasks.code", Format: book.FmtMoney, Series: []book.Series{{Values: "tasks.cost"}, {Values: "tasks.score", Fill: "C77700"}}},
	}}
	b := &book.Book{Title: "Probe", Subject: "Fortschritt", Author: "Stadt Probe", Lang: "de", Date: "2024-06-30", Stand: "Stand: 30. Juni 2024 · Entwurf",
		Label: "Beispieldaten – frei erfunden", Pages: "Seite {page} von {pages}", Sheets: []*book.Sheet{home, tasks},
		Lists: []book.List{{Name: "states", Title: "Stand", Values: []string{"offen", "fertig"}}}, Manifest: book.Manifest{Project: "probe", Edition: "screen", Audience: "public"}}
	b.Record()
	return b
}

func str(s string) book.Cell {
	if s == "" {
		return book.Cell{}
	}
	return book.Cell{Kind: book.String, Text: s}
}
func num(f float64) book.Cell { return book.Cell{Kind: book.Number, Number: exactly(f)} }

func exactly(f float64) number.Decimal {
	d, _ := number.ParseCell(strconv.FormatFloat(f, 'g', -1, 64))
	return d
}
func formula(f string, v float64) book.Cell {
	return book.Cell{Kind: book.Number, Number: exactly(v), Formula: f}
}
func ratio(a, b int) float64 {
	if b == 0 {
		return math.NaN()
	}
	return float64(a) / float64(b)
}

func write(t testing.TB, b *book.Book) []byte {
	t.Helper()
	var out diag.List
	data, err := Write(b, &out)
	if err != nil {
		t.Fatal(err)
	}
	if len(out.Findings) > 0 {
		t.Fatalf("unexpected findings: %+v", out.Findings)
	}
	return data
}

func TestTheSameBookGivesTheSameBytes(t *testing.T) {
	first := write(t, sample(12))
	for range 5 {
		if !bytes.Equal(first, write(t, sample(12))) {
			t.Fatal("two runs differ")
		}
	}
	if path := os.Getenv("SHEET_OUT"); path != "" {
		if err := os.WriteFile(path, first, 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func TestWhatWouldBeLostIsAFinding(t *testing.T) {
	long := strings.Repeat("ä", maxText)
	for _, c := range []struct {
		name   string
		change func(b *book.Book)
		want   diag.Code
	}{
		{"no sheet", func(b *book.Book) { b.Sheets = nil }, "book-empty"},
		{"a text that fills a cell is kept", func(b *book.Book) { b.Sheets[1].Regions[0].Rows[0][7] = str(long) }, ""},
		{"a text one character too long", func(b *book.Book) { b.Sheets[1].Regions[0].Rows[0][7] = str(long + "x") }, "cell-too-long"},
		{"emoji count twice", func(b *book.Book) { b.Sheets[1].Regions[0].Rows[0][7] = str(strings.Repeat("🙂", maxText/2+1)) }, "cell-too-long"},
		{"an unknown region in a formula", func(b *book.Book) { b.Sheets[0].Regions[0].Rows[0][1].Formula = "SUM({nowhere.x})" }, "unknown-cells"},
		{"a formula that fetches", func(b *book.Book) {
			b.Sheets[0].Regions[0].Rows[0][1].Formula = `"a"&WebService ("https://example.org")`
		}, "unsafe-formula"},
		{"a formula that reads another file", func(b *book.Book) { b.Sheets[1].Regions[0].Total[6].Formula = "[a.xlsx]B!C1" }, "unsafe-formula"},
		{"a formula that starts a program", func(b *book.Book) { b.Sheets[0].Regions[0].Rows[0][1].Formula = "cmd|'/C calc'!A0" }, "unsafe-formula"},
		{"an unknown column in a total", func(b *book.Book) { b.Sheets[1].Regions[0].Total[6].Formula = "SUM({.x})" }, "unknown-cells"},
		{"an unknown column in a rule", func(b *book.Book) { b.Sheets[1].Regions[0].Rules[0].Column = "x" }, "unknown-cells"},
		{"an unknown column in a chart", func(b *book.Book) { b.Sheets[0].Charts[0].Series[0].Values = "states.x" }, "unknown-cells"},
		{"an unknown kind of chart", func(b *book.Book) { b.Sheets[0].Charts[0].Kind = "pie" }, "unknown-chart"},
		{"an unknown list", func(b *book.Book) { b.Lists = nil }, "unknown-list"},
		{"a formula without its end", func(b *book.Book) { b.Sheets[0].Regions[0].Rows[0][1].Formula = `IF(1,"(",2` }, "bad-formula"},
		{"a formula that ends in an operator", func(b *book.Book) { b.Sheets[0].Regions[0].Rows[0][1].Formula = "1+" }, "bad-formula"},
		{"a column's name twice", func(b *book.Book) { r := &b.Sheets[0].Regions[1]; r.Columns = append(r.Columns, r.Columns[0]) }, "column-twice"},
		{"a sheet for everyone", func(b *book.Book) {
			for range maxSheets {
				b.Sheets = append(b.Sheets, &book.Sheet{Name: "S"})
			}
		}, "too-many-sheets"},
		{"a long prompt", func(b *book.Book) { b.Sheets[1].Regions[0].Columns[2].Prompt = strings.Repeat("x", 256) }, "prompt-too-long"},
		{"a script as a link", func(b *book.Book) { b.Sheets[0].Regions[1].Rows[0][0].Link = "javascript:alert(1)" }, "unsafe-link"},
		{"a file as a link", func(b *book.Book) { b.Sheets[0].Regions[1].Rows[0][0].Link = "file:///etc/passwd" }, "unsafe-link"},
		{"a link to no sheet", func(b *book.Book) { b.Sheets[0].Regions[1].Rows[0][0].Link = "#Nirgends" }, "unsafe-link"},
		{"columns that do not fit on paper", func(b *book.Book) {
			for i := range b.Sheets[1].Regions[0].Columns {
				b.Sheets[1].Regions[0].Columns[i].Wrap = false
				b.Sheets[1].Regions[0].Columns[i].Width = 60
			}
		}, "sheet-too-wide"},
	} {
		b := sample(2)
		c.change(b)
		var out diag.List
		data, err := Write(b, &out)
		if err != nil {
			t.Fatal(err)
		}
		var codes []diag.Code
		for _, f := range out.Findings {
			codes = append(codes, f.Code)
		}
		if c.want == "" && len(codes) == 0 || len(codes) == 1 && codes[0] == c.want {
			if (data == nil) != out.Errors(false) {
				t.Errorf("%s: a file and an error", c.name)
			}
			continue
		}
		t.Errorf("%s: want %q, got %q", c.name, c.want, codes)
	}
}

func TestSheetNamesAreCleanShortAndUnique(t *testing.T) {
	n := newNames()
	for _, c := range []struct{ in, want string }{
		{"Bildung und Sprache", "Bildung und Sprache"},
		{"Bildung/Sprache [neu]", "Bildung-Sprache -neu-"},
		{"BILDUNG UND SPRACHE", "BILDUNG UND SPRACHE 2"},
		{"'Zitat'", "Zitat"},
		{"", "-"},
		{"history", "history 2"},
		{"Gesellschaftliche Teilhabe und Zusammenleben", "Gesellschaftliche Teilhabe und"},
		{"Gesellschaftliche Teilhabe und Beratung", "Gesellschaftliche Teilhabe 2"},
		{strings.Repeat("ä", 40), strings.Repeat("ä", 31)},
		{strings.Repeat("🙂", 20), strings.Repeat("🙂", 15)},
	} {
		if got := n.sheet(c.in); got != c.want || length(got) > 31 {
			t.Errorf("%q: want %q, got %q", c.in, c.want, got)
		}
	}
}

func TestFormulasNameCells(t *testing.T) {
	p := newPlan(sample(3))
	sp := p.named["tasks"]
	for _, c := range []struct{ in, want string }{
		{"SUM({})", "SUM(G7:G9)"},
		{"SUM({.cost})", "SUM($G$7:$G$9)"},
		{"{@cost}*2", "$G8*2"},
		{`COUNTIF({states.state},"{x}")`, `COUNTIF('Übersicht'!$A$6:$A$7,"{x}")`},
		{"SUM({1,2;3})", "SUM({1,2;3})"},
		{"1{", "1{"},
	} {
		if got, err := p.formula(c.in, sp, 8, 7); err != nil || got != c.want {
			t.Errorf("%s: want %s, got %s, %v", c.in, c.want, got, err)
		}
	}
}

func TestColumnsThatWrapGiveWayUntilThePageIsReadable(t *testing.T) {
	b := sample(2)
	b.Sheets[1].Regions[0].Columns[1].Width = 120
	tab := newPlan(b).tabs[1]
	if size := tab.scale() * sizeCell; size < smallest {
		t.Errorf("prints at %.2f pt", size)
	}
	if tab.widths[2] != 18 {
		t.Errorf("a column that does not wrap became %d wide", tab.widths[2])
	}
}

// TestHiddenColumnsMakeNothingTall: what only formulas read takes no room in heads and rows.
func TestHiddenColumnsMakeNothingTall(t *testing.T) {
	plain, hiding := sample(2), sample(2)
	table := &hiding.Sheets[1].Regions[0]
	table.Columns = append(table.Columns, book.Column{Key: "aid", Title: "Zwischenwert mit einem langen Namen", Hidden: true, Wrap: true})
	for i := range table.Rows {
		table.Rows[i] = append(table.Rows[i], str("ein langer Text, der in keiner Spalte steht"))
	}
	want, got := newPlan(plain).tabs[1].heights, newPlan(hiding).tabs[1].heights
	if !slices.Equal(got, want) {
		t.Errorf("heights %v, want %v", got, want)
	}
}

func BenchmarkWrite(b *testing.B) {
	book := sample(2000)
	b.ReportAllocs()
	for b.Loop() {
		write(b, book)
	}
}

func BenchmarkRead(b *testing.B) {
	data := write(b, sample(2000))
	b.ReportAllocs()
	for b.Loop() {
		var out diag.List
		if Read("x.xlsx", data, &out) == nil {
			b.Fatal(out.Findings)
		}
	}
}
