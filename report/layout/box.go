package layout

import (
	"konzept/report/diag"
	"konzept/report/doc"
	"konzept/report/geom"
)

// box sets blocks on a ground, within a frame or beside a bar. It goes on over pages unless it is kept.
func (b *builder) box(g *galley, f frame, v *doc.Box) {
	g.space(v.Before)
	pad := geom.Edges{Top: max(v.Pad.Top, 0), Right: max(v.Pad.Right, 0), Bottom: max(v.Pad.Bottom, 0), Left: max(v.Pad.Left, 0) + max(v.Bar, 0)}
	e := f
	if level := titles(v.Blocks); level > 0 && (v.Role == "" || v.Role == "Div") {
		f.sect.begin(b, level)
	} else if v.Role != "" {
		e = f.under(b.elem(string(standard(v.Role, "Div")), f.parent()))
	}
	inner := e.inset(pad.Left, pad.Right)
	start := len(g.slabs)
	n := g.open(region{top: pad.Top, bottom: pad.Bottom, deco: deco{x: f.x, width: f.width, fill: v.Fill, filled: v.Filled,
		frame: v.Frame, ink: v.Ink, bar: v.Bar, bleeds: v.Bleeds}})
	g.add(slab{height: pad.Top})
	g.flush = true
	g.bind(costStrand)
	b.inBox++
	if v.Height > 0 {
		b.boxOfHeight(g, inner, v, pad)
	} else {
		b.blocks(g, inner, v.Blocks)
	}
	b.inBox--
	g.flushMarks()
	g.white = 0
	owed := g.cost // what ends the box may stay with what follows it
	g.bind(costStrand)
	g.add(slab{height: pad.Bottom})
	g.close(n)
	g.bind(owed)
	if v.Keep && b.holds(g, start, "", diag.Span{}, v.Blocks) {
		g.keep(start, costKeep)
	}
	g.space(v.After)
}

// boxOfHeight adds the white that a box of at least a height has below its content, or on both sides of it.
func (b *builder) boxOfHeight(g *galley, f frame, v *doc.Box, pad geom.Edges) {
	first := len(g.slabs)
	if v.Centred {
		g.add(slab{})
		g.flush = true
		g.bind(costStrand)
	}
	b.blocks(g, f, v.Blocks)
	g.flushMarks()
	g.white = 0
	used := g.extent(first, len(g.slabs))
	rest := min(v.Height, b.unit.room()) - pad.Top - pad.Bottom - used
	if rest <= 0 {
		return
	}
	if v.Centred {
		g.slabs[first].height = rest / 2
		rest -= rest / 2
	}
	g.bind(costStrand)
	g.add(slab{height: rest})
}
