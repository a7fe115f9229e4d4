package finish

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"konzept/report/page"
	"konzept/report/pdf"
)

// roles map types of PDF 2.0 (ISO 32000-2, 14.8.4) to those of PDF 1.7; sorted.
var roles = []struct{ from, to string }{
	{"Aside", "Div"}, {"DocumentFragment", "Part"}, {"Em", "Span"}, {"FENote", "Note"},
	{"Strong", "Span"}, {"Sub", "Span"}, {"Title", "P"},
}

// leaf is how many keys a leaf of a tree holds.
const leaf = 128

// structure writes the structure tree and appends its entries to the catalogue.
func (b *build) structure(catalog []byte) ([]byte, error) {
	if !b.edition.Tagged {
		return catalog, nil
	}
	root := b.w.Reserve(1)
	used := map[string]bool{}
	ids := map[string]int{}
	for _, e := range b.d.Elems {
		used[e.Type] = true
		if id := elementID(e); id != "" {
			if _, twice := ids[id]; twice {
				return nil, fmt.Errorf("finish: two structure elements with the identifier %q", id)
			}
			ids[id] = b.elems + e.Index
		}
		b.w.Object(b.elems+e.Index, b.element(e, root))
	}
	s := pdf.AppendRef([]byte("<</Type /StructTreeRoot /K ["), b.elems+b.d.Root.Index)
	s = pdf.AppendRef(append(s, "] /ParentTree "...), b.parentTree())
	s = pdf.AppendInt(append(s, " /ParentTreeNextKey "...), len(b.d.Pages)+len(b.d.Links))
	s, err := roleMap(s, used)
	if err != nil {
		return nil, err
	}
	if len(ids) > 0 {
		s = pdf.AppendRef(append(s, " /IDTree "...), b.idTree(ids))
	}
	b.w.Object(root, append(s, ">>"...))
	catalog = pdf.AppendRef(append(catalog, " /StructTreeRoot "...), root)
	return append(catalog, " /MarkInfo <</Marked true>>"...), nil
}

func roleMap(s []byte, used map[string]bool) ([]byte, error) {
	open := false
	for _, r := range roles {
		if !used[r.from] {
			continue
		}
		delete(used, r.from)
		if !open {
			s = append(s, " /RoleMap <<"...)
			open = true
		}
		s = append(pdf.AppendName(append(pdf.AppendName(s, r.from), ' '), r.to), ' ')
	}
	if open {
		s = append(s, ">>"...)
	}
	for typ := range used {
		if !pdf.Standard(typ) {
			return nil, fmt.Errorf("finish: structure type %q has no role", typ)
		}
	}
	return s, nil
}

// elementID names notes even where layout gave no name: each needs one (ISO 14289-1, 7.9). Header cells have one if other
// cells name them.
func elementID(e *page.Elem) string {
	m := e.Details()
	switch {
	case m.ID != "":
		return m.ID
	case e.Type == "Note" || e.Type == "FENote":
		return "note-" + strconv.Itoa(e.Index)
	case m.Heads:
		return "cell-" + strconv.Itoa(e.Index)
	}
	return ""
}

// element is one structure element (ISO 32000-1, 14.7.2).
func (b *build) element(e *page.Elem, root int) []byte {
	s := pdf.AppendName(append(b.buf[:0], "<</S "...), e.Type)
	parent := root
	if e.Parent != nil {
		parent = b.elems + e.Parent.Index
	}
	s = pdf.AppendRef(append(s, " /P "...), parent)
	m, on := e.Details(), -1
	for _, k := range e.Kids {
		if k.Elem == nil && k.Link == nil {
			on = int(k.Page)
			s = pdf.AppendRef(append(s, " /Pg "...), b.pages+on)
			break
		}
	}
	for _, t := range [3]struct{ key, value string }{{" /Alt ", m.Alt}, {" /ActualText ", m.Actual}, {" /Lang ", m.Lang}} {
		if t.value != "" {
			s = pdf.AppendText(append(s, t.key...), t.value)
		}
	}
	if id := elementID(e); id != "" {
		s = pdf.AppendLiteral(append(s, " /ID "...), id)
	}
	s = b.attributes(s, e)
	s = append(b.kids(s, e, on), ">>"...)
	b.buf = s
	return s
}

func (b *build) kids(s []byte, e *page.Elem, on int) []byte {
	if len(e.Kids) == 0 {
		return s
	}
	list := len(e.Kids) > 1 || e.Kids[0].Link != nil // a link may be left out
	if s = append(s, " /K "...); list {
		s = append(s, '[')
	}
	for _, k := range e.Kids {
		switch {
		case k.Elem != nil:
			s = pdf.AppendRef(s, b.elems+k.Elem.Index)
		case k.Link != nil:
			if !b.edition.Links {
				continue
			}
			s = pdf.AppendRef(append(s, "<</Type /OBJR /Obj "...), b.links+k.Link.Index)
			s = pdf.AppendRef(append(s, " /Pg "...), b.pages+int(k.Page))
			s = append(s, ">>"...)
		case int(k.Page) == on:
			s = pdf.AppendInt(s, int(k.MCID))
		default:
			s = pdf.AppendInt(append(s, "<</Type /MCR /MCID "...), int(k.MCID))
			s = pdf.AppendRef(append(s, " /Pg "...), b.pages+int(k.Page))
			s = append(s, ">>"...)
		}
		if list {
			s = append(s, ' ')
		}
	}
	if list {
		s = append(s, ']')
	}
	return s
}

