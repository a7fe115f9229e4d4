package svg

import (
	"slices"

	"konzept/report/diag"
	"konzept/report/geom"
)

// silent are elements that paint nothing where they stand: descriptions, and what others refer to.
var silent = []string{"title", "desc", "metadata", "defs", "style", "symbol", "clipPath", "linearGradient", "radialGradient", "mask", "filter", "marker", "pattern", "view"}

var shapes = []string{"path", "rect", "circle", "ellipse", "line", "polyline", "polygon"}

// inherit is the style of an element below one of the style up; what it cannot say is noted.
func (r *reader) inherit(up properties, n *node) properties {
	style, what := up.with(n.a, r.byID)
	for _, w := range what {
		r.refuse(w)
	}
	return style
}

func (r *reader) children(n *node, style properties) *diag.Fault {
	for _, k := range n.kids {
		if f := r.paint(k, style); f != nil {
			return f
		}
	}
	return nil
}

// paint draws one element and what it holds.
func (r *reader) paint(n *node, up properties) *diag.Fault {
	if r.drawn++; r.drawn > maxNodes || len(r.using) > maxDepth {
		return fault("picture-damaged", n.kind)
	}
	if slices.Contains(silent, n.kind) || n.a["display"] == "none" {
		return nil
	}
	up.opacity = 1 // that of the elements around is applied to all they hold
	style := r.inherit(up, n)
	first := len(r.drawing.Paths)
	if f := r.clip(n, &style); f != nil {
		return f
	}
	var f *diag.Fault
	switch {
	case slices.Contains(shapes, n.kind):
		f = r.shape(n, &style)
	case n.kind == "g" || n.kind == "a":
		f = r.children(n, style)
	case n.kind == "svg":
		f = r.children(n, style.viewport(n, nil))
	case n.kind == "switch":
		f = r.choose(n, style)
	case n.kind == "use":
		f = r.use(n, style)
	case n.kind == "foreignObject":
		f = fault("picture-svg-forbidden", n.kind)
	default:
		r.refuse(n.kind)
	}
	r.fade(r.drawing.Paths[first:], style.opacity)
	return f
}

// choose draws the first element that needs no other program (SVG 1.1, 5.8.2).
func (r *reader) choose(n *node, style properties) *diag.Fault {
	for _, k := range n.kids {
		if k.a["requiredExtensions"] == "" && k.a["systemLanguage"] == "" {
			return r.paint(k, style)
		}
	}
	return nil
}

// use draws another element at a place of its own (SVG 1.1, 5.6). One that uses itself is damaged.
func (r *reader) use(n *node, style properties) *diag.Fault {
	to := r.byID[ident(n.a["href"])]
	if to == nil {
		r.refuse("use")
		return nil
	}
	if slices.Contains(r.using, to) {
		return fault("picture-damaged", "use")
	}
	x, ok1 := lengthOr(n.a["x"], 0)
	y, ok2 := lengthOr(n.a["y"], 0)
	if !ok1 || !ok2 {
		return fault("picture-damaged", "use")
	}
	style.matrix = multiply(style.matrix, [6]float64{1, 0, 0, 1, x, y})
	r.using = append(r.using, to)
	defer func() { r.using = r.using[:len(r.using)-1] }()
	if to.kind != "symbol" {
		return r.paint(to, style)
	}
	return r.children(to, r.inherit(style, to).viewport(to, n.a))
}

// viewport brings the viewBox of a symbol or an inner drawing into its width and height, whole and in the middle (SVG 1.1,
// 7.8). over is what the use says of its size.
func (s properties) viewport(n *node, over map[string]string) properties {
	size := func(key string, other float64) float64 {
		for _, a := range []map[string]string{over, n.a} {
			if v, ok := length(a[key]); ok {
				return v
			}
		}
		return other
	}
	if n.kind == "svg" {
		x, _ := lengthOr(n.a["x"], 0)
		y, _ := lengthOr(n.a["y"], 0)
		s.matrix = multiply(s.matrix, [6]float64{1, 0, 0, 1, x, y})
	}
	view := numbers(n.a["viewBox"])
	if len(view) != 4 || view[2] <= 0 || view[3] <= 0 {
		return s
	}
	w, h := size("width", view[2]), size("height", view[3])
	k := min(w/view[2], h/view[3])
	dx, dy := (w-float64(k*view[2]))/2, (h-float64(k*view[3]))/2
	s.matrix = multiply(s.matrix, [6]float64{k, 0, 0, k, dx - float64(k*view[0]), dy - float64(k*view[1])})
	return s
}

// shape adds one basic shape.
func (r *reader) shape(n *node, s *properties) *diag.Fault {
	if s.hidden {
		return nil
	}
	path, extent, f := r.outline(n, s.matrix)
	if f != nil || len(path.Points) < 2 || !s.fill.on && !s.stroked() {
		return f
	}
	b := path.Bounds()
	area := b.W > 0 && b.H > 0 // PDF would paint a fill without area as a hairline, SVG does not
	v := Path{Path: path, Fill: s.fill.rgb, Filled: s.fill.on && area, EvenOdd: s.evenOdd, Clips: s.clips, Clear: clearness(s.fillOpacity)}
	if s.fill.ref != nil && area {
		v.Gradient, v.Filled = r.gradient(s.fill.ref, s.matrix, extent), true
		if v.Gradient == nil {
			return nil
		}
		if len(v.Gradient.Stops) == 1 {
			v.Fill, v.Gradient = v.Gradient.Stops[0].RGB, nil
		}
	}
	if s.stroked() {
		if !r.pen(s, &v) {
			return nil
		}
	}
	r.drawing.Paths = append(r.drawing.Paths, v)
	return nil
}

