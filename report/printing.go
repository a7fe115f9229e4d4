package report

import (
	"io/fs"
	"slices"
	"strings"

	"konzept/report/diag"
	"konzept/report/finish"
	"konzept/report/layout"
	"konzept/report/model"
	"konzept/report/page"
	"konzept/report/press"
	"konzept/report/schema"
	"konzept/report/text"
)

// widen gives a task that is printed on a press its shop, whose bleed is then that of its pages.
func (b *build) widen(t *task) {
	if !slices.ContainsFunc(t.editions, func(name string) bool { return editions[name].X }) {
		return
	}
	if t.shop = b.shopOf(&t.job); t.shop != nil {
		t.compose.Bleed = &t.shop.Bleed
	}
}

// shopOf is the print shop of a job; it is a finding if its profile is for another paper than the job's.
func (b *build) shopOf(j *job) *press.Shop {
	name := j.shop
	if name == "" {
		name = press.DefaultShop
	}
	at := j.place("paper", "shop", "target")
	s := b.shop(name, at)
	if s != nil && j.paper != "" && j.paper != s.Paper {
		b.res.Findings.Add("paper-mismatch", at, j.target, j.paper, s.ID, s.Paper)
	}
	return s
}

// shop reads the profile of a print shop once; nil if there is none.
func (b *build) shop(name string, at diag.Span) *press.Shop {
	if s, ok := b.shops[name]; ok {
		return s
	}
	out := &b.res.Findings
	n := b.templates.Overlaid("shops", name, out)
	if n == nil {
		out.Add("unknown-shop", at, name, diag.Suggest(name, b.templates.Named("shops")))
		b.shops[name] = nil
		return nil
	}
	s := press.Read(name, n, b.profile, out)
	b.shops[name] = s
	return s
}

// profile is an ICC profile of that file name, the project's own before the built-in ones; nil if there is none.
func (b *build) profile(file string) []byte {
	if dir := sub(b.Project, "profiles"); dir != nil && fs.ValidPath(file) {
		if own, err := fs.ReadFile(dir, file); err == nil {
			return own
		}
	}
	return finish.Profile(file)
}

// order is what the name of a print file may hold.
func (b *build) order(job, format string) press.Order {
	date, _ := b.date()
	return press.Order{Job: job, Format: format, Date: date.String(), State: state(b.res.Report, b.lang()), Lang: b.lang()}
}

// prepareForPress gives an edition what the task's shop wants, and finds in the pages what it cannot print.
func (b *build) prepareForPress(t *task, pages *page.Document, e *page.Edition, o press.Order) press.Facts {
	at := t.place("paper", "shop", "target")
	sheets, facts := t.shop.Prepare(pages, press.Job{Name: t.name, At: at, Extract: len(b.Only) > 0,
		Picture: func(file string) diag.Span { return placeOfPicture(b.res.Report, file, at) }}, &t.out)
	e.Press, e.PrinterMarks = sheets, t.shop.HasMarks()
	if t.shop.Slug {
		slug := press.Slug{Job: o.Job, Date: o.Date, State: o.State, Words: b.designs.Words(t.lang, b.res.Report), Lang: t.lang, Faces: b.slugFaces(t)}
		slug.Write(pages, sheets)
	}
	return facts
}

// placeOfPicture is where the data name a picture's file.
func placeOfPicture(report *model.Report, file string, otherwise diag.Span) diag.Span {
	for _, r := range report.Records("pictures") {
		if v, ok := r.Value("file"); ok && v.V == file {
			return v.At
		}
	}
	return otherwise
}

// slugFaces are those of the design's running text.
func (b *build) slugFaces(t *task) []*text.Face {
	var none diag.List // documents report what is wrong with a design
	return b.fonts.Resolve(b.designs.Of(t.compose.Report, &none).Fonts["body"], 400, false)
}

// intent is the condition that a file for a shop is separated for.
func intent(s *press.Shop) *finish.Intent {
	return &finish.Intent{Condition: s.Condition, Info: s.Profile.Name, Profile: s.Profile.Data}
}

// dataSheetTemplate is that of the page that says what a print file is.
const dataSheetTemplate = "shops/sheet.md"

// dataSheetName begins the file names of print data sheets, so that they do not pass for print files.
func dataSheetName(lang string) string {
	if english(lang) {
		return "print-data-sheet_"
	}
	return "Druckdatenblatt_"
}

// dataSheet makes the page that goes to the print shop beside a print file.
func (b *build) dataSheet(t *task, file press.File, pages *page.Document, facts press.Facts) {
	cj := t.compose
	cj.Template, cj.Record, cj.Bleed = dataSheetTemplate, 0, nil
	cj.Args = t.shop.DataSheet(file, pages, facts, t.lang, b.designs.Words(t.lang, b.res.Report))
	d := b.composer.Document(cj, &t.out)
	if d == nil {
		return
	}
	made := layout.Pages(d, b.fonts, b.setting(), &t.out)
	if made == nil || t.out.Errors(b.Strict) {
		return
	}
	name := dataSheetName(t.lang) + strings.TrimSuffix(file.Name, editions["print"].ending(t.lang)+".pdf") + ".pdf"
	if out, _ := b.pdf(t, made, editions[onScreen], name, b.meta()); out != nil {
		out.Edition = "sheet"
		t.outputs = append(t.outputs, *out)
	}
}

// state is the project's in a language: Entwurf, draft.
func state(r *model.Report, lang string) string {
	term, _ := model.As[*schema.Term](r.Single("project"), "state")
	return term.Label(lang)
}
