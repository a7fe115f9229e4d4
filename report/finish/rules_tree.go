package finish

import (
	"slices"
	"strconv"
	"strings"
)

// checkMarks compares pages with the tree: everything painted is in an element or an artifact, and every mark in one
// element (ISO 14289-1, 7.1).
func (in *inspection) checkMarks() {
	for i := range in.marks {
		m := &in.marks[i]
		if m.untagged != "" {
			in.find("untagged-content", i+1, m.untagged)
		}
		if m.nested {
			in.find("nested-marks", i+1)
		}
		if m.twice >= 0 {
			in.find("mark-twice", i+1, strconv.Itoa(m.twice))
		}
		for id := range m.marks {
			switch c := &m.marks[id]; {
			case c.painted && !c.used:
				in.find("mark-without-element", i+1, strconv.Itoa(id))
			case c.used && !c.painted:
				in.find("element-without-mark", i+1, strconv.Itoa(id))
			}
		}
	}
}

// checkHeadings: levels begin with H1 and skip none, and nobody mixes them with headings without a level (7.4).
func (in *inspection) checkHeadings() {
	last, plain := 0, false
	for i := range in.out.Structure {
		n := &in.out.Structure[i]
		plain = plain || n.Type == "H"
		if len(n.Type) != 2 || n.Type[0] != 'H' || n.Type[1] < '1' || n.Type[1] > '6' {
			continue
		}
		level := int(n.Type[1] - '0')
		text := brief(in.textOf(i))
		if level > last+1 {
			in.find("heading-skips", n.Page, n.Type, text, "H"+strconv.Itoa(last+1))
		}
		if text == "" {
			in.find("heading-empty", n.Page, n.Type)
		}
		last = level
	}
	if plain && last > 0 {
		in.find("headings-mixed", 0)
	}
}

// inside are the parents that an element may have (ISO 32000-1, 14.8.4.3).
var inside = map[string][]string{
	"LI": {"L"}, "LBody": {"LI"}, "TOCI": {"TOC"}, "TR": {"Table", "THead", "TBody", "TFoot"}, "TH": {"TR"}, "TD": {"TR"},
	"THead": {"Table"}, "TBody": {"Table"}, "TFoot": {"Table"}, "Document": {""},
}

// holds are the children that an element may have (ISO 32000-1, 14.8.4.3).
var holds = map[string][]string{
	"L": {"L", "LI", "Caption"}, "LI": {"Lbl", "LBody"}, "TOC": {"TOC", "TOCI", "Caption"}, "TR": {"TH", "TD"},
	"Table": {"TR", "THead", "TBody", "TFoot", "Caption"}, "THead": {"TR"}, "TBody": {"TR"}, "TFoot": {"TR"},
}

func (in *inspection) checkNodes() {
	ids := map[string]bool{}
	for i := range in.out.Structure {
		n := &in.out.Structure[i]
		switch n.Type {
		case "Figure", "Formula":
			if n.Alt == "" && n.Actual == "" {
				in.find("figure-without-alt", n.Page)
			}
			if !n.BBox && n.Type == "Figure" {
				in.find("figure-without-box", n.Page, brief(n.Alt))
			}
		case "Note":
			if n.ID == "" || ids[n.ID] {
				in.find("note-without-id", n.Page, brief(in.textOf(i)))
			}
			ids[n.ID] = true
		case "TH":
			if n.Scope == "" {
				in.find("header-without-scope", n.Page, brief(in.textOf(i)))
			}
		case "Link":
			if n.Links == 0 && in.claims("PDF/UA") {
				in.find("link-without-target", n.Page, brief(in.textOf(i)))
			}
		}
		if !standard[n.Type] {
			in.find("type-without-role", n.Page, n.Type)
		}
		up := ""
		if n.parent >= 0 {
			up = in.out.Structure[n.parent].Type
		}
		wrong := inside[n.Type] != nil && !slices.Contains(inside[n.Type], up)
		if wrong || holds[up] != nil && !slices.Contains(holds[up], n.Type) {
			in.find("element-misplaced", n.Page, n.Type, up)
		}
		if n.Lang != "" && !languageTag(n.Lang) {
			in.find("bad-language", n.Page, n.Lang)
		}
	}
}

// checkRoles: standard types keep their meaning (ISO 14289-1, 7.1).
func (in *inspection) checkRoles() {
	for _, r := range in.roles {
		if standard[string(r.key)] {
			in.find("role-remapped", 0, string(r.key), in.r.name(r.value))
		}
	}
}

// checkTables lays out each table's cells with their spans: every row must fill the same columns (ISO 14289-1, 7.5).
func (in *inspection) checkTables() {
	for i := range in.out.Structure {
		if in.out.Structure[i].Type == "Table" {
			in.checkParts(i)
			in.checkTable(i)
		}
	}
}

// checkParts: a table has one head and one foot at most, and neither without a body (ISO 32000-1, 14.8.4.3.4).
func (in *inspection) checkParts(table int) {
	s := in.out.Structure
	parts := map[string]int{}
	for i := table + 1; i < len(s) && s[i].Depth > s[table].Depth; i++ {
		if s[i].parent == table {
			parts[s[i].Type]++
		}
	}
	for _, part := range []string{"THead", "TFoot", "Caption"} {
		if parts[part] > 1 {
			in.find("table-part-twice", s[table].Page, part)
		}
	}
	if parts["THead"]+parts["TFoot"] > 0 && parts["TBody"] == 0 {
		in.find("table-without-body", s[table].Page)
	}
}

// maxSpan bounds spans of damaged files.
const maxSpan = 1000

