package flow

import (
	"strings"
	"unicode/utf8"

	"konzept/report/canvas"
	"konzept/report/diag"
	"konzept/report/doc"
	"konzept/report/figure"
	"konzept/report/galley"
	"konzept/report/geom"
	"konzept/report/introspection"
	"konzept/report/page"
	"konzept/report/text"
	"konzept/report/typeset"
)

// figure sets a drawing with its number and title above it and its source below, all of it on one page unless the drawing
// comes in strips.
func (b *Builder) figure(g *galley.Galley, f typeset.Frame, v *doc.Figure) {
	start := len(g.Boxes)
	var e *page.Elem
	if !v.Decorative {
		f, e = b.illustration(f, len(v.Source) > 0 || v.Table != nil)
	}
	number := typeset.NextNumber(v.Number, &b.Set.Count.Figures, b.Set.Doc.Words.Figure)
	b.Set.Anchor(g, v.Anchor, e)
	if v.Number && v.Anchor == "" {
		b.Set.Anchor(g, introspection.FigureDest("", b.Set.Count.Figures), e)
	}
	style := b.styles.Styled(v.CaptionStyle)
	caption := typeset.CaptionText(number, v.Title)
	before, after := style.Before, style.After
	if len(caption) > 0 { // nearly a line of white parts it from the text
		before, after = max(before, style.Leading*3/4), max(after, style.Leading*3/4)
	}
	g.Space(before)
	if len(caption) > 0 {
		b.Set.Caption(g, beneath(f, e), caption, v.CaptionStyle, "Caption")
		g.Bind(galley.PenaltyStrand)
	}
	r := b.drawing(g, f, v, e, caption)
	if len(v.Source) > 0 {
		g.Bind(galley.PenaltyStrand)
		g.Space(style.Leading / 4)
		b.Set.Caption(g, f, v.Source, b.styles.SourceStyle(style), "P")
	}
	if len(r.Strips) == 0 {
		g.Keep(start, galley.PenaltyKeep)
	}
	g.Space(after)
	if tableStyle := b.hear(v, &r, e, caption); tableStyle != nil && len(r.Rows) > 1 {
		g.Bind(galley.PenaltyAlone)
		b.tables.Table(g, f, dataTable(v, tableStyle, r.Rows))
	}
}

// hear sets the alternative text, and returns the style of the table that its data need. Data that are too many to be heard
// are heard all the same if they stand nowhere else and their table is wider than a page.
func (b *Builder) hear(v *doc.Figure, r *figure.Result, e *page.Elem, caption []doc.Inline) *doc.TableStyle {
	if e == nil || len(r.Items)+len(r.Strips) == 0 {
		return v.Table
	}
	tableStyle, said := v.Table, v.Alt
	if said == "" {
		where := v.Values
		if tableStyle != nil {
			where = b.Set.Doc.Words.Below
		}
		whole := false
		if said, whole = r.Heard(where); !whole && v.Spare != nil && r.Narrow() {
			tableStyle, said = v.Spare, r.Alt+" "+b.Set.Doc.Words.Below
		} else if !whole {
			said = r.Alt + " " + r.Values
		}
	}
	e.Detail().Alt = captioned(caption, said)
	return tableStyle
}

// illustration is a figure's element, in a division of its own if its source or its data stand below it. Its caption is its child
// (ISO 32000-1, 14.8.4.3.3). Screen readers that say an alternative text in place of all that a Figure holds hear it
// there, too: see captioned.
func (b *Builder) illustration(f typeset.Frame, source bool) (typeset.Frame, *page.Elem) {
	if source {
		f = f.Under(b.Set.Elem("Div", f.Parent()))
	}
	return f, b.Set.Elem("Figure", f.Parent())
}

// beneath is a frame for what belongs to a figure; one that only decorates has no element.
func beneath(f typeset.Frame, e *page.Elem) typeset.Frame {
	if e == nil {
		return f
	}
	return f.Under(e)
}

// captioned is an alternative text behind the caption of its figure.
func captioned(caption []doc.Inline, alt string) string {
	said := strings.TrimRight(doc.Plain(caption), " .:")
	switch {
	case said == "" || strings.HasPrefix(alt, said):
		return alt
	case alt == "" || alt == said:
		return said
	case strings.HasSuffix(said, "?") || strings.HasSuffix(said, "!"):
		return said + " " + alt
	}
	return said + ". " + alt
}

