package report

import (
	"fmt"
	"strings"
	"time"

	"konzept/report/barriers"
	"konzept/report/diag"
	"konzept/report/export"
	"konzept/report/finish"
	"konzept/report/model"
	"konzept/report/page"
	"konzept/report/paint"
	"konzept/report/press"
	"konzept/report/schema"
)

// edition is a way of printing (DESIGN.md section 4).
type edition struct {
	page.Edition
	suffix string                           // of file names in German; in English they end in the edition's name
	judge  func(*page.Document, *diag.List) // finds what pages lose in it
}

// onScreen is the edition of whatever names none.
const onScreen = "screen"

var editions = map[string]edition{
	onScreen: {Edition: page.Edition{Name: onScreen, Colour: page.RGB, Links: true, Tagged: true, UA: true, A: true}},
	"print":  {Edition: page.Edition{Name: "print", Colour: page.CMYK, Bleed: true, X: true}, suffix: "-Druck"},
	"copy":   {Edition: page.Edition{Name: "copy", Colour: page.Gray, Tagged: true}, suffix: "-Kopie", judge: barriers.Copies},
	"draft":  {Edition: page.Edition{Name: "draft", Colour: page.RGB, Links: true, Tagged: true, Draft: true}, suffix: "-Entwurf"},
}

// ending is what file names end in before their extension.
func (e edition) ending(lang string) string {
	if e.suffix == "" || !english(lang) {
		return e.suffix
	}
	return "-" + e.Name
}

// english tells whether a language is.
func english(lang string) bool { return lang == "en" || strings.HasPrefix(lang, "en-") }

// print makes the editions of a task's pages, if there are any. Layout runs once; editions differ from paint on.
func (b *build) print(t *task, pages *page.Document, o press.Order) {
	if pages == nil {
		if t.out.Errors(b.Strict) {
			t.withheld = append(t.withheld, t.name+".pdf")
		}
		return
	}
	var compact *page.Document // no edition but that of a press has blank pages
	for _, name := range t.editions {
		e, ok := editions[name]
		if !ok {
			t.out.Add("unknown-edition", t.place("editions", "target"), name)
			continue
		}
		set := pages
		if !e.X {
			if compact == nil {
				compact = pages.Compact()
			}
			set = compact
		}
		before, made := len(t.out.Findings), len(t.outputs)
		b.edition(t, set, e, o)
		if own := (diag.List{Findings: t.out.Findings[before:]}); own.Errors(b.Strict) {
			for _, o := range t.outputs[made:] {
				t.withheld = append(t.withheld, o.File)
			}
			t.outputs = t.outputs[:made]
		}
	}
}

// edition makes one file, and for a press the sheet beside it.
func (b *build) edition(t *task, pages *page.Document, e edition, o press.Order) {
	file, meta := fileName(t.name), b.meta()
	var facts press.Facts
	if e.X {
		if t.shop == nil { // an error has said that there is none of that name
			return
		}
		facts = b.prepareForPress(t, pages, &e.Edition, o)
		file, meta.Intent = fileName(t.shop.FileName(o, pages)), intent(t.shop)
	}
	file += e.ending(t.lang) + ".pdf"
	if e.judge != nil {
		e.judge(pages, &t.out)
	}
	if t.attach {
		public := export.JSON(b.res.Report.View(schema.Public))
		meta.Attach = &finish.Attachment{Name: "data.json", Type: "application/json", Description: pages.Title, Data: public}
	}
	out, drawn := b.pdf(t, pages, e, file, meta)
	if out == nil {
		return
	}
	t.outputs = append(t.outputs, *out)
	if e.X && !b.First {
		b.dataSheet(t, press.File{Name: file, SHA256: out.SHA256(), Drawn: drawn}, pages, facts)
	}
}

// pdf paints and finishes pages; nil after a fault of ours, which the task keeps.
func (b *build) pdf(t *task, pages *page.Document, e edition, file string, meta finish.Meta) (*Output, *page.Drawn) {
	drawn, err := paint.PDF(pages, e.Edition)
	t.watch.stop("paint")
	if err != nil {
		t.fault = fmt.Errorf("paint %s: %w", file, err)
		return nil, nil
	}
	data, faults, err := finish.PDF(pages, drawn, e.Edition, meta)
	t.watch.stop("finish")
	if err != nil {
		t.fault = fmt.Errorf("finish %s: %w", file, err)
		return nil, nil
	}
	if len(faults) > 0 {
		withdrawn(&t.out, file, faults)
	}
	return &Output{Target: t.target, Edition: e.Name, Lang: t.lang, File: file, Pages: len(pages.Pages), Data: data}, drawn
}

// meta is what every file says of how it was made.
func (b *build) meta() finish.Meta {
	date, _ := b.date()
	return finish.Meta{Creator: "konzept", Producer: "konzept " + b.Version, Created: midnight(date)}
}

// withdrawn says that a file claims no conformance, on which page the first broken rule is, and which rules are broken.
func withdrawn(out *diag.List, file string, faults []diag.Finding) {
	f := out.Add("claim-withdrawn", diag.Span{}, file, diag.Counted(int64(len(faults)), "Regel ist", "Regeln sind", "rule is", "rules are"))
	f.Page = faults[0].Page
	for _, x := range faults[:min(len(faults), 10)] {
		f.Notes = append(f.Notes, diag.Note{Code: x.Code, Args: x.Args})
	}
}

// midnight is the start of the report date, the instant that files carry: nobody's clock.
func midnight(d model.Date) time.Time {
	return time.Date(d.Year, time.Month(d.Month), d.Day, 0, 0, 0, 0, time.UTC)
}
