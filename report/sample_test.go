package report_test

import (
	"archive/zip"
	"bytes"
	"io"
	"math"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"konzept/report/book"
	"konzept/report/diag"
	"konzept/report/model"
	"konzept/report/number"
	"konzept/report/schema"
	"konzept/report/sheet"
)

const sampleLabel = "Beispieldaten – frei erfunden, kein Inhalt des Frankenthaler Konzepts"

// word is a text field of a record in the data's language.
func word(r *model.Record, key string) string {
	v, _ := r.Value(key)
	switch s := v.V.(type) {
	case string:
		return s
	case *schema.Term:
		return s.Key
	case model.TextValue:
		best, _, _ := s.Best("de")
		return best
	}
	return ""
}

func nested(r *model.Record, key string) []*model.Record {
	v, _ := r.Value(key)
	list, _ := v.V.([]*model.Record)
	return list
}

// cents sums a money field of nested records, those of one year if it is not 0.
func cents(r *model.Record, list, key string, year int64) (sum int64) {
	for _, n := range nested(r, list) {
		if y, _ := n.Value("year"); year != 0 && y.V != year {
			continue
		}
		if v, ok := n.Value(key); ok {
			sum += int64(v.V.(model.Money))
		}
	}
	return sum
}

func TestConceptHoldsEveryTextOnceAndInOrder(t *testing.T) {
	r := sample()
	all := text(inspect(t, output(t, r, "Integrationskonzept.pdf")))
	last := 0
	for _, m := range r.Report.Records("measures") {
		texts := []string{word(m, "description")}
		for _, l := range nested(m, "log") {
			texts = append(texts, word(l, "text"))
		}
		for _, s := range texts {
			s = plain(s)
			if n := strings.Count(all, s); n != 1 {
				t.Errorf("%s: %d times in the concept: %q", m.ID, n, s)
				continue
			}
			at := strings.Index(all, s)
			if at < last {
				t.Errorf("%s: out of the data's order: %q", m.ID, s)
			}
			last = at
		}
	}
}

func TestEveryCodeStandsInContentsOverviewAndSheet(t *testing.T) {
	r := sample()
	tree := inspect(t, output(t, r, "Integrationskonzept.pdf"))
	var contents, cells, headings strings.Builder
	in := 0
	for _, n := range tree.Structure {
		if n.Type == "TOC" && in == 0 {
			in = n.Depth
		} else if n.Depth <= in {
			in = 0
		}
		switch {
		case in > 0:
			contents.WriteString("|" + plain(n.Text))
		case n.Type == "TD":
			cells.WriteString("|" + plain(n.Text) + "|")
		case n.Type == "H3":
			headings.WriteString("|" + plain(n.Text))
		}
	}
	for _, m := range r.Report.Records("measures") {
		code := word(m, "code")
		for name, s := range map[string]string{"contents": contents.String(), "overview": cells.String(), "sheet": headings.String()} {
			if !strings.Contains(s, "|"+code) {
				t.Errorf("%s is missing in %s", code, name)
			}
		}
	}
}

func TestSampleLabelStandsOnEveryPaper(t *testing.T) {
	for _, o := range sample().Outputs {
		if !strings.HasSuffix(o.File, ".pdf") || o.Edition != "screen" {
			continue
		}
		if !strings.Contains(text(inspect(t, o)), plain(sampleLabel)) {
			t.Errorf("%s does not say that its data are invented", o.File)
		}
	}
	z, err := zip.NewReader(bytes.NewReader(output(t, sample(), "Umsetzungsstand.xlsx").Data), int64(len(output(t, sample(), "Umsetzungsstand.xlsx").Data)))
	if err != nil {
		t.Fatal(err)
	}
	sheets, labelled := 0, 0
	for _, f := range z.File {
		if !strings.HasPrefix(f.Name, "xl/worksheets/sheet") {
			continue
		}
		rc, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		data, err := io.ReadAll(rc)
		if err != nil {
			t.Fatal(err)
		}
		if sheets++; strings.Contains(string(data), "Beispieldaten – frei erfunden") {
			labelled++
		}
	}
	if labelled < sheets-2 { // the list sheet and the manifest are hidden and never printed
		t.Errorf("%d of %d sheets carry the label", labelled, sheets)
	}
}

// workbook reads the sample's workbook back.
func workbook(t *testing.T) *book.Book {
	t.Helper()
	var out diag.List
	k := sheet.Read("Umsetzungsstand.xlsx", output(t, sample(), "Umsetzungsstand.xlsx").Data, &out)
	if k == nil || len(out.Findings) > 0 {
		t.Fatalf("workbook does not read back: %v", out.Findings)
	}
	return k
}

// column returns the numbers of a region's column.
func column(t *testing.T, k *book.Book, region, key string) (numbers []number.Decimal, texts []string) {
	t.Helper()
	for _, s := range k.Sheets {
		for _, r := range s.Regions {
			if r.Name != region {
				continue
			}
			for i, c := range r.Columns {
				if c.Key != key {
					continue
				}
				for _, row := range r.Rows {
					numbers, texts = append(numbers, row[i].Number), append(texts, row[i].Text)
				}
				return numbers, texts
			}
		}
	}
	t.Fatalf("no column %s.%s", region, key)
	return nil, nil
}

