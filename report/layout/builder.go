package layout

import (
	"fmt"
	"strings"

	"konzept/report/doc"
	"konzept/report/galley"
	"konzept/report/geom"
	"konzept/report/page"
	"konzept/report/text"
)

// builder collects one unit's blocks into galleys. Nothing of it is shared with another unit.
type builder struct {
	unit    *unit
	set     *setting
	width   geom.Length // of a column of text
	count   counts
	refers  bool // names pages, so that it is collected again when they are known
	lines   [][]text.Line
	at      int // of lines
	fonts   map[fontKey]*text.Font
	styles  map[styleKey]*doc.Style
	heads   int // headings met
	free    []*galley.Galley
	spare   []*inlines
	texts   []page.Text
	items   []page.Item
	elems   []page.Elem
	leading geom.Length // of the last text set, for findings that count lines
	quiet   bool        // artifacts: no element, no finding
	ground  bool        // of a filled area: notes take the ink of their paragraph
	depth   int         // of lists
	inBox   int         // boxes around the present block: their text keeps no register
	low     map[string]bool
	main    *galley.Galley // of the unit
	flows   []flow         // in the main galley
}

type styleKey struct {
	style *doc.Style
	name  string
}

func newBuilder(u *unit) *builder {
	return &builder{unit: u, set: u.setting, width: u.column(), fonts: map[fontKey]*text.Font{}, styles: map[styleKey]*doc.Style{}}
}

// restart begins a round.
func (b *builder) restart(base counts) {
	b.count, b.heads, b.at, b.depth = base, base.headings, 0, 0
	b.refers, b.quiet = b.unit.refers || len(b.flows) > 0, false // columns find their places in further passes
	b.low = map[string]bool{}
	b.flows = b.flows[:0]
}

// finishRound drops what only a further round would need.
func (b *builder) finishRound() {
	if !b.refers {
		b.lines = nil
	}
	b.free, b.spare = nil, nil
}

// frame is where blocks stand: their left edge and width within a galley, and what their elements hang on.
type frame struct {
	x, width geom.Length
	sect     *section
	align    doc.Align // of cells
	aligned  bool
	style    *doc.Style // of paragraphs without one
}

// inset returns the frame without so much at its left and right.
func (f frame) inset(left, right geom.Length) frame {
	f.x += left
	f.width = max(f.width-left-right, geom.Pt)
	return f
}

// under returns the frame with e as the parent of its elements.
func (f frame) under(e *page.Elem) frame {
	f.sect = &section{base: e}
	return f
}

// parent is the element on which the next block hangs.
func (f frame) parent() *page.Elem { return f.sect.parent() }

// blocks collects a list of blocks.
func (b *builder) blocks(g *galley.Galley, f frame, list []doc.Block) {
	for i, block := range list {
		f.sect.begin(b, leads(list[i:]))
		if i > 0 && announces(list[i-1]) && leadable(block) {
			g.Bind(galley.PenaltyStrand)
		}
		b.block(g, f, block)
		if heads(block) {
			g.Bind(galley.PenaltyStrand)
		}
	}
}

func (b *builder) block(g *galley.Galley, f frame, block doc.Block) {
	switch v := block.(type) {
	case *doc.Paragraph:
		b.paragraph(g, f, v)
	case *doc.Heading:
		b.heading(g, f, v)
	case *doc.Group:
		b.group(g, f, v)
	case *doc.List:
		b.list(g, f, v)
	case *doc.Space:
		b.space(g, v)
	case *doc.Rule:
		b.rule(g, f, v)
	case *doc.PageBreak:
		g.Eject, g.Start = true, v.Start
	case *doc.Table:
		b.table(g, f, v)
	case *doc.Pairs:
		b.pairs(g, f, v)
	case *doc.Box:
		b.box(g, f, v)
	case *doc.Grid:
		b.grid(g, f, v)
	case *doc.Columns:
		b.columns(g, f, v)
	case *doc.Margin:
		b.margin(g, f, v)
	case *doc.Picture:
		b.picture(g, f, v)
	case *doc.Figure:
		b.figure(g, f, v)
	case *doc.Timeline:
		b.timeline(g, f, v)
	case *doc.Contents:
		b.contents(g, f, v)
	case *doc.Register:
		b.register(g, f, v)
	default:
		panic(fmt.Sprintf("layout: nobody sets a %T", block))
	}
}

