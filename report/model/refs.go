package model

import (
	"strings"

	"konzept/report/diag"
	"konzept/report/schema"
	"konzept/report/source"
)

// unresolved holds the ids of a Ref or Refs value until all records are known.
type unresolved []idAt

type idAt struct {
	id string
	at diag.Span
}

func (c *checker) refIDs(r *Record, f *schema.Field, n *source.Node) (any, bool) {
	if !c.isField(r, f, n, source.Sequence) {
		return nil, false
	}
	list := make(unresolved, 0, len(n.Items))
	for _, item := range n.Items {
		if item.Empty() {
			c.add(r, f.Key, "empty-value", item.Span, Wording(f), f.Key)
			continue
		}
		if !c.isField(r, f, item, source.Scalar) {
			continue
		}
		textsReader{c}.textTraps(r, f, item)
		if first, ok := list.find(item.Value); ok {
			c.add(r, f.Key, "listed-twice", item.Span, item.Value).Notes = []diag.Note{{Code: "first-here", At: first}}
			continue
		}
		list = append(list, idAt{item.Value, item.Span})
	}
	return nonNil(list)
}

func (u unresolved) find(id string) (diag.Span, bool) {
	for _, x := range u {
		if x.id == id {
			return x.at, true
		}
	}
	return diag.Span{}, false
}

// resolve replaces ids by records.
func (c *checker) resolve() {
	for i := range c.report.lists {
		for _, r := range c.report.lists[i].records {
			c.resolveRecord(r)
		}
	}
}

func (c *checker) resolveRecord(r *Record) {
	kept := r.values[:0]
	for _, v := range r.values {
		switch x := v.V.(type) {
		case *Record:
			c.resolveRecord(x)
		case []*Record:
			for _, child := range x {
				c.resolveRecord(child)
			}
		case unresolved:
			if v.V = c.resolveIDs(r, v.Field, x); v.V == nil {
				continue
			}
		}
		kept = append(kept, v)
	}
	clear(r.values[len(kept):])
	r.values = kept
}

func (c *checker) resolveIDs(r *Record, f *schema.Field, ids unresolved) any {
	list := make([]*Record, 0, len(ids))
	for _, x := range ids {
		to := c.report.Find(f.Of, x.id)
		if to == nil {
			c.unknownRef(r, f, x)
			continue
		}
		list = append(list, to)
	}
	switch {
	case len(list) == 0:
		return nil
	case f.Type == schema.Ref:
		return list[0]
	}
	return list
}

// unknownRef reports an id that no record has. People also write a record's code for its id.
func (c *checker) unknownRef(r *Record, f *schema.Field, x idAt) {
	var known []string
	for _, rec := range c.report.Records(f.Of) {
		if code, ok := As[string](rec, "code"); ok && code == x.id {
			known = []string{rec.ID}
			x.id = rec.ID
			break
		}
		known = append(known, rec.ID)
	}
	of := c.report.list(f.Of).kind
	c.breaks(r, f.Key)
	if c.opt.Torn {
		return
	}
	hint := diag.Suggest(x.id, known)
	switch {
	case strings.ContainsAny(x.id, "./") && f.Of == "pictures":
		hint = diag.Both("hier steht die Kennung eines Bildes; legen Sie es an: pictures: [{id: "+f.Key+", file: "+x.id+", alt: …, credit: …}] und schreiben Sie hier „"+f.Key+"“",
			"here stands a picture's id; enter it: pictures: [{id: "+f.Key+", file: "+x.id+", alt: …, credit: …}] and write “"+f.Key+"” here")
	case len(known) == 0:
		hint = diag.Both("es gibt noch keinen Eintrag dieser Art; legen Sie ihn unter `"+f.Of+":` an, oder löschen Sie die Angabe", "there is no entry of this kind yet; enter it under `"+f.Of+":`, or delete this")
	}
	c.add(r, f.Key, "unknown-reference", x.at, diag.Both(of.DE, of.EN), x.id, hint)
}
