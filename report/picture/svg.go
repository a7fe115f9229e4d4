package picture

import (
	"bytes"
	"encoding/xml"
	"io"
	"math"
	"strings"

	"konzept/report/geom"
)

// Limits of an SVG: a coat of arms has some ten thousand points.
const (
	svgDepth  = 64
	svgPoints = 500_000
	svgRules  = 256 // of style sheets
	svgNumber = 1e6 // largest coordinate
)

const svgSpace = "http://www.w3.org/2000/svg"

// svgReader collects painted paths. The first thing that it cannot paint as the file means it ends the reading.
type svgReader struct {
	name   string
	vector *Vector
	points int

	painted bool             // something is
	css     *strings.Builder // of the open style element
	rules   []svgRule
	outer   map[string]string // attributes of the root
}

// svg reads the subset of SVG 1.1 that is paths and basic shapes with plain fills and strokes.
func (p *Picture) svg(data []byte) *Fault {
	d := xml.NewDecoder(bytes.NewReader(data))
	r := &svgReader{name: p.Name, vector: &Vector{}}
	var open []svgStyle // of the open elements
	for {
		t, err := d.Token()
		if err == io.EOF && len(open) == 0 && r.vector.Size.W > 0 {
			break
		}
		if err != nil {
			return p.broken(svgEnd(err))
		}
		switch t := t.(type) {
		case xml.Directive:
			return fault("picture-svg-forbidden", p.Name, "DOCTYPE")
		case xml.ProcInst:
			if t.Target != "xml" {
				return fault("picture-svg-forbidden", p.Name, t.Target)
			}
		case xml.CharData:
			if r.css != nil {
				r.css.Write(t)
			}
		case xml.EndElement:
			open = open[:len(open)-1]
			if r.css != nil {
				if what := r.sheet(r.css.String()); what != "" {
					return fault("picture-svg-unsupported", p.Name, what)
				}
				r.css = nil
			}
		case xml.StartElement:
			if len(open) == svgDepth {
				return fault("picture-damaged", p.Name, "SVG")
			}
			style, f := r.element(t, open)
			if f != nil {
				return f
			}
			open = append(open, style)
		}
	}
	p.Vector = r.vector
	p.Width, p.Height = int(r.vector.Size.W/geom.Pt), int(r.vector.Size.H/geom.Pt)
	return nil
}

func svgEnd(err error) error {
	if e, ok := err.(*xml.SyntaxError); ok && e.Msg == "unexpected EOF" {
		return io.ErrUnexpectedEOF
	}
	return err
}

// element paints one element and returns the style that its children inherit.
func (r *svgReader) element(t xml.StartElement, open []svgStyle) (svgStyle, *Fault) {
	if len(open) == 0 {
		return r.root(t)
	}
	up := open[len(open)-1]
	kind := t.Name.Local
	if kind == "script" || kind == "foreignObject" {
		return up, fault("picture-svg-forbidden", r.name, kind)
	}
	if t.Name.Space != svgSpace && t.Name.Space != "" { // an editor's own notes
		up.inert = true
		return up, nil
	}
	a, f := r.attributes(t)
	if f != nil {
		return up, f
	}
	switch kind {
	case "title", "desc", "metadata", "defs":
		up.inert = true
		return up, nil
	case "style":
		if r.painted { // it would hold for what is painted already
			return up, fault("picture-svg-unsupported", r.name, "style")
		}
		r.css, up.inert = &strings.Builder{}, true
		return up, nil
	case "g", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon":
	default:
		if up.inert {
			return up, nil
		}
		return up, fault("picture-svg-unsupported", r.name, kind)
	}
	style, what := up.with(a)
	if up.inert {
		return up, nil
	}
	if what != "" {
		return up, fault("picture-svg-unsupported", r.name, what)
	}
	r.painted = true // or a group, whose style would change
	if kind != "g" && !style.hidden {
		return style, r.paint(kind, a, &style)
	}
	return style, nil
}

