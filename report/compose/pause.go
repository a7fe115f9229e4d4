package compose

import "konzept/report/doc"

// pauses makes the lines of a cell paragraphs of their own: a break in a line is no pause to who listens, and two values run
// together. Paragraphs of styles that stand off from each other stay: their lines would come apart.
func pauses(blocks []doc.Block) []doc.Block {
	var out []doc.Block
	for i, b := range blocks {
		p, ok := b.(*doc.Paragraph)
		lines := [][]doc.Inline(nil)
		if ok && p.Style != nil && p.Style.Before == 0 && p.Style.After == 0 && p.Style.First == 0 {
			lines = split(p.Inlines)
		}
		switch {
		case len(lines) < 2 && out != nil:
			out = append(out, b)
		case len(lines) > 1:
			if out == nil {
				out = append(out, blocks[:i]...)
			}
			for k, line := range lines {
				one := *p
				if one.Inlines = line; k > 0 {
					one.Anchor = ""
				}
				out = append(out, &one)
			}
		}
	}
	if out == nil {
		return blocks
	}
	return out
}

// split cuts inlines at their breaks; empty lines are none.
func split(inlines []doc.Inline) (lines [][]doc.Inline) {
	from := 0
	for i := 0; i <= len(inlines); i++ {
		if i < len(inlines) {
			if _, ok := inlines[i].(*doc.Break); !ok {
				continue
			}
		}
		if i > from {
			lines = append(lines, inlines[from:i])
		}
		from = i + 1
	}
	return lines
}
