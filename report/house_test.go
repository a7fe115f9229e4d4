package report_test

import (
	"bytes"
	"fmt"
	"io/fs"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/xuri/excelize/v2"

	"konzept/report"
	"konzept/report/diag"
	"konzept/report/format"
	"konzept/report/model"
	"konzept/report/schema"
	"konzept/report/verify"
	"konzept/templates"
)

// What a print officer looks for in the finished papers (DOMAIN.md 7.1), on the sample.

func TestStandIsTheSameEverywhere(t *testing.T) {
	r := sample()
	for _, o := range r.Outputs {
		if strings.HasSuffix(o.File, ".pdf") && o.Edition == "screen" {
			if made := inspect(t, o).Created; !strings.HasPrefix(made, "D:20240630") {
				t.Errorf("%s says it was made %s", o.File, made)
			}
		}
	}
	for _, name := range []string{"Integrationskonzept.pdf", "Kurzfassung.pdf", "Sachstandsbericht.pdf"} {
		if !strings.Contains(text(inspect(t, output(t, r, name))), "Stand: 30. Juni 2024") {
			t.Errorf("%s does not say of which day it is", name)
		}
	}
	k, err := excelize.OpenReader(bytes.NewReader(output(t, r, "Umsetzungsstand.xlsx").Data))
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range k.GetSheetList() {
		if visible, _ := k.GetSheetVisible(name); !visible {
			continue
		}
		rows, err := k.GetRows(name)
		if err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(plain(fmt.Sprint(rows)), "Stand: 30. Juni 2024") {
			t.Errorf("the sheet %s does not say of which day it is", name)
		}
	}
}

func TestStateStandsOnTheCover(t *testing.T) {
	for _, state := range []string{"Entwurf", "Beschlussfassung"} {
		files := overlay(t, scaffold, nil)
		data := string(files["data/konzept.yaml"].Data)
		at := strings.Index(data, "  state: ")
		end := at + strings.IndexByte(data[at:], '\n')
		files["data/konzept.yaml"].Data = []byte(data[:at] + "  state: " + state + data[end:])
		all := text(inspect(t, output(t, made(t, options(files)), "Konzept.pdf")))
		for _, other := range []string{"Entwurf", "Beschlussfassung", "Druckfassung"} {
			if strings.Contains(all, other) != (other == state) {
				t.Errorf("state %s: the paper says %s: %v", state, other, other != state)
			}
		}
	}
}

func TestBookmarksAreTheHeadings(t *testing.T) {
	r := inspect(t, output(t, sample(), "Integrationskonzept.pdf"))
	var headings []string
	for _, n := range r.Structure {
		if len(n.Type) == 2 && n.Type[0] == 'H' {
			headings = append(headings, plain(n.Text))
		}
	}
	if len(r.Outline) < 50 {
		t.Fatalf("only %d bookmarks", len(r.Outline))
	}
	for _, b := range r.Outline {
		i := slices.Index(headings, plain(b.Title))
		if i < 0 {
			t.Errorf("the bookmark %q is no heading, or out of order", b.Title)
			continue
		}
		headings = headings[i+1:]
	}
}

// TestEverySheetStandsOnOnePage: no measure of the sample takes more than one page (DOMAIN.md, finding 1).
func TestEverySheetStandsOnOnePage(t *testing.T) {
	r := inspect(t, output(t, sample(), "Integrationskonzept.pdf"))
	sheets := 0
	for _, m := range sample().Report.Records("measures") {
		title := plain(word(m, "code") + " " + word(m, "title"))
		for i, n := range r.Structure {
			if n.Type == "H3" && plain(n.Text) == title {
				sheets++
				for _, below := range branch(r.Structure, sectionOf(r.Structure, i)) {
					if below.Page != 0 && below.Page != n.Page || len(below.Turns) > 0 {
						t.Errorf("%s begins on page %d and goes on to %d", title, n.Page, below.Page)
						break
					}
				}
			}
		}
	}
	if sheets != len(sample().Report.Records("measures")) {
		t.Errorf("%d sheets", sheets)
	}
}

// sectionOf is the section that a heading opens.
func sectionOf(nodes []verify.Node, heading int) int {
	for i := heading; i >= 0; i-- {
		if nodes[i].Type == "Sect" && nodes[i].Depth < nodes[heading].Depth {
			return i
		}
	}
	return heading
}

func TestSharesSayThatTheyAreRounded(t *testing.T) {
	if all := text(inspect(t, output(t, sample(), "Integrationskonzept.pdf"))); !strings.Contains(all, "Rundungsdifferenzen sind möglich.") {
		t.Error("no word about rounding beside the shares")
	}
}

func TestRegistersAreSortedAsGermansSort(t *testing.T) {
	all := section(inspect(t, output(t, sample(), "Integrationskonzept.pdf")), "Register")
	last := 0
	for _, entry := range []string{"Alleinerziehende,", "ältere Menschen,", "Arbeitsuchende,", "Öffentlichkeit,", "pädagogische Fachkräfte,", "Patinnen und Paten,"} {
		at := strings.Index(all, entry)
		if at < last {
			t.Errorf("%q is not where Germans look for it", entry)
		}
		last = max(at, last)
	}
}

