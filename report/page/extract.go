package page

import (
	"slices"
	"strconv"
)

// Holding returns the numbers, from 0 and ascending, of the pages on which content of the named destinations stands.
func (d *Document) Holding(names []string) []int {
	on := map[int]bool{}
	for i := range d.Dests {
		if t := &d.Dests[i]; slices.Contains(names, t.Name) {
			on[t.Page] = true
			t.Elem.pages(on)
		}
	}
	var list []int
	for n := range d.Pages {
		if on[n] {
			list = append(list, n)
		}
	}
	return list
}

func (e *Elem) pages(on map[int]bool) {
	if e == nil {
		return
	}
	for _, k := range e.Kids {
		switch {
		case k.Elem != nil:
			k.Elem.pages(on)
		case k.Link == nil:
			on[int(k.Page)] = true
		}
	}
}

// Extract makes a document of some pages, which keep their folios. What leads to a page that is left out leads nowhere:
// such links become plain text. The document extracted from must not be used afterwards, since both share elements.
func (d *Document) Extract(pages []int) *Document {
	x := &Document{Title: d.Title, Subject: d.Subject, Author: d.Author, Lang: d.Lang, Palette: d.Palette, Root: d.Root}
	to := map[int]int{}
	for _, n := range pages {
		to[n] = len(x.Pages)
		x.Pages = append(x.Pages, d.Pages[n])
	}
	for _, e := range d.Elems {
		e.Kids, e.attached = nil, false
		if m := e.detail; m != nil && m.HasBBox {
			n, ok := to[m.BBoxPage]
			m.BBoxPage, m.HasBBox = n, ok
		}
	}
	known := map[string]bool{}
	for _, t := range d.Dests {
		if n, ok := to[t.Page]; ok {
			t.Page = n
			x.Dests = append(x.Dests, t)
			known[t.Name] = true
		}
	}
	for _, b := range d.Outline {
		if n, ok := to[b.Page]; ok {
			b.Page = n
			x.Outline = append(x.Outline, b)
		}
	}
	for _, p := range x.Pages {
		p.MarkedContent = nil
		p.Links = slices.DeleteFunc(p.Links, func(l *Link) bool {
			lost := l.Dest != "" && !known[l.Dest]
			if lost && l.Elem != nil {
				l.Elem.Type = "Span"
			}
			return lost
		})
	}
	x.Tag()
	x.Root.relevel(nil)
	return x
}

// relevel lets headings begin with H1 and skip none (ISO 14289-1, 7.4.2), though those above them are left out.
func (e *Elem) relevel(open []int) []int {
	if len(e.Type) == 2 && e.Type[0] == 'H' && e.Type[1] >= '1' && e.Type[1] <= '6' {
		level := int(e.Type[1] - '0')
		for len(open) > 0 && open[len(open)-1] >= level {
			open = open[:len(open)-1]
		}
		open = append(open, level)
		e.Type = "H" + strconv.Itoa(len(open))
	}
	for _, k := range e.Kids {
		if k.Elem != nil {
			open = k.Elem.relevel(open)
		}
	}
	return open
}
