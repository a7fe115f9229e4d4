package page

// Edition is a way of printing. Editions never change metrics.
type Edition struct {
	Name   string // screen, print, copy, draft
	Colour ColourSpace
	Links  bool
	Bleed  bool // media larger than trim, with TrimBox and BleedBox
	Marks  bool // crop and registration marks
	Tagged bool
	UA     bool // claim PDF/UA-1
	A      bool // claim PDF/A-2a
	X      bool // claim PDF/X-4
	Draft  bool // watermark, no claims
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
	Bytes []byte
	Fonts []DrawnFont
	Media []Boxes // per page, in PDF points from the bottom left
}

// Boxes of one page in thousandths of a point: left, bottom, right, top.
type Boxes struct{ Media, Bleed, Trim [4]int64 }

// DrawnFont tells how one embedded font was used.
type DrawnFont struct {
	Family     string // fpdf's key of it
	PostScript string
	Codes      []DrawnCode // ascending by code
}

// DrawnCode is one code of ours: the glyph it shows and the source text that it stands for.
type DrawnCode struct {
	Code  uint16
	Glyph uint16
	Width int // 1/1000 em as drawn
	Text  string
}
