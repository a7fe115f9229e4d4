package report_test

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/xuri/excelize/v2"

	"konzept/report"
	"konzept/report/diag"
)

// town is a small project for one fault: what every project needs, and what the test adds. Its outputs are all documents
// that print numbers.
const town = `project:
  municipality: {name: Stadt Probe, short: Probe, street: Markt 1, postcode: "12345", city: Probe}
  title: Konzept
  report_date: 2025-06-30
  outputs: [{target: concept, file: K}, {target: council-report, file: B}, {target: progress, file: U}]
offices: [{id: amt, name: Amt}]
`

// build makes a town's outputs; a finding that is an error fails the test.
func buildTown(t *testing.T, data string) *report.Result {
	t.Helper()
	r, err := report.Build(options(fstest.MapFS{"data/konzept.yaml": {Data: []byte(data)}}))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range r.Findings.Findings {
		if diag.SeverityOf(f.Code) == diag.Error {
			t.Fatalf("%s %q at %v", f.Code, f.Args, f.At)
		}
	}
	return r
}

// opened is the town's workbook as a stranger reads it.
func opened(t *testing.T, r *report.Result, name string) *excelize.File {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(output(t, r, name).Data))
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// recalculated asserts that every formula of a workbook gives the value that stands in its cell.
func recalculated(t *testing.T, f *excelize.File) (formulas int) {
	t.Helper()
	for _, sheet := range f.GetSheetList() {
		rows, err := f.GetRows(sheet, excelize.Options{RawCellValue: true})
		if err != nil {
			t.Fatal(err)
		}
		dimension, _ := f.GetSheetDimension(sheet)
		_, last, _ := strings.Cut(dimension, ":")
		cols, height, err := excelize.CellNameToCoordinates(last)
		if err != nil {
			continue
		}
		for y := 1; y <= max(height, len(rows)); y++ {
			for x := 1; x <= cols; x++ {
				cell, _ := excelize.CoordinatesToCellName(x, y)
				formula, _ := f.GetCellFormula(sheet, cell)
				if formula == "" {
					continue
				}
				formulas++
				was, _ := f.GetCellValue(sheet, cell, excelize.Options{RawCellValue: true})
				now, err := f.CalcCellValue(sheet, cell, excelize.Options{RawCellValue: true})
				if a, errA := strconv.ParseFloat(was, 64); errA == nil {
					if b, errB := strconv.ParseFloat(now, 64); errB == nil && a-b < 1e-9 && b-a < 1e-9 {
						continue
					}
				}
				if err != nil || was != now {
					t.Errorf("%s %s: %q is %q by %s (%v)", sheet, cell, was, now, formula, err)
				}
			}
		}
	}
	return formulas
}

func TestFormulasOfTheSampleSayWhatStandsInTheirCells(t *testing.T) {
	if n := recalculated(t, opened(t, sample(), "Umsetzungsstand.xlsx")); n < 150 {
		t.Errorf("%d formulas", n)
	}
}

