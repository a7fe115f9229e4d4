package page

// Compact returns the document without blank pages: those that sheets and facing sides need, and nobody reads on a screen.
// The other pages keep their folios. Editions of all pages must not be tagged afterwards, since both share elements, which
// then count the pages that are left.
func (d *Document) Compact() *Document {
	to := make([]int, len(d.Pages))
	x := *d
	x.Pages = nil
	for n, p := range d.Pages {
		to[n] = len(x.Pages)
		if len(p.Items) > 0 {
			x.Pages = append(x.Pages, p)
		}
	}
	if len(x.Pages) == len(d.Pages) || len(x.Pages) == 0 {
		return d
	}
	for _, e := range d.Elems {
		for i := range e.Kids {
			if k := &e.Kids[i]; k.Elem == nil {
				k.Page = int32(to[k.Page])
			}
		}
		if e.detail != nil && e.detail.HasBBox {
			e.detail.BBoxPage = to[e.detail.BBoxPage]
		}
	}
	x.Dests = append([]Dest(nil), d.Dests...)
	for i := range x.Dests {
		x.Dests[i].Page = to[x.Dests[i].Page]
	}
	x.Outline = append([]Bookmark(nil), d.Outline...)
	for i := range x.Outline {
		x.Outline[i].Page = to[x.Outline[i].Page]
	}
	return &x
}
