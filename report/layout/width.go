package layout

import (
	"cmp"
	"fmt"
	"slices"

	"konzept/report/doc"
	"konzept/report/geom"
	"konzept/report/text"
)

// reach is the narrowest and the widest that a column can be.
type reach struct{ narrow, wide geom.Length }

// widths shares width among columns: fixed ones first, then those that follow their content, then shares of the rest.
// A fixed one widens for its longest word where the others have room for theirs: the template did not know the data.
// A share may claim up to twice the mean of its free neighbours before they take their widest. What is too much shrinks in proportion, so that no table is wider than its place.
func widths(cols []doc.Column, need []reach, width geom.Length) []geom.Length {
	ws := make([]geom.Length, len(cols))
	var fixed, narrow, wide geom.Length
	shares, free := 0, geom.Length(0)
	cols = widened(cols, need, width)
	for i, c := range cols {
		if c.Width > 0 {
			ws[i] = c.Width
			fixed += c.Width
		} else {
			free++
		}
	}
	for i, c := range cols {
		switch {
		case c.Width > 0:
		case c.Share > 0:
			shares += c.Share
			narrow += need[i].narrow
			wide += max(min(need[i].wide, 2*(width-fixed)/free), need[i].narrow)
		default:
			narrow += need[i].narrow
			wide += max(need[i].wide, need[i].narrow)
		}
	}
	if fixed+narrow > width {
		shrink(cols, ws, need, width)
		return ws
	}
	auto := fitAuto(cols, ws, need, width-fixed, narrow, wide)
	left := width - fixed - auto
	if shares > 0 {
		share(cols, ws, need, left, shares)
	} else if auto > 0 {
		spread(cols, ws, left, auto)
	}
	return ws
}

// widened lets fixed columns grow to their longest words if the longest words of all columns fit.
func widened(cols []doc.Column, need []reach, width geom.Length) []doc.Column {
	grown := slices.Clone(cols)
	for i := range grown {
		if c := &grown[i]; c.Width > 0 {
			c.Width = max(c.Width, need[i].narrow)
			width -= c.Width
		} else {
			width -= need[i].narrow
		}
	}
	if width < 0 {
		return cols
	}
	return grown
}

// fitAuto gives columns that follow their content their widest width, or a part of what lies between narrow and wide.
func fitAuto(cols []doc.Column, ws []geom.Length, need []reach, room, narrow, wide geom.Length) geom.Length {
	var sum geom.Length
	for i, c := range cols {
		if c.Width > 0 || c.Share > 0 {
			continue
		}
		ws[i] = max(need[i].wide, need[i].narrow)
		if wide > room {
			ws[i] = need[i].narrow + (ws[i]-need[i].narrow).Mul(int64(room-narrow), int64(max(wide-narrow, 1)))
		}
		sum += ws[i]
	}
	return sum
}

// share gives out what is left by shares; a column that would be too narrow for its longest word takes that first.
func share(cols []doc.Column, ws []geom.Length, need []reach, left geom.Length, shares int) {
	for again := true; again; {
		again = false
		for i, c := range cols {
			if c.Width > 0 || c.Share <= 0 || ws[i] > 0 {
				continue
			}
			if need[i].narrow > left.Mul(int64(c.Share), int64(shares)) {
				ws[i] = max(need[i].narrow, 1)
				left -= ws[i]
				shares -= c.Share
				again = shares > 0
				break
			}
		}
	}
	for i, c := range cols {
		if c.Width == 0 && c.Share > 0 && ws[i] == 0 {
			ws[i] = left.Mul(int64(c.Share), int64(shares))
			left -= ws[i]
			shares -= c.Share
		}
	}
}

// spread widens columns that follow their content until the table fills its frame.
func spread(cols []doc.Column, ws []geom.Length, left, sum geom.Length) {
	for i, c := range cols {
		if c.Width == 0 {
			add := left.Mul(int64(ws[i]), int64(max(sum, 1)))
			sum -= ws[i]
			left -= add
			ws[i] += add
		}
	}
}

