package doc

import (
	"strconv"

	"konzept/report/geom"
)

// Scale makes blocks larger or smaller: every type size, gap, width and rule by the same percentage. The zero value is
// not ready; NewScale makes one, and keeps each style's scaled twin so that blocks go on sharing styles.
type Scale struct {
	percent int64
	styles  map[*Style]*Style
	looks   map[*TableLook]*TableLook
}

// NewScale returns a scale by percent; 100 changes nothing.
func NewScale(percent int) *Scale {
	return &Scale{int64(percent), map[*Style]*Style{}, map[*TableLook]*TableLook{}}
}

// Length scales one length.
func (s *Scale) Length(l geom.Length) geom.Length { return l.Mul(s.percent, 100) }

// Edges scales four lengths.
func (s *Scale) Edges(e geom.Edges) geom.Edges {
	return geom.Edges{Top: s.Length(e.Top), Right: s.Length(e.Right), Bottom: s.Length(e.Bottom), Left: s.Length(e.Left)}
}

// Style returns the scaled twin of a style, the same one each time.
func (s *Scale) Style(of *Style) *Style {
	if of == nil || s.percent == 100 {
		return of
	}
	if t := s.styles[of]; t != nil {
		return t
	}
	t := *of
	t.Name += "@" + strconv.FormatInt(s.percent, 10)
	t.Size, t.Leading = s.Length(of.Size), s.Length(of.Leading)
	t.Before, t.After, t.First, t.Indent = s.Length(of.Before), s.Length(of.After), s.Length(of.First), s.Length(of.Indent)
	t.Pad = s.Edges(of.Pad)
	s.styles[of] = &t
	return &t
}

func (s *Scale) look(of *TableLook) *TableLook {
	if of == nil {
		return nil
	}
	if t := s.looks[of]; t != nil {
		return t
	}
	t := *of
	t.Style, t.HeadStyle, t.FootStyle = s.Style(of.Style), s.Style(of.HeadStyle), s.Style(of.FootStyle)
	t.Rule, t.Frame, t.PadX, t.PadY = s.Length(of.Rule), s.Length(of.Frame), s.Length(of.PadX), s.Length(of.PadY)
	t.Before, t.After = s.Length(of.Before), s.Length(of.After)
	s.looks[of] = &t
	return &t
}

// Blocks returns scaled copies; the originals stay as they are. Inlines hold no lengths and are shared.
func (s *Scale) Blocks(list []Block) []Block {
	if s.percent == 100 || list == nil {
		return list
	}
	scaled := make([]Block, len(list))
	for i, b := range list {
		scaled[i] = s.block(b)
	}
	return scaled
}

func (s *Scale) block(b Block) Block {
	switch b := b.(type) {
	case *Group:
		c := *b
		c.Blocks = s.Blocks(b.Blocks)
		return &c
	case *Heading:
		c := *b
		c.Style = s.Style(b.Style)
		return &c
	case *Paragraph:
		c := *b
		c.Style = s.Style(b.Style)
		return &c
	case *List:
		return s.list(b)
	case *Space:
		c := *b
		c.Height = s.Length(b.Height)
		return &c
	case *Rule:
		c := *b
		c.Weight, c.Before, c.After, c.Width = s.Length(b.Weight), s.Length(b.Before), s.Length(b.After), s.Length(b.Width)
		return &c
	case *Table:
		return s.table(b)
	case *Pairs:
		return s.pairs(b)
	}
	return s.container(b)
}

// container scales what holds other blocks or is drawn.
func (s *Scale) container(b Block) Block {
	switch b := b.(type) {
	case *Box:
		c := *b
		c.Blocks, c.Frame, c.Bar, c.Pad = s.Blocks(b.Blocks), s.Length(b.Frame), s.Length(b.Bar), s.Edges(b.Pad)
		c.Before, c.After, c.Height = s.Length(b.Before), s.Length(b.After), s.Length(b.Height)
		return &c
	case *Grid:
		return s.grid(b)
	case *Columns:
		c := *b
		c.Gap, c.Blocks = s.Length(b.Gap), s.Blocks(b.Blocks)
		return &c
	case *Margin:
		return &Margin{Blocks: s.Blocks(b.Blocks), At: b.At}
	case *Picture:
		c := *b
		c.Width, c.Height, c.CaptionStyle = s.Length(b.Width), s.Length(b.Height), s.Style(b.CaptionStyle)
		return &c
	case *Figure:
		c := *b
		c.Width, c.Height = s.Length(b.Width), s.Length(b.Height)
		c.Style, c.CaptionStyle, c.Table, c.Spare = s.Style(b.Style), s.Style(b.CaptionStyle), s.look(b.Table), s.look(b.Spare)
		return &c
	case *Timeline:
		c := &Timeline{Entries: make([]Event, len(b.Entries))}
		for i, e := range b.Entries {
			e.Blocks = s.Blocks(e.Blocks)
			c.Entries[i] = e
		}
		return c
	case *Contents:
		c := &Contents{Of: b.Of, Depth: b.Depth}
		for _, st := range b.Styles {
			c.Styles = append(c.Styles, s.Style(st))
		}
		return c
	case *Register:
		c := *b
		c.Style = s.Style(b.Style)
		return &c
	}
	return b // page breaks have no size
}

func (s *Scale) list(b *List) *List {
	c := &List{Ordered: b.Ordered, Plain: b.Plain, Style: s.Style(b.Style), Items: make([]Item, len(b.Items))}
	for i, it := range b.Items {
		c.Items[i] = Item{Label: it.Label, Blocks: s.Blocks(it.Blocks)}
	}
	return c
}

func (s *Scale) grid(b *Grid) *Grid {
	c := *b
	c.Columns, c.Gap, c.RowGap = s.columns(b.Columns), s.Length(b.Gap), s.Length(b.RowGap)
	c.Before, c.After = s.Length(b.Before), s.Length(b.After)
	c.Cells = make([][]Block, len(b.Cells))
	for i := range b.Cells {
		c.Cells[i] = s.Blocks(b.Cells[i])
	}
	return &c
}

func (s *Scale) columns(list []Column) []Column {
	scaled := make([]Column, len(list))
	for i, col := range list {
		col.Width = s.Length(col.Width)
		scaled[i] = col
	}
	return scaled
}

func (s *Scale) table(b *Table) *Table {
	c := *b
	c.Columns, c.Look = s.columns(b.Columns), s.look(b.Look)
	c.Head, c.Body, c.Foot = s.rows(b.Head), s.rows(b.Body), s.rows(b.Foot)
	return &c
}

func (s *Scale) rows(list []Row) []Row {
	scaled := make([]Row, len(list))
	for i, r := range list {
		cells := make([]Cell, len(r.Cells))
		for k, cell := range r.Cells {
			cell.Blocks = s.Blocks(cell.Blocks)
			cells[k] = cell
		}
		r.Cells = cells
		scaled[i] = r
	}
	return scaled
}

func (s *Scale) pairs(b *Pairs) *Pairs {
	c := *b
	c.LabelWidth, c.Look = s.Length(b.LabelWidth), s.look(b.Look)
	c.Rows = make([]Pair, len(b.Rows))
	for i, p := range b.Rows {
		c.Rows[i] = Pair{Label: p.Label, Value: s.Blocks(p.Value)}
	}
	return &c
}
