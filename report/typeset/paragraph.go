package typeset

import (
	"strings"

	"konzept/report/doc"
	"konzept/report/galley"
	"konzept/report/geom"
	"konzept/report/introspection"
	"konzept/report/page"
	"konzept/report/text"
)

// Paragraph sets running text as an element of its own.
func (st *Setter) Paragraph(g *galley.Galley, f Frame, p *doc.Paragraph) {
	if len(p.Inlines) == 0 {
		st.Anchor(g, p.Anchor, nil)
		return
	}
	e := st.Elem(string(Standard(p.Role, "P")), f.Parent())
	st.Anchor(g, p.Anchor, e)
	st.Prose(g, f, p.Inlines, p.Style, e)
}

// Prose sets inlines as lines of element e.
func (st *Setter) Prose(g *galley.Galley, f Frame, list []doc.Inline, style *doc.Style, e *page.Elem) {
	if style == nil {
		style = f.Style
	}
	s := st.Styles.Styled(style)
	if f.Aligned {
		s = st.Styles.aligned(s, f.Align)
	}
	in := st.Borrow()
	st.Spans(in, list, s, e, nil)
	if s.Indent != 0 {
		f = f.Inset(s.Indent, 0)
	}
	lines := st.Broken(in, st.opening(g, s), f.Width)
	g.Space(s.Before)
	st.Stack(g, in, lines, s, f.X)
	st.GiveBack(in)
	if len(lines) > 0 {
		g.Space(s.After)
		st.Leading, g.Prose = s.Leading, s
	}
	if s.KeepNext {
		g.Bind(galley.PenaltyStrand)
	}
}

// opening is a style without its first line's indent where no paragraph of the style precedes: below a heading, a table or
// a picture nothing needs to be told apart.
func (st *Setter) opening(g *galley.Galley, s *doc.Style) *doc.Style {
	if s.First <= 0 || g.Prose == s {
		return s
	}
	return st.Styles.Derive(s, "opening", func(d *doc.Style) { d.First = 0 })
}

// Stack adds lines to the galley, each a box with its notes, and sets what parting them costs.
func (st *Setter) Stack(g *galley.Galley, in *Inlines, lines []text.Line, s *doc.Style, x geom.Length) {
	for i := range lines {
		l := &lines[i]
		st.overfull(in, l)
		base, height := st.Styles.lineBox(s, l)
		items, links := st.LineItems(in, l, x, base)
		if i > 0 {
			g.Bind(parting(i, len(lines), lines[i-1].Hyphen))
		}
		line := g.Add(galley.Box{Height: height, Base: base, Items: items, Links: links, OnGrid: st.InBox == 0 && height == st.Grid && !s.KeepNext})
		for _, n := range in.notes(l) {
			line.Extend().Notes = append(line.Extras.Notes, n)
			line.Extras.Targets = append(line.Extras.Targets, galley.Target{Anchor: n.Back, Elem: n.Ref})
		}
	}
}

// notes are those that a line calls.
func (in *Inlines) notes(l *text.Line) (called []*galley.Note) {
	for k := range l.Pieces {
		if n := in.Meta[l.Pieces[k].Span].note; n != nil {
			called = append(called, n)
		}
	}
	return called
}

// parting is the cost of a page end before line i of n: neither the first nor the last line stands alone, and a word is
// parted by a page turn only to prevent that.
func parting(i, n int, hyphen bool) int32 {
	switch {
	case i == 1 || i == n-1:
		return galley.PenaltyOrphan
	case hyphen:
		return galley.PenaltyHyphen
	}
	return galley.PenaltyLine
}

// Anchor marks the next box as the place of an anchor.
func (st *Setter) Anchor(g *galley.Galley, name string, e *page.Elem) {
	if name != "" && !st.Quiet {
		g.Targets = append(g.Targets, galley.Target{Anchor: name, Elem: e})
	}
}

