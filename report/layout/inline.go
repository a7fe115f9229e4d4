package layout

import (
	"strings"

	"konzept/report/doc"
	"konzept/report/galley"
	"konzept/report/geom"
	"konzept/report/page"
	"konzept/report/text"
)

// inlines is a paragraph's content ready to be broken: spans, and what each of them means.
type inlines struct {
	spans  []text.Span
	meta   []meta
	refers bool // names a page
}

// meta is what a span is beside its text.
type meta struct {
	ink    geom.Ink
	elem   *page.Elem
	link   *link
	note   *galley.Note
	object []page.Item // of inline objects, from the top left corner
	source *doc.Text
}

// link is the target of an annotation, and its element.
type link struct {
	url, dest, alt string
	elem           *page.Elem
}

// over makes the link's annotation over a box; a link over two lines has two.
func (l *link) over(box geom.Box) *page.Link {
	a := &page.Link{Box: box, URL: l.url, Dest: l.dest, Alt: l.alt, Elem: l.elem}
	if l.elem.More().Linked == nil {
		l.elem.Detail().Linked = a
	}
	return a
}

// borrow lends empty inlines; a paragraph within a paragraph (a footnote) needs its own.
func (b *builder) borrow() *inlines {
	if n := len(b.spare); n > 0 {
		in := b.spare[n-1]
		b.spare = b.spare[:n-1]
		return in
	}
	return &inlines{}
}

func (b *builder) giveBack(in *inlines) {
	clear(in.meta)
	in.spans, in.meta, in.refers = in.spans[:0], in.meta[:0], false
	b.spare = append(b.spare, in)
}

func (in *inlines) add(s text.Span, m meta) {
	in.spans = append(in.spans, s)
	in.meta = append(in.meta, m)
}

// spans appends the spans of a list of inlines. e is the element that holds them, to the link around them or nil.
func (b *builder) spans(in *inlines, list []doc.Inline, s *doc.Style, e *page.Elem, to *link) {
	for _, inline := range list {
		switch v := inline.(type) {
		case *doc.Text:
			b.textSpan(in, v, s, e, to)
		case *doc.Link:
			b.linkSpans(in, v, s, e)
		case *doc.PageRef:
			b.pageRef(in, v, s, e)
		case *doc.Footnote:
			b.noteSpan(in, v, s, e)
		case *doc.Break:
			in.add(text.Span{Text: "\n", Font: b.font(s, &doc.Look{}, "")}, meta{ink: s.Ink, elem: e})
			e = b.nextLine(e)
		case *doc.Symbol:
			b.symbolSpan(in, v, s, e, to)
		case *doc.Field:
			in.add(text.Span{Text: b.unit.field(v.Name), Font: b.font(s, &doc.Look{}, "")}, meta{ink: s.Ink, elem: e})
		}
	}
}

// nextLine is the element of what stands behind a break in a paragraph: a paragraph of its own, since a break in a line is no
// pause to who listens, and two values run together.
func (b *builder) nextLine(e *page.Elem) *page.Elem {
	if e == nil || e.Type != "P" {
		return e
	}
	return b.elem("P", e.Parent)
}

func (b *builder) textSpan(in *inlines, t *doc.Text, s *doc.Style, e *page.Elem, to *link) {
	if t.Text == "" {
		return
	}
	if t.Lang != "" && language(t.Lang) != b.set.lang && e != nil {
		e = b.elem("Span", e)
		e.Detail().Lang = t.Lang
	}
	m := meta{ink: s.Ink, elem: e, link: to, source: t}
	if t.Look.HasInk {
		m.ink = t.Look.Ink
	}
	str := t.Text
	if s.Upper {
		str = strings.ToUpper(strings.ReplaceAll(str, "ß", "ẞ"))
	}
	in.add(text.Span{Text: str, Font: b.font(s, &t.Look, t.Lang), Rise: s.Size.Mul(int64(t.Look.Raise), 100), NoBreak: t.Look.NoBreak}, m)
}

