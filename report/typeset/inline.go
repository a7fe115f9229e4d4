package typeset

import (
	"strings"

	"konzept/report/diag"
	"konzept/report/doc"
	"konzept/report/galley"
	"konzept/report/geom"
	"konzept/report/page"
	"konzept/report/symbol"
	"konzept/report/text"
)

// Inlines is a paragraph's content ready to be broken: spans, and what each of them means.
type Inlines struct {
	Spans  []text.Span
	Meta   []Meta
	Refers bool // names a page
}

// Meta is what a span is beside its text.
type Meta struct {
	Ink    geom.Ink
	Elem   *page.Elem
	link   *Link
	note   *galley.Note
	object []page.Item // of inline objects, from the top left corner
	source *doc.Text
}

// Link is the target of an annotation, and its element.
type Link struct {
	url, Dest, Alt string
	Elem           *page.Elem
}

// Over makes the link's annotation over a box; a link over two lines has two.
func (l *Link) Over(box geom.Box) *page.Link {
	a := &page.Link{Box: box, URL: l.url, Dest: l.Dest, Alt: l.Alt, Elem: l.Elem}
	if l.Elem.Details().Linked == nil {
		l.Elem.Detail().Linked = a
	}
	return a
}

// Borrow lends empty inlines; a paragraph within a paragraph (a footnote) needs its own.
func (st *Setter) Borrow() *Inlines {
	if n := len(st.spare); n > 0 {
		in := st.spare[n-1]
		st.spare = st.spare[:n-1]
		return in
	}
	return &Inlines{}
}

// GiveBack takes back what Borrow lent.
func (st *Setter) GiveBack(in *Inlines) {
	clear(in.Meta)
	in.Spans, in.Meta, in.Refers = in.Spans[:0], in.Meta[:0], false
	st.spare = append(st.spare, in)
}

// Add appends a span with what it means.
func (in *Inlines) Add(s text.Span, m Meta) {
	in.Spans = append(in.Spans, s)
	in.Meta = append(in.Meta, m)
}

// Spans appends the spans of a list of inlines. e is the element that holds them, to the link around them or nil.
func (st *Setter) Spans(in *Inlines, list []doc.Inline, s *doc.Style, e *page.Elem, to *Link) {
	for _, inline := range list {
		switch v := inline.(type) {
		case *doc.Text:
			st.textSpan(in, v, s, e, to)
		case *doc.Link:
			st.linkSpans(in, v, s, e)
		case *doc.PageRef:
			st.pageRef(in, v, s, e)
		case *doc.Footnote:
			st.noteSpan(in, v, s, e)
		case *doc.Break:
			in.Add(text.Span{Text: "\n", Font: st.Styles.Font(s, &doc.CharStyle{}, "")}, Meta{Ink: s.Ink, Elem: e})
			e = st.nextLine(e)
		case *doc.Symbol:
			st.symbolSpan(in, v, s, e, to)
		case *doc.Field:
			in.Add(text.Span{Text: st.Field(v.Name), Font: st.Styles.Font(s, &doc.CharStyle{}, "")}, Meta{Ink: s.Ink, Elem: e})
		}
	}
}

// nextLine is the element of what stands behind a break in a paragraph: a paragraph of its own, since a break in a line is no
// pause to who listens, and two values run together.
func (st *Setter) nextLine(e *page.Elem) *page.Elem {
	if e == nil || e.Type != "P" {
		return e
	}
	return st.Elem("P", e.Parent)
}

func (st *Setter) textSpan(in *Inlines, t *doc.Text, s *doc.Style, e *page.Elem, to *Link) {
	if t.Text == "" {
		return
	}
	if t.Lang != "" && Language(t.Lang) != st.Styles.lang && e != nil {
		e = st.Elem("Span", e)
		e.Detail().Lang = t.Lang
	}
	m := Meta{Ink: s.Ink, Elem: e, link: to, source: t}
	if t.Style.HasInk {
		m.Ink = t.Style.Ink
	}
	str := t.Text
	if s.Upper {
		str = strings.ToUpper(strings.ReplaceAll(str, "ß", "ẞ"))
	}
	in.Add(text.Span{Text: str, Font: st.Styles.Font(s, &t.Style, t.Lang), Rise: s.Size.Mul(int64(t.Style.Raise), 100), NoBreak: t.Style.NoBreak}, m)
}

func (st *Setter) linkSpans(in *Inlines, l *doc.Link, s *doc.Style, e *page.Elem) {
	to := &Link{url: l.URL, Dest: l.Anchor, Alt: l.Alt}
	if to.Alt == "" {
		to.Alt = st.Index.Purpose(doc.Plain(l.Inlines), l.Anchor)
	}
	if strings.TrimSpace(to.Alt) == "" {
		to.Alt = l.URL // a finding asks for words
	}
	if l.URL == "" && !st.Index.Anchors[l.Anchor] {
		st.unknownAnchor(l.Anchor, l.Inlines)
		st.Spans(in, l.Inlines, s, e, nil)
		return
	}
	if e != nil {
		to.Elem = st.Elem("Link", e)
		e = to.Elem
	}
	st.Spans(in, l.Inlines, s, e, to)
}

