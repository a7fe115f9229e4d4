// Package svg reads drawings in SVG (SVG 1.1) as filled and stroked paths.
//
// It draws what drawing programs write for logos and coats of arms. What it cannot draw as it is meant, or should not read,
// such as scripts and addresses outside the file, it names and refuses.
package svg

import (
	"bytes"
	"encoding/xml"
	"io"
	"math"
	"regexp"
	"slices"
	"strings"

	"konzept/report/diag"
	"konzept/report/geom"
)

// Limits of an SVG: a coat of arms has some ten thousand points.
const (
	maxDepth  = 64
	maxPoints = 500_000
	maxNodes  = 100_000 // elements, those that are used several times counted as often
	maxRules  = 256     // of style sheets
	maxNumber = 1e6     // largest coordinate
)

const namespace = "http://www.w3.org/2000/svg"

// node is one element of the file.
type node struct {
	kind string
	a    map[string]string // attributes; what style sheets say is added once the whole file is read
	kids []*node
	text strings.Builder
}

// reader reads a file into a tree and draws it.
type reader struct {
	drawing *Drawing
	points  int
	nodes   int
	drawn   int

	root   *node
	byID   map[string]*node
	rules  []rule
	cannot []string // what cannot be drawn as the file means it, each once
	using  []*node
}

// Read reads the part of SVG 1.1 that drawing programs export: shapes, groups, uses, clips, gradients, opacity, dashes. Its
// error is always a *diag.Fault; everything that cannot be drawn is told at once.
func Read(data []byte) (*Drawing, error) {
	r := &reader{drawing: &Drawing{}, byID: map[string]*node{}}
	if f := r.parse(data); f != nil {
		return nil, f
	}
	r.styleSheets(r.root)
	if f := r.draw(); f != nil {
		return nil, f
	}
	if len(r.cannot) > 0 {
		return nil, fault("picture-svg-unsupported", strings.Join(r.cannot, ", "))
	}
	return r.drawing, nil
}

// refuse notes a construct that cannot be drawn.
func (r *reader) refuse(what string) {
	if !slices.Contains(r.cannot, what) {
		r.cannot = append(r.cannot, what)
	}
}

// parse builds the tree. Scripts and addresses outside the file end the reading.
func (r *reader) parse(data []byte) *diag.Fault {
	d := xml.NewDecoder(bytes.NewReader(data))
	var open []*node
	foreign := 0 // depth within an editor's own notes
	for {
		t, err := d.Token()
		if err == io.EOF && r.root != nil && len(open) == 0 {
			return nil
		}
		if err != nil {
			return broken(err)
		}
		switch t := t.(type) {
		case xml.Directive:
			if what := doctype(string(t), d); what != "" {
				return fault("picture-svg-forbidden", what)
			}
		case xml.ProcInst:
			if t.Target != "xml" {
				return fault("picture-svg-forbidden", t.Target)
			}
		case xml.CharData:
			if foreign == 0 && len(open) > 0 && open[len(open)-1].kind == "style" {
				open[len(open)-1].text.Write(t)
			}
		case xml.EndElement:
			if foreign > 0 {
				foreign--
			} else {
				open = open[:len(open)-1]
			}
		case xml.StartElement:
			n, f := r.begin(t, open, foreign)
			if f != nil {
				return f
			}
			if n == nil {
				foreign++
				continue
			}
			open = append(open, n)
		}
	}
}

// begin hangs an element into the tree below the open ones; nil for an editor's own note and what it holds.
func (r *reader) begin(t xml.StartElement, open []*node, foreign int) (*node, *diag.Fault) {
	if len(open)+foreign == maxDepth || r.nodes == maxNodes {
		return nil, fault("picture-damaged", "SVG")
	}
	r.nodes++
	n, f := r.element(t)
	switch {
	case f != nil:
		return nil, f
	case foreign > 0 || len(open) > 0 && t.Name.Space != namespace && t.Name.Space != "":
		return nil, nil
	case len(open) > 0:
		up := open[len(open)-1]
		up.kids = append(up.kids, n)
	case r.root != nil || n.kind != "svg":
		return nil, fault("picture-format", n.kind)
	default:
		r.root = n
	}
	if id := n.a["id"]; id != "" && r.byID[id] == nil {
		r.byID[id] = n
	}
	return n, nil
}

