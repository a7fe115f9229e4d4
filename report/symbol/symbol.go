// Package symbol draws the signs of the house (states, signals, pictograms, emblems) and QR codes as outlines.
//
// Signs are drawn here on a grid and not taken from a font, so that each is one path in one ink that stays legible in
// one bit, as a copier or a fax leaves it.
package symbol

import (
	"slices"

	"konzept/report/geom"
	"konzept/report/page"
)

// glyph is one symbol on the pen's grid: its advance and how it is drawn. Solid signs are a little smaller than hollow
// and pointed ones, so that all look equally large beside capitals 660 units high.
type glyph struct {
	name    string
	advance int64
	draw    func(*pen)
}

// line is the stroke width of hollow signs: 0.6 pt at 9 pt, enough for a copier.
const line = 74

// symbols are sorted by name. The states are hollow, quarter, half, full, turning, paused and crossed; the signals are a
// hollow square, a striped triangle and a full diamond with an exclamation mark: shapes that differ in one bit of colour.
var symbols = []glyph{
	{"arrow-down", 640, func(p *pen) { p.poly(320, -20, 620, 320, 400, 320, 400, 680, 240, 680, 240, 320, 20, 320) }},
	{"arrow-right", 760, func(p *pen) { p.poly(740, 330, 400, 630, 400, 410, 20, 410, 20, 250, 400, 250, 400, 30) }},
	{"arrow-up", 640, func(p *pen) { p.poly(320, 680, 20, 340, 240, 340, 240, -20, 400, -20, 400, 340, 620, 340) }},
	{"book", 980, book},
	{"box", 760, func(p *pen) { p.box(40, -20, 720, 660); p.hole(90, 30, 670, 610) }}, // to be ticked by hand
	{"briefcase", 980, briefcase},
	{"calendar", 900, calendar},
	{"check", 760, func(p *pen) { p.stroke(130, 60, 330, 290, 80, 700, 620) }},
	{"clock", 900, func(p *pen) { p.ring(450, 330, 410, 80); p.stroke(80, 450, 600, 450, 330, 640, 220) }},
	{"globe", 900, globe},
	{"heart", 960, heart},
	{"house", 980, house},
	{"leaf", 900, leaf},
	{"mail", 960, mail},
	{"people", 1080, people},
	{"phase-0", 760, func(p *pen) { p.ring(380, 330, 350, line) }},
	{"phase-1", 760, func(p *pen) { p.ring(380, 330, 350, line); p.pie(380, 330, 320, 0, 1) }},
	{"phase-2", 760, func(p *pen) { p.ring(380, 330, 350, line); p.pie(380, 330, 320, 3, 2) }},
	{"phase-3", 760, func(p *pen) { p.disc(380, 330, 345) }},
	{"phase-4", 760, func(p *pen) {
		p.sector(370, 310, 320, 95, 1, 3)
		p.poly(360, 390, 640, 582, 360, 775)
	}},
	{"phase-5", 760, func(p *pen) { p.box(170, -10, 310, 670); p.box(450, -10, 590, 670) }},
	{"phase-6", 760, func(p *pen) { p.stroke(115, 90, 40, 670, 620); p.stroke(115, 90, 620, 670, 40) }},
	{"phone", 840, phone},
	{"place", 760, place},
	{"signal-0", 760, func(p *pen) { p.box(60, 10, 700, 650); p.hole(60+line, 10+line, 700-line, 650-line) }},
	{"signal-1", 800, striped},
	{"signal-2", 800, func(p *pen) { // the exclamation mark keeps it apart from a full disc
		p.poly(400, -70, 780, 330, 400, 730, 20, 330)
		p.hole(335, 270, 465, 560)
		p.hole(335, 80, 465, 195)
	}},
	{"speech", 1040, speech},
	{"wheelchair", 900, wheelchair},
}

// Names lists the signs that Draw knows, sorted.
func Names() []string {
	names := make([]string, len(symbols))
	for i := range symbols {
		names[i] = symbols[i].name
	}
	return names
}

// Draw draws a sign for text of the given size. Its origin is the left end of the baseline; its shapes are filled with
// the text ink, and whoever places them may set another.
func Draw(name string, size geom.Length) (shapes []page.Shape, width geom.Length, ok bool) {
	i, ok := slices.BinarySearchFunc(symbols, name, func(g glyph, name string) int {
		switch {
		case g.name < name:
			return -1
		case g.name > name:
			return 1
		}
		return 0
	})
	if !ok {
		return nil, 0, false
	}
	p := pen{em: size}
	symbols[i].draw(&p)
	return []page.Shape{{Path: p.path, Filled: true}}, size.Mul(symbols[i].advance, 1000), true
}

// Width is the advance of a sign without drawing it.
func Width(name string, size geom.Length) (geom.Length, bool) {
	for i := range symbols {
		if symbols[i].name == name {
			return size.Mul(symbols[i].advance, 1000), true
		}
	}
	return 0, false
}
