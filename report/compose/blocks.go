package compose

import (
	"strings"

	"konzept/report/design"
	"konzept/report/diag"
	"konzept/report/doc"
	"konzept/report/eval"
	"konzept/report/geom"
	"konzept/report/template"
)

type chapterArgs struct {
	Page      template.Sited[string]
	Start     doc.Side
	Numbering numbering
	Tab       string
	TabInk    *geom.Ink `key:"tab_ink"`
	Accent    *geom.Ink
}

// numbering of pages that begins anew.
type numbering string

func (numbering) Words() []string { return []string{"roman", "arabic"} }

var chapterComponent = component{template.Component{Name: "chapter", Body: true, Args: chapterArgs{}}, chapter}

// chapter opens a new chapter; only where no box, table or list is open.
func chapter(x *expander, c *context, d *template.Directive) {
	a := argsOf(x, c, d, chapterArgs{})
	if !c.top {
		x.Fail("chapter-within", d.At, diag.Span{})
		x.blocks(c, d.Kids)
		return
	}
	x.loose(c)
	name, at := x.page, d.At
	if a.Page.V != "" {
		name, at = a.Page.V, a.Page.At
	}
	inner := c.within()
	design := x.design
	if a.Accent != nil {
		x.design = design.Accented(*a.Accent)
	}
	if a.Numbering != "" && !x.numbered && x.used < 0 {
		x.numbered, x.prose = true, nil // what stands before, on a cover, has no number to refer to
	}
	x.blocks(inner, d.Kids)
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
	Anchor         template.AnchorName
	Name, Lang     string
	Keep, Together bool
}

type groupRole string

func (groupRole) Words() []string {
	return []string{"Sect", "Part", "Art", "Div", "BlockQuote", "Note"}
}

var groupComponent = component{template.Component{Name: "group", Body: true, Args: groupArgs{}}, group}

