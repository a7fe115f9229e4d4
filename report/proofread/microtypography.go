// Package proofread sets the small things of a finished document by the typographer's rules: quotation marks, dashes, spaces, numbers.
//
// It sees whole paragraphs, across bold words and links, and says what it changed. It never changes what is to be read.
package proofread

import (
	"cmp"
	"slices"
	"strings"

	"konzept/report/design"
	"konzept/report/diag"
	"konzept/report/doc"
	"konzept/report/format"
	"konzept/report/microtype"
	"konzept/report/model"
)

// Change is one thing that micro-typography changed in a document: the words around it as written and as set.
type Change struct {
	At            diag.Span // of the text in the data or the template; unknown for alternative texts
	Rule          microtype.Rule
	Before, After string
}

// Changes collects what was changed, each place once, however many documents print it.
type Changes struct {
	seen map[place]bool
	List []Change
}

type place struct {
	at     diag.Span
	rule   microtype.Rule
	before string
}

// Join adds the changes of another document.
func (c *Changes) Join(other *Changes) {
	for _, x := range other.List {
		c.add(x.At, x.Rule, x.Before, func() string { return x.After })
	}
}

// Sorted returns the changes by place.
func (c *Changes) Sorted() []Change {
	slices.SortStableFunc(c.List, func(a, b Change) int {
		return cmp.Or(cmp.Compare(a.At.File, b.At.File), cmp.Compare(a.At.From, b.At.From), cmp.Compare(a.Rule, b.Rule), cmp.Compare(a.Before, b.Before))
	})
	return c.List
}

func (c *Changes) add(at diag.Span, rule microtype.Rule, before string, after func() string) {
	p := place{at, rule, before}
	if c.seen[p] {
		return
	}
	if c.seen == nil {
		c.seen = map[place]bool{}
	}
	c.seen[p] = true
	c.List = append(c.List, Change{at, rule, before, after()})
}

// microtypography sets the small things of a finished document: quotation marks, dashes, spaces, numbers. It sees whole
// paragraphs, across bold words and links. Addresses, foreign passages and styles that want none stay as they are.
type microtypography struct {
	setter  microtype.Setter
	german  microtype.Style
	english microtype.Style
	lang    string // of the present paragraph
	parts   []part
	join    []byte
	foreign []*doc.Text
	notes   []*doc.Footnote
	changes *Changes
}

// part is a stretch of a paragraph: a text, or something that stands in it and cannot be changed.
type part struct {
	from, to int
	text     *doc.Text // nil: not to be changed
}

// Typeset runs over a document in the ways of writing that a report's project names, unless project or template say no: front
// is what the template says. What is changed is told to changes; nil: nobody wants to know.
func Typeset(d *doc.Document, r *model.Report, front string, changes *Changes) {
	style, _ := r.Single("project").Value("style")
	rec, _ := style.V.(*model.Record)
	word := func(key string) string { return model.WordOf(rec, key) }
	if front == design.Off || front == "" && word("microtypography") == design.Off {
		return
	}
	de, en := format.New(spoken("de", d.Lang, r), r), format.New(spoken("en", d.Lang, r), r)
	m := &microtypography{changes: changes}
	m.german = microtype.Style{Quotes: microtype.QuotesOf(de.Quotes, false), Thousands: de.Thousands, Regroup: word("thousands") != "",
		Percent: de.Percent, PadDates: word("dates") == "zahl", Phone: phones[word("phone")]}
	m.english = microtype.Style{English: true, Quotes: microtype.QuotesOf("", true), Thousands: en.Thousands, Phone: m.german.Phone}
	d.Walk(doc.Visitor{Inlines: m.paragraph, Label: m.word, Said: m.word})
}

// spoken is the language of a document if it is of a base language, else that which the project has of it: de-CH.
func spoken(base, lang string, r *model.Report) string {
	for _, l := range append([]string{lang}, r.Langs...) {
		if b, _, _ := strings.Cut(l, "-"); b == base {
			return l
		}
	}
	return base
}

var phones = map[string]microtype.Phone{"din": microtype.PhoneDIN, "schrägstrich": microtype.PhoneSlash, "klammer": microtype.PhoneBracket}

// style is the way of writing in a language, or nil: then nothing is changed.
func (m *microtypography) style(lang string) *microtype.Style {
	switch base, _, _ := strings.Cut(lang, "-"); base {
	case "de":
		return &m.german
	case "en":
		return &m.english
	}
	return nil
}

// word sets a text without inlines.
func (m *microtypography) word(s *string, lang string) {
	if style := m.style(lang); style != nil {
		edits := m.setter.Edits(*s, style)
		if len(edits) > 0 {
			m.note(*s, edits, diag.Span{})
			*s = microtype.Apply(*s, edits)
		}
	}
}

// paragraph sets the texts of a paragraph; then, each on its own, foreign passages and notes.
func (m *microtypography) paragraph(list []doc.Inline, s *doc.Style, lang string) {
	if s != nil && s.AsWritten {
		return
	}
	m.run(list, lang)
	for len(m.foreign) > 0 || len(m.notes) > 0 {
		foreign, notes := m.foreign, m.notes
		m.foreign, m.notes = nil, nil
		for _, t := range foreign {
			m.run([]doc.Inline{t}, t.Lang)
		}
		for _, n := range notes {
			m.run(n.Inlines, lang)
		}
	}
}

