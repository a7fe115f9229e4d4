package compose

import (
	"slices"
	"strings"

	"konzept/report/diag"
	"konzept/report/doc"
	"konzept/report/eval"
	"konzept/report/model"
	"konzept/report/template"
)

// context is where in the document the expansion stands.
type context struct {
	frame *eval.Frame
	style *doc.Style // of paragraphs that name none
	sink  *sink
	top   bool // chapters may open here
	depth int  // parts within parts
	own   sink
}

// sink takes the blocks in reading order.
type sink struct {
	blocks []doc.Block
	list   *template.Loop // loop of the list that was appended last, for merging
}

func (s *sink) add(b doc.Block) {
	s.blocks = append(s.blocks, b)
	s.list = nil
}

// within is a context whose blocks go elsewhere, such as into a box.
func (c *context) within() *context {
	inner := &context{frame: c.frame, style: c.style, depth: c.depth}
	inner.sink = &inner.own
	return inner
}

// maxDepth is how deep parts stand within parts, and pages extend pages.
const maxDepth = 16

// nodeSteps is what a node of a template costs beside its expressions: it makes blocks, which take memory.
const nodeSteps = 12

// walk carries out loops, choices, lets and parts and shows every other node to visit.
func (x *expander) walk(c *context, nodes []template.Node, visit func(c *context, n template.Node)) {
	for _, n := range nodes {
		if x.Step(nodeSteps) {
			x.Spent(n.Place())
			return
		}
		switch n := n.(type) {
		case *template.Loop:
			x.each(c, n, visit)
		case *template.Choice:
			for i, test := range n.Tests {
				if test == nil || eval.Truth(c.frame, test.Run(c.frame)) {
					x.walk(c, n.Kids[i], visit)
					break
				}
			}
		case *template.Let:
			c.frame.Slots[n.Slot] = x.value(c.frame, &n.Value)
		case *template.Inclusion:
			x.include(c, n, visit)
		default:
			visit(c, n)
		}
	}
}

func (x *expander) each(c *context, l *template.Loop, visit func(c *context, n template.Node)) {
	list := l.List.Run(c.frame)
	if list == nil {
		return
	}
	eval.Each(c.frame, list, l.List.At, func(item any, n int) {
		c.frame.Slots[l.Item] = item
		if l.Index >= 0 {
			c.frame.Slots[l.Index] = int64(n)
		}
		x.walk(c, l.Kids, visit)
	})
}

func (x *expander) include(c *context, n *template.Inclusion, visit func(c *context, n template.Node)) {
	if c.depth >= maxDepth {
		x.Fail("parts-too-deep", n.At, diag.Span{}, n.Part.File.Name)
		return
	}
	inner := *c
	inner.depth++
	inner.frame = x.NewFrame(n.Part.Names.Slots())
	for i := range n.Args {
		inner.frame.Slots[n.Args[i].Slot] = x.value(c.frame, &n.Args[i].Value)
	}
	x.walk(&inner, n.Part.Nodes, visit)
}

// blocks expands nodes where running text may stand.
func (x *expander) blocks(c *context, nodes []template.Node) { x.walk(c, nodes, x.block) }

func (x *expander) block(c *context, n template.Node) {
	switch n := n.(type) {
	case *template.Paragraph:
		x.paragraph(c, n)
	case *template.Heading:
		x.heading(c, n)
	case *template.List:
		x.plainList(c, n)
	case *template.Verbatim:
		for _, line := range n.Lines {
			c.sink.add(&doc.Paragraph{Inlines: []doc.Inline{&doc.Text{Text: line, At: n.At}}, Style: c.style})
		}
	case *template.Directive:
		if block := x.set.blocks[n.Spec.Name]; block != nil {
			block(x, c, n)
			return
		}
		x.misplaced(n)
	}
}

// misplaced finds a directive outside those within which it may stand.
func (x *expander) misplaced(d *template.Directive) {
	x.Fail("misplaced-directive", d.At, diag.Span{}, d.Spec.Name, strings.Join(d.Spec.Within, ", "))
}