// TestNoInventedSentenceStandsTwice: the sample repeats nothing, so that a reader never wonders which record is meant.
func TestNoInventedSentenceStandsTwice(t *testing.T) {
	first := map[string]string{}
	sentences := 0
	for _, k := range schema.Kinds() {
		if slices.Contains([]string{"facts", "quotations", "milestones", "resolutions", "institutions", "pictures"}, k.Key) {
			continue // public facts, with their sources
		}
		records := sample().Report.Records(k.Key)
		if k.Single {
			records = []*model.Record{sample().Report.Single(k.Key)}
		}
		for _, r := range records {
			eachText(r, func(s string) {
				for _, one := range format.Sentences(s) {
					if len(strings.Fields(one)) < 6 || !strings.ContainsAny(one[len(one)-1:], ".!?") {
						continue
					}
					sentences++
					if other, twice := first[one]; twice && other != r.Path() {
						t.Errorf("%s and %s both say %q", other, r.Path(), one)
					}
					first[one] = r.Path()
				}
			})
		}
	}
	if sentences < 500 {
		t.Errorf("only %d sentences were compared", sentences)
	}
}

// eachText visits the texts of a record and of those within it, not those it refers to.
func eachText(r *model.Record, visit func(string)) {
	for _, v := range r.Values() {
		switch x := v.V.(type) {
		case model.TextValue:
			for _, l := range x {
				visit(l.Text)
			}
		case []model.TextValue:
			for _, text := range x {
				for _, l := range text {
					visit(l.Text)
				}
			}
		case *model.Record:
			if v.Field.Type == schema.Nested {
				eachText(x, visit)
			}
		case []*model.Record:
			if v.Field.Type == schema.NestedList {
				for _, n := range x {
					eachText(n, visit)
				}
			}
		}
	}
}

// TestNoNumberIsComputedTwice: within a template a sum or count has one place, and whoever prints it again uses its name.
func TestNoNumberIsComputedTwice(t *testing.T) {
	known := map[string]bool{ // a table and the chart of it, each in a loop of its own; TestChartsSayTheNumbersOfTheTables compares them
		"sum(f.measures, sum(filter(.costs, .year == y), .planned))": true,
		"sum(loose, sum(filter(.costs, .year == y), .planned))":      true,
	}
	err := fs.WalkDir(templates.FS, ".", func(p string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(p, ".md") || p == "README.md" {
			return err
		}
		data, err := fs.ReadFile(templates.FS, p)
		seen := map[string]bool{}
		for _, call := range reckonings(string(data)) {
			if seen[call] && !known[call] {
				t.Errorf("%s computes %s twice; give it a name with ::let", p, call)
			}
			seen[call] = true
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

// reckonings are the outermost sums and counts of a template.
func reckonings(s string) (calls []string) {
	start := regexp.MustCompile(`\b(sum|count)\(`)
	for {
		at := start.FindStringIndex(s)
		if at == nil {
			return calls
		}
		end, depth := at[1], 1
		for ; end < len(s) && depth > 0; end++ {
			switch s[end] {
			case '(':
				depth++
			case ')':
				depth--
			}
		}
		calls, s = append(calls, s[at[0]:end]), s[end:]
	}
}

// Measures and goals of no field are printed and counted like all others: tables add up.
func TestWhatBelongsToNoFieldIsPrintedToo(t *testing.T) {
	data := strings.NewReplacer("outputs: [{target: council-report}]", "outputs: [{target: council-report}, {target: concept}, {target: short}]",
		"goals: [", "goals: [{id: q, code: Q1, title: Klug planen, text: Alle Ämter planen gemeinsam.}, ").Replace(changed) +
		"  - {id: quer, code: Q9, title: Hitzeplan, lead: o, goals: [q], phase: in Planung, signal: im Plan, description: Ein Plan für alle Tage über 30 Grad., costs: [{year: 2026, planned: 1000}]}\n"
	r, err := report.Build(options(fstest.MapFS{"data/konzept.yaml": {Data: []byte(data)}}))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range r.Findings.Findings {
		if diag.SeverityOf(f.Code) == diag.Error {
			t.Fatalf("%s %q", f.Code, f.Args)
		}
	}
	for name, want := range map[string][]string{
		"concept.pdf":        {"Übergreifend Ziele Q1 Klug planen", "Q9 Hitzeplan", "Ein Plan für alle Tage über 30 Grad."},
		"short.pdf":          {"Übergreifend Ziele Q1 Klug planen", "Q9 Hitzeplan"},
		"council-report.pdf": {"Übergreifend 1 1 0 0 0 1.000 €", "Übergreifend Nr. Maßnahme"},
	} {
		all := text(inspect(t, output(t, r, name)))
		for _, w := range want {
			if !strings.Contains(all, w) {
				t.Errorf("%s does not hold %q in %q", name, w, all)
			}
		}
	}
}
