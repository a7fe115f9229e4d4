package layout

import (
	"cmp"
	"strconv"
	"strings"
	"unicode/utf8"

	"konzept/report/diag"
	"konzept/report/doc"
)

// census is what the whole document says about itself before anything is laid out: its headings, its anchors, and how
// far numbers have run when a chapter begins, so that chapters need nothing of each other.
type census struct {
	headings []listed
	tables   []listed // numbered ones, as contents list them
	figures  []listed
	anchors  map[string]bool
	titles   map[string]string // what stands at an anchor: the words of a heading, or of a row's header
	base     []counts          // by chapter
	refers   []bool            // by chapter: names pages
}

// counts are running numbers.
type counts struct{ tables, figures, notes, asides, headings int }

// listed is a heading as contents see it.
type listed struct {
	block *doc.Heading
	index int
	level int
	title string
	dest  string
}

func takeCensus(d *doc.Document) census {
	c := census{anchors: map[string]bool{}, titles: map[string]string{}}
	n := counter{census: &c, words: &d.Words}
	v := doc.Visitor{Inlines: n.inlines, Anchor: n.anchor, Enter: n.enter, Leave: n.leave}
	for i := range d.Chapters {
		c.base = append(c.base, n.counts)
		n.refers = false
		doc.WalkBlocks(d.Chapters[i].Blocks, v)
		if p := d.Chapters[i].Page; p != nil { // a legend counts nothing, but may name pages
			doc.WalkBlocks(p.Legend, doc.Visitor{Inlines: func(list []doc.Inline, _ *doc.Style, _ string) { n.refers = n.refers || refers(list) }})
		}
		c.refers = append(c.refers, n.refers)
	}
	return c
}

// counter counts what layout will number, in the order in which it collects blocks.
type counter struct {
	counts
	census *census
	words  *doc.Words
	refers bool
	groups []int // headings met before each group around the present block
}

// listing is what contents of a kind list.
func (c *census) listing(of doc.Listing) []listed {
	switch of {
	case doc.NumberedTables:
		return c.tables
	case doc.NumberedFigures:
		return c.figures
	}
	return c.headings
}

func (c *counter) enter(block doc.Block) {
	switch v := block.(type) {
	case *doc.Heading:
		c.heading(v)
	case *doc.Group:
		if v.Role == "Note" {
			c.asides++
		}
		c.groups = append(c.groups, len(c.census.headings))
	case *doc.Margin:
		c.asides++
	case *doc.Table:
		c.table(v)
	case *doc.Figure:
		if v.Number {
			c.figures++
			c.census.figures = append(c.census.figures, caption(c.words.Figure, c.figures, v.Title, figureDest(v.Anchor, c.figures)))
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
	if h := c.census.headings[c.groups[last]:]; len(h) > 0 {
		c.title(g.Anchor, h[0].title)
	}
	c.groups = c.groups[:last]
}

func (c *counter) heading(v *doc.Heading) {
	h := listed{block: v, index: c.headings, level: min(max(v.Level, 1), 6), dest: v.Anchor}
	h.title = strings.TrimSpace(v.Number + " " + doc.Plain(v.Inlines))
	if h.dest == "" || c.census.anchors[h.dest] {
		h.dest = headingDest(h.index)
	}
	c.headings++
	c.title(v.Anchor, h.title)
	c.census.headings = append(c.census.headings, h)
}

// headingDest names the destination of a heading without an anchor of its own.
func headingDest(index int) string { return "section." + strconv.Itoa(index+1) }

// caption is a numbered caption as contents see it: as they see a heading.
func caption(word string, n int, title []doc.Inline, dest string) listed {
	number := numberedAs(word, n)
	return listed{block: &doc.Heading{Number: number, Inlines: title}, index: -1, level: 1,
		title: strings.TrimSpace(number + " " + doc.Plain(title)), dest: dest}
}

// numberedAs is "Tabelle 3".
func numberedAs(word string, n int) string {
	return strings.TrimSpace(word + "\u00a0" + strconv.Itoa(n))
}

// tableDest and figureDest name the destinations of what is numbered and has no anchor of its own.
func tableDest(anchor string, n int) string { return cmp.Or(anchor, "table."+strconv.Itoa(n)) }

func figureDest(anchor string, n int) string { return cmp.Or(anchor, "figure."+strconv.Itoa(n)) }

// called is what people call a destination, and its place: a heading's words, else the anchor itself.
func (c *census) called(dest string) (string, diag.Span) {
	for i := range c.headings {
		h := &c.headings[i]
		if h.dest == dest || headingDest(h.index) == dest {
			return h.title, h.block.At
		}
	}
	return dest, diag.Span{}
}

func (c *counter) table(v *doc.Table) {
	if v.Number {
		c.tables++
		c.census.tables = append(c.census.tables, caption(c.words.Table, c.tables, v.Caption, tableDest(v.Anchor, c.tables)))
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
		if isNote(inline) {
			c.notes++
		}
	}
}

// refers tells whether inlines name a page.
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

// title notes what stands at an anchor; the first to say so is right.
func (c *counter) title(anchor, words string) {
	if _, known := c.census.titles[anchor]; anchor != "" && words != "" && !known {
		c.census.titles[anchor] = words
	}
}

// code is how long words of a link may be that only name a number: "A 1.3", "AA-1-006".
const code = 12

// purpose is what a link says of itself where others are not heard (WCAG 2.1, 2.4.4): its words, and what stands at its
// target if they are no more than a code or a part of that.
func (c *census) purpose(words, anchor string) string {
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

func (c *counter) anchor(name string) { c.census.anchors[name] = true }
