package report

import (
	"errors"

	"konzept/report/diag"
	"konzept/report/page"
)

// WithoutTags switches tags, claims and their check off in the screen edition, to measure what they cost; the result
// switches them on again. There is no such way in the product.
func WithoutTags() (restore func()) {
	tagged := editions["screen"]
	plain := tagged
	plain.Tagged, plain.UA, plain.A = false, false, false
	editions["screen"] = plain
	return func() { editions["screen"] = tagged }
}

// Laid is a document as a build lays it out, before it is painted.
type Laid struct {
	Name  string
	Pages *page.Document
}

// Lay lays out all documents and posters of a project.
func Lay(o Options) ([]Laid, []diag.Finding, error) {
	b := newBuild(o)
	if b.read(); b.failed() {
		return nil, b.res.Findings.Findings, nil
	}
	if _, ok := b.date(); !ok {
		return nil, nil, errors.New("no report date")
	}
	var list []Laid
	for _, m := range b.prepare(b.plan()) {
		t, ok := m.(interface{ pages(*build) *page.Document })
		if !ok {
			continue // a workbook
		}
		if d := t.pages(b); d != nil {
			list = append(list, Laid{m.common().name, d})
		}
		b.res.Findings.Findings = append(b.res.Findings.Findings, m.common().out.Findings...)
	}
	return list, b.res.Findings.Findings, nil
}
