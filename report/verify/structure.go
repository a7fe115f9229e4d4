package verify

import (
	"strings"

	"konzept/report/pdf"
)

// maxDepth of the structure tree: deeper is a circle or an attack.
const maxDepth = 200

// readStructure walks the structure tree and collects elements with the text of their marks.
func (in *inspection) readStructure() {
	root := in.r.Dict(in.catalog.Get("StructTreeRoot"))
	in.roles = in.r.Dict(root.Get("RoleMap"))
	in.out.Structure = make([]Node, 0, in.r.Len())
	in.kids(root.Get("K"), -1, -1, 0)
}

// kids reads K: an element, a mark, a reference to an object, or an array of those.
func (in *inspection) kids(v any, parent, page, depth int) {
	if depth > maxDepth {
		return
	}
	switch k := v.(type) {
	case pdf.Ref:
		if a, ok := in.r.Resolve(k).(pdf.Array); ok {
			in.each(a, parent, page, depth)
			return
		}
		if in.seen[k] {
			return
		}
		in.seen[k] = true
		in.element(in.r.Dict(k), k, parent, page, depth)
	case pdf.Dict:
		in.element(k, 0, parent, page, depth)
	case pdf.Array:
		in.each(k, parent, page, depth)
	case float64:
		in.mark(parent, page, pdf.Integer(k))
	}
}

func (in *inspection) each(a pdf.Array, parent, page, depth int) {
	for _, k := range a {
		if _, nested := k.(pdf.Array); !nested {
			in.kids(k, parent, page, depth)
		}
	}
}

func (in *inspection) element(d pdf.Dict, object pdf.Ref, parent, page, depth int) {
	if p, ok := d.Get("Pg").(pdf.Ref); ok {
		if n, ok := in.pageOf[p]; ok {
			page = n
		}
	}
	switch in.r.Name(d.Get("Type")) {
	case "MCR":
		in.mark(parent, page, pdf.Integer(d.Get("MCID")))
		return
	case "OBJR":
		if parent >= 0 {
			in.out.Structure[parent].Links++
			if ref, ok := d.Get("Obj").(pdf.Ref); ok {
				owner := &in.out.Structure[parent]
				in.owners[ref], in.types[ref] = owner.object, owner.Type
			}
		}
		return
	}
	if d.Get("S") == nil {
		return
	}
	n := Node{Type: in.role(in.r.Name(d.Get("S"))), Depth: depth, parent: parent, object: object, Alt: in.r.Text(d.Get("Alt")), Actual: in.r.Text(d.Get("ActualText")),
		Lang: in.r.Text(d.Get("Lang")), ID: in.r.Text(d.Get("ID"))}
	in.attribute(&n, d.Get("A"))
	in.out.Structure = append(in.out.Structure, n)
	at := len(in.out.Structure) - 1
	in.kids(d.Get("K"), at, page, depth+1)
	if s := in.out.Structure; s[at].Page == 0 && len(s) > at+1 {
		s[at].Page = s[at+1].Page // of its first child
	}
}

// role maps a type of its own to a standard one.
func (in *inspection) role(typ string) string {
	for range 8 {
		if pdf.Standard(typ) {
			return typ
		}
		to := in.r.Name(in.roles.Get(pdf.Name(typ)))
		if to == "" {
			return typ
		}
		typ = to
	}
	return typ
}

func (in *inspection) attribute(n *Node, v any) {
	switch a := in.r.Resolve(v).(type) {
	case pdf.Array:
		for _, e := range a[:min(len(a), 16)] {
			if d := in.r.Dict(e); d != nil {
				in.attribute(n, d)
			}
		}
	case pdf.Dict:
		if s := in.r.Name(a.Get("Scope")); s != "" {
			n.Scope = s
		}
		if s := in.r.Name(a.Get("ListNumbering")); s != "" {
			n.List = s
		}
		n.RowSpan = max(n.RowSpan, pdf.Integer(in.r.Resolve(a.Get("RowSpan"))))
		n.ColSpan = max(n.ColSpan, pdf.Integer(in.r.Resolve(a.Get("ColSpan"))))
		n.BBox = n.BBox || len(in.r.Array(a.Get("BBox"))) == 4
		if s := in.r.Text(a.Get("Summary")); s != "" {
			n.Summary = s
		}
		for _, h := range in.r.Array(a.Get("Headers")) {
			n.Headers = append(n.Headers, in.r.Text(h))
		}
	}
}

// mark adds the text of a marked-content sequence to its element.
func (in *inspection) mark(parent, page, mcid int) {
	if parent < 0 || page < 0 || page >= len(in.marks) {
		return
	}
	n := &in.out.Structure[parent]
	switch {
	case n.Page == 0:
		n.Page = page + 1
	case n.lastPage() != page+1:
		n.Turns = append(n.Turns, Turn{page + 1, len(n.Text)})
	}
	m := in.marks[page].at(mcid)
	if m == nil {
		return
	}
	m.used, m.owner = true, n.object
	if text := strings.ToValidUTF8(m.text, "\uFFFD"); n.Text == "" {
		n.Text = text
	} else if len(n.Text) < excerpt {
		n.Text += text
	}
}

// lastPage is the page on which the element's text so far ends.
func (n *Node) lastPage() int {
	if k := len(n.Turns); k > 0 {
		return n.Turns[k-1].Page
	}
	return n.Page
}
