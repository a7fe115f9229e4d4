// Package verify reads a finished PDF file and says what it holds and which rules it breaks: of PDF/UA-1 (ISO 14289-1), of
// PDF/A-2a and -3a (ISO 19005) and of PDF/X (ISO 15930), each where the file claims to conform.
//
// It changes nothing, and knows nothing of how the file was made.
package verify

import (
	"bytes"
	"strconv"
	"strings"

	"konzept/report/diag"
	"konzept/report/pdf"
)

// Report is what a finished file says about itself and what is wrong with it. It can be written as JSON.
type Report struct {
	Version   string         `json:"version"`
	Claims    []string       `json:"claims"` // PDF/UA-1, PDF/A-2a, PDF/X-4
	Intent    string         `json:"intent,omitempty"`
	Title     string         `json:"title"`
	Author    string         `json:"author,omitempty"`
	Subject   string         `json:"subject,omitempty"`
	Keywords  string         `json:"keywords,omitempty"`
	Producer  string         `json:"producer,omitempty"`
	Creator   string         `json:"creator,omitempty"`
	Created   string         `json:"created,omitempty"`
	Lang      string         `json:"lang"`
	Tagged    bool           `json:"tagged"`
	Pages     []Page         `json:"pages"`
	Fonts     []Font         `json:"fonts"`
	Outline   []Bookmark     `json:"outline"`
	Structure []Node         `json:"structure"` // depth first
	Findings  []diag.Finding `json:"findings"`
}

// Page is one page with its boxes in points from the bottom left.
type Page struct {
	Label string      `json:"label,omitempty"`
	Media [4]float64  `json:"media"`
	Trim  *[4]float64 `json:"trim,omitempty"`
	Bleed *[4]float64 `json:"bleed,omitempty"`
	Links int         `json:"links,omitempty"`
}

// Font is one font of the file.
type Font struct {
	Name     string `json:"name"`
	Type     string `json:"type"`
	Embedded bool   `json:"embedded"`
	Unicode  bool   `json:"unicode"` // its text can be extracted
}

// Bookmark is one bookmark.
type Bookmark struct {
	Title string `json:"title"`
	Level int    `json:"level"`
	Page  int    `json:"page"` // 1-based; 0: unknown
}

// Node is one structure element.
type Node struct {
	Type    string   `json:"type"`
	Depth   int      `json:"depth"`
	Page    int      `json:"page,omitempty"` // 1-based, of its first content
	Alt     string   `json:"alt,omitempty"`
	Actual  string   `json:"actual,omitempty"`
	Lang    string   `json:"lang,omitempty"`
	ID      string   `json:"id,omitempty"`
	Scope   string   `json:"scope,omitempty"`
	RowSpan int      `json:"rowspan,omitempty"`
	ColSpan int      `json:"colspan,omitempty"`
	List    string   `json:"list,omitempty"`
	BBox    bool     `json:"bbox,omitempty"`
	Links   int      `json:"links,omitempty"`
	Headers []string `json:"headers,omitempty"` // identifiers of the cells that head it
	Summary string   `json:"summary,omitempty"` // of a table
	Text    string   `json:"text,omitempty"`    // its own marks, not its children's

	Turns []Turn `json:"turns,omitempty"` // where its text goes on on another page

	parent int     // index; -1: none
	object pdf.Ref // its number; 0: none
}

// Turn is a place in an element's text from which on it stands on a page.
type Turn struct {
	Page int `json:"page"` // 1-based
	From int `json:"from"` // byte of the text
}

// Inspect reads a PDF of ours and checks what machines can check of it and what veraPDF does not: headings that skip,
// tables that do not close, figures without words. An error means that the file cannot be read at all.
func Inspect(data []byte) (*Report, error) {
	r, err := pdf.NewReader(data)
	if err != nil {
		return nil, err
	}
	in := &inspection{r: r, out: &Report{Claims: []string{}, Fonts: []Font{}, Outline: []Bookmark{}, Findings: []diag.Finding{}}, pageOf: map[pdf.Ref]int{}, seen: map[pdf.Ref]bool{}, unicode: map[pdf.Ref]*pdf.ToUnicode{}, shared: map[pdf.Ref]*resources{},
		owners: map[pdf.Ref]pdf.Ref{}, types: map[pdf.Ref]string{}, branches: map[pdf.Ref]bool{}, known: map[pdf.Ref]bool{}}
	if i := bytes.IndexByte(data[:min(len(data), 16)], '\n'); i > 5 {
		in.out.Version = strings.TrimSpace(string(data[5:i]))
	}
	in.catalog = r.Dict(r.Trailer.Get("Root"))
	if in.catalog == nil {
		return nil, pdf.ErrNotPDF
	}
	if r.Trailer.Get("Encrypt") != nil { // nothing in it can be read
		in.find("encrypted", 0)
		return in.out, nil
	}
	in.metadata()
	in.readPages()
	in.labels()
	in.readOutline(in.catalog.Get("Outlines"))
	in.readStructure()
	in.readTrees()
	in.check()
	return in.out, nil
}

