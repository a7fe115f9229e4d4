package compose

import (
	"cmp"
	"strings"
	"unicode"

	"konzept/report/diag"
	"konzept/report/doc"
	"konzept/report/eval"
	"konzept/report/format"
	"konzept/report/markup"
	"konzept/report/model"
	"konzept/report/template"
)

// writer sets inline text. It drops white space at both ends and where an empty expression leaves it doubled; all other
// characters come through.
type writer struct {
	x     *expander
	frame *eval.Frame
	out   []doc.Inline
	lang  string
	exact bool // the text is verbatim
	open  bool // the text so far ends in a space, or there is none
	gap   bool // an expression printed nothing just now, or the line broke
}

// inlines expands a phrase; nothing if all its expressions are empty and so is the rest.
func (x *expander) inlines(f *eval.Frame, p *template.Phrase) []doc.Inline {
	w := writer{x: x, frame: f, open: true, out: make([]doc.Inline, 0, len(p.Nodes))}
	w.nodes(p.Nodes, doc.CharStyle{})
	return w.finish()
}

func (w *writer) nodes(nodes []template.Inline, style doc.CharStyle) {
	for i := range nodes {
		w.node(&nodes[i], style)
	}
}

func (w *writer) node(n *template.Inline, style doc.CharStyle) {
	switch n.Kind {
	case markup.Text:
		w.text(n.Text, n.At, style)
	case markup.Expr:
		before := len(w.out)
		w.value(n.Expr.Run(w.frame), n.At, style)
		w.gap = w.gap || len(w.out) == before
	case markup.Bold, markup.Italic, markup.Sub, markup.Sup:
		w.nodes(n.Kids, withMark(n.Kind, style))
	case markup.Break:
		w.lineBreak()
	case markup.Note:
		inner := writer{x: w.x, frame: w.frame, lang: w.lang, open: true}
		inner.nodes(n.Kids, doc.CharStyle{})
		w.note(inner.finish())
	case markup.Link:
		inner := writer{x: w.x, frame: w.frame, lang: w.lang}
		inner.nodes(n.Kids, style)
		target := n.Target.Literal()
		if n.Target.Exprs {
			target = w.x.plain(w.frame, &n.Target)
		}
		w.link(inner.out, target, n.Target.At)
	}
}

func (w *writer) add(i doc.Inline) {
	w.out = append(w.out, i)
	w.open, w.gap = false, false
}

// lineBreak breaks the line; white space at the start of the next one vanishes.
func (w *writer) lineBreak() {
	w.add(&doc.Break{})
	w.open, w.gap = true, true
}

// text sets characters.
func (w *writer) text(s string, at diag.Span, style doc.CharStyle) {
	if w.open && (w.gap || len(w.out) == 0) {
		s = strings.TrimLeft(s, " \t\r\n")
	}
	if s == "" || s == " " && w.open {
		return
	}
	if w.x.Step(len(s) / 8) {
		w.x.Spent(at)
		return
	}
	w.add(&doc.Text{Text: s, Style: style, Lang: w.lang, At: at, Verbatim: w.exact})
	w.open = markup.Space(s[len(s)-1])
}

// note sets a footnote. The numbers of two in a row stand apart: 2, 3.
func (w *writer) note(inlines []doc.Inline) {
	if len(inlines) > 0 {
		if endsInNote(w.out) {
			style := withMark(markup.Sup, doc.CharStyle{NoBreak: true})
			w.out = append(w.out, &doc.Text{Text: ", ", Style: style, Lang: w.lang, Verbatim: true})
		}
		w.out = append(w.out, &doc.Footnote{Inlines: inlines})
		w.open, w.gap = false, false
	}
}

func endsInNote(out []doc.Inline) bool {
	if len(out) == 0 {
		return false
	}
	switch last := out[len(out)-1].(type) {
	case *doc.Footnote:
		return true
	case *doc.Link:
		return endsInNote(last.Inlines)
	}
	return false
}