// elem makes a structure element below parent.
func (b *builder) elem(kind string, parent *page.Elem) *page.Elem {
	if b.quiet {
		return nil
	}
	if len(b.elems) == 0 {
		b.elems = make([]page.Elem, 64)
	}
	e := &b.elems[0]
	b.elems = b.elems[1:]
	e.Type, e.Parent = kind, parent
	return e
}

// text makes a text item from a chunk: there are hundreds of thousands of them.
func (b *builder) text() *page.Text {
	if len(b.texts) == 0 {
		b.texts = make([]page.Text, 128)
	}
	t := &b.texts[0]
	b.texts = b.texts[1:]
	return t
}

// room returns an empty list of items with room for n.
func (b *builder) room(n int) []page.Item {
	if n > 128 {
		return make([]page.Item, 0, n)
	}
	if len(b.items) < n {
		b.items = make([]page.Item, 512)
	}
	list := b.items[:0:n]
	b.items = b.items[n:]
	return list
}

// take lends an empty galley; put gives it back when its boxes are placed.
func (b *builder) take() *galley.Galley {
	if n := len(b.free); n > 0 {
		g := b.free[n-1]
		b.free = b.free[:n-1]
		return g
	}
	return &galley.Galley{}
}

func (b *builder) put(g *galley.Galley) {
	g.Reset()
	b.free = append(b.free, g)
}

// derive returns a style made from s by change, the same one each time.
func (b *builder) derive(s *doc.Style, name string, change func(*doc.Style)) *doc.Style {
	key := styleKey{s, name}
	if d := b.styles[key]; d != nil {
		return d
	}
	d := *s
	change(&d)
	b.styles[key] = &d
	return &d
}

// plain is the style of blocks that name none.
var plain = doc.Style{Name: "plain", Size: 10 * geom.Pt, Leading: 14 * geom.Pt}

// styled returns a style that can be set: with a size and a leading.
func (b *builder) styled(s *doc.Style) *doc.Style {
	switch {
	case s == nil:
		return &plain
	case s.Size > 0 && s.Leading > 0:
		return s
	}
	return b.derive(s, "whole", func(d *doc.Style) {
		if d.Size <= 0 {
			d.Size = plain.Size
		}
		if d.Leading <= 0 {
			d.Leading = d.Size.Mul(14, 10)
		}
	})
}

// language is the primary subtag of a BCP 47 tag.
func language(tag string) string {
	tag, _, _ = strings.Cut(tag, "-")
	return tag
}

// fontKey is what decides a font.
type fontKey struct {
	style        *doc.Style
	bold, italic bool
	scale        int
	lang         string
}

// font returns the font of a style with a look.
func (b *builder) font(s *doc.Style, look *doc.Look, lang string) *text.Font {
	if lang == "" {
		lang = b.set.lang
	} else {
		lang = language(lang)
	}
	key := fontKey{s, look.Bold, look.Italic, look.Scale, lang}
	if f := b.fonts[key]; f != nil {
		return f
	}
	weight := weightOf(s)
	if look.Bold {
		weight = bolder(weight)
	}
	f := &text.Font{Faces: b.set.fonts.Resolve(s.Families, weight, s.Italic != look.Italic), Size: s.Size, Lang: lang, Others: b.set.fonts.others(weight)}
	if look.Scale > 0 {
		f.Size = s.Size.Mul(int64(look.Scale), 100)
	}
	if s.Tabular {
		f.Features |= text.TabularFigures
	}
	b.fonts[key] = f
	return f
}

// bolder is the weight of bold text within text of weight w.
func bolder(w int) int {
	if w < 600 {
		return 700
	}
	return 900
}
