package report_test

import (
	"bytes"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/xuri/excelize/v2"

	"konzept/report"
	"konzept/report/internal/odddata"
	"konzept/report/model"
	"konzept/report/number"
	"konzept/report/schema"
	"konzept/report/verify"
)

var (
	amountCell = regexp.MustCompile(`^\x{2212}?[\d.]+(,\d\d)? €$`)
	amountSaid = regexp.MustCompile(`\x{2212}?[\d.]*\d(,\d\d)? €`)
)

// TestEveryNumberIsTheDatas compares the numbers of the sample and of odd projects: what concept, council report, alternative
// texts, data tables and workbook print is what the data say or what adds up from them, by a ledger of the test's own.
func TestEveryNumberIsTheDatas(t *testing.T) {
	t.Run("sample", func(t *testing.T) {
		numbers(t, sample(), "Integrationskonzept.pdf", "Sachstandsbericht.pdf", "Umsetzungsstand.xlsx")
	})
	var all []int
	for n := range 52 {
		all = append(all, n)
	}
	for _, n := range oddTried(all) {
		p := odddata.Make(n)
		if again := n > 26 && len(p.Files["data/listen.yaml"]) > 1<<16; p.Code != "" || again {
			continue
		}
		t.Run(p.Name, func(t *testing.T) {
			t.Parallel()
			files := fstest.MapFS{}
			for name, data := range p.Files {
				files[name] = &fstest.MapFile{Data: data}
			}
			o := options(files)
			o.Targets, o.Edition = []string{"concept", "council-report", "progress"}, "screen"
			r, err := report.Build(o)
			if err != nil {
				t.Fatal(err)
			}
			if len(r.Outputs) == 0 {
				t.Skip("stopped: ", r.Findings.Findings[0].Code)
			}
			numbers(t, r, "concept.pdf", "council-report.pdf", "progress.xlsx")
		})
	}
}

func numbers(t *testing.T, r *report.Result, concept, council, workbook string) {
	view := r.Report.View(schema.Public)
	l := newLedger(view)
	german := len(view.Langs) == 0 || view.Langs[0] == "de"
	for _, name := range []string{concept, council} {
		tree := inspect(t, output(t, r, name))
		if german {
			amounts(t, name, tree, l)
			counted(t, name, tree, view)
		}
		if name == concept && german {
			typed(t, name, text(tree), view)
		}
	}
	f, err := excelize.OpenReader(bytes.NewReader(output(t, r, workbook).Data))
	if err != nil {
		t.Fatal(err)
	}
	sheets(t, f, l, view)
}

// amounts: every cell and every alternative text names amounts of the ledger alone.
func amounts(t *testing.T, name string, tree *verify.Report, l *ledger) {
	t.Helper()
	for _, n := range tree.Structure {
		said := []string{plain(n.Text)}
		if n.Type == "Figure" && strings.Contains(n.Alt, "Zeitplan für ") {
			continue // holds titles, which may name amounts
		}
		if n.Type == "Figure" {
			said = amountSaid.FindAllString(plain(n.Alt), -1)
		} else if n.Type != "TD" && n.Type != "TH" || !amountCell.MatchString(said[0]) {
			continue
		}
		for _, s := range said {
			if !l.holds(s) {
				t.Errorf("%s: %s %q says %s, which nothing adds up to", name, n.Type, plain(n.Alt), s)
			}
		}
	}
}

// counted: the charts and the schedule say how many measures are in each phase.
func counted(t *testing.T, name string, tree *verify.Report, r *model.Report) {
	t.Helper()
	phases := map[string]int64{}
	for _, m := range r.Records("measures") {
		p := word(m, "phase")
		if p == "" {
			p = "ohne Angabe"
		}
		phases[p]++
	}
	for _, n := range tree.Structure {
		alt := plain(n.Alt)
		schedule := strings.Contains(alt, "Zeitplan für ")
		if !schedule && !(strings.Contains(alt, "Balkendiagramm") && strings.Contains(alt, "in Umsetzung")) || len(phases) < 2 {
			continue
		}
		for p, count := range phases {
			want := p + " " + itoa(count)
			if schedule {
				want = itoa(count) + " " + p
			}
			if !strings.Contains(alt, want) {
				t.Errorf("%s: %q does not say %q", name, alt[:min(300, len(alt))], want)
			}
		}
	}
}

// typed: every value of an indicator and of a fact stands in the concept, with its decimals.
func typed(t *testing.T, name, all string, r *model.Report) {
	t.Helper()
	want := func(rec *model.Record, v model.Value, decimals int) {
		if d, ok := v.V.(number.Decimal); ok && !strings.Contains(all, asTyped(d, decimals)) {
			t.Errorf("%s: %s of %s is %s in the data; %q does not stand there", name, v.Field.Key, rec.ID, d, asTyped(d, decimals))
		}
	}
	for _, rec := range append(r.Records("facts"), r.Records("indicators")...) {
		decimals := -1
		values := []model.Value{}
		for _, key := range []string{"value", "target"} {
			if v, ok := rec.Value(key); ok {
				values = append(values, v)
			}
		}
		for _, n := range nested(rec, "values") {
			if v, ok := n.Value("value"); ok {
				values = append(values, v)
			}
		}
		for _, v := range values {
			decimals = max(decimals, v.V.(number.Decimal).Places())
		}
		if v, ok := rec.Value("decimals"); ok {
			decimals = int(v.V.(int64))
		}
		for _, v := range values {
			want(rec, v, decimals)
		}
	}
}

// sheets: the workbook's amounts are the ledger's, its indicators are as typed, and its formulas give what stands there.
func sheets(t *testing.T, f *excelize.File, l *ledger, r *model.Report) {
	t.Helper()
	cells := map[string]bool{}
	for _, sheet := range f.GetSheetList() {
		raw, _ := f.GetRows(sheet, excelize.Options{RawCellValue: true})
		for y, row := range raw {
			for x, value := range row {
				cell, _ := excelize.CoordinatesToCellName(x+1, y+1)
				if value == "" || !strings.ContainsAny(value[:1], "-0123456789") {
					continue
				}
				cells[sheet+" "+value] = true
				id, _ := f.GetCellStyle(sheet, cell)
				style, err := f.GetStyle(id)
				if err != nil || style.CustomNumFmt == nil || !strings.Contains(*style.CustomNumFmt, "€") {
					continue
				}
				d, ok := number.ParseCell(value)
				if c, whole := d.Mul(number.Int(100)).Int64(); !ok || !whole || !l.cents[c] {
					t.Errorf("workbook: %s %s is %s, which nothing adds up to", sheet, cell, value)
				}
			}
		}
	}
	for _, k := range r.Records("indicators") {
		for _, n := range nested(k, "values") {
			v, _ := n.Value("value")
			d := v.V.(number.Decimal)
			if !cells["Indikatoren "+d.Cell().String()] && !cells["Indicators "+d.Cell().String()] {
				t.Errorf("workbook: the value %s of %s does not stand there", d, k.ID)
			}
		}
	}
}
