package layout

import (
	"slices"

	"konzept/report/doc"
	"konzept/report/geom"
	"konzept/report/page"
	"konzept/report/text"
)

// Thumb tabs stand at the outer edge, each chapter's a step below the one before, so that the closed book shows them.
const (
	tabWidth  = 8 * geom.MM
	tabHeight = 28 * geom.MM
	tabGap    = 2 * geom.MM
)

// tab draws a page's thumb tab with its text turned upwards.
func (a *assembler) tab(u *unit, p *page.Page, left bool) {
	st := u.style
	if st.Tab == "" {
		return
	}
	step := tabHeight + tabGap
	slots := max(int((st.Size.H-st.Top-st.Bottom)/step), 1)
	slot := geom.Length(slices.Index(a.tabs, st.Tab) % slots)
	box := geom.Box{X: st.Size.W - tabWidth, Y: st.Top + slot*step, W: tabWidth + st.Bleed, H: tabHeight}
	if left {
		box.X = -st.Bleed
	}
	of := []page.Item{&page.Rect{Box: box, Ink: st.TabInk}}
	style := st.TabStyle
	if style == nil {
		style = st.Head.Style
	}
	style = u.builder.Set.Styles.Styled(style)
	ink, ok := a.common.doc.Palette.Find("white")
	if !ok {
		ink = style.Ink
	}
	// The middle of what the trim leaves of the tab.
	mid := geom.Point{X: box.X + tabWidth/2, Y: box.Y + tabHeight/2}
	if left {
		mid.X += st.Bleed
	}
	of = append(of, tabText(st.Tab, u.builder.Set.Styles.Font(style, &doc.CharStyle{Bold: true}, ""), mid, ink)...)
	p.Items = append(p.Items, &page.Running{Kind: page.PaginationArtifact, Of: of})
}

// tabText sets a tab's text about mid: upright if it is short, else turned upwards.
func tabText(s string, font *text.Font, mid geom.Point, ink geom.Ink) []page.Item {
	runs := text.Shape(s, font)
	width := text.Width(s, font)
	half := font.Size.Mul(35, 100) // half the height of capitals
	at, turn := geom.Point{X: mid.X - width/2, Y: mid.Y + half}, int16(0)
	if width > tabWidth-2*geom.MM {
		at, turn = geom.Point{X: mid.X + half, Y: mid.Y + width/2}, 90
	}
	var items []page.Item
	for i := range runs {
		items = append(items, &page.Text{X: at.X, Y: at.Y, Run: runs[i], Ink: ink, Turn: turn})
		if turn == 0 {
			at.X += runs[i].Width()
		} else {
			at.Y -= runs[i].Width()
		}
	}
	return items
}
