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
	style := u.builder.styled(st.Head.Style)
	of := []page.Item{&page.Rect{Box: box, Ink: st.TabInk}}
	font := u.builder.font(style, &doc.Look{Bold: true}, "")
	ink, ok := a.doc.Palette.Find("white")
	if !ok {
		ink = style.Ink
	}
	x := box.X + tabWidth/2 + style.Size/3
	if left {
		x += st.Bleed
	}
	y := box.Y + (tabHeight+text.Width(st.Tab, font))/2
	runs := text.Shape(st.Tab, font)
	for i := range runs {
		of = append(of, &page.Text{X: x, Y: y, Run: runs[i], Ink: ink, Turn: 90})
		y -= runs[i].Width()
	}
	p.Items = append(p.Items, &page.Running{Kind: page.BackgroundArtifact, Of: of})
}