type inspection struct {
	r         *pdf.Reader
	out       *Report
	catalog   pdf.Dict
	roles     pdf.Dict
	pageOf    map[pdf.Ref]int // 0-based
	pages     []pdf.Dict
	marks     []pageMarks
	forms     []form
	formMarks []pageMarks
	unicode   map[pdf.Ref]*pdf.ToUnicode
	shared    map[pdf.Ref]*resources
	fonts     []inspectedFont
	named     []*resources
	seen      map[pdf.Ref]bool    // structure elements
	owners    map[pdf.Ref]pdf.Ref // annotations' elements
	types     map[pdf.Ref]string  // and their types
	parents   map[int]any         // the parent tree
	dests     map[string]bool     // named destinations
	ids       map[string]pdf.Ref  // elements by their identifiers
	branches  map[pdf.Ref]bool    // of trees
	known     map[pdf.Ref]bool    // forms
	xmp       map[string]string   // properties by name space and name; nil: no packet
	damaged   bool                // the packet is no XML
	schemas   []string            // name spaces in it that nothing describes
}

// readPages scans the contents of all pages.
func (in *inspection) readPages() {
	in.pageTree(in.catalog.Get("Pages"), map[pdf.Ref]bool{}, 0)
	streams, has := make([][]*pdf.Stream, len(in.pages)), make([]*resources, len(in.pages))
	for i, p := range in.pages {
		in.out.Pages = append(in.out.Pages, in.pageReport(p))
		streams[i], has[i] = in.contents(p.Get("Contents")), in.resources(p)
	}
	in.marks, in.formMarks = make([]pageMarks, len(in.pages)), make([]pageMarks, len(in.forms))
	pdf.Parallel(len(in.pages)+len(in.forms), func(i int, w *pdf.Worker) {
		if n := i - len(in.pages); n >= 0 {
			in.formMarks[n] = scanContent(in.r.Scan(w, []*pdf.Stream{in.forms[n].content}), in.forms[n].has)
		} else {
			in.marks[i] = scanContent(in.r.Scan(w, streams[i]), has[i])
		}
	})
}

// form is content that a page paints by name: a form or a pattern's tile.
type form struct {
	content *pdf.Stream
	has     *resources
}

func (in *inspection) pageTree(v any, seen map[pdf.Ref]bool, depth int) {
	p, ok := v.(pdf.Ref)
	if !ok || seen[p] || depth > pdf.MaxDepth {
		return
	}
	seen[p] = true
	d := in.r.Dict(p)
	if in.r.Name(d.Get("Type")) == "Page" {
		in.pageOf[p] = len(in.pages)
		in.pages = append(in.pages, d)
		return
	}
	for _, k := range in.r.Array(d.Get("Kids")) {
		in.pageTree(k, seen, depth+1)
	}
}

// contents are the streams that a page's content consists of.
func (in *inspection) contents(v any) []*pdf.Stream {
	var out []*pdf.Stream
	switch c := in.r.Resolve(v).(type) {
	case *pdf.Stream:
		out = append(out, c)
	case pdf.Array:
		for _, e := range c[:min(len(c), 1000)] {
			if s, ok := in.r.Resolve(e).(*pdf.Stream); ok {
				out = append(out, s)
			}
		}
	}
	return out
}

func (in *inspection) pageReport(p pdf.Dict) Page {
	var out Page
	if b := in.box(p.Get("MediaBox")); b != nil {
		out.Media = *b
	}
	out.Trim, out.Bleed = in.box(p.Get("TrimBox")), in.box(p.Get("BleedBox"))
	for _, a := range in.r.Array(p.Get("Annots")) {
		if in.r.Dict(a) != nil {
			out.Links++
		}
	}
	return out
}

