package typeset

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"konzept/report/diag"
	"konzept/report/doc"
	"konzept/report/geom"
	"konzept/report/text"
)

// checked looks for glyph 0, which stands for a character that no face has; only then are the words searched.
func (st *Setter) checked(in *Inlines, lines []text.Line) []text.Line {
	if st.Quiet {
		return lines
	}
	for i := range lines {
		for k := range lines[i].Pieces {
			for _, g := range lines[i].Pieces[k].Run.Glyphs {
				if g.ID == 0 {
					st.missing(in)
					return lines
				}
			}
		}
	}
	return lines
}

// missing adds a finding for what no face has.
func (st *Setter) missing(in *Inlines) {
	Unprinted(st.Out, text.MissingGlyphs(in.Spans), func(m *text.Missing) diag.Span {
		if t := in.Meta[m.Span].source; t != nil {
			return t.At
		}
		return diag.Span{}
	})
}

// Unprinted says which signs are not printed and why, those of one place together.
func Unprinted(out *diag.List, missing []text.Missing, place func(*text.Missing) diag.Span) {
	var places []diag.Span
	signs := map[diag.Span][]string{}
	for i := range missing {
		m := &missing[i]
		at := place(m)
		if m.Script {
			out.Add("script-unset", at, m.Word)
			continue
		}
		if signs[at] == nil {
			places = append(places, at)
		}
		if sign := fmt.Sprintf("%s (U+%04X)", m.Sign, m.Rune); !slices.Contains(signs[at], sign) {
			signs[at] = append(signs[at], sign)
		}
	}
	for _, at := range places {
		out.Add("missing-glyph", at, strings.Join(signs[at], ", "))
	}
}

// overfull adds a finding for a line that is wider than its column by more than anyone sees, or that a word had to be
// torn for.
func (st *Setter) overfull(in *Inlines, l *text.Line) {
	if l.Overfull <= geom.Pt/10 && !l.Torn || st.Quiet {
		return
	}
	at, said := diag.Span{}, ""
	for i := range l.Pieces {
		if t := in.Meta[l.Pieces[i].Span].source; t != nil && !at.Known() {
			at = t.At
		}
		said += l.Pieces[i].Run.Text
	}
	if l.Torn {
		st.Out.Add("word-torn", at, said)
		return
	}
	st.Out.Add("overfull-line", at, said, Millimetres(l.Overfull))
}

// Millimetres prints a length with one decimal, rounded up: a finding must not say "0 mm".
func Millimetres(l geom.Length) string {
	n := (l*10 + geom.MM - 1) / geom.MM
	return diag.Both(fmt.Sprintf("%d,%d mm", n/10, n%10), fmt.Sprintf("%d.%d mm", n/10, n%10))
}

// PlaceOf is where the first text of a list of inlines comes from.
func PlaceOf(list []doc.Inline) diag.Span {
	for _, inline := range list {
		switch v := inline.(type) {
		case *doc.Text:
			if v.At.Known() {
				return v.At
			}
		case *doc.Link:
			if at := PlaceOf(v.Inlines); at.Known() {
				return at
			}
		}
	}
	return diag.Span{}
}

// Templates is where the files of templates stand: what a finding blames is a text of the data, if there is one.
const Templates = "templates/"

// LineCount words a number of lines.
func LineCount(n int64) string {
	if n == 1 {
		return diag.Both("eine Zeile", "one line")
	}
	s := strconv.FormatInt(n, 10)
	return diag.Both(s+" Zeilen", s+" lines")
}

// Points prints a type size for findings.
func Points(l geom.Length) string {
	n := (l.Milli() + 50) / 100
	return fmt.Sprintf("%d,%d pt", n/10, n%10)
}
