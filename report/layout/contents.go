package layout

import (
	"strings"

	"konzept/report/doc"
	"konzept/report/galley"
	"konzept/report/geom"
	"konzept/report/introspection"
	"konzept/report/page"
	"konzept/report/text"
	"konzept/report/typeset"
)

// contents lists the document's headings, or its numbered tables or figures (DIN 5008): numbers at one line, texts at another, page numbers at the right
// edge, dot leaders between.
func (b *builder) contents(g *galley.Galley, f typeset.Frame, v *doc.Contents) {
	depth := v.Depth
	if depth <= 0 {
		depth = 2
	}
	list := b.shared.index.Listing(v.Of)
	if len(list) == 0 {
		return
	}
	hang := b.contentsHang(v, depth)
	tocs := []*page.Elem{b.set.Elem("TOC", f.Parent())}
	levels := []int{0}
	var last *page.Elem
	for i := range list {
		h := &list[i]
		if h.Block.Unlisted || h.Level > depth {
			continue
		}
		for len(levels) > 1 && h.Level < levels[len(levels)-1] {
			tocs, levels = tocs[:len(tocs)-1], levels[:len(levels)-1]
		}
		if last != nil && h.Level > levels[len(levels)-1] {
			tocs = append(tocs, b.set.Elem("TOC", last))
			levels = append(levels, h.Level)
		} else if last == nil {
			levels[0] = h.Level
		}
		if v.Of != doc.Headings && (i == 1 || i == len(list)-1) {
			g.Bind(galley.PenaltyAlone)
		}
		last = b.set.Elem("TOCI", tocs[len(tocs)-1])
		b.contentsEntry(g, f, h, b.contentsStyle(v, h.Level), hang, last)
	}
}

func (b *builder) contentsStyle(v *doc.Contents, level int) *doc.Style {
	if len(v.Styles) == 0 {
		return b.styles.Styled(nil)
	}
	return b.styles.Styled(v.Styles[min(level, len(v.Styles))-1])
}

// contentsHang is where the texts stand: past the widest number and the gap; 0 if nothing is numbered.
func (b *builder) contentsHang(v *doc.Contents, depth int) geom.Length {
	var w geom.Length
	list := b.shared.index.Listing(v.Of)
	for i := range list {
		h := &list[i]
		if !h.Block.Unlisted && h.Level <= depth && h.Block.Number != "" {
			w = max(w, text.Width(h.Block.Number+" ", b.styles.Font(b.contentsStyle(v, h.Level), &doc.Look{}, "")))
		}
	}
	if w == 0 {
		return 0
	}
	return w + numberGap
}

// contentsEntry sets one heading with its page.
func (b *builder) contentsEntry(g *galley.Galley, f typeset.Frame, h *introspection.Entry, s *doc.Style, hang geom.Length, toci *page.Elem) {
	label := b.shared.labels.Listed(h)
	to := &typeset.Link{Dest: h.Dest, Alt: strings.TrimSpace(h.Title + ", " + b.shared.doc.Words.Page + " " + label)}
	var e *page.Elem
	if toci != nil {
		to.Elem = b.set.Elem("Link", b.set.Elem("Reference", toci))
		e = to.Elem
	}
	hang = min(hang, f.Width/3)
	number := b.set.Borrow()
	if h.Block.Number != "" {
		b.set.Spans(number, []doc.Inline{&doc.Text{Text: h.Block.Number + " "}}, b.styles.Labelled(s), e, nil)
	}
	b.entryLines(g, f, h, s, hang, number, label, e, to)
	b.set.GiveBack(number)
}

// entryLines sets text, leader and page number; the page number stands on the last line of the text.
func (b *builder) entryLines(g *galley.Galley, f typeset.Frame, h *introspection.Entry, s *doc.Style, hang geom.Length, number *typeset.Inlines, label string, e *page.Elem, to *typeset.Link) {
	right := b.set.Borrow()
	defer b.set.GiveBack(right)
	right.Refers = true
	right.Add(text.Span{Text: label, Font: b.styles.Font(s, &doc.Look{}, "")}, typeset.Meta{Ink: s.Ink, Elem: e})
	numbers := b.set.Broken(number, b.styles.Labelled(s), hang)
	pages := b.set.Broken(right, b.styles.Labelled(s), f.Width)
	var w geom.Length
	if len(pages) > 0 {
		w = pages[0].Width
	}
	reserve := max(w, 3*s.Size) + s.Size
	in := b.set.Borrow()
	defer b.set.GiveBack(in)
	b.set.Spans(in, flat(h.Block.Inlines), b.styles.EntryStyle(s), e, nil)
	if n := len(in.Spans); n > 0 {
		in.Add(text.Span{Text: " ", Font: in.Spans[n-1].Font}, typeset.Meta{Ink: s.Ink, Elem: e})
	}
	lines := b.set.Broken(in, b.styles.EntryStyle(s), f.Width-hang-reserve)
	start := len(g.Boxes)
	g.Space(s.Before)
	b.set.Stack(g, in, lines, s, f.X+hang)
	if len(g.Boxes) == start {
		g.Add(galley.Box{Height: s.Leading, Base: s.Leading * 3 / 4})
	}
	g.Keep(start, galley.PenaltyStrand)
	first, last := &g.Boxes[start], &g.Boxes[len(g.Boxes)-1]
	if len(numbers) > 0 {
		items, _ := b.set.LineItems(number, &numbers[0], f.X, first.Base)
		first.Items = append(items, first.Items...)
	}
	var end geom.Length
	if len(lines) > 0 {
		end = hang + lines[len(lines)-1].Width
	}
	if len(pages) > 0 {
		items, _ := b.set.LineItems(right, &pages[0], f.X+f.Width-w, last.Base)
		last.Items = append(last.Items, items...)
	}
	b.set.Leader(last, s, f.X+end+s.Size/2, f.X+f.Width-w-s.Size/2)
	if to.Elem != nil {
		for k := start; k < len(g.Boxes); k++ {
			g.Boxes[k].Links = []*page.Link{to.Over(geom.Box{X: f.X, W: f.Width, H: g.Boxes[k].Height})}
		}
	}
	g.Space(s.After)
}

// flat is a heading's text without notes, links and breaks: contents have their own.
func flat(list []doc.Inline) []doc.Inline {
	var out []doc.Inline
	for _, inline := range list {
		switch v := inline.(type) {
		case *doc.Link:
			out = append(out, flat(v.Inlines)...)
		case *doc.Break:
			out = append(out, &doc.Text{Text: " "})
		case *doc.Text, *doc.Symbol:
			out = append(out, v)
		}
	}
	return out
}
