package doc

import (
	"konzept/report/diag"
	"konzept/report/geom"
)

// Poster is one sheet with areas at fixed places; text sizes fit into their areas.
type Poster struct {
	Name      string // for file names and findings
	Of        string // id of the record that it is made for; empty: it is one of a kind
	Title     string
	Size      geom.Size // trim
	Bleed     geom.Length
	Safe      geom.Length // nothing but grounds and pictures closer to the trim
	Ground    geom.Ink
	HasGround bool
	Areas     []Area   // in reading order
	Largest   []string // names of areas: every other area's texts are smaller than the largest of each; empty: no rule
}

// Area is a named rectangle and what it holds.
type Area struct {
	Name     string
	Box      geom.Box
	Pad      geom.Edges
	Fill     geom.Ink
	Filled   bool
	Bleeds   geom.Edges // how far ground or picture runs over the box, into the bleed
	Blocks   []Block
	Smallest int  // percent of the blocks' sizes to which text may shrink before it is a finding
	Largest  int  // percent to which text may grow to fill the area; 100: never grows
	Middle   bool // stands in the middle of the height
	Bottom   bool // stands at the bottom
	At       diag.Span
}
