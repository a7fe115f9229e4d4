package richtext

import (
	"strings"

	"konzept/report/doc"
	"konzept/report/geom"
	"konzept/report/markup"
)

// Look is how the blocks of a text are set beside its paragraphs.
type Look struct {
	Level   int                                         // of the heading under which the text stands
	Heading func(level int, text *doc.Style) *doc.Style // of a subheading
	Table   *doc.TableStyle
	Bar     geom.Ink // beside quotations
}

// maxLevel is the lowest of headings in PDF (ISO 32000-1, 14.8.4.2).
const maxLevel = 6

// Blocks sets a text of the data as blocks: paragraphs, lists within lists, subheadings below the heading under which the text
// stands, tables and quotations.
func Blocks(h Host, t *Text, style *doc.Style, look *Look) []doc.Block {
	d := &setter{host: h, text: t, style: style, look: look}
	for _, b := range markup.Blocks(t.Text, t.place()) {
		d.block(&b)
	}
	return d.out
}

type setter struct {
	host  Host
	text  *Text
	style *doc.Style
	look  *Look
	out   []doc.Block
	quote int        // the quotation that was opened last
	box   *doc.Box   // which is this
	lists []openList // each within the last item of the one before
}

// openList is a list that may go on, and the white before its items.
type openList struct {
	list     *doc.List
	depth    int
	labelled bool // its items are numbered or lettered
}

func (d *setter) block(b *markup.Block) {
	if b.Quote != d.quote {
		d.lists = nil
		d.openQuotation(b.Quote)
	}
	switch b.Kind {
	case markup.NoteText:
	case markup.Item:
		if p := d.paragraph(b.Nodes, d.style); p != nil {
			l := d.within(b)
			l.Items = append(l.Items, doc.Item{Label: b.Label, Blocks: []doc.Block{p}})
		}
	case markup.Title:
		d.lists = nil
		if inlines := d.inlines(b.Nodes); len(inlines) > 0 {
			level := min(d.look.Level+b.Depth, maxLevel)
			d.add(&doc.Heading{Level: level, Inlines: inlines, Style: d.look.Heading(level, d.style), Unlisted: true, At: d.text.At})
		}
	case markup.Table:
		d.lists = nil
		d.add(d.table(b))
	default:
		if p := d.paragraph(b.Nodes, d.style); p != nil {
			d.goOn(b, p)
		}
	}
}

// openQuotation has the blocks that follow set as a quotation, or as plain text if n is 0.
func (d *setter) openQuotation(n int) {
	if d.quote, d.box = n, nil; n > 0 {
		gap := d.style.Leading / 4
		box := &doc.Box{Role: "BlockQuote", Bar: geom.Pt, Ink: d.look.Bar, Pad: geom.Edges{Left: d.style.Leading / 2}, Before: gap, After: gap}
		d.add(box)
		d.box = box
	}
}

func (d *setter) add(b doc.Block) {
	if d.box != nil {
		d.box.Blocks = append(d.box.Blocks, b)
	} else {
		d.out = append(d.out, b)
	}
}

func (d *setter) inlines(nodes []markup.Node) []doc.Inline {
	w := Writer{Host: d.host, Lang: d.text.Lang, Exact: d.text.Verbatim, Open: true}
	w.nodes(d.text, nodes, doc.CharStyle{})
	return w.Finish()
}

// paragraph is a paragraph of the text; nil if it prints nothing.
func (d *setter) paragraph(nodes []markup.Node, style *doc.Style) *doc.Paragraph {
	if inlines := d.inlines(nodes); len(inlines) > 0 {
		return d.host.Paragraph(inlines, style)
	}
	return nil
}

// goOn sets a paragraph: one that is indented behind a list goes on with its last item.
func (d *setter) goOn(b *markup.Block, p *doc.Paragraph) {
	for n := len(d.lists); n > 0 && b.Loose; n-- {
		if l := d.lists[n-1]; b.Depth >= l.depth+2 {
			last := &l.list.Items[len(l.list.Items)-1]
			last.Blocks = append(last.Blocks, p)
			d.lists = d.lists[:n]
			return
		}
	}
	d.lists = nil
	d.add(p)
}

// within is the list that takes an item: one that is indented by two or more opens a list in the item before. A numbered
// item does not join a list of bullets.
func (d *setter) within(b *markup.Block) *doc.List {
	n := len(d.lists)
	for n > 1 && b.Depth < d.lists[n-1].depth {
		n--
	}
	if n > 0 && (b.Depth < d.lists[n-1].depth+2 || n == maxLists) {
		if d.lists[n-1].labelled == (b.Label != "") {
			d.lists = d.lists[:n]
			return d.lists[n-1].list
		}
		n--
	}
	d.lists = d.lists[:n]
	l := &doc.List{Style: d.style, Ordered: strings.ContainsAny(b.Label, "0123456789")}
	if n == 0 {
		d.add(l)
	} else {
		up := d.lists[n-1].list
		item := &up.Items[len(up.Items)-1]
		item.Blocks = append(item.Blocks, l)
	}
	d.lists = append(d.lists, openList{l, b.Depth, b.Label != ""})
	return l
}

// maxLists is how deep lists of the data nest: deeper ones have no room beside their bullets.
const maxLists = 4

// table is a table of the text.
func (d *setter) table(b *markup.Block) *doc.Table {
	t := &doc.Table{Style: d.look.Table, At: d.text.At}
	for _, a := range b.Aligns {
		t.Columns = append(t.Columns, doc.Column{Align: [...]doc.Align{markup.Left: doc.Left, markup.Centre: doc.Centre, markup.Right: doc.Right}[a]})
	}
	t.Head = []doc.Row{d.row(b.Rows[0].Cells, true, t.Style.HeadStyle)}
	for _, r := range b.Rows[1:] {
		t.Body = append(t.Body, d.row(r.Cells, false, t.Style.Style))
	}
	if len(t.Body) == 0 { // a table of a head alone is none (ISO 14289-1, 7.2)
		t.Body, t.Head = t.Head, nil
	}
	return t
}

func (d *setter) row(cells []markup.Cell, head bool, style *doc.Style) doc.Row {
	r := doc.Row{At: d.text.At}
	for _, c := range cells {
		cell := doc.Cell{Header: head}
		if p := d.paragraph(c.Nodes, style); p != nil {
			cell.Blocks = []doc.Block{p}
		}
		r.Cells = append(r.Cells, cell)
	}
	return r
}
