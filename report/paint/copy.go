package paint

import (
	"konzept/report/geom"
	"konzept/report/page"
)

// Grey copiers turn dark grounds into blotches that swallow their words. In grey editions no ground under words is
// darker than 15 percent of black; light words on it become black. Charts keep their greys, which are told by hatches.
const (
	darkest = 15 // percent of black that may stand under words
	faint   = 60 // percent below which an ink does not show on a light ground
)

var (
	paleGround = tone{fill: "0.9 g\n", line: "0.9 G\n"}
	blackInk   = tone{fill: "0 g\n", line: "0 G\n"}
)

// lighten finds the page's grounds that are too dark, and what is too light once they are not.
func (p *painter) lighten(pg *page.Page) {
	clear(p.instead)
	if p.edition.Colour != page.Gray {
		return
	}
	for written, ground := range pg.Grounds() {
		if ground == nil || ground.Element() != nil {
			continue
		}
		if ink, ok := inkOf(ground); !ok || p.palette.At(ink).Gray <= darkest {
			continue
		}
		p.instead[ground] = &paleGround
		if ink, ok := inkOf(written); ok && p.palette.At(ink).Gray < faint {
			p.instead[written] = &blackInk
		}
	}
}

// inkOf is what an item is painted in; pictures have no ink.
func inkOf(it page.Item) (ink geom.Ink, ok bool) {
	switch it := it.(type) {
	case *page.Text:
		return it.Ink, true
	case *page.Rect:
		return it.Ink, true
	case *page.Shape:
		return it.Fill, it.Filled
	}
	return 0, false
}

// tone is an item's: its ink's, but for what copies show otherwise.
func (p *painter) tone(it page.Item, ink geom.Ink) *tone {
	if t := p.instead[it]; t != nil {
		return t
	}
	return p.colours.of(ink)
}