// root reads the size of the drawing: its viewBox, else width and height.
func (r *svgReader) root(t xml.StartElement) (svgStyle, *Fault) {
	style := svgStyle{matrix: [6]float64{1, 0, 0, 1, 0, 0}, fill: svgPaint{on: true}, width: 1}
	if t.Name.Local != "svg" {
		return style, fault("picture-format", r.name, t.Name.Local)
	}
	a, f := r.attributes(t)
	if f != nil {
		return style, f
	}
	r.outer = a
	view := numbers(a["viewBox"])
	if len(view) != 4 {
		w, ok1 := length(a["width"])
		h, ok2 := length(a["height"])
		if !ok1 || !ok2 {
			return style, fault("picture-damaged", r.name, "viewBox")
		}
		view = []float64{0, 0, w, h}
	}
	if !(view[2] > 0 && view[3] > 0 && view[2] <= svgNumber && view[3] <= svgNumber) {
		return style, fault("picture-damaged", r.name, "viewBox")
	}
	style.matrix[4], style.matrix[5] = -view[0], -view[1]
	r.vector.Size = geom.Size{W: snap(view[2]), H: snap(view[3])}
	style, what := style.with(a)
	if what != "" {
		return style, fault("picture-svg-unsupported", r.name, what)
	}
	return style, nil
}

// attributes by name, those of the style attribute over the others. Scripts and addresses outside end the reading.
func (r *svgReader) attributes(t xml.StartElement) (map[string]string, *Fault) {
	a := make(map[string]string, len(t.Attr))
	for _, at := range t.Attr {
		n, v := at.Name.Local, strings.TrimSpace(at.Value)
		switch {
		case at.Name.Space == "xmlns" || n == "xmlns":
		case strings.HasPrefix(n, "on") && at.Name.Space == "":
			return nil, fault("picture-svg-forbidden", r.name, n)
		case n == "href" && !strings.HasPrefix(v, "#"):
			return nil, fault("picture-svg-forbidden", r.name, "href")
		case at.Name.Space == "":
			a[n] = v
		}
	}
	r.styled(t.Name.Local, a)
	return a, nil
}

// paint adds one basic shape.
func (r *svgReader) paint(kind string, a map[string]string, s *svgStyle) *Fault {
	pen := &svgPen{m: s.matrix}
	ok := true
	num := func(key string) float64 {
		if a[key] == "" {
			return 0
		}
		v, good := length(a[key])
		ok = ok && good
		return v
	}
	switch kind {
	case "path":
		ok = pen.path(a["d"])
	case "rect":
		pen.rect(num("x"), num("y"), num("width"), num("height"), radius(a, "rx", "ry", num), radius(a, "ry", "rx", num))
	case "circle":
		pen.ellipse(num("cx"), num("cy"), num("r"), num("r"))
	case "ellipse":
		pen.ellipse(num("cx"), num("cy"), num("rx"), num("ry"))
	case "line":
		pen.move(num("x1"), num("y1"))
		pen.line(num("x2"), num("y2"))
	default:
		ok = pen.poly(numbers(a["points"]), kind == "polygon")
	}
	r.points += len(pen.out.Points)
	if !ok || pen.wild || r.points > svgPoints {
		return fault("picture-damaged", r.name, kind)
	}
	if len(pen.out.Points) < 2 || !s.fill.on && !s.stroked() {
		return nil
	}
	v := VectorPath{Path: pen.out, Fill: s.fill.rgb, Filled: s.fill.on, EvenOdd: s.evenOdd}
	if s.stroked() {
		scale, uniform := s.scale()
		if !uniform {
			return fault("picture-svg-unsupported", r.name, "stroke")
		}
		v.Stroke, v.Weight = s.stroke.rgb, max(snap(float64(s.width*scale)), 1)
		v.Cap, v.Join = s.cap, s.join
	}
	r.vector.Paths = append(r.vector.Paths, v)
	return nil
}

// radius of a rectangle's corners: one of the two stands for both.
func radius(a map[string]string, key, other string, num func(string) float64) float64 {
	if a[key] == "" || a[key] == "auto" {
		key = other
	}
	if a[key] == "auto" {
		return 0
	}
	return num(key)
}

// snap rounds to 1/1024 of a unit, so that the last bits of float arithmetic, which differ between processors, never show.
func snap(v float64) geom.Length { return geom.Length(math.Round(v*1024)) * (geom.Pt / 1024) }
