package layout

import (
	"cmp"
	"strconv"

	"konzept/report/diag"
	"konzept/report/doc"
	"konzept/report/galley"
	"konzept/report/page"
)

// section keeps the Sect elements that headings have opened below one base element.
type section struct {
	base    *page.Elem
	open    []opened
	unnamed bool // base is itself a section that waits for its heading
	begun   bool // the innermost section waits for its heading
}

type opened struct {
	level int
	elem  *page.Elem
}

func (s *section) parent() *page.Elem {
	if n := len(s.open); n > 0 {
		return s.open[n-1].elem
	}
	return s.base
}

// begin opens a section before its heading, for what stands above it.
func (s *section) begin(b *builder, level int) {
	if level > 0 && !s.begun {
		s.enter(b, level)
		s.begun = true
	}
}

// enter closes sections of the level and above and opens one of the level, if it has not begun.
func (s *section) enter(b *builder, level int) *page.Elem {
	n := len(s.open)
	if s.begun {
		if s.begun = false; s.open[n-1].level == level {
			return s.open[n-1].elem
		}
	}
	for n > 0 && s.open[n-1].level >= level {
		n--
	}
	s.open = s.open[:n]
	if s.unnamed && n == 0 {
		s.unnamed = false
		s.open = append(s.open, opened{level, s.base})
		return s.base
	}
	e := b.elem("Sect", s.parent())
	s.open = append(s.open, opened{level, e})
	return e
}

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
func (b *builder) group(g *galley.Galley, f frame, v *doc.Group) {
	if level := titles(v.Blocks); v.Lang == "" && (v.Role == "" || v.Role == "Div" && level > 0) {
		f.sect.begin(b, level)
		b.anchor(g, v.Anchor, nil)
	} else {
		role := standard(v.Role, "Div")
		e := b.elem(string(role), f.parent())
		b.anchor(g, v.Anchor, e)
		if e != nil {
			e.Detail().Lang = v.Lang
			if role == "Note" {
				b.count.asides++
				e.Detail().ID = "aside-" + strconv.Itoa(b.count.asides)
			}
		}
		f = f.under(e)
		f.sect.unnamed = role == "Sect"
	}
	start := len(g.Boxes)
	b.blocks(g, f, v.Blocks)
	switch {
	case v.Keep:
		b.keep(g, start, v)
		if n := len(v.Blocks); n > 0 && titles(v.Blocks) == 0 {
			g.Penalty = min(g.Penalty, galley.PenaltyAlone) // a caption at its end: rather part two groups than tear one
		}
	case v.Soft && g.Extent(start, len(g.Boxes)) <= b.unit.room():
		g.Keep(start, galley.PenaltyTogether)
	}
}

// templates is where the files of templates stand: what a finding blames is a text of the data, if there is one.
const templates = "templates/"

// lineCount words a number of lines.
func lineCount(n int64) string {
	if n == 1 {
		return diag.Both("eine Zeile", "one line")
	}
	s := strconv.FormatInt(n, 10)
	return diag.Both(s+" Zeilen", s+" lines")
}

// keep binds the boxes from start on, if a page can hold them.
func (b *builder) keep(g *galley.Galley, start int, v *doc.Group) {
	if b.holds(g, start, v.Name, v.At, v.Blocks) {
		g.Keep(start, galley.PenaltyKeep)
	} else {
		g.Keep(start, galley.PenaltyAlone)
	}
}

// holds tells whether a page can hold the boxes from start on. Where none can, a finding names the text that is to blame.
func (b *builder) holds(g *galley.Galley, start int, name string, at diag.Span, blocks []doc.Block) bool {
	over := g.Extent(start, len(g.Boxes)) + g.NoteRoom(start) - b.unit.room()
	if over <= 0 {
		return true
	}
	if b.quiet {
		return false
	}
	leading := max(b.leading, 1)
	text, words := doc.Cause(blocks, templates)
	if text.Known() {
		at = text
	} else { // a template's own text
		if text, words = doc.Cause(blocks, "\x00"); !at.Known() {
			at = text
		}
	}
	b.unit.out.Add("group-too-tall", at, cmp.Or(name, words), lineCount(int64((over+leading-1)/leading)))
	return false
}

// standard maps a role to a structure type of ISO 32000-1, 14.8.4; what it does not know becomes plain.
func standard(r doc.Role, plain doc.Role) doc.Role {
	switch r {
	case "Part", "Art", "Sect", "Div", "BlockQuote", "Caption", "Note", "P", "Index", "NonStruct":
		return r
	}
	return plain
}