// pageRef sets a page number; before the first round it takes the place of two figures.
func (st *Setter) pageRef(in *Inlines, r *doc.PageRef, s *doc.Style, e *page.Elem) {
	in.Refers = true
	if !st.Labels.Known && !st.Refers {
		panic("typeset: a page is named that introspection did not meet, and would never be known: " + r.Anchor)
	}
	if !st.Index.Anchors[r.Anchor] {
		st.unknownAnchor(r.Anchor, nil)
	}
	number := st.Labels.Of(r.Anchor)
	to := &Link{Dest: r.Anchor, Alt: st.Index.Purpose(st.Doc.Words.Page+" "+number, r.Anchor)}
	if e != nil {
		to.Elem = st.Elem("Link", st.Elem("Reference", e))
		e = to.Elem
	}
	in.Add(text.Span{Text: number, Font: st.Styles.Font(s, &doc.CharStyle{}, ""), NoBreak: true}, Meta{Ink: s.Ink, Elem: e, link: to})
}

func (st *Setter) unknownAnchor(anchor string, in []doc.Inline) {
	if st.Quiet {
		return
	}
	st.Out.Add("unknown-anchor", PlaceOf(in), anchor)
}

// noteSpan sets a footnote's raised number and binds the note to it.
func (st *Setter) noteSpan(in *Inlines, f *doc.Footnote, s *doc.Style, e *page.Elem) {
	if st.Quiet || e == nil {
		return
	}
	n, number := st.footnote(f, s, e)
	n.Ref = st.Elem("Reference", e)
	to := &Link{Dest: noteDest(number), Alt: strings.TrimSpace(st.Doc.Words.Footnote + " " + number), Elem: st.Elem("Link", n.Ref)}
	style := doc.CharStyle{Scale: noteScale, Raise: 35}
	in.Add(text.Span{Text: number, Font: st.Styles.Font(s, &style, ""), Rise: s.Size.Mul(35, 100), NoBreak: true}, Meta{Ink: s.Ink, Elem: to.Elem, note: n, link: to})
}

// symbolSpan sets a drawn sign as an object; its element says the words that it stands for. A sign without words of its own
// stands beside the word that it draws, and is an artifact: nobody must hear it twice.
func (st *Setter) symbolSpan(in *Inlines, y *doc.Symbol, s *doc.Style, e *page.Elem, to *Link) {
	sign := *y
	if sign.Ink == 0 {
		sign.Ink = s.Ink // as the words around it
	}
	items, width := st.sign(&sign, s.Size, st.spoken(y.Word, e))
	if len(items) == 0 {
		in.Add(text.Span{Text: y.Word, Font: st.Styles.Font(s, &doc.CharStyle{}, "")}, Meta{Ink: s.Ink, Elem: e, link: to})
		return
	}
	f := st.Styles.Font(s, &doc.CharStyle{}, "")
	in.Add(text.Span{Font: f, Object: geom.Size{W: width, H: s.Size.Mul(7, 10)}}, Meta{Elem: e, link: to, object: items})
}

// spoken is the element of a sign that stands for words; without words it has none.
func (st *Setter) spoken(words string, e *page.Elem) *page.Elem {
	if words == "" || e == nil {
		return nil
	}
	span := st.Elem("Span", e)
	span.Detail().Actual = words
	return span
}

// Broken breaks inlines into lines, or takes them from the round before if they name no page.
func (st *Setter) Broken(in *Inlines, s *doc.Style, width geom.Length) []text.Line {
	if !st.refers || st.Quiet {
		return st.checked(in, st.linesOf(in, s, width))
	}
	n := st.at
	st.at++
	if n < len(st.lines) && !in.Refers {
		return st.checked(in, st.lines[n])
	}
	lines := st.linesOf(in, s, width)
	if n == len(st.lines) {
		st.lines = append(st.lines, lines)
	}
	return st.checked(in, lines)
}

// LineItems sets one line with its left edge at x and its baseline at y.
func (st *Setter) LineItems(in *Inlines, l *text.Line, x, y geom.Length) ([]page.Item, []*page.Link) {
	items := st.newItems(len(l.Pieces))
	var links []*page.Link
	var last *Link
	for i := range l.Pieces {
		p := &l.Pieces[i]
		m := &in.Meta[p.Span]
		var width geom.Length
		if p.Object {
			width = in.Spans[p.Span].Object.W
			for _, it := range m.object {
				galley.Shift(it, x+p.X, y)
			}
			items = append(items, m.object...)
		} else if p.Run.Text != "" || len(p.Run.Glyphs) > 0 {
			t := st.newText()
			*t = page.Text{X: x + p.X, Y: y - in.Spans[p.Span].Rise, Run: p.Run, Ink: m.Ink, Elem: m.Elem}
			items = append(items, t)
		}
		if m.link == nil || m.link.Elem == nil {
			last = nil
			continue
		}
		if !p.Object {
			width = p.Run.Width()
		}
		right := x + p.X + width
		if m.link != last {
			last = m.link
			links = append(links, last.Over(geom.Box{X: x + p.X, Y: y - l.Ascent, H: l.Ascent + l.Descent}))
		}
		a := links[len(links)-1]
		a.Box.W = max(right-a.Box.X, a.Box.W)
	}
	return items, links
}

// sign draws a symbol beside text of a size, from the left end of the baseline. No items: there is no such symbol.
func (st *Setter) sign(y *doc.Symbol, size geom.Length, e *page.Elem) ([]page.Item, geom.Length) {
	shapes, width, ok := symbol.Draw(y.Name, size)
	if !ok {
		if !st.Quiet {
			st.Out.Add("unknown-symbol", y.At, y.Name, diag.Suggest(y.Name, symbol.Names()))
		}
		return nil, 0
	}
	items := make([]page.Item, len(shapes))
	for i := range shapes {
		shapes[i].Fill, shapes[i].Elem, shapes[i].Sign = y.Ink, e, true
		items[i] = &shapes[i]
	}
	return items, width
}

func isNote(i doc.Inline) bool {
	_, ok := i.(*doc.Footnote)
	return ok
}
