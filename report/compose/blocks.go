package compose

import (
	"strings"

	"konzept/report/diag"
	"konzept/report/doc"
	"konzept/report/geom"
)

// chapter opens a new chapter; only where no box, table or list is open.
func chapter(x *expander, c *context, d *directive) {
	a := x.args(c, d)
	if !c.top {
		x.Fail("chapter-within", d.at, diag.Span{})
		x.blocks(c, d.kids)
		return
	}
	x.loose(c)
	name, at := x.page, d.at
	if s := a.str("page"); s != "" {
		name, at = s, d.get("page").value.at
	}
	inner := c.within()
	design := x.design
	if ink, ok := a.ink("accent"); ok {
		x.design = design.coloured(ink)
	}
	if a.word("numbering") != "" && !x.numbered && x.used < 0 {
		x.numbered, x.prose = true, nil // what stands before, on a cover, has no number to refer to
	}
	x.blocks(inner, d.kids)
	x.design = design
	if len(inner.sink.blocks) == 0 {
		return
	}
	x.chapters = append(x.chapters, doc.Chapter{Page: x.tabbed(a, x.pageStyle(name, at)), Start: side(a.word("start")),
		Numbering: a.word("numbering"), Blocks: inner.sink.blocks})
}

// tabbed is a page style with the chapter's own thumb tab.
func (x *expander) tabbed(a args, p *doc.PageStyle) *doc.PageStyle {
	tab := a.str("tab")
	if tab == "" {
		return p
	}
	own := *p
	own.Tab = tab
	if ink, ok := a.ink("tab_ink"); ok {
		own.TabInk = ink
	}
	return &own
}

func side(word string) doc.Side {
	return map[string]doc.Side{"right": doc.RightSide, "left": doc.LeftSide, "same": doc.SamePage, "any": doc.RunOn}[word]
}

func group(x *expander, c *context, d *directive) {
	a := x.args(c, d)
	g := &doc.Group{Role: doc.Role(a.word("role")), Anchor: a.anchor(), Keep: a.flag("keep"), Soft: a.flag("together"), Name: a.str("name"), At: d.at, Lang: a.str("lang")}
	inner := c.within()
	x.blocks(inner, d.kids)
	if g.Blocks = inner.sink.blocks; len(g.Blocks) > 0 {
		c.sink.add(g)
	}
}

func box(x *expander, c *context, d *directive) {
	a := x.args(c, d)
	b := &doc.Box{Frame: a.length("frame", 0), Bar: a.length("bar", 0), Pad: a.edges("pad"), Before: a.length("before", 0),
		After: a.length("after", 0), Role: doc.Role(a.word("role")), Keep: a.flag("keep"), Height: a.length("height", 0), Centred: a.flag("centred"), Bleeds: a.sides("bleed")}
	b.Fill, b.Filled = a.ink("fill")
	b.Ink, _ = a.ink("ink")
	switch b.Role {
	case "":
		b.Role = "Div"
	case "NonStruct": // what it holds belongs to the section around it
		b.Role = ""
	}
	inner := c.within()
	x.blocks(inner, d.kids)
	if b.Blocks = inner.sink.blocks; len(b.Blocks) > 0 || b.Height > 0 {
		c.sink.add(b)
	}
}

func grid(x *expander, c *context, d *directive) {
	a := x.args(c, d)
	g := &doc.Grid{Gap: a.length("gap", 0), RowGap: a.length("rowgap", 0), Before: a.length("before", 0), After: a.length("after", 0), List: a.flag("list")}
	for _, w := range strings.Fields(a.str("columns")) {
		col, ok := parseColumn(w)
		if !ok {
			a.wrong("columns", w, diag.Both("Breiten wie „1fr 40mm auto“", "widths such as `1fr 40mm auto`"))
		}
		g.Columns = append(g.Columns, col)
	}
	if len(g.Columns) == 0 {
		x.Fail("grid-without-columns", d.at, diag.Span{})
		g.Columns = []doc.Column{{Share: 1}}
	}
	some := false
	x.only(c, d.kids, "grid", func(c *context, d *directive) bool {
		if d.spec.name != "cell" {
			return false
		}
		cell := x.cellBlocks(c, d, c.style)
		some = some || len(cell) > 0
		g.Cells = append(g.Cells, cell)
		return true
	})
	if some {
		c.sink.add(g)
	}
}

// parseColumn reads 40mm, 2fr or auto.
func parseColumn(w string) (doc.Column, bool) {
	if w == "auto" {
		return doc.Column{}, true
	}
	if s, ok := strings.CutSuffix(w, "fr"); ok {
		n, ok := parseInt(s)
		return doc.Column{Share: max(n, 1)}, ok && n > 0
	}
	l, err := geom.Parse(w)
	if err != nil || l <= 0 {
		return doc.Column{Share: 1}, false
	}
	return doc.Column{Width: l}, true
}

func columns(x *expander, c *context, d *directive) {
	a := x.args(c, d)
	inner := c.within()
	x.blocks(inner, d.kids)
	if len(inner.sink.blocks) > 0 {
		c.sink.add(&doc.Columns{Count: min(max(a.int("count", 2), 1), maxColumns), Gap: a.length("gap", 6*geom.MM), Blocks: inner.sink.blocks})
	}
}

