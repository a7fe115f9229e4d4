package layout

import (
	"fmt"
	"strings"
	"testing"

	"konzept/report/doc"
	"konzept/report/number"
	"konzept/report/page"
)

// TestALongDrawingRunsOverPages: a schedule of 60 rows on pages of 200 pt is one figure, its head stands on each of its
// pages with the word for a continuation, both as artifacts, and every row is content once.
func TestALongDrawingRunsOverPages(t_ *testing.T) {
	plan := &doc.Gantt{Lanes: []doc.Lane{{Title: "Bahn"}}}
	for i := range 60 {
		plan.Lanes[0].Tasks = append(plan.Lanes[0].Tasks, doc.Task{Label: fmt.Sprintf("Zeile%02d.", i), Begin: 739000, HasBegin: true, End: 739200, HasEnd: true})
	}
	d := document(small(), []doc.Block{lines(3), &doc.Figure{Drawing: plan, Title: t("Plan"), Number: true, Style: bodyStyle, CaptionStyle: bodyStyle, Source: t("Quelle")}})
	d.Palette = d.Palette[:1] // no pale accent for the heading
	r := lay(t_, d)
	figures := map[*page.Elem]bool{}
	content, heads := "", 0
	for n, pg := range r.Pages {
		repeated := ""
		each(pg.Items, func(it page.Item) {
			e := it.Element()
			if e != nil && e.Type == "Figure" {
				figures[e] = true
			}
			if w, ok := it.(*page.Text); ok && e != nil {
				content += w.Run.Text
			} else if ok {
				repeated += w.Run.Text
			}
		})
		if strings.Contains(repeated, "2023") && strings.Contains(repeated, "("+words.Continued+")") {
			heads++
		} else if n > 0 && n < len(r.Pages)-1 {
			t_.Errorf("page %d repeats no head: %q", n+1, repeated)
		}
	}
	if len(figures) != 1 || len(r.Pages) < 4 || heads < len(r.Pages)-2 {
		t_.Errorf("%d figures, %d heads on %d pages", len(figures), heads, len(r.Pages))
	}
	for i := range 60 {
		if label := fmt.Sprintf("Zeile%02d.", i); strings.Count(content, label) != 1 {
			t_.Errorf("%q is content %d times", label, strings.Count(content, label))
		}
	}
}

// TestAFiguresDataStandBelowItAsATable: rows named by their first cell, numbers at the right.
func TestAFiguresDataStandBelowItAsATable(t_ *testing.T) {
	d := &doc.Donut{Parts: []doc.Slice{{Label: "eins", Value: number.Int(3)}, {Label: "zwei", Value: number.Int(1)}}}
	look := &doc.TableStyle{Style: bodyStyle}
	r := lay(t_, document(small(), []doc.Block{&doc.Figure{Drawing: d, Title: t("Ring"), Style: bodyStyle, CaptionStyle: bodyStyle, Table: look}}))
	got := dump(t_, r)
	for _, want := range []string{`"Anteil" <Div/Table/THead/TR/TH>`, `"eins" <Div/Table/TBody/TR/TH>`, `"75\u00a0%" <Div/Table/TBody/TR/TD>`} {
		if !strings.Contains(got, want) {
			t_.Errorf("no %s in\n%s", want, got)
		}
	}
}
