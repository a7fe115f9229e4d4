package verify

import (
	"slices"
	"strconv"
	"strings"

	"konzept/report/pdf"
)

// tagRules hold for every file with a structure tree (ISO 14289-1).
type tagRules struct{ *inspection }

func (in tagRules) check() {
	in.checkMarks()
	in.checkHeadings()
	in.checkNodes()
	in.checkRoles()
	in.checkTables()
	in.checkLinks()
	in.checkParents()
}

// checkMarks compares pages with the tree: everything painted is in an element or an artifact, and every mark in one
// element (ISO 14289-1, 7.1).
func (in tagRules) checkMarks() {
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
func (in tagRules) checkHeadings() {
	last, plain := 0, false
	only := map[int]bool{} // elements that have a heading without a level
	for i := range in.out.Structure {
		n := &in.out.Structure[i]
		if n.Type == "H" {
			if only[n.parent] {
				in.find("headings-double", n.Page, brief(in.textOf(i)))
			}
			plain, only[n.parent] = true, true
		}
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

// told are the rules of single types of elements; i is the element's place.
var told = map[string]func(in tagRules, i int, n *Node){
	"Figure": func(in tagRules, i int, n *Node) {
		in.checkWords(n)
		if !n.BBox {
			in.find("figure-without-box", n.Page, brief(n.Alt))
		}
	},
	"Formula": func(in tagRules, i int, n *Node) { in.checkWords(n) },
	"Note": func(in tagRules, i int, n *Node) {
		if n.ID == "" {
			in.find("note-without-id", n.Page, brief(in.textOf(i)))
		}
	},
	"L": func(in tagRules, i int, n *Node) {
		if n.List == "" && in.labelled(i) {
			in.find("list-without-numbering", n.Page, brief(in.textOf(i)))
		}
	},
	"TH": func(in tagRules, i int, n *Node) {
		if n.Scope == "" && len(n.Headers) == 0 {
			in.find("header-without-scope", n.Page, brief(in.textOf(i)))
		}
	},
	"Link": func(in tagRules, i int, n *Node) {
		if n.Links == 0 && in.claims("PDF/UA") {
			in.find("link-without-target", n.Page, brief(in.textOf(i)))
		}
	},
}

// checkNodes looks at each element by itself and at its place in the tree.
func (in tagRules) checkNodes() {
	ids := map[string]bool{}
	for i := range in.out.Structure {
		n := &in.out.Structure[i]
		in.checkIdentity(n, ids)
		if rule := told[n.Type]; rule != nil {
			rule(in, i, n)
		}
		if !pdf.Standard(n.Type) {
			in.find("type-without-role", n.Page, n.Type)
		}
		in.checkPlace(n)
		if n.Lang != "" && !languageTag(n.Lang) {
			in.find("bad-language", n.Page, n.Lang)
		}
	}
}

// checkWords: what is no text has words that stand for it (ISO 14289-1, 7.3).
func (in tagRules) checkWords(n *Node) {
	if strings.TrimSpace(n.Alt+n.Actual) == "" {
		in.find("figure-without-alt", n.Page)
	}
}

// checkPlace compares an element with the one it stands in.
func (in tagRules) checkPlace(n *Node) {
	up := ""
	if n.parent >= 0 {
		up = in.out.Structure[n.parent].Type
	}
	wrong := inside[n.Type] != nil && !slices.Contains(inside[n.Type], up)
	if wrong || holds[up] != nil && !slices.Contains(holds[up], n.Type) {
		in.find("element-misplaced", n.Page, n.Type, up)
	}
}

// checkIdentity: identifiers are unique, and lead to their elements (ISO 14289-1, 7.9; ISO 32000-1, table 322).
func (in tagRules) checkIdentity(n *Node, ids map[string]bool) {
	switch {
	case n.ID == "":
	case ids[n.ID]:
		in.find("identifier-twice", n.Page, n.ID)
	case in.ids[n.ID] == 0 || in.ids[n.ID] != n.object:
		in.find("identifier-unlisted", n.Page, n.ID)
	}
	ids[n.ID] = true
}

// labelled tells whether items of a list have labels, whose kind the list must say then (ISO 14289-1, 7.6).
func (in tagRules) labelled(list int) bool {
	s := in.out.Structure
	for i := list + 1; i < len(s) && s[i].Depth > s[list].Depth; i++ {
		if s[i].Type == "Lbl" && s[i].parent >= 0 && s[s[i].parent].parent == list {
			return true
		}
	}
	return false
}

// checkRoles: standard types keep their meaning (ISO 14289-1, 7.1).
func (in tagRules) checkRoles() {
	for _, r := range in.roles {
		if pdf.Standard(string(r.Key)) {
			in.find("role-remapped", 0, string(r.Key), in.r.Name(r.Value))
		}
	}
}

// checkParents follows the parent tree: each mark leads to the element that names it (ISO 32000-1, 14.7.4.4).
func (in tagRules) checkParents() {
	for i, p := range in.pages {
		if !in.marks[i].painted() {
			continue
		}
		key, ok := p.Get("StructParents").(float64)
		parents := in.r.Array(in.parents[pdf.Integer(key)])
		if !ok {
			parents = nil
		}
		for id := range in.marks[i].marks {
			m := &in.marks[i].marks[id]
			if !m.painted {
				continue
			}
			if id >= len(parents) || in.r.Dict(parents[id]) == nil {
				in.find("mark-without-parent", i+1, strconv.Itoa(id))
				break
			}
			if ref, _ := parents[id].(pdf.Ref); m.used && ref != m.owner {
				in.find("parent-differs", i+1, strconv.Itoa(id))
				break
			}
		}
	}
}

// textOf is an element's text with its children's.
func (in tagRules) textOf(i int) string {
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
