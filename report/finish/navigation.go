package finish

import (
	"slices"
	"strconv"
	"strings"

	"konzept/report/page"
	"konzept/report/pdf"
)

// navigation writes outline, named destinations, attachments and page labels, and appends them to the catalogue.
func (b *build) navigation(catalog []byte) []byte {
	if len(b.d.Outline) > 0 && !b.edition.X {
		catalog = pdf.AppendRef(append(catalog, " /PageMode /UseOutlines /Outlines "...), b.outline())
	}
	var names []byte
	if len(b.d.Dests) > 0 && b.edition.Links {
		names = pdf.AppendRef(append(names, " /Dests "...), b.dests())
	}
	if b.attached() {
		var spec int
		catalog, spec = b.attach(catalog)
		files := b.nameTree([]string{b.meta.Attach.Name}, func(s []byte, _ string) []byte { return pdf.AppendRef(s, spec) })
		names = pdf.AppendRef(append(names, " /EmbeddedFiles "...), files)
	}
	if names != nil {
		catalog = append(append(append(catalog, " /Names <<"...), names...), ">>"...)
	}
	if labels := pageLabels(b.d.Pages); labels != nil {
		catalog = append(catalog, " /PageLabels <</Nums ["...)
		catalog = append(append(catalog, labels...), "]>>"...)
	}
	return catalog
}

// target appends an explicit destination: a place at the left edge of a page, zoom unchanged (ISO 32000-1, 12.3.2.2).
func (b *build) target(s []byte, p int, y int64) []byte {
	p = min(max(p, 0), len(b.d.Pages)-1)
	s = pdf.AppendRef(append(s, '['), b.pages+p)
	s = pdf.AppendMilli(append(s, " /XYZ "...), b.drawn.Media[p].Trim[0])
	s = pdf.AppendMilli(append(s, ' '), b.drawn.Shift[p].Y-y)
	return append(s, " null]"...)
}

func (b *build) dests() int {
	at := map[string]*page.Dest{}
	var names []string
	for i := range b.d.Dests {
		d := &b.d.Dests[i]
		if at[d.Name] == nil {
			at[d.Name] = d
			names = append(names, d.Name)
		}
	}
	slices.Sort(names)
	return b.nameTree(names, func(s []byte, n string) []byte { return b.target(s, at[n].Page, at[n].Y.Milli()) })
}

// branch holds an outline entry's relatives as indexes; -1 is none.
type branch struct{ parent, prev, next, first, last, count int }

// outline writes the bookmarks; the first level is open, deeper ones are closed.
func (b *build) outline() int {
	bookmarks := b.d.Outline
	tree, first, last := branches(bookmarks)
	root := b.w.Reserve(1)
	base := b.w.Reserve(len(bookmarks))
	top := 0
	for i := range bookmarks {
		t := &tree[i]
		s := pdf.AppendText([]byte("<</Title "), bookmarks[i].Title)
		s = append(s, " /Parent "...)
		if t.parent < 0 {
			top++
			s = pdf.AppendRef(s, root)
		} else {
			s = pdf.AppendRef(s, base+t.parent)
		}
		s = b.target(append(s, " /Dest "...), bookmarks[i].Page, bookmarks[i].Y.Milli())
		for _, l := range [4]struct {
			key string
			to  int
		}{{" /Prev ", t.prev}, {" /Next ", t.next}, {" /First ", t.first}, {" /Last ", t.last}} {
			if l.to >= 0 {
				s = pdf.AppendRef(append(s, l.key...), base+l.to)
			}
		}
		if t.count > 0 {
			s = pdf.AppendInt(append(s, " /Count "...), -t.count)
		}
		if e := bookmarks[i].Elem; e != nil && b.edition.Tagged && e.Index < len(b.d.Elems) && b.d.Elems[e.Index] == e {
			s = pdf.AppendRef(append(s, " /SE "...), b.elems+e.Index)
		}
		b.w.Object(base+i, append(s, ">>"...))
	}
	s := pdf.AppendRef([]byte("<</Type /Outlines /First "), base+first)
	s = pdf.AppendRef(append(s, " /Last "...), base+last)
	s = pdf.AppendInt(append(s, " /Count "...), top)
	b.w.Object(root, append(s, ">>"...))
	return root
}

// branches finds each entry's relatives from the levels; first and last are those of the top level.
func branches(bookmarks []page.Bookmark) (tree []branch, first, last int) {
	tree = make([]branch, len(bookmarks))
	first, last = -1, -1
	var open []int
	for i := range bookmarks {
		for len(open) > 0 && bookmarks[open[len(open)-1]].Level >= bookmarks[i].Level {
			open = open[:len(open)-1]
		}
		t := &tree[i]
		*t = branch{-1, -1, -1, -1, -1, 0}
		head, tail := &first, &last
		if len(open) > 0 {
			t.parent = open[len(open)-1]
			up := &tree[t.parent]
			head, tail = &up.first, &up.last
			up.count++
		}
		if *tail >= 0 {
			t.prev = *tail
			tree[*tail].next = i
		} else {
			*head = i
		}
		*tail = i
		open = append(open, i)
	}
	return tree, first, last
}

// pageLabels are the ranges of printed folios (ISO 32000-1, 12.4.2); nil if they are 1, 2, 3 … all along.
func pageLabels(pages []*page.Page) []byte {
	var s []byte
	var last label
	plain := true
	for i, p := range pages {
		l := parseLabel(p.Label)
		plain = plain && l.style == 'D' && l.prefix == "" && l.number == i+1
		if i > 0 && l.style == last.style && l.prefix == last.prefix && (l.style == 0 || l.number == last.number+1) {
			last = l
			continue
		}
		last = l
		s = append(pdf.AppendInt(s, i), " <<"...)
		if l.style != 0 {
			s = append(append(s, "/S /"...), l.style)
		}
		if l.prefix != "" {
			s = pdf.AppendText(append(s, " /P "...), l.prefix)
		}
		if l.style != 0 && l.number != 1 {
			s = pdf.AppendInt(append(s, " /St "...), l.number)
		}
		s = append(s, ">> "...)
	}
	if plain {
		return nil
	}
	return s
}

type label struct {
	style  byte // D, r, R; 0: the prefix is all
	prefix string
	number int
}

// parseLabel splits a folio such as "12", "iv" or "A-3" into what page labels can say.
func parseLabel(s string) label {
	digits := len(s)
	for digits > 0 && s[digits-1] >= '0' && s[digits-1] <= '9' {
		digits--
	}
	if n, err := strconv.Atoi(s[digits:]); err == nil && n > 0 && s[digits] != '0' {
		return label{'D', s[:digits], n}
	}
	if n := pdf.ParseRoman(s); n > 0 {
		return label{'r', "", n}
	}
	if n := pdf.ParseRoman(strings.ToLower(s)); n > 0 && strings.ToUpper(s) == s {
		return label{'R', "", n}
	}
	return label{0, s, 0}
}
