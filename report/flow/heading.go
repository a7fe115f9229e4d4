package flow

import (
	"strconv"
	"strings"

	"konzept/report/doc"
	"konzept/report/galley"
	"konzept/report/geom"
	"konzept/report/page"
	"konzept/report/text"
	"konzept/report/typeset"
)

// numberGap is the white between a number and its text (DIN 5008: 0.5 cm).
const numberGap = geom.CM / 2

// heading opens a section. Its number hangs before the text; the next block stays on its page.
func (b *Builder) heading(g *galley.Galley, f typeset.Frame, v *doc.Heading) {
	level := clampLevel(v.Level)
	h := &galley.Heading{Block: v, Index: b.heads, Level: level, Title: strings.TrimSpace(v.Number + " " + doc.Plain(v.Inlines)), Running: v.Running}
	b.heads++
	if h.Running == "" {
		h.Running = h.Title
	}
	sect := f.Sect.Enter(b.Set, level)
	h.Elem = b.Set.Elem("H"+strconv.Itoa(level), sect)
	if !b.Set.Quiet {
		g.Targets = append(g.Targets, galley.Target{Anchor: v.Anchor, Elem: sect, Heading: h})
	}
	if s := b.styles.Styled(v.Style); s.Filled {
		b.grounded(g, f, v, s, h.Elem)
	} else {
		b.title(g, f, v, s, h.Elem)
	}
	g.Bind(galley.PenaltyStrand)
}

func clampLevel(level int) int { return min(max(level, 1), 6) }

func (b *Builder) title(g *galley.Galley, f typeset.Frame, v *doc.Heading, s *doc.Style, e *page.Elem) {
	if v.Number == "" {
		b.Set.Prose(g, f, v.Inlines, s, e)
	} else {
		b.hung(g, f, v, s, e)
	}
}

// grounded sets a heading on its style's ground, an artifact over the whole measure.
func (b *Builder) grounded(g *galley.Galley, f typeset.Frame, v *doc.Heading, s *doc.Style, e *page.Elem) {
	g.Space(s.Before)
	n := g.Open(galley.Region{Top: s.Pad.Top, Bottom: s.Pad.Bottom, Decoration: galley.Decoration{X: f.X, Width: f.Width, Fill: s.Fill, Filled: true}})
	g.Add(galley.Box{Height: s.Pad.Top})
	g.Flush = true
	g.Bind(galley.PenaltyStrand)
	bare := b.styles.Derive(s, "grounded", func(d *doc.Style) { d.Before, d.After = 0, 0 })
	b.title(g, f.Inset(s.Pad.Left, s.Pad.Right), v, bare, e)
	g.White = 0
	g.Bind(galley.PenaltyStrand)
	g.Add(galley.Box{Height: s.Pad.Bottom})
	g.Close(n)
	g.Space(s.After)
}

// hung sets a heading whose number stands alone at the left; its run ends in a space so that words do not glue.
func (b *Builder) hung(g *galley.Galley, f typeset.Frame, v *doc.Heading, s *doc.Style, e *page.Elem) {
	number := text.Width(v.Number, b.styles.Font(s, &doc.CharStyle{}, "")) + numberGap
	if number > f.Width/2 || s.Align == doc.Centre || s.Align == doc.Right {
		b.Set.Prose(g, f, append([]doc.Inline{&doc.Text{Text: v.Number + " ", At: v.At}}, v.Inlines...), s, e)
		return
	}
	in := b.Set.Borrow()
	b.Set.Spans(in, []doc.Inline{&doc.Text{Text: v.Number + " ", At: v.At}}, s, e, nil)
	lines := b.Set.Broken(in, s, number)
	start := len(g.Boxes)
	g.Space(s.Before)
	b.Set.Prose(g, f.Inset(number, 0), v.Inlines, s, e)
	if len(g.Boxes) == start {
		b.Set.Stack(g, in, lines, s, f.X)
	} else if len(lines) > 0 {
		first := &g.Boxes[start]
		items, _ := b.Set.LineItems(in, &lines[0], f.X, first.Base)
		first.Items = append(items, first.Items...)
	}
	b.Set.GiveBack(in)
	g.Keep(start, galley.PenaltyStrand)
}
