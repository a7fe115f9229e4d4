package layout

import (
	"fmt"
	"slices"
	"strings"

	"konzept/report/diag"
	"konzept/report/doc"
	"konzept/report/galley"
	"konzept/report/geom"
	"konzept/report/text"
)

// checked looks for glyph 0, which stands for a character that no face has; only then are the words searched.
func (b *builder) checked(in *inlines, lines []text.Line) []text.Line {
	if b.quiet {
		return lines
	}
	for i := range lines {
		for k := range lines[i].Pieces {
			for _, g := range lines[i].Pieces[k].Run.Glyphs {
				if g.ID == 0 {
					b.missing(in)
					return lines
				}
			}
		}
	}
	return lines
}

// missing adds a finding for what no face has.
func (b *builder) missing(in *inlines) {
	unprinted(&b.unit.out, text.MissingGlyphs(in.spans), func(m *text.Missing) diag.Span {
		if t := in.meta[m.Span].source; t != nil {
			return t.At
		}
		return diag.Span{}
	})
}

// unprinted says which signs are not printed and why, those of one place together.
func unprinted(out *diag.List, missing []text.Missing, place func(*text.Missing) diag.Span) {
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
func (b *builder) overfull(in *inlines, l *text.Line) {
	if l.Overfull <= geom.Pt/10 && !l.Torn || b.quiet {
		return
	}
	at, said := diag.Span{}, ""
	for i := range l.Pieces {
		if t := in.meta[l.Pieces[i].Span].source; t != nil && !at.Known() {
			at = t.At
		}
		said += l.Pieces[i].Run.Text
	}
	if l.Torn {
		b.unit.out.Add("word-torn", at, said)
		return
	}
	b.unit.out.Add("overfull-line", at, said, millimetres(l.Overfull))
}

// millimetres prints a length with one decimal, rounded up: a finding must not say "0 mm".
func millimetres(l geom.Length) string {
	n := (l*10 + geom.MM - 1) / geom.MM
	return diag.Both(fmt.Sprintf("%d,%d mm", n/10, n%10), fmt.Sprintf("%d.%d mm", n/10, n%10))
}

// place is where the first text of a list of inlines comes from.
func place(list []doc.Inline) diag.Span {
	for _, inline := range list {
		switch v := inline.(type) {
		case *doc.Text:
			if v.At.Known() {
				return v.At
			}
		case *doc.Link:
			if at := place(v.Inlines); at.Known() {
				return at
			}
		}
	}
	return diag.Span{}
}

// tooTall finds a row that must stay whole but is higher than a page: it is parted all the same.
func (t *tabular) tooTall(row *doc.Row, look *galley.Row) {
	over := galley.RowHeight(t.cells, look) - t.room
	if look.Split != doc.SplitNever || over <= 0 || t.quiet {
		return
	}
	said := ""
	var all []doc.Block
	for i := range row.Cells {
		if said == "" {
			said = firstWords(row.Cells[i].Blocks)
		}
		all = append(all, row.Cells[i].Blocks...)
	}
	at, _ := doc.Cause(all, templates)
	if !at.Known() {
		at = t.at
	}
	leading := max(t.styled(t.look.Style).Leading, 1)
	t.unit.out.Add("row-too-tall", at, said, lineCount(int64((over+leading-1)/leading)))
}

// firstWords are the first words of what blocks say.
func firstWords(list []doc.Block) string {
	for _, block := range list {
		if p, ok := block.(*doc.Paragraph); ok {
			if w := strings.Fields(doc.Plain(p.Inlines)); len(w) > 0 {
				return strings.Join(w[:min(len(w), 5)], " ")
			}
		}
	}
	return ""
}
