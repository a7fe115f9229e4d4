package flow

import (
	"cmp"
	"strconv"

	"konzept/report/diag"
	"konzept/report/doc"
	"konzept/report/galley"
	"konzept/report/typeset"
)

// leads is the level of the heading to which blocks lead: it follows paragraphs that keep with it, such as "operatives
// Ziel" above a goal's title; 0 if they lead to none.
func leads(list []doc.Block) int {
	for _, block := range list {
		switch v := block.(type) {
		case *doc.Heading:
			return clampLevel(v.Level)
		case *doc.Paragraph:
			if v.Style == nil || !v.Style.KeepNext {
				return 0
			}
		default:
			return 0
		}
	}
	return 0
}

// titles is the level of the heading that ends blocks; 0 if something else does. What they stand on is the ground of that
// heading, and no part of the document: its section goes on below.
func titles(list []doc.Block) int {
	if len(list) == 0 {
		return 0
	}
	switch v := list[len(list)-1].(type) {
	case *doc.Heading:
		return clampLevel(v.Level)
	case *doc.Box:
		return titles(v.Blocks)
	case *doc.Group:
		return titles(v.Blocks)
	}
	return 0
}

// group sets blocks that belong together. A kept group that no page can hold is a finding, and is cut as seldom as can be.
func (b *Builder) group(g *galley.Galley, f typeset.Frame, v *doc.Group) {
	if level := titles(v.Blocks); v.Lang == "" && (v.Role == "" || v.Role == "Div" && level > 0) {
		f.Sect.Begin(b.Set, level)
		b.Set.Anchor(g, v.Anchor, nil)
	} else {
		role := typeset.Standard(v.Role, "Div")
		e := b.Set.Elem(string(role), f.Parent())
		b.Set.Anchor(g, v.Anchor, e)
		if e != nil {
			e.Detail().Lang = v.Lang
			if role == "Note" {
				b.Set.Count.Asides++
				e.Detail().ID = "aside-" + strconv.Itoa(b.Set.Count.Asides)
			}
		}
		f = f.Under(e)
		f.Sect.Unnamed = role == "Sect"
	}
	start := len(g.Boxes)
	b.Blocks(g, f, v.Blocks)
	switch {
	case v.Keep:
		b.keep(g, start, v)
		if n := len(v.Blocks); n > 0 && titles(v.Blocks) == 0 {
			g.Penalty = min(g.Penalty, galley.PenaltyAlone) // a caption at its end: rather part two groups than tear one
		}
	case v.Soft && g.Extent(start, len(g.Boxes)) <= b.area.PageHeight():
		g.Keep(start, galley.PenaltyTogether)
	}
}

// keep binds the boxes from start on, if a page can hold them.
func (b *Builder) keep(g *galley.Galley, start int, v *doc.Group) {
	if b.holds(g, start, v.Name, v.At, v.Blocks) {
		g.Keep(start, galley.PenaltyKeep)
	} else {
		g.Keep(start, galley.PenaltyAlone)
	}
}

// holds tells whether a page can hold the boxes from start on. Where none can, a finding names the text that is to blame.
func (b *Builder) holds(g *galley.Galley, start int, name string, at diag.Span, blocks []doc.Block) bool {
	over := g.Extent(start, len(g.Boxes)) + g.NotesHeight(start) - b.area.PageHeight()
	if over <= 0 {
		return true
	}
	if b.Set.Quiet {
		return false
	}
	leading := max(b.Set.Leading, 1)
	text, words := doc.Cause(blocks, typeset.Templates)
	if text.Known() {
		at = text
	} else { // a template's own text
		if text, words = doc.Cause(blocks, "\x00"); !at.Known() {
			at = text
		}
	}
	b.Set.Out.Add("group-too-tall", at, cmp.Or(name, words), typeset.LineCount(int64((over+leading-1)/leading)))
	return false
}