func TestCountsAndSumsAgreeBetweenDataPaperAndWorkbook(t *testing.T) {
	r, k := sample(), workbook(t)
	concept := text(inspect(t, output(t, r, "Integrationskonzept.pdf")))
	council := text(inspect(t, output(t, r, "Sachstandsbericht.pdf")))
	planned, _ := column(t, k, "measures", "planned")
	_, phases := column(t, k, "measures", "phase")
	measures := r.Report.Records("measures")
	if len(planned) != len(measures) {
		t.Fatalf("%d rows for %d measures", len(planned), len(measures))
	}
	var sum int64
	byPhase := map[string]int{}
	for i, m := range measures {
		own := cents(m, "costs", "planned", 0)
		sum += own
		if want := number.Scaled(own, 2); planned[i].Known() != has(m, "costs") || planned[i].Known() && planned[i].Cmp(want) != 0 {
			t.Errorf("%s: workbook %v, data %d cents", m.ID, planned[i], own)
		}
		if phases[i] != word(m, "phase") {
			t.Errorf("%s: workbook %q, data %q", m.ID, phases[i], word(m, "phase"))
		}
		byPhase[word(m, "phase")]++
	}
	total := euro(sum)
	for name, s := range map[string]string{"concept": concept, "council report": council} {
		if !strings.Contains(s, total) {
			t.Errorf("the %s does not hold the total %s", name, total)
		}
	}
	for year := int64(2024); year <= 2027; year++ {
		var y int64
		for _, m := range measures {
			y += cents(m, "costs", "planned", year)
		}
		if y > 0 && !strings.Contains(concept, euro(y)) {
			t.Errorf("the concept does not hold the sum of %d, %s", year, euro(y))
		}
	}
	for p, n := range byPhase {
		if !strings.Contains(concept, share(n, len(measures))) {
			t.Errorf("the concept does not say %s for %s", share(n, len(measures)), p)
		}
	}
}

func TestVotesAgree(t *testing.T) {
	r := sample()
	concept := text(inspect(t, output(t, r, "Integrationskonzept.pdf")))
	f, err := excelize.OpenReader(bytes.NewReader(output(t, r, "Umsetzungsstand.xlsx").Data))
	if err != nil {
		t.Fatal(err)
	}
	rows, err := f.GetRows("Ideen", excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	cells := map[string][]string{}
	for _, row := range rows {
		if len(row) > 0 {
			cells[row[0]] = row
		}
	}
	for _, p := range r.Report.Records("parts") {
		var ideas, votes int64
		for _, idea := range r.Report.Inverse(p, "ideas") {
			v, _ := idea.Value("votes")
			n, _ := v.V.(int64)
			ideas, votes = ideas+1, votes+n
			if !slices.Contains(cells[idea.ID], itoa(n)) {
				t.Errorf("%s: workbook row %q, data %d points", idea.ID, cells[idea.ID], n)
			}
		}
		if sum := "Summe " + itoa(ideas) + " " + itoa(votes); !strings.Contains(concept, sum) {
			t.Errorf("%s: the concept does not say %q", p.ID, sum)
		}
	}
}

func has(r *model.Record, key string) bool {
	_, ok := r.Value(key)
	return ok
}

// euro and share write numbers as the concept does, from the integers alone.
func euro(c int64) string {
	s := digits(c / 100)
	if c%100 != 0 {
		s += "," + string('0'+rune(c/10%10)) + string('0'+rune(c%10))
	}
	return s + " €"
}

func digits(n int64) string {
	if n < 1000 {
		return itoa(n)
	}
	rest := itoa(n % 1000)
	return digits(n/1000) + "." + "000"[len(rest):] + rest
}

func itoa(n int64) string {
	if n < 10 {
		return string('0' + rune(n))
	}
	return itoa(n/10) + string('0'+rune(n%10))
}

func share(n, of int) string {
	percent := int64(math.Round(100 * float64(n) / float64(of)))
	return itoa(int64(n)) + " von " + itoa(int64(of)) + " (" + itoa(percent) + " %)"
}

// TestChartsSayTheNumbersOfTheTables: what the cost chart names as its largest and smallest sums stands in the table above it.
func TestChartsSayTheNumbersOfTheTables(t *testing.T) {
	tree := inspect(t, output(t, sample(), "Integrationskonzept.pdf"))
	cells := map[string]bool{}
	seen := 0
	for _, n := range tree.Structure {
		switch {
		case n.Type == "TD":
			cells[plain(n.Text)] = true
		case n.Type == "Figure" && strings.Contains(n.Alt, "€"):
			for _, sum := range regexp.MustCompile(`\(([^()]*€)\)`).FindAllStringSubmatch(plain(n.Alt), -1) {
				if seen++; !cells[sum[1]] {
					t.Errorf("a chart says %s, no table does: %s", sum[1], n.Alt)
				}
			}
		}
	}
	if seen < 2 {
		t.Errorf("%d sums in charts", seen)
	}
}
