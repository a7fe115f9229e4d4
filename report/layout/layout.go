// Package layout turns a document into pages: lines, boxes and tables at fixed places, with their structure elements.
//
// It never paints, never reads files and never drops text: what does not fit runs over its frame and is a finding. Every
// scale knows the same verbs: a construct collects vertical material into a galley, the breaker chooses where it is cut,
// and the pieces are placed. Blocks are set by flow; this package makes pages and posters of them, with heads, feet,
// legends, notes and tabs, until page numbers have settled.
package layout

import (
	"runtime"

	"konzept/report/barriers"
	"konzept/report/diag"
	"konzept/report/doc"
	"konzept/report/flow"
	"konzept/report/galley"
	"konzept/report/geom"
	"konzept/report/hyphen"
	"konzept/report/introspection"
	"konzept/report/page"
	"konzept/report/typeface"
	"konzept/report/typeset"
	"konzept/report/work"
)

// Options of a layout; the zero value is right for a document of any size.
type Options struct {
	Workers int // units laid out at the same time; 0: one a processor. It never changes a result.
	MinPPI  int // effective resolution below which a picture is a finding; 0: 150

	Exceptions *hyphen.Exceptions // the project's own hyphenations, or nil
	Protrude   bool               // punctuation of justified text hangs into the margin a little
	Expand     int                // thousandths by which glyphs of justified text may be made wider or narrower
}

// rounds is how often page numbers may change what they are printed in before that is a finding.
const rounds = 5

// Pages lays out the chapters of d. Findings are added to out in the document's order.
func Pages(d *doc.Document, f *typeface.Fonts, o Options, out *diag.List) *page.Document {
	if o.MinPPI == 0 {
		o.MinPPI = 150
	}
	s := &setting{&common{doc: d, fonts: f, options: o, index: introspection.Read(d), root: &page.Elem{Type: "Document"}, lang: typeset.Language(d.Lang)}}
	if f.Empty() {
		out.Add("no-fonts", diag.Span{})
		return &page.Document{Title: d.Title, Lang: d.Lang, Palette: d.Palette, Root: s.common.root}
	}
	barriers.Texts(d, out)
	if len(d.Posters) > 0 {
		sheets := s.posters(out)
		f.Report(out)
		return sheets
	}
	units := s.units()
	s.settle(units, out)
	pages := s.assemble(units, out)
	f.Report(out)
	return pages
}

// setting is one document while it is laid out; it is read only while units run.
type setting struct{ common *common }

// common is what all units of a document share.
type common struct {
	doc     *doc.Document
	fonts   *typeface.Fonts
	options Options
	index   introspection.Index
	labels  introspection.Labels
	root    *page.Elem
	lang    string
}

// unit is what is broken into pages in one go: a chapter, and those that go on below it on the same page.
type unit struct {
	setting *setting
	style   *doc.PageStyle
	start   doc.Side
	number  string
	blocks  [][]doc.Block
	base    introspection.Counts
	builder *flow.Builder
	galley  *galley.Galley
	legend  *galley.Box
	left    bool        // its first page is a left one
	follows bool        // it may begin on the page on which the unit before it ends
	offset  geom.Length // how far below that page's top it does; 0: it has a page of its own
	pages   []galley.Span
	out     diag.List
	refers  bool
	fields  fields // of the page at hand, while its running lines are set

	legendCopy []page.Item
}

// units joins chapters that share a page with the one before them.
func (s *setting) units() []*unit {
	var us []*unit
	for i := range s.common.doc.Chapters {
		c := &s.common.doc.Chapters[i]
		if c.Start == doc.SamePage && len(us) > 0 {
			last := us[len(us)-1]
			last.blocks = append(last.blocks, c.Blocks)
			last.refers = last.refers || s.common.index.Refers[i]
			continue
		}
		u := &unit{setting: s, style: pageStyle(c.Page), start: c.Start, number: c.Numbering, base: s.common.index.Base[i], refers: s.common.index.Refers[i]}
		u.blocks = append(u.blocks, c.Blocks)
		u.follows = len(us) > 0 && mayFollow(c, us[len(us)-1])
		us = append(us, u)
	}
	return us
}

