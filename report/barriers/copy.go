package barriers

import (
	"strings"

	"konzept/report/diag"
	"konzept/report/geom"
	"konzept/report/page"
	"konzept/report/typeset"
)

// leastBody is the least size of running text on grey copies, which blur.
const leastBody = 21 * geom.Pt / 2

// enough characters of one size make running text: less is labels.
const enough = 1000

// Copies adds findings about what grows illegible on a copier: type below 8.5 pt, and running text below 10.5 pt. Sizes
// are the same in all editions; that they are too small matters where a project asks for copies.
func Copies(d *page.Document, out *diag.List) {
	said := map[geom.Length]bool{}
	running := map[geom.Length]int{} // characters
	for n, p := range d.Pages {
		for written := range p.Grounds() {
			t, ok := written.(*page.Text)
			if !ok || t.Elem.NoteNumber() {
				continue
			}
			if t.Elem != nil && prose(t.Elem) {
				running[t.Run.Size] += len(t.Run.Text)
			}
			if size := t.Run.Size; size < typeset.MinCopySize && !said[size] {
				said[size] = true
				out.Add("copy-small-type", diag.Span{}, strings.TrimSpace(t.Run.Text), typeset.Points(size), typeset.Points(typeset.MinCopySize)).Page = n + 1
			}
		}
	}
	body := geom.Length(0)
	for size, n := range running {
		if n > running[body] || n == running[body] && size > body {
			body = size
		}
	}
	if running[body] >= enough && body < leastBody {
		out.Add("copy-small-body", diag.Span{}, typeset.Points(body), typeset.Points(leastBody))
	}
}

// prose tells whether an element is running text: no part of a table, a note, a figure or a list of contents, no foot of
// pages that is heard as well.
func prose(e *page.Elem) bool {
	if e.Details().Actual != "" {
		return false
	}
	for ; e != nil; e = e.Parent {
		if e.Details().Abreast {
			return false
		}
		switch e.Type {
		case "Table", "Note", "Figure", "Caption", "TOC", "H1", "H2", "H3", "H4", "H5", "H6":
			return false
		}
	}
	return true
}
