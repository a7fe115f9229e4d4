package markup

import "strings"

// Place is where a text stands, which says what marks it may have.
type Place uint8

const (
	Line     Place = iota // a title, a name, an entry of a list: paragraphs and lists at most
	Long                  // a text of the data: subheadings, quotations, tables and footnotes [^1] as well
	Template              // a paragraph of a template: expressions, and blocks that are the template's own
)

// BlockKind is what a block is.
type BlockKind uint8

const (
	Paragraph BlockKind = iota
	Item                // of a list
	Title               // a subheading
	Table
	NoteText // of a footnote: [^1]: …, which is printed where [^1] stands
)

// Block is a piece of a text that stands for itself. Its lines from From to To are one run of inline text, but for a table.
type Block struct {
	Kind     BlockKind
	From, To int
	Nodes    []Node // with places in the whole text; of a footnote's text none: they stand where it is referred to
	Label    string // of an item that is numbered or lettered, as typed: 1. or a) or (2); "" takes the list's bullet
	Depth    int    // of an item and a paragraph: white before it; of a subheading: its level within the text, from 1
	Loose    bool   // a blank line stands before it
	Quote    int    // which quotation of the text it belongs to, from 1; 0: to none
	Rows     []Row  // of a table: the first is its head
	Aligns   []Align
}

// Blocks reads the blocks of a text: paragraphs part at blank lines, and an item begins with `- `. So it does with what word
// processors put before items when a list is copied: • and other bullets always; –, *, +, o, numbers and letters where more
// than one item shows that it is a list. A long text has subheadings (#), quotations (>), tables with strokes and the texts
// of footnotes as well.
func Blocks(s string, p Place) []Block {
	r := reader{s: s, place: p, lines: scan(s, p)}
	for i := 0; i < len(r.lines); {
		i += r.line(i)
	}
	r.nodes()
	return r.out
}

// reader makes blocks of lines.
type reader struct {
	s      string
	place  Place
	lines  []line
	out    []Block
	titles []int // the numbers of # of the subheadings that the last one stands under
	loose  bool  // a blank line stands before
	ended  bool  // the last block does not go on
}

// line reads the block that begins at a line, or a line that goes on with the last one, and returns how many lines it took.
func (r *reader) line(i int) int {
	l, took := &r.lines[i], 1
	if l.blank() {
		r.loose = true
		return 1
	}
	b := Block{From: l.from, To: l.to, Depth: l.white, Loose: r.loose, Quote: l.quote}
	switch {
	case l.item:
		b.Kind, b.From, b.Depth = Item, l.rest, l.depth
		if l.number > 0 || strings.ContainsAny(string(l.form), ticks) {
			b.Label = r.s[l.from:l.sign]
		}
	case l.title > 0:
		b.Kind, b.From, b.Depth = Title, l.rest, r.level(l.title)
	case l.note > 0:
		b.Kind = NoteText
	case l.table > 0:
		took = l.table
		r.table(&b, r.lines[i:i+took])
	case len(r.out) > 0 && !r.loose && !r.ended && r.out[len(r.out)-1].Quote == l.quote:
		r.out[len(r.out)-1].To = l.to
		return 1
	}
	r.out = append(r.out, b)
	r.loose, r.ended = false, l.own()
	return took
}

// level is that of a subheading, from its # signs. Levels that a text leaves out are not skipped.
func (r *reader) level(signs int) int {
	n := len(r.titles)
	for n > 0 && r.titles[n-1] >= signs {
		n--
	}
	r.titles = append(r.titles[:n], signs)
	return n + 1
}

// nodes reads the inline marks of all blocks. The text of a footnote to which nothing refers is a paragraph.
func (r *reader) nodes() {
	notes := map[string]*Block{}
	for i := range r.out {
		if b := &r.out[i]; b.Kind == NoteText {
			label := noteLabel(r.s[b.From:b.To])
			if notes[label] != nil {
				b.Kind = Paragraph
				continue
			}
			notes[label] = b
		}
	}
	for i := range r.out {
		b := &r.out[i]
		switch b.Kind {
		case NoteText:
		case Table:
			for _, row := range b.Rows {
				for k := range row.Cells {
					c := &row.Cells[k]
					c.Nodes = r.inline(c.From, c.To, b.Quote > 0, notes)
				}
			}
		default:
			b.Nodes = r.inline(b.From, b.To, b.Quote > 0, notes)
		}
	}
	for _, b := range notes { // to which nothing referred
		b.Kind, b.Nodes = Paragraph, r.inline(b.From, b.To, b.Quote > 0, nil)
	}
}

func (r *reader) inline(from, to int, quoted bool, notes map[string]*Block) []Node {
	p := parser{s: r.s[:to], base: from, template: r.place == Template, quoted: quoted, whole: r.s, notes: notes}
	return p.parse(from, to, 0)
}