// settle collects and breaks until the page numbers printed are those that result.
func (s *setting) settle(us []*unit, out *diag.List) {
	s.each(us, (*unit).lay)
	s.arrange(us, 1)
	s.common.labels = s.number(us)
	for round := 2; ; round++ {
		s.each(us, func(u *unit) {
			if u.refers {
				u.lay()
			}
		})
		s.arrange(us, round)
		next := s.number(us)
		moved := s.common.labels.Differs(next)
		s.common.labels = next
		if moved == "" {
			break
		}
		if round == rounds {
			name, at := s.common.index.Called(moved)
			out.Add("pages-unsettled", at, name)
			break
		}
	}
	for _, u := range us {
		out.Findings = append(out.Findings, u.out.Findings...)
	}
}

// arrange gives every unit the side it starts on and breaks those again whose pages depend on it.
func (s *setting) arrange(us []*unit, round int) {
	n := 0
	for i, u := range us {
		if u.follows {
			u.runOn(us[i-1], round)
		}
		if u.offset > 0 {
			n--
		}
		n += blanks(n, u.start)
		if left := n%2 == 1; left != u.left {
			u.left = left
			if u.cut(); u.flowed(true) {
				u.lay()
			}
		}
		n += u.pageCount()
	}
}

// blanks is how many blank pages stand before one that opens on a side when n pages precede it.
func blanks(n int, start doc.Side) int {
	right := n%2 == 0
	if start == doc.RightSide && !right || start == doc.LeftSide && right {
		return 1
	}
	return 0
}

// each does something with every unit; units share nothing that is written to, so order cannot matter.
func (s *setting) each(us []*unit, do func(*unit)) {
	n := s.common.options.Workers
	if n <= 0 {
		n = runtime.GOMAXPROCS(0)
	}
	work.Each(n, len(us), func(i int) { do(us[i]) })
}

// lay collects and cuts the unit until all columns fill the height that is left where they begin. One after the other
// finds its place; should that never end, all keep the places that they have.
func (u *unit) lay() {
	for pass := 0; ; pass++ {
		u.collect()
		u.cut()
		most := 2 * len(u.builder.Starts)
		if !u.flowed(pass == most) || pass > most {
			return
		}
	}
}

// collect builds the unit's galley; a later round reuses the lines of all paragraphs that name no page.
func (u *unit) collect() {
	u.out, u.legend = diag.List{}, nil
	if u.builder == nil {
		u.builder = u.newBuilder()
	}
	b := u.builder
	g := &galley.Galley{Grid: u.style.Grid}
	b.Restart(u.base, g)
	u.legend = b.Legend(u.style, u.setting.common.root)
	for _, blocks := range u.blocks {
		sect := &typeset.Section{Base: u.setting.common.root}
		b.Blocks(g, typeset.Frame{Width: u.column(), Sect: sect}, blocks)
	}
	g.FlushPending()
	if g.Grid > 0 {
		g.LeadIn()
	}
	u.galley = g
	b.Set.FinishRound()
}

// newBuilder is what sets the unit's blocks.
func (u *unit) newBuilder() *flow.Builder {
	all := u.setting.common
	o := &all.options
	st := typeset.NewStyles(all.fonts, all.lang, typeset.Microtypography{Exceptions: o.Exceptions, Protrude: o.Protrude, Expand: o.Expand})
	set := &typeset.Setter{Doc: all.doc, Index: &all.index, Labels: &all.labels, Styles: st, Out: &u.out,
		Grid: u.style.Grid, Field: u.field, Refers: u.refers, Width: u.column()}
	return flow.New(set, flow.Area{PageHeight: u.contentHeight, Body: u.body(), Margin: u.style.Outer, MinPPI: o.MinPPI})
}

// column is the width of a column of text.
func (u *unit) column() geom.Length {
	p := u.style
	n := geom.Length(columns(p))
	return max((p.Size.W-p.Inner-p.Outer-(n-1)*p.Gap)/n, geom.Pt)
}

func columns(p *doc.PageStyle) int { return max(p.Columns, 1) }

// body is the height of a page's text area.
func (u *unit) body() geom.Length {
	return max(u.style.Size.H-u.style.Top-u.style.Bottom, geom.Pt)
}

// pageStyle returns p, or A4 with plain margins for a chapter without a style.
func pageStyle(p *doc.PageStyle) *doc.PageStyle {
	if p != nil && p.Size.W > 0 && p.Size.H > 0 {
		return p
	}
	return &doc.PageStyle{Size: geom.Size{W: 210 * geom.MM, H: 297 * geom.MM},
		Inner: 25 * geom.MM, Outer: 20 * geom.MM, Top: 25 * geom.MM, Bottom: 25 * geom.MM}
}
