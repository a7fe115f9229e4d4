package layout

import (
	"strconv"

	"konzept/report/doc"
	"konzept/report/galley"
	"konzept/report/typeset"
)

// register lists entries with the pages of their anchors, each page once.
func (b *builder) register(g *galley.Galley, f typeset.Frame, v *doc.Register) {
	s := b.styles.Derive(b.styles.Styled(v.Style), "register", func(d *doc.Style) {
		if d.Align == doc.Justify {
			d.Align = doc.Left
		}
	})
	e := b.set.Elem("L", b.set.Elem("Index", f.Parent())) // as ISO 32000-1, annex G of the older PDF Reference, nests an index
	b.inColumns(g, f, max(v.Columns, 1), numberGap, func(sub *galley.Galley, in typeset.Frame) {
		for i := range v.Entries {
			b.set.Prose(sub, in, b.entry(&v.Entries[i]), s, b.set.Elem("LBody", b.set.Elem("LI", e)))
		}
	})
}

// entry is an entry's text followed by its pages in order; three or more in a row are a range.
func (b *builder) entry(v *doc.Entry) []doc.Inline {
	list := append([]doc.Inline(nil), v.Text...)
	pages := b.pagesOf(v.Anchors)
	for i := 0; i < len(pages); {
		last := i
		for last+1 < len(pages) && follows(pages[last].label, pages[last+1].label) {
			last++
		}
		if last-i < 2 {
			last = i
		}
		list = append(list, &doc.Text{Text: ", "}, &doc.PageRef{Anchor: pages[i].anchor})
		if last > i {
			list = append(list, &doc.Text{Text: "–"}, &doc.PageRef{Anchor: pages[last].anchor})
		}
		i = last + 1
	}
	return list
}

// pageOf is a page that an entry names, by the first anchor on it.
type pageOf struct{ anchor, label string }

// pagesOf are the pages of anchors, each once when page numbers are known.
func (b *builder) pagesOf(anchors []string) []pageOf {
	var pages []pageOf
	seen := map[string]bool{}
	for _, a := range anchors {
		label := b.shared.labels.Of(a)
		if b.shared.labels.Known && seen[label] {
			continue
		}
		seen[label] = true
		pages = append(pages, pageOf{a, label})
	}
	return pages
}

// follows tells whether a page comes right after another; Roman numbers make no ranges.
func follows(a, b string) bool {
	m, err := strconv.Atoi(a)
	n, err2 := strconv.Atoi(b)
	return err == nil && err2 == nil && n == m+1
}
