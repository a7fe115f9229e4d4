package finish

import "strings"

// maxDepth of the structure tree: deeper is a circle or an attack.
const maxDepth = 200

// readStructure walks the structure tree and collects elements with the text of their marks.
func (in *inspection) readStructure() {
	root := in.r.dict(in.catalog.get("StructTreeRoot"))
	in.roles = in.r.dict(root.get("RoleMap"))
	in.out.Structure = make([]Node, 0, len(in.r.entries))
	in.kids(root.get("K"), -1, -1, 0)
}

// kids reads K: an element, a mark, a reference to an object, or an array of those.
func (in *inspection) kids(v any, parent, page, depth int) {
	if depth > maxDepth {
		return
	}
	switch k := v.(type) {
	case pointer:
		if a, ok := in.r.resolve(k).(array); ok {
			in.each(a, parent, page, depth)
			return
		}
		if in.seen[k] {
			return
		}
		in.seen[k] = true
		in.element(in.r.dict(k), k, parent, page, depth)
	case dict:
		in.element(k, 0, parent, page, depth)
	case array:
		in.each(k, parent, page, depth)
	case float64:
		in.mark(parent, page, integer(k))
	}
}

func (in *inspection) each(a array, parent, page, depth int) {
	for _, k := range a {
		if _, nested := k.(array); !nested {
			in.kids(k, parent, page, depth)
		}
	}
}

func (in *inspection) element(d dict, object pointer, parent, page, depth int) {
	if p, ok := d.get("Pg").(pointer); ok {
		if n, ok := in.pageOf[p]; ok {
			page = n
		}
	}
	switch in.r.name(d.get("Type")) {
	case "MCR":
		in.mark(parent, page, integer(d.get("MCID")))
		return
	case "OBJR":
		if parent >= 0 {
			in.out.Structure[parent].Links++
			if ref, ok := d.get("Obj").(pointer); ok {
				owner := &in.out.Structure[parent]
				in.owners[ref], in.types[ref] = owner.object, owner.Type
			}
		}
		return
	}
	if d.get("S") == nil {
		return
	}
	n := Node{Type: in.role(in.r.name(d.get("S"))), Depth: depth, parent: parent, object: object, Alt: in.r.text(d.get("Alt")), Actual: in.r.text(d.get("ActualText")),
		Lang: in.r.text(d.get("Lang")), ID: in.r.text(d.get("ID"))}
	in.attribute(&n, d.get("A"))
	in.out.Structure = append(in.out.Structure, n)
	at := len(in.out.Structure) - 1
	in.kids(d.get("K"), at, page, depth+1)
	if s := in.out.Structure; s[at].Page == 0 && len(s) > at+1 {
		s[at].Page = s[at+1].Page // of its first child
	}
}

// role maps a type of its own to a standard one.
func (in *inspection) role(typ string) string {
	for range 8 {
		if standard[typ] {
			return typ
		}
		to := in.r.name(in.roles.get(pdfName(typ)))
		if to == "" {
			return typ
		}
		typ = to
	}
	return typ
}

func (in *inspection) attribute(n *Node, v any) {
	switch a := in.r.resolve(v).(type) {
	case array:
		for _, e := range a[:min(len(a), 16)] {
			if d := in.r.dict(e); d != nil {
				in.attribute(n, d)
			}
		}
	case dict:
		if s := in.r.name(a.get("Scope")); s != "" {
			n.Scope = s
		}
		if s := in.r.name(a.get("ListNumbering")); s != "" {
			n.List = s
		}
		n.RowSpan = max(n.RowSpan, integer(in.r.resolve(a.get("RowSpan"))))
		n.ColSpan = max(n.ColSpan, integer(in.r.resolve(a.get("ColSpan"))))
		n.BBox = n.BBox || len(in.r.array(a.get("BBox"))) == 4
		if s := in.r.text(a.get("Summary")); s != "" {
			n.Summary = s
		}
		for _, h := range in.r.array(a.get("Headers")) {
			n.Headers = append(n.Headers, in.r.text(h))
		}
	}
}

// mark adds a mark's text to its element.
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
