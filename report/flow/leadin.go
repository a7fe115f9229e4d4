package flow

import (
	"strings"

	"konzept/report/doc"
)

// announces tells whether a block leads in to the next one: a paragraph that ends with a colon.
func announces(block doc.Block) bool {
	p, ok := block.(*doc.Paragraph)
	return ok && strings.HasSuffix(strings.TrimRight(doc.Plain(p.Inlines), " \u00a0"), ":")
}

// heads tells whether a heading ends a block: what follows it stays on its page, whatever the heading stands in.
func heads(block doc.Block) bool {
	var list []doc.Block
	switch v := block.(type) {
	case *doc.Heading:
		return true
	case *doc.Box:
		list = v.Blocks
	case *doc.Group:
		list = v.Blocks
	case *doc.Grid:
		n := max(len(v.Columns), 1)
		for _, cell := range v.Cells[max((len(v.Cells)-1)/n*n, 0):] {
			if len(cell) > 0 && heads(cell[len(cell)-1]) {
				return true
			}
		}
	}
	return len(list) > 0 && heads(list[len(list)-1])
}

// leadable tells whether a block can be what a lead-in speaks of: it stays on one page with its beginning.
func leadable(block doc.Block) bool {
	switch block.(type) {
	case *doc.Heading, *doc.Group, *doc.Space, *doc.Rule, *doc.PageBreak, *doc.Contents, *doc.Margin:
		return false
	}
	return true
}
