package template

import (
	"strings"

	"konzept/report/eval"
	"konzept/report/model"
	"konzept/report/source"
)

// Each is the list of a template that makes a document or poster for each record: `for: x in EXPR`.
type Each struct {
	list *eval.Program
	Slot int // of the record
}

// each reads the list in a document's front matter and returns the names that its texts see.
func (b *binder) each(names *eval.Names) *eval.Names {
	n := b.to.File.Front.Get("for")
	if n == nil || n.Kind != source.Scalar {
		return names
	}
	own := &binder{set: b.set, to: b.to, text: TextOf(n, b.to.File.Data)}
	b.to.Each, names = own.eachOf(names)
	return names
}

// eachOf reads `x in EXPR`, the binder's text. What is no such thing is a finding and makes no list.
func (b *binder) eachOf(names *eval.Names) (*Each, *eval.Names) {
	name, _, ok := strings.Cut(b.text.Chars, " in ")
	start := len(name) + len(" in ")
	name = strings.TrimSpace(name)
	if !ok || !IsName(name) {
		b.out().Add("bad-loop", b.text.All())
		return nil, names
	}
	e := &Each{list: b.expr(Unwrap(b.text.Sub(start, len(b.text.Chars))), names)}
	var elem eval.Type
	if e.list != nil {
		elem = e.list.Type.ElemType()
	}
	names, e.Slot = names.With(name, elem)
	return e, names
}

// Run visits the records in turn, each in its slot of the frame.
func (e *Each) Run(f *eval.Frame, visit func()) {
	if e.list == nil {
		return
	}
	list := e.list.Run(f)
	if list == nil {
		return
	}
	eval.Each(f, list, e.list.At, func(item any, _ int) {
		f.Slots[e.Slot] = item
		visit()
	})
}

// ID is the present record's, or empty.
func (e *Each) ID(f *eval.Frame) string {
	if e != nil {
		if r, ok := f.Slots[e.Slot].(*model.Record); ok {
			return r.ID
		}
	}
	return ""
}
