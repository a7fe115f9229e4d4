package compose

import (
	"konzept/report/diag"
	"konzept/report/doc"
	"konzept/report/eval"
	"konzept/report/format"
	"konzept/report/markup"
	"konzept/report/model"
	"konzept/report/richtext"
	"konzept/report/template"
)

// writer sets inline text with expressions in it.
type writer struct {
	richtext.Writer
	x     *expander
	frame *eval.Frame
}

// newWriter sets a text of its own.
func newWriter(x *expander, f *eval.Frame) writer {
	return writer{richtext.Writer{Host: x, Open: true}, x, f}
}

// inner sets a part of the text.
func (w *writer) inner(part richtext.Writer) writer { return writer{part, w.x, w.frame} }

// inlines expands a phrase; nothing if all its expressions are empty and so is the rest.
func (x *expander) inlines(f *eval.Frame, p *template.Phrase) []doc.Inline {
	w := newWriter(x, f)
	w.Out = make([]doc.Inline, 0, len(p.Nodes))
	w.nodes(p.Nodes, doc.CharStyle{})
	return w.Finish()
}

func (w *writer) nodes(nodes []template.Inline, style doc.CharStyle) {
	for i := range nodes {
		w.node(&nodes[i], style)
	}
}

func (w *writer) node(n *template.Inline, style doc.CharStyle) {
	switch n.Kind {
	case markup.Text:
		w.Text(n.Text, n.At, style)
	case markup.Expr:
		before := len(w.Out)
		w.value(n.Expr.Run(w.frame), n.At, style)
		w.Gap = w.Gap || len(w.Out) == before
	case markup.Bold, markup.Italic, markup.Sub, markup.Sup:
		w.nodes(n.Kids, richtext.WithMark(n.Kind, style))
	case markup.Break:
		w.Break()
	case markup.Note:
		note := w.inner(w.Note())
		note.nodes(n.Kids, doc.CharStyle{})
		w.Footnote(note.Finish())
	case markup.Link:
		link := w.inner(w.Linked())
		link.nodes(n.Kids, style)
		target := n.Target.Literal()
		if n.Target.Exprs {
			target = w.x.plain(w.frame, &n.Target)
		}
		w.Link(link.Out, target, n.Target.At)
	}
}

// value sets what an expression yields.
func (w *writer) value(v any, at diag.Span, style doc.CharStyle) {
	switch v := v.(type) {
	case nil:
	case string:
		w.Text(v, at, style)
	case model.TextValue:
		p := w.frame.Text(v)
		w.data(&p, style)
	default:
		w.rich(w.frame.Rich(v, at), style)
	}
}

// rich sets rich text.
func (w *writer) rich(r eval.Rich, style doc.CharStyle) {
	for i := range r {
		w.piece(&r[i], style)
	}
}

func (w *writer) piece(p *eval.Piece, style doc.CharStyle) {
	switch p.Kind {
	case eval.Plain:
		w.Text(p.Text, p.At, style)
	case eval.Data:
		w.data(p, style)
	case eval.BoldText:
		style.Bold = true
		w.rich(p.Inner, style)
	case eval.Small:
		style.Scale = 80
		w.rich(p.Inner, style)
	case eval.NoBreak:
		style.NoBreak = true
		w.rich(p.Inner, style)
	case eval.NewLine:
		w.Break()
	case eval.Sign:
		w.Add(&doc.Symbol{Name: p.Ref, Word: p.Text, At: p.At})
	case eval.PageOf:
		w.Refer(p.Ref, p.At)
		w.Add(&doc.PageRef{Anchor: p.Ref})
	case eval.PageField:
		w.Add(&doc.Field{Name: p.Ref})
	case eval.Note:
		note := newWriter(w.x, w.frame)
		note.rich(p.Inner, doc.CharStyle{})
		w.Footnote(note.Finish())
	case eval.LinkTo:
		link := newWriter(w.x, w.frame)
		link.Open = false
		link.rich(p.Inner, style)
		w.Link(link.Out, p.Ref, p.At)
	}
}

// data sets a text of the data within running text.
func (w *writer) data(p *eval.Piece, style doc.CharStyle) {
	t := textOf(p)
	w.Data(&t, style)
}

func textOf(p *eval.Piece) richtext.Text {
	return richtext.Text{Text: p.Text, Lang: format.Tag(p.Lang), Verbatim: p.Verbatim, Line: p.Line, At: p.At}
}

// plain expands a phrase to characters alone.
func (x *expander) plain(f *eval.Frame, p *template.Phrase) string {
	switch {
	case !p.Exprs && p.Fixed != "":
		return p.Fixed
	case p.Only != nil:
		if s, ok := p.Only.Run(f).(string); ok {
			return s
		}
	case p.Empty():
		return ""
	}
	return doc.Plain(x.inlines(f, p))
}

// value computes an attribute's value: of a phrase that is one expression, what it yields; else its text.
func (x *expander) value(f *eval.Frame, v *template.Value) any {
	if v.Only != nil {
		return v.Only.Run(f)
	}
	if v.Exprs && len(v.Nodes) == 1 {
		return nil // its expression is faulty
	}
	return x.plain(f, &v.Phrase)
}

// data sets a text of the data as blocks.
func (x *expander) data(c *context, v model.TextValue, style *doc.Style) {
	p := c.frame.Text(v)
	t := textOf(&p)
	for _, b := range richtext.Blocks(x, &t, style, x.looks.of(x, style)) {
		c.sink.add(b)
	}
}
