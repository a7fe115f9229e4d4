package doc

import (
	"strings"

	"konzept/report/diag"
)

// Visitor is told of everything that a document holds. A nil function is not called.
type Visitor struct {
	Inlines func(list []Inline, s *Style, lang string) // a paragraph, a title, a label; s is nil where the block names none
	Label   func(s *string, lang string)               // a text without inlines that is printed where it stands
	Said    func(s *string, lang string)               // one that is heard, or printed elsewhere: an alternative text, a running head
	Anchor  func(name string)                          // of a block or a row
	Enter   func(b Block)                              // before what a block holds
	Leave   func(b Block)                              // after it
}

// Walk visits everything in a document in reading order. Anchors and addresses are no texts. Footnotes are visited by
// whoever looks into the inlines that hold them: see Each.
func (d *Document) Walk(v Visitor) {
	w := walker{v, d.Lang}
	w.said(&d.Title, &d.Subject, &d.Words.Draft)
	var styles []*PageStyle // chapters share them
	for i := range d.Chapters {
		c := &d.Chapters[i]
		known := c.Page == nil
		for _, s := range styles {
			known = known || s == c.Page
		}
		if !known {
			styles = append(styles, c.Page)
			w.pageStyle(c.Page)
		}
		w.blocks(c.Blocks)
	}
	for i := range d.Posters {
		p := &d.Posters[i]
		w.said(&p.Title)
		for k := range p.Areas {
			w.blocks(p.Areas[k].Blocks)
		}
	}
}

// WalkBlocks visits blocks and all that they hold. The language of what names none is empty.
func WalkBlocks(list []Block, v Visitor) {
	w := walker{v, ""}
	w.blocks(list)
}

type walker struct {
	Visitor
	lang string
}

func (w *walker) blocks(list []Block) {
	for _, b := range list {
		if w.Enter != nil {
			w.Enter(b)
		}
		b.walk(w)
		if w.Leave != nil {
			w.Leave(b)
		}
	}
}

func (w *walker) inlines(list []Inline, s *Style) {
	if len(list) > 0 && w.Inlines != nil {
		w.Inlines(list, s, w.lang)
	}
}

func (w *walker) labels(list ...*string) { each(list, w.Label, w.lang) }

func (w *walker) said(list ...*string) { each(list, w.Said, w.lang) }

func each(list []*string, visit func(*string, string), lang string) {
	for _, s := range list {
		if *s != "" && visit != nil {
			visit(s, lang)
		}
	}
}

func (w *walker) anchor(name string) {
	if name != "" && w.Anchor != nil {
		w.Anchor(name)
	}
}

// in visits what stands in another language; an empty one changes nothing.
func (w *walker) in(lang string, visit func()) {
	outer := w.lang
	if lang != "" {
		w.lang = lang
	}
	visit()
	w.lang = outer
}

func (w *walker) pageStyle(p *PageStyle) {
	for _, r := range []*Running{&p.Head, &p.Foot} {
		w.inlines(r.Inner, r.Style)
		w.inlines(r.Centre, r.Style)
		w.inlines(r.Outer, r.Style)
	}
	w.blocks(p.Legend)
	w.labels(&p.Tab)
}

// FirstStyle is the style of the first text in blocks that names one, lists and groups included, or nil.
func FirstStyle(blocks []Block) (first *Style) {
	w := walker{Visitor{Inlines: func(_ []Inline, s *Style, _ string) {
		if first == nil {
			first = s
		}
	}}, ""}
	w.blocks(blocks)
	return first
}

// Cause finds the text of which most words stand in blocks: where something is too long, it is the one to shorten. It
// prefers texts that are not from a template, which begin with prefix; words are its first ones.
func Cause(blocks []Block, prefix string) (at diag.Span, words string) {
	sums, first := map[diag.Span]int{}, map[diag.Span]string{}
	most := 0
	WalkBlocks(blocks, Visitor{Inlines: func(list []Inline, _ *Style, _ string) {
		for i := range Each(list) {
			t, ok := i.(*Text)
			if !ok || !t.At.Known() || strings.HasPrefix(t.At.File, prefix) {
				continue
			}
			if first[t.At] == "" {
				first[t.At] = t.Text
			}
			if sums[t.At] += len(t.Text); sums[t.At] > most {
				at, most = t.At, sums[t.At]
			}
		}
	}})
	words = first[at]
	const shown = 60
	if r := []rune(words); len(r) > shown {
		words = string(r[:shown]) + "…"
	}
	return at, words
}
