// Package flow sets the blocks of a document below each other into a galley: headings, lists, boxes, grids, columns, pictures,
// figures, contents. A block kind has one file, with the name that it has in doc.
//
// Text in lines is typeset's, tables are table's, and what a figure shows is drawn by figure; where pages end is not decided
// here.
package flow

import (
	"fmt"

	"konzept/report/doc"
	"konzept/report/galley"
	"konzept/report/geom"
	"konzept/report/introspection"
	"konzept/report/table"
	"konzept/report/typeset"
)

// Area is what blocks need to know of the pages that they come to stand on.
type Area struct {
	PageHeight func() geom.Length // of content on a page; asked each time, since a legend takes some of it
	Body       geom.Length        // height between the margins
	Margin     geom.Length        // outer
	MinPPI     int                // resolution below which a picture is a finding
}

// Builder collects one unit's blocks into galleys. Nothing of it is shared with another unit.
type Builder struct {
	area          Area
	Set           *typeset.Setter
	styles        *typeset.Styles
	tables        *table.Setter
	heads         int             // headings met
	depth         int             // of lists
	low           map[string]bool // pictures that a finding calls coarse
	main          *galley.Galley  // of the unit
	Starts        []ColumnStart   // in the main galley
	ColumnHeights []geom.Length   // of the first set of columns at each start, as the last cut had it
}

// New is a builder that sets text with set.
func New(set *typeset.Setter, a Area) *Builder {
	b := &Builder{area: a, Set: set, styles: set.Styles}
	b.tables = &table.Setter{Set: set, Styles: set.Styles, Blocks: b.Blocks, PageHeight: a.PageHeight}
	return b
}

// Restart begins a round that fills a galley; without one nothing is known of where columns begin.
func (b *Builder) Restart(base introspection.Counts, main *galley.Galley) {
	b.Set.Begin(base, len(b.Starts) > 0) // columns find their places in further passes
	b.heads, b.depth = base.Headings, 0
	b.low = map[string]bool{}
	b.Starts = b.Starts[:0]
	b.main = main
}

// Blocks collects a list of blocks.
func (b *Builder) Blocks(g *galley.Galley, f typeset.Frame, list []doc.Block) {
	for i, block := range list {
		f.Sect.Begin(b.Set, leads(list[i:]))
		if i > 0 && announces(list[i-1]) && leadable(block) {
			g.Bind(galley.PenaltyStrand)
		}
		b.block(g, f, block)
		if heads(block) {
			g.Bind(galley.PenaltyStrand)
		}
	}
}

func (b *Builder) block(g *galley.Galley, f typeset.Frame, block doc.Block) {
	switch v := block.(type) {
	case *doc.Paragraph:
		b.Set.Paragraph(g, f, v)
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
		panic(fmt.Sprintf("flow: nobody sets a %T", block))
	}
}
