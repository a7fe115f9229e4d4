package layout

import (
	"konzept/report/doc"
	"konzept/report/geom"
	"konzept/report/page"
)

// pairs sets labels with their values side by side, tagged as a table whose rows have headers.
func (b *builder) pairs(g *galley, f frame, v *doc.Pairs) {
	look := v.Look
	if look == nil {
		look = &doc.TableLook{PadY: 2 * geom.Pt}
	}
	if len(v.Rows) == 0 {
		return
	}
	label := v.LabelWidth
	if label <= 0 || label > f.width*2/3 {
		label = f.width / 4
	}
	t := &tabular{builder: b, g: g, f: f, look: look, xs: []geom.Length{f.x, f.x + label, f.x + f.width}, room: b.unit.room()}
	t.cols = []doc.Column{{Header: true}, {}}
	g.space(look.Before)
	t.region = g.open(region{deco: t.deco()})
	body := b.elem("TBody", b.elem("Table", f.parent()))
	stripe := 0
	for i := range v.Rows {
		if len(v.Rows) > 3 && (i == 1 || i == len(v.Rows)-1) {
			g.bind(costAlone)
		}
		t.pair(&v.Rows[i], v, b.elem("TR", body), &stripe)
	}
	g.flushMarks()
	g.close(t.region)
	g.space(look.After)
}

// pair sets one label and its value as a row.
func (t *tabular) pair(p *doc.Pair, v *doc.Pairs, tr *page.Elem, stripe *int) {
	look := t.rowLook(&doc.Row{}, 1, stripe)
	look.above = *stripe > 1
	pad := t.look.PadX
	th := t.elem("TH", tr)
	if th != nil {
		th.Scope = "Row"
	}
	l := cell{g: t.take(), rows: 1, left: t.xs[0], width: t.xs[1] - t.xs[0], fill: v.LabelFill, filled: v.HasFill, elem: th}
	l.x = l.left + min(pad, l.width/2)
	t.prose(l.g, frame{width: max(l.width-2*pad, geom.Pt), sect: &section{base: th}}, p.Label, t.labelStyle(), th)
	l.g.cost, l.g.white = 0, 0
	td := t.elem("TD", tr)
	r := cell{g: t.take(), rows: 1, left: t.xs[1], width: t.xs[2] - t.xs[1], elem: td}
	r.x = r.left + min(pad, r.width/2)
	f := frame{width: max(r.width-2*pad, geom.Pt), style: t.look.Style, sect: &section{base: td}}
	t.cellBlocks(r.g, f, p.Value, td)
	t.cells = append(t.cells[:0], l, r)
	t.row(t.g, t.cells, &look)
	t.release()
	t.g.bind(costRow)
}

// labelStyle is the look's style for headers, or its text in bold.
func (t *tabular) labelStyle() *doc.Style {
	if t.look.HeadStyle != nil {
		return t.look.HeadStyle
	}
	return t.derive(t.styled(t.look.Style), "label", func(d *doc.Style) {
		d.Weight, d.Align = bolder(weightOf(d)), doc.Left
	})
}
