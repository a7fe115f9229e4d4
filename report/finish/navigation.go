package finish

import (
	"slices"
	"strconv"
	"strings"

	"konzept/report/page"
)

// navigation writes outline, named destinations, attachments and page labels, and appends them to the catalogue.
func (b *build) navigation(catalog []byte) []byte {
	if len(b.d.Outline) > 0 && !b.edition.X {
		catalog = ref(append(catalog, " /PageMode /UseOutlines /Outlines "...), b.outline())
	}
	var names []byte
	if len(b.d.Dests) > 0 && b.edition.Links {
		names = ref(append(names, " /Dests "...), b.dests())
	}
	if b.attached() {
		var spec int
		catalog, spec = b.attach(catalog)
		files := b.nameTree([]string{b.meta.Attach.Name}, func(s []byte, _ string) []byte { return ref(s, spec) })
		names = ref(append(names, " /EmbeddedFiles "...), files)
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

// target is a place on a page, its left edge, zoom unchanged.
func (b *build) target(s []byte, p int, y int64) []byte {
	p = min(max(p, 0), len(b.d.Pages)-1)
	s = ref(append(s, '['), b.pages+p)
	s = milli(append(s, " /XYZ "...), b.drawn.Media[p].Trim[0])
	s = milli(append(s, ' '), b.drawn.Shift[p].Y-y)
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
	marks := b.d.Outline
	tree, first, last := branches(marks)
	root := b.w.reserve(1)
	base := b.w.reserve(len(marks))
	top := 0
	for i := range marks {
		t := &tree[i]
		s := textString([]byte("<</Title "), marks[i].Title)
		s = append(s, " /Parent "...)
		if t.parent < 0 {
			top++
			s = ref(s, root)
		} else {
			s = ref(s, base+t.parent)
		}
		s = b.target(append(s, " /Dest "...), marks[i].Page, marks[i].Y.Milli())
		for _, l := range [4]struct {
			key string
			to  int
		}{{" /Prev ", t.prev}, {" /Next ", t.next}, {" /First ", t.first}, {" /Last ", t.last}} {
			if l.to >= 0 {
				s = ref(append(s, l.key...), base+l.to)
			}
		}
		if t.count > 0 {
			s = number(append(s, " /Count "...), -t.count)
		}
		if e := marks[i].Elem; e != nil && b.edition.Tagged && e.Index < len(b.d.Elems) && b.d.Elems[e.Index] == e {
			s = ref(append(s, " /SE "...), b.elems+e.Index)
		}
		b.w.object(base+i, append(s, ">>"...))
	}
	s := ref([]byte("<</Type /Outlines /First "), base+first)
	s = ref(append(s, " /Last "...), base+last)
	s = number(append(s, " /Count "...), top)
	b.w.object(root, append(s, ">>"...))
	return root
}

// branches finds each entry's relatives from the levels; first and last are those of the top level.
func branches(marks []page.Bookmark) (tree []branch, first, last int) {
	tree = make([]branch, len(marks))
	first, last = -1, -1
	var open []int
	for i := range marks {
		for len(open) > 0 && marks[open[len(open)-1]].Level >= marks[i].Level {
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
		s = append(number(s, i), " <<"...)
		if l.style != 0 {
			s = append(append(s, "/S /"...), l.style)
		}
		if l.prefix != "" {
			s = textString(append(s, " /P "...), l.prefix)
		}
		if l.style != 0 && l.number != 1 {
			s = number(append(s, " /St "...), l.number)
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
	if n := unroman(s); n > 0 {
		return label{'r', "", n}
	}
	if n := unroman(strings.ToLower(s)); n > 0 && strings.ToUpper(s) == s {
		return label{'R', "", n}
	}
	return label{0, s, 0}
}

// unroman reads a small roman number as page labels write it; 0 if s is none.
func unroman(s string) int {
	if len(s) > 12 {
		return 0
	}
	n, rest := 0, s
	for _, r := range romans {
		for strings.HasPrefix(rest, r.sign) {
			n += r.value
			rest = rest[len(r.sign):]
		}
	}
	if rest != "" || roman(n) != s {
		return 0
	}
	return n
}

var romans = []struct {
	value int
	sign  string
}{{1000, "m"}, {900, "cm"}, {500, "d"}, {400, "cd"}, {100, "c"}, {90, "xc"}, {50, "l"}, {40, "xl"}, {10, "x"}, {9, "ix"}, {5, "v"}, {4, "iv"}, {1, "i"}}

func roman(n int) string {
	var b strings.Builder
	for _, r := range romans {
		for n >= r.value {
			b.WriteString(r.sign)
			n -= r.value
		}
	}
	return b.String()
}
