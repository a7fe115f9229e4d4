package report_test

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"konzept/report/eval"
	"konzept/report/finish"
	"konzept/report/model"
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
func sectionOf(nodes []finish.Node, heading int) int {
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
	for _, k := range model.Schema() {
		if slices.Contains([]string{"facts", "quotations", "milestones", "resolutions", "institutions", "pictures"}, k.Key) {
			continue // public facts, with their sources
		}
		records := sample().Report.Records(k.Key)
		if k.Single {
			records = []*model.Record{sample().Report.Single(k.Key)}
		}
		for _, r := range records {
			eachText(r, func(s string) {
				for _, one := range eval.Sentences(s) {
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
			if v.Field.Type == model.Nested {
				eachText(x, visit)
			}
		case []*model.Record:
			if v.Field.Type == model.NestedList {
				for _, n := range x {
					eachText(n, visit)
				}
			}
		}
	}
}