// group keeps what belongs together.
func group(x *expander, c *context, d *template.Directive) {
	a := argsOf(x, c, d, groupArgs{})
	g := &doc.Group{Role: doc.Role(a.Role), Anchor: string(a.Anchor), Keep: a.Keep, Soft: a.Together, Name: a.Name, At: d.At, Lang: a.Lang}
	inner := c.within()
	x.blocks(inner, d.Kids)
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

var boxComponent = component{template.Component{Name: "box", Body: true, Args: boxArgs{}}, box}

// box sets blocks on a ground or within a frame.
func box(x *expander, c *context, d *template.Directive) {
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
	x.blocks(inner, d.Kids)
	if b.Blocks = inner.sink.blocks; len(b.Blocks) > 0 || b.Height > 0 {
		c.sink.add(b)
	}
}

type gridArgs struct {
	Columns                    []doc.Column
	Gap, RowGap, Before, After geom.Length
	List                       bool
}

var gridComponent = component{template.Component{Name: "grid", Body: true, Args: gridArgs{}}, grid}

// grid sets cells side by side.
func grid(x *expander, c *context, d *template.Directive) {
	a := argsOf(x, c, d, gridArgs{})
	g := &doc.Grid{Columns: a.Columns, Gap: a.Gap, RowGap: a.RowGap, Before: a.Before, After: a.After, List: a.List}
	if len(g.Columns) == 0 {
		x.Fail("grid-without-columns", d.At, diag.Span{})
		g.Columns = []doc.Column{{Share: 1}}
	}
	some := false
	x.only(c, d, func(c *context, d *template.Directive) {
		cell := x.cellBlocks(c, d, c.style)
		some = some || len(cell) > 0
		g.Cells = append(g.Cells, cell)
	})
	if some {
		c.sink.add(g)
	}
}

type columnsArgs struct {
	Count int
	Gap   geom.Length
}

var columnsComponent = component{template.Component{Name: "columns", Body: true, Args: columnsArgs{}}, columns}

// columns sets blocks in balanced columns.
func columns(x *expander, c *context, d *template.Directive) {
	a := argsOf(x, c, d, columnsArgs{Count: 2, Gap: 6 * geom.MM})
	inner := c.within()
	x.blocks(inner, d.Kids)
	if len(inner.sink.blocks) > 0 {
		c.sink.add(&doc.Columns{Count: min(max(a.Count, 1), design.MaxColumns), Gap: a.Gap, Blocks: inner.sink.blocks})
	}
}

type styleArgs struct {
	Name *doc.Style `word:""`
}

var styleComponent = component{template.Component{Name: "style", Body: true, Args: styleArgs{}}, style}

// style sets the style of the paragraphs within.
func style(x *expander, c *context, d *template.Directive) {
	inner := *c
	inner.style = argsOf(x, c, d, styleArgs{c.style}).Name
	x.blocks(&inner, d.Kids)
}

// styled are the arguments of what has a style and nothing else.
type styled struct{ Style *doc.Style }

var marginComponent = component{template.Component{Name: "margin", Body: true, Args: styled{}}, margin}

// margin is a note in the outer margin.
func margin(x *expander, c *context, d *template.Directive) {
	inner := c.within()
	inner.style = argsOf(x, c, d, styled{x.styleOr("margin")}).Style
	x.blocks(inner, d.Kids)
	if len(inner.sink.blocks) > 0 {
		c.sink.add(&doc.Margin{Blocks: inner.sink.blocks, At: d.At})
	}
}

type listArgs struct {
	Ordered, Plain bool
	Style          *doc.Style
}

type itemArgs struct{ Label string }

var (
	listComponent = component{template.Component{Name: "list", Body: true, Args: listArgs{}}, list}
	itemComponent = component{Component: template.Component{Name: "item", Leaf: true, Body: true, Rest: true, Within: []string{"list"}, Args: itemArgs{}}}
)

// list is a list whose items hold blocks or have labels of their own.
func list(x *expander, c *context, d *template.Directive) {
	a := argsOf(x, c, d, listArgs{Style: c.style})
	l := &doc.List{Ordered: a.Ordered, Plain: a.Plain, Style: a.Style}
	x.only(c, d, func(c *context, d *template.Directive) {
		if blocks := x.cellBlocks(c, d, l.Style); len(blocks) > 0 {
			l.Items = append(l.Items, doc.Item{Label: argsOf(x, c, d, itemArgs{}).Label, Blocks: blocks})
		}
	})
	if len(l.Items) > 0 {
		c.sink.add(l)
	}
}

// cellBlocks expands what a directive holds: the rest of its line, then its blocks.
func (x *expander) cellBlocks(c *context, d *template.Directive, style *doc.Style) []doc.Block {
	inner := c.within()
	inner.style = style
	if !d.Rest.Empty() {
		x.paragraph(inner, &template.Paragraph{At: d.Rest.At, Text: d.Rest})
	}
	x.blocks(inner, d.Kids)
	return inner.sink.blocks
}

type contentsArgs struct {
	Of    doc.Listing
	Depth int
}

var contentsComponent = component{template.Component{Name: "contents", Leaf: true, Args: contentsArgs{}}, contents}

// contents lists headings, figures or tables with their pages.
func contents(x *expander, c *context, d *template.Directive) {
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
	Anchor template.Sited[any]
}

var (
	registerComponent = component{template.Component{Name: "register", Leaf: true, Body: true, Args: registerArgs{}}, register}
	entryComponent    = component{Component: template.Component{Name: "entry", Leaf: true, Rest: true, Within: []string{"register"}, Args: entryArgs{}}}
)

// register lists entries with the pages of their anchors; an anchor may be a list.
func register(x *expander, c *context, d *template.Directive) {
	a := argsOf(x, c, d, registerArgs{Columns: 1, Style: c.style})
	r := &doc.Register{Columns: min(max(a.Columns, 1), design.MaxColumns), Style: a.Style}
	x.only(c, d, func(c *context, d *template.Directive) {
		a := argsOf(x, c, d, entryArgs{})
		e := doc.Entry{Text: a.Text}
		if len(e.Text) == 0 {
			e.Text = x.inlines(c.frame, &d.Rest)
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

func (x *expander) anchorList(f *eval.Frame, anchors *template.Sited[any]) []string {
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

var spaceComponent = component{template.Component{Name: "space", Leaf: true, Args: spaceArgs{}}, spaced}

// spaced is white space of at least a height.
func spaced(x *expander, c *context, d *template.Directive) {
	a := argsOf(x, c, d, spaceArgs{})
	if len(d.Words) == 0 {
		x.Fail("value-missing", d.At, diag.Span{}, "space")
		return
	}
	if a.Height < 0 {
		x.Fail("bad-value", d.At, diag.Span{}, "space", a.Height.String(), diag.Both("eine Länge wie 6mm", "a length such as 6mm"))
		return
	}
	c.sink.add(&doc.Space{Height: a.Height, Strong: a.Strong})
}

var fillComponent = component{template.Component{Name: "fill", Leaf: true}, filled}

func filled(_ *expander, c *context, _ *template.Directive) { c.sink.add(&doc.Space{Fill: true}) }

type ruleArgs struct {
	Weight, Before, After, Width geom.Length
	Ink                          *geom.Ink
}

var ruleComponent = component{template.Component{Name: "rule", Leaf: true, Args: ruleArgs{}}, rule}

// rule is a level line.
func rule(x *expander, c *context, d *template.Directive) {
	a := argsOf(x, c, d, ruleArgs{Weight: geom.Pt / 2})
	c.sink.add(&doc.Rule{Weight: a.Weight, Before: a.Before, After: a.After, Width: a.Width, Ink: inkOr(a.Ink, 0)})
}

type pagebreakArgs struct{ Start doc.Side }

var pagebreakComponent = component{template.Component{Name: "pagebreak", Leaf: true, Args: pagebreakArgs{}}, pagebreak}

func pagebreak(x *expander, c *context, d *template.Directive) {
	c.sink.add(&doc.PageBreak{Start: argsOf(x, c, d, pagebreakArgs{}).Start})
}

type textArgs struct {
	Text  template.Phrase `word:""`
	Style *doc.Style
}

var textComponent = component{template.Component{Name: "text", Leaf: true, Args: textArgs{}}, dataText}

// dataText sets a text of the data as blocks.
func dataText(x *expander, c *context, d *template.Directive) {
	if len(d.Words) == 0 {
		x.Fail("value-missing", d.At, diag.Span{}, "text")
		return
	}
	a := argsOf(x, c, d, textArgs{Style: c.style})
	inner := *c
	inner.style = a.Style
	x.paragraph(&inner, &template.Paragraph{At: d.At, Text: a.Text})
}
