package compose

import (
	"strings"

	"konzept/report/diag"
	"konzept/report/doc"
	"konzept/report/eval"
	"konzept/report/model"
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
func (x *expander) inlines(f *eval.Frame, p *phrase) []doc.Inline {
	w := writer{x: x, frame: f, open: true, out: make([]doc.Inline, 0, len(p.nodes))}
	w.nodes(p.nodes, doc.Look{})
	return w.finish()
}

func (w *writer) nodes(nodes []inline, look doc.Look) {
	for i := range nodes {
		w.node(&nodes[i], look)
	}
}

func (w *writer) node(n *inline, look doc.Look) {
	switch n.kind {
	case inText:
		w.text(n.text, n.at, look)
	case inExpr:
		before := len(w.out)
		w.value(n.expr.Run(w.frame), n.at, look)
		w.gap = w.gap || len(w.out) == before
	case inBold:
		look.Bold = true
		w.nodes(n.kids, look)
	case inItalic:
		look.Italic = true
		w.nodes(n.kids, look)
	case inBreak:
		w.lineBreak()
	case inNote:
		inner := writer{x: w.x, frame: w.frame, lang: w.lang, open: true}
		inner.nodes(n.kids, doc.Look{})
		w.note(inner.finish())
	case inLink:
		inner := writer{x: w.x, frame: w.frame, lang: w.lang}
		inner.nodes(n.kids, look)
		target := n.target.fixed
		if n.target.exprs {
			target = w.x.plain(w.frame, &n.target)
		} else if target == "" {
			target = fixedText(n.target.nodes)
		}
		w.link(inner.out, target, n.target.at)
	}
}

func fixedText(nodes []inline) string {
	var b strings.Builder
	for _, n := range nodes {
		b.WriteString(n.text)
		b.WriteString(fixedText(n.kids))
	}
	return b.String()
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
func (w *writer) text(s string, at diag.Span, look doc.Look) {
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
	w.add(&doc.Text{Text: s, Look: look, Lang: w.lang, At: at, Verbatim: w.exact})
	w.open = space(s[len(s)-1])
}

func (w *writer) note(inlines []doc.Inline) {
	if len(inlines) > 0 {
		w.out = append(w.out, &doc.Footnote{Inlines: inlines})
		w.open, w.gap = false, false
	}
}

func (w *writer) link(inlines []doc.Inline, target string, at diag.Span) {
	if len(inlines) == 0 {
		w.gap = true
		return
	}
	l := &doc.Link{Inlines: inlines}
	switch {
	case linkTarget(target) && target[0] != '#':
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
func (w *writer) value(v any, at diag.Span, look doc.Look) {
	switch v := v.(type) {
	case nil:
	case string:
		w.text(v, at, look)
	case model.TextValue:
		p := w.frame.Text(v)
		w.markup(&p, look)
	default:
		w.rich(w.frame.Rich(v, at), look)
	}
}

// rich sets rich text.
func (w *writer) rich(r eval.Rich, look doc.Look) {
	for i := range r {
		w.piece(&r[i], look)
	}
}

func (w *writer) piece(p *eval.Piece, look doc.Look) {
	switch p.Kind {
	case eval.Plain:
		w.text(p.Text, p.At, look)
	case eval.Data:
		w.markup(p, look)
	case eval.BoldText:
		look.Bold = true
		w.rich(p.Inner, look)
	case eval.Small:
		look.Scale = 80
		w.rich(p.Inner, look)
	case eval.NoBreak:
		look.NoBreak = true
		w.rich(p.Inner, look)
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
		inner.rich(p.Inner, doc.Look{})
		w.note(inner.finish())
	case eval.LinkTo:
		inner := writer{x: w.x, frame: w.frame}
		inner.rich(p.Inner, look)
		w.link(inner.out, p.Ref, p.At)
	}
}

// markup sets a text of the data with its inline marks.
func (w *writer) markup(p *eval.Piece, look doc.Look) {
	lang, exact := w.lang, w.exact
	w.lang, w.exact = tag(p.Lang), p.Verbatim
	if plainInline(p.Text) {
		w.text(p.Text, p.At, look)
	} else {
		w.raw(parseInline(text{s: p.Text, whole: &p.At}, false), p.At, look)
	}
	w.lang, w.exact = lang, exact
}

// raw sets inline nodes without expressions.
func (w *writer) raw(nodes []rawInline, at diag.Span, look doc.Look) {
	for i := range nodes {
		n := &nodes[i]
		inner := look
		switch n.kind {
		case inText:
			w.text(n.text.s, at, look)
		case inBreak:
			w.lineBreak()
		case inBold:
			inner.Bold = true
			w.raw(n.kids, at, inner)
		case inItalic:
			inner.Italic = true
			w.raw(n.kids, at, inner)
		case inNote:
			note := writer{x: w.x, frame: w.frame, lang: w.lang, exact: w.exact, open: true}
			note.raw(n.kids, at, doc.Look{})
			w.note(note.finish())
		case inLink:
			link := writer{x: w.x, frame: w.frame, lang: w.lang, exact: w.exact}
			link.raw(n.kids, at, look)
			w.link(link.out, n.target.s, at)
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
					w.out[len(w.out)-1] = &doc.Text{Text: s, Look: t.Look, Lang: t.Lang, At: t.At, Verbatim: t.Verbatim}
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
func (x *expander) plain(f *eval.Frame, p *phrase) string {
	switch {
	case !p.exprs && p.fixed != "":
		return p.fixed
	case p.only != nil:
		if s, ok := p.only.Run(f).(string); ok {
			return s
		}
	case p.empty():
		return ""
	}
	return Characters(x.inlines(f, p))
}

// Characters is what inlines say, without looks, notes and symbols' shapes.
func Characters(inlines []doc.Inline) string {
	var b strings.Builder
	for _, i := range inlines {
		switch i := i.(type) {
		case *doc.Text:
			b.WriteString(i.Text)
		case *doc.Link:
			b.WriteString(Characters(i.Inlines))
		case *doc.Symbol:
			b.WriteString(i.Word)
		case *doc.Break:
			b.WriteByte(' ')
		}
	}
	return b.String()
}

// value computes an attribute's value: of a phrase that is one expression, what it yields; else its text.
func (x *expander) value(f *eval.Frame, v *value) any {
	if v.only != nil {
		return v.only.Run(f)
	}
	if v.exprs && len(v.nodes) == 1 {
		return nil // its expression is faulty
	}
	return x.plain(f, &v.phrase)
}

// data sets a text of the data as blocks: paragraphs at blank lines, and lists of lines that begin with `- `.
func (x *expander) data(c *context, t model.TextValue, style *doc.Style) {
	s, at, ok := t.Lang(x.Format.Lang)
	lang := ""
	if !ok && len(t) > 0 {
		s, at, lang = t[0].Text, t[0].At, t[0].Lang
	}
	d := &dataBlocks{x: x, c: c, at: at, lang: lang, exact: t.Verbatim(), style: style}
	d.set(s)
}

type dataBlocks struct {
	x     *expander
	c     *context
	at    diag.Span
	lang  string
	exact bool
	style *doc.Style
	lines []string
	item  bool
	lists []openList // each within the last item of the one before
	depth int        // white before the item at hand
}

// openList is a list that may go on, and the white before its items.
type openList struct {
	list  *doc.List
	depth int
}

func (d *dataBlocks) set(s string) {
	for len(s) > 0 {
		line, rest, _ := strings.Cut(s, "\n")
		s = rest
		trimmed := strings.Trim(line, " \t\r")
		item, isItem := strings.CutPrefix(trimmed, "- ")
		switch {
		case trimmed == "":
			d.flush()
			if !nextIsItem(s) {
				d.lists = nil
			}
		case isItem:
			d.flush()
			d.item, d.depth = true, indent(line)
			d.lines = append(d.lines, item)
		default:
			d.lines = append(d.lines, trimmed)
		}
	}
	d.flush()
}

// nextIsItem tells whether a list goes on after a blank line.
func nextIsItem(s string) bool { return strings.HasPrefix(strings.TrimLeft(s, " \t\r\n"), "- ") }

func (d *dataBlocks) flush() {
	if len(d.lines) == 0 {
		return
	}
	w := writer{x: d.x, frame: d.c.frame, open: true}
	w.markup(&eval.Piece{Kind: eval.Data, Text: strings.Join(d.lines, "\n"), At: d.at, Lang: d.lang, Verbatim: d.exact}, doc.Look{})
	inlines := w.finish()
	d.lines = d.lines[:0]
	item := d.item
	d.item = false
	switch {
	case len(inlines) == 0:
	case !item:
		d.lists = nil
		d.c.sink.add(d.x.paragraphOf(inlines, d.style))
	default:
		l := d.within()
		l.Items = append(l.Items, doc.Item{Blocks: []doc.Block{d.x.paragraphOf(inlines, d.style)}})
	}
}

// within is the list that takes the item at hand: one that is indented by two or more opens a list in the item before.
func (d *dataBlocks) within() *doc.List {
	n := len(d.lists)
	for n > 1 && d.depth < d.lists[n-1].depth {
		n--
	}
	d.lists = d.lists[:n]
	if n > 0 && (d.depth < d.lists[n-1].depth+2 || n == maxLists) {
		return d.lists[n-1].list
	}
	l := &doc.List{Style: d.style}
	if n == 0 {
		d.c.sink.add(l)
	} else {
		up := d.lists[n-1].list
		item := &up.Items[len(up.Items)-1]
		item.Blocks = append(item.Blocks, l)
	}
	d.lists = append(d.lists, openList{l, d.depth})
	return l
}

// maxLists is how deep lists of the data nest: deeper ones have no room beside their bullets.
const maxLists = 4

// indent is the white before a line; a tab is four blanks.
func indent(line string) (n int) {
	for _, c := range line {
		switch c {
		case ' ':
			n++
		case '\t':
			n += 4
		default:
			return n
		}
	}
	return n
}
