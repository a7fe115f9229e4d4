// Package workbook fills the template of a workbook with a report: sheets, regions, columns, rules and charts, before Excel.
//
// A template says in YAML what stands in which cell; its expressions are compiled once and run for every row.
package workbook

import (
	"fmt"
	"path"
	"strings"

	"konzept/report/book"
	"konzept/report/design"
	"konzept/report/diag"
	"konzept/report/eval"
	"konzept/report/format"
	"konzept/report/template"
)

// Make fills a workbook's template with the job's report. It returns nil if there is no such template; any other fault is a
// finding, and the rest is made all the same, so that one run finds everything.
func Make(templates *template.Set, designs *design.Set, j design.Job, out *diag.List) *book.Book {
	name := path.Clean(j.Template)
	if !strings.Contains(name, "/") {
		name = "tables/" + strings.TrimSuffix(name, ".yaml") + ".yaml"
	}
	f := open(templates, name, j.At, out)
	if f == nil {
		return nil
	}
	t := readForm(f, templates, out)
	d, env := designs.Env(&j, out)
	palette := make([]book.Colour, 0, len(d.Palette))
	for _, c := range d.Palette {
		palette = append(palette, book.Colour{Name: c.Name, RGB: fmt.Sprintf("%02X%02X%02X", c.RGB[0], c.RGB[1], c.RGB[2])})
	}
	b := fill(t, env, palette)
	b.Lang, b.Date = format.Tag(env.Format.Lang), ""
	if !j.Date.IsZero() {
		b.Date = j.Date.String()
	}
	b.Manifest.Project, b.Manifest.Edition, b.Manifest.Audience = t.project(env), j.Edition, j.Audience
	return b
}

// open reads a workbook's template.
func open(templates *template.Set, name string, at diag.Span, out *diag.List) *template.File {
	f := templates.File(name)
	if f == nil {
		out.Add("missing-template", at, name, diag.Suggest(name, templates.Names("tables/*.yaml")))
		return nil
	}
	out.Findings = append(out.Findings, f.Found.Findings...)
	if f.Front == nil {
		return nil
	}
	return f
}

// project is the title that a returned workbook is recognised by.
func (t *form) project(env *eval.Env) string {
	m := &maker{Frame: env.NewFrame(t.names.Slots())}
	return m.text(t.title)
}
