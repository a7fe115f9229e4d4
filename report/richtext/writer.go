// Package richtext sets running text: marked words become inlines, texts of the data become blocks.
//
// It reads no template and knows no design: whoever asks says what cannot be done without them.
package richtext

import (
	"cmp"
	"strings"
	"unicode"

	"konzept/report/diag"
	"konzept/report/doc"
	"konzept/report/markup"
)

// Host is the document that text is set for.
type Host interface {
	Step(n int) bool                                                 // counts work, and tells whether it was too much
	Spent(at diag.Span) bool                                         // says so
	Fail(code diag.Code, at, data diag.Span, args ...string)         // adds a finding
	Refer(anchor string, at diag.Span)                               // expects an anchor
	Paragraph(inlines []doc.Inline, style *doc.Style) *doc.Paragraph // makes a paragraph of the text
}

// Text is a text of the data.
type Text struct {
	Text     string
	Lang     string // BCP 47, if it is not that of the document
	Verbatim bool   // quoted word for word
	Line     bool   // a title or a name: it has neither subheadings nor tables
	At       diag.Span
}

func (t *Text) place() markup.Place {
	if t.Line {
		return markup.Line
	}
	return markup.Long
}

// Writer sets inline text. It drops white space at both ends and where an empty expression leaves it doubled; all other
// characters come through.
type Writer struct {
	Host
	Out   []doc.Inline
	Lang  string
	Exact bool // the text is verbatim
	Open  bool // the text so far ends in a space, or there is none
	Gap   bool // an expression printed nothing just now, or the line broke
}

// Note is a writer for a note's text.
func (w *Writer) Note() Writer { return Writer{Host: w.Host, Lang: w.Lang, Exact: w.Exact, Open: true} }

// Linked is a writer for a link's text.
func (w *Writer) Linked() Writer { return Writer{Host: w.Host, Lang: w.Lang, Exact: w.Exact} }

// Add sets one inline.
func (w *Writer) Add(i doc.Inline) {
	w.Out = append(w.Out, i)
	w.Open, w.Gap = false, false
}

// Break breaks the line; white space at the start of the next one vanishes.
func (w *Writer) Break() {
	w.Add(&doc.Break{})
	w.Open, w.Gap = true, true
}

// Text sets characters.
func (w *Writer) Text(s string, at diag.Span, style doc.CharStyle) {
	if w.Open && (w.Gap || len(w.Out) == 0) {
		s = strings.TrimLeft(s, " \t\r\n")
	}
	if s == "" || s == " " && w.Open {
		return
	}
	if w.Step(len(s) / 8) {
		w.Spent(at)
		return
	}
	w.Add(&doc.Text{Text: s, Style: style, Lang: w.Lang, At: at, Verbatim: w.Exact})
	w.Open = markup.Space(s[len(s)-1])
}

