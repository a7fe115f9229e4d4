package compose

import (
	"konzept/report/design"
	"konzept/report/diag"
	"konzept/report/doc"
	"konzept/report/eval"
	"konzept/report/template"
)

// Expander expands what templates of another kind than documents hold, such as posters, over a job's report. It belongs to
// one goroutine.
type Expander struct {
	*eval.Env
	x *expander
}

// Expander prepares to expand a job's template.
func (s *Set) Expander(j Job, out *diag.List) *Expander {
	x := s.expander(j, out)
	return &Expander{x.Env, x}
}

// Job is the job with the language that it has.
func (e *Expander) Job() *Job { return &e.x.job }

// Design is the project's, or the one that was put on.
func (e *Expander) Design() *design.Design { return e.x.design }

// PutOn replaces the design by a copy that has the report's colours in it. The copy belongs to this expander, which may change its
// palette.
func (e *Expander) PutOn(d *design.Design) {
	e.x.design, e.Colour = d.Coloured(e.x.job.Report)
	e.x.text = d.Styles["body"]
}

// Style is a style of the design; an unknown one is a finding, and the text's instead.
func (e *Expander) Style(name string, at diag.Span) *doc.Style { return e.x.style(name, at) }

// Plain expands a phrase to characters alone.
func (e *Expander) Plain(f *eval.Frame, p *template.Phrase) string { return e.x.plain(f, p) }

// Blocks expands nodes in which no chapter opens; style is that of paragraphs that name none.
func (e *Expander) Blocks(f *eval.Frame, style *doc.Style, nodes []template.Node) []doc.Block {
	c := &context{frame: f, style: style, sink: &sink{}}
	e.x.blocks(c, nodes)
	return c.sink.blocks
}

// Begin forgets the headings of the document before.
func (e *Expander) Begin() { e.x.level = 0 }

// Title is a document's own title, else the project's.
func (e *Expander) Title(own string, at diag.Span) string { return e.x.titled(own, at) }

// Finish gives a document the texts that layout itself sets, and sets its letters and small signs unless microtypography,
// which the template says, is design.Off.
func (e *Expander) Finish(d *doc.Document, microtypography string) { e.x.finish(d, microtypography) }