func (b *builder) linkSpans(in *inlines, l *doc.Link, s *doc.Style, e *page.Elem) {
	to := &link{url: l.URL, dest: l.Anchor, alt: l.Alt}
	if to.alt == "" {
		to.alt = b.set.census.purpose(doc.Plain(l.Inlines), l.Anchor)
	}
	if strings.TrimSpace(to.alt) == "" {
		to.alt = l.URL // a finding asks for words
	}
	if l.URL == "" && !b.set.census.anchors[l.Anchor] {
		b.unknownAnchor(l.Anchor, l.Inlines)
		b.spans(in, l.Inlines, s, e, nil)
		return
	}
	if e != nil {
		to.elem = b.elem("Link", e)
		e = to.elem
	}
	b.spans(in, l.Inlines, s, e, to)
}

// pageRef sets a page number; before the first round it takes the place of two figures.
func (b *builder) pageRef(in *inlines, r *doc.PageRef, s *doc.Style, e *page.Elem) {
	in.refers = true
	if !b.set.labels.known && !b.unit.refers {
		panic("layout: a page is named that the census did not meet, and would never be known: " + r.Anchor)
	}
	if !b.set.census.anchors[r.Anchor] {
		b.unknownAnchor(r.Anchor, nil)
	}
	number := b.set.labels.of(r.Anchor)
	to := &link{dest: r.Anchor, alt: b.set.census.purpose(b.set.doc.Words.Page+" "+number, r.Anchor)}
	if e != nil {
		to.elem = b.elem("Link", b.elem("Reference", e))
		e = to.elem
	}
	in.add(text.Span{Text: number, Font: b.font(s, &doc.Look{}, ""), NoBreak: true}, meta{ink: s.Ink, elem: e, link: to})
}

func (b *builder) unknownAnchor(anchor string, in []doc.Inline) {
	if b.quiet {
		return
	}
	b.unit.out.Add("unknown-anchor", place(in), anchor)
}

// noteScale is the size of a footnote's mark, in percent of the text's.
const noteScale = 65

// noteSpan sets a footnote's raised number and binds the note to it.
func (b *builder) noteSpan(in *inlines, f *doc.Footnote, s *doc.Style, e *page.Elem) {
	if b.quiet || e == nil {
		return
	}
	n, number := b.footnote(f, s, e)
	n.Ref = b.elem("Reference", e)
	to := &link{dest: noteDest(number), alt: strings.TrimSpace(b.set.doc.Words.Footnote + " " + number), elem: b.elem("Link", n.Ref)}
	look := doc.Look{Scale: noteScale, Raise: 35}
	in.add(text.Span{Text: number, Font: b.font(s, &look, ""), Rise: s.Size.Mul(35, 100), NoBreak: true}, meta{ink: s.Ink, elem: to.elem, note: n, link: to})
}

// symbolSpan sets a drawn sign as an object; its element says the words that it stands for. A sign without words of its own
// stands beside the word that it draws, and is an artifact: nobody must hear it twice.
func (b *builder) symbolSpan(in *inlines, y *doc.Symbol, s *doc.Style, e *page.Elem, to *link) {
	sign := *y
	if sign.Ink == 0 {
		sign.Ink = s.Ink // as the words around it
	}
	items, width := b.sign(&sign, s.Size, b.spoken(y.Word, e))
	if len(items) == 0 {
		in.add(text.Span{Text: y.Word, Font: b.font(s, &doc.Look{}, "")}, meta{ink: s.Ink, elem: e, link: to})
		return
	}
	f := b.font(s, &doc.Look{}, "")
	in.add(text.Span{Font: f, Object: geom.Size{W: width, H: s.Size.Mul(7, 10)}}, meta{elem: e, link: to, object: items})
}

