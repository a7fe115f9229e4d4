package page

import (
	"konzept/report/geom"
	"konzept/report/text"
)

// Edition is a way of printing. Editions never change metrics.
type Edition struct {
	Name         string // screen, print, copy, draft
	Colour       ColourSpace
	Links        bool
	Bleed        bool // media larger than trim, with TrimBox and BleedBox
	PrinterMarks bool // crop and registration marks
	Tagged       bool
	UA           bool // claim PDF/UA-1
	A            bool // claim PDF/A-2a
	X            bool // claim PDF/X
	Draft        bool // watermark, no claims
	Press        *Press
}

// Standard of PDF/X that the edition claims.
func (e *Edition) Standard() Standard {
	if e.Press == nil {
		return X4
	}
	return e.Press.Standard
}

// ColourSpace in which an edition's colours are written.
type ColourSpace uint8

const (
	RGB ColourSpace = iota
	CMYK
	Gray
)

// Drawn is what paint hands to finish: fpdf's bytes and what fpdf cannot write itself.
type Drawn struct {
	Bytes  []byte
	Fonts  []DrawnFont
	Images []DrawnImage
	Forms  []DrawnForm
	Spots  []geom.Spot // by number of their colour space: S0, S1
	Media  []Boxes     // per page, in PDF points from the bottom left
	Shift  []Shift     // per page: where the trim's top left corner is
	Alpha  []bool      // per page: paints something transparent
}

// Shift is the place of a page's trim corner (top left) in thousandths of a point from the media's bottom left.
type Shift struct{ X, Y int64 }

// DrawnImage is a picture in an edition's colours. fpdf would take 16 bit and alpha apart wrongly and copy every byte
// four times, so pictures pass it by.
type DrawnImage struct {
	Name          string // resource name
	Width, Height int
	Channels      int    // 1, 3 or 4: grey, RGB, CMYK
	JPEG          bool   // Data is a JPEG file, else rows of samples
	Data          []byte // not to be changed: shared with the document's picture
	Alpha         []byte // rows of 8 bit, or nil
	Stencil       bool   // Alpha shows or hides, nothing between: no transparency
}

// DrawnForm is content that is painted more than once, such as a logo.
type DrawnForm struct {
	Name    string
	Box     [4]int64 // left, bottom, right, top in thousandths of a point
	Content []byte

	Resources []byte // entries of its dictionary: gradients and graphics states
	Alpha     bool   // something in it lets through what lies below
}

// Boxes of one page in thousandths of a point: left, bottom, right, top.
type Boxes struct{ Media, Bleed, Trim [4]int64 }

// DrawnFont tells how one typeface was used.
type DrawnFont struct {
	Name       string // resource name in content
	PostScript string
	Face       *text.Face  // embedded as far as Codes show it
	Codes      []DrawnCode // ascending by code
}

// DrawnCode is one code of ours: the glyph it shows and the source text that it stands for.
type DrawnCode struct {
	Code  uint16
	Glyph uint16
	Width int // 1/1000 em as drawn
	Text  string
}
