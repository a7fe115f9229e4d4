// Package introspection knows what a document says about itself (headings, anchors, running numbers), and on which pages
// all that has come to stand: what contents, registers and references print.
//
// The first is read from the document before anything is laid out, the second grows with the rounds of layout.
package introspection

import (
	"cmp"
	"strconv"
	"strings"
	"unicode/utf8"

	"konzept/report/diag"
	"konzept/report/doc"
)

// Index is what the whole document says about itself before anything is laid out: its headings, its anchors, and how
// far numbers have run when a chapter begins, so that chapters need nothing of each other.
type Index struct {
	Headings []Entry
	tables   []Entry // numbered ones, as contents list them
	figures  []Entry
	Anchors  map[string]bool
	titles   map[string]string // what stands at an anchor: the words of a heading, or of a row's header
	Base     []Counts          // by chapter
	Refers   []bool            // by chapter: names pages
}

// Counts are running numbers.
type Counts struct{ Tables, Figures, Notes, Asides, Headings int }

// Entry is a heading as contents see it.
type Entry struct {
	Block *doc.Heading
	index int
	Level int
	Title string
	Dest  string
}

// Read walks once through the document.
func Read(d *doc.Document) Index {
	c := Index{Anchors: map[string]bool{}, titles: map[string]string{}}
	n := counter{index: &c, words: &d.Words}
	v := doc.Visitor{Inlines: n.inlines, Anchor: n.anchor, Enter: n.enter, Leave: n.leave}
	for i := range d.Chapters {
		c.Base = append(c.Base, n.Counts)
		n.refers = false
		doc.WalkBlocks(d.Chapters[i].Blocks, v)
		if p := d.Chapters[i].Page; p != nil { // a legend counts nothing, but may name pages
			doc.WalkBlocks(p.Legend, doc.Visitor{Inlines: func(list []doc.Inline, _ *doc.Style, _ string) { n.refers = n.refers || refers(list) }})
		}
		c.Refers = append(c.Refers, n.refers)
	}
	return c
}

// counter counts what layout will number, in the order in which it collects blocks.
type counter struct {
	Counts
	index  *Index
	words  *doc.Words
	refers bool
	groups []int // headings met before each group around the present block
}

// Listing is what contents of a kind list.
func (c *Index) Listing(of doc.Listing) []Entry {
	switch of {
	case doc.NumberedTables:
		return c.tables
	case doc.NumberedFigures:
		return c.figures
	}
	return c.Headings
}

func (c *counter) enter(block doc.Block) {
	switch v := block.(type) {
	case *doc.Heading:
		c.heading(v)
	case *doc.Group:
		if v.Role == "Note" {
			c.Asides++
		}
		c.groups = append(c.groups, len(c.index.Headings))
	case *doc.Margin:
		c.Asides++
	case *doc.Table:
		c.table(v)
	case *doc.Figure:
		if v.Number {
			c.Figures++
			c.index.figures = append(c.index.figures, caption(c.words.Figure, c.Figures, v.Title, FigureDest(v.Anchor, c.Figures)))
		}
	case *doc.Contents, *doc.Register:
		c.refers = true
	}
}

// leave gives a group's anchor the words of the first heading in it.
func (c *counter) leave(block doc.Block) {
	g, ok := block.(*doc.Group)
	if !ok {
		return
	}
	last := len(c.groups) - 1
	if h := c.index.Headings[c.groups[last]:]; len(h) > 0 {
		c.title(g.Anchor, h[0].Title)
	}
	c.groups = c.groups[:last]
}

func (c *counter) heading(v *doc.Heading) {
	h := Entry{Block: v, index: c.Headings, Level: min(max(v.Level, 1), 6), Dest: v.Anchor}
	h.Title = strings.TrimSpace(v.Number + " " + doc.Plain(v.Inlines))
	if h.Dest == "" || c.index.Anchors[h.Dest] {
		h.Dest = headingDest(h.index)
	}
	c.Headings++
	c.title(v.Anchor, h.Title)
	c.index.Headings = append(c.index.Headings, h)
}

