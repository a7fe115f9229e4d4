package table

import (
	"cmp"
	"fmt"
	"slices"

	"konzept/report/doc"
	"konzept/report/geom"
	"konzept/report/typeset"
)

// Widths shares width among columns: fixed ones first, then those that follow their content, then shares of the rest.
// A fixed one widens for its longest word where the others have room for theirs: the template did not know the data.
// A share may claim up to twice the mean of its free neighbours before they take their widest. What is too much shrinks in proportion, so that no table is wider than its place.
func Widths(cols []doc.Column, need []typeset.Extent, width geom.Length) []geom.Length {
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
			narrow += need[i].Min
			wide += max(min(need[i].Max, 2*(width-fixed)/free), need[i].Min)
		default:
			narrow += need[i].Min
			wide += max(need[i].Max, need[i].Min)
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
func widened(cols []doc.Column, need []typeset.Extent, width geom.Length) []doc.Column {
	grown := slices.Clone(cols)
	for i := range grown {
		if c := &grown[i]; c.Width > 0 {
			c.Width = max(c.Width, need[i].Min)
			width -= c.Width
		} else {
			width -= need[i].Min
		}
	}
	if width < 0 {
		return cols
	}
	return grown
}

// fitAuto gives columns that follow their content their widest width, or a part of what lies between narrow and wide.
func fitAuto(cols []doc.Column, ws []geom.Length, need []typeset.Extent, available, narrow, wide geom.Length) geom.Length {
	var sum geom.Length
	for i, c := range cols {
		if c.Width > 0 || c.Share > 0 {
			continue
		}
		ws[i] = max(need[i].Max, need[i].Min)
		if wide > available {
			ws[i] = need[i].Min + (ws[i]-need[i].Min).Mul(int64(available-narrow), int64(max(wide-narrow, 1)))
		}
		sum += ws[i]
	}
	return sum
}

// share gives out what is left by shares; a column that would be too narrow for its longest word takes that first.
func share(cols []doc.Column, ws []geom.Length, need []typeset.Extent, left geom.Length, shares int) {
	for again := true; again; {
		again = false
		for i, c := range cols {
			if c.Width > 0 || c.Share <= 0 || ws[i] > 0 {
				continue
			}
			if need[i].Min > left.Mul(int64(c.Share), int64(shares)) {
				ws[i] = max(need[i].Min, 1)
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
func shrink(cols []doc.Column, ws []geom.Length, need []typeset.Extent, width geom.Length) {
	left, wishes := width, geom.Length(0)
	order := make([]int, len(cols))
	for i, c := range cols {
		order[i] = i
		ws[i] = need[i].Min
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

// Extent is the extent of blocks in a cell. It counts no notes and finds nothing: the cell is collected later.
func (b *Setter) Extent(list []doc.Block, style *doc.Style) typeset.Extent {
	quiet := b.Set.Quiet
	b.Set.Quiet = true
	defer func() { b.Set.Quiet = quiet }()
	var e typeset.Extent
	for _, block := range list {
		n := b.extentOf(block, style)
		e.Min, e.Max = max(e.Min, n.Min), max(e.Max, n.Max)
	}
	return e
}

func (b *Setter) extentOf(block doc.Block, style *doc.Style) typeset.Extent {
	switch v := block.(type) {
	case *doc.Paragraph:
		if v.Style != nil {
			style = v.Style
		}
		s := b.Styles.Styled(style)
		e := b.Set.Extent(v.Inlines, s)
		return typeset.Extent{Min: e.Min + s.Indent, Max: e.Max + s.Indent}
	case *doc.Heading:
		return b.Set.Extent(v.Inlines, b.Styles.Styled(v.Style))
	case *doc.Group:
		return b.Extent(v.Blocks, style)
	case *doc.Box:
		e := b.Extent(v.Blocks, style)
		pad := v.Pad.Left + v.Pad.Right + v.Bar
		return typeset.Extent{Min: e.Min + pad, Max: e.Max + pad}
	case *doc.List:
		indent := b.Styles.ListIndent(v)
		var e typeset.Extent
		for i := range v.Items {
			n := b.Extent(v.Items[i].Blocks, style)
			e.Min, e.Max = max(e.Min, n.Min+indent), max(e.Max, n.Max+indent)
		}
		return e
	case *doc.Picture:
		return typeset.Extent{Min: min(v.Width, 20*geom.MM), Max: max(v.Width, 20*geom.MM)}
	case *doc.Figure:
		return typeset.Extent{Min: min(v.Width, 20*geom.MM), Max: max(v.Width, 20*geom.MM)}
	case *doc.Space, *doc.Rule, *doc.PageBreak:
		return typeset.Extent{}
	case *doc.Table, *doc.Pairs, *doc.Grid, *doc.Columns, *doc.Margin, *doc.Timeline, *doc.Contents, *doc.Register:
		return typeset.Extent{Min: 20 * geom.MM, Max: 60 * geom.MM} // they make do with what they get
	}
	panic(fmt.Sprintf("table: nobody knows the width of a %T", block))
}
