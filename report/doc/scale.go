package doc

import (
	"strconv"

	"konzept/report/geom"
)

// Scale makes blocks larger or smaller: every type size, gap, width and rule by the same percentage. The zero value is
// not ready; NewScale makes one, and keeps each style's scaled twin so that blocks go on sharing styles.
type Scale struct {
	percent     int64
	styles      map[*Style]*Style
	tableStyles map[*TableStyle]*TableStyle
}

// NewScale returns a scale by percent; 100 changes nothing.
func NewScale(percent int) *Scale {
	return &Scale{int64(percent), map[*Style]*Style{}, map[*TableStyle]*TableStyle{}}
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

func (s *Scale) tableStyle(of *TableStyle) *TableStyle {
	if of == nil {
		return nil
	}
	if t := s.tableStyles[of]; t != nil {
		return t
	}
	t := *of
	t.Style, t.HeadStyle, t.FootStyle = s.Style(of.Style), s.Style(of.HeadStyle), s.Style(of.FootStyle)
	t.Rule, t.Frame, t.PadX, t.PadY = s.Length(of.Rule), s.Length(of.Frame), s.Length(of.PadX), s.Length(of.PadY)
	t.Before, t.After = s.Length(of.Before), s.Length(of.After)
	s.tableStyles[of] = &t
	return &t
}

// Blocks returns scaled copies; the originals stay as they are. Inlines hold no lengths and are shared.
func (s *Scale) Blocks(list []Block) []Block {
	if s.percent == 100 || list == nil {
		return list
	}
	scaled := make([]Block, len(list))
	for i, b := range list {
		scaled[i] = b.scaled(s)
	}
	return scaled
}

func (s *Scale) columns(list []Column) []Column {
	scaled := make([]Column, len(list))
	for i, col := range list {
		col.Width = s.Length(col.Width)
		scaled[i] = col
	}
	return scaled
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