// pen says how a path is stroked; false if that cannot be drawn.
func (r *reader) pen(s *properties, v *Path) bool {
	scale, uniform := s.scale()
	if !uniform || s.stroke.ref != nil {
		r.refuse("stroke")
		return false
	}
	v.Stroke, v.Weight = s.stroke.rgb, max(snap(float64(s.width*scale)), 1)
	v.Cap, v.Join, v.Miter, v.ClearLine = s.cap, s.join, int(s.miter*100), clearness(s.lineOpacity)
	for _, d := range s.dashes {
		v.Dashes = append(v.Dashes, snap(float64(d*scale)))
	}
	v.Phase = snap(float64(s.phase * scale))
	return true
}

// outline is a basic shape's path under a matrix, and its extent without it.
func (r *reader) outline(n *node, m [6]float64) (geom.Path, [4]float64, *diag.Fault) {
	pen := &pen{m: m}
	ok := true
	num := func(key string) float64 {
		if n.a[key] == "" {
			return 0
		}
		v, good := length(n.a[key])
		ok = ok && good
		return v
	}
	switch n.kind {
	case "path":
		ok = pen.path(n.a["d"])
	case "rect":
		pen.rect(num("x"), num("y"), num("width"), num("height"), radius(n.a, "rx", "ry", num), radius(n.a, "ry", "rx", num))
	case "circle":
		pen.ellipse(num("cx"), num("cy"), num("r"), num("r"))
	case "ellipse":
		pen.ellipse(num("cx"), num("cy"), num("rx"), num("ry"))
	case "line":
		pen.move(num("x1"), num("y1"))
		pen.line(num("x2"), num("y2"))
	default:
		ok = pen.poly(numbers(n.a["points"]), n.kind == "polygon")
	}
	r.points += len(pen.out.Points)
	if !ok || pen.wild || r.points > maxPoints {
		return geom.Path{}, pen.extent, fault("picture-damaged", n.kind)
	}
	return pen.out, pen.extent, nil
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

// clip adds the clipping path that an element names to those around it (SVG 1.1, 14.3). Its shapes count together; one
// that is clipped itself cannot be drawn.
func (r *reader) clip(n *node, s *properties) *diag.Fault {
	ref := n.a["clip-path"]
	if ref == "" || ref == "none" {
		return nil
	}
	c := r.byID[ident(ref)]
	if c == nil || c.kind != "clipPath" || c.a["clipPathUnits"] == "objectBoundingBox" || c.a["clip-path"] != "" && c.a["clip-path"] != "none" {
		r.refuse("clip-path")
		return nil
	}
	if r.drawn++; r.drawn > maxNodes {
		return fault("picture-damaged", "clipPath")
	}
	clip := Clip{}
	inner := *s
	inner.hidden, inner.clips = false, nil
	inner = r.inherit(inner, &node{a: map[string]string{"transform": c.a["transform"]}})
	for _, k := range c.kids {
		if f := r.clipShape(k, inner, &clip); f != nil {
			return f
		}
	}
	s.clips = append(slices.Clone(s.clips), clip)
	return nil
}

func (r *reader) clipShape(k *node, style properties, clip *Clip) *diag.Fault {
	style = r.inherit(style, k)
	if k.kind == "use" {
		to := r.byID[ident(k.a["href"])]
		if to == nil || !slices.Contains(shapes, to.kind) {
			r.refuse("clip-path")
			return nil
		}
		x, _ := lengthOr(k.a["x"], 0)
		y, _ := lengthOr(k.a["y"], 0)
		style.matrix = multiply(style.matrix, [6]float64{1, 0, 0, 1, x, y})
		k, style = to, r.inherit(style, to)
	}
	if !slices.Contains(shapes, k.kind) {
		if !slices.Contains(silent, k.kind) {
			r.refuse("clip-path")
		}
		return nil
	}
	if style.hidden || k.a["display"] == "none" {
		return nil
	}
	path, _, f := r.outline(k, style.matrix)
	if f != nil {
		return f
	}
	rule := k.a["clip-rule"] == "evenodd"
	if len(clip.Path.Verbs) > 0 && (rule || clip.EvenOdd) {
		r.refuse("clip-rule")
	}
	clip.EvenOdd = rule
	clip.Path.Verbs = append(clip.Path.Verbs, path.Verbs...)
	clip.Path.Points = append(clip.Path.Points, path.Points...)
	return nil
}

// fade makes the paths of an element as clear as it says. Parts that lie over each other would show through, which only one
// path at a time does as meant.
func (r *reader) fade(paths []Path, opacity float64) {
	if opacity >= 1 {
		return
	}
	if len(paths) > 1 && overlapping(paths) {
		r.refuse("opacity")
	}
	for i := range paths {
		p := &paths[i]
		p.Clear = clearness(float64(1000-p.Clear) / 1000 * opacity)
		p.ClearLine = clearness(float64(1000-p.ClearLine) / 1000 * opacity)
	}
}

// clearness is in thousandths: 0 hides what lies below.
func clearness(opacity float64) int { return 1000 - int(min(max(opacity, 0), 1)*1000+0.5) }

// overlapping tells whether boxes of some two paths meet; of very many it is taken for granted.
func overlapping(paths []Path) bool {
	if len(paths) > 300 {
		return true
	}
	for i := range paths {
		a := paths[i].Path.Bounds()
		for k := range i {
			b := paths[k].Path.Bounds()
			if a.X < b.Right() && b.X < a.Right() && a.Y < b.Bottom() && b.Y < a.Bottom() {
				return true
			}
		}
	}
	return false
}
