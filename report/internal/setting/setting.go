// Package setting sets blocks for tests of the packages that set them, with the embedded faces, and writes down what came of it.
package setting

import (
	"fmt"
	"io/fs"
	"strings"
	"sync"
	"testing"

	"konzept/fonts"
	"konzept/report/diag"
	"konzept/report/doc"
	"konzept/report/galley"
	"konzept/report/geom"
	"konzept/report/introspection"
	"konzept/report/page"
	"konzept/report/text"
	"konzept/report/typeface"
	"konzept/report/typeset"
)

// Faces opens the embedded faces once for all tests.
var Faces = sync.OnceValue(func() *typeface.Fonts {
	var list []typeface.Face
	for _, f := range []struct {
		file   string
		weight int
		italic bool
	}{{"Regular", 400, false}, {"It", 400, true}, {"Semibold", 600, false}, {"SemiboldIt", 600, true}, {"Bold", 700, false}, {"BoldIt", 700, true}} {
		list = append(list, typeface.Face{Family: "Source Sans 3", Weight: f.weight, Italic: f.italic, Open: func() (*text.Face, error) {
			b, err := fs.ReadFile(fonts.FS(), "SourceSans3-"+f.file+".ttf")
			if err != nil {
				return nil, err
			}
			return text.Parse(b)
		}})
	}
	return typeface.New(list)
})

// Words are those of German documents.
var Words = doc.Words{Continued: "Fortsetzung", Page: "Seite", Figure: "Abbildung", Table: "Tabelle", Footnote: "Fußnote", Below: "Die Werte stehen darunter."}

// Unit is blocks that are set by themselves, with what was found on the way.
type Unit struct {
	Doc  *doc.Document
	Root *page.Elem
	Out  diag.List
	*typeset.Setter
}

// New is a unit of a document that holds blocks, in a column of a width. Pages are known if labels says where anchors stand.
func New(blocks []doc.Block, width geom.Length, labels introspection.Labels) *Unit {
	u := &Unit{Root: &page.Elem{Type: "Document"}}
	u.Doc = &doc.Document{Lang: "de-DE", Words: Words, Palette: geom.Palette{{Name: "text"}, {Name: "accent"}, {Name: "white"}}, Chapters: []doc.Chapter{{Blocks: blocks}}}
	index := introspection.Read(u.Doc)
	u.Setter = &typeset.Setter{Doc: u.Doc, Index: &index, Labels: &labels, Styles: typeset.NewStyles(Faces(), "de", typeset.Microtypography{}),
		Out: &u.Out, Field: func(name string) string { return "<" + name + ">" }, Refers: index.Refers[0], Width: width}
	u.Begin(introspection.Counts{}, false)
	return u
}

// Frame is the whole column.
func (u *Unit) Frame() typeset.Frame {
	return typeset.Frame{Width: u.Width, Sect: &typeset.Section{Base: u.Root}}
}

// dumper writes a galley as text.
type dumper struct {
	strings.Builder
	tb   testing.TB
	page page.Page // all items and links, for the structure tree
}

// Dump is a galley as text: boxes with what stands in them, regions, what is owed at the end, the tree of elements and the
// findings.
func (u *Unit) Dump(tb testing.TB, g *galley.Galley) string {
	tb.Helper()
	d := &dumper{tb: tb}
	for i := range g.Boxes {
		d.box(&g.Boxes[i], "")
	}
	for i := range g.Regions {
		d.region(&g.Regions[i])
	}
	if g.White != 0 || g.Penalty != 0 || g.Eject {
		fmt.Fprintf(d, "owed %s penalty %d eject %t %d\n", g.White, g.Penalty, g.Eject, g.Start)
	}
	tree := page.Document{Root: u.Root, Pages: []*page.Page{&d.page}}
	tree.Tag()
	var elems strings.Builder
	if err := page.DumpTree(&elems, &tree); err != nil {
		tb.Fatal(err)
	}
	for l := range strings.Lines(elems.String()) {
		if !strings.Contains(l, " mark ") { // the items above say where they belong
			d.WriteString(l)
		}
	}
	for _, f := range u.Out.Findings {
		fmt.Fprintf(d, "%s %q\n", f.Code, f.Args)
	}
	return d.String()
}

func (d *dumper) box(s *galley.Box, indent string) {
	fmt.Fprintf(d, "%sbox %s", indent, s.Height)
	for _, n := range []struct {
		name   string
		length geom.Length
	}{{"below", s.Space}, {"base", s.Base}, {"top", s.Top}, {"bottom", s.Bottom}} {
		if n.length != 0 {
			fmt.Fprintf(d, " %s %s", n.name, n.length)
		}
	}
	if s.Penalty != 0 {
		fmt.Fprintf(d, " penalty %d", s.Penalty)
	}
	if s.Fill {
		d.WriteString(" fills")
	}
	if s.OnGrid {
		d.WriteString(" on grid")
	}
	d.WriteByte('\n')
	d.items(s.Items, s.Links, indent)
	if x := s.Extras; x != nil {
		d.extras(x, indent+"  ")
	}
}

func (d *dumper) extras(x *galley.Extras, indent string) {
	for _, t := range x.Targets {
		fmt.Fprintf(d, "%starget %s at %s", indent, t.Anchor, t.Y)
		if t.Elem != nil {
			fmt.Fprintf(d, " of %s", t.Elem.Type)
		}
		if h := t.Heading; h != nil {
			fmt.Fprintf(d, " heading %d, level %d: %q, running %q", h.Index, h.Level, h.Title, h.Running)
		}
		d.WriteByte('\n')
	}
	for _, b := range x.Bleeds {
		fmt.Fprintf(d, "%sbleeds %s\n", indent, b.Sides)
	}
	for _, m := range x.Marginals {
		fmt.Fprintf(d, "%smarginal %s\n", indent, m.Y)
		d.box(&m.Content, indent+"  ")
	}
	for _, n := range x.Notes {
		fmt.Fprintf(d, "%snote %s\n", indent, n.Back)
		for i := range n.Lines {
			d.box(&n.Lines[i], indent+"  ")
		}
	}
}

func (d *dumper) items(items []page.Item, links []*page.Link, indent string) {
	d.page.Items, d.page.Links = append(d.page.Items, items...), append(d.page.Links, links...)
	var b strings.Builder
	if err := page.Dump(&b, &page.Document{Pages: []*page.Page{{Items: items, Links: links}}}); err != nil {
		d.tb.Fatal(err)
	}
	lines := strings.Split(strings.TrimRight(b.String(), "\n"), "\n")
	for _, l := range lines[1:] {
		d.WriteString(indent + l + "\n")
	}
}

func (d *dumper) region(r *galley.Region) {
	fmt.Fprintf(d, "region to %d, cut %s %s, head %s\n", r.To, r.Top, r.Bottom, r.HeadHeight)
	fmt.Fprintf(d, "  %+v\n", r.Decoration)
	for i := range r.Head {
		d.box(&r.Head[i], "  ")
	}
	for _, o := range r.Overlays {
		fmt.Fprintf(d, "  again %d to %d\n", o.From, o.To)
		d.items(o.Items, nil, "  ")
	}
}
