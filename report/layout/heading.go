package layout

import (
	"strconv"
	"strings"

	"konzept/report/doc"
	"konzept/report/galley"
	"konzept/report/geom"
	"konzept/report/page"
	"konzept/report/text"
)

// numberGap is the white between a number and its text (DIN 5008: 0.5 cm).
const numberGap = geom.CM / 2

// heading opens a section. Its number hangs before the text; the next block stays on its page.
func (b *builder) heading(g *galley.Galley, f frame, v *doc.Heading) {
	level := clampLevel(v.Level)
	h := &galley.Heading{Block: v, Index: b.heads, Level: level, Title: strings.TrimSpace(v.Number + " " + doc.Plain(v.Inlines)), Running: v.Running}
	b.heads++
	if h.Running == "" {
		h.Running = h.Title
	}
	sect := f.sect.enter(b, level)
	h.Elem = b.elem("H"+strconv.Itoa(level), sect)
	if !b.quiet {
		g.Targets = append(g.Targets, galley.Target{Anchor: v.Anchor, Elem: sect, Heading: h})
	}
	if s := b.styled(v.Style); s.Filled {
		b.grounded(g, f, v, s, h.Elem)
	} else {
		b.title(g, f, v, s, h.Elem)
	}
	g.Bind(galley.PenaltyStrand)
}

func clampLevel(level int) int { return min(max(level, 1), 6) }

func (b *builder) title(g *galley.Galley, f frame, v *doc.Heading, s *doc.Style, e *page.Elem) {
	if v.Number == "" {
		b.prose(g, f, v.Inlines, s, e)
	} else {
		b.hung(g, f, v, s, e)
	}
}

// grounded sets a heading on its style's ground, an artifact over the whole measure.
func (b *builder) grounded(g *galley.Galley, f frame, v *doc.Heading, s *doc.Style, e *page.Elem) {
	g.Space(s.Before)
	n := g.Open(galley.Region{Top: s.Pad.Top, Bottom: s.Pad.Bottom, Decoration: galley.Decoration{X: f.x, Width: f.width, Fill: s.Fill, Filled: true}})
	g.Add(galley.Box{Height: s.Pad.Top})
	g.Flush = true
	g.Bind(galley.PenaltyStrand)
	bare := b.derive(s, "grounded", func(d *doc.Style) { d.Before, d.After = 0, 0 })
	b.title(g, f.inset(s.Pad.Left, s.Pad.Right), v, bare, e)
	g.White = 0
	g.Bind(galley.PenaltyStrand)
	g.Add(galley.Box{Height: s.Pad.Bottom})
	g.Close(n)
	g.Space(s.After)
}

// hung sets a heading whose number stands alone at the left; its run ends in a space so that words do not glue.
func (b *builder) hung(g *galley.Galley, f frame, v *doc.Heading, s *doc.Style, e *page.Elem) {
	number := text.Width(v.Number, b.font(s, &doc.Look{}, "")) + numberGap
	if number > f.width/2 || s.Align == doc.Centre || s.Align == doc.Right {
		b.prose(g, f, append([]doc.Inline{&doc.Text{Text: v.Number + " ", At: v.At}}, v.Inlines...), s, e)
		return
	}
	in := b.borrow()
	b.spans(in, []doc.Inline{&doc.Text{Text: v.Number + " ", At: v.At}}, s, e, nil)
	lines := b.broken(in, s, number)
	start := len(g.Boxes)
	g.Space(s.Before)
	b.prose(g, f.inset(number, 0), v.Inlines, s, e)
	if len(g.Boxes) == start {
		b.stack(g, in, lines, s, f.x)
	} else if len(lines) > 0 {
		first := &g.Boxes[start]
		items, _ := b.lineItems(in, &lines[0], f.x, first.Base)
		first.Items = append(items, first.Items...)
	}
	b.giveBack(in)
	g.Keep(start, galley.PenaltyStrand)
}
