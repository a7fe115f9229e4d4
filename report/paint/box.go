package paint

import (
	"konzept/report/geom"
	"konzept/report/page"
)

// Marks stand off the bleed by markGap and are markLength long (DIN 16500-2 leaves both to the shop).
const (
	markGap    = 1 * geom.MM
	markLength = 5 * geom.MM
	markWeight = 25 // hundredths of a point
)

// boxes sets the frame and returns the page's boxes: media is the trim, the bleed around it, and a margin for printer's marks.
func (p *painter) boxes(pg *page.Page) page.Boxes {
	w, h := centi(pg.Size.W), centi(pg.Size.H)
	bleed, margin := int64(0), int64(0)
	if p.edition.Bleed {
		bleed = max(centi(pg.Bleed), 0)
	}
	if p.edition.PrinterMarks {
		margin = centi(markGap + markLength + markGap)
	}
	at := bleed + margin
	p.place = frame{x: at, y: at + h}
	return page.Boxes{
		Media: [4]int64{0, 0, 10 * (w + 2*at), 10 * (h + 2*at)},
		Bleed: [4]int64{10 * margin, 10 * margin, 10 * (margin + w + 2*bleed), 10 * (margin + h + 2*bleed)},
		Trim:  [4]int64{10 * at, 10 * at, 10 * (at + w), 10 * (at + h)},
	}
}
