package compose

import (
	"fmt"
	"path"
	"strings"

	"konzept/report/book"
	"konzept/report/diag"
	"konzept/report/eval"
)

// Book fills a workbook's template with the job's report. It returns nil if there is no such template; any other fault is a
// finding, and the rest is made all the same, so that one run finds everything.
func (s *Set) Book(j Job, out *diag.List) *book.Book {
	name := path.Clean(j.Template)
	if !strings.Contains(name, "/") {
		name = "tables/" + strings.TrimSuffix(name, ".yaml") + ".yaml"
	}
	f := s.table(name, j.At, out)
	if f == nil {
		return nil
	}
	t := readBook(f.front, f.data, s.globals(), out)
	x := s.expander(j, out)
	env := x.Env
	palette := make([]book.Colour, 0, len(x.design.Palette))
	for _, c := range x.design.Palette {
		palette = append(palette, book.Colour{Name: c.Name, RGB: fmt.Sprintf("%02X%02X%02X", c.RGB[0], c.RGB[1], c.RGB[2])})
	}
	b := makeBook(t, env, palette)
	b.Lang, b.Date = tag(env.Format.Lang), ""
	if !j.Date.IsZero() {
		b.Date = j.Date.String()
	}
	b.Manifest.Project, b.Manifest.Edition, b.Manifest.Audience = t.project(env), j.Edition, j.Audience
	return b
}

// table reads a workbook's template.
func (s *Set) table(name string, at diag.Span, out *diag.List) *file {
	s.mu.Lock()
	defer s.mu.Unlock()
	f := s.open(name)
	if f == nil {
		out.Add("missing-template", at, name, diag.Suggest(name, s.names("tables/*.yaml")))
		return nil
	}
	out.Findings = append(out.Findings, f.found.Findings...)
	if f.front == nil {
		return nil
	}
	return f
}

// project is the title that a returned workbook is recognised by.
func (t *bookTemplate) project(env *eval.Env) string {
	m := &bookMaker{Frame: env.NewFrame(t.names.Slots())}
	return m.text(t.title)
}