// shrink makes columns fit that ask for more than the frame has. Fixed widths are wishes then, above the longest words of
// all columns. Where even those have no room, the widest give way, down to one common width: what is narrow, such as
// numbers and dates, stays whole.
func shrink(cols []doc.Column, ws []geom.Length, need []reach, width geom.Length) {
	left, wishes := width, geom.Length(0)
	order := make([]int, len(cols))
	for i, c := range cols {
		order[i] = i
		ws[i] = need[i].narrow
		left -= ws[i]
		wishes += max(c.Width-ws[i], 0)
	}
	if left >= 0 {
		for i, c := range cols {
			ws[i] += left.Mul(int64(max(c.Width-ws[i], 0)), int64(max(wishes, 1)))
		}
		return
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(ws[a], ws[b]) })
	for k, i := range order {
		ws[i] = min(ws[i], width/geom.Length(len(order)-k))
		width -= ws[i]
	}
}

// reachBlocks is the extent of blocks in a cell. It counts no notes and finds nothing: the cell is collected later.
func (b *builder) reachBlocks(list []doc.Block, style *doc.Style) reach {
	quiet := b.quiet
	b.quiet = true
	defer func() { b.quiet = quiet }()
	var e reach
	for _, block := range list {
		n := b.reachBlock(block, style)
		e.narrow, e.wide = max(e.narrow, n.narrow), max(e.wide, n.wide)
	}
	return e
}

func (b *builder) reachBlock(block doc.Block, style *doc.Style) reach {
	switch v := block.(type) {
	case *doc.Paragraph:
		if v.Style != nil {
			style = v.Style
		}
		s := b.styled(style)
		e := b.reachInlines(v.Inlines, s)
		return reach{e.narrow + s.Indent, e.wide + s.Indent}
	case *doc.Heading:
		return b.reachInlines(v.Inlines, b.styled(v.Style))
	case *doc.Group:
		return b.reachBlocks(v.Blocks, style)
	case *doc.Box:
		e := b.reachBlocks(v.Blocks, style)
		pad := v.Pad.Left + v.Pad.Right + v.Bar
		return reach{e.narrow + pad, e.wide + pad}
	case *doc.List:
		indent := b.listIndent(v)
		var e reach
		for i := range v.Items {
			n := b.reachBlocks(v.Items[i].Blocks, style)
			e.narrow, e.wide = max(e.narrow, n.narrow+indent), max(e.wide, n.wide+indent)
		}
		return e
	case *doc.Picture:
		return reach{min(v.Width, 20*geom.MM), max(v.Width, 20*geom.MM)}
	case *doc.Figure:
		return reach{min(v.Width, 20*geom.MM), max(v.Width, 20*geom.MM)}
	case *doc.Space, *doc.Rule, *doc.PageBreak:
		return reach{}
	case *doc.Table, *doc.Pairs, *doc.Grid, *doc.Columns, *doc.Margin, *doc.Timeline, *doc.Contents, *doc.Register:
		return reach{20 * geom.MM, 60 * geom.MM} // they make do with what they get
	}
	panic(fmt.Sprintf("layout: nobody knows the width of a %T", block))
}

func isNote(i doc.Inline) bool {
	_, ok := i.(*doc.Footnote)
	return ok
}

// noteNumber is the room of a note's number before it is known.
func (b *builder) noteNumber(s *doc.Style) geom.Length {
	return text.Width("00", b.font(s, &doc.Look{Scale: noteScale}, ""))
}

func (b *builder) reachInlines(list []doc.Inline, s *doc.Style) reach {
	in := b.borrow()
	defer b.giveBack(in)
	b.spans(in, list, s, nil, nil)
	narrow, wide := text.Extent(in.spans, b.breaking(s, geom.Pt))
	if slices.ContainsFunc(list, isNote) {
		number := b.noteNumber(s)
		narrow, wide = narrow+number, wide+number
	}
	return reach{narrow, wide + 1}
}
