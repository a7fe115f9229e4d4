package table

import (
	"slices"

	"konzept/report/doc"
	"konzept/report/galley"
	"konzept/report/geom"
	"konzept/report/page"
	"konzept/report/typeset"
)

// pairKinds are the elements of pairs: of the whole, a row, its label and its value.
type pairKinds struct{ whole, row, label, value string }

// Pairs sets labels with their values side by side, tagged as a table whose rows have headers, or as a list: a table within
// a table is hard to find one's way in by ear.
func (b *Setter) Pairs(g *galley.Galley, f typeset.Frame, v *doc.Pairs) {
	style := v.Style
	if style == nil {
		style = &doc.TableStyle{PadY: 2 * geom.Pt}
	}
	if len(v.Rows) == 0 {
		return
	}
	label := v.LabelWidth
	if label <= 0 || label > f.Width*2/3 {
		label = f.Width / 4
	}
	t := &tabular{Setter: b, g: g, f: f, style: style, xs: []geom.Length{f.X, f.X + label, f.X + f.Width}, maxRow: b.PageHeight()}
	t.cols = []doc.Column{{Header: true}, {}}
	g.Space(style.Before)
	t.region = g.Open(galley.Region{Decoration: t.deco()})
	if v.Running != "" {
		t.again(&g.Regions[t.region], t.continued([]doc.Inline{&doc.Text{Text: v.Running, At: v.At}}))
	}
	kinds := pairKinds{"TBody", "TR", "TH", "TD"}
	above := f.Parent()
	if v.List || slices.ContainsFunc(v.Rows, func(p doc.Pair) bool { return holdsTable(p.Value) }) {
		kinds = pairKinds{"L", "LI", "Lbl", "LBody"}
	} else {
		above = b.Set.Elem("Table", above)
	}
	body := b.Set.Elem(kinds.whole, above)
	if body != nil && kinds.whole == "L" {
		body.Detail().Abreast = true
		body.Detail().Numbering = "None" // labels that follow no numbering (ISO 32000-1, table 347)
	}
	stripe := 0
	for i := range v.Rows {
		if len(v.Rows) > 3 && (i == 1 || i == len(v.Rows)-1) {
			g.Bind(galley.PenaltyAlone)
		}
		t.pair(&v.Rows[i], v, b.Set.Elem(kinds.row, body), &kinds, &stripe)
	}
	g.FlushPending()
	g.Close(t.region)
	g.Space(style.After)
}

// holdsTable tells whether blocks hold a table, in whatever depth.
func holdsTable(list []doc.Block) (holds bool) {
	doc.WalkBlocks(list, doc.Visitor{Enter: func(b doc.Block) {
		switch v := b.(type) {
		case *doc.Table, *doc.Pairs:
			holds = true
		case *doc.Figure:
			holds = holds || v.Table != nil
		}
	}})
	return holds
}

// pair sets one label and its value as a row.
func (t *tabular) pair(p *doc.Pair, v *doc.Pairs, tr *page.Elem, kinds *pairKinds, stripe *int) {
	laid := t.galleyRow(&doc.Row{}, 1, stripe)
	laid.Above = *stripe > 1
	pad := t.style.PadX
	th := t.Set.Elem(kinds.label, tr)
	if th != nil && th.Type == "TH" {
		th.Scope = "Row"
	}
	l := galley.Cell{Galley: t.Set.TakeGalley(), Rows: 1, Left: t.xs[0], Width: t.xs[1] - t.xs[0], Fill: v.LabelFill, Filled: v.HasFill, Elem: th}
	l.X = l.Left + min(pad, l.Width/2)
	t.Set.Prose(l.Galley, typeset.Frame{Width: max(l.Width-2*pad, geom.Pt), Sect: &typeset.Section{Base: th}}, p.Label, t.labelStyle(), th)
	l.Galley.Penalty, l.Galley.White = 0, 0
	td := t.Set.Elem(kinds.value, tr)
	r := galley.Cell{Galley: t.Set.TakeGalley(), Rows: 1, Left: t.xs[1], Width: t.xs[2] - t.xs[1], Elem: td}
	r.X = r.Left + min(pad, r.Width/2)
	f := typeset.Frame{Width: max(r.Width-2*pad, geom.Pt), Style: t.style.Style, Sect: &typeset.Section{Base: td}}
	t.CellBlocks(r.Galley, f, p.Value, td)
	t.cells = append(t.cells[:0], l, r)
	t.g.AddRow(t.cells, &laid)
	t.release()
	t.g.Bind(galley.PenaltyRow)
}

// labelStyle is the table style's own for headers, or its text in bold.
func (t *tabular) labelStyle() *doc.Style {
	if t.style.HeadStyle != nil {
		return t.style.HeadStyle
	}
	return t.Styles.Derive(t.Styles.Styled(t.style.Style), "label", func(d *doc.Style) {
		d.Weight, d.Align = typeset.Bolder(typeset.WeightOf(d)), doc.Left
	})
}