// spoken is the element of a sign that stands for words; without words it has none.
func (b *builder) spoken(words string, e *page.Elem) *page.Elem {
	if words == "" || e == nil {
		return nil
	}
	span := b.elem("Span", e)
	span.Detail().Actual = words
	return span
}

// broken breaks inlines into lines, or takes them from the round before if they name no page.
func (b *builder) broken(in *inlines, s *doc.Style, width geom.Length) []text.Line {
	if !b.refers || b.quiet {
		return b.checked(in, b.linesOf(in, s, width))
	}
	n := b.at
	b.at++
	if n < len(b.lines) && !in.refers {
		return b.checked(in, b.lines[n])
	}
	lines := b.linesOf(in, s, width)
	if n == len(b.lines) {
		b.lines = append(b.lines, lines)
	}
	return b.checked(in, lines)
}

// breaking is how paragraphs of a style are broken; protrusion and expansion are for justified text alone.
func (b *builder) breaking(s *doc.Style, width geom.Length) text.Options {
	o := text.Options{Width: max(width, geom.Pt), First: s.First, Align: aligns(s.Align), Hyphenate: s.Hyphenate, Exceptions: b.set.options.Exceptions}
	if s.Align == doc.Justify {
		o.Protrude, o.Expand = b.set.options.Protrude, b.set.options.Expand
	}
	return o
}

func aligns(a doc.Align) text.Align {
	switch a {
	case doc.Justify:
		return text.Justify
	case doc.Right:
		return text.Right
	case doc.Centre:
		return text.Centre
	}
	return text.Left
}

// nominal is ascent and descent of a style's first face at its size.
func (b *builder) nominal(s *doc.Style) (up, down geom.Length) {
	f := b.font(s, &doc.Look{}, "")
	if len(f.Faces) == 0 {
		return s.Size.Mul(8, 10), s.Size.Mul(2, 10)
	}
	face := f.Faces[0]
	em := int64(max(face.UnitsPerEm(), 1))
	return s.Size.Mul(int64(face.Ascent()), em), s.Size.Mul(int64(face.Descent()), em)
}

// lineBox is where a line's baseline stands below its top, and how high it is: the leading, and more for what is
// higher than the style's own face.
func (b *builder) lineBox(s *doc.Style, l *text.Line) (base, height geom.Length) {
	up, down := b.nominal(s)
	base = (s.Leading-up-down)/2 + up
	over := max(l.Ascent-max(base, up), 0)
	under := max(l.Descent-max(s.Leading-base, down), 0)
	return base + over, s.Leading + over + under
}

// lineItems sets one line with its left edge at x and its baseline at y.
func (b *builder) lineItems(in *inlines, l *text.Line, x, y geom.Length) ([]page.Item, []*page.Link) {
	items := b.room(len(l.Pieces))
	var links []*page.Link
	var last *link
	for i := range l.Pieces {
		p := &l.Pieces[i]
		m := &in.meta[p.Span]
		var width geom.Length
		if p.Object {
			width = in.spans[p.Span].Object.W
			for _, it := range m.object {
				galley.Shift(it, x+p.X, y)
			}
			items = append(items, m.object...)
		} else if p.Run.Text != "" || len(p.Run.Glyphs) > 0 {
			t := b.text()
			*t = page.Text{X: x + p.X, Y: y - in.spans[p.Span].Rise, Run: p.Run, Ink: m.ink, Elem: m.elem}
			items = append(items, t)
		}
		if m.link == nil || m.link.elem == nil {
			last = nil
			continue
		}
		if !p.Object {
			width = p.Run.Width()
		}
		right := x + p.X + width
		if m.link != last {
			last = m.link
			links = append(links, last.over(geom.Box{X: x + p.X, Y: y - l.Ascent, H: l.Ascent + l.Descent}))
		}
		a := links[len(links)-1]
		a.Box.W = max(right-a.Box.X, a.Box.W)
	}
	return items, links
}
