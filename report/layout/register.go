package layout

import (
	"konzept/report/doc"
)

// register lists entries with the pages of their anchors, each page once.
func (b *builder) register(g *galley, f frame, v *doc.Register) {
	s := b.derive(b.styled(v.Style), "register", func(d *doc.Style) {
		if d.Align == doc.Justify {
			d.Align = doc.Left
		}
	})
	e := b.elem("Index", f.parent())
	b.inColumns(g, f, max(v.Columns, 1), numberGap, func(sub *galley, in frame) {
		for i := range v.Entries {
			b.prose(sub, in, b.entry(&v.Entries[i]), s, b.elem("P", e))
		}
	})
}

// entry is an entry's text followed by its pages in order.
func (b *builder) entry(v *doc.Entry) []doc.Inline {
	list := append([]doc.Inline(nil), v.Text...)
	seen := map[string]bool{}
	for _, a := range v.Anchors {
		label := b.set.labels.of(a)
		if b.set.labels.known && seen[label] {
			continue
		}
		seen[label] = true
		list = append(list, &doc.Text{Text: ", "}, &doc.PageRef{Anchor: a})
	}
	return list
}
