// Package page is the document after layout: items at fixed places, the structure tree, the outline.
//
// It decides nothing: whoever paints a page needs no measure, no style and no order but what stands here. Items stand in
// reading order; what is no content (grounds, rules, running heads) has no element and is an artifact.
package page

import (
	"strings"

	"konzept/report/geom"
	"konzept/report/picture"
	"konzept/report/text"
)

// Document is a laid-out document.
type Document struct {
	Title, Subject, Author string
	Lang                   string
	Palette                geom.Palette
	Pages                  []*Page
	Root                   *Elem // S "Document"; kids are attached by Tag
	Outline                []Bookmark
	Dests                  []Dest // named destinations, sorted by name

	Elems  []*Elem // by Index; set by Tag
	Links  []*Link // by Index; set by Tag
	tagged bool
}

// Page is one sheet side. Coordinates run from the trim's top left corner, y down.
type Page struct {
	Size          geom.Size // trim
	Bleed         geom.Length
	Label         string // printed folio: "iv", "12"; empty: not counted
	Items         []Item
	Draft         []Item // watermark and line numbers: artifacts that drafts alone show, under the rest
	DraftOver     bool   // above the rest, on sheets full of grounds
	Links         []*Link
	MarkedContent []*Elem // by MCID; set by Tag
}

// Elem is a structure element (ISO 32000-1, 14.7.2). Layout makes it with its parent; Tag attaches it to the tree when
// its first item is met, so that the tree's order is the reading order of items.
type Elem struct {
	Type     string // standard structure type
	Parent   *Elem
	Kids     []Kid
	Scope    string // TH: Row, Column, Both
	RowSpan  int
	ColSpan  int
	Index    int // in Document.Elems; set by Tag
	detail   *Detail
	attached bool
}

// Detail is what few elements have: a long table has ten thousand elements without any of it.
type Detail struct {
	Alt       string
	Actual    string // ActualText
	Lang      string
	ID        string   // of notes and header cells, for the IDTree
	Numbering string   // L: Disc, Decimal, None
	Abreast   bool     // labels and values side by side: a table to the eye, whatever it is read as
	BBox      geom.Box // Figure: on its page
	HasBBox   bool
	BBoxPage  int     // 0-based
	Summary   string  // Table
	Headers   []*Elem // TH and TD: the cells that head it, where scopes do not tell
	Heads     bool    // it is among the headers of a cell
	Linked    *Link   // Link elements: their annotation
}

// Detail returns the element's details to be set.
func (e *Elem) Detail() *Detail {
	if e.detail == nil {
		e.detail = &Detail{}
	}
	return e.detail
}

// NoteDest begins the names of the destinations of footnotes and of their marks.
const NoteDest = "footnote."

// NoteNumber tells whether an element is the number of a note, at its mark or before its text.
func (e *Elem) NoteNumber() bool {
	to := e.Details().Linked
	return to != nil && strings.HasPrefix(to.Dest, NoteDest)
}

// Details returns the element's details, the zero value if it has none; an artifact's are empty, too.
func (e *Elem) Details() Detail {
	if e == nil || e.detail == nil {
		return Detail{}
	}
	return *e.detail
}

// Kid is exactly one of: child element, marked content, annotation.
type Kid struct {
	Elem *Elem
	Link *Link
	Page int32 // 0-based, of marked content
	MCID int32
}

// Item is something painted. The interface is sealed; every item carries its element, nil for artifacts.
type Item interface {
	Element() *Elem
	item()
}

// Text is one glyph run on a baseline.
type Text struct {
	X, Y geom.Length
	Run  text.Run
	Ink  geom.Ink
	Elem *Elem
	Turn int16   // degrees counter-clockwise: 0, 90, 45 (watermark)
	Word *string // the whole word of which this is a half or the hyphen; set by Tag
}

// Shape is a filled or stroked path.
type Shape struct {
	Path    geom.Path
	Fill    geom.Ink
	Filled  bool
	Line    geom.Ink
	Weight  geom.Length // 0: no stroke
	Dash    geom.Length // 0: solid
	EvenOdd bool
	Hatch   int  // 1 to 5: pattern lines instead of a full fill, clipped to the path
	Sign    bool // stands among words and must read as they do; without an element it only repeats a word beside it
	Elem    *Elem
}

// Rect is a filled rectangle, the most frequent shape.
type Rect struct {
	Box  geom.Box
	Ink  geom.Ink
	Elem *Elem
}

// Picture is a placed picture; Crop is the part of it that shows, in 1/10000 of its sides.
type Picture struct {
	Box     geom.Box
	Picture *picture.Picture
	Crop    [4]int // left, top, right, bottom; zero value: whole
	Elem    *Elem
}

// Anchor paints nothing: it attaches an element without content (an empty cell) and marks named destinations.
type Anchor struct {
	Y    geom.Length
	Elem *Elem
}

// Artifact is why something is no content (ISO 32000-1, table 330); layout wraps what runs along with pages in it so that
// readers know it.
type Artifact uint8

const (
	LayoutArtifact     Artifact = iota // grounds, rules, leaders
	HeaderArtifact                     // running heads
	FooterArtifact                     // running feet
	PaginationArtifact                 // what pages repeat: table heads, legends, thumb tabs
	BackgroundArtifact                 // watermarks, behind the whole page
)

// Running is an artifact item of a head or foot: its inner item has no element.
type Running struct {
	Kind Artifact
	Of   []Item
}

// Link is an annotation over a box. Elem is its Link structure element.
type Link struct {
	Box  geom.Box
	URL  string
	Dest string // named destination
	Alt  string // /Contents
	Elem *Elem

	Index int // in Document.Links; set by Tag
}

// Bookmark is an outline entry.
type Bookmark struct {
	Title string
	Level int // 1-based
	Page  int // 0-based
	Y     geom.Length
	Elem  *Elem
}

// Dest is a named destination.
type Dest struct {
	Name string
	Page int // 0-based
	Y    geom.Length
	Elem *Elem // what it leads to; nil: a place
}

func (t *Text) Element() *Elem    { return t.Elem }
func (s *Shape) Element() *Elem   { return s.Elem }
func (r *Rect) Element() *Elem    { return r.Elem }
func (p *Picture) Element() *Elem { return p.Elem }
func (a *Anchor) Element() *Elem  { return a.Elem }
func (r *Running) Element() *Elem { return nil }

func (*Text) item()    {}
func (*Shape) item()   {}
func (*Rect) item()    {}
func (*Picture) item() {}
func (*Anchor) item()  {}
func (*Running) item() {}
