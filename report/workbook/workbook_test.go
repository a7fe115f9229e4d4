package workbook

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"konzept/report/book"
	"konzept/report/design"
	"konzept/report/diag"
	"konzept/report/internal/smalltown"
	"konzept/report/model"
	"konzept/report/template"
)

// set is a template and what a workbook needs beside it.
func set(tables string) *template.Set {
	var out diag.List
	return template.New(fstest.MapFS{"tables/t.yaml": {Data: []byte(tables)}, "design/base.yaml": {Data: []byte("pages: {}\n")}, "labels/de.yaml": {Data: []byte(smalltown.Labels)}}, nil, nil, &out)
}

func job(r *model.Report) design.Job {
	return design.Job{Target: "test", Template: "t", Report: r, Lang: "de", Date: smalltown.Date, Edition: "screen"}
}

// places writes findings as line:column code arguments.
func places(s *template.Set, out *diag.List) string {
	var lines []string
	for _, f := range out.Findings {
		src := string(s.Source(f.At.File))
		from := min(int(f.At.From), len(src))
		line := 1 + strings.Count(src[:from], "\n")
		lines = append(lines, fmt.Sprintf("%d:%d %s %s", line, from-strings.LastIndexByte(src[:from], '\n'), f.Code, strings.Join(f.Args, "|")))
	}
	return strings.Join(lines, "\n")
}

// tabled fills a workbook's template from the small report.
func tabled(t testing.TB, tables string) (dump, findings string) {
	t.Helper()
	var out diag.List
	s := set(tables)
	b := Make(s, design.New(s), job(smalltown.Report(t, smalltown.Data)), &out)
	var text strings.Builder
	if b != nil {
		if err := book.Dump(&text, b); err != nil {
			t.Fatal(err)
		}
	}
	return text.String(), places(s, &out)
}

const tableTemplate = `
title: '{{ project.title }}'
stand: '{{ label("stand") }}: {{ date(date) }}'
let: {names: '["eins", "zwei"]'}
lists:
  - {name: phases, values: phases}
sheets:
  - name: Alle
    regions:
      - name: all
        filter: true
        rows: m in measures
        id: m.id
        columns:
          - {key: code, title: Nr., value: m.code, total: {text: Summe}}
          - {key: title, title: Titel, value: m.title, link: '#Je {{ m.field.title }}'}
          - {key: raw, title: Roh, value: m.title, input: true}
          - {key: phase, title: Phase, value: m.phase, input: true, list: phases}
          - {for: 'n, i in names', key: 'n{{ i }}', title: '{{ n }}', value: m.progress / 100, format: percent, total: average}
          - {key: day, title: Tag, value: date, total: count}
        rules:
          - {for: 'p, i in phases', if: i < 4, column: phase, equals: '{{ p }}', symbol: '{{ i }}'}
          - {column: day, formula: '{@day}<{{ date }}'}
    charts:
      - {kind: bar, title: Bild, categories: all.code, series: [{values: all.n1}]}
  - for: f in fields
    if: len(f.measures) > 0
    name: 'Je {{ f.title }}'
    regions:
      - name: 'f{{ f.code }}'
        columns: [{key: a, title: A, value: '"sonst"'}, {key: b, format: int}]
        rows:
          - cells: {a: {text: fest}, b: {value: len(f.measures), formula: 'COUNTIF({all.code},"{{ f.code }}*")'}}
          - for: [m in f.measures, p in m.partners]
            cells: {b: m.progress}
`