// drawing adds the drawn part of a figure.
func (b *Builder) drawing(g *galley.Galley, f typeset.Frame, v *doc.Figure, e *page.Elem, caption []doc.Inline) figure.Result {
	width, height := v.Width, min(v.Height, b.area.Body)
	if width <= 0 || width > f.Width {
		width = f.Width
	}
	how := b.drawn(v.Style)
	how.MaxHeight -= min(g.Bound(), how.MaxHeight/2) // a heading and its caption stand on the same page
	if len(v.Source) > 0 {
		how.MaxHeight -= 2 * b.styles.Styled(v.CaptionStyle).Leading
	}
	r := figure.Draw(v.Drawing, width, height, how)
	if r.Fault != nil && !b.Set.Quiet {
		b.Set.Out.Add(r.Fault.Code, v.At, r.Fault.Args...)
	}
	typeset.Unprinted(b.Set.Out, r.Missing, func(*text.Missing) diag.Span { return v.At })
	if len(r.Items)+len(r.Strips) == 0 {
		return r
	}
	x := f.X
	if f.Aligned {
		x += typeset.Spare(f.Align, f.Width-min(r.Size.W, f.Width))
	}
	if len(r.Strips) > 0 {
		rest := b.Set.Continued(f, caption, b.styles.Styled(v.CaptionStyle))
		strips(g, &r, rest, b.area.PageHeight()/3, func(items []page.Item) []page.Item { return figure.Place(items, geom.Point{X: x}, e) })
		return r
	}
	g.Add(galley.Box{Height: r.Size.H, Items: figure.Place(r.Items, geom.Point{X: x}, e)})
	return r
}

// strips adds a drawing that may run over pages; its caption, as it goes on, and its head stand again above the rest if
// together they are lower than most.
func strips(g *galley.Galley, r *figure.Result, caption []galley.Box, most geom.Length, place func([]page.Item) []page.Item) {
	costs := [...]int32{canvas.CutFree: galley.PenaltyStrip, canvas.CutInside: galley.PenaltyStrip * 4, canvas.CutNever: galley.PenaltyStrand}
	rest := galley.Region{Head: caption}
	n := g.Open(galley.Region{})
	for i, s := range r.Strips {
		if i > 0 {
			g.Bind(costs[s.Cut])
		}
		if i > 0 && i <= r.Head {
			g.Bind(galley.PenaltyStrand)
		}
		items := place(s.Items)
		g.Add(galley.Box{Height: s.Height, Items: items})
		if i < r.Head {
			again := galley.Box{Height: s.Height}
			for _, it := range items {
				again.Items = append(again.Items, galley.Bare(it))
			}
			rest.Head = append(rest.Head, again)
		}
	}
	for k := range rest.Head {
		rest.HeadHeight += rest.Head[k].Height
	}
	if rest.HeadHeight < most {
		g.Regions[n].Head, g.Regions[n].HeadHeight = rest.Head, rest.HeadHeight
	}
	g.Close(n)
}

// dataTable is what a figure shows, as a table: the first column names the rows, columns of numbers stand at the right.
func dataTable(v *doc.Figure, tableStyle *doc.TableStyle, rows [][]string) *doc.Table {
	t := &doc.Table{Style: tableStyle, At: v.At, Alt: doc.Plain(v.Title)}
	long, most := 0, 0 // the column with the longest text takes what the others leave
	for i := range rows[0] {
		col := doc.Column{Header: i == 0, Align: doc.Right}
		for _, row := range rows[1:] {
			if !numeric(row[i]) {
				col.Align = doc.Left
			}
			if len(row[i]) > most {
				long, most = i, len(row[i])
			}
		}
		t.Columns = append(t.Columns, col)
	}
	t.Columns[long].Share = 1
	cells := func(row []string, s *doc.Style) (r doc.Row) {
		for _, text := range row {
			r.Cells = append(r.Cells, doc.Cell{Blocks: []doc.Block{&doc.Paragraph{Style: s, Inlines: []doc.Inline{&doc.Text{Text: text}}}}})
		}
		return r
	}
	head := tableStyle.HeadStyle
	if head == nil {
		head = tableStyle.Style
	}
	t.Head = []doc.Row{cells(rows[0], head)}
	for _, row := range rows[1:] {
		t.Body = append(t.Body, cells(row, tableStyle.Style))
	}
	return t
}

// numeric tells whether a text is a number, with or without its unit, or the sign for none.
func numeric(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return s == "" || r == '–' || r == '−' || r == '<' || r >= '0' && r <= '9'
}

// drawn is what figure needs to know of a style.
func (b *Builder) drawn(s *doc.Style) canvas.Setting {
	s = b.styles.Styled(s)
	return canvas.Setting{Label: *b.styles.Font(s, &doc.CharStyle{}, ""), Strong: *b.styles.Font(s, &doc.CharStyle{Bold: true}, ""), Ink: s.Ink,
		Palette: b.Set.Doc.Palette, Lang: b.Set.Doc.Lang, MaxHeight: b.area.PageHeight()}
}
