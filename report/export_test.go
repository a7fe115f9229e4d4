package report

import (
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
	date, err := b.date()
	if err != nil {
		return nil, nil, err
	}
	var list []Laid
	for _, t := range b.prepare(b.plan(), date) {
		if t.book {
			continue
		}
		if d := b.lay(t); d != nil {
			list = append(list, Laid{t.name, d})
		}
		b.res.Findings.Findings = append(b.res.Findings.Findings, t.out.Findings...)
	}
	return list, b.res.Findings.Findings, nil
}