func (w *writer) link(inlines []doc.Inline, target string, at diag.Span) {
	if len(inlines) == 0 {
		w.gap = true
		return
	}
	l := &doc.Link{Inlines: inlines}
	switch {
	case markup.Address(target) && target[0] != '#':
		l.URL = target
	case strings.Contains(target, "://"):
		w.x.Fail("bad-address", at, diag.Span{}, target)
		w.out = append(w.out, inlines...)
		w.open, w.gap = false, false
		return
	case target == "":
		w.out = append(w.out, inlines...)
		w.open, w.gap = false, false
		return
	default:
		l.Anchor = strings.TrimPrefix(target, "#")
		w.x.wanted = append(w.x.wanted, reference{l.Anchor, at})
	}
	w.add(l)
}

// value sets what an expression yields.
func (w *writer) value(v any, at diag.Span, style doc.CharStyle) {
	switch v := v.(type) {
	case nil:
	case string:
		w.text(v, at, style)
	case model.TextValue:
		p := w.frame.Text(v)
		w.markup(&p, style)
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
		w.text(p.Text, p.At, style)
	case eval.Data:
		w.markup(p, style)
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
		w.lineBreak()
	case eval.Sign:
		w.add(&doc.Symbol{Name: p.Ref, Word: p.Text, At: p.At})
	case eval.PageOf:
		w.x.wanted = append(w.x.wanted, reference{p.Ref, p.At})
		w.add(&doc.PageRef{Anchor: p.Ref})
	case eval.PageField:
		w.add(&doc.Field{Name: p.Ref})
	case eval.Note:
		inner := writer{x: w.x, frame: w.frame, open: true}
		inner.rich(p.Inner, doc.CharStyle{})
		w.note(inner.finish())
	case eval.LinkTo:
		inner := writer{x: w.x, frame: w.frame}
		inner.rich(p.Inner, style)
		w.link(inner.out, p.Ref, p.At)
	}
}

// markup sets a text of the data within running text: its paragraphs and items begin new lines.
func (w *writer) markup(p *eval.Piece, style doc.CharStyle) {
	white := p.Text[:len(p.Text)-len(strings.TrimLeftFunc(p.Text, unicode.IsSpace))]
	lines := strings.Count(white, "\n") // that a sentence stands behind
	if lines == 0 && markup.Plain(p.Text) {
		w.run(p, p.Text, style)
		return
	}
	for i, b := range markup.Blocks(p.Text) {
		if i > 0 || len(w.out) > 0 && (lines > 1 || lines == 1 && b.Item) {
			w.lineBreak()
		}
		if b.Item {
			w.text(cmp.Or(b.Label, "•")+"\u00a0", p.At, style)
		}
		w.run(p, p.Text[b.From:b.To], style)
	}
}

// run sets a stretch of a text of the data with its inline marks.
func (w *writer) run(p *eval.Piece, s string, style doc.CharStyle) {
	lang, exact := w.lang, w.exact
	w.lang, w.exact = format.Tag(p.Lang), p.Verbatim
	if markup.Plain(s) {
		w.text(s, p.At, style)
	} else {
		w.raw(s, markup.Inline(s, false), p.At, style)
	}
	w.lang, w.exact = lang, exact
}

// withMark is a character style with what an inline mark adds to it. Raised and lowered letters stand as footnotes' numbers do.
func withMark(k markup.Kind, style doc.CharStyle) doc.CharStyle {
	switch k {
	case markup.Bold:
		style.Bold = true
	case markup.Italic:
		style.Italic = true
	case markup.Sub:
		style.Scale, style.Raise = 65, -12
	case markup.Sup:
		style.Scale, style.Raise = 65, 35
	}
	return style
}

