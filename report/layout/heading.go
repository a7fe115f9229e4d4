package layout

import (
	"strconv"
	"strings"

	"konzept/report/doc"
	"konzept/report/geom"
	"konzept/report/page"
	"konzept/report/text"
)

// numberGap is the white between a number and its text (DIN 5008: 0.5 cm).
const numberGap = geom.CM / 2

// heading is what navigation knows of a doc.Heading.
type heading struct {
	block   *doc.Heading
	index   int // in the document's order
	level   int
	title   string // with its number
	running string
	elem    *page.Elem
}

// heading opens a section. Its number hangs before the text; the next block stays on its page.
func (b *builder) heading(g *galley, f frame, v *doc.Heading) {
	level := clampLevel(v.Level)
	h := &heading{block: v, index: b.heads, level: level, title: strings.TrimSpace(v.Number + " " + doc.Plain(v.Inlines)), running: v.Running}
	b.heads++
	if h.running == "" {
		h.running = h.title
	}
	sect := f.sect.enter(b, level)
	h.elem = b.elem("H"+strconv.Itoa(level), sect)
	if !b.quiet {
		g.marks = append(g.marks, mark{anchor: v.Anchor, elem: sect, heading: h})
	}
	if s := b.styled(v.Style); s.Filled {
		b.grounded(g, f, v, s, h.elem)
	} else {
		b.title(g, f, v, s, h.elem)
	}
	g.bind(costStrand)
}

func clampLevel(level int) int { return min(max(level, 1), 6) }

func (b *builder) title(g *galley, f frame, v *doc.Heading, s *doc.Style, e *page.Elem) {
	if v.Number == "" {
		b.prose(g, f, v.Inlines, s, e)
	} else {
		b.hung(g, f, v, s, e)
	}
}

// grounded sets a heading on its style's ground, an artifact over the whole measure.
func (b *builder) grounded(g *galley, f frame, v *doc.Heading, s *doc.Style, e *page.Elem) {
	g.space(s.Before)
	n := g.open(region{top: s.Pad.Top, bottom: s.Pad.Bottom, deco: deco{x: f.x, width: f.width, fill: s.Fill, filled: true}})
	g.add(slab{height: s.Pad.Top})
	g.flush = true
	g.bind(costStrand)
	bare := b.derive(s, "grounded", func(d *doc.Style) { d.Before, d.After = 0, 0 })
	b.title(g, f.inset(s.Pad.Left, s.Pad.Right), v, bare, e)
	g.white = 0
	g.bind(costStrand)
	g.add(slab{height: s.Pad.Bottom})
	g.close(n)
	g.space(s.After)
}

// hung sets a heading whose number stands alone at the left; its run ends in a space so that words do not glue.
func (b *builder) hung(g *galley, f frame, v *doc.Heading, s *doc.Style, e *page.Elem) {
	number := text.Width(v.Number, b.font(s, &doc.Look{}, "")) + numberGap
	if number > f.width/2 || s.Align == doc.Centre || s.Align == doc.Right {
		b.prose(g, f, append([]doc.Inline{&doc.Text{Text: v.Number + " ", At: v.At}}, v.Inlines...), s, e)
		return
	}
	in := b.borrow()
	b.spans(in, []doc.Inline{&doc.Text{Text: v.Number + " ", At: v.At}}, s, e, nil)
	lines := b.broken(in, s, number)
	start := len(g.slabs)
	g.space(s.Before)
	b.prose(g, f.inset(number, 0), v.Inlines, s, e)
	if len(g.slabs) == start {
		b.stack(g, in, lines, s, f.x)
	} else if len(lines) > 0 {
		first := &g.slabs[start]
		items, _ := b.lineItems(in, &lines[0], f.x, first.base)
		first.items = append(items, first.items...)
	}
	b.giveBack(in)
	g.keep(start, costStrand)
}