// headingDest names the destination of a heading without an anchor of its own.
func headingDest(index int) string { return "section." + strconv.Itoa(index+1) }

// caption is a numbered caption as contents see it: as they see a heading.
func caption(word string, n int, title []doc.Inline, dest string) Entry {
	number := Numbered(word, n)
	return Entry{Block: &doc.Heading{Number: number, Inlines: title}, index: -1, Level: 1,
		Title: strings.TrimSpace(number + " " + doc.Plain(title)), Dest: dest}
}

// Numbered is "Tabelle 3".
func Numbered(word string, n int) string {
	return strings.TrimSpace(word + "\u00a0" + strconv.Itoa(n))
}

// TableDest names the destination of a numbered table: its anchor, if it has one.
func TableDest(anchor string, n int) string { return cmp.Or(anchor, "table."+strconv.Itoa(n)) }

// FigureDest is TableDest for figures.
func FigureDest(anchor string, n int) string { return cmp.Or(anchor, "figure."+strconv.Itoa(n)) }

// Called is what people call a destination, and its place: a heading's words, else the anchor itself.
func (c *Index) Called(dest string) (string, diag.Span) {
	for i := range c.Headings {
		h := &c.Headings[i]
		if h.Dest == dest || headingDest(h.index) == dest {
			return h.Title, h.Block.At
		}
	}
	return dest, diag.Span{}
}

func (c *counter) table(v *doc.Table) {
	if v.Number {
		c.Tables++
		c.index.tables = append(c.index.tables, caption(c.words.Table, c.Tables, v.Caption, TableDest(v.Anchor, c.Tables)))
	}
	for _, rows := range [][]doc.Row{v.Head, v.Body, v.Foot} {
		for i := range rows {
			for k := range rows[i].Cells {
				if k < len(v.Columns) && v.Columns[k].Header {
					c.title(rows[i].Anchor, worded(rows[i].Cells[k].Blocks))
				}
			}
		}
	}
}

func (c *counter) inlines(list []doc.Inline, _ *doc.Style, _ string) {
	c.refers = c.refers || refers(list)
	for inline := range doc.Each(list) {
		if isFootnote(inline) {
			c.Notes++
		}
	}
}

// Refers tells whether inlines name a page.
func refers(list []doc.Inline) bool {
	for inline := range doc.Each(list) {
		if _, ok := inline.(*doc.PageRef); ok {
			return true
		}
	}
	return false
}

// worded is the text of the first paragraph of blocks.
func worded(list []doc.Block) string {
	for _, block := range list {
		if p, ok := block.(*doc.Paragraph); ok {
			return strings.TrimSpace(doc.Plain(p.Inlines))
		}
	}
	return ""
}

// Title notes what stands at an anchor; the first to say so is right.
func (c *counter) title(anchor, words string) {
	if _, known := c.index.titles[anchor]; anchor != "" && words != "" && !known {
		c.index.titles[anchor] = words
	}
}

// code is how long words of a link may be that only name a number: "A 1.3", "AA-1-006".
const code = 12

// Purpose is what a link says of itself where others are not heard (WCAG 2.1, 2.4.4): its words, and what stands at its
// target if they are no more than a code or a part of that.
func (c *Index) Purpose(words, anchor string) string {
	words = strings.TrimSpace(words)
	switch title := c.titles[anchor]; {
	case title == "" || title == words:
	case strings.Contains(title, words):
		return title
	case utf8.RuneCountInString(words) <= code:
		return words + ": " + title
	}
	return words
}

func (c *counter) anchor(name string) { c.index.Anchors[name] = true }

// Total is how many headings there are.
func (c *Index) Total() int { return len(c.Headings) }

func isFootnote(i doc.Inline) bool {
	_, ok := i.(*doc.Footnote)
	return ok
}
