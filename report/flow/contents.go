package flow

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

// contents lists the document's headings, or its numbered tables or figures (DIN 5008): numbers at one line, texts at another,
// page numbers at the right edge, dot leaders between.
func (b *Builder) contents(g *galley.Galley, f typeset.Frame, v *doc.Contents) {
	list := b.Set.Index.Listing(v.Of)
	if len(list) == 0 {
		return
	}
	c := contents{set: b.Set, g: g, f: f, v: v, depth: v.Depth}
	if c.depth <= 0 {
		c.depth = 2
	}
	c.hang = min(c.hanging(list), f.Width/3)
	tocs := []*page.Elem{b.Set.Elem("TOC", f.Parent())}
	levels := []int{0}
	var last *page.Elem
	for i := range list {
		h := &list[i]
		if !c.lists(h) {
			continue
		}
		for len(levels) > 1 && h.Level < levels[len(levels)-1] {
			tocs, levels = tocs[:len(tocs)-1], levels[:len(levels)-1]
		}
		if last != nil && h.Level > levels[len(levels)-1] {
			tocs = append(tocs, b.Set.Elem("TOC", last))
			levels = append(levels, h.Level)
		} else if last == nil {
			levels[0] = h.Level
		}
		if v.Of != doc.Headings && (i == 1 || i == len(list)-1) {
			g.Bind(galley.PenaltyAlone)
		}
		last = b.Set.Elem("TOCI", tocs[len(tocs)-1])
		c.entry(h, last)
	}
}

// contents is a list of contents while it is set.
type contents struct {
	set   *typeset.Setter
	g     *galley.Galley
	f     typeset.Frame
	v     *doc.Contents
	depth int
	hang  geom.Length // where the texts stand; 0: nothing is numbered
}

func (c *contents) lists(h *introspection.Entry) bool { return !h.Block.Unlisted && h.Level <= c.depth }

func (c *contents) style(level int) *doc.Style {
	if len(c.v.Styles) == 0 {
		return c.set.Styles.Styled(nil)
	}
	return c.set.Styles.Styled(c.v.Styles[min(level, len(c.v.Styles))-1])
}

// hanging is the width of the widest number with the gap behind it.
func (c *contents) hanging(list []introspection.Entry) geom.Length {
	var w geom.Length
	for i := range list {
		if h := &list[i]; c.lists(h) && h.Block.Number != "" {
			w = max(w, text.Width(h.Block.Number+" ", c.set.Styles.Font(c.style(h.Level), &doc.CharStyle{}, "")))
		}
	}
	if w == 0 {
		return 0
	}
	return w + numberGap
}

// entry sets one heading with its page: number, text, leader and page number, which stands on the last line of the text.
func (c *contents) entry(h *introspection.Entry, toci *page.Elem) {
	set, s, f, g := c.set, c.style(h.Level), c.f, c.g
	label := set.Labels.Listed(h)
	to := &typeset.Link{Dest: h.Dest, Alt: strings.TrimSpace(h.Title + ", " + set.Doc.Words.Page + " " + label)}
	var e *page.Elem
	if toci != nil {
		to.Elem = set.Elem("Link", set.Elem("Reference", toci))
		e = to.Elem
	}
	number, right, in := set.Borrow(), set.Borrow(), set.Borrow()
	if h.Block.Number != "" {
		set.Spans(number, []doc.Inline{&doc.Text{Text: h.Block.Number + " "}}, set.Styles.Labelled(s), e, nil)
	}
	right.Refers = true
	right.Add(text.Span{Text: label, Font: set.Styles.Font(s, &doc.CharStyle{}, "")}, typeset.Meta{Ink: s.Ink, Elem: e})
	numbers := set.Broken(number, set.Styles.Labelled(s), c.hang)
	pages := set.Broken(right, set.Styles.Labelled(s), f.Width)
	var w geom.Length
	if len(pages) > 0 {
		w = pages[0].Width
	}
	lines := c.words(h, in, e, f.Width-c.hang-max(w, 3*s.Size)-s.Size)
	start := len(g.Boxes)
	g.Space(s.Before)
	set.Stack(g, in, lines, s, f.X+c.hang)
	if len(g.Boxes) == start {
		g.Add(galley.Box{Height: s.Leading, Base: s.Leading * 3 / 4})
	}
	g.Keep(start, galley.PenaltyStrand)
	first, last := &g.Boxes[start], &g.Boxes[len(g.Boxes)-1]
	if len(numbers) > 0 {
		items, _ := set.LineItems(number, &numbers[0], f.X, first.Base)
		first.Items = append(items, first.Items...)
	}
	var end geom.Length
	if len(lines) > 0 {
		end = c.hang + lines[len(lines)-1].Width
	}
	if len(pages) > 0 {
		items, _ := set.LineItems(right, &pages[0], f.X+f.Width-w, last.Base)
		last.Items = append(last.Items, items...)
	}
	set.Leader(last, s, f.X+end+s.Size/2, f.X+f.Width-w-s.Size/2)
	c.link(to, start)
	g.Space(s.After)
	set.GiveBack(in)
	set.GiveBack(right)
	set.GiveBack(number)
}

// words are the lines of an entry's text, narrow enough for the page number beside the last.
func (c *contents) words(h *introspection.Entry, in *typeset.Inlines, e *page.Elem, width geom.Length) []text.Line {
	s := c.style(h.Level)
	c.set.Spans(in, flat(h.Block.Inlines), c.set.Styles.EntryStyle(s), e, nil)
	if n := len(in.Spans); n > 0 {
		in.Add(text.Span{Text: " ", Font: in.Spans[n-1].Font}, typeset.Meta{Ink: s.Ink, Elem: e})
	}
	return c.set.Broken(in, c.set.Styles.EntryStyle(s), width)
}

// link makes all that was set since start one link.
func (c *contents) link(to *typeset.Link, start int) {
	if to.Elem == nil {
		return
	}
	for k := start; k < len(c.g.Boxes); k++ {
		c.g.Boxes[k].Links = []*page.Link{to.Over(geom.Box{X: c.f.X, W: c.f.Width, H: c.g.Boxes[k].Height})}
	}
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
