package page

// Tag builds the structure tree from the items' elements, page by page, and numbers marked content per page. Items of
// one element that follow each other share one mark; an element that goes on after another has a further mark.
func (d *Document) Tag() {
	if d.Root == nil {
		d.Root = &Elem{Type: "Document"}
	}
	d.Root.attached = true
	for n, p := range d.Pages {
		p.Marks = p.Marks[:0]
		var last *Elem
		for _, it := range p.Items {
			e := it.Element()
			if e == nil {
				continue // an artifact between two items of one element does not split its mark's meaning, paint reopens it
			}
			d.attach(e)
			if _, empty := it.(*Anchor); empty {
				continue
			}
			if e != last {
				e.Kids = append(e.Kids, Kid{Page: n, MCID: len(p.Marks)})
				p.Marks = append(p.Marks, e)
				last = e
			}
		}
		for _, l := range p.Links {
			if l.Elem != nil {
				d.attach(l.Elem)
				l.Elem.Kids = append(l.Elem.Kids, Kid{Link: l, Page: n})
			}
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
	e.attached = true
	e.Parent.Kids = append(e.Parent.Kids, Kid{Elem: e})
}
