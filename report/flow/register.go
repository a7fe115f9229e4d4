package flow

import (
	"strconv"

	"konzept/report/doc"
	"konzept/report/galley"
	"konzept/report/introspection"
	"konzept/report/typeset"
)

// register lists entries with the pages of their anchors, each page once.
func (b *Builder) register(g *galley.Galley, f typeset.Frame, v *doc.Register) {
	s := b.styles.Derive(b.styles.Styled(v.Style), "register", func(d *doc.Style) {
		if d.Align == doc.Justify {
			d.Align = doc.Left
		}
	})
	e := b.Set.Elem("L", b.Set.Elem("Index", f.Parent())) // as ISO 32000-1, annex G of the older PDF Reference, nests an index
	b.inColumns(g, f, max(v.Columns, 1), numberGap, func(sub *galley.Galley, in typeset.Frame) {
		for i := range v.Entries {
			b.Set.Prose(sub, in, entryOf(&v.Entries[i], b.Set.Labels), s, b.Set.Elem("LBody", b.Set.Elem("LI", e)))
		}
	})
}

// entryOf is an entry's text followed by its pages in order; three or more in a row are a range.
func entryOf(v *doc.Entry, labels *introspection.Labels) []doc.Inline {
	list := append([]doc.Inline(nil), v.Text...)
	pages := pagesOf(v.Anchors, labels)
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
func pagesOf(anchors []string, labels *introspection.Labels) []pageOf {
	var pages []pageOf
	seen := map[string]bool{}
	for _, a := range anchors {
		label := labels.Of(a)
		if labels.Known && seen[label] {
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
