package finish

import (
	"bytes"
	"strings"

	"konzept/report/diag"
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
	Pages     []PageReport   `json:"pages"`
	Fonts     []FontReport   `json:"fonts"`
	Outline   []OutlineEntry `json:"outline"`
	Structure []Node         `json:"structure"` // depth first
	Findings  []diag.Finding `json:"findings"`
}

// PageReport is one page with its boxes in points from the bottom left.
type PageReport struct {
	Label string      `json:"label,omitempty"`
	Media [4]float64  `json:"media"`
	Trim  *[4]float64 `json:"trim,omitempty"`
	Bleed *[4]float64 `json:"bleed,omitempty"`
	Links int         `json:"links,omitempty"`
}

// FontReport is one font of the file.
type FontReport struct {
	Name     string `json:"name"`
	Type     string `json:"type"`
	Embedded bool   `json:"embedded"`
	Unicode  bool   `json:"unicode"` // its text can be extracted
}

// OutlineEntry is one bookmark.
type OutlineEntry struct {
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
	object pointer // its number; 0: none
}

// Turn is a place in an element's text from which on it stands on a page.
type Turn struct {
	Page int `json:"page"` // 1-based
	From int `json:"from"` // byte of the text
}

// Inspect reads a PDF of ours and checks what machines can check of it and what veraPDF does not: headings that skip,
// tables that do not close, figures without words. An error means that the file cannot be read at all.
func Inspect(data []byte) (*Report, error) {
	r, err := newReader(data)
	if err != nil {
		return nil, err
	}
	in := &inspection{r: r, out: &Report{Claims: []string{}, Fonts: []FontReport{}, Outline: []OutlineEntry{}, Findings: []diag.Finding{}}, pageOf: map[pointer]int{}, seen: map[pointer]bool{}, unicode: map[pointer]*unicodeMap{}, shared: map[pointer]*resources{},
		owners: map[pointer]pointer{}, types: map[pointer]string{}, branches: map[pointer]bool{}, known: map[pointer]bool{}}
	if i := bytes.IndexByte(data[:min(len(data), 16)], '\n'); i > 5 {
		in.out.Version = strings.TrimSpace(string(data[5:i]))
	}
	in.catalog = r.dict(r.trailer.get("Root"))
	if in.catalog == nil {
		return nil, errNotPDF
	}
	if r.trailer.get("Encrypt") != nil { // nothing in it can be read
		in.find("encrypted", 0)
		return in.out, nil
	}
	in.metadata()
	in.readPages()
	in.labels()
	in.readOutline(in.catalog.get("Outlines"))
	in.readStructure()
	in.readTrees()
	in.check()
	return in.out, nil
}

type inspection struct {
	r         *reader
	out       *Report
	catalog   dict
	roles     dict
	pageOf    map[pointer]int // 0-based
	pages     []dict
	marks     []pageMarks
	forms     []form
	formMarks []pageMarks
	unicode   map[pointer]*unicodeMap
	shared    map[pointer]*resources
	fonts     []inspectedFont
	named     []*resources
	seen      map[pointer]bool    // structure elements
	owners    map[pointer]pointer // annotations' elements
	types     map[pointer]string  // and their types
	parents   map[int]any         // the parent tree
	dests     map[string]bool     // named destinations
	ids       map[string]pointer  // elements by their identifiers
	branches  map[pointer]bool    // of trees
	known     map[pointer]bool    // forms
	xmp       map[string]string   // properties by name space and name; nil: no packet
	damaged   bool                // the packet is no XML
	schemas   []string            // name spaces in it that nothing describes
}

// readPages scans the contents of all pages.
func (in *inspection) readPages() {
	in.pageTree(in.catalog.get("Pages"), map[pointer]bool{}, 0)
	streams, has := make([][]*stream, len(in.pages)), make([]*resources, len(in.pages))
	for i, p := range in.pages {
		in.out.Pages = append(in.out.Pages, in.pageReport(p))
		streams[i], has[i] = in.contents(p.get("Contents")), in.resources(p)
	}
	in.marks, in.formMarks = make([]pageMarks, len(in.pages)), make([]pageMarks, len(in.forms))
	parallel(len(in.pages)+len(in.forms), func(i int, w *worker) {
		if n := i - len(in.pages); n >= 0 {
			in.formMarks[n] = in.scan(w, []*stream{in.forms[n].content}, in.forms[n].has)
		} else {
			in.marks[i] = in.scan(w, streams[i], has[i])
		}
	})
}

func (in *inspection) scan(w *worker, streams []*stream, has *resources) pageMarks {
	w.buf = w.buf[:0]
	for _, s := range streams {
		w.buf, _ = in.r.unpacked(&w.inflater, s, w.buf) // what cannot be read is missing, and the tree's marks with it
		w.buf = append(w.buf, '\n')
	}
	return scanContent(w, has)
}

// form is content that a page paints by name: a form or a pattern's tile.
type form struct {
	content *stream
	has     *resources
}

