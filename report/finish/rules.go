package finish

import (
	"slices"
	"strconv"
	"strings"

	"konzept/report/diag"
)

// check judges the file. Rules about tags hold unless the file claims to be for print alone.
func (in *inspection) check() {
	in.checkFonts()
	claims := in.out.Claims
	if slices.ContainsFunc(claims, func(c string) bool { return strings.HasPrefix(c, "PDF/X") }) {
		in.checkPrint()
		if len(claims) == 1 {
			return
		}
	}
	in.checkDocument()
	if !in.out.Tagged {
		in.find("not-tagged", 0)
		return
	}
	in.checkMarks()
	in.checkHeadings()
	in.checkNodes()
	in.checkTables()
	in.checkLinks()
	in.checkParents()
}

func (in *inspection) find(code diag.Code, page int, args ...string) {
	in.out.Findings = append(in.out.Findings, diag.Finding{Code: code, Page: page, Args: args})
}

func (in *inspection) checkFonts() {
	for _, f := range in.out.Fonts {
		if !f.Embedded {
			in.find("font-not-embedded", 0, f.Name)
		}
		if !f.Unicode {
			in.find("font-without-text", 0, f.Name)
		}
	}
}

// checkPrint looks at the boxes (ISO 15930-7, 6.12) and at what has no place in a print file.
func (in *inspection) checkPrint() {
	if in.out.Intent == "" {
		in.find("no-output-intent", 0)
	}
	for i, p := range in.out.Pages {
		switch {
		case p.Trim == nil:
			in.find("no-trim-box", i+1)
		case !within(*p.Trim, p.Media), p.Bleed != nil && (!within(*p.Trim, *p.Bleed) || !within(*p.Bleed, p.Media)):
			in.find("boxes-not-nested", i+1)
		}
		if p.Links > 0 {
			in.find("links-in-print", i+1)
		}
	}
}

func within(a, b [4]float64) bool {
	return a[0] >= b[0] && a[1] >= b[1] && a[2] <= b[2] && a[3] <= b[3]
}

func (in *inspection) checkDocument() {
	show, _ := in.r.resolve(in.r.dict(in.catalog.get("ViewerPreferences")).get("DisplayDocTitle")).(bool)
	if strings.TrimSpace(in.out.Title) == "" || !show {
		in.find("no-title", 0)
	}
	if in.out.Lang == "" {
		in.find("no-language", 0)
	}
	if !in.xmp {
		in.find("no-metadata", 0)
	}
}

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

func (in *inspection) checkHeadings() {
	last := 0
	for i := range in.out.Structure {
		n := &in.out.Structure[i]
		if len(n.Type) != 2 || n.Type[0] != 'H' || n.Type[1] < '1' || n.Type[1] > '6' {
			continue
		}
		level := int(n.Type[1] - '0')
		if level > last+1 {
			in.find("heading-skips", n.Page, n.Type, brief(in.textOf(i)), "H"+strconv.Itoa(last+1))
		}
		last = level
	}
}

// inside are the parents that an element may have (ISO 32000-1, 14.8.4.3).
var inside = map[string][]string{
	"LI": {"L"}, "LBody": {"LI"}, "TOCI": {"TOC"}, "TR": {"Table", "THead", "TBody", "TFoot"}, "TH": {"TR"}, "TD": {"TR"},
	"THead": {"Table"}, "TBody": {"Table"}, "TFoot": {"Table"},
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
			if n.Links == 0 && slices.ContainsFunc(in.out.Claims, func(c string) bool { return strings.HasPrefix(c, "PDF/UA") }) {
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
		if may := inside[n.Type]; may != nil && !slices.Contains(may, up) {
			in.find("element-misplaced", n.Page, n.Type, up)
		}
	}
}

// checkTables lays out each table's cells with their spans: every row must fill the same columns (ISO 14289-1, 7.5).
func (in *inspection) checkTables() {
	for i := range in.out.Structure {
		if in.out.Structure[i].Type == "Table" {
			in.checkTable(i)
		}
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

func (in *inspection) checkLinks() {
	for i, p := range in.pages {
		for _, a := range in.r.array(p.get("Annots")) {
			d := in.r.dict(a)
			if in.r.text(d.get("Contents")) == "" {
				in.find("link-without-words", i+1)
			}
			if _, ok := d.get("StructParent").(float64); !ok {
				in.find("link-without-element", i+1)
			}
		}
	}
}

// checkParents follows the parent tree: each page's array must have an entry for every mark (ISO 32000-1, 14.7.4.4).
func (in *inspection) checkParents() {
	tree := map[int]any{}
	in.seen = map[pointer]bool{}
	in.numbers(in.r.dict(in.catalog.get("StructTreeRoot")).get("ParentTree"), tree, 0)
	for i, p := range in.pages {
		if !in.marks[i].painted() {
			continue
		}
		key, ok := p.get("StructParents").(float64)
		parents := in.r.array(tree[integer(key)])
		if !ok {
			parents = nil
		}
		for id := range in.marks[i].marks {
			if in.marks[i].marks[id].painted && (id >= len(parents) || in.r.dict(parents[id]) == nil) {
				in.find("mark-without-parent", i+1, strconv.Itoa(id))
				break
			}
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
		if p, ok := k.(pointer); ok && !in.seen[p] {
			in.seen[p] = true
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
