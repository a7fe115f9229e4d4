package compose

import "konzept/report/markup"

// inlineKind is what an inline node is.
type inlineKind = markup.Kind

// The kinds of inline nodes, as package markup reads them.
const (
	inText   = markup.Text
	inExpr   = markup.Expr // text is the expression's source
	inBold   = markup.Bold
	inItalic = markup.Italic
	inSub    = markup.Sub
	inSup    = markup.Sup
	inLink   = markup.Link // kids, to target
	inNote   = markup.Note
	inBreak  = markup.Break
)

// rawInline is one inline node before its expressions are compiled.
type rawInline struct {
	kind   inlineKind
	text   text
	target text
	kids   []rawInline
}

// parseInline reads inline text of a template or of the data.
func parseInline(t text, template bool) []rawInline {
	return placed(t, markup.Inline(t.s, template))
}

// placed gives nodes their place in the file.
func placed(t text, nodes []markup.Node) []rawInline {
	if len(nodes) == 0 {
		return nil
	}
	out := make([]rawInline, len(nodes))
	for i := range nodes {
		n := &nodes[i]
		r := rawInline{kind: n.Kind, kids: placed(t, n.Kids)}
		switch n.Kind {
		case inText:
			r.text = t.sub(n.From, n.To)
			if n.Instead != "" {
				r.text = t.virtual(n.Instead, n.From, n.To)
			}
		case inExpr:
			r.text = t.sub(n.From, n.To).trim()
		case inLink:
			r.target = t.sub(n.Target[0], n.Target[1])
			if n.Scheme != "" {
				r.target = t.virtual(n.Scheme+r.target.s, n.Target[0], n.Target[1])
			}
		}
		out[i] = r
	}
	return out
}

// virtual is text that stands for the bytes from i to j.
func (t text) virtual(s string, i, j int) text {
	at := t.span(i, j)
	return text{s: s, file: t.file, whole: &at}
}

func space(b byte) bool { return markup.Space(b) }
