package layout

import (
	"fmt"

	"konzept/report/doc"
	"konzept/report/galley"
	"konzept/report/introspection"
	"konzept/report/table"
	"konzept/report/typeset"
)

// builder collects one unit's blocks into galleys. Nothing of it is shared with another unit.
type builder struct {
	unit   *unit
	shared *common
	set    *typeset.Setter
	styles *typeset.Styles
	tables *table.Setter
	heads  int // headings met
	depth  int // of lists
	low    map[string]bool
	main   *galley.Galley // of the unit
	flows  []flow         // in the main galley
}

func newBuilder(u *unit) *builder {
	all := u.setting.common
	o := &all.options
	st := typeset.NewStyles(all.fonts, all.lang, typeset.Microtypography{Exceptions: o.Exceptions, Protrude: o.Protrude, Expand: o.Expand})
	set := &typeset.Setter{Doc: all.doc, Index: &all.index, Labels: &all.labels, Styles: st, Out: &u.out,
		Grid: u.style.Grid, Field: u.field, Refers: u.refers, Width: u.column()}
	b := &builder{unit: u, shared: all, styles: st, set: set}
	b.tables = &table.Setter{Set: set, Styles: st, Blocks: b.blocks, Room: u.room}
	return b
}

// restart begins a round.
func (b *builder) restart(base introspection.Counts) {
	b.set.Begin(base, len(b.flows) > 0) // columns find their places in further passes
	b.heads, b.depth = base.Headings, 0
	b.low = map[string]bool{}
	b.flows = b.flows[:0]
}

// blocks collects a list of blocks.
func (b *builder) blocks(g *galley.Galley, f typeset.Frame, list []doc.Block) {
	for i, block := range list {
		f.Sect.Begin(b.set, leads(list[i:]))
		if i > 0 && announces(list[i-1]) && leadable(block) {
			g.Bind(galley.PenaltyStrand)
		}
		b.block(g, f, block)
		if heads(block) {
			g.Bind(galley.PenaltyStrand)
		}
	}
}

func (b *builder) block(g *galley.Galley, f typeset.Frame, block doc.Block) {
	switch v := block.(type) {
	case *doc.Paragraph:
		b.set.Paragraph(g, f, v)
	case *doc.Heading:
		b.heading(g, f, v)
	case *doc.Group:
		b.group(g, f, v)
	case *doc.List:
		b.list(g, f, v)
	case *doc.Space:
		b.space(g, v)
	case *doc.Rule:
		b.rule(g, f, v)
	case *doc.PageBreak:
		g.Eject, g.Start = true, v.Start
	case *doc.Table:
		b.tables.Table(g, f, v)
	case *doc.Pairs:
		b.tables.Pairs(g, f, v)
	case *doc.Box:
		b.box(g, f, v)
	case *doc.Grid:
		b.grid(g, f, v)
	case *doc.Columns:
		b.columns(g, f, v)
	case *doc.Margin:
		b.margin(g, f, v)
	case *doc.Picture:
		b.picture(g, f, v)
	case *doc.Figure:
		b.figure(g, f, v)
	case *doc.Timeline:
		b.timeline(g, f, v)
	case *doc.Contents:
		b.contents(g, f, v)
	case *doc.Register:
		b.register(g, f, v)
	default:
		panic(fmt.Sprintf("layout: nobody sets a %T", block))
	}
}
