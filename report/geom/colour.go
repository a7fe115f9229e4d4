package geom

// Ink names a colour of the design: an index into its Palette. Layout and pages hold inks; paint alone resolves
// them, so that an edition can never change metrics. Ink 0 is always the text colour.
type Ink uint8

// Colour is one design token with its value for every way of printing.
type Colour struct {
	Name string
	RGB  [3]uint8 // sRGB
	CMYK [4]uint8 // percent of cyan, magenta, yellow, black
	Gray uint8    // percent of black on a grey printer
	Spot string   // name of a spot colour, or empty
}

// Palette is the design's colours in their written order. Entry 0 is the text colour.
type Palette []Colour

// Find returns the ink of a colour's name.
func (p Palette) Find(name string) (Ink, bool) {
	for i := range p {
		if p[i].Name == name {
			return Ink(i), true
		}
	}
	return 0, false
}
