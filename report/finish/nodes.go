package finish

import "strings"

// maxDepth of the structure tree: deeper is a circle or an attack.
const maxDepth = 200

// readStructure walks the structure tree and collects elements with the text of their marks.
func (in *inspection) readStructure() {
	root := in.r.dict(in.catalog["StructTreeRoot"])
	in.roles = in.r.dict(root["RoleMap"])
	in.kids(root["K"], -1, -1, 0)
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
		in.element(in.r.dict(k), parent, page, depth)
	case dict:
		in.element(k, parent, page, depth)
	case array:
		in.each(k, parent, page, depth)
	case float64:
		in.mark(parent, page, int(k))
	}
}

func (in *inspection) each(a array, parent, page, depth int) {
	for _, k := range a {
		if _, nested := k.(array); !nested {
			in.kids(k, parent, page, depth)
		}
	}
}

func (in *inspection) element(d dict, parent, page, depth int) {
	if p, ok := d["Pg"].(pointer); ok {
		if n, ok := in.pageOf[p]; ok {
			page = n
		}
	}
	switch in.r.name(d["Type"]) {
	case "MCR":
		in.mark(parent, page, integer(d["MCID"]))
		return
	case "OBJR":
		if parent >= 0 {
			in.out.Structure[parent].Links++
		}
		return
	}
	if d["S"] == nil {
		return
	}
	n := Node{Type: in.role(in.r.name(d["S"])), Depth: depth, parent: parent, Alt: in.r.text(d["Alt"]), Actual: in.r.text(d["ActualText"]),
		Lang: in.r.text(d["Lang"]), ID: in.r.text(d["ID"])}
	in.attribute(&n, d["A"])
	in.out.Structure = append(in.out.Structure, n)
	in.kids(d["K"], len(in.out.Structure)-1, page, depth+1)
}

// role maps a type of its own to a standard one.
func (in *inspection) role(typ string) string {
	for range 8 {
		if standard[typ] {
			return typ
		}
		to := in.r.name(in.roles[pdfName(typ)])
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
		if s := in.r.name(a["Scope"]); s != "" {
			n.Scope = s
		}
		if s := in.r.name(a["ListNumbering"]); s != "" {
			n.List = s
		}
		n.RowSpan = max(n.RowSpan, integer(in.r.resolve(a["RowSpan"])))
		n.ColSpan = max(n.ColSpan, integer(in.r.resolve(a["ColSpan"])))
		n.BBox = n.BBox || len(in.r.array(a["BBox"])) == 4
		if n.Scope == "" && len(in.r.array(a["Headers"])) > 0 {
			n.Scope = "Headers"
		}
	}
}

// mark adds a mark's text to its element.
func (in *inspection) mark(parent, page, mcid int) {
	if parent < 0 || page < 0 || page >= len(in.marks) {
		return
	}
	in.used[[2]int{page, mcid}] = true
	n := &in.out.Structure[parent]
	if n.Page == 0 {
		n.Page = page + 1
	}
	if len(n.Text) < excerpt {
		n.Text += strings.ToValidUTF8(in.marks[page].text[mcid], "\uFFFD")
	}
}
