package compose

import (
	"strings"

	"konzept/report/diag"
	"konzept/report/eval"
	"konzept/report/model"
	"konzept/report/source"
)

// each is the list of a template that makes a document or poster for each record: `for: x in EXPR`.
type each struct {
	list *eval.Program
	slot int // of the record
}

// each reads the list in a document's front matter and returns the names that its texts see.
func (b *binder) each(names *eval.Names) *eval.Names {
	n := b.to.file.front.Get("for")
	if n == nil || n.Kind != source.Scalar {
		return names
	}
	own := &binder{set: b.set, to: b.to, text: nodeText(n, b.to.file.data)}
	b.to.each, names = own.eachOf(names)
	return names
}

// eachOf reads `x in EXPR`, the binder's text. What is no such thing is a finding and makes no list.
func (b *binder) eachOf(names *eval.Names) (*each, *eval.Names) {
	name, _, ok := strings.Cut(b.text.s, " in ")
	start := len(name) + len(" in ")
	name = strings.TrimSpace(name)
	if !ok || !isName(name) {
		b.out().Add("bad-loop", b.text.all())
		return nil, names
	}
	e := &each{list: b.expr(unwrap(b.text.sub(start, len(b.text.s))), names)}
	var elem eval.Type
	if e.list != nil {
		elem = e.list.Type.ElemType()
	}
	names, e.slot = names.With(name, elem)
	return e, names
}

// run visits the records in turn, each in its slot of the frame.
func (e *each) run(f *eval.Frame, visit func()) {
	if e.list == nil {
		return
	}
	list := e.list.Run(f)
	if list == nil {
		return
	}
	eval.Each(f, list, e.list.At, func(item any, _ int) {
		f.Slots[e.slot] = item
		visit()
	})
}

// id is the present record's, or empty.
func (e *each) id(f *eval.Frame) string {
	if e != nil {
		if r, ok := f.Slots[e.slot].(*model.Record); ok {
			return r.ID
		}
	}
	return ""
}

// Names are the names of the documents that a document's template makes: one for each record of its list, by the front
// matter's `name`, or a single empty one. It is nil if there is no such template. The number of a name is Job.Record.
func (s *Set) Names(j Job, out *diag.List) []string {
	t := s.document(documentPath(j.Template), j.At, &diag.List{}) // Document tells the findings
	if t == nil || t.each == nil {
		return []string{""}
	}
	x := s.expander(j, out)
	f := x.NewFrame(t.names.Slots())
	var names []string
	written := t.file.front.Get("name")
	if written == nil {
		out.Add("unnamed-documents", t.file.front.Get("for").Span)
		return nil
	}
	p := x.phrase(written, t.start)
	t.each.run(f, func() { names = append(names, x.plain(f, &p)) })
	return names
}

// choose puts the job's record in its slot; false if there is none.
func (x *expander) choose(t *bound, f *eval.Frame) bool {
	if t.each == nil {
		return true
	}
	n, found := 0, false
	var record any
	t.each.run(f, func() {
		if n == x.job.Record {
			record, found = f.Slots[t.each.slot], true
		}
		n++
	})
	f.Slots[t.each.slot] = record
	return found
}