// raw sets inline nodes of a text without expressions.
func (w *writer) raw(s string, nodes []markup.Node, at diag.Span, style doc.CharStyle) {
	for i := range nodes {
		n := &nodes[i]
		switch n.Kind {
		case markup.Text:
			w.text(cmp.Or(n.Instead, s[n.From:n.To]), at, style)
		case markup.Break:
			w.lineBreak()
		case markup.Bold, markup.Italic, markup.Sub, markup.Sup:
			w.raw(s, n.Kids, at, withMark(n.Kind, style))
		case markup.Note:
			note := writer{x: w.x, frame: w.frame, lang: w.lang, exact: w.exact, open: true}
			note.raw(s, n.Kids, at, doc.CharStyle{})
			w.note(note.finish())
		case markup.Link:
			link := writer{x: w.x, frame: w.frame, lang: w.lang, exact: w.exact}
			link.raw(s, n.Kids, at, style)
			w.link(link.out, n.Scheme+s[n.Target[0]:n.Target[1]], at)
		}
	}
}

// finish drops white space at the end and returns the text, or nil if it prints nothing.
func (w *writer) finish() []doc.Inline {
	for len(w.out) > 0 {
		last := w.out[len(w.out)-1]
		if t, ok := last.(*doc.Text); ok {
			if s := strings.TrimRight(t.Text, " \t\r\n"); s != "" {
				if s != t.Text {
					w.out[len(w.out)-1] = &doc.Text{Text: s, Style: t.Style, Lang: t.Lang, At: t.At, Verbatim: t.Verbatim}
				}
				return w.out
			}
		} else if _, ok := last.(*doc.Break); !ok {
			return w.out
		}
		w.out = w.out[:len(w.out)-1]
	}
	return nil
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

// data sets a text of the data as blocks: paragraphs at blank lines, and lists of lines that begin with `- `.
func (x *expander) data(c *context, t model.TextValue, style *doc.Style) {
	s, at, ok := t.Lang(x.Format.Lang)
	lang := ""
	if !ok && len(t) > 0 {
		s, at, lang = t[0].Text, t[0].At, t[0].Lang
	}
	d := &dataBlocks{x: x, c: c, style: style, piece: eval.Piece{Kind: eval.Data, At: at, Lang: lang, Verbatim: t.Verbatim()}}
	for _, b := range markup.Blocks(s) {
		d.block(s, &b)
	}
}

type dataBlocks struct {
	x     *expander
	c     *context
	piece eval.Piece // language and place of the text
	style *doc.Style
	lists []openList // each within the last item of the one before
}

// openList is a list that may go on, and the white before its items.
type openList struct {
	list     *doc.List
	depth    int
	labelled bool // its items are numbered or lettered
}

func (d *dataBlocks) block(s string, b *markup.Block) {
	w := writer{x: d.x, frame: d.c.frame, open: true}
	w.run(&d.piece, s[b.From:b.To], doc.CharStyle{})
	inlines := w.finish()
	switch {
	case len(inlines) == 0:
	case !b.Item:
		d.lists = nil
		d.c.sink.add(d.x.paragraphOf(inlines, d.style))
	default:
		l := d.within(b)
		l.Items = append(l.Items, doc.Item{Label: b.Label, Blocks: []doc.Block{d.x.paragraphOf(inlines, d.style)}})
	}
}

// within is the list that takes an item: one that is indented by two or more opens a list in the item before. A numbered
// item does not join a list of bullets.
func (d *dataBlocks) within(b *markup.Block) *doc.List {
	n := len(d.lists)
	for n > 1 && b.Depth < d.lists[n-1].depth {
		n--
	}
	if n > 0 && (b.Depth < d.lists[n-1].depth+2 || n == maxLists) {
		if d.lists[n-1].labelled == (b.Label != "") {
			d.lists = d.lists[:n]
			return d.lists[n-1].list
		}
		n--
	}
	d.lists = d.lists[:n]
	l := &doc.List{Style: d.style, Ordered: strings.ContainsAny(b.Label, "0123456789")}
	if n == 0 {
		d.c.sink.add(l)
	} else {
		up := d.lists[n-1].list
		item := &up.Items[len(up.Items)-1]
		item.Blocks = append(item.Blocks, l)
	}
	d.lists = append(d.lists, openList{l, b.Depth, b.Label != ""})
	return l
}

// maxLists is how deep lists of the data nest: deeper ones have no room beside their bullets.
const maxLists = 4