// only expands what a directive holds of which none but those directives make sense that stand within it, such as the rows
// of a table.
func (x *expander) only(c *context, parent *template.Directive, visit func(c *context, d *template.Directive)) {
	x.walk(c, parent.Kids, func(c *context, n template.Node) {
		switch d, ok := n.(*template.Directive); {
		case !ok:
			x.Fail("text-outside", n.Place(), diag.Span{}, parent.Spec.Name)
		case !slices.Contains(d.Spec.Within, parent.Spec.Name):
			x.Fail("not-within", d.At, diag.Span{}, d.Spec.Name, parent.Spec.Name)
		default:
			visit(c, d)
		}
	})
}

func (x *expander) paragraph(c *context, p *template.Paragraph) {
	style := c.style
	if p.Style != "" {
		style = x.style(p.Style, p.At)
	}
	if p.Text.Only != nil {
		v := p.Text.Only.Run(c.frame)
		if t, ok := v.(model.TextValue); ok {
			x.data(c, t, style)
			return
		}
		w := newWriter(x, c.frame)
		w.value(v, p.Text.Only.At, doc.CharStyle{})
		x.setParagraph(c, w.Finish(), style)
		return
	}
	x.setParagraph(c, x.inlines(c.frame, &p.Text), style)
}

func (x *expander) setParagraph(c *context, inlines []doc.Inline, style *doc.Style) {
	if len(inlines) > 0 {
		c.sink.add(x.Paragraph(inlines, style))
	}
}

// Paragraph makes a paragraph and remembers it, for the first use of words.
func (x *expander) Paragraph(inlines []doc.Inline, style *doc.Style) *doc.Paragraph {
	p := &doc.Paragraph{Inlines: inlines, Style: style}
	x.prose = append(x.prose, p)
	return p
}

func (x *expander) plainList(c *context, l *template.List) {
	style := c.style
	if l.Style != "" {
		style = x.style(l.Style, l.At)
	}
	var items []doc.Item
	for _, i := range l.Items {
		inner := c.within()
		inner.style = style
		x.blocks(inner, i.Kids)
		if len(inner.sink.blocks) > 0 || !i.Empty {
			items = append(items, doc.Item{Blocks: inner.sink.blocks})
		}
	}
	if len(items) == 0 {
		return
	}
	if c.sink.list != nil && c.sink.list == l.Loop {
		if last, ok := c.sink.blocks[len(c.sink.blocks)-1].(*doc.List); ok && last.Ordered == l.Ordered && last.Style == style {
			last.Items = append(last.Items, items...)
			return
		}
	}
	c.sink.add(&doc.List{Ordered: l.Ordered, Style: style, Items: items})
	c.sink.list = l.Loop
}

func (x *expander) heading(c *context, h *template.Heading) {
	inlines := x.inlines(c.frame, &h.Text)
	if len(inlines) == 0 {
		if !h.Text.Exprs {
			x.Fail("empty-heading", h.At, diag.Span{})
		}
		return
	}
	if !h.Unlisted || h.Level <= x.level {
		if h.Level > x.level+1 {
			x.Fail("heading-skip", h.At, diag.Span{}, level(x.level), level(h.Level))
		}
	}
	x.level = h.Level
	name := h.Style
	if name == "" {
		name = "h" + level(h.Level)
	}
	style := x.style(name, h.At)
	c.sink.add(&doc.Heading{Level: h.Level, Number: x.plain(c.frame, &h.Number), Inlines: inlines, Style: style, At: h.At,
		Anchor: x.newAnchor(x.plain(c.frame, &h.Anchor), h.At), Running: x.plain(c.frame, &h.Running), Unlisted: h.Unlisted})
}

func level(n int) string { return string(rune('0' + n)) }

// style returns a style of the design; an unknown one is a finding.
func (x *expander) style(name string, at diag.Span) *doc.Style {
	if s := x.design.Styles[name]; s != nil {
		return s
	}
	x.Fail("unknown-style", at, diag.Span{}, name, x.design.Nearest("style", name))
	return x.text
}
