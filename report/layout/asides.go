package layout

import (
	"konzept/report/flow"
	"konzept/report/galley"
	"konzept/report/typeset"
)

// asides places a page's marginal notes in its outer margin: each beside its block, lower where another stands, higher
// where the page ends. What does not fit at all is a finding.
func (a *assembler) asides(u *unit, dst *galley.Box, number int, left bool) {
	if dst.Extras == nil || len(dst.Extras.Marginals) == 0 {
		return
	}
	list := dst.Extras.Marginals
	dst.Extras.Marginals = nil
	st := u.style
	x := st.Size.W - st.Outer + flow.AsideGap
	if left {
		x = flow.AsideEdge
	}
	below := st.Top
	for i := range list {
		list[i].Y = max(list[i].Y, below)
		below = list[i].Y + list[i].Content.Height + flow.AsideGap
	}
	bottom := st.Size.H - st.Bottom
	for i := len(list) - 1; i >= 0; i-- {
		list[i].Y = min(list[i].Y, bottom-list[i].Content.Height)
		bottom = list[i].Y - flow.AsideGap
	}
	if over := st.Top - list[0].Y; over > 0 {
		f := a.out.Add("margin-overfull", list[0].At, a.common.labels.Pages[number], typeset.Millimetres(over))
		f.Page = number + 1
	}
	for i := range list {
		list[i].Content.Move(dst, x, list[i].Y)
	}
}
