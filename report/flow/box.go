package flow

import (
	"konzept/report/diag"
	"konzept/report/doc"
	"konzept/report/galley"
	"konzept/report/geom"
	"konzept/report/typeset"
)

// box sets blocks on a ground, within a frame or beside a bar. It goes on over pages unless it is kept.
func (b *Builder) box(g *galley.Galley, f typeset.Frame, v *doc.Box) {
	g.Space(v.Before)
	pad := geom.Edges{Top: max(v.Pad.Top, 0), Right: max(v.Pad.Right, 0), Bottom: max(v.Pad.Bottom, 0), Left: max(v.Pad.Left, 0) + max(v.Bar, 0)}
	e := f
	if level := titles(v.Blocks); level > 0 && (v.Role == "" || v.Role == "Div") {
		f.Sect.Begin(b.Set, level)
	} else if v.Role != "" {
		e = f.Under(b.Set.Elem(string(typeset.Standard(v.Role, "Div")), f.Parent()))
	}
	inner := e.Inset(pad.Left, pad.Right)
	start := len(g.Boxes)
	n := g.Open(galley.Region{Top: pad.Top, Bottom: pad.Bottom, Decoration: galley.Decoration{X: f.X, Width: f.Width, Fill: v.Fill, Filled: v.Filled,
		Frame: v.Frame, Ink: v.Ink, Bar: v.Bar, Bleeds: v.Bleeds}})
	g.Add(galley.Box{Height: pad.Top})
	g.Flush = true
	g.Bind(galley.PenaltyStrand)
	b.Set.InBox++
	if v.Height > 0 {
		b.boxOfHeight(g, inner, v, pad)
	} else {
		b.Blocks(g, inner, v.Blocks)
	}
	b.Set.InBox--
	g.FlushPending()
	g.White = 0
	owed := g.Penalty // what ends the box may stay with what follows it
	g.Bind(galley.PenaltyStrand)
	g.Add(galley.Box{Height: pad.Bottom})
	g.Close(n)
	g.Bind(owed)
	if v.Keep && b.holds(g, start, "", diag.Span{}, v.Blocks) {
		g.Keep(start, galley.PenaltyKeep)
	}
	g.Space(v.After)
}

// boxOfHeight adds the white that a box of at least a height has below its content, or on both sides of it.
func (b *Builder) boxOfHeight(g *galley.Galley, f typeset.Frame, v *doc.Box, pad geom.Edges) {
	first := len(g.Boxes)
	if v.Centred {
		g.Add(galley.Box{})
		g.Flush = true
		g.Bind(galley.PenaltyStrand)
	}
	b.Blocks(g, f, v.Blocks)
	g.FlushPending()
	g.White = 0
	used := g.Extent(first, len(g.Boxes))
	rest := min(v.Height, b.area.PageHeight()) - pad.Top - pad.Bottom - used
	if rest <= 0 {
		return
	}
	if v.Centred {
		g.Boxes[first].Height = rest / 2
		rest -= rest / 2
	}
	g.Bind(galley.PenaltyStrand)
	g.Add(galley.Box{Height: rest})
}
