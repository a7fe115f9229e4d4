package doc

import (
	"strconv"
	"strings"

	"konzept/report/diag"
	"konzept/report/geom"
)

// Table is a regular grid. Head rows repeat on every page as artifacts, with Words.Continued.
type Table struct {
	Columns []Column
	Head    []Row
	Body    []Row
	Foot    []Row // sums; keep with the last body row
	Caption []Inline
	Number  bool // numbered "Tabelle n"
	Source  []Inline
	Style   *TableStyle
	Anchor  string
	Alt     string // summary for screen readers
	At      diag.Span
}

// Column is how wide a column may be and how its cells stand.
type Column struct {
	Width  geom.Length // fixed, or 0
	Share  int         // of the width left over; 0 with Width 0: as its content needs
	Align  Align
	Header bool // its body cells are row headers (TH, Scope Row)
}

// Row is one row; a split policy of the table's style applies.
type Row struct {
	Cells    []Cell
	Ink      geom.Ink // fill, with Filled
	Filled   bool
	KeepNext bool
	Label    bool // a heading row that spans the table and keeps with the next
	Anchor   string
	At       diag.Span
}

// Cell holds blocks; Cols and Rows below 2 mean one.
type Cell struct {
	Blocks     []Block
	Cols, Rows int
	Header     bool
	Align      Align
	HasAlign   bool
	Ink        geom.Ink // fill, with Filled
	Filled     bool
}

// TableStyle is rules, fills and paddings by design tokens.
type TableStyle struct {
	Style, HeadStyle, FootStyle *Style
	HeadFill                    geom.Ink
	HasHeadFill                 bool
	Stripe                      geom.Ink
	HasStripe                   bool
	Rule                        geom.Length // between rows; 0 none
	RuleInk                     geom.Ink
	Frame                       geom.Length // around and between columns; 0 none
	PadX, PadY                  geom.Length
	Split                       Split
	Before, After               geom.Length
}

// dumped is what a style says of the table's shape.
func (l *TableStyle) dumped() string {
	if l == nil {
		return ""
	}
	return join(length("frame", l.Frame), called("split", l.Split))
}

// Split is what a row does at a page's end.
type Split uint8

const (
	SplitTall Split = iota // only if it is taller than a page
	SplitNever
	SplitAny
)

// Words are what templates call them.
func (Split) Words() []string { return []string{"tall", "never", "any"} }

func (t *Table) walk(w *walker) {
	w.anchor(t.Anchor)
	w.inlines(t.Caption, nil)
	w.said(&t.Alt)
	for _, rows := range [][]Row{t.Head, t.Body, t.Foot} {
		for i := range rows {
			w.anchor(rows[i].Anchor)
			for k := range rows[i].Cells {
				w.blocks(rows[i].Cells[k].Blocks)
			}
		}
	}
	w.inlines(t.Source, nil)
}

func (t *Table) scaled(s *Scale) Block {
	c := *t
	c.Columns, c.Style = s.columns(t.Columns), s.tableStyle(t.Style)
	c.Head, c.Body, c.Foot = s.rows(t.Head), s.rows(t.Body), s.rows(t.Foot)
	return &c
}

func (t *Table) dump(p *dumper) {
	p.line("table", columns(t.Columns), t.Style.dumped(), word("anchor", t.Anchor), flag("number", t.Number), quote("alt", t.Alt), p.labelled("caption", t.Caption), p.labelled("source", t.Source))
	for _, part := range []struct {
		name string
		rows []Row
	}{{"head", t.Head}, {"row", t.Body}, {"foot", t.Foot}} {
		for _, r := range part.rows {
			p.depth++
			p.line(part.name, p.ink("fill", r.Ink, r.Filled), flag("keepnext", r.KeepNext), flag("label", r.Label), word("anchor", r.Anchor))
			for _, c := range r.Cells {
				align := ""
				if c.HasAlign {
					align = called("align", c.Align)
				}
				p.part("cell", c.Blocks, digits("cols", c.Cols), digits("rows", c.Rows), flag("header", c.Header), align, p.ink("fill", c.Ink, c.Filled))
			}
			p.depth--
		}
	}
}

func columns(cols []Column) string {
	out := make([]string, len(cols))
	for i, c := range cols {
		switch {
		case c.Width > 0:
			out[i] = c.Width.String()
		case c.Share > 0:
			out[i] = strconv.Itoa(c.Share) + "fr"
		default:
			out[i] = "auto"
		}
		if c.Align != Left {
			out[i] += ":" + c.Align.Words()[c.Align]
		}
		if c.Header {
			out[i] += ":header"
		}
	}
	return "columns=" + strings.Join(out, ",")
}
