package layout

import (
	"slices"

	"konzept/report/doc"
	"konzept/report/galley"
	"konzept/report/geom"
	"konzept/report/page"
)

// pairKinds are the elements of pairs: of the whole, a row, its label and its value.
type pairKinds struct{ whole, row, label, value string }

// pairs sets labels with their values side by side, tagged as a table whose rows have headers, or as a list: a table within
// a table is hard to find one's way in by ear.
func (b *builder) pairs(g *galley.Galley, f frame, v *doc.Pairs) {
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
	g.Space(look.Before)
	t.region = g.Open(galley.Region{Decoration: t.deco()})
	kinds := pairKinds{"TBody", "TR", "TH", "TD"}
	above := f.parent()
	if v.List || slices.ContainsFunc(v.Rows, func(p doc.Pair) bool { return tables(p.Value) }) {
		kinds = pairKinds{"L", "LI", "Lbl", "LBody"}
	} else {
		above = b.elem("Table", above)
	}
	body := b.elem(kinds.whole, above)
	if body != nil && kinds.whole == "L" {
		body.Detail().Abreast = true
		body.Detail().Numbering = "None" // labels that follow no numbering (ISO 32000-1, table 347)
	}
	stripe := 0
	for i := range v.Rows {
		if len(v.Rows) > 3 && (i == 1 || i == len(v.Rows)-1) {
			g.Bind(galley.PenaltyAlone)
		}
		t.pair(&v.Rows[i], v, b.elem(kinds.row, body), &kinds, &stripe)
	}
	g.FlushMarks()
	g.Close(t.region)
	g.Space(look.After)
}

// tables tells whether blocks hold a table.
func tables(list []doc.Block) bool {
	return slices.ContainsFunc(list, func(b doc.Block) bool {
		switch v := b.(type) {
		case *doc.Table, *doc.Pairs:
			return true
		case *doc.Figure:
			return v.Table != nil
		case *doc.Group:
			return tables(v.Blocks)
		case *doc.Box:
			return tables(v.Blocks)
		case *doc.Columns:
			return tables(v.Blocks)
		case *doc.List:
			return slices.ContainsFunc(v.Items, func(i doc.Item) bool { return tables(i.Blocks) })
		case *doc.Grid:
			return slices.ContainsFunc(v.Cells, tables)
		}
		return false
	})
}

// pair sets one label and its value as a row.
func (t *tabular) pair(p *doc.Pair, v *doc.Pairs, tr *page.Elem, kinds *pairKinds, stripe *int) {
	look := t.rowLook(&doc.Row{}, 1, stripe)
	look.Above = *stripe > 1
	pad := t.look.PadX
	th := t.elem(kinds.label, tr)
	if th != nil && th.Type == "TH" {
		th.Scope = "Row"
	}
	l := galley.Cell{Galley: t.take(), Rows: 1, Left: t.xs[0], Width: t.xs[1] - t.xs[0], Fill: v.LabelFill, Filled: v.HasFill, Elem: th}
	l.X = l.Left + min(pad, l.Width/2)
	t.prose(l.Galley, frame{width: max(l.Width-2*pad, geom.Pt), sect: &section{base: th}}, p.Label, t.labelStyle(), th)
	l.Galley.Penalty, l.Galley.White = 0, 0
	td := t.elem(kinds.value, tr)
	r := galley.Cell{Galley: t.take(), Rows: 1, Left: t.xs[1], Width: t.xs[2] - t.xs[1], Elem: td}
	r.X = r.Left + min(pad, r.Width/2)
	f := frame{width: max(r.Width-2*pad, geom.Pt), style: t.look.Style, sect: &section{base: td}}
	t.cellBlocks(r.Galley, f, p.Value, td)
	t.cells = append(t.cells[:0], l, r)
	t.g.AddRow(t.cells, &look)
	t.release()
	t.g.Bind(galley.PenaltyRow)
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