var entity = regexp.MustCompile(`<!ENTITY\s+([\w.-]+)\s+(?:"([^"&<]{0,1000})"|'([^'&<]{0,1000})')\s*>`)

// doctype reads a document type as drawing programs write it: a public name, and names for namespaces. What it says of
// other files or of entities within entities is not allowed; the name of what is returned.
func doctype(s string, d *xml.Decoder) string {
	if !strings.HasPrefix(s, "DOCTYPE") {
		return strings.Fields(s + " ?")[0]
	}
	if d.Entity == nil {
		d.Entity = map[string]string{}
	}
	_, inner, _ := strings.Cut(s, "[")
	for _, m := range entity.FindAllStringSubmatch(inner, maxRules) {
		d.Entity[m[1]] = m[2] + m[3]
	}
	if strings.Contains(entity.ReplaceAllString(inner, ""), "<!ENTITY") {
		return "ENTITY"
	}
	return ""
}

// broken words the decoder's error: a file that ends too early is the most frequent one.
func broken(err error) *diag.Fault {
	if e, ok := err.(*xml.SyntaxError); err == io.EOF || ok && e.Msg == "unexpected EOF" {
		return fault("picture-truncated")
	}
	return fault("picture-damaged", err.Error())
}

// element reads an element's own attributes.
func (r *reader) element(t xml.StartElement) (*node, *diag.Fault) {
	n := &node{kind: t.Name.Local, a: make(map[string]string, len(t.Attr))}
	if n.kind == "script" {
		return nil, fault("picture-svg-forbidden", n.kind)
	}
	for _, at := range t.Attr {
		key, v := at.Name.Local, strings.TrimSpace(at.Value)
		switch {
		case at.Name.Space == "xmlns" || key == "xmlns":
		case strings.HasPrefix(key, "on") && at.Name.Space == "":
			return nil, fault("picture-svg-forbidden", key)
		case key == "href" && strings.HasPrefix(v, "#"):
			n.a[key] = v
		case key == "href" && (n.kind != "image" || !strings.HasPrefix(v, "data:")):
			return nil, fault("picture-svg-forbidden", key)
		case at.Name.Space == "":
			n.a[key] = v
		}
	}
	return n, nil
}

// styleSheets reads all style sheets and then applies them to every element.
func (r *reader) styleSheets(root *node) {
	r.each(root, func(n *node) {
		if n.kind == "style" {
			if what := r.styleSheet(n.text.String()); what != "" {
				r.refuse(what)
			}
		}
	})
	r.each(root, func(n *node) { r.styled(n.kind, n.a) })
}

func (r *reader) each(n *node, visit func(*node)) {
	visit(n)
	for _, k := range n.kids {
		r.each(k, visit)
	}
}

// draw paints the tree into the size of the drawing: its viewBox, else width and height.
func (r *reader) draw() *diag.Fault {
	a := r.root.a
	view := numbers(a["viewBox"])
	if len(view) != 4 {
		w, ok1 := length(a["width"])
		h, ok2 := length(a["height"])
		if !ok1 || !ok2 {
			return fault("picture-damaged", "viewBox")
		}
		view = []float64{0, 0, w, h}
	}
	if !(view[2] > 0 && view[3] > 0 && view[2] <= maxNumber && view[3] <= maxNumber) {
		return fault("picture-damaged", "viewBox")
	}
	style := properties{matrix: [6]float64{1, 0, 0, 1, -view[0], -view[1]}, fill: paint{on: true}, width: 1, miter: 4, opacity: 1, fillOpacity: 1, lineOpacity: 1}
	r.drawing.Size = geom.Size{W: snap(view[2]), H: snap(view[3])}
	style = r.inherit(style, r.root)
	return r.children(r.root, style)
}

// snap rounds to 1/1024 of a unit, so that the last bits of float arithmetic, which differ between processors, never show.
func snap(v float64) geom.Length { return geom.Length(math.Round(v*1024)) * (geom.Pt / 1024) }
