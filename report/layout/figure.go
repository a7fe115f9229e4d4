package layout

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
func (b *builder) figure(g *galley.Galley, f typeset.Frame, v *doc.Figure) {
	start := len(g.Boxes)
	var e *page.Elem
	if !v.Decorative {
		f, e = b.illustration(f, len(v.Source) > 0 || v.Table != nil)
	}
	number := typeset.NextNumber(v.Number, &b.set.Count.Figures, b.shared.doc.Words.Figure)
	b.set.Anchor(g, v.Anchor, e)
	if v.Number && v.Anchor == "" {
		b.set.Anchor(g, introspection.FigureDest("", b.set.Count.Figures), e)
	}
	style := b.styles.Styled(v.CaptionStyle)
	caption := typeset.CaptionText(number, v.Title)
	before, after := style.Before, style.After
	if len(caption) > 0 { // nearly a line of white parts it from the text
		before, after = max(before, style.Leading*3/4), max(after, style.Leading*3/4)
	}
	g.Space(before)
	if len(caption) > 0 {
		b.set.Caption(g, beneath(f, e), caption, v.CaptionStyle, "Caption")
		g.Bind(galley.PenaltyStrand)
	}
	r := b.drawing(g, f, v, e, caption)
	if len(v.Source) > 0 {
		g.Bind(galley.PenaltyStrand)
		g.Space(style.Leading / 4)
		b.set.Caption(g, f, v.Source, b.styles.SourceStyle(style), "P")
	}
	if len(r.Strips) == 0 {
		g.Keep(start, galley.PenaltyKeep)
	}
	g.Space(after)
	if look := b.hear(v, &r, e, caption); look != nil && len(r.Rows) > 1 {
		g.Bind(galley.PenaltyAlone)
		b.tables.Table(g, f, dataTable(v, look, r.Rows))
	}
}

// hear sets the alternative text, and returns the look of the table that its data need. Data that are too many to be heard
// are heard all the same if they stand nowhere else and their table is wider than a page.
func (b *builder) hear(v *doc.Figure, r *figure.Result, e *page.Elem, caption []doc.Inline) *doc.TableLook {
	if e == nil || len(r.Items)+len(r.Strips) == 0 {
		return v.Table
	}
	look, said := v.Table, v.Alt
	if said == "" {
		where := v.Values
		if look != nil {
			where = b.shared.doc.Words.Below
		}
		whole := false
		if said, whole = r.Heard(where); !whole && v.Spare != nil && r.Narrow() {
			look, said = v.Spare, r.Alt+" "+b.shared.doc.Words.Below
		} else if !whole {
			said = r.Alt + " " + r.Values
		}
	}
	e.Detail().Alt = captioned(caption, said)
	return look
}

// illustration is a figure's element, in a division of its own if its source or its data stand below it. Its caption is its child
// (ISO 32000-1, 14.8.4.3.3). Screen readers that say an alternative text in place of all that a Figure holds hear it
// there, too: see captioned.
func (b *builder) illustration(f typeset.Frame, source bool) (typeset.Frame, *page.Elem) {
	if source {
		f = f.Under(b.set.Elem("Div", f.Parent()))
	}
	return f, b.set.Elem("Figure", f.Parent())
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
func (b *builder) drawing(g *galley.Galley, f typeset.Frame, v *doc.Figure, e *page.Elem, caption []doc.Inline) figure.Result {
	width, height := v.Width, min(v.Height, b.unit.body())
	if width <= 0 || width > f.Width {
		width = f.Width
	}
	how := b.drawn(v.Style)
	how.Room -= min(g.Bound(), how.Room/2) // a heading and its caption stand on the same page
	if len(v.Source) > 0 {
		how.Room -= 2 * b.styles.Styled(v.CaptionStyle).Leading
	}
	r := figure.Draw(v.Drawing, width, height, how)
	if r.Fault != nil && !b.set.Quiet {
		b.set.Out.Add(r.Fault.Code, v.At, r.Fault.Args...)
	}
	typeset.Unprinted(b.set.Out, r.Missing, func(*text.Missing) diag.Span { return v.At })
	if len(r.Items)+len(r.Strips) == 0 {
		return r
	}
	x := f.X
	if f.Aligned {
		x += typeset.Spare(f.Align, f.Width-min(r.Size.W, f.Width))
	}
	if len(r.Strips) > 0 {
		b.strips(g, f, v, &r, x, e, caption)
		return r
	}
	g.Add(galley.Box{Height: r.Size.H, Items: figure.Place(r.Items, geom.Point{X: x}, e)})
	return r
}

// strips adds a drawing that may run over pages; its head and its caption stand again above the rest.
func (b *builder) strips(g *galley.Galley, f typeset.Frame, v *doc.Figure, r *figure.Result, x geom.Length, e *page.Elem, caption []doc.Inline) {
	costs := [...]int32{canvas.CutFree: galley.PenaltyStrip, canvas.CutInside: galley.PenaltyStrip * 4, canvas.CutNever: galley.PenaltyStrand}
	rest := galley.Region{Head: b.set.Continued(f, caption, b.styles.Styled(v.CaptionStyle))}
	n := g.Open(galley.Region{})
	for i, s := range r.Strips {
		if i > 0 {
			g.Bind(costs[s.Cut])
		}
		if i > 0 && i <= r.Head {
			g.Bind(galley.PenaltyStrand)
		}
		items := figure.Place(s.Items, geom.Point{X: x}, e)
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
	if rest.HeadHeight < b.unit.room()/3 {
		g.Regions[n].Head, g.Regions[n].HeadHeight = rest.Head, rest.HeadHeight
	}
	g.Close(n)
}

// dataTable is what a figure shows, as a table: the first column names the rows, columns of numbers stand at the right.
func dataTable(v *doc.Figure, look *doc.TableLook, rows [][]string) *doc.Table {
	t := &doc.Table{Look: look, At: v.At, Alt: doc.Plain(v.Title)}
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
	head := look.HeadStyle
	if head == nil {
		head = look.Style
	}
	t.Head = []doc.Row{cells(rows[0], head)}
	for _, row := range rows[1:] {
		t.Body = append(t.Body, cells(row, look.Style))
	}
	return t
}

// numeric tells whether a text is a number, with or without its unit, or the sign for none.
func numeric(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return s == "" || r == '–' || r == '−' || r == '<' || r >= '0' && r <= '9'
}

// drawn is what figure needs to know of a style.
func (b *builder) drawn(s *doc.Style) canvas.Setting {
	s = b.styles.Styled(s)
	return canvas.Setting{Label: *b.styles.Font(s, &doc.Look{}, ""), Strong: *b.styles.Font(s, &doc.Look{Bold: true}, ""), Ink: s.Ink,
		Palette: b.shared.doc.Palette, Lang: b.shared.doc.Lang, Room: b.unit.room()}
}