// Footnote sets a footnote. The numbers of two in a row stand apart: 2, 3.
func (w *Writer) Footnote(inlines []doc.Inline) {
	if len(inlines) > 0 {
		if endsInNote(w.Out) {
			style := WithMark(markup.Sup, doc.CharStyle{NoBreak: true})
			w.Out = append(w.Out, &doc.Text{Text: ", ", Style: style, Lang: w.Lang, Verbatim: true})
		}
		w.Add(&doc.Footnote{Inlines: inlines})
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

// Link sets a link, or its text alone if it leads nowhere.
func (w *Writer) Link(inlines []doc.Inline, target string, at diag.Span) {
	if len(inlines) == 0 {
		w.Gap = true
		return
	}
	l := &doc.Link{Inlines: inlines}
	switch {
	case markup.Address(target) && target[0] != '#':
		l.URL = target
	case strings.Contains(target, "://"):
		w.Fail("bad-address", at, diag.Span{}, target)
		w.Out = append(w.Out, inlines...)
		w.Open, w.Gap = false, false
		return
	case target == "":
		w.Out = append(w.Out, inlines...)
		w.Open, w.Gap = false, false
		return
	default:
		l.Anchor = strings.TrimPrefix(target, "#")
		w.Refer(l.Anchor, at)
	}
	w.Add(l)
}

// Data sets a text of the data within running text: its blocks begin new lines, and a row of a table is one.
func (w *Writer) Data(t *Text, style doc.CharStyle) {
	white := t.Text[:len(t.Text)-len(strings.TrimLeftFunc(t.Text, unicode.IsSpace))]
	lines := strings.Count(white, "\n") // that a sentence stands behind
	lang, exact := w.Lang, w.Exact
	w.Lang, w.Exact = t.Lang, t.Verbatim
	defer func() { w.Lang, w.Exact = lang, exact }()
	if lines == 0 && markup.Plain(t.Text) && (t.Line || !strings.ContainsAny(t.Text[:min(1, len(t.Text))], "#>")) {
		w.Text(t.Text, t.At, style)
		return
	}
	for i, b := range markup.Blocks(t.Text, t.place()) {
		if b.Kind == markup.NoteText {
			continue
		}
		if i > 0 || len(w.Out) > 0 && (lines > 1 || lines == 1 && b.Kind == markup.Item) {
			w.Break()
		}
		switch b.Kind {
		case markup.Item:
			w.Text(cmp.Or(b.Label, "•")+"\u00a0", t.At, style)
			w.nodes(t, b.Nodes, style)
		case markup.Title:
			w.nodes(t, b.Nodes, WithMark(markup.Bold, style))
		case markup.Table:
			w.rows(t, b.Rows, style)
		default:
			w.nodes(t, b.Nodes, style)
		}
	}
}

// rows sets the rows of a table as lines.
func (w *Writer) rows(t *Text, rows []markup.Row, style doc.CharStyle) {
	for i, row := range rows {
		if i > 0 {
			w.Break()
		}
		for k, c := range row.Cells {
			if k > 0 {
				w.Text(" | ", t.At, style)
			}
			w.nodes(t, c.Nodes, style)
		}
	}
}

// nodes sets inline nodes of a text.
func (w *Writer) nodes(t *Text, nodes []markup.Node, style doc.CharStyle) {
	for i := range nodes {
		n := &nodes[i]
		switch n.Kind {
		case markup.Text:
			w.Text(cmp.Or(n.Instead, t.Text[n.From:n.To]), t.At, style)
		case markup.Break:
			w.Break()
		case markup.Bold, markup.Italic, markup.Sub, markup.Sup:
			w.nodes(t, n.Kids, WithMark(n.Kind, style))
		case markup.Note:
			note := w.Note()
			note.nodes(t, n.Kids, doc.CharStyle{})
			w.Footnote(note.Finish())
		case markup.Link:
			link := w.Linked()
			link.nodes(t, n.Kids, style)
			w.Link(link.Out, n.Scheme+t.Text[n.Target[0]:n.Target[1]], t.At)
		}
	}
}

// WithMark is a character style with what an inline mark adds to it. Raised and lowered letters stand as footnotes' numbers do.
func WithMark(k markup.Kind, style doc.CharStyle) doc.CharStyle {
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

// Finish drops white space at the end and returns the text, or nil if it prints nothing.
func (w *Writer) Finish() []doc.Inline {
	for len(w.Out) > 0 {
		last := w.Out[len(w.Out)-1]
		if t, ok := last.(*doc.Text); ok {
			if s := strings.TrimRight(t.Text, " \t\r\n"); s != "" {
				if s != t.Text {
					w.Out[len(w.Out)-1] = &doc.Text{Text: s, Style: t.Style, Lang: t.Lang, At: t.At, Verbatim: t.Verbatim}
				}
				return w.Out
			}
		} else if _, ok := last.(*doc.Break); !ok {
			return w.Out
		}
		w.Out = w.Out[:len(w.Out)-1]
	}
	return nil
}
