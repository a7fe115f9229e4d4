package barriers

import (
	"fmt"
	"strings"

	"konzept/report/diag"
	"konzept/report/doc"
	"konzept/report/geom"
	"konzept/report/page"
	"konzept/report/typeface"
)

// Least contrast in tenths (WCAG 2.1, 1.4.3 and 1.4.11), and what counts as large.
const (
	leastText  = 45
	leastLarge = 30
	largeType  = 18 * geom.Pt
	largeBold  = 14 * geom.Pt
)

// pairing is a colour on another, as large or small type.
type pairing struct {
	ink, ground geom.Ink
	paper       bool
	large       bool
}

// Contrast adds a finding for each pair of colours that reads badly, at the first words set in it. On pictures and on
// hatched areas nobody can tell.
func Contrast(d *page.Document, from *doc.Document, faces *typeface.Fonts, out *diag.List) {
	seen := map[pairing]bool{}
	for n, p := range d.Pages {
		for written, ground := range p.Grounds() {
			pair, ok := pairingOf(written, ground, faces)
			if !ok || seen[pair] {
				continue
			}
			seen[pair] = true
			least := leastText
			if pair.large {
				least = leastLarge
			}
			paper := geom.Colour{Name: "–", RGB: [3]uint8{255, 255, 255}}
			if !pair.paper {
				paper = d.Palette.At(pair.ground)
			}
			ink := d.Palette.At(pair.ink)
			if got := geom.Contrast(ink.RGB, paper.RGB); got < least {
				words := saying(written)
				f := out.Add("low-contrast", placeOf(from, words), words, ink.Name, paper.Name, tenths(got), tenths(least))
				f.Page = n + 1
			}
		}
	}
}

func pairingOf(written, ground page.Item, faces *typeface.Fonts) (p pairing, ok bool) {
	switch w := written.(type) {
	case *page.Text:
		p.ink = w.Ink
		p.large = w.Run.Size >= largeType || w.Run.Size >= largeBold && faces.Weight(w.Run.Face) >= 700
	case *page.Shape:
		if w.Elem == nil {
			return p, false // decoration says nothing
		}
		p.ink, p.large = w.Fill, true // graphics need no more than large type
		if !w.Filled {
			p.ink = w.Line
		}
	}
	switch g := ground.(type) {
	case nil:
		p.paper = true
	case *page.Rect:
		p.ground = g.Ink
	case *page.Shape:
		p.ground = g.Fill
		return p, g.Hatch == 0
	default:
		return p, false
	}
	return p, true
}

func saying(it page.Item) string {
	if t, ok := it.(*page.Text); ok {
		return strings.TrimSpace(t.Run.Text)
	}
	return it.Element().Details().Actual
}

// placeOf finds where words come from: the first text that holds them.
func placeOf(d *doc.Document, words string) (at diag.Span) {
	d.Walk(doc.Visitor{Inlines: func(list []doc.Inline, _ *doc.Style, _ string) {
		for _, inline := range list {
			if t, ok := inline.(*doc.Text); ok && !at.Known() && words != "" && strings.Contains(t.Text, words) {
				at = t.At
			}
		}
	}})
	return at
}

// tenths prints a ratio.
func tenths(n int) string { return fmt.Sprintf("%d,%d:1", n/10, n%10) }