func (m *microtypography) run(list []doc.Inline, lang string) {
	style := m.style(lang)
	if style == nil {
		return
	}
	m.lang, m.parts, m.join = lang, m.parts[:0], m.join[:0]
	if t, ok := list[0].(*doc.Text); ok && len(list) == 1 && m.same(t.Lang) {
		m.parts = append(m.parts, part{0, len(t.Text), t})
		m.set(t.Text, style)
		return
	}
	m.gather(list)
	m.set(string(m.join), style)
}

func (m *microtypography) same(lang string) bool {
	a, _, _ := strings.Cut(lang, "-")
	b, _, _ := strings.Cut(m.lang, "-")
	return lang == "" || a == b
}

// gather joins the texts of a paragraph. What is no text leaves a sign that rules see and do not change.
func (m *microtypography) gather(list []doc.Inline) {
	for _, i := range list {
		switch i := i.(type) {
		case *doc.Text:
			if m.same(i.Lang) {
				m.add(i.Text, i)
				continue
			}
			m.foreign = append(m.foreign, i)
			m.add(string(microtype.Object), nil)
		case *doc.Link:
			if shown := doc.Plain(i.Inlines); i.URL != "" && strings.Contains(i.URL, shown) {
				m.add(string(microtype.Object), nil) // the address itself
			} else {
				m.gather(i.Inlines)
			}
		case *doc.PageRef, *doc.Field:
			m.add("1", nil)
		case *doc.Break:
			m.add("\n", nil)
		case *doc.Symbol:
			m.add(string(microtype.Object), nil)
		case *doc.Footnote:
			m.notes = append(m.notes, i)
		}
	}
}

func (m *microtypography) add(s string, t *doc.Text) {
	m.parts = append(m.parts, part{len(m.join), len(m.join) + len(s), t})
	m.join = append(m.join, s...)
}

func (m *microtypography) set(text string, style *microtype.Style) {
	edits := m.setter.Edits(text, style)
	if len(edits) == 0 {
		return
	}
	if edits = slices.DeleteFunc(edits, m.held); len(edits) == 0 {
		return
	}
	m.note(text, edits, m.at(edits[0].From))
	for _, p := range m.parts {
		if p.text != nil {
			m.apply(text, p, edits)
		}
	}
}

// held tells whether an edit touches what must stay: something that is no text, or a value that is quoted word for word.
func (m *microtypography) held(e microtype.Edit) bool {
	found := false
	for _, p := range m.parts {
		if p.to < e.From || p.from > e.To || p.from == p.to {
			continue
		}
		inside := p.from < e.To && p.to > e.From
		if inside && (p.text == nil || p.text.Verbatim && e.Rule.OfValues()) {
			return true
		}
		found = found || p.text != nil && (inside || e.From == e.To && !(p.text.Verbatim && e.Rule.OfValues()))
	}
	return !found
}

// apply writes the edits into one part: an edit over two parts leaves its new text in the first.
func (m *microtypography) apply(text string, p part, edits []microtype.Edit) {
	var b strings.Builder
	at := p.from
	for _, e := range edits {
		if e.To < p.from || e.From > p.to || e.From == e.To && !m.owns(p, e.From) || e.From != e.To && (e.To == p.from || e.From == p.to) {
			continue
		}
		if e.From >= p.from {
			b.WriteString(text[at:e.From])
			b.WriteString(e.New)
		}
		at = min(e.To, p.to)
	}
	if b.Len() > 0 || at > p.from {
		b.WriteString(text[at:p.to])
		p.text.Text = b.String()
	}
}

// owns tells whether an insertion at a place belongs to a part: to the first text that ends or begins there.
func (m *microtypography) owns(p part, at int) bool {
	for _, q := range m.parts {
		if q.text != nil && q.from <= at && at <= q.to && q.from < q.to {
			return q == p
		}
	}
	return false
}

// at is the place of the text that holds a byte.
func (m *microtypography) at(i int) diag.Span {
	for _, p := range m.parts {
		if p.text != nil && i <= p.to {
			return p.text.At
		}
	}
	return diag.Span{}
}

// note reports edits with the words around them.
func (m *microtypography) note(text string, edits []microtype.Edit, at diag.Span) {
	if m.changes == nil {
		return
	}
	for i, e := range edits {
		if i > 0 && len(m.parts) > 1 {
			at = m.at(e.From)
		}
		from, to := around(text, e.From, e.To)
		m.changes.add(at, e.Rule, text[from:to], func() string { return text[from:e.From] + e.New + text[e.To:to] })
	}
}

// around is the word or two about a change.
func around(text string, from, to int) (int, int) {
	for n := 0; from > 0 && n < 24 && (n < 2 || text[from-1] != ' '); n++ {
		from--
	}
	for n := 0; to < len(text) && n < 24 && (n < 2 || text[to] != ' '); n++ {
		to++
	}
	for from > 0 && text[from]&0xC0 == 0x80 {
		from--
	}
	for to < len(text) && text[to]&0xC0 == 0x80 {
		to++
	}
	return from, to
}
