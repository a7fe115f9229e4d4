package page

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"konzept/report/geom"
)

// Dump writes the document as text, one item a line, with lengths in points to a hundredth: for goldens and for eyes.
// Elements are shown by their path from the root.
func Dump(w io.Writer, d *Document) error {
	b := bufio.NewWriter(w)
	for i, p := range d.Pages {
		fmt.Fprintf(b, "page %d %q %sx%s\n", i+1, p.Label, p.Size.W, p.Size.H)
		for _, it := range p.Items {
			dumpItem(b, it, "  ")
		}
		for _, l := range p.Links {
			fmt.Fprintf(b, "  link %s -> %s%s %q\n", l.Box, l.URL, hash(l.Dest), l.Alt)
		}
	}
	for _, m := range d.Outline {
		fmt.Fprintf(b, "bookmark %s%q %d@%s\n", strings.Repeat("  ", m.Level-1), m.Title, m.Page+1, m.Y)
	}
	for _, t := range d.Dests {
		fmt.Fprintf(b, "dest %s %d@%s\n", t.Name, t.Page+1, t.Y)
	}
	return b.Flush()
}

func hash(dest string) string {
	if dest == "" {
		return ""
	}
	return "#" + dest
}

func dumpItem(b *bufio.Writer, it Item, indent string) {
	b.WriteString(indent)
	switch it := it.(type) {
	case *Text:
		fmt.Fprintf(b, "text %s,%s %s %s %q", it.X, it.Y, it.Run.Face.Name(), it.Run.Size, it.Run.Text)
		if it.Run.WordSpace != 0 || it.Run.Expansion != 0 {
			fmt.Fprintf(b, " space %s stretch %d", it.Run.WordSpace, it.Run.Expansion)
		}
		dumpInk(b, it.Ink)
		if it.Turn != 0 {
			fmt.Fprintf(b, " turn %d", it.Turn)
		}
	case *Rect:
		fmt.Fprintf(b, "rect %s", it.Box)
		dumpInk(b, it.Ink)
	case *Shape:
		fmt.Fprintf(b, "shape %d points", len(it.Path.Points))
		if len(it.Path.Points) > 0 {
			fmt.Fprintf(b, " from %s,%s", it.Path.Points[0].X, it.Path.Points[0].Y)
		}
		dumpInk(b, it.Fill)
	case *Picture:
		fmt.Fprintf(b, "picture %s %s crop %v", it.Box, it.Picture.Name, it.Crop)
	case *Anchor:
		fmt.Fprintf(b, "anchor %s", it.Y)
	case *Running:
		fmt.Fprintf(b, "artifact %d\n", it.Kind)
		for _, of := range it.Of {
			dumpItem(b, of, indent+"  ")
		}
		return
	}
	if e := it.Element(); e != nil {
		b.WriteString(" <" + path(e) + ">")
	}
	b.WriteByte('\n')
}

func dumpInk(b *bufio.Writer, ink geom.Ink) {
	if ink != 0 {
		fmt.Fprintf(b, " ink %d", ink)
	}
}

// path is an element's types from the root down.
func path(e *Elem) string {
	if e.Parent == nil || e.Parent.Type == "Document" {
		return e.Type
	}
	return path(e.Parent) + "/" + e.Type
}

// DumpTree writes the structure tree as text, after Tag.
func DumpTree(w io.Writer, d *Document) error {
	b := bufio.NewWriter(w)
	dumpElem(b, d.Root, "")
	return b.Flush()
}

func dumpElem(b *bufio.Writer, e *Elem, indent string) {
	m := e.Details()
	fmt.Fprintf(b, "%s%s", indent, e.Type)
	for _, a := range [...][2]string{{"alt", m.Alt}, {"actual", m.Actual}, {"lang", m.Lang}, {"id", m.ID}, {"summary", m.Summary}, {"scope", e.Scope}, {"numbering", m.Numbering}} {
		if a[1] != "" {
			fmt.Fprintf(b, " %s=%q", a[0], a[1])
		}
	}
	if e.RowSpan > 1 || e.ColSpan > 1 {
		fmt.Fprintf(b, " span %dx%d", max(e.RowSpan, 1), max(e.ColSpan, 1))
	}
	for _, h := range m.Headers {
		fmt.Fprintf(b, " headed by %d", h.Index)
	}
	if m.Heads {
		fmt.Fprintf(b, " heads as %d", e.Index)
	}
	if m.HasBBox {
		fmt.Fprintf(b, " box %s on %d", m.BBox, m.BBoxPage+1)
	}
	b.WriteByte('\n')
	for _, k := range e.Kids {
		switch {
		case k.Elem != nil:
			dumpElem(b, k.Elem, indent+"  ")
		case k.Link != nil:
			fmt.Fprintf(b, "%s  link on %d\n", indent, k.Page+1)
		default:
			fmt.Fprintf(b, "%s  mark %d on %d\n", indent, k.MCID, k.Page+1)
		}
	}
}