func TestTablesAreFilledAsTheirTemplatesSay(t *testing.T) {
	got, found := tabled(t, tableTemplate)
	if found != "" {
		t.Fatal(found)
	}
	want := `book "Konzept" lang=de-DE date=2024-06-30 stand="Stand: 30.06.2024" label=""
  list phases ["nicht begonnen" "in Planung" "in Umsetzung" "abgeschlossen" "Daueraufgabe" "zurückgestellt" "entfallen"]
  sheet "Alle"
    region all
      column code "Nr."
      column title "Titel"
      column raw "Roh" input
      column phase "Phase" list=phases input
      column n1 "eins" percent
      column n2 "zwei" percent
      column day "Tag"
      row M1 "1.1.1" | "Sprachlotsen stark" ->#Je Sprache | "Sprachlotsen **stark**" | "in Umsetzung" | 0.4 | 0.4 | 45473:date
      row M2 "1.1.2" | "Zweite" ->#Je Sprache | "Zweite" | - | - | - | 45473:date
      total "Summe" | - | - | - | 0.4 =IF(SUBTOTAL(102,{})=0,"",SUBTOTAL(101,{})) | 0.4 =IF(SUBTOTAL(102,{})=0,"",SUBTOTAL(101,{})) | 2:int =SUBTOTAL(103,{})
      rule phase = nicht begonnen symbol=1
      rule phase = in Planung symbol=2
      rule phase = in Umsetzung symbol=3
      rule day if {@day}<45473
    chart bar "Bild" of all.code: all.n1
  sheet "Je Sprache"
    region f1
      column a "A"
      column b "" int
      row "fest" | 2 =COUNTIF({all.code},"1*")
      row "sonst" | 40
      row "sonst" | 40
`
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestTableTemplatesSayWhatIsWrong(t *testing.T) {
	for _, c := range []struct{ name, template, want string }{
		{"a misspelt key", "sheets: [{nmae: A}]", "1:11 table-key nmae|\x01meinten Sie „name“?"},
		{"a list where keys belong", "sheets: [[a]]", "1:10 table-shape \x01Schlüssel mit Werten"},
		{"a text where a list belongs", "sheets: x", "1:9 table-shape \x01eine Liste"},
		{"an unknown format", "sheets: [{name: A, regions: [{columns: [{key: a, format: zahl}]}]}]", "table-word zahl"},
		{"a loop without in", "sheets: [{for: alle, name: A}]", "1:16 table-loop alle"},
		{"a name that is none", "let: {1a: '2'}", "1:7 table-name 1a"},
		{"an unknown field", "title: '{{ project.titel }}'", "1:20 unknown-field"},
		{"loops that fill memory", "sheets: [{name: A, regions: [{columns: [{key: a, value: '1'}], rows: [{for: ['a in range(1, 9999)', 'b in range(1, 9999)'], cells: {}}]}]}]", "table-too-large"},
		{"a width beyond Excel's", "sheets: [{name: A, regions: [{columns: [{key: a, width: 256}]}]}]", "table-shape \x01eine ganze Zahl von 0 bis 255"},
		{"a width in words", "sheets: [{name: A, regions: [{columns: [{key: a, width: breit}]}]}]", "table-shape \x01eine Zahl"},
	} {
		if _, found := tabled(t, c.template); !strings.Contains(found, c.want) || strings.Count(strings.Replace(found, "\n1:107 step-budget ", "", 1), "\n") > 0 {
			t.Errorf("%s: want %q, got %q", c.name, c.want, found)
		}
	}
}

func FuzzTableTemplate(f *testing.F) {
	f.Add(tableTemplate)
	f.Add("sheets: [{for: x in fields, name: '{{ x.title }}', regions: [{rows: y in x.measures, columns: [{value: y}]}]}]")
	r := smalltown.Report(f, smalltown.Data)
	f.Fuzz(func(t *testing.T, tables string) {
		var out diag.List
		s := set(tables)
		b := Make(s, design.New(s), job(r), &out)
		if b == nil {
			if len(out.Findings) == 0 && strings.TrimSpace(tables) != "" && open(s, "tables/t.yaml", diag.Span{}, &out) != nil {
				t.Error("no book and no finding")
			}
			return
		}
		for _, sh := range b.Sheets {
			for _, r := range sh.Regions {
				for _, row := range append(r.Rows, r.Total) {
					if row != nil && len(row) != len(r.Columns) {
						t.Errorf("%d cells for %d columns", len(row), len(r.Columns))
					}
				}
			}
		}
	})
}
