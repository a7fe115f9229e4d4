package picture

import (
	"bytes"
	"encoding/xml"
	"io"
	"math"
	"regexp"
	"slices"
	"strings"

	"konzept/report/geom"
)

// Limits of an SVG: a coat of arms has some ten thousand points.
const (
	svgDepth  = 64
	svgPoints = 500_000
	svgNodes  = 100_000 // elements, those that are used several times counted as often
	svgRules  = 256     // of style sheets
	svgNumber = 1e6     // largest coordinate
)

const svgSpace = "http://www.w3.org/2000/svg"

// svgNode is one element of the file.
type svgNode struct {
	kind string
	a    map[string]string // attributes; what style sheets say is added once the whole file is read
	kids []*svgNode
	text strings.Builder
}

// svgReader reads a file into a tree and draws it.
type svgReader struct {
	name   string
	vector *Vector
	points int
	nodes  int
	drawn  int

	root   *svgNode
	byID   map[string]*svgNode
	rules  []svgRule
	cannot []string // what cannot be drawn as the file means it, each once
	using  []*svgNode
}

// svg reads the part of SVG 1.1 that drawing programs export: shapes, groups, uses, clips, gradients, opacity, dashes.
// Everything that cannot be drawn is told at once.
func (p *Picture) svg(data []byte) *Fault {
	r := &svgReader{name: p.Name, vector: &Vector{}, byID: map[string]*svgNode{}}
	if f := r.parse(data); f != nil {
		return f
	}
	r.sheets(r.root)
	if f := r.draw(); f != nil {
		return f
	}
	if len(r.cannot) > 0 {
		return fault("picture-svg-unsupported", p.Name, strings.Join(r.cannot, ", "))
	}
	p.Vector = r.vector
	p.Width, p.Height = int(r.vector.Size.W/geom.Pt), int(r.vector.Size.H/geom.Pt)
	return nil
}

// refuse notes a construct that cannot be drawn.
func (r *svgReader) refuse(what string) {
	if !slices.Contains(r.cannot, what) {
		r.cannot = append(r.cannot, what)
	}
}

// parse builds the tree. Scripts and addresses outside the file end the reading.
func (r *svgReader) parse(data []byte) *Fault {
	d := xml.NewDecoder(bytes.NewReader(data))
	var open []*svgNode
	foreign := 0 // depth within an editor's own notes
	for {
		t, err := d.Token()
		if err == io.EOF && r.root != nil && len(open) == 0 {
			return nil
		}
		if err != nil {
			p := Picture{Name: r.name}
			return p.broken(svgEnd(err))
		}
		switch t := t.(type) {
		case xml.Directive:
			if what := doctype(string(t), d); what != "" {
				return fault("picture-svg-forbidden", r.name, what)
			}
		case xml.ProcInst:
			if t.Target != "xml" {
				return fault("picture-svg-forbidden", r.name, t.Target)
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
func (r *svgReader) begin(t xml.StartElement, open []*svgNode, foreign int) (*svgNode, *Fault) {
	if len(open)+foreign == svgDepth || r.nodes == svgNodes {
		return nil, fault("picture-damaged", r.name, "SVG")
	}
	r.nodes++
	n, f := r.element(t)
	switch {
	case f != nil:
		return nil, f
	case foreign > 0 || len(open) > 0 && t.Name.Space != svgSpace && t.Name.Space != "":
		return nil, nil
	case len(open) > 0:
		up := open[len(open)-1]
		up.kids = append(up.kids, n)
	case r.root != nil || n.kind != "svg":
		return nil, fault("picture-format", r.name, n.kind)
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
	for _, m := range entity.FindAllStringSubmatch(inner, svgRules) {
		d.Entity[m[1]] = m[2] + m[3]
	}
	if strings.Contains(entity.ReplaceAllString(inner, ""), "<!ENTITY") {
		return "ENTITY"
	}
	return ""
}

func svgEnd(err error) error {
	if e, ok := err.(*xml.SyntaxError); ok && e.Msg == "unexpected EOF" {
		return io.ErrUnexpectedEOF
	}
	return err
}

// element reads an element's own attributes.
func (r *svgReader) element(t xml.StartElement) (*svgNode, *Fault) {
	n := &svgNode{kind: t.Name.Local, a: make(map[string]string, len(t.Attr))}
	if n.kind == "script" {
		return nil, fault("picture-svg-forbidden", r.name, n.kind)
	}
	for _, at := range t.Attr {
		key, v := at.Name.Local, strings.TrimSpace(at.Value)
		switch {
		case at.Name.Space == "xmlns" || key == "xmlns":
		case strings.HasPrefix(key, "on") && at.Name.Space == "":
			return nil, fault("picture-svg-forbidden", r.name, key)
		case key == "href" && strings.HasPrefix(v, "#"):
			n.a[key] = v
		case key == "href" && (n.kind != "image" || !strings.HasPrefix(v, "data:")):
			return nil, fault("picture-svg-forbidden", r.name, key)
		case at.Name.Space == "":
			n.a[key] = v
		}
	}
	return n, nil
}

// sheets reads all style sheets and then applies them to every element.
func (r *svgReader) sheets(root *svgNode) {
	r.each(root, func(n *svgNode) {
		if n.kind == "style" {
			if what := r.sheet(n.text.String()); what != "" {
				r.refuse(what)
			}
		}
	})
	r.each(root, func(n *svgNode) { r.styled(n.kind, n.a) })
}

func (r *svgReader) each(n *svgNode, visit func(*svgNode)) {
	visit(n)
	for _, k := range n.kids {
		r.each(k, visit)
	}
}

// draw paints the tree into the size of the drawing: its viewBox, else width and height.
func (r *svgReader) draw() *Fault {
	a := r.root.a
	view := numbers(a["viewBox"])
	if len(view) != 4 {
		w, ok1 := length(a["width"])
		h, ok2 := length(a["height"])
		if !ok1 || !ok2 {
			return fault("picture-damaged", r.name, "viewBox")
		}
		view = []float64{0, 0, w, h}
	}
	if !(view[2] > 0 && view[3] > 0 && view[2] <= svgNumber && view[3] <= svgNumber) {
		return fault("picture-damaged", r.name, "viewBox")
	}
	style := svgStyle{matrix: [6]float64{1, 0, 0, 1, -view[0], -view[1]}, fill: svgPaint{on: true}, width: 1, miter: 4, opacity: 1, fillOpacity: 1, lineOpacity: 1}
	r.vector.Size = geom.Size{W: snap(view[2]), H: snap(view[3])}
	style = r.inherit(style, r.root)
	return r.children(r.root, style)
}

// snap rounds to 1/1024 of a unit, so that the last bits of float arithmetic, which differ between processors, never show.
func snap(v float64) geom.Length { return geom.Length(math.Round(v*1024)) * (geom.Pt / 1024) }
