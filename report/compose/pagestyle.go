package compose

import (
	"strings"

	"konzept/report/design"
	"konzept/report/diag"
	"konzept/report/doc"
	"konzept/report/geom"
	"konzept/report/source"
)

// pageStyle is a page of the design with its running texts computed for this document.
func (x *expander) pageStyle(name string, at diag.Span) *doc.PageStyle {
	if p := x.pages[name]; p != nil {
		return p
	}
	n := x.design.Page(name)
	if n == nil {
		x.Fail("unknown-page", at, diag.Span{}, name, x.design.Nearest("page", name))
		n = x.design.Page("body")
	}
	p := pageReader{x}.read(name, n, 0)
	if x.job.Bleed != nil {
		p.Bleed = *x.job.Bleed
	}
	if !x.design.Binding.Shift(p) {
		x.Fail("no-room", at, diag.Span{}, p.Name)
	}
	x.pages[name] = p
	return p
}

// pageReader reads a page style with its running texts.
type pageReader struct{ *expander }

func (x pageReader) read(name string, n *source.Node, depth int) *doc.PageStyle {
	p := &doc.PageStyle{Size: design.Paper("A4"), Inner: 25 * geom.MM, Outer: 25 * geom.MM, Top: 25 * geom.MM, Bottom: 25 * geom.MM, Columns: 1}
	if base := n.Get("extends"); base != nil && depth < maxDepth {
		if under := x.design.Page(base.Value); under != nil {
			p = x.read(base.Value, under, depth+1)
		} else {
			x.Fail("unknown-page", base.Span, diag.Span{}, base.Value, x.design.Nearest("page", base.Value))
		}
	}
	p.Name = name
	x.design.Frame(p, n, x.Out)
	if head := n.Get("head"); head != nil {
		p.HeadAt = p.Top / 2
		p.Head = x.running(head, &p.HeadAt, &p.HeadRule)
	}
	if foot := n.Get("foot"); foot != nil {
		p.FootAt = p.Bottom / 2
		p.Foot = x.running(foot, &p.FootAt, &p.FootRule)
	}
	if legend := n.Get("legend"); legend != nil {
		p.Legend = nil // an empty one takes away that of the page extended
		if !legend.Empty() {
			p.Legend = x.part(legend)
		}
	}
	if tab := n.Get("tab"); tab != nil {
		text := x.set.templates.Phrase(tab, x.names, x.Out)
		p.Tab = x.plain(x.frame, &text)
	}
	if min(p.Inner, p.Outer, p.Top, p.Bottom, p.Gap, p.Bleed, p.Grid) < 0 || p.Inner+p.Outer >= p.Size.W || p.Top+p.Bottom >= p.Size.H {
		x.Fail("no-room", n.Span, diag.Span{}, name)
		p.Inner, p.Outer, p.Top, p.Bottom = p.Size.W/8, p.Size.W/8, p.Size.H/10, p.Size.H/10
	}
	return p
}

// running reads a head or foot.
func (x pageReader) running(n *source.Node, at *geom.Length, rule *bool) doc.Running {
	run := x.design.Running(n, at, rule, x.Out)
	for _, part := range []struct {
		key string
		to  *[]doc.Inline
	}{{"inner", &run.Inner}, {"centre", &run.Centre}, {"outer", &run.Outer}} {
		if t := n.Get(part.key); t != nil {
			text := x.set.templates.Phrase(t, x.names, x.Out)
			*part.to = x.inlines(x.frame, &text)
		}
	}
	if t := n.Get("heard"); t != nil {
		text := x.set.templates.Phrase(t, x.names, x.Out)
		run.Heard = strings.TrimSpace(x.plain(x.frame, &text))
	}
	return run
}

// part expands a part without arguments, such as a page's legend.
func (x pageReader) part(n *source.Node) []doc.Block {
	t := x.set.templates.Part(n.Value, n.Span, x.Out)
	if t == nil {
		return nil
	}
	c := &context{frame: x.NewFrame(t.Names.Slots()), style: x.text, sink: &sink{}}
	x.blocks(c, t.Nodes)
	return c.sink.blocks
}
