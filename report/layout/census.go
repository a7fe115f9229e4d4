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
	for i := range d.Chapters {
		c.base = append(c.base, n.counts)
		n.refers = false
		n.blocks(d.Chapters[i].Blocks)
		c.refers = append(c.refers, n.refers)
	}
	return c
}

// counter walks blocks in the order in which layout collects them.
type counter struct {
	counts
	census *census
	words  *doc.Words
	refers bool
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

func (c *counter) blocks(list []doc.Block) {
	for _, b := range list {
		c.block(b)
	}
}

func (c *counter) block(block doc.Block) {
	switch v := block.(type) {
	case *doc.Paragraph:
		c.anchor(v.Anchor)
		c.inlines(v.Inlines)
	case *doc.Heading:
		c.heading(v)
	case *doc.Group:
		c.anchor(v.Anchor)
		if v.Role == "Note" {
			c.asides++
		}
		first := len(c.census.headings)
		c.blocks(v.Blocks)
		if h := c.census.headings; len(h) > first {
			c.title(v.Anchor, h[first].title)
		}
	case *doc.List:
		for i := range v.Items {
			c.blocks(v.Items[i].Blocks)
		}
	case *doc.Table:
		c.table(v)
	case *doc.Pairs:
		for i := range v.Rows {
			c.inlines(v.Rows[i].Label)
			c.blocks(v.Rows[i].Value)
		}
	case *doc.Box:
		c.blocks(v.Blocks)
	case *doc.Grid:
		for i := range v.Cells {
			c.blocks(v.Cells[i])
		}
	case *doc.Columns:
		c.blocks(v.Blocks)
	case *doc.Margin:
		c.asides++
		c.blocks(v.Blocks)
	case *doc.Picture:
		c.inlines(v.Caption)
		c.inlines(v.Credit)
	case *doc.Figure:
		c.figure(v)
	case *doc.Timeline:
		for i := range v.Entries {
			c.inlines(v.Entries[i].When)
			c.blocks(v.Entries[i].Blocks)
		}
	case *doc.Contents:
		c.refers = true
	case *doc.Register:
		c.refers = true
		for i := range v.Entries {
			c.inlines(v.Entries[i].Text)
		}
	}
}

func (c *counter) heading(v *doc.Heading) {
	h := listed{block: v, index: c.headings, level: min(max(v.Level, 1), 6), dest: v.Anchor}
	h.title = strings.TrimSpace(v.Number + " " + plainText(v.Inlines))
	if h.dest == "" || c.census.anchors[h.dest] {
		h.dest = headingDest(h.index)
	}
	c.headings++
	c.anchor(v.Anchor)
	c.title(v.Anchor, h.title)
	c.census.headings = append(c.census.headings, h)
	c.inlines(v.Inlines)
}

// headingDest names the destination of a heading without an anchor of its own.
func headingDest(index int) string { return "section." + strconv.Itoa(index+1) }

// caption is a numbered caption as contents see it: as they see a heading.
func caption(word string, n int, title []doc.Inline, dest string) listed {
	number := numberedAs(word, n)
	return listed{block: &doc.Heading{Number: number, Inlines: title}, index: -1, level: 1,
		title: strings.TrimSpace(number + " " + plainText(title)), dest: dest}
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
	c.anchor(v.Anchor)
	if v.Number {
		c.tables++
		c.census.tables = append(c.census.tables, caption(c.words.Table, c.tables, v.Caption, tableDest(v.Anchor, c.tables)))
	}
	c.inlines(v.Caption)
	c.inlines(v.Source)
	for _, rows := range [][]doc.Row{v.Head, v.Body, v.Foot} {
		for i := range rows {
			c.anchor(rows[i].Anchor)
			for k := range rows[i].Cells {
				if k < len(v.Columns) && v.Columns[k].Header {
					c.title(rows[i].Anchor, worded(rows[i].Cells[k].Blocks))
				}
				c.blocks(rows[i].Cells[k].Blocks)
			}
		}
	}
}

func (c *counter) figure(v *doc.Figure) {
	c.anchor(v.Anchor)
	if v.Number {
		c.figures++
		c.census.figures = append(c.census.figures, caption(c.words.Figure, c.figures, v.Title, figureDest(v.Anchor, c.figures)))
	}
	c.inlines(v.Title)
	c.inlines(v.Source)
}

func (c *counter) inlines(list []doc.Inline) {
	for _, inline := range list {
		switch v := inline.(type) {
		case *doc.Link:
			c.inlines(v.Inlines)
		case *doc.PageRef:
			c.refers = true
		case *doc.Footnote:
			c.notes++
			c.inlines(v.Inlines)
		}
	}
}

// worded is the text of the first paragraph of blocks.
func worded(list []doc.Block) string {
	for _, block := range list {
		if p, ok := block.(*doc.Paragraph); ok {
			return strings.TrimSpace(plainText(p.Inlines))
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

func (c *counter) anchor(name string) {
	if name != "" {
		c.census.anchors[name] = true
	}
}
