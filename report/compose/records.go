package compose

import (
	"konzept/report/diag"
	"konzept/report/eval"
	"konzept/report/template"
)

// Names are the names of the documents that a document's template makes: one for each record of its list, by the front
// matter's `name`, or a single empty one. It is nil if there is no such template. The number of a name is Job.Record.
func (s *Set) Names(j Job, out *diag.List) []string {
	t := s.templates.Document(documentPath(j.Template), j.At, &diag.List{}) // Document tells the findings
	if t == nil || t.Each == nil {
		return []string{""}
	}
	x := s.expander(j, out)
	f := x.NewFrame(t.Names.Slots())
	var names []string
	written := t.File.Front.Get("name")
	if written == nil {
		out.Add("unnamed-documents", t.File.Front.Get("for").Span)
		return nil
	}
	p := s.templates.Phrase(written, t.Start, out)
	t.Each.Run(f, func() { names = append(names, x.plain(f, &p)) })
	return names
}

// choose puts the job's record in its slot; false if there is none.
func (x *expander) choose(t *template.Template, f *eval.Frame) bool {
	if t.Each == nil {
		return true
	}
	n, found := 0, false
	var record any
	t.Each.Run(f, func() {
		if n == x.job.Record {
			record, found = f.Slots[t.Each.Slot], true
		}
		n++
	})
	f.Slots[t.Each.Slot] = record
	return found
}
