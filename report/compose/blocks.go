package compose

import (
	"strings"

	"konzept/report/diag"
	"konzept/report/doc"
	"konzept/report/eval"
	"konzept/report/geom"
)

type chapterArgs struct {
	Page      sited[string]
	Start     doc.Side
	Numbering numbering
	Tab       string
	TabInk    *geom.Ink `key:"tab_ink"`
	Accent    *geom.Ink
}

// numbering of pages that begins anew.
type numbering string

func (numbering) Words() []string { return []string{"roman", "arabic"} }

var chapterComponent = component{name: "chapter", body: true, args: chapterArgs{}, block: chapter}

// chapter opens a new chapter; only where no box, table or list is open.
func chapter(x *expander, c *context, d *directive) {
	a := argsOf(x, c, d, chapterArgs{})
	if !c.top {
		x.Fail("chapter-within", d.at, diag.Span{})
		x.blocks(c, d.kids)
		return
	}
	x.loose(c)
	name, at := x.page, d.at
	if a.Page.V != "" {
		name, at = a.Page.V, a.Page.At
	}
	inner := c.within()
	design := x.design
	if a.Accent != nil {
		x.design = design.coloured(*a.Accent)
	}
	if a.Numbering != "" && !x.numbered && x.used < 0 {
		x.numbered, x.prose = true, nil // what stands before, on a cover, has no number to refer to
	}
	x.blocks(inner, d.kids)
	x.design = design
	if len(inner.sink.blocks) == 0 {
		return
	}
	x.chapters = append(x.chapters, doc.Chapter{Page: a.tabbed(x.pageStyle(name, at)), Start: a.Start,
		Numbering: string(a.Numbering), Blocks: inner.sink.blocks})
}

// tabbed is a page style with the chapter's own thumb tab.
func (a *chapterArgs) tabbed(p *doc.PageStyle) *doc.PageStyle {
	if a.Tab == "" {
		return p
	}
	own := *p
	own.Tab, own.TabInk = a.Tab, inkOr(a.TabInk, p.TabInk)
	return &own
}

type groupArgs struct {
	Role           groupRole
	Anchor         anchorName
	Name, Lang     string
	Keep, Together bool
}

type groupRole string

func (groupRole) Words() []string {
	return []string{"Sect", "Part", "Art", "Div", "BlockQuote", "Note"}
}

var groupComponent = component{name: "group", body: true, args: groupArgs{}, block: group}

// group keeps what belongs together.
func group(x *expander, c *context, d *directive) {
	a := argsOf(x, c, d, groupArgs{})
	g := &doc.Group{Role: doc.Role(a.Role), Anchor: string(a.Anchor), Keep: a.Keep, Soft: a.Together, Name: a.Name, At: d.at, Lang: a.Lang}
	inner := c.within()
	x.blocks(inner, d.kids)
	if g.Blocks = inner.sink.blocks; len(g.Blocks) > 0 {
		c.sink.add(g)
	}
}

type boxArgs struct {
	Fill, Ink                         *geom.Ink
	Frame, Bar, Before, After, Height geom.Length
	Pad                               geom.Edges
	Bleed                             geom.Sides
	Keep, Centred                     bool
	Role                              boxRole
}

type boxRole string

func (boxRole) Words() []string { return []string{"Div", "Sect", "Note", "BlockQuote", "NonStruct"} }

var boxComponent = component{name: "box", body: true, args: boxArgs{}, block: box}