func (in *inspection) pageTree(v any, seen map[pointer]bool, depth int) {
	p, ok := v.(pointer)
	if !ok || seen[p] || depth > nesting {
		return
	}
	seen[p] = true
	d := in.r.dict(p)
	if in.r.name(d.get("Type")) == "Page" {
		in.pageOf[p] = len(in.pages)
		in.pages = append(in.pages, d)
		return
	}
	for _, k := range in.r.array(d.get("Kids")) {
		in.pageTree(k, seen, depth+1)
	}
}

// contents are the streams that a page's content consists of.
func (in *inspection) contents(v any) []*stream {
	var out []*stream
	switch c := in.r.resolve(v).(type) {
	case *stream:
		out = append(out, c)
	case array:
		for _, e := range c[:min(len(c), 1000)] {
			if s, ok := in.r.resolve(e).(*stream); ok {
				out = append(out, s)
			}
		}
	}
	return out
}

func (in *inspection) pageReport(p dict) PageReport {
	var out PageReport
	if b := in.box(p.get("MediaBox")); b != nil {
		out.Media = *b
	}
	out.Trim, out.Bleed = in.box(p.get("TrimBox")), in.box(p.get("BleedBox"))
	for _, a := range in.r.array(p.get("Annots")) {
		if in.r.dict(a) != nil {
			out.Links++
		}
	}
	return out
}

func (in *inspection) box(v any) *[4]float64 {
	a := in.r.array(v)
	if len(a) != 4 {
		return nil
	}
	var b [4]float64
	for i := range b {
		b[i], _ = in.r.resolve(a[i]).(float64)
	}
	return &b
}

// resources reads what a page's content may name. Pages that share a dictionary share the result.
func (in *inspection) resources(p dict) *resources {
	ref, _ := p.get("Resources").(pointer)
	if has := in.shared[ref]; has != nil && ref > 0 {
		return has
	}
	has := &resources{fonts: map[string]*unicodeMap{}, named: map[string]bool{}, spaces: map[string]colourUse{}}
	in.shared[ref] = has
	all := in.r.dict(p.get("Resources"))
	has.dict, has.over = all, in.overprints(in.r.dict(all.get("ExtGState")))
	for _, e := range in.r.dict(all.get("ColorSpace")) {
		has.spaces[string(e.key)] = in.space(e.value, 0)
	}
	in.named = append(in.named, has)
	for _, kind := range []pdfName{"XObject", "ExtGState", "ColorSpace", "Shading", "Pattern"} {
		for _, e := range in.r.dict(all.get(kind)) {
			has.named[string(kind)+"/"+string(e.key)] = true
			in.form(e.value)
		}
	}
	for _, e := range in.r.dict(all.get("Font")) {
		ref, _ := e.value.(pointer)
		u, known := in.unicode[ref]
		if !known || ref == 0 {
			u = in.font(in.r.dict(e.value))
			in.unicode[ref] = u
		}
		has.fonts[string(e.key)] = u
	}
	return has
}

// form notes the content of a form or a tile, each once.
func (in *inspection) form(v any) {
	p, _ := v.(pointer)
	s, ok := in.r.resolve(v).(*stream)
	if !ok || in.known[p] || in.r.name(s.dict.get("Subtype")) != "Form" && integer(in.r.resolve(s.dict.get("PatternType"))) != 1 {
		return
	}
	in.known[p] = true
	in.forms = append(in.forms, form{s, in.resources(s.dict)})
}

// labels computes each page's label from the number tree's ranges.
func (in *inspection) labels() {
	nums := in.r.array(in.r.dict(in.catalog.get("PageLabels")).get("Nums"))
	for i := 0; i+1 < len(nums); i += 2 {
		first, last := integer(in.r.resolve(nums[i])), len(in.pages)
		if i+2 < len(nums) {
			last = min(last, integer(in.r.resolve(nums[i+2])))
		}
		d := in.r.dict(nums[i+1])
		n := max(integer(in.r.resolve(d.get("St"))), 1)
		for p := max(first, 0); p < last; p++ {
			in.out.Pages[p].Label = in.r.text(d.get("P")) + folio(in.r.name(d.get("S")), n)
			n++
		}
	}
}

func folio(style string, n int) string {
	switch style {
	case "D":
		return string(number(nil, n))
	case "r":
		return roman(min(n, 5000))
	case "R":
		return strings.ToUpper(roman(min(n, 5000)))
	}
	return ""
}

func (in *inspection) readOutline(v any) {
	seen := map[pointer]bool{}
	var walk func(v any, level int)
	walk = func(v any, level int) {
		for {
			p, ok := v.(pointer)
			if !ok || seen[p] || level > nesting {
				return
			}
			seen[p] = true
			d := in.r.dict(p)
			if d == nil {
				return
			}
			e := OutlineEntry{Title: in.r.text(d.get("Title")), Level: level}
			if dest := in.r.array(d.get("Dest")); len(dest) > 0 {
				if page, ok := dest[0].(pointer); ok {
					if n, ok := in.pageOf[page]; ok {
						e.Page = n + 1
					}
				}
			}
			in.out.Outline = append(in.out.Outline, e)
			walk(d.get("First"), level+1)
			v = d.get("Next")
		}
	}
	walk(in.r.dict(v).get("First"), 1)
}
