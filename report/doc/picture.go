package doc

import (
	"konzept/report/diag"
	"konzept/report/geom"
	"konzept/report/picture"
)

// Picture is a photograph, drawing or logo at a wished size.
type Picture struct {
	Picture      *picture.Picture
	Width        geom.Length // 0: the measure
	Height       geom.Length // 0: from the proportions
	Cover        bool        // fills Width x Height, cropped about the focal point
	Fill         bool        // grows into what is left of the page; it then covers
	Bleeds       geom.Sides  // sides at which it runs over the trim; it then covers
	Alt          string
	AltLang      string // of Alt, if it is foreign
	Decorative   bool
	Caption      []Inline
	Credit       []Inline
	Align        Align
	CaptionStyle *Style
	At           diag.Span // where the data name its file
}

func (b *Picture) walk(w *walker) {
	w.in(b.AltLang, func() { w.said(&b.Alt) })
	w.inlines(b.Caption, b.CaptionStyle)
	w.inlines(b.Credit, b.CaptionStyle)
}

func (b *Picture) scaled(s *Scale) Block {
	c := *b
	c.Width, c.Height, c.CaptionStyle = s.Length(b.Width), s.Length(b.Height), s.Style(b.CaptionStyle)
	return &c
}

func (b *Picture) dump(p *dumper) {
	name := ""
	if b.Picture != nil {
		name = b.Picture.Name
	}
	p.line("picture", quote("file", name), length("width", b.Width), length("height", b.Height), flag("cover", b.Cover), flag("fill", b.Fill), word("bleed", b.Bleeds.String()), flag("decorative", b.Decorative), quote("alt", b.Alt), word("lang", b.AltLang),
		called("align", b.Align), p.labelled("caption", b.Caption), p.labelled("credit", b.Credit))
}
