package template

import "konzept/report/markup"

// rawInline is one inline node before its expressions are compiled.
type rawInline struct {
	kind   markup.Kind
	text   Text
	target Text
	kids   []rawInline
}

// parseInline reads inline text of a template or of the data.
func parseInline(t Text, template bool) []rawInline {
	return placed(t, markup.Inline(t.Chars, template))
}

// placed gives nodes their place in the file.
func placed(t Text, nodes []markup.Node) []rawInline {
	if len(nodes) == 0 {
		return nil
	}
	out := make([]rawInline, len(nodes))
	for i := range nodes {
		n := &nodes[i]
		r := rawInline{kind: n.Kind, kids: placed(t, n.Kids)}
		switch n.Kind {
		case markup.Text:
			r.text = t.Sub(n.From, n.To)
			if n.Instead != "" {
				r.text = t.virtual(n.Instead, n.From, n.To)
			}
		case markup.Expr:
			r.text = t.Sub(n.From, n.To).Trim()
		case markup.Link:
			r.target = t.Sub(n.Target[0], n.Target[1])
			if n.Scheme != "" {
				r.target = t.virtual(n.Scheme+r.target.Chars, n.Target[0], n.Target[1])
			}
		}
		out[i] = r
	}
	return out
}

// virtual is text that stands for the bytes from i to j.
func (t Text) virtual(s string, i, j int) Text {
	at := t.Span(i, j)
	return Text{Chars: s, file: t.file, Whole: &at}
}

func space(b byte) bool { return markup.Space(b) }
