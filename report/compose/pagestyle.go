package compose

import (
	"strings"

	"konzept/report/diag"
	"konzept/report/doc"
	"konzept/report/geom"
	"konzept/report/source"
)

var (
	pageKeys    = []string{"extends", "size", "inner", "outer", "top", "bottom", "facing", "columns", "gap", "bleed", "head", "foot", "legend", "tab", "tab_ink", "grid"}
	runningKeys = []string{"style", "inner", "centre", "outer", "first", "rule", "at", "heard"}
)

// maxColumns of text; beyond it no line would hold a word.
const maxColumns = 8

// sizes of paper, trimmed (ISO 216).
var sizes = map[string]geom.Size{
	"A0": {W: 841 * geom.MM, H: 1189 * geom.MM}, "A1": {W: 594 * geom.MM, H: 841 * geom.MM}, "A2": {W: 420 * geom.MM, H: 594 * geom.MM},
	"A3": {W: 297 * geom.MM, H: 420 * geom.MM}, "A4": {W: 210 * geom.MM, H: 297 * geom.MM}, "A5": {W: 148 * geom.MM, H: 210 * geom.MM},
}

// parseSize reads A4, A4 landscape, or "210mm 297mm".
func parseSize(s string) (geom.Size, bool) {
	f := strings.Fields(s)
	if len(f) == 0 {
		return geom.Size{}, false
	}
	if size, ok := sizes[f[0]]; ok {
		if len(f) == 2 && f[1] == "landscape" {
			size.W, size.H = size.H, size.W
		}
		return size, len(f) == 1 || len(f) == 2 && f[1] == "landscape"
	}
	if len(f) != 2 {
		return geom.Size{}, false
	}
	w, err := geom.Parse(f[0])
	h, err2 := geom.Parse(f[1])
	return geom.Size{W: w, H: h}, err == nil && err2 == nil && w > 0 && h > 0
}

// pageStyle is a page of the design with its running texts computed for this document.
func (x *expander) pageStyle(name string, at diag.Span) *doc.PageStyle {
	if p := x.pages[name]; p != nil {
		return p
	}
	n := x.design.pages[name]
	if n == nil {
		x.Fail("unknown-page", at, diag.Span{}, name, diag.Suggest(name, x.design.names["page"]))
		n = x.design.pages["body"]
	}
	p := x.readPage(name, n, 0)
	if x.job.Bleed != nil {
		p.Bleed = *x.job.Bleed
	}
	x.bind(p, at)
	x.pages[name] = p
	return p
}

func (x *expander) readPage(name string, n *source.Node, depth int) *doc.PageStyle {
	p := &doc.PageStyle{Size: sizes["A4"], Inner: 25 * geom.MM, Outer: 25 * geom.MM, Top: 25 * geom.MM, Bottom: 25 * geom.MM, Columns: 1}
	if base := n.Get("extends"); base != nil && depth < maxDepth {
		if under := x.design.pages[base.Value]; under != nil {
			p = x.readPage(base.Value, under, depth+1)
		} else {
			x.Fail("unknown-page", base.Span, diag.Span{}, base.Value, diag.Suggest(base.Value, x.design.names["page"]))
		}
	}
	p.Name = name
	r := &designReader{Design: &Design{Palette: x.design.Palette, Styles: x.design.Styles, names: x.design.names}}
	r.frame(p, n)
	if head := n.Get("head"); head != nil {
		p.HeadAt = p.Top / 2
		p.Head = x.running(r, head, &p.HeadAt, &p.HeadRule)
	}
	if foot := n.Get("foot"); foot != nil {
		p.FootAt = p.Bottom / 2
		p.Foot = x.running(r, foot, &p.FootAt, &p.FootRule)
	}
	if legend := n.Get("legend"); legend != nil {
		p.Legend = nil // an empty one takes away that of the page extended
		if !legend.Empty() {
			p.Legend = x.part(legend)
		}
	}
	if tab := n.Get("tab"); tab != nil {
		text := x.phrase(tab, x.names)
		p.Tab = x.plain(x.frame, &text)
	}
	p.TabStyle = x.design.Styles["tab"]
	p.TabInk, _ = r.ink(n.Get("tab_ink"))
	if min(p.Inner, p.Outer, p.Top, p.Bottom, p.Gap, p.Bleed, p.Grid) < 0 || p.Inner+p.Outer >= p.Size.W || p.Top+p.Bottom >= p.Size.H {
		x.Fail("no-room", n.Span, diag.Span{}, name)
		p.Inner, p.Outer, p.Top, p.Bottom = p.Size.W/8, p.Size.W/8, p.Size.H/10, p.Size.H/10
	}
	x.Out.Findings = append(x.Out.Findings, r.found.Findings...)
	return p
}

// frame reads a page's size and margins.
func (r *designReader) frame(p *doc.PageStyle, n *source.Node) {
	if s := n.Get("size"); s != nil {
		size, ok := parseSize(s.Value)
		if !ok {
			r.wrong(s, "size", "A3, A4, „A4 landscape“ oder zwei Längen", "A3, A4, `A4 landscape` or two lengths")
		} else {
			p.Size = size
		}
	}
	for _, l := range []struct {
		key string
		to  *geom.Length
	}{{"inner", &p.Inner}, {"outer", &p.Outer}, {"top", &p.Top}, {"bottom", &p.Bottom}, {"gap", &p.Gap}, {"bleed", &p.Bleed}, {"grid", &p.Grid}} {
		r.length(n.Get(l.key), l.key, l.to)
	}
	r.flag(n.Get("facing"), "facing", &p.Facing)
	if c := n.Get("columns"); c != nil {
		p.Columns, _ = parseInt(c.Value)
		p.Columns = min(max(p.Columns, 1), maxColumns)
	}
}

// running reads a head or foot.
func (x *expander) running(r *designReader, n *source.Node, at *geom.Length, rule *bool) doc.Running {
	r.keys(n, "head/foot", runningKeys...)
	run := doc.Running{Style: r.styleOf(n.Get("style"), "running")}
	for _, part := range []struct {
		key string
		to  *[]doc.Inline
	}{{"inner", &run.Inner}, {"centre", &run.Centre}, {"outer", &run.Outer}} {
		if t := n.Get(part.key); t != nil {
			text := x.phrase(t, x.names)
			*part.to = x.inlines(x.frame, &text)
		}
	}
	if t := n.Get("heard"); t != nil {
		text := x.phrase(t, x.names)
		run.Heard = strings.TrimSpace(x.plain(x.frame, &text))
	}
	r.flag(n.Get("first"), "first", &run.FirstPage)
	r.flag(n.Get("rule"), "rule", rule)
	r.length(n.Get("at"), "at", at)
	return run
}

// part expands a part without arguments, such as a page's legend.
func (x *expander) part(n *source.Node) []doc.Block {
	x.set.mu.Lock()
	t := x.set.bindPart(n.Value, x.set.globals(), "", n.Span, x.Out)
	x.set.mu.Unlock()
	if t == nil {
		return nil
	}
	t.findings(x.Out, map[*bound]bool{})
	c := &context{frame: x.NewFrame(t.names.Slots()), style: x.text, sink: &sink{}}
	x.blocks(c, t.nodes)
	return c.sink.blocks
}