// box sets blocks on a ground or within a frame.
func box(x *expander, c *context, d *directive) {
	a := argsOf(x, c, d, boxArgs{})
	b := &doc.Box{Frame: a.Frame, Bar: a.Bar, Pad: a.Pad, Before: a.Before, After: a.After, Role: doc.Role(a.Role), Keep: a.Keep, Height: a.Height,
		Centred: a.Centred, Bleeds: a.Bleed, Fill: inkOr(a.Fill, 0), Filled: a.Fill != nil, Ink: inkOr(a.Ink, 0)}
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

type gridArgs struct {
	Columns                    []doc.Column
	Gap, RowGap, Before, After geom.Length
	List                       bool
}

var gridComponent = component{name: "grid", body: true, args: gridArgs{}, block: grid}

// grid sets cells side by side.
func grid(x *expander, c *context, d *directive) {
	a := argsOf(x, c, d, gridArgs{})
	g := &doc.Grid{Columns: a.Columns, Gap: a.Gap, RowGap: a.RowGap, Before: a.Before, After: a.After, List: a.List}
	if len(g.Columns) == 0 {
		x.Fail("grid-without-columns", d.at, diag.Span{})
		g.Columns = []doc.Column{{Share: 1}}
	}
	some := false
	x.only(c, d, func(c *context, d *directive) {
		cell := x.cellBlocks(c, d, c.style)
		some = some || len(cell) > 0
		g.Cells = append(g.Cells, cell)
	})
	if some {
		c.sink.add(g)
	}
}

// parseColumns reads widths such as "40mm 2fr auto".
func parseColumns(s string) (cols []doc.Column, ok bool) {
	for _, w := range strings.Fields(s) {
		col, ok := parseColumn(w)
		if !ok {
			return nil, false
		}
		cols = append(cols, col)
	}
	return cols, true
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
	return doc.Column{Width: l}, err == nil && l > 0
}

type columnsArgs struct {
	Count int
	Gap   geom.Length
}

var columnsComponent = component{name: "columns", body: true, args: columnsArgs{}, block: columns}

// columns sets blocks in balanced columns.
func columns(x *expander, c *context, d *directive) {
	a := argsOf(x, c, d, columnsArgs{Count: 2, Gap: 6 * geom.MM})
	inner := c.within()
	x.blocks(inner, d.kids)
	if len(inner.sink.blocks) > 0 {
		c.sink.add(&doc.Columns{Count: min(max(a.Count, 1), maxColumns), Gap: a.Gap, Blocks: inner.sink.blocks})
	}
}

type styleArgs struct {
	Name *doc.Style `word:""`
}

var styleComponent = component{name: "style", body: true, args: styleArgs{}, block: style}

// style sets the style of the paragraphs within.
func style(x *expander, c *context, d *directive) {
	inner := *c
	inner.style = argsOf(x, c, d, styleArgs{c.style}).Name
	x.blocks(&inner, d.kids)
}

// styled are the arguments of what has a style and nothing else.
type styled struct{ Style *doc.Style }

var marginComponent = component{name: "margin", body: true, args: styled{}, block: margin}

// margin is a note in the outer margin.
func margin(x *expander, c *context, d *directive) {
	inner := c.within()
	inner.style = argsOf(x, c, d, styled{x.styleOr("margin")}).Style
	x.blocks(inner, d.kids)
	if len(inner.sink.blocks) > 0 {
		c.sink.add(&doc.Margin{Blocks: inner.sink.blocks, At: d.at})
	}
}

type listArgs struct {
	Ordered, Plain bool
	Style          *doc.Style
}

type itemArgs struct{ Label string }

var (
	listComponent = component{name: "list", body: true, args: listArgs{}, block: list}
	itemComponent = component{name: "item", leaf: true, body: true, rest: true, within: []string{"list"}, args: itemArgs{}}
)

// list is a list whose items hold blocks or have labels of their own.
func list(x *expander, c *context, d *directive) {
	a := argsOf(x, c, d, listArgs{Style: c.style})
	l := &doc.List{Ordered: a.Ordered, Plain: a.Plain, Style: a.Style}
	x.only(c, d, func(c *context, d *directive) {
		if blocks := x.cellBlocks(c, d, l.Style); len(blocks) > 0 {
			l.Items = append(l.Items, doc.Item{Label: argsOf(x, c, d, itemArgs{}).Label, Blocks: blocks})
		}
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

type contentsArgs struct {
	Of    doc.Listing
	Depth int
}

var contentsComponent = component{name: "contents", leaf: true, args: contentsArgs{}, block: contents}

// contents lists headings, figures or tables with their pages.
func contents(x *expander, c *context, d *directive) {
	a := argsOf(x, c, d, contentsArgs{Depth: 2})
	t := &doc.Contents{Of: a.Of, Depth: min(max(a.Depth, 1), 6)}
	t.Styles = x.contentsStyles(t.Of, t.Depth)
	c.sink.add(t)
}

// contentsStyles are the styles of entries by level. Captions are no chapters: they stand as plain entries do.
func (x *expander) contentsStyles(of doc.Listing, depth int) (styles []*doc.Style) {
	for i := 1; i <= depth; i++ {
		name := "toc" + level(i)
		if of != doc.Headings {
			name = "toc" + level(2)
		}
		s := x.design.Styles[name]
		if s == nil {
			s = x.text
		}
		styles = append(styles, s)
	}
	return styles
}

type registerArgs struct {
	Columns int
	Style   *doc.Style
}

type entryArgs struct {
	Text   []doc.Inline `word:""`
	Anchor sited[any]
}

var (
	registerComponent = component{name: "register", leaf: true, body: true, args: registerArgs{}, block: register}
	entryComponent    = component{name: "entry", leaf: true, rest: true, within: []string{"register"}, args: entryArgs{}}
)

// register lists entries with the pages of their anchors; an anchor may be a list.
func register(x *expander, c *context, d *directive) {
	a := argsOf(x, c, d, registerArgs{Columns: 1, Style: c.style})
	r := &doc.Register{Columns: min(max(a.Columns, 1), maxColumns), Style: a.Style}
	x.only(c, d, func(c *context, d *directive) {
		a := argsOf(x, c, d, entryArgs{})
		e := doc.Entry{Text: a.Text}
		if len(e.Text) == 0 {
			e.Text = x.inlines(c.frame, &d.rest)
		}
		e.Anchors = x.anchorList(c.frame, &a.Anchor)
		if len(e.Text) > 0 {
			r.Entries = append(r.Entries, e)
		}
	})
	if len(r.Entries) > 0 {
		c.sink.add(r)
	}
}

func (x *expander) anchorList(f *eval.Frame, anchors *sited[any]) []string {
	var out []string
	add := func(s string) {
		if s != "" {
			out = append(out, s)
			x.wanted = append(x.wanted, reference{s, anchors.At})
		}
	}
	switch v := anchors.V.(type) {
	case nil:
	case string:
		for _, s := range strings.Fields(v) {
			add(s)
		}
	case []any:
		for _, s := range v {
			add(f.String(s))
		}
	default:
		add(f.String(v))
	}
	return out
}

type spaceArgs struct {
	Height geom.Length `word:"" key:"space"`
	Strong bool
}

var spaceComponent = component{name: "space", leaf: true, args: spaceArgs{}, block: spaced}

// spaced is white space of at least a height.
func spaced(x *expander, c *context, d *directive) {
	a := argsOf(x, c, d, spaceArgs{})
	if len(d.words) == 0 {
		x.Fail("value-missing", d.at, diag.Span{}, "space")
		return
	}
	if a.Height < 0 {
		x.Fail("bad-value", d.at, diag.Span{}, "space", a.Height.String(), diag.Both("eine Länge wie 6mm", "a length such as 6mm"))
		return
	}
	c.sink.add(&doc.Space{Height: a.Height, Strong: a.Strong})
}

var fillComponent = component{name: "fill", leaf: true, block: filled}

func filled(_ *expander, c *context, _ *directive) { c.sink.add(&doc.Space{Fill: true}) }

type ruleArgs struct {
	Weight, Before, After, Width geom.Length
	Ink                          *geom.Ink
}

var ruleComponent = component{name: "rule", leaf: true, args: ruleArgs{}, block: rule}

// rule is a level line.
func rule(x *expander, c *context, d *directive) {
	a := argsOf(x, c, d, ruleArgs{Weight: geom.Pt / 2})
	c.sink.add(&doc.Rule{Weight: a.Weight, Before: a.Before, After: a.After, Width: a.Width, Ink: inkOr(a.Ink, 0)})
}

type pagebreakArgs struct{ Start doc.Side }

var pagebreakComponent = component{name: "pagebreak", leaf: true, args: pagebreakArgs{}, block: pagebreak}

func pagebreak(x *expander, c *context, d *directive) {
	c.sink.add(&doc.PageBreak{Start: argsOf(x, c, d, pagebreakArgs{}).Start})
}

type textArgs struct {
	Text  phrase `word:""`
	Style *doc.Style
}

var textComponent = component{name: "text", leaf: true, args: textArgs{}, block: dataText}

// dataText sets a text of the data as blocks.
func dataText(x *expander, c *context, d *directive) {
	if len(d.words) == 0 {
		x.Fail("value-missing", d.at, diag.Span{}, "text")
		return
	}
	a := argsOf(x, c, d, textArgs{Style: c.style})
	inner := *c
	inner.style = a.Style
	x.paragraph(&inner, &paragraph{at: d.at, text: a.Text})
}
