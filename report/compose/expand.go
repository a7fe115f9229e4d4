package compose

import (
	"slices"
	"strings"

	"konzept/report/diag"
	"konzept/report/doc"
	"konzept/report/eval"
	"konzept/report/model"
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
	list   *loop // loop of the list that was appended last, for merging
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

// nodeSteps is what a node of a template costs beside its expressions: it makes blocks, which take memory.
const nodeSteps = 12

// walk carries out loops, choices, lets and parts and shows every other node to visit.
func (x *expander) walk(c *context, nodes []node, visit func(c *context, n node)) {
	for _, n := range nodes {
		if x.Step(nodeSteps) {
			x.Spent(n.place())
			return
		}
		switch n := n.(type) {
		case *loop:
			x.each(c, n, visit)
		case *choice:
			for i, test := range n.tests {
				if test == nil || eval.Truth(c.frame, test.Run(c.frame)) {
					x.walk(c, n.kids[i], visit)
					break
				}
			}
		case *let:
			c.frame.Slots[n.slot] = x.value(c.frame, &n.value)
		case *inclusion:
			x.include(c, n, visit)
		default:
			visit(c, n)
		}
	}
}

func (x *expander) each(c *context, l *loop, visit func(c *context, n node)) {
	list := l.list.Run(c.frame)
	if list == nil {
		return
	}
	eval.Each(c.frame, list, l.list.At, func(item any, n int) {
		c.frame.Slots[l.item] = item
		if l.index >= 0 {
			c.frame.Slots[l.index] = int64(n)
		}
		x.walk(c, l.kids, visit)
	})
}

func (x *expander) include(c *context, n *inclusion, visit func(c *context, n node)) {
	if c.depth >= maxDepth {
		x.Fail("parts-too-deep", n.at, diag.Span{}, n.part.file.name)
		return
	}
	inner := *c
	inner.depth++
	inner.frame = x.NewFrame(n.part.names.Slots())
	for i := range n.args {
		inner.frame.Slots[n.args[i].slot] = x.value(c.frame, &n.args[i].value)
	}
	x.walk(&inner, n.part.nodes, visit)
}

// blocks expands nodes where running text may stand.
func (x *expander) blocks(c *context, nodes []node) { x.walk(c, nodes, x.block) }

func (x *expander) block(c *context, n node) {
	switch n := n.(type) {
	case *paragraph:
		x.paragraph(c, n)
	case *heading:
		x.heading(c, n)
	case *plainList:
		x.plainList(c, n)
	case *verbatim:
		for _, line := range n.lines {
			c.sink.add(&doc.Paragraph{Inlines: []doc.Inline{&doc.Text{Text: line, At: n.at}}, Style: c.style})
		}
	case *directive:
		if n.spec.block == nil {
			x.misplaced(n)
			return
		}
		n.spec.block(x, c, n)
	}
}

// misplaced finds a directive outside those within which it may stand.
func (x *expander) misplaced(d *directive) {
	x.Fail("misplaced-directive", d.at, diag.Span{}, d.spec.name, strings.Join(d.spec.within, ", "))
}

// only expands what a directive holds of which none but those directives make sense that stand within it, such as the rows
// of a table.
func (x *expander) only(c *context, parent *directive, visit func(c *context, d *directive)) {
	x.walk(c, parent.kids, func(c *context, n node) {
		switch d, ok := n.(*directive); {
		case !ok:
			x.Fail("text-outside", n.place(), diag.Span{}, parent.spec.name)
		case !slices.Contains(d.spec.within, parent.spec.name):
			x.Fail("not-within", d.at, diag.Span{}, d.spec.name, parent.spec.name)
		default:
			visit(c, d)
		}
	})
}

// is tells whether a directive is of a component.
func (d *directive) is(c *component) bool { return d.spec.name == c.name }

func (x *expander) paragraph(c *context, p *paragraph) {
	style := c.style
	if p.style != "" {
		style = x.style(p.style, p.at)
	}
	if p.text.only != nil {
		v := p.text.only.Run(c.frame)
		if t, ok := v.(model.TextValue); ok {
			x.data(c, t, style)
			return
		}
		w := writer{x: x, frame: c.frame, open: true}
		w.value(v, p.text.only.At, doc.Look{})
		x.setParagraph(c, w.finish(), style)
		return
	}
	x.setParagraph(c, x.inlines(c.frame, &p.text), style)
}

func (x *expander) setParagraph(c *context, inlines []doc.Inline, style *doc.Style) {
	if len(inlines) > 0 {
		c.sink.add(x.paragraphOf(inlines, style))
	}
}

// paragraphOf makes a paragraph and remembers it, for the first use of words.
func (x *expander) paragraphOf(inlines []doc.Inline, style *doc.Style) *doc.Paragraph {
	p := &doc.Paragraph{Inlines: inlines, Style: style}
	x.prose = append(x.prose, p)
	return p
}

func (x *expander) plainList(c *context, l *plainList) {
	style := c.style
	if l.style != "" {
		style = x.style(l.style, l.at)
	}
	var items []doc.Item
	for _, i := range l.items {
		inner := c.within()
		inner.style = style
		x.blocks(inner, i.kids)
		if len(inner.sink.blocks) > 0 || !i.empty {
			items = append(items, doc.Item{Blocks: inner.sink.blocks})
		}
	}
	if len(items) == 0 {
		return
	}
	if c.sink.list != nil && c.sink.list == l.loop {
		if last, ok := c.sink.blocks[len(c.sink.blocks)-1].(*doc.List); ok && last.Ordered == l.ordered && last.Style == style {
			last.Items = append(last.Items, items...)
			return
		}
	}
	c.sink.add(&doc.List{Ordered: l.ordered, Style: style, Items: items})
	c.sink.list = l.loop
}

func (x *expander) heading(c *context, h *heading) {
	inlines := x.inlines(c.frame, &h.text)
	if len(inlines) == 0 {
		if !h.text.exprs {
			x.Fail("empty-heading", h.at, diag.Span{})
		}
		return
	}
	if !h.unlisted || h.level <= x.level {
		if h.level > x.level+1 {
			x.Fail("heading-skip", h.at, diag.Span{}, level(x.level), level(h.level))
		}
	}
	x.level = h.level
	name := h.style
	if name == "" {
		name = "h" + level(h.level)
	}
	style := x.style(name, h.at)
	c.sink.add(&doc.Heading{Level: h.level, Number: x.plain(c.frame, &h.number), Inlines: inlines, Style: style, At: h.at,
		Anchor: x.mark(x.plain(c.frame, &h.anchor), h.at), Running: x.plain(c.frame, &h.running), Unlisted: h.unlisted})
}

func level(n int) string { return string(rune('0' + n)) }

// style returns a style of the design; an unknown one is a finding.
func (x *expander) style(name string, at diag.Span) *doc.Style {
	if s := x.design.Styles[name]; s != nil {
		return s
	}
	x.Fail("unknown-style", at, diag.Span{}, name, diag.Suggest(name, x.design.names["style"]))
	return x.text
}

func sortedKeys[V any](m map[string]V) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}