// attributes of lists, tables and figures (ISO 32000-1, 14.8.5), each owner in a dictionary of its own.
func (b *build) attributes(s []byte, e *page.Elem) []byte {
	var owners [][]byte
	m := e.Details()
	if m.Numbering != "" {
		owners = append(owners, pdf.AppendName([]byte("<</O /List /ListNumbering "), m.Numbering))
	}
	if e.Scope != "" || e.RowSpan > 1 || e.ColSpan > 1 || m.Summary != "" || len(m.Headers) > 0 {
		a := []byte("<</O /Table")
		if e.Scope != "" {
			a = pdf.AppendName(append(a, " /Scope "...), e.Scope)
		}
		if e.RowSpan > 1 {
			a = pdf.AppendInt(append(a, " /RowSpan "...), e.RowSpan)
		}
		if e.ColSpan > 1 {
			a = pdf.AppendInt(append(a, " /ColSpan "...), e.ColSpan)
		}
		if m.Summary != "" {
			a = pdf.AppendText(append(a, " /Summary "...), m.Summary)
		}
		a = b.headers(a, m.Headers)
		owners = append(owners, a)
	}
	if m.HasBBox && m.BBoxPage >= 0 && m.BBoxPage < len(b.drawn.Shift) {
		l := page.Link{Box: m.BBox}
		owners = append(owners, pdf.AppendBox([]byte("<</O /Layout /Placement /Block /BBox "), b.placed(m.BBoxPage, &l)))
	}
	switch len(owners) {
	case 0:
		return s
	case 1:
		return append(append(append(s, " /A "...), owners[0]...), ">>"...)
	}
	s = append(s, " /A ["...)
	for _, a := range owners {
		s = append(append(s, a...), ">> "...)
	}
	return append(s, ']')
}

// headers names the header cells of a cell by their identifiers (ISO 32000-1, table 349), but for those on pages that an
// extract leaves out.
func (b *build) headers(a []byte, list []*page.Elem) []byte {
	open := false
	for _, h := range list {
		if h.Index >= len(b.d.Elems) || b.d.Elems[h.Index] != h {
			continue
		}
		if !open {
			a, open = append(a, " /Headers ["...), true
		}
		a = append(pdf.AppendLiteral(a, elementID(h)), ' ')
	}
	if open {
		a = append(a, ']')
	}
	return a
}

// parentTree leads from marked content and annotations back to their elements (ISO 32000-1, 14.7.4.4).
func (b *build) parentTree() int {
	pages := len(b.d.Pages)
	var leaves []byte
	for lo, total := 0, pages+len(b.d.Links); lo < total; lo += leaf {
		hi := min(lo+leaf, total) - 1
		s := pdf.AppendInt(append(b.buf[:0], "<</Limits ["...), lo)
		s = pdf.AppendInt(append(s, ' '), hi)
		s = append(s, "] /Nums ["...)
		for k := lo; k <= hi; k++ {
			s = b.parents(s, k, pages)
		}
		b.buf = s
		n := b.w.Reserve(1)
		b.w.Object(n, append(s, "]>>"...))
		leaves = append(pdf.AppendRef(leaves, n), ' ')
	}
	n := b.w.Reserve(1)
	b.w.Object(n, append(append([]byte("<</Kids ["), leaves...), "]>>"...))
	return n
}

func (b *build) parents(s []byte, k, pages int) []byte {
	if k >= pages {
		l := b.d.Links[k-pages]
		if l.Elem == nil {
			return s
		}
		s = append(pdf.AppendInt(s, k), ' ')
		return append(pdf.AppendRef(s, b.elems+l.Elem.Index), '\n')
	}
	if len(b.d.Pages[k].MarkedContent) == 0 {
		return s
	}
	s = append(pdf.AppendInt(s, k), " ["...)
	for _, e := range b.d.Pages[k].MarkedContent {
		s = append(pdf.AppendRef(s, b.elems+e.Index), ' ')
	}
	return append(s, "]\n"...)
}

func (b *build) idTree(ids map[string]int) int {
	names := make([]string, 0, len(ids))
	for id := range ids {
		names = append(names, id)
	}
	slices.Sort(names)
	return b.nameTree(names, func(s []byte, id string) []byte { return pdf.AppendRef(s, ids[id]) })
}

// nameTree writes a name tree of sorted names and returns its root (ISO 32000-1, 7.9.6).
func (b *build) nameTree(names []string, value func(s []byte, name string) []byte) int {
	var leaves []byte
	for part := range slices.Chunk(names, leaf) {
		s := pdf.AppendLiteral([]byte("<</Limits ["), part[0])
		s = pdf.AppendLiteral(append(s, ' '), part[len(part)-1])
		s = append(s, "] /Names ["...)
		for _, n := range part {
			s = append(value(append(pdf.AppendLiteral(s, n), ' '), n), ' ')
		}
		n := b.w.Reserve(1)
		b.w.Object(n, append(s, "]>>"...))
		leaves = append(pdf.AppendRef(leaves, n), ' ')
	}
	n := b.w.Reserve(1)
	b.w.Object(n, append(append([]byte("<</Kids ["), strings.TrimSpace(string(leaves))...), "]>>"...))
	return n
}
