package eval

import (
	"strconv"
	"strings"

	"konzept/report/diag"
	"konzept/report/format"
	"konzept/report/model"
	"konzept/report/number"
	"konzept/report/schema"
)

// Rich is text with more than characters: links, symbols, notes, and data text whose markup is still to be read.
type Rich []Piece

// PieceKind is what a piece of rich text is.
type PieceKind uint8

// The kinds of pieces and what their Text and Ref mean.
const (
	Plain    PieceKind = iota // Text as it is
	Data                      // Text with inline markup, from the data
	BoldText                  // Inner
	Small                     // Inner
	NoBreak                   // Inner
	LinkTo                    // Inner to Ref
	PageOf                    // page number of anchor Ref
	Sign                      // drawn symbol Ref that stands for Text
	Note                      // Inner at the page's foot
	NewLine
	PageField // Ref: page, pages, section, chapter
)

// Piece is one part of rich text.
type Piece struct {
	Kind  PieceKind
	Text  string
	Ref   string
	Inner Rich
	Lang  string // of Data in another language than the document's
	// Verbatim is data that quotes someone word for word.
	Verbatim bool
	Line     bool      // Data that is a title or a name: it has no subheadings and no tables
	At       diag.Span // of the data, or of the template
}

// Empty tells whether the text prints nothing.
func (r Rich) Empty() bool {
	for _, p := range r {
		switch p.Kind {
		case Plain, Data:
			if p.Text != "" {
				return false
			}
		case BoldText, Small, NoBreak:
			if !p.Inner.Empty() {
				return false
			}
		case NewLine:
		default:
			return false
		}
	}
	return true
}

func (r Rich) size() int {
	n := 0
	for _, p := range r {
		n += len(p.Text) + len(p.Ref) + p.Inner.size() + 1
	}
	return n
}

// Rich turns any value into what it prints. Records and groups print nothing: that is a finding.
func (f *Frame) Rich(v any, at diag.Span) Rich {
	switch v := v.(type) {
	case nil:
		return nil
	case Rich:
		return v
	case model.TextValue:
		if p := f.Text(v); p.Text != "" {
			return Rich{p}
		}
		return nil
	case []model.TextValue, []string, []any:
		return f.joined(v, Rich{{Text: ", "}}, at)
	case *model.Record, []*model.Record, *group, []model.Label:
		f.Fail("not-a-text", at, diag.Span{}, nameOf(v))
		return nil
	}
	if s := f.String(v); s != "" {
		return Rich{{Text: s, At: at}}
	}
	return nil
}

// Text is data text as a piece, in the document's language if there is one.
func (f *Frame) Text(v model.TextValue) Piece {
	lang := f.Format.Lang
	s, at, ok := v.Lang(lang)
	p := Piece{Kind: Data, Text: s, At: at, Verbatim: v.Verbatim(), Line: v.Line()}
	if !ok && len(v) > 0 {
		p.Text, p.At, p.Lang = v[0].Text, v[0].At, v[0].Lang
	}
	return p
}

// String turns a value into characters; markup of data text stays as written.
func (f *Frame) String(v any) string {
	switch v := v.(type) {
	case string:
		return v
	case int64:
		return strings.Replace(strconv.FormatInt(v, 10), "-", format.Minus, 1)
	case number.Decimal:
		return f.Format.Number(v, -1)
	case bool:
		return f.Format.Boolean(v)
	case model.Money:
		return f.Format.Euro(v, false)
	case model.Date:
		return f.Format.Day(v)
	case model.Moment:
		return f.Format.Moment(v)
	case model.TextValue:
		s, _, _ := v.Best(f.Format.Lang)
		return s
	case *schema.Term:
		return v.Label(f.Format.Lang)
	case Code:
		return string(v)
	case Rich:
		return v.String()
	}
	return ""
}

// String is the text's characters alone.
func (r Rich) String() string {
	var b strings.Builder
	for _, p := range r {
		switch p.Kind {
		case NewLine:
			b.WriteByte(' ')
		case Note:
		default:
			b.WriteString(p.Text)
			b.WriteString(p.Inner.String())
		}
	}
	return b.String()
}

// join adds two texts within the limit.
func (f *Frame) join(a, b Rich, at diag.Span) Rich {
	n := a.size() + b.size()
	if n > maxText {
		f.Fail("text-too-long", at, diag.Span{}, "64")
		return a
	}
	f.Step(n / 64)
	return append(a[:len(a):len(a)], b...)
}

// joined sets a separator between the items of a list that print something.
func (f *Frame) joined(v any, sep Rich, at diag.Span) Rich {
	l, _ := items(f, v, at)
	var out Rich
	size := 0
	for i := 0; i < l.len() && !f.Step(1); i++ {
		r := f.Rich(l.at(i), at)
		if r.Empty() {
			continue
		}
		if size += r.size() + sep.size(); size > maxText {
			f.Fail("text-too-long", at, diag.Span{}, "64")
			return out
		}
		if len(out) > 0 {
			out = append(out, sep...)
		}
		out = append(out, r...)
	}
	return out
}