// style sets the style of the paragraphs within.
func style(x *expander, c *context, d *directive) {
	inner := *c
	if name := x.args(c, d).firstText(); name != "" {
		inner.style = x.style(name, d.words[0].at)
	}
	x.blocks(&inner, d.kids)
}

// margin is a note in the outer margin.
func margin(x *expander, c *context, d *directive) {
	inner := c.within()
	inner.style = x.args(c, d).style("style", x.styleOr("margin"))
	x.blocks(inner, d.kids)
	if len(inner.sink.blocks) > 0 {
		c.sink.add(&doc.Margin{Blocks: inner.sink.blocks, At: d.at})
	}
}

// list is a list whose items hold blocks or have labels of their own.
func list(x *expander, c *context, d *directive) {
	a := x.args(c, d)
	l := &doc.List{Ordered: a.flag("ordered"), Plain: a.flag("plain"), Style: a.style("style", c.style)}
	x.only(c, d.kids, "list", func(c *context, d *directive) bool {
		if d.spec.name != "item" {
			return false
		}
		if blocks := x.cellBlocks(c, d, l.Style); len(blocks) > 0 {
			l.Items = append(l.Items, doc.Item{Label: x.args(c, d).str("label"), Blocks: blocks})
		}
		return true
	})
	if len(l.Items) > 0 {
		c.sink.add(l)
	}
}

// cellBlocks expands what a directive holds: the rest of its line, then its blocks.
func (x *expander) cellBlocks(c *context, d *directive, style *doc.Style) []doc.Block {
	inner := c.within()
	inner.style = style
	if !d.rest.empty() {
		x.paragraph(inner, &paragraph{at: d.rest.at, text: d.rest})
	}
	x.blocks(inner, d.kids)
	return inner.sink.blocks
}

var listings = map[string]doc.Listing{"figures": doc.NumberedFigures, "tables": doc.NumberedTables}

func contents(x *expander, c *context, d *directive) {
	a := x.args(c, d)
	t := &doc.Contents{Of: listings[a.word("of")], Depth: min(max(a.int("depth", 2), 1), 6)}
	for i := 1; i <= t.Depth; i++ {
		s := x.design.Styles["toc"+level(i)]
		if t.Of != doc.Headings { // captions are no chapters: they stand as plain entries do
			s = x.design.Styles["toc"+level(2)]
		}
		if s == nil {
			s = x.text
		}
		t.Styles = append(t.Styles, s)
	}
	c.sink.add(t)
}

// register lists entries with the pages of their anchors; an anchor may be a list.
func register(x *expander, c *context, d *directive) {
	a := x.args(c, d)
	r := &doc.Register{Columns: min(max(a.int("columns", 1), 1), maxColumns), Style: a.style("style", c.style)}
	x.only(c, d.kids, "register", func(c *context, d *directive) bool {
		if d.spec.name != "entry" {
			return false
		}
		a := x.args(c, d)
		e := doc.Entry{Text: a.firstInlines()}
		if len(e.Text) == 0 {
			e.Text = x.inlines(c.frame, &d.rest)
		}
		e.Anchors = x.anchorList(a)
		if len(e.Text) > 0 {
			r.Entries = append(r.Entries, e)
		}
		return true
	})
	if len(r.Entries) > 0 {
		c.sink.add(r)
	}
}

func (x *expander) anchorList(a args) []string {
	var out []string
	add := func(s string) {
		if s != "" {
			out = append(out, s)
			x.wanted = append(x.wanted, reference{s, a.d.get("anchor").at})
		}
	}
	switch v := a.any("anchor").(type) {
	case nil:
	case string:
		for _, s := range strings.Fields(v) {
			add(s)
		}
	case []any:
		for _, s := range v {
			add(a.f.String(s))
		}
	default:
		add(a.f.String(v))
	}
	return out
}

func spaced(x *expander, c *context, d *directive) {
	a := x.args(c, d)
	s := a.firstText()
	h, err := geom.Parse(s)
	if err != nil || h < 0 {
		x.Fail("bad-value", d.at, diag.Span{}, "space", s, diag.Both("eine Länge wie 6mm", "a length such as 6mm"))
		return
	}
	c.sink.add(&doc.Space{Height: h, Strong: a.flag("strong")})
}

func filled(_ *expander, c *context, _ *directive) { c.sink.add(&doc.Space{Fill: true}) }

func rule(x *expander, c *context, d *directive) {
	a := x.args(c, d)
	r := &doc.Rule{Weight: a.length("weight", geom.Pt/2), Before: a.length("before", 0), After: a.length("after", 0), Width: a.length("width", 0)}
	r.Ink, _ = a.ink("ink")
	c.sink.add(r)
}

func pagebreak(x *expander, c *context, d *directive) {
	c.sink.add(&doc.PageBreak{Start: side(x.args(c, d).word("start"))})
}

// dataText sets a text of the data as blocks.
func dataText(x *expander, c *context, d *directive) {
	if len(d.words) == 0 {
		x.Fail("value-missing", d.at, diag.Span{}, "text")
		return
	}
	inner := *c
	inner.style = x.args(c, d).style("style", c.style)
	x.paragraph(&inner, &paragraph{at: d.at, text: d.words[0].phrase})
}
