package model

import (
	"io/fs"
	"strings"

	"konzept/report/diag"
	"konzept/report/source"
)

// CheckOptions is what the check needs beside the data. The zero value checks what holds on any day.
type CheckOptions struct {
	Date Date   // the day the report describes (Stichtag); zero means project.report_date
	Lang string // the language to be built, for listing what is not translated; "" means the project's first

	// Torn says that a file of the data could not be read. Then nothing is said of references to what is not there: most of
	// it would stand in that file.
	Torn bool
}

// Check decodes a project's data by the schema and reports everything that is wrong with it. files is the project's
// folder, for texts and pictures that the data point to; nil leaves files unchecked. The report is complete only if
// out holds no error.
func Check(root *source.Node, files fs.FS, opt CheckOptions, out *diag.List) *Report {
	r := &Report{Langs: []string{"de"}}
	c := &checker{report: r, files: files, opt: opt, out: out}
	c.languages(root)
	c.opt.Lang = r.Spoken(opt.Lang)
	c.style(root)
	c.decode(root)
	c.resolve()
	r.inherit()
	r.places()
	r.numbers()
	r.levels()
	r.link()
	r.Date = opt.Date
	if d, ok := As[Date](r.Single("project"), "report_date"); ok && r.Date.IsZero() {
		r.Date = d
	}
	return r
}

// Spoken is the language of the project that a language means: de is de-CH where the project has that German alone. What the
// project has not is itself.
func (r *Report) Spoken(lang string) string {
	if contains(r.Langs, lang) || lang == "" {
		return lang
	}
	base, _, _ := strings.Cut(lang, "-")
	for _, l := range r.Langs {
		if own, _, _ := strings.Cut(l, "-"); own == base {
			return l
		}
	}
	return lang
}
