package poster

import (
	"strconv"
	"strings"

	"konzept/report/diag"
	"konzept/report/doc"
	"konzept/report/geom"
	"konzept/report/number"
	"konzept/report/source"
	"konzept/report/template"
)

// readLets binds names to values that the areas ask for more than once.
func (p *maker) readLets(n *source.Node) {
	for _, e := range n.Pairs() {
		value := p.templates.Expr(e.Value, p.names, p.Out)
		if !template.IsName(e.Key) {
			p.Out.Add("bad-let", e.KeySpan)
			continue
		}
		if value == nil {
			p.names = p.names.Optional(e.Key)
			continue
		}
		names, slot := p.names.With(e.Key, value.Type)
		p.names = names
		p.lets = append(p.lets, let{slot, value})
	}
}

// readArea binds the texts and the content of one area.
func (p *maker) readArea(n *source.Node) {
	p.strangers(n, "areas.", areaKeys)
	a := area{node: n, style: p.design.Styles["body"], said: map[string]template.Phrase{}}
	for _, e := range n.Entries {
		switch e.Key {
		case "name":
		case "style":
			a.style = p.Style(e.Value.Value, e.Value.Span)
		case "content":
			a.nodes = p.templates.Content(e.Value, p.names, p.Out)
		case "bleed":
		default:
			a.said[e.Key] = p.templates.Phrase(e.Value, p.names, p.Out)
		}
	}
	p.areas = append(p.areas, a)
}

// value is what one of an area's texts says for the present record, as a node at its place; nil: nothing.
func (p *maker) value(a *area, key string) *source.Node {
	t, ok := a.said[key]
	if !ok {
		return nil
	}
	n := *a.node.Get(key)
	if n.Value = strings.TrimSpace(p.Plain(p.frame, &t)); n.Value == "" {
		return nil
	}
	return &n
}

// frameOf is an area's place and how its text stands in it; false: the record has no such area.
func (p *maker) frameOf(t *area) (a doc.Area, ok bool) {
	a = doc.Area{At: t.node.Span, Smallest: 100, Largest: 100}
	if name := t.node.Get("name"); name != nil {
		a.Name, a.At = name.Value, name.Span
	}
	at := p.value(t, "at")
	if _, said := t.said["at"]; at == nil && said && len(t.node.Get("at").Value) > 0 {
		return a, false // computed, and empty
	}
	if !p.readPlace(at, &a.Box) {
		return a, false
	}
	p.readBleeds(t.node.Get("bleed"), &a)
	p.number(p.value(t, "smallest"), "smallest", 10, 1000, &a.Smallest)
	p.number(p.value(t, "largest"), "largest", 10, 1000, &a.Largest)
	a.Smallest = min(a.Smallest, a.Largest)
	if pad := p.value(t, "pad"); pad != nil {
		e, ok := geom.ParseEdges(pad.Value)
		if !ok {
			p.wrong(pad, "pad", "ein, zwei oder vier Längen wie „3mm 4mm“", "one, two or four lengths such as “3mm 4mm”")
		}
		a.Pad = p.scale.Edges(e)
	}
	if align := p.value(t, "align"); align != nil {
		a.Middle, a.Bottom = align.Value == "middle", align.Value == "bottom"
		if !a.Middle && !a.Bottom && align.Value != "top" {
			p.wrong(align, "align", "top, middle oder bottom", "top, middle or bottom")
		}
	}
	return a, true
}

// readPlace turns columns and rows such as "1-12 / 1-4" into a box.
func (p *maker) readPlace(n *source.Node, to *geom.Box) bool {
	g := p.grid
	at, found := p.root.Span, ""
	if n != nil {
		at, found = n.Span, n.Value
	}
	across, down, _ := strings.Cut(found, "/")
	c0, c1, ok := fields(across, g.columns)
	r0, r1, good := fields(down, g.rows)
	if !ok || !good {
		p.Fail("poster-area", at, diag.Span{}, found, strconv.Itoa(g.columns)+" × "+strconv.Itoa(g.rows))
		return false
	}
	x, w := extent(p.size.W, g, g.columns, c0, c1)
	y, h := extent(p.size.H, g, g.rows, r0, r1)
	*to = geom.Box{X: x, Y: y, W: w, H: h}
	return true
}

// fields reads "3" or "3-5" as fields of a grid's n.
func fields(s string, n int) (from, to int, ok bool) {
	a, b, isRange := strings.Cut(strings.ReplaceAll(strings.TrimSpace(s), "–", "-"), "-")
	if !isRange {
		b = a
	}
	from, ok = number.ParseCount(strings.TrimSpace(a))
	to, good := number.ParseCount(strings.TrimSpace(b))
	return from, to, ok && good && from >= 1 && from <= to && to <= n
}

// extent is where fields from to to of n begin on a side of a length, and how long they are together.
func extent(side geom.Length, g grid, n, from, to int) (at, length geom.Length) {
	inner := side - 2*g.margin
	edge := func(i int) geom.Length { return (inner + g.gap).Mul(int64(i), int64(n)) }
	return g.margin + edge(from-1), edge(to) - edge(from-1) - g.gap
}

// readBleeds lets an area run over the trim at some sides.
func (p *maker) readBleeds(n *source.Node, a *doc.Area) {
	for _, side := range n.Words() {
		switch side {
		case "left":
			a.Bleeds.Left = a.Box.X + p.bleed
		case "right":
			a.Bleeds.Right = p.size.W - a.Box.Right() + p.bleed
		case "top":
			a.Bleeds.Top = a.Box.Y + p.bleed
		case "bottom":
			a.Bleeds.Bottom = p.size.H - a.Box.Bottom() + p.bleed
		default:
			p.wrong(n, "bleed", "left, right, top oder bottom", "left, right, top or bottom")
		}
	}
}
