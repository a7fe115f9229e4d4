package design

import (
	"strings"

	"konzept/report/diag"
	"konzept/report/doc"
	"konzept/report/geom"
	"konzept/report/number"
	"konzept/report/source"
)

var (
	pageKeys    = []string{"extends", "size", "inner", "outer", "top", "bottom", "facing", "columns", "gap", "bleed", "head", "foot", "legend", "tab", "tab_ink", "grid"}
	runningKeys = []string{"style", "inner", "centre", "outer", "first", "rule", "at", "heard"}
)

// MaxColumns of text; beyond it no line would hold a word.
const MaxColumns = 8

// sizes of paper, trimmed (ISO 216).
var sizes = map[string]geom.Size{
	"A0": {W: 841 * geom.MM, H: 1189 * geom.MM}, "A1": {W: 594 * geom.MM, H: 841 * geom.MM}, "A2": {W: 420 * geom.MM, H: 594 * geom.MM},
	"A3": {W: 297 * geom.MM, H: 420 * geom.MM}, "A4": {W: 210 * geom.MM, H: 297 * geom.MM}, "A5": {W: 148 * geom.MM, H: 210 * geom.MM},
}

// Paper is the trimmed size of A0 to A5, upright.
func Paper(name string) geom.Size { return sizes[name] }

// ParseSize reads A4, A4 landscape, or "210mm 297mm".
func ParseSize(s string) (geom.Size, bool) {
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

// Page is a page style as it is written; nil: the design has none of that name.
func (d *Design) Page(name string) *source.Node { return d.pages[name] }

// Frame reads a page's size, margins and thumb tab.
func (d *Design) Frame(p *doc.PageStyle, n *source.Node, out *diag.List) {
	r := &reader{Design: &Design{Palette: d.Palette, Styles: d.Styles, names: d.names}}
	r.frame(p, n)
	p.TabStyle = d.Styles["tab"]
	p.TabInk, _ = r.ink(n.Get("tab_ink"))
	out.Findings = append(out.Findings, r.found.Findings...)
}

// Running reads how a page's head or foot stands, at what distance and whether with a rule; its texts are for who expands them.
func (d *Design) Running(n *source.Node, at *geom.Length, rule *bool, out *diag.List) doc.Running {
	r := &reader{Design: &Design{Palette: d.Palette, Styles: d.Styles, names: d.names}}
	r.keys(n, "head/foot", runningKeys...)
	run := doc.Running{Style: r.styleOf(n.Get("style"), "running")}
	r.flag(n.Get("first"), "first", &run.FirstPage)
	r.flag(n.Get("rule"), "rule", rule)
	r.length(n.Get("at"), "at", at)
	out.Findings = append(out.Findings, r.found.Findings...)
	return run
}

// frame reads a page's size and margins.
func (r *reader) frame(p *doc.PageStyle, n *source.Node) {
	if s := n.Get("size"); s != nil {
		size, ok := ParseSize(s.Value)
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
		p.Columns, _ = number.ParseCount(c.Value)
		p.Columns = min(max(p.Columns, 1), MaxColumns)
	}
}