// Names and codes are anything that a town writes; what is counted is counted by ids.
func TestNamesAndCodesAreNoCriteria(t *testing.T) {
	r := buildTown(t, town+`fields:
  - {id: a, code: "1", title: "Schüler*innen"}
  - {id: b, code: "2", title: "Schüler*innen und Lehrer*innen"}
  - {id: c, code: "3", title: Gleich}
  - {id: d, code: "4", title: gleich}
  - {id: e, code: "5", title: Gleich}
  - {id: f, code: "9 / x", title: _konzept}
  - {id: g, code: "7", title: Maßnahmen}
  - {id: h, code: "8", title: "~?"}
measures:
  - {id: m1, code: "m*", title: Stern, field: a, lead: amt, phase: in Umsetzung, comment: eins, costs: [{year: 2025, planned: 1}]}
  - {id: m2, code: mx, title: X, field: b, lead: amt, phase: abgeschlossen, comment: zwei, costs: [{year: 2025, planned: 10}]}
  - {id: m3, code: "m~?", title: Frage, field: c, lead: amt, phase: in Planung, comment: drei, costs: [{year: 2025, planned: 100}]}
  - {id: m4, code: "3E5", title: Zahl, field: d, lead: amt, phase: abgeschlossen, comment: vier, costs: [{year: 2025, planned: 1000, spent: 2}]}
  - {id: m5, code: "300000", title: Zahl, field: e, lead: amt, phase: abgeschlossen, comment: fünf}
  - {id: m6, code: "A 1.1*", title: T, field: f, lead: amt, phase: abgeschlossen, comment: sechs, costs: [{year: 2026, planned: -0}]}
  - {id: m7, code: "A 1.1", title: T, field: g, lead: amt, comment: sieben}
  - {id: m8, code: "a 1.1", title: T, field: h, lead: amt, phase: entfallen, comment: acht}
`)
	f := opened(t, r, "U.xlsx")
	recalculated(t, f)
	want := map[string]string{"Schüler*innen": "1 0 1", "Schüler*innen und Lehrer*innen": "1 1 10", "Gleich": "1 0 100", "gleich": "1 1 1000", "_konzept": "1 1 0", "Maßnahmen": "1 0 "}
	rows, _ := f.GetRows("Übersicht", excelize.Options{RawCellValue: true})
	seen := map[string]bool{}
	for _, row := range rows {
		if len(row) < 4 || seen[row[0]] || want[row[0]] == "" || row[0] == "Maßnahmen" && row[3] != "" {
			continue
		}
		if got := strings.Join(row[1:4], " "); got != want[row[0]] && row[0] != "Maßnahmen" {
			t.Errorf("%s: %q, expected %q", row[0], got, want[row[0]])
		}
		seen[row[0]] = true
	}
	if len(seen) < len(want)-1 {
		t.Errorf("seen %v", seen)
	}
	for sheet, comment := range map[string]string{"Schüler-innen": "eins", "_konzept 2": "sechs", "Maßnahmen 2": "sieben", "Gleich 3": "fünf"} {
		rows, err := f.GetRows(sheet)
		if err != nil || !strings.Contains(strings.Join(rows[len(rows)-2], " "), comment) {
			t.Errorf("%s: %v, %q", sheet, err, rows)
		}
	}
	linked := 0
	for y := 1; y < 80; y++ {
		cell, _ := excelize.CoordinatesToCellName(1, y)
		if ok, target, _ := f.GetCellHyperLink("Übersicht", cell); ok {
			value, _ := f.GetCellValue("Übersicht", cell)
			if value == "Maßnahmen" && y > 15 && target != "'Maßnahmen 2'!A1" {
				t.Errorf("%s leads to %s", value, target)
			}
			linked++
		}
	}
	if linked < 8 {
		t.Errorf("%d links", linked)
	}
}