func (in *inspection) box(v any) *[4]float64 {
	a := in.r.Array(v)
	if len(a) != 4 {
		return nil
	}
	var b [4]float64
	for i := range b {
		b[i], _ = in.r.Resolve(a[i]).(float64)
	}
	return &b
}

// resources reads what a page's content may name. Pages that share a dictionary share the result.
func (in *inspection) resources(p pdf.Dict) *resources {
	ref, _ := p.Get("Resources").(pdf.Ref)
	if has := in.shared[ref]; has != nil && ref > 0 {
		return has
	}
	has := &resources{fonts: map[string]*pdf.ToUnicode{}, named: map[string]bool{}, spaces: map[string]colourUse{}}
	in.shared[ref] = has
	all := in.r.Dict(p.Get("Resources"))
	has.dict, has.over = all, in.overprints(in.r.Dict(all.Get("ExtGState")))
	for _, e := range in.r.Dict(all.Get("ColorSpace")) {
		has.spaces[string(e.Key)] = in.space(e.Value, 0)
	}
	in.named = append(in.named, has)
	for _, kind := range []pdf.Name{"XObject", "ExtGState", "ColorSpace", "Shading", "Pattern"} {
		for _, e := range in.r.Dict(all.Get(kind)) {
			has.named[string(kind)+"/"+string(e.Key)] = true
			in.form(e.Value)
		}
	}
	for _, e := range in.r.Dict(all.Get("Font")) {
		ref, _ := e.Value.(pdf.Ref)
		u, known := in.unicode[ref]
		if !known || ref == 0 {
			u = in.font(in.r.Dict(e.Value))
			in.unicode[ref] = u
		}
		has.fonts[string(e.Key)] = u
	}
	return has
}

// form notes the content of a form or a tile, each once.
func (in *inspection) form(v any) {
	p, _ := v.(pdf.Ref)
	s, ok := in.r.Resolve(v).(*pdf.Stream)
	if !ok || in.known[p] || in.r.Name(s.Dict.Get("Subtype")) != "Form" && pdf.Integer(in.r.Resolve(s.Dict.Get("PatternType"))) != 1 {
		return
	}
	in.known[p] = true
	in.forms = append(in.forms, form{s, in.resources(s.Dict)})
}

// labels computes each page's label from the number tree's ranges.
func (in *inspection) labels() {
	nums := in.r.Array(in.r.Dict(in.catalog.Get("PageLabels")).Get("Nums"))
	for i := 0; i+1 < len(nums); i += 2 {
		first, last := pdf.Integer(in.r.Resolve(nums[i])), len(in.pages)
		if i+2 < len(nums) {
			last = min(last, pdf.Integer(in.r.Resolve(nums[i+2])))
		}
		d := in.r.Dict(nums[i+1])
		n := max(pdf.Integer(in.r.Resolve(d.Get("St"))), 1)
		for p := max(first, 0); p < last; p++ {
			in.out.Pages[p].Label = in.r.Text(d.Get("P")) + folio(in.r.Name(d.Get("S")), n)
			n++
		}
	}
}

func folio(style string, n int) string {
	switch style {
	case "D":
		return strconv.Itoa(n)
	case "r":
		return pdf.Roman(min(n, 5000))
	case "R":
		return strings.ToUpper(pdf.Roman(min(n, 5000)))
	}
	return ""
}

func (in *inspection) readOutline(v any) {
	seen := map[pdf.Ref]bool{}
	var walk func(v any, level int)
	walk = func(v any, level int) {
		for {
			p, ok := v.(pdf.Ref)
			if !ok || seen[p] || level > pdf.MaxDepth {
				return
			}
			seen[p] = true
			d := in.r.Dict(p)
			if d == nil {
				return
			}
			e := Bookmark{Title: in.r.Text(d.Get("Title")), Level: level}
			if dest := in.r.Array(d.Get("Dest")); len(dest) > 0 {
				if page, ok := dest[0].(pdf.Ref); ok {
					if n, ok := in.pageOf[page]; ok {
						e.Page = n + 1
					}
				}
			}
			in.out.Outline = append(in.out.Outline, e)
			walk(d.Get("First"), level+1)
			v = d.Get("Next")
		}
	}
	walk(in.r.Dict(v).Get("First"), 1)
}
