package doc

import (
	"strings"

	"konzept/report/diag"
)

// Visitor is told of everything that a document sets as text. A nil function is not called.
type Visitor struct {
	Inlines func(list []Inline, s *Style, lang string) // a paragraph, a title, a label; s is nil where the block names none
	String  func(s *string, lang string)               // a text without inlines, such as an alternative text
}

// Walk visits all texts of a document in reading order. Names, anchors and addresses are no texts. Footnotes are visited
// by whoever looks into the inlines that hold them.
func (d *Document) Walk(v Visitor) {
	w := walker{v, d.Lang}
	w.strings(&d.Title, &d.Subject)
	w.strings(&d.Words.Draft)
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
		w.strings(&p.Title)
		for k := range p.Areas {
			w.blocks(p.Areas[k].Blocks)
		}
	}
}

type walker struct {
	Visitor
	lang string
}

func (w *walker) strings(list ...*string) {
	for _, s := range list {
		if *s != "" && w.String != nil {
			w.String(s, w.lang)
		}
	}
}

func (w *walker) inlines(list []Inline, s *Style) {
	if len(list) > 0 && w.Inlines != nil {
		w.Inlines(list, s, w.lang)
	}
}

func (w *walker) pageStyle(p *PageStyle) {
	for _, r := range []*Running{&p.Head, &p.Foot} {
		w.inlines(r.Inner, r.Style)
		w.inlines(r.Centre, r.Style)
		w.inlines(r.Outer, r.Style)
	}
	w.blocks(p.Legend)
	w.strings(&p.Tab)
}

func (w *walker) blocks(list []Block) {
	for _, b := range list {
		w.block(b)
	}
}

func (w *walker) block(b Block) {
	switch b := b.(type) {
	case *Paragraph:
		w.inlines(b.Inlines, b.Style)
	case *Heading:
		w.inlines(b.Inlines, b.Style)
		w.strings(&b.Running)
	case *Group:
		outer := w.lang
		if b.Lang != "" {
			w.lang = b.Lang
		}
		w.blocks(b.Blocks)
		w.lang = outer
	case *List:
		for i := range b.Items {
			w.strings(&b.Items[i].Label)
			w.blocks(b.Items[i].Blocks)
		}
	case *Box:
		w.blocks(b.Blocks)
	case *Grid:
		for _, cell := range b.Cells {
			w.blocks(cell)
		}
	case *Margin:
		w.blocks(b.Blocks)
	case *Columns:
		w.blocks(b.Blocks)
	case *Picture:
		outer := w.lang
		if b.AltLang != "" {
			w.lang = b.AltLang
		}
		w.strings(&b.Alt)
		w.lang = outer
		w.inlines(b.Caption, b.CaptionStyle)
		w.inlines(b.Credit, b.CaptionStyle)
	case *Register:
		for i := range b.Entries {
			w.inlines(b.Entries[i].Text, b.Style)
		}
	case *Timeline:
		for i := range b.Entries {
			w.inlines(b.Entries[i].When, nil)
			w.blocks(b.Entries[i].Blocks)
		}
	case *Table:
		w.table(b)
	case *Pairs:
		for i := range b.Rows {
			w.inlines(b.Rows[i].Label, nil)
			w.blocks(b.Rows[i].Value)
		}
	case *Figure:
		w.figure(b)
	case *Contents, *Space, *Rule, *PageBreak: // no texts of their own
	}
}

func (w *walker) table(t *Table) {
	w.inlines(t.Caption, nil)
	w.strings(&t.Alt)
	for _, rows := range [][]Row{t.Head, t.Body, t.Foot} {
		for i := range rows {
			for k := range rows[i].Cells {
				w.blocks(rows[i].Cells[k].Blocks)
			}
		}
	}
	w.inlines(t.Source, nil)
}

func (w *walker) figure(f *Figure) {
	w.inlines(f.Title, f.CaptionStyle)
	w.strings(&f.Alt)
	switch d := f.Drawing.(type) {
	case *Bars:
		w.chart(d.Labels, d.Series)
	case *Lines:
		w.chart(d.Labels, d.Series)
	case *Donut:
		w.strings(&d.Unit)
		for i := range d.Parts {
			w.strings(&d.Parts[i].Label)
		}
	case *Progress:
		w.strings(&d.Unit)
		for i := range d.Rows {
			w.strings(&d.Rows[i].Label)
		}
	case *Gantt:
		w.gantt(d)
	case *Tree:
		w.strings(&d.Unit)
		for i := range d.Ranks {
			w.strings(&d.Ranks[i])
		}
		for i := range d.Nodes {
			w.strings(&d.Nodes[i].Code, &d.Nodes[i].Label, &d.Nodes[i].Note)
		}
	case *Flow:
		w.flow(d)
	case *Places:
		w.places(d)
	case *Meter, *QR, *Sign: // no texts
	}
	w.inlines(f.Source, f.CaptionStyle)
}

func (w *walker) chart(labels []string, series []Series) {
	for i := range labels {
		w.strings(&labels[i])
	}
	for i := range series {
		w.strings(&series[i].Name)
	}
}

func (w *walker) gantt(d *Gantt) {
	w.strings(&d.Written, &d.Unit)
	for i := range d.Lanes {
		w.strings(&d.Lanes[i].Title)
		for k := range d.Lanes[i].Rows {
			r := &d.Lanes[i].Rows[k]
			w.strings(&r.Code, &r.Label, &r.State, &r.From, &r.To)
			for n := range r.Marks {
				w.strings(&r.Marks[n].When, &r.Marks[n].Label)
			}
		}
	}
}

func (w *walker) flow(d *Flow) {
	w.strings(&d.Unit)
	for i := range d.Stages {
		w.strings(&d.Stages[i].Title)
		for k := range d.Stages[i].Stops {
			w.strings(&d.Stages[i].Stops[k].Label, &d.Stages[i].Stops[k].Note)
		}
	}
}

func (w *walker) places(d *Places) {
	w.strings(&d.Unit)
	for i := range d.Rows {
		w.strings(&d.Rows[i].Name, &d.Rows[i].Note)
		for k := range d.Rows[i].Items {
			w.strings(&d.Rows[i].Items[k].Label)
		}
	}
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
	var look func(list []Inline)
	look = func(list []Inline) {
		for _, i := range list {
			switch i := i.(type) {
			case *Text:
				if !i.At.Known() || strings.HasPrefix(i.At.File, prefix) {
					continue
				}
				if first[i.At] == "" {
					first[i.At] = i.Text
				}
				if sums[i.At] += len(i.Text); sums[i.At] > most {
					at, most = i.At, sums[i.At]
				}
			case *Link:
				look(i.Inlines)
			case *Footnote:
				look(i.Inlines)
			}
		}
	}
	w := walker{Visitor{Inlines: func(list []Inline, _ *Style, _ string) { look(list) }}, ""}
	w.blocks(blocks)
	words = first[at]
	const shown = 60
	if r := []rune(words); len(r) > shown {
		words = string(r[:shown]) + "…"
	}
	return at, words
}
