package svg

import (
	"math"
	"strings"

	"konzept/report/geom"
)

// ident is the id that a reference such as #a, url(#a) or url('#a') leads to; "" if it leads nowhere in this file.
func ident(ref string) string {
	ref = strings.TrimSpace(ref)
	if inner, ok := strings.CutPrefix(ref, "url("); ok {
		inner, _, _ = strings.Cut(inner, ")")
		ref = strings.Trim(strings.TrimSpace(inner), `'"`)
	}
	id, _ := strings.CutPrefix(ref, "#")
	return id
}

// gradient reads a gradient for a shape with an extent in its own units (SVG 1.1, 13.2); nil if it cannot be drawn. What an
// element leaves out is that of the gradient that it refers to.
func (r *reader) gradient(n *node, m [6]float64, extent [4]float64) *Gradient {
	chain := []*node{n}
	for up := r.byID[ident(n.a["href"])]; up != nil && len(chain) < maxDepth; up = r.byID[ident(up.a["href"])] {
		chain = append(chain, up)
	}
	say := func(key string) string {
		for _, g := range chain {
			if v := g.a[key]; v != "" {
				return v
			}
		}
		return ""
	}
	if s := say("spreadMethod"); s != "" && s != "pad" {
		r.refuse("spreadMethod")
		return nil
	}
	g := &Gradient{Radial: n.kind == "radialGradient"}
	for _, c := range chain {
		if g.Stops = r.stops(c); len(g.Stops) > 0 {
			break
		}
	}
	box := say("gradientUnits") != "userSpaceOnUse"
	if box {
		w, h := extent[2]-extent[0], extent[3]-extent[1]
		m = multiply(m, [6]float64{w, 0, 0, h, extent[0], extent[1]})
	}
	if t := say("gradientTransform"); t != "" {
		step, ok := transform(t)
		if !ok {
			r.refuse("gradientTransform")
			return nil
		}
		m = multiply(m, step)
	}
	ok := g.place(m, box, float64(r.drawing.Size.W)/float64(geom.Pt), float64(r.drawing.Size.H)/float64(geom.Pt), say)
	if len(g.Stops) == 0 {
		return nil // SVG: as if fill were none
	}
	if !ok { // ends that fall together: the last colour fills all
		g.Stops = g.Stops[len(g.Stops)-1:]
	}
	return g
}

// place finds the matrix that brings a gradient from 0 to 1 along the x axis, or within the unit circle, to its place.
func (g *Gradient) place(m [6]float64, box bool, w, h float64, say func(string) string) bool {
	coordinate := func(key, other string, whole float64) float64 {
		v := say(key)
		if v == "" {
			v = other
		}
		if strings.HasSuffix(v, "%") {
			f, _ := fraction(v)
			if box {
				return f
			}
			return f * whole
		}
		f, _ := length(v)
		return f
	}
	if !g.Radial {
		x1, y1 := coordinate("x1", "0%", w), coordinate("y1", "0%", h)
		dx, dy := coordinate("x2", "100%", w)-x1, coordinate("y2", "0%", h)-y1
		g.Matrix = multiply(m, [6]float64{dx, dy, -dy, dx, x1, y1})
		return (dx != 0 || dy != 0) && regular(g.Matrix)
	}
	diagonal := math.Hypot(w, h) / math.Sqrt2
	cx, cy, r := coordinate("cx", "50%", w), coordinate("cy", "50%", h), coordinate("r", "50%", diagonal)
	fx, fy := cx, cy
	if say("fx") != "" {
		fx = coordinate("fx", "", w)
	}
	if say("fy") != "" {
		fy = coordinate("fy", "", h)
	}
	if r <= 0 {
		return false
	}
	g.FocusX, g.FocusY = (fx-cx)/r, (fy-cy)/r
	if d := math.Hypot(g.FocusX, g.FocusY); d > 0.99 { // SVG 1.1, 13.2.3: a focus outside moves to the circle
		g.FocusX, g.FocusY = g.FocusX/d*0.99, g.FocusY/d*0.99
	}
	g.Matrix = multiply(m, [6]float64{r, 0, 0, r, cx, cy})
	return regular(g.Matrix)
}

// regular tells whether a matrix keeps areas, within the bounds of what is drawn.
func regular(m [6]float64) bool {
	for _, v := range m {
		if !(math.Abs(v) <= maxNumber) {
			return false
		}
	}
	return math.Abs(float64(m[0]*m[3])-float64(m[1]*m[2])) > 1e-9
}

// stops are a gradient's own colours in order; their places never go back.
func (r *reader) stops(n *node) []Stop {
	var stops []Stop
	at := 0
	for _, k := range n.kids {
		if k.kind != "stop" {
			continue
		}
		f, _ := fraction(k.a["offset"])
		at = max(at, int(min(max(f, 0), 1)*10000+0.5))
		colour := k.a["stop-color"]
		if colour == "" {
			colour = "black"
		}
		c, ok := rgb(colour, [3]uint8{})
		if !ok || !c.on {
			r.refuse("stop-color=" + colour)
			continue
		}
		if o := k.a["stop-opacity"]; o != "" {
			if v, ok := fraction(o); !ok || v < 1 {
				r.refuse("stop-opacity")
			}
		}
		stops = append(stops, Stop{at, c.rgb})
	}
	return stops
}