// Spare is how far something narrower than its frame moves for an alignment.
func Spare(a doc.Align, spare geom.Length) geom.Length {
	switch a {
	case doc.Right, doc.Decimal:
		return spare
	case doc.Centre:
		return spare / 2
	}
	return 0
}

// Caption sets a caption or source line as an element of its own kind.
func (st *Setter) Caption(g *galley.Galley, f Frame, list []doc.Inline, style *doc.Style, kind string) {
	st.Prose(g, f, list, style, st.Elem(kind, f.Parent()))
}

// Continued is the caption of what goes on after a page end, with the word that says so; nil without such a word.
func (st *Setter) Continued(f Frame, caption []doc.Inline, s *doc.Style) []galley.Box {
	word := st.Doc.Words.Continued
	if word == "" {
		return nil
	}
	quiet := st.Quiet
	st.Quiet = true
	defer func() { st.Quiet = quiet }()
	list := []doc.Inline{&doc.Text{Text: strings.TrimSpace(doc.Plain(caption) + " (" + word + ")")}}
	g := st.TakeGalley()
	st.Prose(g, f, list, s, nil)
	lines := append([]galley.Box(nil), g.Boxes...)
	st.GiveGalley(g)
	if n := len(lines); n > 0 {
		lines[n-1].Height += 2 * geom.Pt
	}
	return lines
}

// Hang puts a label before the first line of what was added since start, with its links and notes, or alone where nothing
// was.
func (st *Setter) Hang(g *galley.Galley, start int, in *Inlines, lines []text.Line, s *doc.Style, x geom.Length) {
	if len(g.Boxes) == start {
		st.Stack(g, in, lines, s, x)
		return
	}
	first := &g.Boxes[start]
	var label []page.Item
	var called []*galley.Note
	for i := range lines {
		base, _ := st.Styles.lineBox(s, &lines[i])
		if i == 0 && first.Base > 0 {
			base = first.Base
		}
		items, links := st.LineItems(in, &lines[i], x, base+geom.Length(i)*s.Leading)
		label, first.Links = append(label, items...), append(first.Links, links...)
		called = append(called, in.notes(&lines[i])...)
	}
	first.Items = append(label, first.Items...)
	if len(called) > 0 {
		more := first.Extend()
		more.Notes = append(called, more.Notes...)
		for _, n := range called {
			more.Targets = append(more.Targets, galley.Target{Anchor: n.Back, Elem: n.Ref})
		}
	}
	if n := geom.Length(len(lines)); n > 1 {
		first.Height = max(first.Height, n*s.Leading)
	}
}

// Leader draws dots from x to right on a line's baseline; all leaders have their dots at the same places.
func (st *Setter) Leader(s *galley.Box, style *doc.Style, x, right geom.Length) {
	font := st.Styles.Font(style, &doc.CharStyle{}, "")
	step := text.Width(" .", font)
	if step <= 0 || right-x < 3*step {
		return
	}
	n := int((right - x) / step)
	runs := text.Shape(strings.Repeat(" .", n), font)
	at := right - geom.Length(n)*step
	of := make([]page.Item, 0, len(runs))
	for i := range runs {
		t := st.newText()
		*t = page.Text{X: at, Y: s.Base, Run: runs[i], Ink: style.Ink}
		at += runs[i].Width()
		of = append(of, t)
	}
	s.Items = append(s.Items, &page.Running{Kind: page.LayoutArtifact, Of: of})
}

// NextNumber is "Tabelle 3" for what is numbered, and counts it.
func NextNumber(wanted bool, count *int, word string) string {
	if !wanted {
		return ""
	}
	*count++
	return introspection.Numbered(word, *count)
}

// CaptionText joins number and title: "Tabelle 3: Title".
func CaptionText(number string, title []doc.Inline) []doc.Inline {
	if number == "" {
		return title
	}
	if len(title) > 0 {
		number += ": "
	}
	return append([]doc.Inline{&doc.Text{Text: number}}, title...)
}