// cellBeside is the value right of the cell that holds a text.
func cellBeside(t *testing.T, f *excelize.File, sheet, text string) string {
	t.Helper()
	rows, err := f.GetRows(sheet, excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range rows {
		for i := range row {
			if row[i] == text && i+1 < len(row) {
				return row[i+1]
			}
		}
	}
	return ""
}

// columnOf is the letter of the first column of a sheet under a head.
func columnOf(t *testing.T, f *excelize.File, sheet, head string) string {
	t.Helper()
	rows, err := f.GetRows(sheet)
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range rows {
		if i := slices.Index(row, head); i >= 0 {
			letter, err := excelize.ColumnNumberToName(i + 1)
			if err != nil {
				t.Fatal(err)
			}
			return letter
		}
	}
	t.Fatalf("no column %s on %s", head, sheet)
	return ""
}

// The sums of a measure follow the rows of its costs, whatever its number looks like.
func TestSumsOfMeasuresFollowTheirCosts(t *testing.T) {
	f := opened(t, buildTown(t, town+`fields: [{id: a, code: "1", title: Arbeit}]
measures:
  - {id: m1, code: "m*", title: A, field: a, lead: amt, phase: in Umsetzung, costs: [{year: 2025, planned: 10.5}, {year: 2026, planned: 20}]}
  - {id: m2, code: "m1", title: B, field: a, lead: amt, phase: in Umsetzung, costs: [{year: 2025, planned: 300, spent: -4}]}
  - {id: m3, code: "m?", title: C, field: a, lead: amt, phase: abgeschlossen}
`), "U.xlsx")
	sums := func() string {
		var out []string
		for _, at := range []string{"Maßnahmen geplant 7", "Maßnahmen verausgabt 7", "Maßnahmen geplant 8", "Maßnahmen verausgabt 8", "Maßnahmen geplant 9", "Arbeit geplant 6", "Arbeit verausgabt 7", "Übersicht geplant 17"} {
			words := strings.Fields(at)
			sheet := words[0]
			cell := columnOf(t, f, sheet, words[1]) + words[2]
			if formula, _ := f.GetCellFormula(sheet, cell); formula == "" {
				t.Errorf("%s is a constant", at)
			}
			v, err := f.CalcCellValue(sheet, cell, excelize.Options{RawCellValue: true})
			if err != nil {
				t.Fatal(err)
			}
			out = append(out, v)
		}
		return strings.Join(out, "|")
	}
	if got := sums(); got != "30.5||300|-4||30.5|-4|330.5" {
		t.Errorf("%s", got)
	}
	rows, _ := f.GetRows("Kosten", excelize.Options{RawCellValue: true})
	for y, row := range rows {
		if len(row) > 7 && row[7] == "20" {
			_ = f.SetCellValue("Kosten", fmt.Sprintf("H%d", y+1), 21)
		}
	}
	if got := sums(); got != "31.5||300|-4||31.5|-4|331.5" {
		t.Errorf("after a change %s", got)
	}
}

// What is overdue is the same in the workbook and in the report, and so is what is financed.
func TestWorkbookAndReportShareTheirDefinitions(t *testing.T) {
	r := buildTown(t, town+`fields: [{id: a, code: "1", title: Arbeit}]
measures:
  - {id: m1, code: "1", title: A, field: a, lead: amt, phase: in Umsetzung, end: Ende 2023, costs: [{year: 2025, planned: 100.5}], funding: [{source: Land, year: 2025, amount: 40, state: bewilligt}, {source: Bund, year: 2025, amount: 20, state: beantragt}, {source: EU, year: 2025, amount: 10}]}
  - {id: m2, code: "2", title: B, field: a, lead: amt, phase: in Umsetzung, end: "2024"}
  - {id: m3, code: "3", title: C, field: a, lead: amt, phase: zurückgestellt, end: 2024-05, comment: x}
  - {id: m4, code: "4", title: D, field: a, lead: amt, phase: abgeschlossen, end: "2024"}
  - {id: m5, code: "5", title: E, field: a, lead: amt, phase: in Planung, previous_end: 2025-05, end: "2027"}
  - {id: m6, code: "6", title: F, field: a, lead: amt, phase: Daueraufgabe, end: "2024"}
  - {id: m7, code: "7", title: G, field: a, lead: amt, phase: nicht begonnen, log: [{date: 2024-06-30, text: Zuletzt}]}
  - {id: m8, code: "8", title: H, field: a, lead: amt, phase: Daueraufgabe, as_of: 2023-01-31}
  - {id: m9, code: "9", title: I, field: a, lead: amt, as_of: 2023-01-31}
`)
	f := opened(t, r, "U.xlsx")
	recalculated(t, f)
	council := text(inspect(t, output(t, r, "B.pdf")))
	if n := cellBeside(t, f, "Übersicht", "davon überfällig"); n != "3" || !strings.Contains(council, "Überfällige Maßnahmen 3 von 9 Maßnahmen (33 %)") {
		t.Errorf("the workbook counts %s overdue, the report says %q", n, council)
	}
	if n := cellBeside(t, f, "Übersicht", "davon ohne neue Rückmeldung"); n != "2" || !strings.Contains(council, "Seit dem 30. Juni 2024 liegt zu 2 von 9 Maßnahmen (22 %) keine neue Rückmeldung vor.") ||
		!strings.Contains(council, "7 G Amt 30.06.2024 nicht begonnen 8 H Amt 31.01.2023 Daueraufgabe") {
		t.Errorf("the workbook counts %s without news, the report says %q", n, council)
	}
	for name, want := range map[string]string{"Finanzierung bewilligt": "40", "Finanzierung beantragt": "20", "Finanzierung eingeplant": "10"} {
		if got := cellBeside(t, f, "Übersicht", name); got != want {
			t.Errorf("%s: %q, expected %q", name, got, want)
		}
	}
	if !strings.Contains(council, "2025 100,50 € – 40 € 20 € 10 € 30,50 €") && !strings.Contains(council, "2025 100,50 € – 40,00 € 20,00 € 10,00 € 30,50 €") {
		t.Errorf("the report's finance: %q", council)
	}
}

// Shares of measures have one base in all documents: all measures, those of which nothing is known with them, and said.
func TestSharesHaveOneBase(t *testing.T) {
	data := town + "fields: [{id: a, code: \"1\", title: Arbeit}]\nmeasures:\n"
	for i, phase := range []string{"abgeschlossen", "abgeschlossen", "in Umsetzung", "in Umsetzung", "Daueraufgabe", "", ""} {
		data += fmt.Sprintf("  - {id: m%d, code: \"%d\", title: T%d, field: a, lead: amt%s}\n", i, i, i, map[bool]string{true: ", phase: " + phase}[phase != ""])
	}
	r := buildTown(t, data)
	for doc, wants := range map[string][]string{"K.pdf": {"abgeschlossen 2 2 von 7 (29 %)", "in Umsetzung 2 2 von 7 (29 %)", "ohne Angabe 2 2 von 7 (29 %)"},
		"B.pdf": {"Abgeschlossen sind 2 von 7 Maßnahmen (29 %)", "laufend 3 von 7 (43 %)", "Bei 2 Maßnahmen ist der Umsetzungsstand nicht angegeben."}} {
		all := text(inspect(t, output(t, r, doc)))
		for _, want := range wants {
			if !strings.Contains(all, want) {
				t.Errorf("%s does not say %q: %q", doc, want, all)
			}
		}
		for _, share := range regexp.MustCompile(`\d+ von (\d+)[^()]{0,20} \(\d+ %\)`).FindAllStringSubmatch(all, -1) {
			if share[1] != "7" {
				t.Errorf("%s: %q is of another base", doc, share[0])
			}
		}
	}
	f := opened(t, r, "U.xlsx")
	recalculated(t, f)
	rows, _ := f.GetRows("Übersicht", excelize.Options{RawCellValue: true})
	shares := map[string]string{}
	for _, row := range rows {
		if len(row) > 2 && len(row[2]) > 4 {
			shares[row[0]] = row[1] + " " + row[2][:6]
		}
	}
	for name, want := range map[string]string{"abgeschlossen": "2 0.2857", "Daueraufgabe": "1 0.1428", "ohne Angabe": "2 0.2857"} {
		if got := shares[name]; got != want {
			t.Errorf("the workbook's share of %s: %q, expected %q", name, got, want)
		}
	}
}

// A report for the council claims nothing open of funds that it must not see, and says whose it does not count.
func TestHiddenFundsAreNotClaimedOpen(t *testing.T) {
	r := buildTown(t, strings.ReplaceAll(town, "target: co", "audience: council, target: co")+`fields: [{id: a, code: "1", title: Arbeit}]
measures:
  - {id: m1, code: "1", title: A, field: a, lead: amt, costs: [{year: 2025, planned: 100}, {year: 2026, planned: 50}], funding: [{source: Land, year: 2025, amount: 40, state: bewilligt}]}
  - {id: m2, code: "2", title: B, field: a, lead: amt, costs: [{year: 2025, planned: 1000}], funding: [{source: Bund, year: 2025, amount: 1000, state: bewilligt}], hide: {funding: office}}
  - {id: m3, code: "3", title: C, field: a, lead: amt, costs: [{year: 2025, planned: 7}], funding: [{source: EU, year: 2025, amount: 7, state: bewilligt}], hide: {funding.state: office}}
  - {id: m4, code: "4", title: D, field: a, lead: amt, costs: [{year: 2027, planned: 300}]}
`)
	unsaid := "Für 2 Maßnahmen mit Kosten sind keine Mittel angegeben; ihre Kosten zählen hier nicht als offen."
	for doc, wants := range map[string][]string{
		"B.pdf": {"2025 1.107 € – 40 € – – 60 €", "2026 50 € – – – – 50 €", "2027 300 € – – – – –", "Summe 1.457 € – 40 € – – 110 €", unsaid},
		"K.pdf": {"Davon sind 40 € bewilligt. Noch ohne Mittel sind 110 € der geplanten Kosten. " + unsaid}} {
		all := text(inspect(t, output(t, r, doc)))
		for _, want := range wants {
			if !strings.Contains(all, want) {
				t.Errorf("%s does not say %q: %q", doc, want, all)
			}
		}
	}
}

// Nothing known is not 0, on paper and in the workbook, and the alternative texts of its charts tell what stands there.
func TestWhatIsNotKnownIsNotZero(t *testing.T) {
	r := buildTown(t, town+`fields: [{id: a, code: "1", title: Arbeit}, {id: b, code: "2", title: Bildung}]
measures:
  - {id: m1, code: "1", title: Eins, field: a, lead: amt, costs: [{year: 2025, planned: 100}]}
  - {id: m2, code: "2", title: Zwei, field: b, lead: amt}
`)
	f := opened(t, r, "U.xlsx")
	recalculated(t, f)
	for _, doc := range []string{"K.pdf", "B.pdf"} {
		all := text(inspect(t, output(t, r, doc)))
		for _, wrong := range []string{" 0 €", "0 %", "0 von 2", "Abgeschlossen", "überfällig ist"} {
			if i := strings.Index(all, wrong); i >= 0 && !strings.Contains(all[max(0, i-2):i+1], "1") && all[max(0, i-2)] != '0' {
				t.Errorf("%s says %q: %q", doc, wrong, all[max(0, i-60):min(len(all), i+60)])
			}
		}
	}
	for _, name := range []string{"Kosten verausgabt", "Finanzierung bewilligt"} {
		if got := cellBeside(t, f, "Übersicht", name); got != "" {
			t.Errorf("%s is %q", name, got)
		}
	}
	drawing := parts(t, output(t, r, "U.xlsx").Data, "xl/drawings/drawing1.xml")
	if strings.Contains(drawing, "twoCellAnchor") || strings.Count(drawing, "<xdr:oneCellAnchor>") != 3 || !strings.Contains(drawing, `<xdr:ext cx="4572000"`) {
		t.Errorf("charts without a size: %s", drawing)
	}
	for _, want := range []string{"Maßnahmen nach Umsetzungsstand: ohne Angabe 2", "Maßnahmen nach Ampel: ohne Ampel 2", "2025: geplant 100"} {
		if !strings.Contains(drawing, want) {
			t.Errorf("no chart says %q: %s", want, drawing)
		}
	}
}

// parts is one file of a workbook.
func parts(t *testing.T, data []byte, name string) string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	f, err := z.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	b, err := io.ReadAll(f)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// What a formula takes from another cell stands there as in that cell, markup, broken lines and old days with it.
func TestAwkwardCellsAgree(t *testing.T) {
	f := opened(t, buildTown(t, town+`fields: [{id: a, code: "1", title: Arbeit}]
measures:
  - {id: m-1, code: "1.1", title: "=1+1", field: a, lead: amt, phase: in Umsetzung, signal: kritisch, comment: "-Minus zuerst", next: "+49 621 123", end: "Ende 2023"}
  - {id: m-2, code: "1.2", title: "@SUMME(A1)", field: a, lead: amt, phase: in Umsetzung, comment: "=cmd|'/C calc'!A0", start: "1899-05", end: "1899-12-30", costs: [{year: 2024, kind: einmalig, planned: 123456789012.67, spent: 500.55}]}
  - {id: m-3, code: "1.3", title: Tab, field: a, lead: amt, phase: in Umsetzung, start: "1900-02-28", end: "1900-03-01", comment: "Erster **wichtiger** Satz."}
  - {id: m-4, code: "1.4", title: Emoji, field: a, lead: amt, phase: entfallen, comment: "zwei\nZeilen"}
`), "U.xlsx")
	recalculated(t, f)
	if n := cellBeside(t, f, "Übersicht", "davon überfällig"); n != "3" {
		t.Errorf("%s overdue", n)
	}
	starts := map[string]string{}
	rows, _ := f.GetRows("Maßnahmen")
	for _, row := range rows {
		if len(row) > 8 {
			starts[row[0]] = row[7] + " " + row[8]
		}
	}
	if starts["1.3"] != "28.02.1900 01.03.1900" || starts["1.2"] != "Mai 1899 30.12.1899" {
		t.Errorf("%q", starts)
	}
}
