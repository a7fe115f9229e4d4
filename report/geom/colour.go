package geom

import (
	"slices"
	"strconv"
	"strings"
)

// Ink names a colour of the design: an index into its Palette. Layout and pages hold inks; paint alone resolves
// them, so that an edition can never change metrics. Ink 0 is always the text colour.
type Ink uint8

// Colour is one design token with its value for every way of printing.
type Colour struct {
	Name string
	RGB  [3]uint8 // sRGB
	CMYK [4]uint8 // percent of cyan, magenta, yellow, black
	Gray uint8    // percent of black on a grey printer
	Spot string   // name of a spot colour, with a percentage behind it for a tint of it, or empty
}

// Spot is a colour with a printing plate of its own.
type Spot struct {
	Name string
	CMYK [4]uint8 // what stands for its full tone where there is no such plate, in percent
}

// SpotTint takes the name of a spot colour and its tint in percent apart: "HKS 41 K 20%". The name is empty without one.
func (c *Colour) SpotTint() (name string, tint int) {
	name = strings.TrimSpace(c.Spot)
	head, last := name, ""
	if i := strings.LastIndexByte(name, ' '); i > 0 {
		head, last = strings.TrimSpace(name[:i]), name[i+1:]
	}
	if digits, ok := strings.CutSuffix(last, "%"); ok {
		if n, err := strconv.Atoi(digits); err == nil && n >= 1 && n <= 100 {
			return head, n
		}
	}
	return name, 100
}

// Spots are the spot colours of a palette, each once, as first named. Their process values are those of the fullest tone.
func (p Palette) Spots() []Spot {
	var all []Spot
	var full []int
	for i := range p {
		name, tint := p[i].SpotTint()
		if name == "" {
			continue
		}
		n := slices.IndexFunc(all, func(s Spot) bool { return s.Name == name })
		if n < 0 {
			n = len(all)
			all, full = append(all, Spot{Name: name}), append(full, 0)
		}
		if tint > full[n] {
			full[n] = tint
			for k, v := range p[i].CMYK {
				all[n].CMYK[k] = uint8(min(int(v)*100/tint, 100))
			}
		}
	}
	return all
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

// Names lists the colours' names, for suggestions.
func (p Palette) Names() []string {
	var names []string
	for _, c := range p {
		names = append(names, c.Name)
	}
	return names
}

// At is an ink's colour; one that the palette lacks is the text colour.
func (p Palette) At(i Ink) Colour {
	switch {
	case int(i) < len(p):
		return p[i]
	case len(p) > 0:
		return p[0]
	}
	return Colour{Name: "text", CMYK: [4]uint8{0, 0, 0, 100}, Gray: 100}
}
