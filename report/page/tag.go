package page

import "iter"

// Tag builds the structure tree from the items' elements, page by page, and numbers elements, links and marked content.
// Layout calls it once; a second call changes nothing, so that every edition may ask for it.
func (d *Document) Tag() {
	if d.tagged {
		return
	}
	d.tagged = true
	if d.Root == nil {
		d.Root = &Elem{Type: "Document"}
	}
	d.number(d.Root)
	for n, p := range d.Pages {
		p.joinBroken()
		for e, items := range p.Groups() {
			d.tagGroup(n, e, items)
		}
		for _, l := range p.Links {
			l.Index = len(d.Links)
			d.Links = append(d.Links, l)
			if l.Elem != nil {
				d.attach(l.Elem)
				l.Elem.Kids = append(l.Elem.Kids, Kid{Link: l, Page: int32(n)})
			}
		}
	}
}

// tagGroup attaches in the order of items, so that an empty cell's anchor keeps its place among its neighbours.
func (d *Document) tagGroup(n int, e *Elem, items []Item) {
	marked := e == nil
	for _, it := range items {
		if a, ok := it.(*Anchor); ok {
			if a.Elem != nil {
				d.attach(a.Elem)
			}
			continue
		}
		if !marked {
			d.attach(e)
			p := d.Pages[n]
			e.Kids = append(e.Kids, Kid{Page: int32(n), MCID: int32(len(p.MarkedContent))})
			p.MarkedContent = append(p.MarkedContent, e)
			marked = true
		}
	}
}

// Groups cuts the page's items into runs that share one mark: items of one element that follow each other, or artifacts
// (element nil). An artifact between two items of an element ends the mark, because artifacts and tagged content must
// not nest (ISO 14289-1, 7.1). Anchors paint nothing and never cut. Tag and paint both walk the page by Groups, so that
// the n-th group with an element always is marked content n.
func (p *Page) Groups() iter.Seq2[*Elem, []Item] {
	return func(yield func(*Elem, []Item) bool) {
		var cur *Elem
		var whole *string
		start, painted := 0, false
		for i, it := range p.Items {
			if _, empty := it.(*Anchor); empty {
				continue
			}
			e, w := it.Element(), word(it)
			if painted && (e != cur || w != whole) {
				if !yield(cur, p.Items[start:i]) {
					return
				}
				start = i
			}
			cur, whole, painted = e, w, true
		}
		if start < len(p.Items) {
			yield(cur, p.Items[start:])
		}
	}
}

// attach hangs e under its parent, and its parents under theirs, at the present end of their kids.
func (d *Document) attach(e *Elem) {
	if e.attached {
		return
	}
	if e.Parent == nil {
		e.Parent = d.Root
	}
	d.attach(e.Parent)
	d.number(e)
	e.Parent.Kids = append(e.Parent.Kids, Kid{Elem: e})
}

func (d *Document) number(e *Elem) {
	e.attached = true
	e.Index = len(d.Elems)
	d.Elems = append(d.Elems, e)
}
