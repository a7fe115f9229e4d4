package sheet_test

import (
	"cmp"
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"konzept/report/book"
	"konzept/report/design"
	"konzept/report/diag"
	"konzept/report/model"
	"konzept/report/number"
	"konzept/report/schema"
	"konzept/report/sheet"
	"konzept/report/source"
	"konzept/report/template"
	"konzept/report/workbook"
)

// project is the repository's own project with the built-in template.
func project(t testing.TB, lang string) (*model.Report, design.Job, *template.Set) {
	t.Helper()
	root := os.DirFS("../..")
	names, err := fs.Glob(root, "data/*.yaml")
	if err != nil {
		t.Fatal(err)
	}
	var out diag.List
	var nodes []*source.Node
	for _, name := range names {
		data, err := fs.ReadFile(root, name)
		if err != nil {
			t.Fatal(err)
		}
		if n := source.Parse(path.Clean(name), data, &out); n != nil {
			nodes = append(nodes, n)
		}
	}
	r := model.Check(source.Merge(nodes, &out), root, model.CheckOptions{Lang: lang}, &out)
	templates, err := fs.Sub(root, "templates")
	if err != nil || r == nil || out.Errors(false) {
		t.Fatal(err, out.Findings)
	}
	date := model.Date{Year: 2024, Month: 6, Day: 30}
	return r, design.Job{Target: "progress", Template: "progress", Report: r.View(schema.Public), Lang: lang, Date: date, Edition: "screen", Audience: "public"},
		template.New(templates, nil, nil, &out)
}

func TestTheSampleProjectMakesItsWorkbook(t *testing.T) {
	for _, lang := range []string{"de", "en"} {
		_, job, set := project(t, lang)
		var out diag.List
		b := workbook.Make(set, design.New(set), job, &out)
		if b == nil || len(out.Findings) > 0 {
			diag.Print(os.Stderr, &out, diag.PrintOptions{Lang: "de", Source: set.Source})
			t.Fatal("findings in the template")
		}
		data, err := sheet.Write(b, &out)
		if err != nil || len(out.Findings) > 0 {
			t.Fatal(err, out.Findings)
		}
		if path := os.Getenv("PROGRESS_OUT"); path != "" {
			if err := os.WriteFile(path+"-"+lang+".xlsx", data, 0o644); err != nil {
				t.Fatal(err)
			}
		}
		back := sheet.Read("progress.xlsx", data, &out)
		if back == nil || len(back.Sheets) != 1 {
			t.Fatal(out.Findings)
		}
		sent := back.Manifest.Rows
		if back.Record(); !slices.EqualFunc(sent, back.Manifest.Rows, func(a, b book.ManifestRow) bool { return a.ID == b.ID && slices.Equal(a.Values, b.Values) }) {
			t.Error("an untouched workbook differs from what was sent")
		}
	}
}

// TestExamplesCauseTheirCode runs the smallest table template of every code that documents one.
func TestExamplesCauseTheirCode(t *testing.T) {
	_, job, _ := project(t, "de")
	job.Template = "example"
	for _, e := range diag.BookEntries() {
		if e.Example == "" {
			continue
		}
		var out diag.List
		own := fstest.MapFS{"tables/example.yaml": {Data: []byte(e.Example)}}
		set := template.New(os.DirFS("../../templates"), own, nil, &out)
		if b := workbook.Make(set, design.New(set), job, &out); b != nil && len(out.Findings) == 0 {
			if _, err := sheet.Write(b, &out); err != nil {
				t.Fatal(err)
			}
		}
		if len(out.Findings) != 1 || out.Findings[0].Code != e.Code {
			t.Errorf("%s: %q causes %+v", e.Code, e.Example, out.Findings)
		}
	}
}

// TestSumsAgreeWithTheData adds up the records by hand.
func TestSumsAgreeWithTheData(t *testing.T) {
	r, job, set := project(t, "de")
	var out diag.List
	b := workbook.Make(set, design.New(set), job, &out)
	var planned, spent, funded model.Money
	standing := map[string]number.Decimal{"bewilligt": number.Int(0), "beantragt": number.Int(0), "geplant": number.Int(0)}
	records := r.Records("measures")
	for _, m := range records {
		planned += total(m, "costs", "planned")
		spent += total(m, "costs", "spent")
		funded += total(m, "funding", "amount")
		for state, sum := range standings(m) {
			standing[state] = standing[state].Add(sum)
		}
	}
	for _, c := range []struct {
		region, column string
		want           number.Decimal
	}{
		{"measures", "planned", number.Scaled(int64(planned), 2)}, {"measures", "spent", number.Scaled(int64(spent), 2)}, {"measures", "title", number.Int(int64(len(records)))},
		{"costs", "planned", number.Scaled(int64(planned), 2)}, {"costs", "spent", number.Scaled(int64(spent), 2)}, {"costs", "funded", number.Scaled(int64(funded), 2)},
		{"by_year", "planned", number.Scaled(int64(planned), 2)}, {"by_year", "funds bewilligt", standing["bewilligt"]}, {"by_year", "funds beantragt", standing["beantragt"]}, {"by_year", "funds geplant", standing["geplant"]},
		{"by_field", "planned", number.Scaled(int64(planned), 2)}, {"by_phase", "count", number.Int(int64(len(records)))},
		{"ideas", "code", number.Int(int64(len(r.Records("ideas"))))},
	} {
		_, region := b.Region(c.region)
		if region == nil {
			t.Fatalf("no region %s", c.region)
		}
		if got := region.Total[region.Column(c.column)].Number; got.Cmp(c.want) != 0 {
			t.Errorf("%s.%s: want %v, got %v", c.region, c.column, c.want, got)
		}
	}
	if sheets := len(b.Sheets); sheets != 7+len(r.Records("fields")) || !strings.HasPrefix(b.Sheets[0].Name, "Übersicht") {
		t.Errorf("%d sheets, the first is %s", sheets, b.Sheets[0].Name)
	}
}

// standings adds up a record's funds by their state; what says none is planned.
func standings(r *model.Record) map[string]number.Decimal {
	sums := map[string]number.Decimal{}
	v, _ := r.Value("funding")
	items, _ := v.V.([]*model.Record)
	for _, it := range items {
		word := cmp.Or(model.WordOf(it, "state"), "geplant")
		amount, _ := it.Value("amount")
		money, _ := amount.V.(model.Money)
		if !sums[word].Known() {
			sums[word] = number.Int(0)
		}
		sums[word] = sums[word].Add(number.Scaled(int64(money), 2))
	}
	return sums
}

func total(r *model.Record, list, key string) model.Money {
	var sum model.Money
	v, _ := r.Value(list)
	items, _ := v.V.([]*model.Record)
	for _, it := range items {
		m, _ := it.Value(key)
		money, _ := m.V.(model.Money)
		sum += money
	}
	return sum
}
