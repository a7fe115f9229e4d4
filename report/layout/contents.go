package layout

import (
	"strings"

	"konzept/report/doc"
	"konzept/report/galley"
	"konzept/report/geom"
	"konzept/report/page"
	"konzept/report/text"
)

// contents lists the document's headings, or its numbered tables or figures (DIN 5008): numbers at one line, texts at another, page numbers at the right
// edge, dot leaders between.
func (b *builder) contents(g *galley.Galley, f frame, v *doc.Contents) {
	depth := v.Depth
	if depth <= 0 {
		depth = 2
	}
	list := b.set.census.listing(v.Of)
	if len(list) == 0 {
		return
	}
	hang := b.contentsHang(v, depth)
	tocs := []*page.Elem{b.elem("TOC", f.parent())}
	levels := []int{0}
	var last *page.Elem
	for i := range list {
		h := &list[i]
		if h.block.Unlisted || h.level > depth {
			continue
		}
		for len(levels) > 1 && h.level < levels[len(levels)-1] {
			tocs, levels = tocs[:len(tocs)-1], levels[:len(levels)-1]
		}
		if last != nil && h.level > levels[len(levels)-1] {
			tocs = append(tocs, b.elem("TOC", last))
			levels = append(levels, h.level)
		} else if last == nil {
			levels[0] = h.level
		}
		if v.Of != doc.Headings && (i == 1 || i == len(list)-1) {
			g.Bind(galley.PenaltyAlone)
		}
		last = b.elem("TOCI", tocs[len(tocs)-1])
		b.contentsEntry(g, f, h, b.contentsStyle(v, h.level), hang, last)
	}
}

func (b *builder) contentsStyle(v *doc.Contents, level int) *doc.Style {
	if len(v.Styles) == 0 {
		return b.styled(nil)
	}
	return b.styled(v.Styles[min(level, len(v.Styles))-1])
}

// contentsHang is where the texts stand: past the widest number and the gap; 0 if nothing is numbered.
func (b *builder) contentsHang(v *doc.Contents, depth int) geom.Length {
	var w geom.Length
	list := b.set.census.listing(v.Of)
	for i := range list {
		h := &list[i]
		if !h.block.Unlisted && h.level <= depth && h.block.Number != "" {
			w = max(w, text.Width(h.block.Number+" ", b.font(b.contentsStyle(v, h.level), &doc.Look{}, "")))
		}
	}
	if w == 0 {
		return 0
	}
	return w + numberGap
}

// contentsEntry sets one heading with its page.
func (b *builder) contentsEntry(g *galley.Galley, f frame, h *listed, s *doc.Style, hang geom.Length, toci *page.Elem) {
	label := b.set.labels.listed(h)
	to := &link{dest: h.dest, alt: strings.TrimSpace(h.title + ", " + b.set.doc.Words.Page + " " + label)}
	var e *page.Elem
	if toci != nil {
		to.elem = b.elem("Link", b.elem("Reference", toci))
		e = to.elem
	}
	hang = min(hang, f.width/3)
	number := b.borrow()
	if h.block.Number != "" {
		b.spans(number, []doc.Inline{&doc.Text{Text: h.block.Number + " "}}, b.labelled(s), e, nil)
	}
	b.entryLines(g, f, h, s, hang, number, label, e, to)
	b.giveBack(number)
}

// entryLines sets text, leader and page number; the page number stands on the last line of the text.
func (b *builder) entryLines(g *galley.Galley, f frame, h *listed, s *doc.Style, hang geom.Length, number *inlines, label string, e *page.Elem, to *link) {
	right := b.borrow()
	defer b.giveBack(right)
	right.refers = true
	right.add(text.Span{Text: label, Font: b.font(s, &doc.Look{}, "")}, meta{ink: s.Ink, elem: e})
	numbers := b.broken(number, b.labelled(s), hang)
	pages := b.broken(right, b.labelled(s), f.width)
	var w geom.Length
	if len(pages) > 0 {
		w = pages[0].Width
	}
	reserve := max(w, 3*s.Size) + s.Size
	in := b.borrow()
	defer b.giveBack(in)
	b.spans(in, flat(h.block.Inlines), b.entryStyle(s), e, nil)
	if n := len(in.spans); n > 0 {
		in.add(text.Span{Text: " ", Font: in.spans[n-1].Font}, meta{ink: s.Ink, elem: e})
	}
	lines := b.broken(in, b.entryStyle(s), f.width-hang-reserve)
	start := len(g.Boxes)
	g.Space(s.Before)
	b.stack(g, in, lines, s, f.x+hang)
	if len(g.Boxes) == start {
		g.Add(galley.Box{Height: s.Leading, Base: s.Leading * 3 / 4})
	}
	g.Keep(start, galley.PenaltyStrand)
	first, last := &g.Boxes[start], &g.Boxes[len(g.Boxes)-1]
	if len(numbers) > 0 {
		items, _ := b.lineItems(number, &numbers[0], f.x, first.Base)
		first.Items = append(items, first.Items...)
	}
	var end geom.Length
	if len(lines) > 0 {
		end = hang + lines[len(lines)-1].Width
	}
	if len(pages) > 0 {
		items, _ := b.lineItems(right, &pages[0], f.x+f.width-w, last.Base)
		last.Items = append(last.Items, items...)
	}
	b.leader(last, s, f.x+end+s.Size/2, f.x+f.width-w-s.Size/2)
	if to.elem != nil {
		for k := start; k < len(g.Boxes); k++ {
			g.Boxes[k].Links = []*page.Link{to.over(geom.Box{X: f.x, W: f.width, H: g.Boxes[k].Height})}
		}
	}
	g.Space(s.After)
}

// entryStyle is how a heading's words stand in contents: ragged, so that the leader begins where they end.
func (b *builder) entryStyle(s *doc.Style) *doc.Style {
	return b.derive(s, "entry", func(d *doc.Style) { d.Align, d.First, d.Indent = doc.Left, 0, 0 })
}

// leader draws dots from x to right on a line's baseline; all leaders have their dots at the same places.
func (b *builder) leader(s *galley.Box, style *doc.Style, x, right geom.Length) {
	font := b.font(style, &doc.Look{}, "")
	step := text.Width(" .", font)
	if step <= 0 || right-x < 3*step {
		return
	}
	n := int((right - x) / step)
	runs := text.Shape(strings.Repeat(" .", n), font)
	at := right - geom.Length(n)*step
	of := make([]page.Item, 0, len(runs))
	for i := range runs {
		t := b.text()
		*t = page.Text{X: at, Y: s.Base, Run: runs[i], Ink: style.Ink}
		at += runs[i].Width()
		of = append(of, t)
	}
	s.Items = append(s.Items, &page.Running{Kind: page.LayoutArtifact, Of: of})
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
