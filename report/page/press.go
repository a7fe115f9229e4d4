package page

import (
	"konzept/report/colour"
	"konzept/report/geom"
	"konzept/report/text"
)

// Standard is the part of PDF/X (ISO 15930) that a print file keeps to.
type Standard uint8

const (
	X4       Standard = iota // ISO 15930-7: PDF 1.6, transparency
	X3_2003                  // ISO 15930-6: PDF 1.4, no transparency
	X1a_2003                 // ISO 15930-4: PDF 1.4, no transparency, inks alone
)

// Version is the standard's name as files give it.
func (s Standard) Version() string {
	return [...]string{X4: "PDF/X-4", X3_2003: "PDF/X-3:2003", X1a_2003: "PDF/X-1a:2003"}[s]
}

// Transparent tells whether the standard allows transparency.
func (s Standard) Transparent() bool { return s == X4 }

// Press is what a print shop wants of the print edition.
type Press struct {
	Standard   Standard
	Separation *colour.Separation // of the printing condition; nil: pictures stay as they are
	Rich       [4]uint8           // inks of large black areas in percent; zero: black alone
	RichFrom   geom.Length        // the sides from which an area is large
	Spots      []geom.Spot        // colours that keep plates of their own
	Bars       bool               // colour bars
	Slug       [][]text.Run       // by page: what the sheet is, in black at the left of the foot, outside the bleed
	Plates     [][]text.Run       // at the right: the name of each plate on it; cyan, magenta, yellow, black, the spots
}

// MaxSlugWidth is how wide a slug may be on a page of a width: half of it, less the printer's marks.
func MaxSlugWidth(w geom.Length) geom.Length { return max(w/2-12*geom.MM, 0) }

// Deep tells whether a black area is so large that it is printed in the rich black.
func (p *Press) Deep(area geom.Box) bool {
	return p != nil && p.Rich != [4]uint8{} && min(area.W, area.H) >= p.RichFrom
}

// Black is the number of black's plate.
const Black = 3

// InkLimit is the highest total of inks in percent; 400 without a printing condition.
func (p *Press) InkLimit() int {
	if p == nil || p.Separation == nil {
		return 400
	}
	return p.Separation.Limit()
}
