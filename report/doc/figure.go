package doc

import (
	"konzept/report/diag"
	"konzept/report/geom"
)

// Figure is a vector drawing with number, title and source; figure draws it.
type Figure struct {
	Drawing      Drawing
	Title        []Inline
	Number       bool // numbered "Abbildung n"
	Source       []Inline
	Alt          string // empty: figure's own sentence
	Decorative   bool   // says nothing that the text does not say
	Width        geom.Length
	Height       geom.Length
	Style        *Style // labels within
	CaptionStyle *Style
	Anchor       string
	Table        *TableStyle // its data stand below it as a table; nil: they do not
	Spare        *TableStyle // so do data that are too many to be heard and stand nowhere else; nil: all are heard
	Values       string      // tells where its data stand in words
	At           diag.Span
}

// Drawing is what figure can draw. The interface is sealed: a drawing that does not say which texts it holds and how it is
// dumped does not compile.
type Drawing interface {
	walk(w *walker)
	kind(p *dumper) string // its name with its options
	dump(p *dumper)        // what it is made of, one part a line
}

func (f *Figure) walk(w *walker) {
	w.anchor(f.Anchor)
	w.inlines(f.Title, f.CaptionStyle)
	w.said(&f.Alt, &f.Values)
	if f.Drawing != nil {
		f.Drawing.walk(w)
	}
	w.inlines(f.Source, f.CaptionStyle)
}

func (f *Figure) scaled(s *Scale) Block {
	c := *f
	c.Width, c.Height = s.Length(f.Width), s.Length(f.Height)
	c.Style, c.CaptionStyle, c.Table, c.Spare = s.Style(f.Style), s.Style(f.CaptionStyle), s.tableStyle(f.Table), s.tableStyle(f.Spare)
	return &c
}

func (f *Figure) dump(p *dumper) {
	kind := "nothing"
	if f.Drawing != nil {
		kind = f.Drawing.kind(p)
	}
	p.line("figure", kind, length("width", f.Width), length("height", f.Height), flag("number", f.Number), flag("table", f.Table != nil), flag("decorative", f.Decorative), quote("alt", f.Alt), quote("values", f.Values), word("anchor", f.Anchor), p.labelled("title", f.Title), p.labelled("source", f.Source))
	if f.Drawing != nil {
		p.depth++
		f.Drawing.dump(p)
		p.depth--
	}
}
