// Package figure draws charts as vectors, with the sentence and the table that say the same in words.
//
// It never places a figure on a page, never sets running text and never tells two things apart by colour alone: series
// differ by hatch, dash and mark, so that a grey copy reads like the screen.
package figure

import (
	"fmt"

	"konzept/report/canvas"
	"konzept/report/diag"
	"konzept/report/doc"
	"konzept/report/geom"
	"konzept/report/page"
	"konzept/report/text"
)

// Result is a drawing with its top left corner at 0,0. Its items carry no element yet: Place gives them one.
type Result struct {
	Items   []page.Item
	Size    geom.Size  // what is needed, which can be taller than what was asked for
	Alt     string     // a sentence that says the finding
	Values  string     // the data in a sentence; empty when Alt says them all
	Rows    [][]string // the data as a table, header first; nil when the drawing shows no data
	Missing []text.Missing
	Fault   *diag.Fault // why nothing could be drawn

	Strips []canvas.Strip // instead of Items: from top to bottom, where the drawing may run over pages
	Head   int            // how many of the first strips stand again on every page
}

// Draw draws d no wider than width; a height of 0 is the drawing's natural one.
func Draw(d doc.Drawing, width, height geom.Length, st canvas.Setting) Result {
	c := newChart(st)
	switch d := d.(type) {
	case *doc.Bars:
		return c.bars(d, width, height)
	case *doc.Lines:
		return c.lines(d, width, height)
	case *doc.Meter:
		return c.meter(d, width, height)
	case *doc.Donut:
		return c.donut(d, width, height)
	case *doc.Progress:
		return c.progress(d, width)
	case *doc.Gantt:
		return c.gantt(d, width)
	case *doc.Tree:
		return c.tree(d, width)
	case *doc.Flow:
		return c.flow(d, width, height)
	case *doc.Places:
		return c.places(d, width)
	case *doc.QR:
		return c.qr(d, width, height)
	case *doc.Sign:
		return c.sign(d, width, height)
	case nil:
		return Result{}
	}
	panic(fmt.Sprintf("figure: nobody draws a %T", d))
}

// Place moves items by at and gives them their element. The items are changed in place and returned.
func Place(items []page.Item, at geom.Point, e *page.Elem) []page.Item {
	for _, it := range items {
		switch it := it.(type) {
		case *page.Text:
			it.X, it.Y, it.Elem = it.X+at.X, it.Y+at.Y, e
		case *page.Rect:
			it.Box.X, it.Box.Y, it.Elem = it.Box.X+at.X, it.Box.Y+at.Y, e
		case *page.Shape:
			for i := range it.Path.Points {
				it.Path.Points[i].X += at.X
				it.Path.Points[i].Y += at.Y
			}
			it.Elem = e
		}
	}
	return items
}
