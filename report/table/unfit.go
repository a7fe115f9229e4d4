package table

import (
	"slices"
	"strings"

	"konzept/report/doc"
	"konzept/report/galley"
	"konzept/report/typeset"
)

// judge looks at a table: header cells, and cells that say something by their colour alone.
func (b *Setter) judge(v *doc.Table) {
	if b.Set.Quiet {
		return
	}
	header := len(v.Head) > 0 || slices.ContainsFunc(v.Columns, func(c doc.Column) bool { return c.Header })
	alone := false
	for i := range v.Body {
		for k := range v.Body[i].Cells {
			c := &v.Body[i].Cells[k]
			header = header || c.Header
			alone = alone || c.Filled && !says(c.Blocks)
		}
	}
	if !header && len(v.Body) > 0 {
		b.Set.Out.Add("table-without-header", v.At)
	}
	if alone {
		b.Set.Out.Add("colour-alone", v.At)
	}
}

// says tells whether blocks hold a word, a sign or a picture.
func says(blocks []doc.Block) bool {
	return slices.ContainsFunc(blocks, func(block doc.Block) bool {
		switch v := block.(type) {
		case *doc.Paragraph:
			return strings.TrimSpace(doc.Plain(v.Inlines)) != ""
		case *doc.Space, *doc.Rule:
			return false
		}
		return true
	})
}

// tooTall finds a row that must stay whole but is higher than a page: it is parted all the same.
func (t *tabular) tooTall(row *doc.Row, laid *galley.Row) {
	over := galley.RowHeight(t.cells, laid) - t.maxRow
	if laid.Split != doc.SplitNever || over <= 0 || t.Set.Quiet {
		return
	}
	said := ""
	var all []doc.Block
	for i := range row.Cells {
		if said == "" {
			said = firstWords(row.Cells[i].Blocks)
		}
		all = append(all, row.Cells[i].Blocks...)
	}
	at, _ := doc.Cause(all, typeset.Templates)
	if !at.Known() {
		at = t.at
	}
	leading := max(t.Styles.Styled(t.style.Style).Leading, 1)
	t.Set.Out.Add("row-too-tall", at, said, typeset.LineCount(int64((over+leading-1)/leading)))
}

// firstWords are the first words of what blocks say.
func firstWords(list []doc.Block) string {
	for _, block := range list {
		if p, ok := block.(*doc.Paragraph); ok {
			if w := strings.Fields(doc.Plain(p.Inlines)); len(w) > 0 {
				return strings.Join(w[:min(len(w), 5)], " ")
			}
		}
	}
	return ""
}