func (in *inspection) checkTable(table int) {
	s := in.out.Structure
	var down []int // how many further rows each column is taken
	width, headers := -1, false
	for i := table + 1; i < len(s) && s[i].Depth > s[table].Depth; i++ {
		if s[i].Type == "Table" { // within a cell: a table of its own
			depth := s[i].Depth
			for i+1 < len(s) && s[i+1].Depth > depth {
				i++
			}
			continue
		}
		headers = headers || s[i].Type == "TH"
		if s[i].Type != "TR" {
			continue
		}
		col := 0
		take := func(span, rows int) {
			for range min(max(span, 1), maxSpan) {
				for col < len(down) && down[col] > 0 {
					down[col]--
					col++
				}
				if col >= len(down) {
					down = append(down, 0)
				}
				down[col] = min(max(rows, 1), maxSpan) - 1
				col++
			}
		}
		for c := i + 1; c < len(s) && s[c].Depth > s[i].Depth; c++ {
			if s[c].parent == i && (s[c].Type == "TD" || s[c].Type == "TH") {
				take(s[c].ColSpan, s[c].RowSpan)
			}
		}
		for ; col < len(down) && down[col] > 0; col++ {
			down[col]--
		}
		if width >= 0 && col != width {
			in.find("table-irregular", s[table].Page, strconv.Itoa(width), strconv.Itoa(col))
			return
		}
		width = col
	}
	if !headers {
		in.find("table-without-headers", s[table].Page)
	}
}

// checkLinks looks at annotations (ISO 14289-1, 7.18): in reading order, with words, within their Link.
func (in *inspection) checkLinks() {
	for i, p := range in.pages {
		annots := in.r.array(p.get("Annots"))
		if len(annots) > 0 && in.r.name(p.get("Tabs")) != "S" {
			in.find("no-tab-order", i+1)
		}
		for _, a := range annots {
			d := in.r.dict(a)
			if in.r.text(d.get("Contents")) == "" {
				in.find("link-without-words", i+1)
			}
			key, ok := d.get("StructParent").(float64)
			if !ok {
				in.find("link-without-element", i+1)
				continue
			}
			ref, _ := a.(pointer)
			if owner, _ := in.parents[integer(key)].(pointer); owner == 0 || owner != in.owners[ref] {
				in.find("parent-differs", i+1, brief(in.r.text(d.get("Contents"))))
			}
			if name, ok := in.r.resolve(d.get("Dest")).(string); ok && !in.dests[name] {
				in.find("dead-link", i+1, brief(name))
			}
		}
	}
}

// checkParents follows the parent tree: each mark leads to the element that names it (ISO 32000-1, 14.7.4.4).
func (in *inspection) checkParents() {
	for i, p := range in.pages {
		if !in.marks[i].painted() {
			continue
		}
		key, ok := p.get("StructParents").(float64)
		parents := in.r.array(in.parents[integer(key)])
		if !ok {
			parents = nil
		}
		for id := range in.marks[i].marks {
			m := &in.marks[i].marks[id]
			if !m.painted {
				continue
			}
			if id >= len(parents) || in.r.dict(parents[id]) == nil {
				in.find("mark-without-parent", i+1, strconv.Itoa(id))
				break
			}
			if ref, _ := parents[id].(pointer); m.used && ref != m.owner {
				in.find("parent-differs", i+1, strconv.Itoa(id))
				break
			}
		}
	}
}

// readTrees collects the parent tree and the named destinations.
func (in *inspection) readTrees() {
	in.parents, in.dests = map[int]any{}, map[string]bool{}
	in.numbers(in.r.dict(in.catalog.get("StructTreeRoot")).get("ParentTree"), in.parents, 0)
	in.names(in.r.dict(in.catalog.get("Names")).get("Dests"), 0)
}

// names collects the keys of a name tree.
func (in *inspection) names(v any, depth int) {
	d := in.r.dict(v)
	if d == nil || depth > nesting || len(in.dests) > maxObjects {
		return
	}
	list := in.r.array(d.get("Names"))
	for i := 0; i+1 < len(list); i += 2 {
		if s, ok := in.r.resolve(list[i]).(string); ok && len(in.r.array(list[i+1])) > 0 {
			in.dests[s] = true
		}
	}
	for _, k := range in.r.array(d.get("Kids")) {
		if p, ok := k.(pointer); ok && !in.branches[p] {
			in.branches[p] = true
			in.names(p, depth+1)
		}
	}
}

// numbers collects a number tree.
func (in *inspection) numbers(v any, to map[int]any, depth int) {
	d := in.r.dict(v)
	if d == nil || depth > nesting || len(to) > maxObjects {
		return
	}
	nums := in.r.array(d.get("Nums"))
	for i := 0; i+1 < len(nums); i += 2 {
		to[integer(in.r.resolve(nums[i]))] = nums[i+1]
	}
	for _, k := range in.r.array(d.get("Kids")) {
		if p, ok := k.(pointer); ok && !in.branches[p] {
			in.branches[p] = true
			in.numbers(p, to, depth+1)
		}
	}
}

// textOf is an element's text with its children's.
func (in *inspection) textOf(i int) string {
	s := in.out.Structure
	b := s[i].Text
	for c := i + 1; c < len(s) && s[c].Depth > s[i].Depth && len(b) < 80; c++ {
		b += s[c].Text
	}
	return b
}

// brief shortens a text for a message.
func brief(s string) string {
	r := []rune(strings.TrimSpace(s))
	if len(r) > 40 {
		return string(r[:39]) + "…"
	}
	return string(r)
}
